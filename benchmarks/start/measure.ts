import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { currentLoad, describeMachine, type Machine } from '../harness/machine.ts';
import { inTurn, type Times, timesOf } from '../harness/rounds.ts';
import { SharedFolder } from '../harness/shared-folder.ts';
import { build, checkOut, commitOf, copyWorkingTree } from '../versus/trees.ts';
import type { Arguments } from './arguments.ts';

/** One kind of start. */
export interface StartRow {
  readonly name: string;
  /** CPU milliseconds over a process that does nothing, round by round. */
  readonly now: Times;
  readonly before: Times | null;
  /** Now divided by before in the same round. */
  readonly ratio: Times | null;
  /** Whether the median is within the milliseconds that are wanted. */
  readonly met: boolean;
  /** Whether the median of the ratios is; null where there is no commit. */
  readonly ratioMet: boolean | null;
}

/** What the command prints with `--json`. */
export interface StartReport {
  readonly command: 'bench:start';
  readonly date: string;
  readonly machine: Machine;
  /** The commit in full; null for none. */
  readonly commit: string | null;
  readonly rounds: number;
  /** CPU milliseconds of a process that does nothing. */
  readonly empty: Times;
  readonly targets: { readonly ms: number; readonly ratio: number };
  readonly rows: readonly StartRow[];
}

/** What is wanted: milliseconds over an empty process, and the part of what the commit takes. */
const TARGETS = { ms: 150, ratio: 1 / 15 };

const SCRIPTS = ['empty', 'empty-workers', 'save', 'first-match', 'opened', 'workers'] as const;
type Script = (typeof SCRIPTS)[number];
type Scripts = Readonly<Record<Script, string>>;
const CASES = ['empty', 'empty-workers', 'first-match', 'opened', 'workers'] as const;

/** What each row takes, of the milliseconds of one round. */
const ROWS: readonly (readonly [name: string, over: (ms: (script: Script) => number) => number])[] = [
  ['createMatcher of one record, first match', (ms) => ms('first-match') - ms('empty')],
  ['openMatcher, first match', (ms) => ms('opened') - ms('empty')],
  // Two workers; what two that do nothing take is not theirs.
  [
    'one worker of a pool, first answer',
    (ms) => (ms('workers') - ms('opened') - (ms('empty-workers') - ms('empty'))) / 2,
  ],
];

/** Builds the working tree, and a commit, and starts processes of both in turn. @param say is told what comes next. */
export async function measureStart(options: Arguments, say: (text: string) => void): Promise<StartReport> {
  const load = currentLoad();
  const commit = options.commit === undefined ? null : commitOf(options.commit);
  const shared = new SharedFolder();
  const sides: [name: string, scripts: Scripts, file: string][] = [];
  const add = (name: string, write: (folder: string) => void) => {
    say(`building: ${name}`);
    const folder = shared.folder(name);
    write(folder);
    const scripts = build(folder, SCRIPTS, 'start');
    const file = join(folder, 'one.cuohe');
    run(scripts.save, file);
    sides.push([name, scripts, file]);
  };
  add('now', copyWorkingTree);
  if (commit !== null) add('before', (folder) => checkOut(commit, folder));
  const cases = CASES.flatMap((script) =>
    sides.map(([side, scripts, file]) => ({
      name: `${script} ${side}`,
      run: async () => Number(run(scripts[script], file)),
    })),
  );
  say(`${options.rounds} rounds`);
  const told = await inTurn(cases, options.rounds, 1);
  const overOf = (side: string, over: (typeof ROWS)[number][1]) =>
    Array.from({ length: options.rounds }, (_, round) =>
      over((script) => told.get(`${script} ${side}`)![round]!),
    );
  const rows = ROWS.map(([name, over]): StartRow => {
    const now = overOf('now', over);
    const before = commit === null ? undefined : overOf('before', over);
    const ratio = before && timesOf(now.map((ms, round) => ms / before[round]!));
    return {
      name,
      now: timesOf(now),
      before: before === undefined ? null : timesOf(before),
      ratio: ratio ?? null,
      met: timesOf(now).median <= TARGETS.ms,
      ratioMet: ratio === undefined ? null : ratio.median <= TARGETS.ratio,
    };
  });
  return {
    command: 'bench:start',
    date: new Date().toISOString().slice(0, 10),
    machine: describeMachine(load),
    commit,
    rounds: options.rounds,
    empty: timesOf(told.get('empty now')!),
    targets: TARGETS,
    rows,
  };
}

/** Runs a script in a fresh process. @throws Error with its complaint, where it failed. */
function run(script: string, file: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr.trim());
  return stdout.trim();
}
