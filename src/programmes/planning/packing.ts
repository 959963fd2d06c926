import { Pacer } from '../../core/matcher/run.ts';
import type { RunOptions } from '../../core/matches/match-options.ts';
import { solveInParts } from './parts.ts';
import { TOLERANCE, totalValue } from './planning.ts';
import type { Solver } from './solver.ts';

/** Something that may be chosen or not: what it is worth, and the rows of which it takes one unit each. */
export interface PackingItem {
  /** Finite, > 0. */
  readonly value: number;
  readonly rows: readonly number[];
}

/** Choose items of the greatest total value, while no row gives more units than its limit. */
export interface Packing {
  readonly limits: readonly number[];
  readonly items: readonly PackingItem[];
}

/**
 * Adds items to those already chosen, the most valuable first, of equal ones the first, each that still fits. Afterwards
 * nothing fits any more. O(n log n) in items.
 * @returns positions of all chosen items, ascending.
 */
export function packGreedily({ limits, items }: Packing, chosen: readonly number[] = []): number[] {
  const left = [...limits];
  const taken = new Set<number>();
  const take = (at: number) => {
    for (const row of items[at]!.rows) left[row]!--;
    taken.add(at);
  };
  chosen.forEach(take);
  const order = [...items.keys()].sort((a, b) => items[b]!.value - items[a]!.value || a - b);
  for (const at of order) {
    if (!taken.has(at) && items[at]!.rows.every((row) => left[row]! > 0)) take(at);
  }
  return [...taken].sort((a, b) => a - b);
}

/**
 * The best choice: the greedy one where that reaches the bound, which is most often and takes no time; else the solver's.
 * @param simple a bound that no choice exceeds.
 * @param gap relative gap between bound and value that is good enough.
 * @returns positions of the chosen items, ascending, and the least bound that is known.
 */
export async function packOptimally(
  packing: Packing,
  simple: number,
  solver: Solver,
  gap: number,
  run: RunOptions,
): Promise<{ readonly chosen: number[]; readonly bound: number }> {
  const { limits, items } = packing;
  run.signal?.throwIfAborted();
  const greedy = packGreedily(packing);
  const value = totalValue(greedy.map((at) => items[at]!));
  if (simple - value <= Math.max(gap, TOLERANCE) * simple) {
    new Pacer(1, run).finish(1);
    return { chosen: greedy, bound: simple };
  }
  const columns = items.map(({ value, rows }) => ({ value, upper: 1, rows }));
  const { amounts, bound } = await solveInParts({ limits, columns }, solver, gap, run);
  const chosen = [...items.keys()].filter((at) => amounts[at] === 1);
  // What the tolerance of the solver left out still fits.
  return { chosen: packGreedily(packing, chosen), bound };
}
