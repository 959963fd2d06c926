import { compileAggregations } from './aggregations.ts';
import { asWritten } from './floats.ts';
import type { Kept, View } from './index-state.ts';
import { compile, type QueryContext } from './query.ts';
import { errorOf, type Json, list, object, Refusal, single, Unknown } from './refusal.ts';

/** What goes wrong in a search. */
export interface SearchFaults {
  /** Shards that give nothing, by their position among all that are asked. */
  readonly failedShards?: readonly number[];
  /** The answer says that the time was up, and half of the hits are missing. */
  readonly isTimedOut?: boolean;
  readonly isTerminatedEarly?: boolean;
}

export interface SearchContext extends SearchFaults {
  readonly views: readonly View[];
  readonly maxClauses: number;
  readonly allowsPartial: boolean;
  readonly hasTypes: boolean;
  /** Of a search in a point in time. */
  readonly point?: { readonly id: string; readonly addsShardDoc: boolean };
}

const KEYS = [
  'query',
  'size',
  'from',
  '_source',
  'sort',
  'search_after',
  'track_scores',
  'track_total_hits',
  'aggs',
  'aggregations',
  'pit',
];

interface Hit {
  readonly index: string;
  readonly shard: number;
  readonly document: Kept;
  readonly score: number;
  readonly sort: readonly (string | number | null)[];
}

/** Answers a search. */
export function search(given: unknown, context: SearchContext): Json {
  const body = object(given, 'search', KEYS);
  const { query = { match_all: {} }, size = 10, from = 0 } = body;
  const [wanted, skipped] = [count(size, 'size'), count(from, 'from')];
  if (wanted + skipped > 10_000)
    throw new Refusal(
      400,
      'illegal_argument_exception',
      `Result window is too large, from + size must be less than or equal to: [10000] but was [${wanted + skipped}]`,
    );
  const sorted = body.sort === undefined ? undefined : list(body.sort, 'sort').map(readSort);
  const point = context.point;
  if (sorted && point?.addsShardDoc) sorted.push({ key: '_shard_doc', isDescending: false });
  const after = body.search_after === undefined ? undefined : list(body.search_after, 'search_after');
  if (after && (sorted === undefined || (after.length !== sorted.length && !point)))
    throw new Refusal(400, 'illegal_argument_exception', 'search_after has other values than sort');
  if (after && skipped > 0) throw new Refusal(400, 'illegal_argument_exception', 'from with search_after');

  const hits: Hit[] = [];
  const matched: Kept[][] = [];
  const failed = new Set(context.failedShards);
  let shards = 0;
  let aggregations: ReturnType<typeof compileAggregations> | undefined;
  const aggs = body.aggs ?? body.aggregations;
  for (const view of context.views) {
    const asked: QueryContext = { fields: view.fields, clauses: 0 };
    const scorer = compile(query, asked);
    if (aggs !== undefined) aggregations = compileAggregations(aggs, asked);
    // Where there are nested documents, a clause keeps them out.
    const hasNested = [...view.fields.values()].some(({ type }) => type === 'nested');
    if (asked.clauses + (hasNested ? 1 : 0) > context.maxClauses) throw tooMany(context.maxClauses);
    for (const { key } of sorted ?? []) expectSortable(key, view);
    for (const [position, documents] of view.shards.entries()) {
      const shard = shards++;
      if (failed.has(shard)) continue;
      const found: Kept[] = [];
      matched.push(found);
      for (const document of documents) {
        const score = scorer(document.indexed);
        if (score === undefined) continue;
        found.push(document);
        const values = (sorted ?? []).map(({ key }) => sortValue(key, score, document, position));
        hits.push({ index: view.index, shard, document, score, sort: values });
      }
    }
  }
  const failures = [...failed].filter((shard) => shard < shards);
  if (failures.length > 0 && (!context.allowsPartial || failures.length === shards))
    throw new Refusal(500, 'search_phase_execution_exception', 'Partial shards failure');
  hits.sort((a, b) => compareHits(a, b, sorted));
  const later = after ? hits.filter((hit) => isAfter(hit, after, sorted!)) : hits;
  const page = later.slice(skipped, skipped + wanted);
  const shown = context.isTimedOut ? page.slice(0, page.length >> 1) : page;
  const hasScores = sorted === undefined || body.track_scores === true;
  return {
    took: 1,
    timed_out: context.isTimedOut ?? false,
    ...(context.isTerminatedEarly && { terminated_early: true }),
    ...(point && { pit_id: point.id }),
    _shards: shardsOf(shards, failures),
    hits: {
      ...total(body.track_total_hits, hits.length),
      max_score: hasScores && hits.length > 0 ? asWritten(Math.max(...hits.map(({ score }) => score))) : null,
      hits: shown.map(({ index, document, score, sort }) => ({
        _index: index,
        ...(context.hasTypes && { _type: '_doc' }),
        _id: document.id,
        _score: hasScores ? asWritten(score) : null,
        ...sourceOf(document.source, body._source),
        ...(sorted && {
          sort: sort.map((value, i) => (sorted[i]!.key === '_score' ? asWritten(value as number) : value)),
        }),
      })),
    },
    ...(aggregations && {
      aggregations: aggregations(matched.map((documents) => documents.map(({ indexed }) => indexed))),
    }),
  };
}

