/** `cuohe/evaluate`: how good rankings and tags are on judged data, and whether a difference means anything. */
export { auc } from './auc.ts';
export { type Comparison, compareRankings } from './compare.ts';
export { dcg, ndcgAt } from './gain.ts';
export type { JudgedSet, Judgment } from './judged.ts';
export { levelScore } from './levels.ts';
export type { PoolScorer, RankedBy } from './pool-scorer.ts';
export {
  type DemandEvaluation,
  evaluateRanking,
  RANKING_METRICS,
  type RankedItem,
  type RankingEvaluation,
  type RankingMetric,
  type RankingSummary,
} from './ranking.ts';
export { averagePrecision, mrr, precisionAt, RELEVANT_GRADE, recallAt, reciprocalRank } from './relevance.ts';
export {
  type BootstrapOptions,
  type BootstrapResult,
  pairedBootstrap,
  type RandomizationResult,
  randomizationTest,
  type TestOptions,
} from './significance.ts';
export type { TaggedTitle } from './tagged-title.ts';
export {
  evaluateTags,
  type TagCounts,
  type TagEvaluation,
  type TitleEvaluation,
  type TitleTagger,
} from './tags.ts';
