import type { Matcher, MatchResult } from 'cuohe';
import { type AchievementInput, createMatcher, type DemandInput } from 'cuohe';

/** The ranking that Node and browsers must agree on to the last bit. */

/** Fixed, because records of the sample expire. */
const AS_OF = '2026-06-30';
const LIMIT = 5;

/** Demand id → ids and scores, best first. */
export type Ranking = Readonly<Record<string, readonly (readonly [id: string, score: number])[]>>;

/** Records of a file with one a line. */
export function parseLines<T>(text: string): T[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** An index of the sample's supply records. */
export function sampleMatcher(achievements: string): Matcher {
  return createMatcher(parseLines<AchievementInput>(achievements));
}

/** The sample's demands ranked. */
export async function ranking(matcher: Matcher, demands: string): Promise<Ranking> {
  const found: Record<string, [string, number][]> = {};
  const results: AsyncIterable<MatchResult> = matcher.matchAll(parseLines<DemandInput>(demands), {
    limit: LIMIT,
    explain: false,
    filter: { asOf: AS_OF },
  });
  for await (const { queryId, matches } of results) {
    found[queryId] = matches.map(({ id, score }) => [id, score]);
  }
  return found;
}

/** A ranking as the fixture has it: every digit of a score counts, and the order of its keys. */
export function fixtureText(found: Ranking): string {
  const objects = Object.entries(found).map(([id, matches]) => [id, Object.fromEntries(matches)] as const);
  return `${JSON.stringify(Object.fromEntries(objects), undefined, 2)}\n`;
}
