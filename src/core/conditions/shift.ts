import { exponential } from '../../base/exponential.ts';
import type { Condition, ConditionKind, ConditionOutcome, JudgedCondition } from './condition.ts';

/**
 * By how much a condition shifts the log-odds of a score, before the weight of its kind. Fitted on the reading cases of
 * `benchmarks/reading-cases`, see `benchmarks/EVALUATION.md`.
 */
export const SHIFTS: Readonly<Record<ConditionKind, Readonly<Record<ConditionOutcome, number>>>> = {
  exclusion: { met: 0.2, near: 0, failed: -1.2 },
  limit: { met: 0, near: 0, failed: -0.7 },
  maturity: { met: 0.25, near: -0.2, failed: -0.6 },
  purpose: { met: 0, near: 0, failed: -0.6 },
  quantity: { met: 0.35, near: -0.25, failed: -0.8 },
};

/** All conditions of a pair together shift no further than this, up or down. */
export const MOST_UP = 1;
export const MOST_DOWN = 2;

/** The bounded sum of the shifts of a pair. */
export function shiftOf(conditions: readonly { readonly shift: number }[]): number {
  let sum = 0;
  for (const { shift } of conditions) sum += shift;
  return Math.max(-MOST_DOWN, Math.min(MOST_UP, sum));
}

/**
 * A score: the inner product of two rows, its log-odds shifted: p·eˢ / (1 + p·(eˢ − 1)). It rises with the product, stays
 * in [0, 1], is 0 where the product is 0, and the product itself for a shift of 0.
 */
export function shifted(product: number, shift: number): number {
  if (shift === 0) return product;
  const factor = exponential(shift, SQUARINGS);
  return Math.min(1, (product * factor) / (1 + product * (factor - 1)));
}

/** Squarings that are enough for |x| ≤ 4: weights of kinds go to 4, and the sum of shifts to 2. */
const SQUARINGS = 5;

/**
 * The conditions with what each adds to the score: its part of the whole difference by its shift. They sum to the
 * difference; where shifts cancel out, to 0.
 */
export function valued(conditions: readonly JudgedCondition[], product: number): Condition[] {
  const total = conditions.reduce((sum, { shift }) => sum + shift, 0);
  const difference = shifted(product, shiftOf(conditions)) - product;
  const slope = Math.abs(total) > 1e-9 ? difference / total : product * (1 - product);
  return conditions.map((condition) => ({ ...condition, value: slope * condition.shift }));
}
