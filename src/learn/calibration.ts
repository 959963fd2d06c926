import { medianPosition } from './median.ts';
import { levelProbabilities, type OrdinalModel } from './ordinal.ts';

/** From a score to the four levels. */

/** Number of levels: 0 无, 1 弱, 2 较强, 3 强. */
export const LEVELS = 4;

/** A proportional-odds model: P(level ≤ k) = σ(thresholds[k] − score · √s − relative · √(s / best)). */
export interface Calibration {
  /** Three, ascending. */
  readonly thresholds: readonly number[];
  /** Slope of the root of the score, ≥ 0. */
  readonly score: number;
  /** Slope of the root of score / best score of the demand, ≥ 0; 0 in the calibration that does without. */
  readonly relative: number;
}

/**
 * The features of a pair that are known wherever it is matched. Roots, because the step from nothing to little says
 * more than that from much to more. Cosines of signals, rank, shared phrases, coverage and lengths of texts were
 * measured beside them: none made the levels of left-out demands better.
 * @param best best score of the demand; undefined leaves the relative score out.
 */
export function pairFeatures(score: number, best?: number): number[] {
  const relative = best === undefined || !(best > 0) ? 0 : score / best;
  return [score, relative].map((value) => Math.sqrt(Math.min(1, Math.max(0, value))));
}

/** Names the slopes of a model of {@link pairFeatures}. */
export function toCalibration({ thresholds, slopes }: OrdinalModel): Calibration {
  const [score = 0, relative = 0] = slopes;
  return { thresholds, score, relative };
}

/** Probabilities of the levels of a pair. */
export function probabilitiesOf(
  { thresholds, score: slope, relative }: Calibration,
  score: number,
  best?: number,
): number[] {
  return levelProbabilities({ thresholds, slopes: [slope, relative] }, pairFeatures(score, best));
}

/** The median of a distribution over levels: no other level has a smaller mean absolute error. */
export function medianLevel(probabilities: readonly number[]): number {
  return medianPosition(probabilities);
}
