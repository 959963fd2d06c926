import {
  type AchievementInput,
  collectStatistics,
  createMatcher,
  createWeigher,
  type LeanMatch,
  type MatchResult,
} from 'cuohe';
import { type EngineRequest, mapping, search, type Transport, writeAll } from 'cuohe/opensearch';
import { type Corpus, corpusOf, syntheticCorpus } from '../corpus.ts';
import { currentLoad, describeMachine } from '../harness/machine.ts';
import { quantile } from '../harness/rounds.ts';
import { cpuOf, ownCpu } from './cpu.ts';

/** A cluster that runs. */
export interface RunningCluster {
  readonly transport: Transport;
  /** Puts a request that the library has no function for. @returns the body of the answer. */
  readonly ask: (request: EngineRequest) => Promise<unknown>;
  /** Its processes on this machine, where they are known. */
  readonly pids: readonly number[];
}

export interface ClusterOptions {
  readonly records: number;
  readonly demands: number;
  readonly rounds: number;
  readonly texts: string | undefined;
  /** The demands, where they are not evenly spaced ones of the texts. */
  readonly queries: string | undefined;
}

/** What something costs: CPU in milliseconds, `null` where nobody tells; latencies by the clock in milliseconds. */
interface Cost {
  /** Of the engine's processes. */
  readonly engine: number | null;
  /** Of Node. */
  readonly node: number;
}
interface Asked extends Cost {
  readonly p50: number;
  readonly p95: number;
}
interface Written extends Cost {
  /** On disk: a saved index; one copy in the cluster, merged. */
  readonly bytes: number;
}

export type ClusterReport = Awaited<ReturnType<typeof measureCluster>>;

/** The index that is written and removed again. */
const INDEX = `cuohe-bench-${process.pid}`;
const ANSWER = { limit: 10, explain: false, lean: true } as const;

/** The same records and demands, on one machine and in a cluster. */
export async function measureCluster(options: ClusterOptions, cluster: RunningCluster) {
  const { rounds } = options;
  const load = currentLoad();
  const corpus = corpusFor(options);
  // Equal scores come in the order of ids there.
  const rows: AchievementInput[] = [...corpus.achievements].sort((a, b) => (a.id < b.id ? -1 : 1));
  const statistics = collectStatistics({ achievements: rows, demands: corpus.demands });
  const weigher = createWeigher({ statistics });

  const before = ownCpu();
  const matcher = createMatcher(rows, { statistics });
  const built: Written = {
    engine: null,
    node: (ownCpu() - before) / rows.length,
    bytes: matcher.save().byteLength / rows.length,
  };
  const { ask, transport, pids } = cluster;
  await ask({ method: 'PUT', path: `/${INDEX}`, body: JSON.stringify(mapping({ shards: 1, replicas: 0 })) });
  try {
    const written = await costOf(pids, () =>
      writeAll(transport, { index: INDEX, weigher, put: rows, revision: 1 }),
    );
    const index = { method: 'POST', path: `/${INDEX}/_forcemerge?max_num_segments=1` } as const;
    await ask(index);
    const stats = (await ask({ method: 'GET', path: `/${INDEX}/_stats/store` })) as Stats;
    const bytes = stats._all.primaries.store.size_in_bytes / rows.length;

    const one: Round[] = [];
    const many: Round[] = [];
    let agree = 0;
    let examined = 0;
    let proven = 0;
    // The first round warms up.
    for (let round = 0; round <= rounds; round++) {
      const here = await roundOf([], corpus.demands, async (demand) => matcher.match(demand, ANSWER));
      const there = await roundOf(pids, corpus.demands, (query) =>
        search(transport, { index: INDEX, weigher, query, ...ANSWER }),
      );
      if (round > 0) {
        one.push(here);
        many.push(there);
        continue;
      }
      for (const [i, result] of there.results.entries()) {
        if (told(result) === told(here.results[i]!)) agree++;
        examined = Math.max(examined, result.examined);
        if (result.proven) proven++;
      }
    }
    const query = { one: askedOf(one), cluster: askedOf(many) };
    const record = {
      one: built,
      cluster: { ...each(written, rows.length), bytes } satisfies Written,
    };
    return {
      command: 'bench:cluster',
      date: new Date().toISOString().slice(0, 10),
      machine: describeMachine(load),
      loadAfter: currentLoad(),
      records: rows.length,
      demands: corpus.demands.length,
      rounds,
      processes: pids.length,
      query,
      record,
      /** CPU of both beside one machine. */
      times: {
        query: timesOf(query.cluster, query.one),
        record: timesOf(record.cluster, record.one),
        bytes: bytes / built.bytes,
      },
      /** Demands whose matches are the same, scores to the bit; that were proven; most candidates of one. */
      agree,
      proven,
      examined,
    };
  } finally {
    await ask({ method: 'DELETE', path: `/${INDEX}` });
  }
}

function corpusFor({ records, demands, texts, queries }: ClusterOptions): Corpus {
  if (texts === undefined) return syntheticCorpus(records, demands);
  const corpus = corpusOf(texts, records, demands);
  return queries === undefined
    ? corpus
    : { ...corpus, demands: corpusOf(queries, demands, demands).achievements as Corpus['demands'] };
}

interface Stats {
  readonly _all: { readonly primaries: { readonly store: { readonly size_in_bytes: number } } };
}

interface Round<R = unknown> {
  readonly cost: Cost;
  readonly clocks: readonly number[];
  readonly results: readonly R[];
}

/** All demands, one after the other. */
async function roundOf<D, R>(
  pids: readonly number[],
  demands: readonly D[],
  answer: (demand: D) => Promise<R>,
): Promise<Round<R>> {
  const clocks: number[] = [];
  const results: R[] = [];
  const cost = await costOf(pids, async () => {
    for (const demand of demands) {
      const start = performance.now();
      results.push(await answer(demand));
      clocks.push(performance.now() - start);
    }
  });
  return { cost: each(cost, demands.length), clocks, results };
}

async function costOf(pids: readonly number[], work: () => Promise<unknown>): Promise<Cost> {
  const [engine, node] = [cpuOf(pids), ownCpu()];
  await work();
  const after = cpuOf(pids);
  return { engine: engine === null || after === null ? null : after - engine, node: ownCpu() - node };
}

function each({ engine, node }: Cost, count: number): Cost {
  return { engine: engine === null ? null : engine / count, node: node / count };
}

/** Medians over the rounds; latencies over all of them. */
function askedOf(rounds: readonly Round[]): Asked {
  const median = (of: (cost: Cost) => number) =>
    quantile(
      rounds.map(({ cost }) => of(cost)),
      0.5,
    );
  const clocks = rounds.flatMap(({ clocks }) => clocks);
  const isTold = rounds.every(({ cost }) => cost.engine !== null);
  return {
    engine: isTold ? median(({ engine }) => engine!) : null,
    node: median(({ node }) => node),
    p50: quantile(clocks, 0.5),
    p95: quantile(clocks, 0.95),
  };
}

function timesOf(cluster: Cost, one: Cost): number | null {
  return cluster.engine === null ? null : (cluster.engine + cluster.node) / one.node;
}

function told({ matches }: MatchResult<unknown, LeanMatch>): string {
  return JSON.stringify(matches.map(({ id, score }) => [id, score]));
}
