import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { createMatcher, type Matcher, type QueryInput } from 'cuohe';
import { createMatchPool } from 'cuohe/parallel';
import { corpusOf, syntheticCorpus } from '../corpus.ts';
import { ROOT } from '../harness/root.ts';
import { inTurn, quantile, timesOf } from '../harness/rounds.ts';
import { startWorker } from '../speed/ours/worker.ts';
import type { Load, Loaded } from './client.ts';
import { type LoopTimes, watchLoop } from './gaps.ts';

/** How the server is measured. */
export interface ServeOptions {
  readonly records: number;
  readonly connections: number;
  /** Seconds of each way in each round. */
  readonly seconds: number;
  readonly rounds: number;
  /** File with real texts; invented ones without. */
  readonly texts: string | undefined;
}

/** One way to answer. Medians over the rounds. */
export interface Served {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** See {@link LoopTimes}. */
  readonly longest: number;
  readonly longestCpu: number | undefined;
  /** CPU of the thread that serves, for each request, in milliseconds. */
  readonly cpuPerRequest: number | undefined;
}

const QUERIES = 300;
/** What a list shows, as the guide of a server has it. */
const OPTIONS = { limit: 10, lean: true } as const;

/** How a query is answered. */
type Answer = (query: QueryInput) => unknown;

/** A server that answers on its own thread, by one worker, and by two, under the same load, in turn. */
export async function measureServe(options: ServeOptions): Promise<Readonly<Record<string, Served>>> {
  const { records, texts, rounds } = options;
  const corpus = texts === undefined ? syntheticCorpus(records, QUERIES) : corpusOf(texts, records, QUERIES);
  const matcher: Matcher = createMatcher(corpus.achievements);
  const bodies = corpus.demands.map((demand) => JSON.stringify(demand));
  const one = createMatchPool(matcher, { threads: 1, startWorker });
  const two = createMatchPool(matcher, { threads: 2, startWorker });
  const ways: Readonly<Record<string, Answer>> = {
    'on the thread': (query) => matcher.match(query, OPTIONS),
    'one worker': (query) => one.match(query, OPTIONS),
    'two workers': (query) => two.match(query, OPTIONS),
  };
  const [expected, ...others] = await Promise.all(
    Object.values(ways).map((answer) => Promise.all(corpus.demands.slice(0, 20).map(answer))),
  );
  if (others.some((other) => JSON.stringify(other) !== JSON.stringify(expected)))
    throw new Error('The ways do not answer alike');
  const client = startClient();
  try {
    const cases = Object.entries(ways).map(([name, answer]) => ({
      name,
      run: () => round(answer, client, bodies, options),
    }));
    const told = await inTurn(cases, rounds, 1);
    return Object.fromEntries([...told].map(([name, list]) => [name, medians(list)]));
  } finally {
    client.stop();
    await Promise.all([one.close(), two.close()]);
  }
}

async function round(
  answer: Answer,
  client: Client,
  bodies: readonly string[],
  { connections, seconds }: ServeOptions,
): Promise<Loaded & LoopTimes> {
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', async () => {
      try {
        const found = await answer(JSON.parse(Buffer.concat(pieces).toString()));
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found));
      } catch (error) {
        response.writeHead(500).end(String(error));
      }
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const stop = watchLoop();
  const loaded = await client.load({ port, connections, seconds, bodies });
  const loop = stop();
  await new Promise((closed) => server.close(closed));
  return { ...loaded, ...loop };
}

function medians(list: readonly (Loaded & LoopTimes)[]): Served {
  const median = (of: (one: Loaded & LoopTimes) => number) => timesOf(list.map(of)).median;
  const isTold = list.every(({ cpu }) => cpu !== undefined);
  return {
    requestsPerSecond: median(({ each, ms }) => (1000 * each.length) / ms),
    p50: median(({ each }) => quantile(each, 0.5)),
    p99: median(({ each }) => quantile(each, 0.99)),
    longest: median(({ longest }) => longest),
    longestCpu: isTold ? median(({ longestCpu }) => longestCpu!) : undefined,
    cpuPerRequest: isTold ? median(({ cpu, each }) => cpu! / each.length) : undefined,
  };
}

interface Client {
  load(load: Load): Promise<Loaded>;
  stop(): void;
}

/** The client is a process of its own: what it does is no work of the server. */
function startClient(): Client {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'benchmarks/serve/client.ts'], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return {
    load: async (load) => {
      child.stdin!.write(`${JSON.stringify(load)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error('The client ended');
      return JSON.parse(value as string) as Loaded;
    },
    stop: () => child.stdin!.end(),
  };
}
