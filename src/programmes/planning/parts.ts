import { Pacer } from '../../core/matcher/run.ts';
import type { RunOptions } from '../../core/matches/match-options.ts';
import { groupBy } from '../common/group-by.ts';
import { DisjointSets } from './disjoint-sets.ts';
import type { LinearProgramme, Solver } from './solver.ts';

/**
 * The best whole-number solution, each independent part of the programme by itself.
 * @param gap relative gap between bound and value that is good enough.
 * @returns units of each column, and a bound that no solution exceeds.
 * @throws the signal's reason when stopped; it is heard between parts, and by a solver that takes longer.
 */
export async function solveInParts(
  programme: LinearProgramme,
  solver: Solver,
  gap: number,
  run: RunOptions,
): Promise<{ readonly amounts: number[]; readonly bound: number }> {
  const parts = independentParts(programme);
  const pacer = new Pacer(parts.length, run);
  const { signal } = run;
  const pause =
    signal &&
    (async () => {
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      signal.throwIfAborted();
    });
  const amounts = new Array<number>(programme.columns.length).fill(0);
  let bound = 0;
  for (const [done, part] of parts.entries()) {
    await pacer.step(done);
    const solution = await solver.solveWhole(partOf(programme, part), gap, pause);
    part.forEach((column, i) => {
      amounts[column] = Math.round(solution.amounts[i]!);
    });
    bound += solution.bound;
  }
  pacer.finish(parts.length);
  return { amounts, bound };
}

/** Columns that share, directly or through others, a row that has not enough for all; in their order. */
function independentParts({ limits, columns }: LinearProgramme): number[][] {
  const most = new Array<number>(limits.length).fill(0);
  for (const { rows, uses, upper } of columns) {
    rows.forEach((row, i) => {
      most[row]! += Math.max(0, uses?.[i] ?? 1) * upper;
    });
  }
  const sets = new DisjointSets(columns.length);
  const firstOf = new Map<number, number>();
  for (const [column, { rows }] of columns.entries()) {
    for (const row of rows) {
      if (most[row]! <= limits[row]!) continue;
      const first = firstOf.get(row);
      if (first === undefined) firstOf.set(row, column);
      else sets.join(column, first);
    }
  }
  return [...groupBy(columns.keys(), (column) => sets.root(column)).values()];
}

/** Some of the columns as a programme of their own, with the rows that they use. */
function partOf({ limits, columns }: LinearProgramme, part: readonly number[]): LinearProgramme {
  const numbers = new Map<number, number>();
  const own = part.map((at) => {
    const rows = columns[at]!.rows.map((row) => {
      const number = numbers.get(row) ?? numbers.size;
      numbers.set(row, number);
      return number;
    });
    return { ...columns[at]!, rows };
  });
  return { limits: [...numbers.keys()].map((row) => limits[row]!), columns: own };
}
