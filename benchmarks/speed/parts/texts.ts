import { Child, withChildren } from '../../harness/child.ts';
import { interleave, type Measured, scaledTimes } from '../../harness/rounds.ts';
import type { TextResult, TextRow } from '../report/types.ts';
import { affordable } from './affordable.ts';
import { latencyOf, recorded, type Samples } from './latency.ts';

/** Texts in a folder. */
export interface Texts {
  readonly folder: string;
  readonly records: number;
  readonly demands: number;
  /** Of the records, in UTF-8. */
  readonly bytes: number;
}

/** A case of the texts: which process, which work, what it is measured in. */
interface TextCase {
  readonly name: string;
  readonly child: number;
  readonly work: string;
  readonly unit: TextRow['unit'];
  readonly builds?: boolean;
  readonly note: string;
}

/** Demands that other engines are asked for in a round. */
const MOST_SEARCHES = 30;

const DEFAULTS = 'words of the lexicon, chains, all signals: more than the others do';
const ALIKE = 'ideographs, pairs and Latin words of one text a record, as the others';

/** Another engine that builds from texts. */
export interface TextRival {
  readonly name: string;
  /** Its case that builds. */
  readonly build: string;
  /** Whether it serves `search`, too. */
  readonly searches: boolean;
  readonly note: string;
  readonly start: (folder: string) => Promise<Child>;
}

/** Builds alone: ours beside those of other processes. */
export const BUILD_CASES: readonly TextCase[] = [
  { name: 'build', child: 0, work: 'build', unit: 'ms', builds: true, note: DEFAULTS },
  { name: 'build, n-grams', child: 0, work: 'build-ngrams', unit: 'ms', builds: true, note: ALIKE },
];

/** Everything that a host calls. @param cores more than two are measured as well. */
export function hostCases(cores: number): TextCase[] {
  const query = (name: string, work: string, note = ''): TextCase => ({
    name,
    child: 0,
    work,
    unit: 'µs/query',
    note,
  });
  const threads = [...new Set([1, 2, cores])].filter((count) => count > 0);
  return [
    ...BUILD_CASES,
    { name: 'save', child: 0, work: 'save', unit: 'ms', note: 'to a buffer' },
    { name: 'open', child: 0, work: 'open', unit: 'ms', note: 'bytes in indexMemory' },
    { name: 'open, first match', child: 0, work: 'open-first', unit: 'ms', note: 'with explanations' },
    query('match', 'match', 'without explanation'),
    query('match, explained', 'match-explained', 'ten matches explained'),
    query('match, n-grams', 'match-ngrams', 'the like-for-like index'),
    ...threads.flatMap((count) => [
      query(
        `matchAll, ${threadsText(count)}`,
        `matchAll-${count}`,
        'without explanations, in a row of four times as many',
      ),
      query(`matchAll, ${threadsText(count)}, explained`, `matchAll-${count}-explained`),
    ]),
  ];
}

function threadsText(count: number): string {
  return count === 1 ? '1 thread' : `${count} workers`;
}

/** Measures our cases and other engines in turn; gives the figures, and what versions the others told. */
export function measureTexts(
  texts: Texts,
  casesOf: (cores: number) => readonly TextCase[],
  rivals: readonly TextRival[],
  rounds: number,
): Promise<TextResult & { readonly versions: Readonly<Record<string, string>> }> {
  const { folder, records, demands, bytes } = texts;
  const starting = [
    Child.script('texts', 'benchmarks/speed/ours/texts.ts', [folder]),
    ...rivals.map(({ start }) => start(folder)),
  ];
  return withChildren(starting, async (children) => {
    const { cores, ...index } = children[0]!.ready;
    const cases: TextCase[] = [
      ...casesOf(Number(cores)),
      ...rivals.flatMap(({ name, build, searches, note }, i): TextCase[] => [
        { name: `build, ${name}`, child: i + 1, work: build, unit: 'ms', builds: true, note },
        ...(searches
          ? [{ name: `search, ${name}`, child: i + 1, work: 'search', unit: 'µs/query' as const, note }]
          : []),
      ]),
    ];
    const samples: Samples = new Map();
    /** Demands of a round, for each process. */
    const asked = [demands];
    for (const [i, { searches }] of rivals.entries()) {
      asked.push(searches ? await affordable(children[i + 1]!, Math.min(MOST_SEARCHES, demands)) : 0);
    }
    const measured = cases.map(
      (one): Measured => recorded(one.name, children[one.child]!, one.work, asked[one.child]!, samples),
    );
    const times = await interleave(measured, rounds, 1);
    const rows = cases.map(({ name, child, unit, builds, note }): TextRow => {
      const inMs = times.get(name)!;
      const each = samples.get(name);
      return {
        name,
        unit,
        times: unit === 'ms' ? inMs : scaledTimes(inMs, 1000 / asked[child]!),
        p99: each === undefined ? null : latencyOf(each).p99,
        mbPerSecond: builds === true ? bytes / 1000 / inMs.median : null,
        note,
      };
    });
    const versions = Object.assign({}, ...children.slice(1).map(({ ready }) => ready)) as Record<
      string,
      string
    >;
    return { records, demands, megabytes: bytes / 1e6, index, rows, versions };
  });
}
