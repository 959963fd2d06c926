import { FACETS, type FacetName } from '../vectors/facets.ts';
import { medianPosition } from './median.ts';
import { levelProbabilities, type OrdinalModel } from './ordinal.ts';
import type { PairScore } from './pair-scores.ts';

/**
 * From a score to the four levels: features of a pair that are known wherever it is matched. Roots, because the step
 * from nothing to little says more than that from much to more.
 */

/** Number of levels: 0 无, 1 弱, 2 较强, 3 强. */
export const LEVELS = 4;

/** A proportional-odds model with its slopes by name; each feature is a square root. */
export interface Calibration {
  /** Three, ascending: P(level ≤ k) = σ(thresholds[k] − Σ slope · √feature). */
  readonly thresholds: readonly number[];
  /** Slope of the root of the score, ≥ 0. */
  readonly score: number;
  /** Slope of the root of score / best score of the demand, ≥ 0; 0 in the calibration that does without. */
  readonly relative: number;
  /** Slopes of the roots of the facets' cosines, ≥ 0. */
  readonly facets: Readonly<Record<FacetName, number>>;
}

/**
 * The features of a pair: roots of score, score / best, cosines.
 * @param weights of the facets, in the order of `FACETS`, summing to 1.
 * @param best best score of the demand; undefined leaves the relative score out.
 */
export function pairFeatures(
  { score, facets }: PairScore,
  weights: readonly number[],
  best?: number,
): number[] {
  const cosines = FACETS.map((facet, f) => {
    const value = facets[facet] ?? 0;
    return weights[f]! > 0 ? value / weights[f]! : 0;
  });
  const relative = best === undefined || !(best > 0) ? 0 : score / best;
  return [score, relative, ...cosines].map((value) => Math.sqrt(Math.min(1, Math.max(0, value))));
}

/** Names the slopes of a model of {@link pairFeatures}. */
export function toCalibration({ thresholds, slopes }: OrdinalModel): Calibration {
  const [score = 0, relative = 0, ...rest] = slopes;
  const facets = Object.fromEntries(FACETS.map((facet, f) => [facet, rest[f] ?? 0])) as Record<
    FacetName,
    number
  >;
  return { thresholds, score, relative, facets };
}

/** Probabilities of the levels for the features of a pair. */
export function probabilitiesOf(calibration: Calibration, features: readonly number[]): number[] {
  const { thresholds, score, relative, facets } = calibration;
  return levelProbabilities(
    { thresholds, slopes: [score, relative, ...FACETS.map((facet) => facets[facet])] },
    features,
  );
}

/** The median of a distribution over levels: no other level has a smaller mean absolute error. */
export function medianLevel(probabilities: readonly number[]): number {
  return medianPosition(probabilities);
}
