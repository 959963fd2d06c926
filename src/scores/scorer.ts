import type { TopK } from './top-k.ts';

/** A query as the kernel sees it: term ids ascending, weights beside them. */
export interface QueryRow {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}

/**
 * The seam between ranking and the hot loop. An implementation offers to `top`, in ascending order of rows, every
 * eligible row whose inner product with the query is > 0 and ≥ `minScore` (it may leave out rows that cannot
 * enter any more). Scores are sums in ascending order of term ids, in 64-bit floats: any two implementations
 * give the same bits.
 */
export interface Scorer {
  /**
   * @param eligible one bit a row, set for rows that may be returned; undefined when all may.
   */
  search(query: QueryRow, minScore: number, eligible: Uint32Array | undefined, top: TopK): void;
}
