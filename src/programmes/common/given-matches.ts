import * as z from 'zod/mini';
import { Issues } from '../../base/issues.ts';
import type { MatchResult } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import { COUNT, partOf, SHARE } from './check.ts';
import type { Ranking } from './matching.ts';

/** What is read of a result. */
const RESULT = z.looseObject({
  queryId: z.string(),
  matches: z.array(z.looseObject({ id: z.string(), index: COUNT, score: SHARE })),
});

/** Shape of an option `matches`. */
export const GIVEN_MATCHES = z.optional(z.array(partOf<MatchResult<never>>(RESULT)));

/**
 * Matches that were handed in, by query. They are of this matcher, and under these conditions, or nobody knows what they
 * stand for.
 * @throws InputError `INVALID_OPTIONS` naming every match that is not.
 */
export function givenMatches<R>(
  matcher: Matcher<R>,
  matches: readonly MatchResult<R>[] | undefined,
  { minScore = 0, kinds, filter }: Ranking<R>,
): ReadonlyMap<string, MatchResult<R>> {
  if (matches === undefined) return new Map();
  const { indices } = matcher.passing(filter, kinds);
  const ids = new Map(indices.map((index) => [matcher.parsed(index).id, index]));
  const issues = new Issues();
  const expected = 'a match of this matcher that passes day, clearance, kinds, filter and minScore';
  for (const [r, { matches: found }] of matches.entries()) {
    for (const [m, { id, index, score }] of found.entries()) {
      const isOurs = ids.get(id) === index && score >= minScore;
      issues.expect(isOurs, `matches[${r}].matches[${m}]`, expected, id);
    }
  }
  issues.throwAsOptions();
  return new Map(matches.map((result) => [result.queryId, result]));
}
