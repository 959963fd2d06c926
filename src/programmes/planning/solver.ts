import type { Highs, Model } from 'highs';
import { missingPackage } from '../../base/missing-package.ts';

/** A quantity that a linear programme decides. */
export interface Column {
  /** What one unit is worth; finite. */
  readonly value: number;
  /** Most units; the least is 0. */
  readonly upper: number;
  /** Rows that it uses, each once. */
  readonly rows: readonly number[];
  /** How much one unit uses of each of these rows; default 1 of each. */
  readonly uses?: readonly number[];
}

/** Maximise the value of all columns, while no row is used beyond its limit. Nothing at all is always feasible. */
export interface LinearProgramme {
  /** Of each row. */
  readonly limits: readonly number[];
  readonly columns: readonly Column[];
}

/** The best solution in whole units. */
export interface WholeSolution {
  /** Units of each column. */
  readonly amounts: Float64Array;
  /** No solution is worth more. */
  readonly bound: number;
}

/** The best solution in any amounts. */
export interface Solution {
  readonly amounts: Float64Array;
  /** What one more unit of each row would be worth, ≥ 0. */
  readonly prices: Float64Array;
}

/** The solver. Each solve blocks until it is done; the same programme gives the same solution. */
export interface Solver {
  /**
   * @param gap relative gap between bound and value that is good enough.
   * @param pause called after {@link FIRST_TRY}, and then after twice as long each time; the solver begins anew behind it,
   * so that the solution is the same. Default: it blocks until the end.
   */
  solveWhole(programme: LinearProgramme, gap: number, pause?: () => Promise<void>): Promise<WholeSolution>;
  /**
   * Solves a programme without whole units, again and again as columns are added, each time from the last solution on.
   * @param more given a solution, the columns to add; none ends it.
   */
  solveGrowing(
    programme: LinearProgramme,
    more: (solution: Solution) => Promise<readonly Column[]>,
  ): Promise<Solution>;
}

/** Seconds until a solver that should hear a signal stops for the first time. */
const FIRST_TRY = 0.5;

let loading: Promise<Highs> | undefined;

/**
 * The solver of the optional package `highs`, loaded once.
 * @throws CuoheError `MISSING_PACKAGE` where the package is absent or does not load.
 */
export async function loadSolver(): Promise<Solver> {
  loading ??= import('highs').then(({ default: load }) => load());
  try {
    return solverOn(await loading);
  } catch (cause) {
    loading = undefined;
    throw missingPackage('highs', 'npm install highs@1.15.3', cause);
  }
}

function solverOn(highs: Highs): Solver {
  return {
    async solveWhole({ limits, columns }, gap, pause) {
      const unit = unitOf(columns);
      const integrality = new Int32Array(columns.length).fill(highs.constants.variableType.integer);
      const solve = (seconds?: number) =>
        highs.withModel({ ...modelOf(highs, limits, columns, unit), integrality }, (model) => {
          model.options.set({ output_flag: false, mip_rel_gap: gap, mip_abs_gap: 0 });
          if (seconds !== undefined) model.options.set({ time_limit: seconds });
          if (!run(highs, model, seconds !== undefined)) return undefined;
          const bound = Number(model.info.get('mip_dual_bound')) * unit;
          return { amounts: model.getSolution().colValue, bound };
        });
      if (pause === undefined) return solve()!;
      for (let seconds = FIRST_TRY; ; seconds *= 2) {
        const solution = solve(seconds);
        if (solution !== undefined) return solution;
        await pause();
      }
    },
    solveGrowing({ limits, columns }, more) {
      const unit = unitOf(columns);
      return highs.withModel(modelOf(highs, limits, columns, unit), async (model) => {
        model.options.set({ output_flag: false });
        for (;;) {
          run(highs, model);
          const { colValue, rowDual } = model.getSolution();
          const solution = { amounts: colValue, prices: rowDual.map((price) => Math.max(0, price * unit)) };
          const added = await more(solution);
          if (added.length === 0) return solution;
          model.addCols(columnData(limits.length, added, unit));
        }
      });
    },
  };
}

/**
 * @returns false where it ran out of a limited time.
 * @throws Error naming the status where it is not optimal.
 */
function run(highs: Highs, model: Model, isLimited = false): boolean {
  try {
    model.run();
  } catch (cause) {
    // After a crash, for want of memory, the instance is of no more use.
    loading = undefined;
    throw new Error('Expected the solver highs to end, but it failed', { cause });
  }
  const status = model.getModelStatus();
  const { modelStatus } = highs.constants;
  if (status === modelStatus.optimal) return true;
  if (isLimited && status === modelStatus.timeLimit) return false;
  const [name] = Object.entries(modelStatus).find(([, code]) => code === status) ?? [status];
  throw new Error(`Expected the solver highs to end with the status optimal, but it ended with ${name}`);
}

/** Values of about 1, whatever the host's unit: the tolerances of the solver are absolute. */
function unitOf(columns: readonly Column[]): number {
  return columns.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0) || 1;
}

function modelOf(highs: Highs, limits: readonly number[], columns: readonly Column[], unit: number) {
  const { cost, lower, upper, matrix } = columnData(limits.length, columns, unit);
  return {
    numCols: columns.length,
    numRows: limits.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: cost,
    colLower: lower,
    colUpper: upper,
    rowLower: new Float64Array(limits.length).fill(Number.NEGATIVE_INFINITY),
    rowUpper: Float64Array.from(limits),
    matrix,
  };
}

function columnData(numRows: number, columns: readonly Column[], unit: number) {
  const starts = new Int32Array(columns.length + 1);
  for (const [c, { rows }] of columns.entries()) starts[c + 1] = starts[c]! + rows.length;
  return {
    cost: Float64Array.from(columns, ({ value }) => value / unit),
    lower: new Float64Array(columns.length),
    upper: Float64Array.from(columns, ({ upper }) => upper),
    matrix: {
      format: 'csc' as const,
      numRows,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(columns.flatMap(({ rows }) => rows)),
      values: Float64Array.from(columns.flatMap(({ rows, uses }) => uses ?? rows.map(() => 1))),
    },
  };
}
