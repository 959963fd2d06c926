import { Issues } from '../../base/issues.ts';
import { ANSWERING, type MatchLevel } from '../../core/levels/level.ts';
import { engineOf } from '../../core/matcher/engine-of.ts';
import { leastScoreIn } from '../../core/matcher/least-score.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import { drawnThreshold } from '../../core/matcher/threshold.ts';
import type { MatchRecord, QueryInput } from '../../core/records/types.ts';

/**
 * The one default of `minScore` of all programmes that must tell what counts. Nothing is guessed: where the matcher's
 * levels hold they decide, else a score is drawn from the collection.
 */

/** What a score is to show: that a record answers a demand, or that it is worth a look. */
export type Mark = 'answers' | 'near';

/** From which level on, and which share of unrelated pairs may score as much where there are no levels. */
const MARKS = {
  answers: { level: ANSWERING, noise: 1 / 1000 },
  near: { level: 1, noise: 1 / 200 },
} as const satisfies Readonly<Record<Mark, { readonly level: 1 | 2 | 3; readonly noise: number }>>;

/** Below the least score of a level by so much as rounding may take. */
const ROUNDING = 1e-9;

/** What of a match tells whether it is enough. */
export interface Scored {
  readonly score: number;
  readonly level?: MatchLevel;
}

/** What is enough on one matcher. */
export interface Enough {
  /** The score that decides, in [0, 1]; `null` where levels do. */
  readonly minScore: number | null;
  /** Whether a match is enough. Of matches of one query, best first, a first part is. */
  readonly passes: (match: Scored) => boolean;
  /** A `minScore` for `match` that takes away nothing that is enough, of a query or of any. */
  readonly floor: (query?: QueryInput | MatchRecord) => number;
}

/** Scores that were drawn before: a matcher does not change. */
const DRAWN = new WeakMap<Matcher<never>, Map<Mark, number>>();

/**
 * What is enough on a matcher.
 *
 * - A score that the host gives decides.
 * - Else the level of each match does: 较强 and 强 answer, 弱 is worth a look. It goes by the query, so that a short demand is
 *   not held to the scores of a long one.
 * - Matches without a level (`levels: false`, other signal weights, records of the same side) are held to the score that one
 *   of 1,000 pairs of the collection without a chain in common reaches, to be worth a look one of 200; where there are fewer
 *   pairs, to one that none reaches.
 * @param given the host's `minScore`.
 * @param queries that will be asked: where the collection has too few pairs, theirs with it are looked at.
 * @throws InputError `INVALID_OPTIONS` asking for `minScore` where there are no levels and fewer than 20 such pairs; for
 *   queries of the other side at once, else when the first match without a level is looked at.
 */
export function enoughFor<R>(
  matcher: Matcher<R>,
  mark: Mark,
  given: number | undefined,
  queries?: readonly QueryInput[],
): Enough {
  if (given !== undefined) {
    return { minScore: given, passes: ({ score }) => score >= given, floor: () => given };
  }
  const engine = engineOf(matcher)!;
  const { level: least } = MARKS[mark];
  const drawn = () => drawnFor(matcher as Matcher<never>, mark, queries);
  return {
    get minScore() {
      return engine.levels === undefined ? drawn() : null;
    },
    passes: ({ score, level }) => (level === undefined ? score >= drawn() : level.level >= least),
    floor: (query) => {
      if (query === undefined) return engine.levels === undefined ? drawn() : 0;
      const graded = leastScoreIn(engine, matcher.read(query as QueryInput), least);
      return graded === undefined ? drawn() : graded * (1 - ROUNDING);
    },
  };
}

function drawnFor(matcher: Matcher<never>, mark: Mark, queries: readonly QueryInput[] | undefined): number {
  const known = DRAWN.get(matcher) ?? new Map<Mark, number>();
  const before = known.get(mark);
  if (before !== undefined) return before;
  if (matcher.size === 0) return 0;
  const { noise } = MARKS[mark];
  const own = drawnThreshold(matcher as Matcher, noise);
  if (own.minScore !== undefined) {
    DRAWN.set(matcher, known.set(mark, own.minScore));
    return own.minScore;
  }
  const asked = queries === undefined ? own : drawnThreshold(matcher as Matcher, noise, queries);
  if (asked.minScore === undefined) {
    const issues = new Issues();
    const expected = 'a number in [0, 1], as the matcher has no levels and too few records to draw it from';
    issues.addText('minScore', expected, `${asked.pairs} unrelated pairs`);
    issues.throwAsOptions();
  }
  return asked.minScore!;
}
