/** `cuohe/learn`: signal weights and a calibration to levels, learned from judgments and feedback. */
export type { Calibration } from './calibration.ts';
export type { JudgedRecords, LearnedMatcherOptions } from './evidence.ts';
export {
  createGrader,
  type Grade,
  type GradeContext,
  type Grader,
  LEVEL_NAMES,
  type Scored,
} from './grader.ts';
export type { Feedback, GradedJudgment, LearningJudgment } from './judgments.ts';
export {
  type LearnOptions,
  learn,
  MIN_DEMANDS,
  MIN_DEMANDS_FOR_WEIGHTS,
  MIN_PAIRS,
  MIN_PAIRS_FOR_WEIGHTS,
} from './learn.ts';
export {
  type CrossValidation,
  LEARNED_VERSION,
  type LearnedOptions,
  type LearningReport,
  parseLearned,
} from './learned.ts';
export { type DemandScores, type PairScore, scorePairs } from './pair-scores.ts';
export { REASON_GRADES, type ReasonCode, type ReasonGrade } from './reasons.ts';
