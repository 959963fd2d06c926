import * as z from 'zod/mini';
import type { RunOptions } from '../../core/matches/match-options.ts';
import type { ShapeOf } from '../common/check.ts';
import { RUN } from '../common/matching.ts';

/**
 * How a plan is made: `highs`, the best plan by the optional package of that name, or `greedy`, the most valuable first,
 * without any package. Neither depends on the order of the input.
 */
export type PlanningMethod = 'highs' | 'greedy';

/** How to plan. */
export interface PlanningOptions extends RunOptions {
  /** Default `highs`. */
  readonly method?: PlanningMethod;
  /** With `highs`: the share of the bound that the value may stay below it, in [0, 1); more is faster. Default 0. */
  readonly gap?: number;
}

/** How good a plan is. */
export interface PlanQuality {
  readonly method: PlanningMethod;
  /** Total value of what is planned. */
  readonly value: number;
  /** No plan under the same conditions is worth more. */
  readonly bound: number;
  /** Whether the value reaches the bound, to a millionth. */
  readonly optimal: boolean;
}

/** Shapes of {@link PlanningOptions}. */
export const PLANNING = {
  method: z.optional(z.enum(['highs', 'greedy'])),
  gap: z.optional(z.number().check(z.minimum(0), z.lt(1))),
  ...RUN,
} satisfies ShapeOf<PlanningOptions>;

/** What a pair is worth: of any unit, mostly a score. */
export const VALUE = z.number().check(z.gt(0), z.maximum(1e9));

/** A value that is this share below a bound reaches it. */
export const TOLERANCE = 1e-6;

/** The quality of a plan; a bound is never below the value, whatever rounding did. */
export function qualityOf(method: PlanningMethod, value: number, bound: number): PlanQuality {
  const optimal = bound - value <= TOLERANCE * bound;
  return { method, value, bound: Math.max(bound, value), optimal };
}

/** Sum of the values of items, in their order. */
export function totalValue(items: readonly { readonly value: number }[]): number {
  return items.reduce((sum, { value }) => sum + value, 0);
}

/** Sum of the greatest values, as many as there is room for. */
export function sumOfGreatest(values: readonly number[], room: number): number {
  const greatest = values.toSorted((a, b) => b - a).slice(0, room);
  return greatest.reduce((sum, value) => sum + value, 0);
}

/** Order of ids by UTF-16 units. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
