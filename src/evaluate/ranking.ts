import { Issues } from '../base/issues.ts';
import { auc } from './auc.ts';
import { ndcgAt } from './gain.ts';
import { type JudgedPool, type JudgedSet, judgedPools } from './judged.ts';
import { meanOf } from './mean.ts';
import { poolScorerOf, type RankedBy } from './pool-scorer.ts';
import { averagePrecision, precisionAt, RELEVANT_GRADE, recallAt, reciprocalRank } from './relevance.ts';

/** Evaluates rankings on judged demands. */

/**
 * What is measured for each demand. `demandAuc` is the AUC within one demand's pool; `p1` and `ndcg10` are defined for
 * every evaluated demand, the others only where the pool holds a relevant item (`demandAuc`: and an irrelevant one).
 */
export const RANKING_METRICS = ['ndcg10', 'p1', 'mrr', 'recall10', 'map', 'demandAuc'] as const;
export type RankingMetric = (typeof RANKING_METRICS)[number];

/** A judged achievement in its place. */
export interface RankedItem {
  readonly achievementId: string;
  readonly score: number;
  readonly grade: number;
}

/** What was found for one demand. */
export interface DemandEvaluation {
  readonly demandId: string;
  /** `mrr` is the reciprocal rank and `map` the average precision here; undefined where a metric has no meaning. */
  readonly values: Readonly<Record<RankingMetric, number | undefined>>;
  /** The judged pool by falling score; ties in the order of records. */
  readonly ranking: readonly RankedItem[];
}

/** Means over demands, each over those where the metric is defined; undefined if there is none. */
export interface RankingSummary extends Readonly<Record<RankingMetric, number | undefined>> {
  /**
   * Probability that a relevant judged pair is scored above an irrelevant one, over the pairs of all judged demands:
   * whether scores can be compared across demands, as one threshold for all supposes.
   */
  readonly auc: number | undefined;
  /** Demands evaluated: those whose judgments differ in grade, since every order of equal grades is as good. */
  readonly demands: number;
  /** Evaluated demands with a relevant item. */
  readonly relevantDemands: number;
  /** Judged pairs, those of all judged demands. */
  readonly pairs: number;
}

/** An evaluation of a ranking. */
export interface RankingEvaluation {
  readonly summary: RankingSummary;
  /** Evaluated demands, in the order of records. */
  readonly perDemand: readonly DemandEvaluation[];
}

/**
 * Ranks the judged pool of each demand and compares the order with the grades: nDCG@10, P@1, MRR, recall@10, average
 * precision and AUC, an item being relevant from grade 2 on. Unjudged pairs take no part, so that
 * nothing counts as wrong only because nobody looked at it. Items of one score rank in the order of records.
 * @param by options of a matcher to build from all achievements, a matcher that holds them, or a scoring function;
 *   default: the default options.
 * @throws InputError naming every bad record and judgment, bad options, and every score that is no finite number.
 */
export function evaluateRanking(judged: JudgedSet, by: RankedBy = {}): RankingEvaluation {
  const pools = judgedPools(judged);
  const score = poolScorerOf(by, judged.achievements, pools);
  const scored = pools.map((pool) => ({ pool, scores: score(pool.demand, pool.achievements) }));
  checkScores(scored);
  const perDemand = scored
    .filter(({ pool }) => new Set(pool.grades).size > 1)
    .map(({ pool, scores }) => evaluateDemand(pool, scores));
  const grades = scored.flatMap(({ pool }) => pool.grades);
  const summary: RankingSummary = {
    ...metrics((metric) => meanOf(perDemand.map(({ values }) => values[metric]))),
    auc: auc(
      scored.flatMap(({ scores }) => scores),
      grades.map(isRelevant),
    ),
    demands: perDemand.length,
    relevantDemands: perDemand.filter(({ values }) => values.mrr !== undefined).length,
    pairs: grades.length,
  };
  return { summary, perDemand };
}

function evaluateDemand({ demand, achievements, grades }: JudgedPool, scores: readonly number[]) {
  const order = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const ranked = order.map((i) => grades[i]!);
  const values: DemandEvaluation['values'] = {
    ndcg10: ndcgAt(ranked, 10),
    p1: precisionAt(ranked, 1),
    mrr: reciprocalRank(ranked),
    recall10: recallAt(ranked, 10),
    map: averagePrecision(ranked),
    demandAuc: auc(scores, grades.map(isRelevant)),
  };
  const ranking = order.map((i) => ({
    achievementId: achievements[i]!.id,
    score: scores[i]!,
    grade: grades[i]!,
  }));
  return { demandId: demand.id, values, ranking };
}

function metrics(value: (metric: RankingMetric) => number | undefined): DemandEvaluation['values'] {
  return Object.fromEntries(
    RANKING_METRICS.map((metric) => [metric, value(metric)]),
  ) as DemandEvaluation['values'];
}

function isRelevant(grade: number): boolean {
  return grade >= RELEVANT_GRADE;
}

/** A function of the caller may return anything. */
function checkScores(
  scored: readonly { readonly pool: JudgedPool; readonly scores: readonly number[] }[],
): void {
  const issues = new Issues();
  for (const [index, { pool, scores }] of scored.entries()) {
    const where = { index, id: pool.demand.id };
    const wanted = pool.grades.length;
    if (scores.length !== wanted) issues.addText('scores', `${wanted} scores`, String(scores.length), where);
    for (const [i, score] of scores.entries()) {
      issues.expect(Number.isFinite(score), `scores[${i}]`, 'a finite number', score, where);
    }
  }
  issues.throwAs('INVALID_OPTIONS', 'Bad scores');
}
