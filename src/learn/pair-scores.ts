import type { Matcher } from '../core/matcher/matcher.ts';
import type { AchievementInput, DemandInput } from '../core/records/types.ts';
import type { SignalName } from '../core/vectors/signals.ts';

/** What a matcher says of one pair. */
export interface PairScore {
  /** In [0, 1]. */
  readonly score: number;
  /** What each signal adds to it; 0 where it is left out. */
  readonly signals: Readonly<Partial<Record<SignalName, number>>>;
}

/** The pairs of one demand. */
export interface DemandScores {
  /** The score of a record, also of one that shares nothing and does not match. */
  readonly of: (achievementId: string) => PairScore;
  /** The best score of the whole collection; 0 if nothing matches. */
  readonly best: number;
}

/** Judged records are scored whatever would keep them from being shown today. */
const ALL = { includeExpired: true, clearance: 'top-secret' } as const;
const NOTHING: PairScore = { score: 0, signals: {} };

/** Scores some records for a demand, and finds the best score of all. */
export function scorePairs(
  matcher: Matcher,
  demand: DemandInput,
  achievements: Iterable<Pick<AchievementInput, 'id'>>,
): DemandScores {
  const ids = new Set(Array.from(achievements, ({ id }) => id));
  const { matches } = matcher.match(demand, {
    limit: Number.POSITIVE_INFINITY,
    explain: false,
    filter: { ...ALL, where: ({ id }) => ids.has(id) },
  });
  const scores = new Map(matches.map((match) => [match.id, match]));
  const [first] = matcher.match(demand, { limit: 1, explain: false, filter: ALL }).matches;
  return { of: (id) => scores.get(id) ?? NOTHING, best: first?.score ?? 0 };
}
