import { exponential } from '../../base/exponential.ts';
import type { LevelCalibration } from './calibration.ts';
import { LEVELS, type MatchLevel } from './level.ts';

/** What a score means. */
export interface Graded {
  readonly level: MatchLevel;
  /** That a judge would call the match relevant (较强 or 强), in [0, 1], with three decimals. */
  readonly probability: number;
}

/**
 * What of a match speaks for its level: √(score / √own), in [0, 1]. A query that lacks signals, or whose words the
 * collection does not know, cannot reach as high a score as another; dividing by the length of its row makes up for that
 * in part, and leaves the order within a query as it is. The root, because the step from nothing to little says more than
 * that from much to more. Measured beside it and left out: see `docs/decisions/0021-levels-of-one-evidence.md`.
 * @param own score of the query with itself: the squared length of its row.
 */
export function evidenceOf(score: number, own: number): number {
  return own > 0 ? Math.sqrt(Math.min(1, Math.max(0, score / Math.sqrt(own)))) : 0;
}

/**
 * The level and the probability of a match. The level is the median of the model's distribution: the highest that is
 * reached with a probability of a half or more; no other has a smaller mean absolute error.
 */
export function gradeOf(calibration: LevelCalibration, score: number, own: number): Graded {
  const { thresholds, slope } = calibration;
  const rise = slope * evidenceOf(score, own);
  let level = 0;
  while (level < thresholds.length && rise >= thresholds[level]!) level++;
  return { level: LEVELS[level]!, probability: rounded(logistic(rise - thresholds[1]!)) };
}

/**
 * The least score of a query that is graded so high, in [0, 1]; 1 also where no score is. `gradeOf` decides at the score
 * itself: rounding may put this one a last bit beside it.
 * @param level 1 to 3.
 */
export function leastScoreOf(
  { thresholds, slope }: LevelCalibration,
  level: Exclude<MatchLevel['level'], 0>,
  own: number,
): number {
  const threshold = thresholds[level - 1]!;
  if (threshold <= 0) return 0;
  if (slope === 0) return 1;
  return Math.min(1, (threshold / slope) ** 2 * Math.sqrt(Math.max(0, own)));
}

/** Beyond this, three decimals are 0 or 1. */
const FAR = 16;
/** Squarings that are enough for it. */
const SQUARINGS = 7;
/** More digits than these would claim what is not known. */
const STEPS = 1000;

function logistic(x: number): number {
  if (x >= FAR) return 1;
  return x <= -FAR ? 0 : 1 / (1 + exponential(-x, SQUARINGS));
}

function rounded(probability: number): number {
  return Math.round(probability * STEPS) / STEPS;
}
