import { checkRanking } from './checks.ts';
import { meanOf } from './mean.ts';

/**
 * Measures of a ranking in which an item is relevant or not. On the scale 3 强相关, 2 较强相关, 1 弱相关, 0 无关 an
 * item is relevant from grade 2 on: a weak relation is no answer to a demand.
 */

/** Lowest grade that counts as relevant. */
export const RELEVANT_GRADE = 2;

/**
 * P@k: the share of the first k ranks that hold a relevant item, in [0, 1]. Ranks that the ranking does not fill
 * count as irrelevant (Manning, Raghavan, Schütze, Introduction to Information Retrieval, 2008, section 8.4).
 * @param grades in the order of the ranking; the empty ranking gives 0.
 * @throws InputError `INVALID_OPTIONS` for bad grades, k (here not Infinity) or `relevant`.
 */
export function precisionAt(grades: readonly number[], k: number, relevant = RELEVANT_GRADE): number {
  checkRanking(grades, k === Number.POSITIVE_INFINITY ? Number.NaN : k, grades, relevant);
  return countRelevant(grades.slice(0, k), relevant) / k;
}

/**
 * Recall@k: the share of the relevant items of the pool that stand in the first k ranks, in [0, 1]
 * (Manning, Raghavan, Schütze, 2008, section 8.3).
 * @param pool all grades that could be ranked, where the ranking holds only some. Default: `grades`.
 * @returns undefined for a pool without a relevant item.
 * @throws InputError `INVALID_OPTIONS` for bad grades, k or `relevant`.
 */
export function recallAt(
  grades: readonly number[],
  k = 10,
  relevant = RELEVANT_GRADE,
  pool: readonly number[] = grades,
): number | undefined {
  checkRanking(grades, k, pool, relevant);
  const total = countRelevant(pool, relevant);
  return total === 0 ? undefined : countRelevant(grades.slice(0, k), relevant) / total;
}

/**
 * 1 / rank of the first relevant item, in (0, 1]; 0 if the ranking misses the relevant items of the pool.
 * @param pool all grades that could be ranked, where the ranking holds only some. Default: `grades`.
 * @returns undefined for a pool without a relevant item.
 * @throws InputError `INVALID_OPTIONS` for bad grades or `relevant`.
 */
export function reciprocalRank(
  grades: readonly number[],
  relevant = RELEVANT_GRADE,
  pool: readonly number[] = grades,
): number | undefined {
  checkRanking(grades, 1, pool, relevant);
  if (countRelevant(pool, relevant) === 0) return undefined;
  const at = grades.findIndex((grade) => grade >= relevant);
  return at < 0 ? 0 : 1 / (at + 1);
}

/**
 * Mean reciprocal rank over the rankings with a relevant item, in (0, 1]
 * (Voorhees, "The TREC-8 question answering track report", 1999).
 * @param rankings the grades of each ranking, in its order.
 * @returns undefined if no ranking has a relevant item.
 * @throws InputError `INVALID_OPTIONS` for bad grades or `relevant`.
 */
export function mrr(rankings: readonly (readonly number[])[], relevant = RELEVANT_GRADE): number | undefined {
  return meanOf(rankings.map((grades) => reciprocalRank(grades, relevant)));
}

/**
 * Average precision: the mean, over the relevant items of the pool, of the precision at their ranks; an item that is
 * not ranked adds 0. In [0, 1] (Manning, Raghavan, Schütze, 2008, section 8.4).
 * @param pool all grades that could be ranked, where the ranking holds only some. Default: `grades`.
 * @returns undefined for a pool without a relevant item.
 * @throws InputError `INVALID_OPTIONS` for bad grades or `relevant`.
 */
export function averagePrecision(
  grades: readonly number[],
  relevant = RELEVANT_GRADE,
  pool: readonly number[] = grades,
): number | undefined {
  checkRanking(grades, 1, pool, relevant);
  const total = countRelevant(pool, relevant);
  if (total === 0) return undefined;
  let seen = 0;
  let sum = 0;
  grades.forEach((grade, i) => {
    if (grade < relevant) return;
    seen++;
    sum += seen / (i + 1);
  });
  return sum / total;
}

function countRelevant(grades: readonly number[], relevant: number): number {
  return grades.filter((grade) => grade >= relevant).length;
}
