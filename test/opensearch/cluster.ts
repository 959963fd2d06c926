import { readFileSync } from 'node:fs';
import {
  type AchievementInput,
  collectStatistics,
  createMatcher,
  createWeigher,
  type DemandInput,
  type Matcher,
  type MatchOptions,
  mergeStatistics,
  type QueryInput,
  type Statistics,
  type Weigher,
} from 'cuohe';
import {
  type ClusterResult,
  mapping,
  type SearchOptions,
  search,
  type Transport,
  toDocument,
} from 'cuohe/opensearch';
import type { SimulatedEngine } from './simulated-engine.ts';

/** What tests of a cluster share: the same records in an engine and in one matcher. */

export type Row = (AchievementInput | DemandInput) & { readonly id: string };

export function sample(name: 'achievements' | 'demands'): Row[] {
  const text = readFileSync(new URL(`../../examples/data/${name}.jsonl`, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

export function weigherOf(achievements: readonly Row[], demands: readonly Row[]): Weigher {
  const parts = [
    collectStatistics({ achievements: achievements as AchievementInput[] }),
    collectStatistics({ demands: demands as DemandInput[] }),
  ] as const;
  return createWeigher({ statistics: mergeStatistics(...parts) });
}

/** Writes records past `writeAll`. */
export async function fill(
  engine: SimulatedEngine,
  index: string,
  weigher: Weigher,
  rows: readonly Row[],
  options: {
    readonly side?: 'achievement' | 'demand';
    readonly shards?: number;
    readonly revision?: number;
  } = {},
): Promise<void> {
  const { side = 'achievement', shards = 2, revision = 1 } = options;
  if (!engine.indices.includes(index))
    await engine({
      method: 'PUT',
      path: `/${index}`,
      body: JSON.stringify(mapping({ shards, replicas: 0 })),
    });
  for (const row of rows) {
    const document = toDocument(weigher, row, { revision, side });
    engine.put(index, document.id, document.revision, JSON.parse(JSON.stringify(document.source)));
  }
  await engine({ method: 'POST', path: `/${index}/_refresh` });
}

/** One machine of the same records: in the order of their ids, which decides between equal scores. */
export function machineOf(
  rows: readonly Row[],
  statistics: Statistics,
  side: 'achievement' | 'demand' = 'achievement',
): Matcher<Row> {
  const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  return createMatcher(sorted as never[], { statistics, side } as never) as unknown as Matcher<Row>;
}

/** A result without what a cluster does not have, and without what only it tells. */
export function comparable(result: object): unknown {
  const { proven: _, examined: __, ...rest } = result as ClusterResult;
  return JSON.parse(JSON.stringify(rest, (key, value) => (key === 'index' ? undefined : value)));
}

export interface Compared {
  readonly transport: Transport;
  readonly machine: Matcher<Row>;
  readonly weigher: Weigher;
  readonly index: string;
  readonly side?: 'achievement' | 'demand';
}

/** What both say to a query. */
export async function both(
  { transport, machine, weigher, index, side }: Compared,
  query: QueryInput,
  options: Omit<MatchOptions, 'filter'> & Pick<SearchOptions, 'filter' | 'deepest' | 'dialect'> = {},
) {
  const { deepest, dialect, ...own } = options;
  const found = await search(transport, { ...options, index, weigher, query, ...(side && { side }) });
  return { found, cluster: comparable(found), alone: comparable(machine.match(query, own as never)) };
}
