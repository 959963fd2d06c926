import { InputError, type InputIssue } from '../base/errors.ts';
import { Issues } from '../base/issues.ts';
import { readId } from '../base/zod-issues.ts';
import { CONDITION_KINDS, CONDITION_WEIGHTS } from '../core/conditions/condition.ts';
import { contributionsOf } from '../core/explanation/contributions.ts';
import { evidenceOf } from '../core/levels/grade.ts';
import { engineOf } from '../core/matcher/engine-of.ts';
import type { Matcher } from '../core/matcher/matcher.ts';
import { parseRecords, type Side } from '../core/records/parse.ts';
import type { AchievementInput, DemandInput } from '../core/records/types.ts';
import { mapSignals, SIGNALS, type SignalName } from '../core/vectors/signals.ts';
import { createMatcher, type MatcherOptions } from '../defaults/defaults.ts';
import type { Judged } from '../evaluate/judged.ts';
import type { Weights } from './columns.ts';
import type { JudgedPair } from './judgments.ts';
import type { Observation } from './ordinal.ts';
import { byDemand, type ColumnPair } from './signal-weights.ts';

/** What judgments are about. */
export interface JudgedRecords {
  /** The collection that matches come from, judged or not: its statistics are part of every score. */
  readonly achievements: readonly Judged<AchievementInput>[];
  readonly demands: readonly Judged<DemandInput>[];
}

/** Options of the matcher that is learned for. */
export type LearnedMatcherOptions = Omit<MatcherOptions, 'side' | 'levels'>;

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

/** The columns of judged pairs, in their order. */
export function columnPairs(
  pairs: readonly JudgedPair[],
  records: JudgedRecords,
  options: LearnedMatcherOptions,
): ColumnPair[] {
  // Equal weights show every cosine, also of a signal that the defaults leave out; conditions show at a weight of 1.
  const { vectors } = options;
  const bare = {
    ...options,
    signals: mapSignals(() => 1),
    ...(vectors && { vectors: { ...vectors, weight: 0 } }),
  };
  const alike = scored(pairs, records, matcherOf(records, bare));
  const shifting = scored(pairs, records, matcherOf(records, { ...options, conditions: CONDITION_WEIGHTS }));
  return alike.map(({ pair, match, ownSignals }, i) => {
    const words = SIGNALS.map((signal) => Math.min(1, match.signals[signal] * SIGNALS.length));
    const { conditions } = shifting[i]!.match;
    const added = CONDITION_KINDS.map((kind) =>
      conditions.reduce((sum, condition) => sum + (condition.kind === kind ? condition.value : 0), 0),
    );
    // Where a side has no vector, the words are all there is: then the vectors say what they say.
    const said = match.vectors ? Math.max(0, match.vectors.cosine) : sumOf(shifting[i]!.match.signals);
    const own = SIGNALS.map((signal) => ownSignals[signal] * SIGNALS.length);
    return {
      ...pair,
      columns: [...words, ...(vectors ? [said] : []), ...added],
      own: [...own, ...(vectors ? [1] : []), ...CONDITION_KINDS.map(() => 0)],
    };
  });
}

/** The pairs as the calibration sees them, under the learned weights. */
export function observationsOf(
  pairs: readonly JudgedPair[],
  records: JudgedRecords,
  options: LearnedMatcherOptions,
  { signals, conditions, vectors }: Weights,
): Observation[] {
  const learned = {
    ...options,
    signals,
    conditions,
    ...(options.vectors && vectors !== undefined && { vectors: { ...options.vectors, weight: vectors } }),
  };
  return scored(pairs, records, matcherOf(records, learned)).map(({ pair, match, own }) => ({
    features: [evidenceOf(match.score, own)],
    level: pair.grade,
    weight: pair.weight,
  }));
}

/** The score of the words of a pair. */
function sumOf(signals: Readonly<Record<SignalName, number>>): number {
  return SIGNALS.reduce((sum, signal) => sum + signals[signal], 0);
}

function matcherOf(records: JudgedRecords, options: LearnedMatcherOptions): Matcher<unknown> {
  return createMatcher(records.achievements, { ...options, levels: false, side: 'achievement' });
}

function scored(pairs: readonly JudgedPair[], { demands }: JudgedRecords, matcher: Matcher<unknown>) {
  const known = new Map(demands.map((demand) => [demand.id, demand]));
  const engine = engineOf(matcher)!;
  const { vectorizer } = engine.base;
  return [...byDemand(pairs)].flatMap(([demandId, group]) => {
    const demand = known.get(demandId)!;
    const ids = group.map(({ achievementId }) => achievementId);
    const matches = matcher.reasons(demand, ids, { explain: false });
    const side = engine.querySide(engine.read([demand])[0]!);
    const own = engine.ownOf(side);
    const { signals: ownSignals } = contributionsOf(side.row, side.row, vectorizer);
    return group.map((pair, i) => ({ pair, match: matches[i]!, own, ownSignals }));
  });
}
