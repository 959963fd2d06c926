/** The page: opens the index that lies beside it, and answers queries on its own thread. */
import { type DemandInput, indexMemory, type Matcher, openMatcher } from 'cuohe';
import { type Answer, LIMIT, type Told } from './asked.ts';

declare global {
  interface Window {
    /** Runs everything once. */
    run(): Promise<Told>;
  }
  interface Performance {
    /** Of Chromium, in isolated pages. */
    measureUserAgentSpecificMemory?(): Promise<{ readonly bytes: number }>;
  }
}

/** Bytes that are asked for at a time: what comes in one piece would lie in memory beside the index. */
const PIECE = 1 << 23;

/** The index where the kernel uses it, fetched in pieces. */
async function open(): Promise<Matcher> {
  const head = await fetch('index', { method: 'HEAD' });
  const bytes = indexMemory(Number(head.headers.get('Content-Length')));
  for (let at = 0; at < bytes.length; at += PIECE) {
    const range = `bytes=${at}-${Math.min(bytes.length, at + PIECE) - 1}`;
    const piece = await fetch('index', { headers: { Range: range }, cache: 'no-store' });
    bytes.set(new Uint8Array(await piece.arrayBuffer()), at);
  }
  return openMatcher(bytes);
}

function timed(matcher: Matcher, demands: readonly DemandInput[], explain: boolean) {
  const times: number[] = [];
  const answers: Answer[] = [];
  for (const demand of demands) {
    const start = performance.now();
    const { matches } = matcher.match(demand, { limit: LIMIT, explain });
    times.push(performance.now() - start);
    answers.push({ ids: matches.map(({ id }) => id), scores: matches.map(({ score }) => score) });
  }
  return { times, answers };
}

window.run = async () => {
  const demands = (await (await fetch('demands')).json()) as DemandInput[];
  const start = performance.now();
  const matcher = await open();
  matcher.match(demands[0]!, { limit: LIMIT, explain: false });
  const openMs = performance.now() - start;
  const { times, answers } = timed(matcher, demands, false);
  const explained = timed(matcher, demands, true).times;
  const memory = (await performance.measureUserAgentSpecificMemory?.())?.bytes ?? null;
  return { kernel: matcher.kernel, openMs, times, explained, answers, memory };
};
