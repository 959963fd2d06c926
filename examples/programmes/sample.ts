import { readFileSync } from 'node:fs';
import type { AchievementInput, DemandInput } from 'cuohe';
import type { Sample } from './types.ts';

/** The items of a file of the bundled sample, one JSON object a line. */
function items<T>(name: string): T[] {
  return readFileSync(new URL(`../data/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** Reads the bundled sample. */
export function loadSample(): Sample {
  return {
    achievements: items<AchievementInput>('achievements'),
    demands: items<DemandInput>('demands'),
    extra: (name) => items(`programmes/${name}`),
  };
}
