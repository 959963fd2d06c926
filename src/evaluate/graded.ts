import { Issues } from '../base/issues.ts';
import { Matcher } from '../core/matcher/matcher.ts';
import { createMatcher, type MatcherOptions } from '../defaults/defaults.ts';
import { calibrationError } from './calibration-error.ts';
import { precisionAtCoverage } from './coverage.ts';
import { type JudgedSet, judgedPools } from './judged.ts';
import { levelScore } from './levels.ts';
import { requireJudged } from './pool-scorer.ts';
import { RELEVANT_GRADE } from './relevance.ts';

/** What levels and probabilities are worth on judged demands; undefined where there is nothing to measure on. */
export interface LevelEvaluation {
  /** 1 / (1 + mean absolute error) of the levels, over judged pairs, see `levelScore`. */
  readonly levelScore: number | undefined;
  /** Expected calibration error of the probabilities, over judged pairs, see `calibrationError`. */
  readonly calibrationError: number | undefined;
  /**
   * Share of demands whose first judged achievement is relevant, of the half, of four fifths and of all of the demands:
   * those that its probability is highest for, see `precisionAtCoverage`.
   */
  readonly precisionAtHalf: number | undefined;
  readonly precisionAtMost: number | undefined;
  readonly precisionAtAll: number | undefined;
  /** Share of demands whose first judged achievement is 较强 or 强: those that something is said to answer. */
  readonly answered: number | undefined;
  /** Share of these whose first is relevant. */
  readonly answeredRight: number | undefined;
}

/** Shares of the demands that precision is measured at. */
const HALF = 0.5;
const MOST = 0.8;

/**
 * Compares the levels and probabilities of a matcher with the grades of judges. Only judged pairs take part.
 * @param by options of a matcher to build from all achievements, or one that holds them, that gives levels.
 * @throws InputError naming every bad record and judgment, bad options, and a matcher that gives no levels.
 */
export function evaluateLevels(
  judged: JudgedSet,
  by: MatcherOptions | Matcher<unknown> = {},
): LevelEvaluation {
  const pools = judgedPools(judged);
  const matcher =
    by instanceof Matcher ? by : createMatcher(judged.achievements, { ...by, side: 'achievement' });
  requireJudged(matcher, pools);
  const demands = pools.map(({ demand, achievements, grades }) => {
    const ids = achievements.map(({ id }) => id);
    const matches = matcher.reasons(demand, ids, { explain: false });
    return matches.map(({ score, level, probability }, i) => ({
      score,
      level,
      probability,
      grade: grades[i]!,
    }));
  });
  const pairs = demands
    .flat()
    .flatMap(({ score, level, probability, grade }) =>
      level === undefined || probability === undefined
        ? []
        : [{ score, level: level.level, probability, grade }],
    );
  if (pairs.length < demands.flat().length) {
    const issues = new Issues();
    issues.addText(
      '',
      'a matcher whose matches have levels',
      'levels that were made for other weights, or none',
    );
    issues.throwAs('INVALID_OPTIONS', 'Bad matcher');
  }
  // The first by score; of equal scores the first in the order of records.
  const firsts = demands.map((pool) => pool.reduce((best, pair) => (pair.score > best.score ? pair : best)));
  const confidences = firsts.map(({ probability }) => probability ?? 0);
  const right = firsts.map(({ grade }) => grade >= RELEVANT_GRADE);
  const isAnswered = firsts.map(({ level }) => (level?.level ?? 0) >= RELEVANT_GRADE);
  const answered = isAnswered.filter((is) => is).length;
  const precision = (coverage: number) => precisionAtCoverage(confidences, right, coverage);
  return {
    levelScore: levelScore(
      pairs.map(({ level }) => level),
      pairs.map(({ grade }) => grade),
    ),
    calibrationError: calibrationError(
      pairs.map(({ probability }) => probability),
      pairs.map(({ grade }) => grade >= RELEVANT_GRADE),
    ),
    precisionAtHalf: precision(HALF),
    precisionAtMost: precision(MOST),
    precisionAtAll: precision(1),
    answered: firsts.length === 0 ? undefined : answered / firsts.length,
    answeredRight:
      answered === 0 ? undefined : right.filter((is, i) => is && isAnswered[i]!).length / answered,
  };
}
