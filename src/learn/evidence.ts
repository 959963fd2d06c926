import { InputError, type InputIssue } from '../base/errors.ts';
import { Issues } from '../base/issues.ts';
import { readId } from '../base/zod-issues.ts';
import type { Matcher } from '../core/matcher/matcher.ts';
import { parseRecords, type Side } from '../core/records/parse.ts';
import type { AchievementInput, DemandInput } from '../core/records/types.ts';
import { SIGNALS, type SignalName, type SignalWeights } from '../core/vectors/signals.ts';
import { createMatcher, type MatcherOptions } from '../defaults/defaults.ts';
import type { Judged } from '../evaluate/judged.ts';
import { pairFeatures } from './calibration.ts';
import type { JudgedPair } from './judgments.ts';
import type { Observation } from './ordinal.ts';
import { scorePairs } from './pair-scores.ts';
import { byDemand, type CosinePair } from './signal-weights.ts';

/** What judgments are about. */
export interface JudgedRecords {
  /** The collection that matches come from, judged or not: its statistics are part of every score. */
  readonly achievements: readonly Judged<AchievementInput>[];
  readonly demands: readonly Judged<DemandInput>[];
}

/** Options of the matcher that is learned for. */
export type LearnedMatcherOptions = Omit<MatcherOptions, 'side'>;

/** @throws InputError `INVALID_RECORDS` naming every bad demand and achievement. */
export function checkRecords({ achievements, demands }: JudgedRecords, options: LearnedMatcherOptions): void {
  const issues = new Issues();
  issues.take(recordIssues(demands, 'demand', options));
  issues.take(recordIssues(achievements, 'achievement', options));
  issues.throwAs('INVALID_RECORDS', 'Bad records');
}

function recordIssues(
  records: readonly unknown[],
  side: Side,
  { stages }: LearnedMatcherOptions,
): InputIssue[] {
  try {
    parseRecords(records, side, stages === undefined ? {} : { stages });
    return [];
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== 'INVALID_RECORDS') throw error;
    return error.issues.map((issue) => ({ ...issue, place: `${side}s` }));
  }
}

/** The ids of checked records. */
export function idsOf(records: readonly unknown[]): ReadonlySet<string> {
  return new Set(records.map(readId).filter((id) => id !== undefined));
}

/** The cosines of judged pairs, in their order. */
export function cosinePairs(
  pairs: readonly JudgedPair[],
  records: JudgedRecords,
  options: LearnedMatcherOptions,
): CosinePair[] {
  // Equal weights show every cosine, also of a signal that the defaults leave out.
  const equal = Object.fromEntries(SIGNALS.map((signal) => [signal, 1])) as Record<SignalName, number>;
  const matcher = createMatcher(records.achievements, { ...options, signals: equal, side: 'achievement' });
  return scored(pairs, records, matcher).map(({ pair, signals }) => ({
    ...pair,
    cosines: SIGNALS.map((signal) => Math.min(1, (signals[signal] ?? 0) * SIGNALS.length)),
  }));
}

/** The pairs as the calibration sees them, under the learned weights: alone, and with the best score of the demand. */
export function observationsOf(
  pairs: readonly JudgedPair[],
  records: JudgedRecords,
  options: LearnedMatcherOptions,
  signals: SignalWeights,
): { readonly pair: Observation[]; readonly ranked: Observation[] } {
  const matcher = createMatcher(records.achievements, { ...options, signals, side: 'achievement' });
  const all = scored(pairs, records, matcher);
  const observe = (relative: boolean) =>
    all.map(({ pair, score, best }): Observation => {
      const features = pairFeatures(score, relative ? best : undefined);
      return { features, level: pair.grade, weight: pair.weight };
    });
  return { pair: observe(false), ranked: observe(true) };
}

function scored(pairs: readonly JudgedPair[], { demands }: JudgedRecords, matcher: Matcher<unknown>) {
  const known = new Map(demands.map((demand) => [demand.id, demand]));
  return [...byDemand(pairs)].flatMap(([demandId, group]) => {
    const ids = group.map(({ achievementId }) => achievementId);
    const { pairs: scores, best } = scorePairs(matcher, known.get(demandId)!, ids);
    return group.map((pair, i) => {
      const { score, signals } = scores[i]!;
      return { pair, best, score, signals };
    });
  });
}
