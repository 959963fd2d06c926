import type { Matcher } from '../core/matcher/matcher.ts';
import type { DemandInput } from '../core/records/types.ts';
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
  /** The score of each record, in their order, also of one that shares nothing and does not match. */
  readonly pairs: readonly PairScore[];
  /** The best score of the whole collection; 0 if nothing matches. */
  readonly best: number;
}

/** Judged records are scored whatever would keep them from being shown today. */
const ALL = { includeExpired: true, clearance: 'top-secret' } as const;

/** Scores some records for a demand, and finds the best score of all. */
export function scorePairs(
  matcher: Matcher<unknown>,
  demand: DemandInput,
  ids: readonly string[],
): DemandScores {
  const pairs = matcher.reasons(demand, ids, { explain: false });
  const [first] = matcher.match(demand, { limit: 1, explain: false, filter: ALL }).matches;
  return { pairs, best: first?.score ?? 0 };
}
