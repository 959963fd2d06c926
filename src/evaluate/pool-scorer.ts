import { Issues } from '../base/issues.ts';
import { Matcher } from '../core/matcher/matcher.ts';
import type { AchievementInput, DemandInput } from '../core/records/types.ts';
import { createMatcher, type MatcherOptions } from '../defaults/defaults.ts';
import type { Judged, JudgedPool } from './judged.ts';

/**
 * Scores the achievements of a demand's pool: one finite number for each, in their order, on any scale; higher is
 * better.
 */
export type PoolScorer = (
  demand: Judged<DemandInput>,
  pool: readonly Judged<AchievementInput>[],
) => readonly number[];

/**
 * What is evaluated: options of a matcher that is built from all achievements of the judged set, a matcher that holds
 * them already, or any function.
 */
export type RankedBy = MatcherOptions | Matcher<unknown> | PoolScorer;

/**
 * The scorer behind what is evaluated.
 * @throws InputError for bad options, and for a matcher of demands or one that lacks judged achievements.
 */
export function poolScorerOf(
  by: RankedBy,
  achievements: readonly Judged<AchievementInput>[],
  pools: readonly JudgedPool[],
): PoolScorer {
  if (typeof by === 'function') return by;
  if (!(by instanceof Matcher)) {
    return scoresOf(createMatcher(achievements, { ...by, side: 'achievement' }));
  }
  requireJudged(by, pools);
  return scoresOf(by);
}

/** @throws InputError for a matcher of demands and one that lacks judged achievements. */
export function requireJudged(matcher: Matcher<unknown>, pools: readonly JudgedPool[]): void {
  const missing = new Set<string>();
  for (const pool of pools)
    for (const { id } of pool.achievements) if (matcher.indexOf(id) < 0) missing.add(id);
  if (matcher.side !== 'demand' && missing.size === 0) return;
  const received =
    matcher.side === 'demand' ? 'a matcher of demands' : `one without ${[...missing].join(', ')}`;
  const issues = new Issues();
  issues.addText('', 'a matcher that holds every judged achievement', received);
  issues.throwAs('INVALID_OPTIONS', 'Bad matcher');
}

/** The scores of a matcher; 0 for what it does not match. Nothing is filtered out: a pool is ranked whole. */
function scoresOf(matcher: Matcher<unknown>): PoolScorer {
  return (demand, pool) => {
    const ids = pool.map(({ id }) => id);
    return matcher.reasons(demand, ids, { explain: false }).map(({ score }) => score);
  };
}
