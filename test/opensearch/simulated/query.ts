import { kept } from './floats.ts';
import type { Fields, Indexed } from './mapping.ts';
import { list, object, Refusal, single, Unknown } from './refusal.ts';

/** The score of a document, a float; undefined where it does not match. */
export type Scorer = (document: Indexed) => number | undefined;

/** What a query is read with. Clauses are counted as the engine counts them: all leaves, of filters too. */
export interface QueryContext {
  readonly fields: Fields;
  clauses: number;
}

/** Reads a query. */
export function compile(given: unknown, context: QueryContext): Scorer {
  const [name, body] = single(given, 'query');
  const read = READERS[name];
  if (read === undefined) throw new Unknown(`the query [${name}]`);
  return read(body, context);
}

const READERS: Readonly<Record<string, (body: unknown, context: QueryContext) => Scorer>> = {
  match_all: (body, context) => {
    object(body, 'match_all', []);
    context.clauses++;
    return () => 1;
  },
  term: (body, context) => {
    const [path, value] = single(body, 'term');
    const wanted = typeof value === 'object' ? object(value, 'term', ['value', 'boost']).value : value;
    return anyOf(path, [wanted], context);
  },
  terms: (body, context) => {
    const [path, values] = single(body, 'terms');
    const wanted = list(values, 'terms');
    if (wanted.length > 65536) throw new Refusal(400, 'illegal_argument_exception', 'too many terms');
    return anyOf(path, wanted, context);
  },
  range: (body, context) => {
    const [path, given] = single(body, 'range');
    const { type } = fieldOf(path, context);
    if (type === 'keyword') throw new Unknown(`a range of the keyword [${path}]`);
    const limits = Object.entries(object(given, 'range', ['gte', 'gt', 'lte', 'lt']));
    for (const [key, limit] of limits) {
      if (typeof limit !== 'number') throw new Refusal(400, 'number_format_exception', `${key} of [${path}]`);
    }
    const isWithin = (value: number) =>
      limits.every(([key, limit]) => {
        if (key === 'gte') return value >= (limit as number);
        if (key === 'gt') return value > (limit as number);
        return key === 'lte' ? value <= (limit as number) : value < (limit as number);
      });
    context.clauses++;
    return ({ values }) => (values.get(path)?.some((value) => isWithin(value as number)) ? 1 : undefined);
  },
  exists: (body, context) => {
    const path = String(object(body, 'exists', ['field']).field);
    fieldOf(path, context);
    context.clauses++;
    return ({ values }) => (values.get(path)?.length ? 1 : undefined);
  },
  bool: readBool,
  dis_max: (body, context) => {
    const { queries } = object(body, 'dis_max', ['queries']);
    const scorers = list(queries, 'queries').map((query) => compile(query, context));
    return (document) => {
      const scores = scorers.map((scorer) => scorer(document)).filter((score) => score !== undefined);
      return scores.length === 0 ? undefined : Math.max(...scores);
    };
  },
  nested: (body, context) => {
    const { path, query, score_mode } = object(body, 'nested', ['path', 'query', 'score_mode']);
    if (context.fields.get(String(path))?.type !== 'nested')
      throw new Refusal(400, 'query_shard_exception', `failed to find nested object under path [${path}]`);
    if (score_mode !== 'max') throw new Unknown(`[nested] with score_mode ${String(score_mode)}`);
    // What tells the nested ones from their documents is a clause as well.
    context.clauses++;
    const scorer = compile(query, context);
    return ({ nested }) => {
      const scores = (nested.get(String(path)) ?? []).map(scorer).filter((score) => score !== undefined);
      return scores.length === 0 ? undefined : Math.max(...scores);
    };
  },
  rank_feature: (body, context) => {
    const { field, linear, boost = 1 } = object(body, 'rank_feature', ['field', 'linear', 'boost']);
    if (linear === undefined) throw new Unknown('[rank_feature] that is not linear');
    object(linear, 'linear', []);
    // Parted at the last dot, whatever the name of the feature holds.
    const dot = String(field).lastIndexOf('.');
    const path = String(field).slice(0, dot);
    const name = String(field).slice(dot + 1);
    const weight = boostOf(boost);
    const isKnown = dot >= 0 && context.fields.get(path)?.type === 'rank_features';
    context.clauses++;
    return ({ features }) => {
      const value = isKnown ? features.get(path)?.get(name) : undefined;
      return value === undefined ? undefined : Math.fround(weight * kept(value));
    };
  },
  sparse_vector: (body, context) => {
    const KEYS = ['field', 'query_vector', 'prune', 'boost'];
    const { field, query_vector, prune, boost = 1 } = object(body, 'sparse_vector', KEYS);
    const path = String(field);
    if (context.fields.get(path)?.type !== 'sparse_vector')
      throw new Refusal(400, 'illegal_argument_exception', `[${path}] is no sparse_vector`);
    if (prune !== false) throw new Unknown('[sparse_vector] that prunes');
    if (boost !== 1) throw new Unknown('[sparse_vector] with a boost');
    const asked = Object.entries(object(query_vector, 'query_vector')).map(
      ([name, weight]) => [name, boostOf(weight)] as const,
    );
    context.clauses += asked.length;
    return ({ features }) => {
      const row = features.get(path);
      const found = asked.filter(([name]) => row?.has(name));
      if (found.length === 0) return undefined;
      return sum(found.map(([name, weight]) => Math.fround(weight * kept(row!.get(name)!))));
    };
  },
};

