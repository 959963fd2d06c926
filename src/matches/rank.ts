import type { Scorer } from '../scores/scorer.ts';
import { TopK } from '../scores/top-k.ts';
import type { SparseRow } from '../vectors/vectorizer.ts';
import type { Eligibility } from './filters.ts';

/** Rows and their scores, best first; ties in the order of rows. */
export interface Ranking {
  readonly rows: Uint32Array;
  readonly scores: Float64Array;
}

/** The exact top `limit` of the eligible rows that score more than 0 and at least `minScore`. */
export function rank(
  scorer: Scorer,
  query: SparseRow,
  eligibility: Eligibility,
  limit: number,
  minScore: number,
): Ranking {
  const top = new TopK(Math.min(limit, eligibility.passed));
  scorer.search(query, minScore, eligibility.bits, top);
  return top.drain();
}
