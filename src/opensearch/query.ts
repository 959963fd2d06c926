import { Issues } from '../base/issues.ts';
import { expectKeys } from '../base/options.ts';
import { expectFilter } from '../core/matches/filters.ts';
import type { RecordKind } from '../core/records/kinds.ts';
import type { Side } from '../core/records/parse.ts';
import type { QueryInput } from '../core/records/types.ts';
import type { Weigher } from '../core/weigher/weigher.ts';
import { expectSide, versionOf } from './document.ts';
import { type ClusterFilter, filterClauses, NO_OWN_NAMES, type PlainFilter, plainFilter } from './filters.ts';
import { type Dialect, expectDialect } from './mapping.ts';
import { type Feature, questionOf } from './question.ts';
import { requireWeigher } from './weigher.ts';

/** How a query becomes a search. */
export interface QueryOptions {
  /** Which side the index holds. Default `achievement`. */
  readonly side?: Side;
  /** Kinds of records to rank. Default: all. */
  readonly kinds?: readonly RecordKind[];
  /** What must hold before ranking; names of areas and chains that only documents have are known to `search` alone. */
  readonly filter?: ClusterFilter;
  /** Candidates, 0 to 10,000. Default 50. */
  readonly size?: number;
  /** Default `rank-features`. */
  readonly dialect?: Dialect;
}

/** The body of a search of the engine. */
export type SearchBody = Readonly<Record<string, unknown>>;

const QUERY_KEYS = [
  'side',
  'kinds',
  'filter',
  'size',
  'dialect',
] as const satisfies readonly (keyof QueryOptions)[];

/** Candidates of the first search. */
export const FIRST_SIZE = 50;
/** The most hits that the engine gives at once (`index.max_result_window`). */
export const LARGEST_SIZE = 10_000;

/**
 * One search whose scores are those of the library before conditions shift them, a little rounded down: of a demand with
 * several needs the product of its best row. It is what `search` asks for a demand with one need; it knows no limit of
 * clauses, and proves nothing.
 * @throws InputError for a bad query or bad options.
 */
export function toQuery(weigher: Weigher, query: QueryInput, options: QueryOptions = {}): SearchBody {
  const inside = requireWeigher(weigher);
  const issues = new Issues();
  if (expectKeys(issues, options, QUERY_KEYS)) {
    const { size = FIRST_SIZE, kinds, filter = {}, dialect, side } = options;
    const isSize = Number.isInteger(size) && size >= 0 && size <= LARGEST_SIZE;
    issues.expect(isSize, 'size', `a whole number from 0 to ${LARGEST_SIZE}`, size);
    expectFilter(issues, kinds, filter);
    expectClusterFilter(issues, filter);
    expectSide(issues, side);
    expectDialect(issues, dialect);
  }
  issues.throwAsOptions();
  const { size = FIRST_SIZE, kinds, filter = {}, side = 'achievement', dialect = 'rank-features' } = options;
  const plain = plainFilter(filter, kinds, inside.reading.taxonomy, NO_OWN_NAMES);
  const { rows, hasNeeds } = questionOf(inside, query, side);
  const ranked = rows.map(({ features }) => rowQuery(features, hasNeeds, dialect));
  return searchBody(versionOf(weigher, side), plain, best(ranked), size);
}

/** Notes `where`: the engine cannot call a function of the host's. */
export function expectClusterFilter(issues: Issues, filter: ClusterFilter): void {
  const { where } = (filter ?? {}) as { readonly where?: unknown };
  if (where !== undefined) {
    const expected =
      'none: a cluster cannot call it; keep what it asks in a field of a filter, or filter the matches';
    issues.addText('filter.where', expected, 'a function');
  }
}

/** What an engine's query says. */
type EngineQuery = Readonly<Record<string, unknown>>;

/** What scores documents by the features of a row: against their own row and, where they have any, those of their needs. */
export function rowQuery(features: readonly Feature[], hasNeeds: boolean, dialect: Dialect): EngineQuery {
  const own = fieldQuery('row', features, dialect);
  if (!hasNeeds) return own;
  const needs = fieldQuery('needs.row', features, dialect);
  return best([own, { nested: { path: 'needs', score_mode: 'max', query: needs } }]);
}

function fieldQuery(field: string, features: readonly Feature[], dialect: Dialect): EngineQuery {
  if (dialect === 'sparse-vector') {
    const vector = Object.fromEntries(features.map(({ name, boost }) => [name, boost]));
    // Pruning leaves features out, and a bound would not hold.
    return { sparse_vector: { field, query_vector: vector, prune: false } };
  }
  const should = features.map(({ name, boost }) => ({
    rank_feature: { field: `${field}.${name}`, linear: {}, boost },
  }));
  return { bool: { should, minimum_should_match: 1 } };
}

function best(queries: readonly EngineQuery[]): EngineQuery {
  return queries.length === 1 ? queries[0]! : { dis_max: { queries } };
}

/** A search for candidates, each with all of its document: to choose fields, the engine would read and write all of it. */
export function searchBody(
  version: string,
  filter: PlainFilter,
  ranked: EngineQuery,
  size: number,
): SearchBody {
  return {
    size,
    track_total_hits: false,
    query: { bool: { filter: filterClauses(version, filter), must: [ranked] } },
  };
}
