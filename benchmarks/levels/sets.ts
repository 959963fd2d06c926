import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JudgedSet, Judgment } from '../../src/evaluate/judged.ts';
import { readJudgedFolder } from '../evaluate/judged-folder.ts';
import { ROOT } from '../harness/root.ts';

/** Judged demands, and what they are called. */
export interface NamedSet {
  readonly name: string;
  readonly judged: JudgedSet;
}

/** A judged folder. */
export function folderSet(path: string): NamedSet {
  return { name: path, judged: readJudgedFolder(path) };
}

/** The judgments that come with the repository, all of them invented: what the shipped calibration is fitted on. */
export function shippedSets(): NamedSet[] {
  return [
    { name: 'hard cases', judged: readJudgedFolder(join(ROOT, 'benchmarks/hard-cases')) },
    { name: 'reading cases', judged: readJudgedFolder(join(ROOT, 'benchmarks/reading-cases')) },
    { name: 'sample', judged: sample() },
  ];
}

/**
 * The bundled sample: what a manager would choose first is 强, what would be chosen besides 较强. A demand without a
 * counterpart is judged by this alone.
 */
function sample(): JudgedSet {
  const folder = join(ROOT, 'examples/data');
  const lines = (name: string) =>
    readFileSync(join(folder, name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<
    string,
    string[]
  >;
  const judgments = Object.entries(expected).flatMap(([demandId, ids]) =>
    ids.map((achievementId, i): Judgment => ({ demandId, achievementId, grade: i === 0 ? 3 : 2 })),
  );
  return { demands: lines('demands.jsonl'), achievements: lines('achievements.jsonl'), judgments };
}
