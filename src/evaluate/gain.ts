import { checkRanking } from './checks.ts';

/**
 * Discounted cumulative gain of the first k grades,
 *
 *     DCG@k = Σ_{r = 1}^{k} (2^grade_r − 1) / log2(r + 1)
 *
 * Discounting by rank: Järvelin, Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20 (2002).
 * Gain 2^grade − 1 and the discount log2(r + 1): Burges et al., "Learning to rank using gradient descent", ICML 2005.
 * @param grades in the order of the ranking; the empty ranking gives 0.
 * @param k ranks that count, a whole number ≥ 1 or Infinity. Default Infinity.
 * @throws InputError `INVALID_OPTIONS` for grades outside of 0 to 50 and for a bad k.
 */
export function dcg(grades: readonly number[], k = Number.POSITIVE_INFINITY): number {
  checkRanking(grades, k, grades);
  return cumulate(grades, k);
}

/**
 * Normalised discounted cumulative gain, nDCG@k = DCG@k / ideal DCG@k, in [0, 1]: the ideal ranks the same pool by
 * falling grade (sources: `dcg` above).
 * @param grades in the order of the ranking.
 * @param k ranks that count. Default 10.
 * @param pool all grades that could be ranked, where the ranking holds only some. Default: `grades`.
 * @returns undefined for a pool in which nothing has a grade above 0: every order of it is as good.
 * @throws InputError `INVALID_OPTIONS` for grades outside of 0 to 50 and for a bad k.
 */
export function ndcgAt(
  grades: readonly number[],
  k = 10,
  pool: readonly number[] = grades,
): number | undefined {
  checkRanking(grades, k, pool);
  const ideal = cumulate(
    [...pool].sort((a, b) => b - a),
    k,
  );
  return ideal > 0 ? cumulate(grades, k) / ideal : undefined;
}

function cumulate(grades: readonly number[], k: number): number {
  let sum = 0;
  for (let i = 0; i < Math.min(k, grades.length); i++) sum += (2 ** grades[i]! - 1) / Math.log2(i + 2);
  return sum;
}
