import type { Side } from '../records/parse.ts';
import { answerOf, type MatchAnswer } from './answer.ts';
import type { LevelCalibration } from './calibration.ts';
import { type Graded, gradeOf } from './grade.ts';

/** What the scores of one query mean. */
export interface Meaning {
  /** What a score is graded; nothing where scores cannot be. */
  readonly grade: (score: number) => Graded | undefined;
  /** What the best score says of the whole result. */
  readonly answer: (best: number) => MatchAnswer | undefined;
}

const NONE: Meaning = { grade: () => undefined, answer: () => undefined };

/**
 * What the scores of a query mean.
 * @param side that is searched.
 * @param own score of the query with itself; undefined for a query that no record of that side answers.
 */
export function meaningOf(
  levels: LevelCalibration | undefined,
  side: Side,
  own: number | undefined,
): Meaning {
  if (levels === undefined || own === undefined) return NONE;
  const grade = (score: number) => gradeOf(levels, score, own);
  return { grade, answer: (best) => answerOf(side, best > 0 ? grade(best) : undefined) };
}
