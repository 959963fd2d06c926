import type { QueryRow, Scorer } from '../scores/scorer.ts';
import { TopK } from '../scores/top-k.ts';
import type { PartEligibility } from './filters.ts';

/** Rows and their scores, best first; ties in the order of rows. */
export interface Ranking {
  readonly rows: Uint32Array;
  readonly scores: Float64Array;
}

/**
 * For each query, the exact top `limit` of the eligible rows that score more than 0 and at least `minScore`.
 * Queries that are ranked together share the walk over the postings; the results are those of each alone.
 */
export function rank(
  scorer: Scorer,
  queries: readonly QueryRow[],
  eligibility: PartEligibility,
  limit: number,
  minScore: number,
): Ranking[] {
  const tops = queries.map(() => new TopK(Math.min(limit, eligibility.passed)));
  const { bits: eligible, passed } = eligibility;
  scorer.search(queries, { minScore, eligible, passed }, tops);
  return tops.map((top) => top.drain());
}
