import { join } from 'node:path';
import type { MatchRecord } from '../../src/index.ts';
import { readAchievements, readDemands } from '../../src/io/index.ts';
import { readTextFile } from '../evaluate/read-file.ts';

/** The two sides of a folder with `demands.jsonl` and `achievements.jsonl`. @throws InputError for bad files. */
export function readSides(folder: string): {
  readonly demands: readonly MatchRecord[];
  readonly achievements: readonly MatchRecord[];
} {
  const text = (file: string) => readTextFile(join(folder, file));
  return {
    demands: readDemands(text('demands.jsonl'), { format: 'jsonl' }).records,
    achievements: readAchievements(text('achievements.jsonl'), { format: 'jsonl' }).records,
  };
}