function boostOf(given: unknown): number {
  if (typeof given !== 'number' || !(given >= 0))
    throw new Refusal(400, 'illegal_argument_exception', `the boost ${String(given)}`);
  return Math.fround(given);
}

/** Floats are added as doubles, and the sum is a float. */
function sum(floats: readonly number[]): number {
  return Math.fround(floats.reduce((total, float) => total + float, 0));
}

function fieldOf(path: string, { fields }: QueryContext) {
  const field = fields.get(path);
  // The engine would find nothing, and say nothing.
  if (field === undefined || ['rank_features', 'sparse_vector', 'nested', 'object'].includes(field.type))
    throw new Unknown(`a filter by [${path}]`);
  return field;
}

function anyOf(path: string, wanted: readonly unknown[], context: QueryContext): Scorer {
  const { type } = fieldOf(path, context);
  if (wanted.some((value) => typeof value !== 'string' && typeof value !== 'number'))
    throw new Refusal(400, 'illegal_argument_exception', `a value of [${path}]`);
  const all = new Set(wanted.map((value) => (type === 'keyword' ? String(value) : Number(value))));
  context.clauses++;
  return ({ values }) => (values.get(path)?.some((value) => all.has(value)) ? 1 : undefined);
}

function readBool(body: unknown, context: QueryContext): Scorer {
  const KEYS = ['filter', 'must', 'must_not', 'should', 'minimum_should_match'];
  const given = object(body, 'bool', KEYS);
  const read = (key: string) => {
    const clauses = given[key] ?? [];
    return (Array.isArray(clauses) ? clauses : [clauses]).map((query) => compile(query, context));
  };
  const [filter, must, mustNot, should] = ['filter', 'must', 'must_not', 'should'].map(read) as [
    Scorer[],
    Scorer[],
    Scorer[],
    Scorer[],
  ];
  const least =
    given.minimum_should_match ?? (should.length > 0 && filter.length + must.length === 0 ? 1 : 0);
  if (typeof least !== 'number' || !Number.isInteger(least) || least < 0)
    throw new Unknown(`minimum_should_match ${String(least)}`);
  // A bool of nothing is everything.
  if (filter.length + must.length + mustNot.length + should.length === 0 && least === 0) return () => 1;
  const onlyNot = filter.length + must.length + should.length === 0;
  return (document) => {
    if (filter.some((scorer) => scorer(document) === undefined)) return undefined;
    if (mustNot.some((scorer) => scorer(document) !== undefined)) return undefined;
    const needed = must.map((scorer) => scorer(document));
    if (needed.includes(undefined)) return undefined;
    const met = should.map((scorer) => scorer(document)).filter((score) => score !== undefined);
    if (met.length < least) return undefined;
    if (onlyNot) return 0;
    return Math.fround(sum(needed as number[]) + sum(met));
  };
}
