import { engineOf } from '../../core/matcher/engine-of.ts';
import type { Match } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { AchievementInput, MatchRecord, RecordInput } from '../../core/records/types.ts';
import { innerProduct } from '../../core/vectors/inner-product.ts';
import { type ExpertEvidence, evidenceOf } from './evidence.ts';

/**
 * What the best, the second and the third record count: a few good ones, neither the sum of all, which the busiest win, nor
 * one odd one.
 */
const POOLED = [0.5, 0.3, 0.2];
/** A record that says less than this share of what the best says is of another matter. */
const LEAST_SHARE = 0.25;
/** Records of a profile that are scored by themselves: those with the most of the shared phrases. */
const SCORED = 12;

/**
 * What a person's records show together, in [0, 1]: half of what the best one says, three tenths of the second and two of the
 * third; what says less than a quarter of the best counts nothing.
 * @param said of each record, its score by its weight.
 */
export function pooledStrength(said: readonly number[]): number {
  const best = [...said].sort((a, b) => b - a).slice(0, POOLED.length);
  return best.reduce((sum, one, i) => (one >= LEAST_SHARE * best[0]! ? sum + POOLED[i]! * one : sum), 0);
}

/** What speaks for an expert, and how strongly. */
export interface Shown {
  readonly evidence: readonly ExpertEvidence[];
  readonly strength: number;
}

/** Scores the records behind profiles for one demand, each by itself, with the statistics of the matcher of the profiles. */
export function strengthFinder<R>(demand: RecordInput, matcher: Matcher<R>) {
  const engine = engineOf(matcher)!;
  const asked = engine.querySide(matcher.read(demand)).row;
  const scoreOf = (part: AchievementInput) =>
    innerProduct(asked, engine.querySide(engine.read([part])[0]!).row);
  return ({ record, phrases }: Pick<Match<MatchRecord>, 'record' | 'phrases'>): Shown => {
    const found = evidenceOf(record, phrases);
    const scored = found.map(({ part, ...one }, i): ExpertEvidence => {
      if (i >= SCORED) return { ...one, score: 0 };
      // A score above 1 is rounding.
      return { ...one, score: Math.min(1, scoreOf(part)) };
    });
    return { evidence: scored, strength: pooledStrength(scored.map(({ score, weight }) => score * weight)) };
  };
}