/** What stands in answers about shards. */
export function shardsOf(total: number, failures: readonly number[]): Json {
  return {
    total,
    successful: total - failures.length,
    ...(failures.length === 0 && { skipped: 0 }),
    failed: failures.length,
    ...(failures.length > 0 && {
      failures: failures.map((shard) => ({
        shard,
        index: null,
        node: null,
        reason: errorOf('no_shard_available_action_exception', 'No shard available'),
      })),
    }),
  };
}

function tooMany(most: number): Refusal {
  return new Refusal(400, 'too_many_clauses', `maxClauseCount is set to ${most}`);
}

function count(given: unknown, name: string): number {
  if (typeof given !== 'number' || !Number.isInteger(given) || given < 0)
    throw new Refusal(400, 'illegal_argument_exception', `[${name}] parameter cannot be negative`);
  return given;
}

interface SortKey {
  readonly key: string;
  readonly isDescending: boolean;
}

function readSort(given: unknown): SortKey {
  const [key, order] = single(given, 'sort');
  const direction = typeof order === 'object' ? object(order, 'sort', ['order']).order : order;
  if (direction !== 'asc' && direction !== 'desc') throw new Unknown(`sort by [${key}] ${String(direction)}`);
  return { key, isDescending: direction === 'desc' };
}

function expectSortable(key: string, { fields }: View): void {
  if (key === '_score' || key === '_shard_doc') return;
  const field = fields.get(key);
  if (field === undefined)
    throw new Refusal(400, 'query_shard_exception', `No mapping found for [${key}] in order to sort on`);
  if (!field.hasDocValues || ['rank_features', 'sparse_vector', 'nested', 'object'].includes(field.type))
    throw new Refusal(400, 'illegal_argument_exception', `can't sort on [${key}]`);
}

function sortValue(key: string, score: number, document: Kept, shard: number): string | number | null {
  if (key === '_score') return score;
  if (key === '_shard_doc') return shard * 2 ** 32 + document.order;
  const values = document.indexed.values.get(key) ?? [];
  return [...values].sort((a, b) => compareValues(a, b, false))[0] ?? null;
}

/** What has no value comes last, in either order. Texts stand in the order of their bytes. */
function compareValues(a: unknown, b: unknown, isDescending: boolean): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  const order =
    typeof a === 'string'
      ? Buffer.compare(Buffer.from(a), Buffer.from(String(b)))
      : (a as number) < (b as number)
        ? -1
        : 1;
  return isDescending ? -order : order;
}

/** Without a sort: by score, then by shard, then as it was written. */
function compareHits(a: Hit, b: Hit, sorted: readonly SortKey[] | undefined): number {
  if (sorted === undefined && a.score !== b.score) return b.score - a.score;
  for (const [i, { isDescending }] of (sorted ?? []).entries()) {
    const order = compareValues(a.sort[i], b.sort[i], isDescending);
    if (order !== 0) return order;
  }
  return a.shard - b.shard || a.document.order - b.document.order;
}

function isAfter(hit: Hit, after: readonly unknown[], sorted: readonly SortKey[]): boolean {
  for (const [i, given] of after.entries()) {
    const { key, isDescending } = sorted[i] as SortKey;
    // The decimals of a float are the float again.
    const value = key === '_score' ? Math.fround(given as number) : given;
    const order = compareValues(hit.sort[i], value, isDescending);
    if (order !== 0) return order > 0;
  }
  return false;
}

function total(tracked: unknown, found: number): Json {
  if (tracked === false) return {};
  const most = tracked === true ? Number.POSITIVE_INFINITY : Number(tracked ?? 10_000);
  return { total: found > most ? { value: most, relation: 'gte' } : { value: found, relation: 'eq' } };
}

function sourceOf(source: Json, wanted: unknown): Json {
  if (wanted === false) return {};
  if (wanted === undefined || wanted === true) return { _source: source };
  const names = list(wanted, '_source');
  if (names.some((name) => typeof name !== 'string' || /[.*]/.test(name)))
    throw new Unknown('a part of _source');
  return { _source: Object.fromEntries(Object.entries(source).filter(([name]) => names.includes(name))) };
}
