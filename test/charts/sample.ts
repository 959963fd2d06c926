import { readFileSync } from 'node:fs';
import { createMatcher, type MatchResult, parseRecords } from 'cuohe';
import { readAchievements, readDemands } from 'cuohe/io';

/** The bundled sample, matched in both directions. */

const read = (file: string) => readFileSync(new URL(`../../examples/data/${file}.jsonl`, import.meta.url));

/** A fixed day: what has ended has not then. */
const OPTIONS = { limit: 5, filter: { asOf: '2026-06-30' } } as const;

export const achievements = parseRecords(readAchievements(read('achievements')).records, 'achievement');
export const demands = parseRecords(readDemands(read('demands')).records, 'demand');
export const supply = createMatcher(achievements);
export const demandIndex = createMatcher(demands, { side: 'demand' });

export async function forDemands(): Promise<MatchResult[]> {
  return collected(supply.matchAll(demands, OPTIONS));
}

export async function forAchievements(): Promise<MatchResult[]> {
  return collected(demandIndex.matchAll(achievements, OPTIONS));
}

async function collected(results: AsyncIterable<MatchResult>): Promise<MatchResult[]> {
  const all: MatchResult[] = [];
  for await (const result of results) all.push(result);
  return all;
}
