import { join } from 'node:path';
import { syntheticCorpus } from '../corpus.ts';
import { Child, withChildren } from '../harness/child.ts';
import { currentLoad, describeMachine, type Machine } from '../harness/machine.ts';
import type { Reply } from '../harness/protocol.ts';
import { inTurn, type Measured, scaledTimes, type Times, timesOf } from '../harness/rounds.ts';
import { SharedFolder } from '../harness/shared-folder.ts';
import { identical } from '../speed/data/answers.ts';
import type { Arguments } from './arguments.ts';
import { writeCorpusFile } from './corpus-file.ts';
import { build, checkOut, commitOf, copyWorkingTree } from './trees.ts';

/** One thing that both sides do. */
export interface VersusRow {
  readonly name: string;
  readonly unit: 'ms' | 'µs/query';
  /** CPU time of the process. */
  readonly before: Times;
  readonly now: Times;
  /** Now divided by before in the same round. */
  readonly ratio: Times;
  /** The same of the time by the clock. */
  readonly clockRatio: Times;
}

/** What the command prints with `--json`. */
export interface VersusReport {
  readonly command: 'bench:versus';
  readonly date: string;
  readonly machine: Machine;
  /** The commit in full; null where the working tree is beside itself. */
  readonly commit: string | null;
  readonly records: number;
  readonly demands: number;
  readonly rounds: number;
  readonly rows: readonly VersusRow[];
  readonly savedBytes: { readonly before: number; readonly now: number; readonly ratio: number };
  /** Demands whose matches and scores are the same to the bit. */
  readonly sameAnswers: number;
}

const SCRIPTS = ['first-call', 'host'] as const;
const SIDES = ['before', 'now'] as const;
type Scripts = Readonly<Record<(typeof SCRIPTS)[number], string>>;

/** Name of a row, what the process is asked for, and what it is told in. */
const ROWS = [
  { name: 'first call, fresh process', work: 'first-call', unit: 'ms' },
  { name: 'build', work: 'build', unit: 'ms' },
  { name: 'match', work: 'match', unit: 'µs/query' },
  { name: 'match, explained', work: 'match-explained', unit: 'µs/query' },
  { name: 'open', work: 'open', unit: 'ms' },
] as const;

/** Builds both sides, and measures them in turn. @param say is told what comes next. */
export async function measureVersus(options: Arguments, say: (text: string) => void): Promise<VersusReport> {
  const load = currentLoad();
  const commit = options.commit === undefined ? null : commitOf(options.commit);
  const shared = new SharedFolder();
  const now = built(shared, 'now', say, copyWorkingTree);
  const before = commit === null ? now : built(shared, 'before', say, (folder) => checkOut(commit, folder));
  const file = join(shared.folder('texts'), 'corpus.json');
  writeCorpusFile(file, syntheticCorpus(options.records, options.demands));

  const start = (side: string, script: string) => Child.start(side, process.execPath, [script, file]);
  const scripts = { before, now };
  return withChildren(
    SIDES.map((side) => start(side, scripts[side].host)),
    async ([hostBefore, hostNow]) => {
      const hosts = { before: hostBefore!, now: hostNow! };
      const answers = (await hosts.before.ask('answers')).answers!;
      const received = (await hosts.now.ask('answers')).answers!;
      const cases = ROWS.flatMap(({ work }) =>
        SIDES.map(
          (side): Measured<Reply> => ({
            name: `${work} ${side}`,
            run: () =>
              work === 'first-call'
                ? withChildren([start(side, scripts[side][work])], ([fresh]) => fresh!.ask(work))
                : hosts[side].ask(work),
          }),
        ),
      );
      say(`${options.rounds} rounds`);
      const told = await inTurn(cases, options.rounds, 1);
      const bytes = (side: (typeof SIDES)[number]) => Number(hosts[side].ready.savedBytes);
      return {
        command: 'bench:versus',
        date: new Date().toISOString().slice(0, 10),
        machine: describeMachine(load),
        commit,
        records: options.records,
        demands: options.demands,
        rounds: options.rounds,
        rows: ROWS.map(({ name, work, unit }) => ({
          name,
          unit,
          ...compared(
            told.get(`${work} before`)!,
            told.get(`${work} now`)!,
            unit === 'ms' ? 1 : 1000 / options.demands,
          ),
        })),
        savedBytes: {
          before: bytes('before'),
          now: bytes('now'),
          ratio: bytes('now') / bytes('before'),
        },
        sameAnswers: answers.filter((answer, i) => identical([answer], [received[i]!])).length,
      };
    },
  );
}

/** Writes a tree into a folder and builds it there. */
function built(
  shared: SharedFolder,
  name: string,
  say: (text: string) => void,
  write: (folder: string) => void,
): Scripts {
  say(`building: ${name}`);
  const folder = shared.folder(name);
  write(folder);
  return build(folder, SCRIPTS);
}

/** Two lists of replies, round by round. @param factor from milliseconds to the unit. */
function compared(before: readonly Reply[], now: readonly Reply[], factor: number) {
  const times = (replies: readonly Reply[]) => scaledTimes(timesOf(replies.map(({ ms }) => ms)), factor);
  const ratio = (of: (reply: Reply) => number) =>
    timesOf(now.map((reply, round) => of(reply) / of(before[round]!)));
  return {
    before: times(before),
    now: times(now),
    ratio: ratio(({ ms }) => ms),
    clockRatio: ratio(({ figures }) => figures!.clock!),
  };
}
