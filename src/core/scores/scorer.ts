import type { TopK } from './top-k.ts';

/** A query as a kernel sees it: term ids ascending, weights in [0, 1] beside them, as those of the rows are. */
export interface QueryRow {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}

/** Which rows may be returned, and how many of them are wanted. */
export interface Search {
  /** Least score, in [0, 1]; rows that score 0 are never offered. */
  readonly minScore: number;
  /** One bit a row, set for rows that may be returned; undefined when all may. */
  readonly eligible: Uint32Array | undefined;
  /** Number of set bits, where it is known. */
  readonly passed?: number;
}

/** Names of the kernels, fastest first. */
export const KERNELS = ['wasm-simd', 'js'] as const;
export type KernelName = (typeof KERNELS)[number];

/**
 * The seam between ranking and the hot loop. An implementation offers to each query's `top`, in ascending order of
 * rows, every eligible row whose inner product with the query is > 0 and ≥ `minScore` (it may leave out rows that
 * cannot enter any more). Scores are sums in ascending order of term ids, in 64-bit floats: any two implementations
 * give the same bits.
 */
export interface Scorer {
  readonly kernel: KernelName;
  /** Searches for several queries in one pass over the tiles; `tops` go with `queries`. */
  search(queries: readonly QueryRow[], search: Search, tops: readonly TopK[]): void;
}
