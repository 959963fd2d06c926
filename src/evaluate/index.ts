/**
 * `cuohe/evaluate`: how good rankings and tags are on judged data, and whether a difference means anything.
 * Begin: `ranking.ts` and `tags.ts`; each measure is a file.
 * Order: stands on the core and its defaults.
 */

export { auc } from './auc.ts';
export { calibrationError } from './calibration-error.ts';
export { type Comparison, compareRankings } from './compare.ts';
export { precisionAtCoverage } from './coverage.ts';
export { ndcgAt } from './gain.ts';
export { evaluateLevels } from './graded.ts';
export type { JudgedSet, Judgment } from './judged.ts';
export { levelScore } from './levels.ts';
export {
  evaluateRanking,
  type RankingEvaluation,
} from './ranking.ts';
export { mrr, precisionAt, recallAt } from './relevance.ts';
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
  type TagEvaluation,
} from './tags.ts';
