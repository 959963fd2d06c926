import { spawnSync } from 'node:child_process';
import { corpusOf, syntheticCorpus } from '../corpus.ts';
import { Child, withChildren } from '../harness/child.ts';
import { currentLoad, describeMachine, type Machine } from '../harness/machine.ts';
import type { Reply } from '../harness/protocol.ts';
import { inTurn, type Measured, type Times, timesOf } from '../harness/rounds.ts';
import { SharedFolder } from '../harness/shared-folder.ts';
import { pythonEnvironment } from '../python/environment.ts';
import { startPython } from '../python/rivals.ts';
import { writeCorpus } from '../speed/data/texts.ts';
import { build, checkOut, commitOf, copyWorkingTree } from '../versus/trees.ts';
import type { Arguments } from './arguments.ts';

/** One way to build. */
export interface BuildRow {
  readonly name: string;
  /** By the clock, in milliseconds. */
  readonly clock: Times;
  /** CPU time of all threads, in milliseconds; null for another language. */
  readonly cpu: Times | null;
  /** CPU time of the calling thread; null where nobody tells. */
  readonly calling: Times | null;
}

/** How much memory a build needs, in a fresh process. */
export interface MemoryRow {
  readonly name: string;
  /** Bytes of the process at most, beyond those before the build. */
  readonly peak: number;
  /** Bytes of the saved index, records included. */
  readonly saved: number;
}

/** A ratio that is aimed at, in the same rounds. */
export interface Aim {
  readonly name: string;
  readonly ratio: number;
  readonly target: number;
  readonly met: boolean;
}

/** What the command prints with `--json`. */
export interface BuildReport {
  readonly command: 'bench:build';
  readonly date: string;
  readonly machine: Machine;
  /** The commit in full; null for none. */
  readonly commit: string | null;
  readonly records: number;
  readonly rounds: number;
  readonly rows: readonly BuildRow[];
  readonly memory: readonly MemoryRow[];
  readonly aims: readonly Aim[];
  /** Why scikit-learn is not there; null where it is. */
  readonly withoutPython: string | null;
}

/** What is wanted: times as fast as scikit-learn, times as fast with two workers, times the index. */
const TARGETS = { python: 3, workers: 1.7, memory: 2 };
const CASES = ['build', 'build-ngrams', 'workers-1', 'workers-2'] as const;
const NAMES: Readonly<Record<(typeof CASES)[number], string>> = {
  build: 'one thread',
  'build-ngrams': 'one thread, n-grams alone',
  'workers-1': 'one worker',
  'workers-2': 'two workers',
};

/** Builds the working tree, and a commit, and has them build indexes in turn. @param say is told what comes next. */
export async function measureBuild(options: Arguments, say: (text: string) => void): Promise<BuildReport> {
  const load = currentLoad();
  const { records, texts, rounds } = options;
  const commit = options.commit === undefined ? null : commitOf(options.commit);
  const shared = new SharedFolder();
  const folder = shared.folder('texts');
  writeCorpus(folder, texts === undefined ? syntheticCorpus(records, 10) : corpusOf(texts, records, 10));
  say('building the library');
  const tree = (name: string, write: (into: string) => void) => {
    const into = shared.folder(name);
    write(into);
    return into;
  };
  const now = build(tree('now', copyWorkingTree), ['host', 'memory'] as const, 'build');
  const before =
    commit === null
      ? undefined
      : build(
          tree('before', (into) => checkOut(commit, into)),
          ['host'] as const,
          'build',
        );
  const python = options.python ? environment(say) : { why: 'left out' };
  const host = (name: string, script: string) => Child.start(name, process.execPath, [script, folder]);
  const children = [
    host('now', now.host),
    ...(before === undefined ? [] : [host('before', before.host)]),
    ...('python' in python ? [startPython(python.python, 'scikit-learn', folder)] : []),
  ];
  return withChildren(children, async (started) => {
    const ours = started[0]!;
    const same = await ours.ask('same');
    if (same.figures?.same !== 1) throw new Error('Workers built other bytes');
    const cases: Measured<Reply>[] = CASES.map((name) => ({ name, run: () => ours.ask(name) }));
    if (before !== undefined) cases.push({ name: 'before', run: () => started[1]!.ask('build') });
    if ('python' in python) cases.push({ name: 'python', run: () => started.at(-1)!.ask('build') });
    say(`${rounds} rounds`);
    const told = await inTurn(cases, rounds, 1);
    const row = (name: string, of: string): BuildRow[] => {
      const list = told.get(of);
      if (list === undefined) return [];
      const times = (read: (reply: Reply) => number | undefined) => {
        const values = list.map(read);
        return values.every((value) => value !== undefined) ? timesOf(values as number[]) : null;
      };
      const isOurs = of !== 'python';
      return [
        {
          name,
          clock: times(({ ms, figures }) => (isOurs ? figures!.clock : ms))!,
          cpu: isOurs ? times(({ ms }) => ms) : null,
          calling: isOurs ? times(({ figures }) => figures!.calling) : null,
        },
      ];
    };
    say('memory');
    const memory = [0, 1, 2].map((threads) => memoryOf(now.memory, folder, threads));
    return {
      command: 'bench:build',
      date: new Date().toISOString().slice(0, 10),
      machine: describeMachine(load),
      commit,
      records,
      rounds,
      rows: [
        ...CASES.flatMap((name) => row(NAMES[name], name)),
        ...row(`one thread, ${commit?.slice(0, 9)}`, 'before'),
        ...row('scikit-learn, TfidfVectorizer(char, 1–2)', 'python'),
      ],
      memory,
      aims: aimsOf(told, memory),
      withoutPython: 'why' in python ? python.why : null,
    };
  });
}

function environment(say: (text: string) => void): { readonly python: string } | { readonly why: string } {
  try {
    return { python: pythonEnvironment(say) };
  } catch (error) {
    return { why: (error as Error).message };
  }
}

/** By the clock, round by round: it is what others take as well. */
function aimsOf(told: ReadonlyMap<string, readonly Reply[]>, memory: readonly MemoryRow[]): Aim[] {
  const clock = (reply: Reply) => reply.figures?.clock ?? reply.ms;
  const ratio = (name: string, of: string, by: string, target: number): Aim[] => {
    const [above, below] = [told.get(of), told.get(by)];
    if (above === undefined || below === undefined) return [];
    const found = timesOf(above.map((reply, i) => clock(reply) / clock(below[i]!))).median;
    return [{ name, ratio: found, target, met: found >= target }];
  };
  return [
    ...ratio(
      'one thread, n-grams alone, × as fast as scikit-learn',
      'python',
      'build-ngrams',
      TARGETS.python,
    ),
    ...ratio('two workers, × as fast as one thread', 'build', 'workers-2', TARGETS.workers),
    ...memory.map(({ name, peak, saved }) => ({
      name: `most memory, ${name}, × the index`,
      ratio: peak / saved,
      target: TARGETS.memory,
      met: peak <= TARGETS.memory * saved,
    })),
  ];
}

function memoryOf(script: string, folder: string, threads: number): MemoryRow {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', script, folder, String(threads)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr.trim());
  const name = ['one thread', 'one worker', 'two workers'][threads]!;
  return { name, ...(JSON.parse(stdout) as { peak: number; saved: number }) };
}
