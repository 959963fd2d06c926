import { MOST_CONDITION } from './learned.ts';
import { nonNegativeLeastSquares } from './least-squares.ts';

/** A judged pair as the fit sees it. */
export interface ColumnPair {
  readonly demandId: string;
  readonly achievementId: string;
  readonly grade: number;
  readonly weight: number;
  /** What each column says of the pair: cosines of signals and vectors, what conditions add at a weight of 1. */
  readonly columns: readonly number[];
  /** What each column says of the demand and itself: what its scores are measured by. */
  readonly own: readonly number[];
}

/** The score of a pair under coefficients. That of conditions is a straight line through what they add by default. */
export function linearScore(coefficients: readonly number[], columns: readonly number[]): number {
  return coefficients.reduce((sum, coefficient, f) => sum + coefficient * columns[f]!, 0);
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
 * Fits coefficients to grades: non-negative ridge regression of the gain 2^grade − 1 (what nDCG adds up) on the columns,
 * both less their mean within the demand, because only the order within a demand matters to a ranking.
 *
 *     min over b ≥ 0   Σ_pairs u · (gain° − Σ_f b_f · column°_f)²  +  λ · Σ_f m_f · (b_f − a · default_f)²
 *
 * ° centred within the demand; u the pair's weight; a the best multiple of the default score; m the mean square of the
 * centred shares that vary; for a condition that of its own column over the pairs that have it. So λ counts in pairs: with
 * as many pairs as λ, of a condition with as many that have it, data and defaults have about the same say, and what the
 * records do not have keeps its default. Convex, with one solution.
 * @param defaults coefficients whose first `shares` sum to 1.
 * @param shares how many columns share the score; the rest are conditions.
 * @returns coefficients whose shares sum to 1, those of conditions at most 4; undefined if the default score does not rise
 *   with the grades at all, where a fit would follow noise.
 */
export function fitWeights(
  pairs: readonly ColumnPair[],
  defaults: readonly number[],
  shares: number,
  shrinkage: number,
): number[] | undefined {
  const n = defaults.length;
  const gram = defaults.map(() => defaults.map(() => 0));
  const right = defaults.map(() => 0);
  const having = defaults.map(() => 0);
  let total = 0;
  for (const group of byDemand(pairs).values()) {
    const weights = group.map(({ weight }) => weight);
    const gains = centred(
      group.map(({ grade }) => 2 ** grade - 1),
      weights,
    );
    const columns = defaults.map((_, f) =>
      centred(
        group.map(({ columns: values }) => values[f]!),
        weights,
      ),
    );
    weights.forEach((weight, i) => {
      total += weight;
      for (let f = 0; f < n; f++) {
        if (group[i]!.columns[f] !== 0) having[f]! += weight;
        right[f]! += weight * columns[f]![i]! * gains[i]!;
        for (let g = 0; g < n; g++) gram[f]![g]! += weight * columns[f]![i]! * columns[g]![i]!;
      }
    });
  }
  const rise = linearScore(defaults, right);
  const spread = linearScore(
    defaults,
    gram.map((row) => linearScore(defaults, row)),
  );
  if (!(rise > 0 && spread > 0)) return undefined;
  const scale = rise / spread;
  const varying = gram.flatMap((row, f) => (f < shares && row[f]! > 0 ? [row[f]!] : []));
  const mean = varying.reduce((sum, square) => sum + square, 0) / varying.length / total;
  const ridges = gram.map(
    (row, f) => shrinkage * (f < shares || !(row[f]! > 0) ? mean : row[f]! / having[f]!),
  );
  const fitted = nonNegativeLeastSquares(
    gram.map((row, f) => row.map((value, g) => value + (f === g ? ridges[f]! : 0))),
    right.map((value, f) => value + ridges[f]! * scale * defaults[f]!),
  );
  const sum = fitted.slice(0, shares).reduce((before, value) => before + value, 0);
  if (!(sum > 0)) return undefined;
  return fitted.map((value, f) => (f < shares ? value / sum : Math.min(MOST_CONDITION, value / sum)));
}

/** Values less their weighted mean. */
function centred(values: readonly number[], weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const mean = values.reduce((total, value, i) => total + weights[i]! * value, 0) / sum;
  return values.map((value) => value - mean);
}
