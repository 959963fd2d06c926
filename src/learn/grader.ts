import { Issues } from '../base/issues.ts';
import { expectKeys } from '../base/options.ts';
import { medianLevel, probabilitiesOf } from './calibration.ts';
import { type LearnedOptions, parseLearned } from './learned.ts';

/** The levels, by number. */
export const LEVEL_NAMES = [
  { zh: '无', en: 'none' },
  { zh: '弱', en: 'weak' },
  { zh: '较强', en: 'fairly strong' },
  { zh: '强', en: 'strong' },
] as const;

/** How well a match probably answers the demand, as the judges would grade it. */
export interface Grade {
  /** The median of the distribution: 3 强, 2 较强, 1 弱, 0 无. */
  readonly level: 0 | 1 | 2 | 3;
  readonly labelZh: string;
  readonly labelEn: string;
  /** Probability of each level, from 0 to 3; they sum to 1. */
  readonly probabilities: readonly [number, number, number, number];
  /** Σ level · probability, in [0, 3]. */
  readonly expected: number;
}

/** A match, or its score alone. */
export interface Scored {
  /** In [0, 1]. */
  readonly score: number;
}

/** What else is known of the demand. */
export interface GradeContext {
  /** Best score of any record for the demand, in [0, 1]: a score near the best one says more. */
  readonly best?: number;
}

/** Turns scores into levels. */
export interface Grader {
  /**
   * Grades one match.
   * @throws InputError `INVALID_OPTIONS` for numbers that are no scores, and for a context of other names.
   */
  grade(match: Scored, context?: GradeContext): Grade;
  /** Grades the matches of a result, in their order; the best score is that of the first. */
  gradeAll(result: { readonly matches: readonly Scored[] }): Grade[];
}

/**
 * Makes a grader of what was learned. Matches must come from a matcher with the learned `signals`: scores under other
 * weights mean something else.
 * @throws InputError `INVALID_OPTIONS` for learned options that are none.
 */
export function createGrader(learned: LearnedOptions): Grader {
  const { calibration } = parseLearned(learned);
  const grade = (match: Scored, context: GradeContext = {}): Grade => {
    check(match, context);
    const { best } = context;
    const use = best === undefined ? calibration.pair : calibration.ranked;
    const probabilities = probabilitiesOf(use, match.score, best);
    const level = medianLevel(probabilities) as Grade['level'];
    return {
      level,
      labelZh: LEVEL_NAMES[level].zh,
      labelEn: LEVEL_NAMES[level].en,
      probabilities: probabilities as [number, number, number, number],
      expected: probabilities.reduce((sum, p, k) => sum + k * p, 0),
    };
  };
  return {
    grade,
    gradeAll: ({ matches }) => {
      const best = matches[0]?.score ?? 0;
      return matches.map((match) => grade(match, { best }));
    },
  };
}

/** Scores may pass 1 by what floats round. */
const MOST = 1 + 1e-6;

function check(match: Scored, context: GradeContext): void {
  const issues = new Issues();
  const isScore = (value: unknown) => typeof value === 'number' && value >= 0 && value <= MOST;
  issues.expect(isScore(match?.score), 'score', 'a number in [0, 1]', match?.score);
  const { best } = expectKeys(issues, context, ['best']) ? context : {};
  issues.expect(best === undefined || isScore(best), 'best', 'a number in [0, 1]', best);
  issues.throwAs('INVALID_OPTIONS', 'Bad match');
}
