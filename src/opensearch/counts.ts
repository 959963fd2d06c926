import { CuoheError } from '../base/errors.ts';
import { quote } from '../base/printable.ts';
import type { MatchCounts } from '../core/matcher/match.ts';
import { type FilteredCounts, NOTHING_FILTERED } from '../core/matches/filters.ts';
import type { Counted } from '../core/matches/match-options.ts';
import { jsonOf } from './failures.ts';
import { filterClauses, OTHERS, type PlainFilter, removalAggregations, removingFilters } from './filters.ts';
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
 * @throws CuoheError `ENGINE_MIXED` where another weigher made some of the documents, or they are of another side.
 */
export function filterCounts(
  body: unknown,
  index: string,
  version: string,
  filter: PlainFilter,
): FilterCounts {
  const { total, aggregations } = answerOf(body);
  const others = countOf(aggregations[OTHERS]);
  if (others > 0) {
    const found = bucketsOf(aggregations[VERSIONS], 'some').map(({ key }) => String(key));
    const named = found.filter((key) => key !== version).join(', ');
    throw new CuoheError(
      'ENGINE_MIXED',
      `Index ${quote(index)}: ${others} of ${total} documents are of another weigher or side${
        named === '' ? '' : ` (${named})`
      } than what is asked with (${version}). Scores of both cannot be compared: ask an index of one kind, or roll over`,
    );
  }
  const filtered: Record<keyof FilteredCounts, number> = { ...NOTHING_FILTERED };
  let candidates = total;
  for (const name of removingFilters(filter)) {
    filtered[name] = countOf(aggregations[name]);
    candidates -= filtered[name];
  }
  return candidates < 0 ? unreadable(body) : { candidates, filtered };
}

/** Names that are counted: an index of more is refused. */
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
    for (const { key, doc_count } of bucketsOf(aggregations[what], 'all')) {
      if (doc_count > 0) found.set(String(key), (found.get(String(key)) ?? 0) + doc_count);
    }
    return [what, Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)))] as const;
  });
  return { total, counts: Object.fromEntries(told) };
}

/** Which of some regions documents have, and which chains. */
export function namesBody(regions: readonly string[]): SearchBody {
  const own = regions.length > 0 && {
    regions: { terms: { field: 'regions', include: [...regions], size: regions.length } },
  };
  const aggs = { ...own, chains: { terms: { field: 'chains', size: MOST_NAMES } } };
  return { size: 0, track_total_hits: true, query: { match_all: {} }, aggs };
}

/** What the answer to {@link namesBody} says of a field. */
export function namesIn(body: unknown, field: 'regions' | 'chains'): string[] {
  const { [field]: aggregation } = answerOf(body).aggregations;
  return aggregation === undefined ? [] : bucketsOf(aggregation, 'all').map(({ key }) => String(key));
}

interface Bucket {
  readonly key: unknown;
  readonly doc_count: number;
}

function answerOf(body: unknown) {
  const { hits, aggregations = {} } = jsonOf(body);
  const { value, relation } = jsonOf(jsonOf(hits).total);
  return {
    total: relation === 'eq' ? numberOf(value) : unreadable(jsonOf(hits).total),
    aggregations: jsonOf(aggregations),
  };
}

function countOf(aggregation: unknown): number {
  return numberOf(jsonOf(aggregation).doc_count);
}

/** The names of an aggregation: all of them, or some. */
function bucketsOf(aggregation: unknown, wanted: 'all' | 'some'): readonly Bucket[] {
  const { buckets, sum_other_doc_count: others, doc_count_error_upper_bound: error } = jsonOf(aggregation);
  if (!Array.isArray(buckets) || typeof others !== 'number') return unreadable(aggregation);
  if (wanted === 'all' && (others > 0 || error !== 0))
    throw new CuoheError('ENGINE_FAILED', `More than ${MOST_NAMES} different names cannot be counted`);
  return buckets.map((bucket: unknown) => {
    const { key, doc_count } = jsonOf(bucket);
    return { key, doc_count: numberOf(doc_count) };
  });
}

function numberOf(value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : unreadable(value);
}

function unreadable(found: unknown): never {
  throw new CuoheError('ENGINE_FAILED', `The engine did not count: ${JSON.stringify(found) ?? 'nothing'}`);
}
