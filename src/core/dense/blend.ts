/**
 * Room `core/dense`: vectors of the host: centred, of unit length, kept, compared, and laid beside a score.
 * Begin: `space.ts` says what becomes of a vector, this file what it does to a score, `read.ts` what is taken.
 * Order: knows typed arrays alone, and the issues of the base.
 */

import { cosine, type DenseVector } from './vector.ts';

/**
 * The sum of what words and vectors say of a pair:
 *
 *     (1 − weight) · product + weight · max(0, cosine)   ∈ [0, 1]
 *
 * Vectors that point away from each other say no more against a pair than none that is alike says for it: below 0 they
 * count as 0, so that every part of a score stays something that speaks for the pair, and the sum stays in [0, 1].
 * @param cosine NaN where either side has no vector: then the product is all there is, at its full weight.
 */
export function blend(product: number, cosine: number, weight: number): number {
  if (Number.isNaN(cosine)) return product;
  return (1 - weight) * product + weight * Math.max(0, cosine);
}

/** The cosine of a pair; NaN where either side has no vector. */
export function cosineOf(a: DenseVector | undefined, b: DenseVector | undefined): number {
  return a === undefined || b === undefined ? Number.NaN : cosine(a, b);
}
