/**
 * `cuohe/learn`: weights and a calibration of levels, learned from judgments and feedback.
 * Begin: `learn.ts`, then `learned.ts` for what it gives.
 * Order: stands on the core and on `evaluate`.
 */

export type { JudgedRecords } from './evidence.ts';
export type { Feedback, LearningJudgment } from './judgments.ts';
export {
  type LearnOptions,
  learn,
} from './learn.ts';
export {
  type LearnedOptions,
  parseLearned,
} from './learned.ts';
