import { CuoheError } from '../base/errors.ts';
import { quote } from '../base/printable.ts';
import type { MatchCounts } from '../core/matcher/match.ts';
import { type FilteredCounts, NOTHING_FILTERED } from '../core/matches/filters.ts';
import type { Counted } from '../core/matches/match-options.ts';
import { filterClauses, OTHERS, type PlainFilter, removalAggregations } from './filters.ts';
import type { SearchBody } from './query.ts';

/** How many documents the filters keep, and how many each removes. */
export interface FilterCounts {
  readonly candidates: number;
  readonly filtered: FilteredCounts;
}

/** Versions that an error names. */
const VERSIONS = 'versions';
const MOST_VERSIONS = 3;

/** A search that counts what filters do: the same for all queries, so that the engine keeps its answer until documents change. */
export function filterCountsBody(version: string, filter: PlainFilter): SearchBody {
  return {
    size: 0,
    track_total_hits: true,
    query: { match_all: {} },
    aggs: {
      ...removalAggregations(version, filter),
      [VERSIONS]: { terms: { field: 'v', size: MOST_VERSIONS } },
    },
  };
}

/**
 * What the answer to {@link filterCountsBody} says.
 * @throws CuoheError `ENGINE_MIXED` where another weigher made some of the documents.
 */
export function filterCounts(body: unknown, index: string, version: string): FilterCounts {
  const { total, aggregations } = answerOf(body);
  const others = countOf(aggregations[OTHERS]);
  if (others > 0) {
    const found = bucketsOf(aggregations[VERSIONS]).map(({ key }) => String(key));
    const named = found.filter((key) => key !== version).join(', ');
    throw new CuoheError(
      'ENGINE_MIXED',
      `Index ${quote(index)}: ${others} of ${total} documents are of another weigher${
        named === '' ? '' : ` (version ${named})`
      }; this one is version ${version}. Scores of both cannot be compared: ask an index of one version, or roll over`,
    );
  }
  const filtered: Record<keyof FilteredCounts, number> = { ...NOTHING_FILTERED };
  let removed = 0;
  for (const name of Object.keys(filtered) as (keyof FilteredCounts)[]) {
    if (aggregations[name] === undefined) continue;
    filtered[name] = countOf(aggregations[name]);
    removed += filtered[name];
  }
  return { candidates: total - removed, filtered };
}

/** Names that are counted, of which there are never so many: as many as the engine gives. */
const MOST_NAMES = 10_000;
const FIELDS: Readonly<Record<Counted, string>> = {
  chains: 'chains',
  regions: 'regions',
  kinds: 'kind',
  stages: 'stage',
};
/** Of records without any. */
const NONE = ' without';

/** A search that counts the documents which share a feature with a query. */
export function matchCountsBody(
  version: string,
  filter: PlainFilter,
  ranked: SearchBody,
  counts: readonly Counted[],
): SearchBody {
  const aggs = counts.flatMap((what) => [
    [what, { terms: { field: FIELDS[what], size: MOST_NAMES } }] as const,
    [what + NONE, { missing: { field: FIELDS[what] } }] as const,
  ]);
  return {
    size: 0,
    track_total_hits: true,
    query: { bool: { filter: [...filterClauses(version, filter), ranked] } },
    ...(aggs.length > 0 && { aggs: Object.fromEntries(aggs) }),
  };
}

/** What the answer to {@link matchCountsBody} says. */
export function matchCounts(
  body: unknown,
  counts: readonly Counted[],
): { readonly total: number; readonly counts?: MatchCounts } {
  const { total, aggregations } = answerOf(body);
  if (counts.length === 0) return { total };
  const told = counts.map((what) => {
    const found = new Map<string, number>();
    const without = countOf(aggregations[what + NONE]);
    if (without > 0) found.set('', without);
    for (const { key, doc_count } of bucketsOf(aggregations[what])) {
      if (doc_count > 0) found.set(String(key), (found.get(String(key)) ?? 0) + doc_count);
    }
    return [what, Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)))] as const;
  });
  return { total, counts: Object.fromEntries(told) };
}

/** The names among some that documents have in a field. */
export function namesBody(names: Readonly<Record<string, readonly string[]>>): SearchBody {
  const asked = Object.entries(names).filter(([, include]) => include.length > 0);
  const aggs = asked.map(
    ([field, include]) => [field, { terms: { field, include: [...include], size: include.length } }] as const,
  );
  return { size: 0, query: { match_all: {} }, aggs: Object.fromEntries(aggs) };
}

/** What the answer to {@link namesBody} says of a field. */
export function namesIn(body: unknown, field: string): string[] {
  const { [field]: aggregation } = answerOf(body).aggregations;
  return aggregation === undefined ? [] : bucketsOf(aggregation).map(({ key }) => String(key));
}

interface Bucket {
  readonly key: unknown;
  readonly doc_count: number;
}

function answerOf(body: unknown) {
  const { hits, aggregations = {} } = (body ?? {}) as {
    readonly hits?: { readonly total?: { readonly value?: unknown; readonly relation?: unknown } };
    readonly aggregations?: Readonly<Record<string, unknown>>;
  };
  const total = hits?.total;
  return { total: total?.relation === 'eq' ? numberOf(total.value) : 0, aggregations };
}

function countOf(aggregation: unknown): number {
  return numberOf((aggregation as { readonly doc_count?: unknown } | undefined)?.doc_count);
}

function bucketsOf(aggregation: unknown): readonly Bucket[] {
  const { buckets, sum_other_doc_count } = (aggregation ?? {}) as {
    readonly buckets?: readonly Bucket[];
    readonly sum_other_doc_count?: unknown;
  };
  return Array.isArray(buckets) && sum_other_doc_count !== undefined ? buckets : unreadable(aggregation);
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : unreadable(value);
}

function unreadable(found: unknown): never {
  throw new CuoheError('ENGINE_FAILED', `The engine did not count: ${JSON.stringify(found) ?? 'nothing'}`);
}
