import { readFileSync } from 'node:fs';
import { readAchievements, readDemands } from 'cuohe/io';
import type { Sample } from './types.ts';

function read(name: string): string {
  return readFileSync(new URL(`../data/${name}.jsonl`, import.meta.url), 'utf8');
}

/** The items of a file of the bundled sample, one JSON object a line. */
function items<T>(name: string): T[] {
  return read(name)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** Reads the bundled sample. */
export function loadSample(): Sample {
  return {
    achievements: readAchievements(read('achievements'), { name: 'achievements.jsonl' }).records,
    demands: readDemands(read('demands'), { name: 'demands.jsonl' }).records,
    extra: (name) => items(`programmes/${name}`),
  };
}
