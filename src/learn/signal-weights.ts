import { SIGNALS, type SignalWeights } from '../core/vectors/signals.ts';
import { nonNegativeLeastSquares } from './least-squares.ts';

/** A judged pair as the fit sees it. */
export interface CosinePair {
  readonly demandId: string;
  readonly achievementId: string;
  readonly grade: number;
  readonly weight: number;
  /** Cosine of each signal, in the order of `SIGNALS`. */
  readonly cosines: readonly number[];
}

/** Weights scaled to sum to 1, in the order of `SIGNALS`. */
export function scaledWeights(weights: SignalWeights): number[] {
  const sum = SIGNALS.reduce((total, signal) => total + weights[signal], 0);
  return SIGNALS.map((signal) => weights[signal] / sum);
}

/** The score of a pair under weights that sum to 1. */
export function linearScore(weights: readonly number[], cosines: readonly number[]): number {
  return weights.reduce((sum, weight, f) => sum + weight * cosines[f]!, 0);
}

/** Pairs by demand, in their order. */
export function byDemand<P extends { readonly demandId: string }>(pairs: readonly P[]): Map<string, P[]> {
  const groups = new Map<string, P[]>();
  for (const pair of pairs) {
    const group = groups.get(pair.demandId);
    if (group === undefined) groups.set(pair.demandId, [pair]);
    else group.push(pair);
  }
  return groups;
}

/**
 * Fits signal weights to grades: non-negative ridge regression of the gain 2^grade − 1 (what nDCG adds up) on the signal
 * cosines, both less their mean within the demand, because only the order within a demand matters to a ranking.
 *
 *     min over b ≥ 0   Σ_pairs u · (gain° − Σ_f b_f · cosine°_f)²  +  λ · m · Σ_f (b_f − a · default_f)²
 *
 * ° centred within the demand; u the pair's weight; a the best multiple of the default score; m the mean square of the
 * centred cosines that vary, so that λ counts in pairs: with as many pairs as λ, data and defaults have about the same
 * say, and a signal that the records do not have keeps its default. Convex, with one solution.
 * @param defaults weights that sum to 1.
 * @returns weights that sum to 1; undefined if the default score does not rise with the grades at all, where a fit
 *   would follow noise.
 */
export function fitWeights(
  pairs: readonly CosinePair[],
  defaults: readonly number[],
  shrinkage: number,
): number[] | undefined {
  const n = defaults.length;
  const gram = defaults.map(() => defaults.map(() => 0));
  const right = defaults.map(() => 0);
  let total = 0;
  for (const group of byDemand(pairs).values()) {
    const weights = group.map(({ weight }) => weight);
    const gains = centred(
      group.map(({ grade }) => 2 ** grade - 1),
      weights,
    );
    const columns = defaults.map((_, f) =>
      centred(
        group.map(({ cosines }) => cosines[f]!),
        weights,
      ),
    );
    weights.forEach((weight, i) => {
      total += weight;
      for (let f = 0; f < n; f++) {
        right[f]! += weight * columns[f]![i]! * gains[i]!;
        for (let g = 0; g < n; g++) gram[f]![g]! += weight * columns[f]![i]! * columns[g]![i]!;
      }
    });
  }
  const rise = defaults.reduce((sum, value, f) => sum + value * right[f]!, 0);
  const spread = defaults.reduce((sum, value, f) => sum + value * linearScore(defaults, gram[f]!), 0);
  if (!(rise > 0 && spread > 0)) return undefined;
  const scale = rise / spread;
  const varying = gram.map((row, f) => row[f]!).filter((square) => square > 0);
  const mean = varying.reduce((sum, square) => sum + square, 0) / varying.length / total;
  const ridge = shrinkage * mean;
  const fitted = nonNegativeLeastSquares(
    gram.map((row, f) => row.map((value, g) => value + (f === g ? ridge : 0))),
    right.map((value, f) => value + ridge * scale * defaults[f]!),
  );
  const sum = fitted.reduce((before, value) => before + value, 0);
  return sum > 0 ? fitted.map((value) => value / sum) : undefined;
}

/** Values less their weighted mean. */
function centred(values: readonly number[], weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const mean = values.reduce((total, value, i) => total + weights[i]! * value, 0) / sum;
  return values.map((value) => value - mean);
}
