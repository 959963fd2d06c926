import { basename } from 'node:path';
import { withChildren } from '../../harness/child.ts';
import type { Reply } from '../../harness/protocol.ts';
import { quantile } from '../../harness/rounds.ts';
import { casesOf, programmeFiles } from './cases.ts';
import { HERE, type Side, startCase, twoSides } from './sides.ts';

/** One case, as `--json` prints it. */
export interface ProgrammeRow {
  readonly programme: number;
  readonly name: string;
  readonly size: string;
  /** CPU time of the process in the run alone: the median of the rounds. */
  readonly ms: number;
  /** The same by the clock. */
  readonly clockMs: number;
  /** Greatest memory of the process until the input was made, and until the end of the first run, in millions of bytes. */
  readonly preparedMb: number;
  readonly peakMb: number;
  readonly rounds: number;
  /** CPU time of the commit beside it in the same rounds, and what became of it; undefined where there is none. */
  readonly before?: { readonly ms: number; readonly ratio: number; readonly sameResult: boolean };
}

/** What was measured, and what failed. */
export interface ProgrammeRun {
  readonly rows: readonly ProgrammeRow[];
  /** Names of the cases that failed, with why. */
  readonly failures: readonly string[];
  /** Names of the cases that the commit beside cannot run, with why: mostly that it has no such function. */
  readonly missing: readonly string[];
}

/** How the cases are run. */
export interface RunOptions {
  /** In (0, 1]. */
  readonly scale: number;
  /** Part of the names of the cases to run. */
  readonly wanted?: string;
  /** Runs of each side in a row of turns; the input is made once. */
  readonly rounds?: number;
  /** A commit to be set beside. */
  readonly beside?: string | undefined;
}

/** Runs the cases one after the other, each in processes of its own. */
export async function runProgrammes(options: RunOptions): Promise<ProgrammeRun> {
  const { scale, wanted = '', rounds = 1, beside } = options;
  const sides = beside === undefined ? { now: HERE } : twoSides(beside);
  const rows: ProgrammeRow[] = [];
  const failures: string[] = [];
  const missing: string[] = [];
  for (const file of programmeFiles()) {
    const cases = (await attempt(() => casesOf(file), failures)) ?? [];
    for (const [number, { name, programme, size }] of cases.entries()) {
      if (!name.includes(wanted)) continue;
      const args = [String(number), String(scale)];
      const start = (side: Side) => startCase(side, name, basename(file.pathname), args);
      const found = await attempt(() => runCase(start, sides, rounds, missing), failures);
      if (found !== undefined) rows.push({ programme, name, size: size(scale), rounds, ...found });
    }
  }
  return { rows: rows.sort((a, b) => a.programme - b.programme), failures, missing };
}

/** Notes a failure, and gives nothing. */
async function attempt<T>(work: () => Promise<T>, failures: string[]): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    failures.push((error as Error).message);
    return undefined;
  }
}

type Start = (side: Side) => ReturnType<typeof startCase>;

async function runCase(
  start: Start,
  sides: { readonly now: Side; readonly before?: Side },
  rounds: number,
  missing: string[],
): Promise<Omit<ProgrammeRow, 'programme' | 'name' | 'size' | 'rounds'>> {
  const other = sides.before === undefined ? undefined : attempt(() => start(sides.before!), missing);
  const starting = [start(sides.now)];
  const old = await other;
  if (old !== undefined) starting.push(Promise.resolve(old));
  return withChildren(starting, async ([now, before]) => {
    const told: Reply[] = [];
    const toldBefore: Reply[] = [];
    for (let round = 0; round < rounds; round++) {
      // The one that was second is first in the next round.
      const turns = [[now!, told] as const, ...(before === undefined ? [] : [[before, toldBefore] as const])];
      for (const [child, list] of round % 2 === 0 ? turns : turns.reverse())
        list.push(await child.ask('run'));
    }
    const first = told[0]!.figures!;
    const median = (list: readonly Reply[]) =>
      quantile(
        list.map(({ ms }) => ms),
        0.5,
      );
    return {
      ms: median(told),
      clockMs: quantile(
        told.map(({ figures }) => figures!.clock!),
        0.5,
      ),
      preparedMb: first.prepared! / 1e6,
      peakMb: first.peak! / 1e6,
      ...(before !== undefined && {
        before: {
          ms: median(toldBefore),
          ratio: quantile(
            told.map(({ ms }, round) => ms / toldBefore[round]!.ms),
            0.5,
          ),
          sameResult: told.every(
            ({ figures }, round) => figures!.result === toldBefore[round]!.figures!.result,
          ),
        },
      }),
    };
  });
}
