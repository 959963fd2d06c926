import type { Indexed } from './mapping.ts';
import { compile, type QueryContext } from './query.ts';
import { type Json, list, object, Refusal, Unknown } from './refusal.ts';

/** Counts of the documents of several shards. */
type Counter = (shards: readonly (readonly Indexed[])[]) => Json;

/** Reads named aggregations. */
export function compileAggregations(given: unknown, context: QueryContext): Counter {
  const counters = Object.entries(object(given, 'aggs')).map(
    ([name, body]) => [name, compileOne(object(body, name), context)] as const,
  );
  return (shards) => Object.fromEntries(counters.map(([name, counter]) => [name, counter(shards)]));
}

function compileOne(given: Json, context: QueryContext): Counter {
  const { aggs = {}, aggregations = aggs, ...kinds } = given;
  const [kind, ...others] = Object.keys(kinds);
  if (kind === undefined || others.length > 0)
    throw new Refusal(400, 'parsing_exception', 'an aggregation is to be of one kind');
  const below = compileAggregations(aggregations, context);
  const bucket = (shards: readonly (readonly Indexed[])[]) => ({
    doc_count: shards.reduce((total, shard) => total + shard.length, 0),
    ...below(shards),
  });
  const filtered = (query: unknown): Counter => {
    // Clauses of counts are limited in their own right.
    const scorer = compile(query, { ...context, clauses: 0 });
    return (shards) => bucket(shards.map((shard) => shard.filter((one) => scorer(one) !== undefined)));
  };
  if (kind === 'filter') return filtered(kinds.filter);
  if (kind === 'filters') {
    const { filters } = object(kinds.filters, 'filters', ['filters']);
    const named = Object.entries(object(filters, 'filters')).map(
      ([name, query]) => [name, filtered(query)] as const,
    );
    return (shards) => ({ buckets: Object.fromEntries(named.map(([name, of]) => [name, of(shards)])) });
  }
  if (kind === 'missing') {
    const path = keyed(object(kinds.missing, 'missing', ['field']).field, context);
    return (shards) => bucket(shards.map((shard) => shard.filter(({ values }) => !values.get(path)?.length)));
  }
  if (kind === 'terms') {
    const { field, size = 10, include } = object(kinds.terms, 'terms', ['field', 'size', 'include']);
    const wanted = include === undefined ? undefined : new Set(list(include, 'include'));
    const path = keyed(field, context);
    if (typeof size !== 'number' || !Number.isInteger(size) || size < 1)
      throw new Refusal(400, 'illegal_argument_exception', `[size] must be greater than 0`);
    if (size > 65536) throw new Refusal(400, 'too_many_buckets_exception', `size ${size}`);
    return (shards) => terms(shards, path, size, bucket, wanted);
  }
  throw new Unknown(`the aggregation [${kind}]`);
}

function keyed(field: unknown, { fields }: QueryContext): string {
  const found = fields.get(String(field));
  if (found === undefined) throw new Unknown(`counts by [${String(field)}]`);
  if (!found.hasDocValues || INNER.includes(found.type))
    throw new Refusal(400, 'illegal_argument_exception', `[${found.path}] has no doc values`);
  return found.path;
}

const INNER = ['rank_features', 'sparse_vector', 'nested', 'object'];

/** Each shard tells of its most frequent ones only, so that counts of many keys may be too low. */
function terms(
  shards: readonly (readonly Indexed[])[],
  path: string,
  size: number,
  bucket: (shards: readonly (readonly Indexed[])[]) => Json & { readonly doc_count: number },
  wanted: ReadonlySet<unknown> | undefined,
): Json {
  const merged = new Map<string | number, Indexed[][]>();
  let others = 0;
  let bound = 0;
  for (const shard of shards) {
    const byKey = new Map<string | number, Indexed[]>();
    for (const one of shard) {
      for (const key of new Set(one.values.get(path))) {
        if (wanted !== undefined && !wanted.has(key)) continue;
        const found = byKey.get(key);
        if (found === undefined) byKey.set(key, [one]);
        else found.push(one);
      }
    }
    const ranked = [...byKey].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
    const told = ranked.slice(0, Math.floor(size * 1.5 + 10));
    for (const [key, found] of told) merged.set(key, [...(merged.get(key) ?? []), found]);
    for (const [, found] of ranked.slice(told.length)) others += found.length;
    if (told.length < ranked.length) bound += told.at(-1)![1].length;
  }
  const buckets = [...merged].map(([key, found]) => ({ key, ...bucket(found) }));
  buckets.sort((a, b) => b.doc_count - a.doc_count || (a.key < b.key ? -1 : 1));
  for (const { doc_count } of buckets.slice(size)) others += doc_count;
  return {
    doc_count_error_upper_bound: bound,
    sum_other_doc_count: others,
    buckets: buckets.slice(0, size),
  };
}
