import { statSync } from 'node:fs';
import { join } from 'node:path';
import { idsOf, type JudgedSet, type Judgment, judgmentIssues } from '../../src/evaluate/judged.ts';
import { type Achievement, type Demand, InputError, type InputIssue } from '../../src/index.ts';
import { readAchievements, readDemands } from '../../src/io/index.ts';
import { readTextFile } from './read-file.ts';
import { readJsonLinesFile } from './read-lines.ts';

/**
 * Reads a judged folder: `demands.jsonl`, `achievements.jsonl` and `judgments.jsonl`.
 * @throws InputError `UNREADABLE_INPUT` naming every problem of the three files by file and line: missing and empty
 *   files, lines that are no JSON, bad records, judgments of unknown ids, grades other than 0 to 3, and pairs that
 *   are judged twice with different grades.
 */
export function readJudgedFolder(folder: string): JudgedSet {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) {
    const expected = 'a folder with demands.jsonl, achievements.jsonl and judgments.jsonl';
    const received = found === undefined ? 'nothing: there is no such folder' : 'a file';
    throw unreadable(folder, [{ index: -1, place: folder, path: '', expected, received }]);
  }
  const issues: InputIssue[] = [];
  /** What a reader gives; undefined, and its problems noted, if it fails. */
  const attempt = <T>(path: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(
        ...error.issues.map((issue) => ({ ...issue, index: -1, place: placeIn(path, issue.place) })),
      );
      return undefined;
    }
  };
  const records = <T>(file: string, read: (text: string) => T) => {
    const path = join(folder, file);
    return attempt(path, () => read(readTextFile(path)));
  };
  const demands = records(
    'demands.jsonl',
    (text): readonly Demand[] => readDemands(text, { format: 'jsonl' }).records,
  );
  const achievements = records(
    'achievements.jsonl',
    (text): readonly Achievement[] => readAchievements(text, { format: 'jsonl' }).records,
  );
  const path = join(folder, 'judgments.jsonl');
  const lines = attempt(path, () => readJsonLinesFile(path));
  if (lines !== undefined) {
    // The ids of a file that could not be read are not known.
    const known = { demands: demands && idsOf(demands), achievements: achievements && idsOf(achievements) };
    const found = judgmentIssues(lines.values, known, lines.place);
    issues.push(...found.map((issue) => ({ ...issue, index: -1 })));
  }
  if (demands === undefined || achievements === undefined || lines === undefined || issues.length > 0) {
    throw unreadable(folder, issues);
  }
  return { demands, achievements, judgments: lines.values as readonly Judgment[] };
}

function placeIn(path: string, place = ''): string {
  return place.startsWith(path) ? place : `${path} ${place}`.trim();
}

function unreadable(folder: string, issues: readonly InputIssue[]): InputError {
  return new InputError('UNREADABLE_INPUT', `Cannot read the judged folder ${folder}`, issues);
}
