import { type Matcher, type QueryInput, suggestThreshold } from 'cuohe';

/**
 * What one unrelated pair in so many may score, for what a score is to show: that a record answers a demand, that it is
 * worth a look, that it touches on it.
 */
const ONE_IN = { answers: 1000, near: 200, touches: 20 };

/** The score that is enough for these queries on this collection. */
export function enough<R>(
  matcher: Matcher<R>,
  queries: readonly QueryInput[],
  to: keyof typeof ONE_IN,
): number {
  return suggestThreshold(matcher, { queries, noise: 1 / ONE_IN[to] }).minScore;
}
