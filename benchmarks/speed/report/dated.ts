import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from './types.ts';

/** Both reports of one day: a file of `results`, named by the day. */
export interface DatedResults {
  readonly bench: Report;
  readonly python: Report;
}

const NAME = /^\d{4}-\d{2}-\d{2}\.json$/;

/** Where the results of a day lie, from the page that prints them. */
export function resultsPath({ bench }: DatedResults): string {
  return `results/${bench.date}.json`;
}

/** Keeps the results of a day beside those of other days; of one day the last are kept. @param folder of the page. */
export function keepResults(folder: string, results: DatedResults): void {
  mkdirSync(join(folder, 'results'), { recursive: true });
  writeFileSync(join(folder, resultsPath(results)), `${JSON.stringify(results, null, 2)}\n`);
}

/** The results of the last day. @throws Error where there are none. */
export function lastResults(folder: string): DatedResults {
  const results = join(folder, 'results');
  const last = readdirSync(results)
    .filter((name) => NAME.test(name))
    .sort()
    .at(-1);
  if (last === undefined) throw new Error(`${results}: no results of any day`);
  return JSON.parse(readFileSync(join(results, last), 'utf8')) as DatedResults;
}
