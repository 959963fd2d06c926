import { Issues } from '../base/issues.ts';
import { expectKeys } from '../base/options.ts';
import { LEVELS } from '../core/levels/level.ts';
import { SIGNAL_WEIGHTS, SIGNALS, type SignalWeights } from '../core/vectors/signals.ts';
import { coefficientsOf, shareCount, type Weights, weightsOf } from './columns.ts';
import { crossValidate, differ } from './cross-validation.ts';
import {
  checkRecords,
  columnPairs,
  idsOf,
  type JudgedRecords,
  type LearnedMatcherOptions,
  observationsOf,
} from './evidence.ts';
import { checkReasons, type LearningJudgment, type MergedJudgments, mergeJudgments } from './judgments.ts';
import { type CrossValidation, LEARNED_VERSION, type LearnedOptions } from './learned.ts';
import { fitOrdinal, type Observation } from './ordinal.ts';
import { REASON_GRADES, type ReasonGrade } from './reasons.ts';
import { rounded } from './rounded.ts';
import { byDemand, type ColumnPair, fitWeights } from './signal-weights.ts';

/** How to learn. */
export interface LearnOptions {
  /**
   * Options of the matcher that the learned ones are for, such as taxonomy, tokenizer, fields. Its `signals`,
   * `conditions` and `vectors.weight` are what the learned ones are drawn to; default: the default ones. With `vectors`, and
   * a `vector` on each demand, the share of the vectors is learned too.
   */
  readonly matcher?: LearnedMatcherOptions;
  /** Reason code → grade and weight, laid over `REASON_GRADES`; new codes may be added. */
  readonly reasons?: Readonly<Record<string, ReasonGrade>>;
  /**
   * How strongly weights are drawn to the default ones, a number > 0: with as many pairs as this, judgments and
   * defaults have about the same say. Default 200.
   */
  readonly shrinkage?: number;
}

/** Fewer pairs than this teach nothing. */
export const MIN_PAIRS = 20;
/** Fewer demands than this say nothing about others. */
export const MIN_DEMANDS = 3;
/** With fewer pairs than this, weights stay as they are. */
export const MIN_PAIRS_FOR_WEIGHTS = 60;
/** With fewer demands whose grades differ than this, weights stay as they are. */
export const MIN_DEMANDS_FOR_WEIGHTS = 6;

const SHRINKAGE = 200;
/** The default share of vectors, as `createMatcher` has it. */
const VECTOR_WEIGHT = 0.2;
/** Ridge of the calibration, in units of its log-likelihood; from 5 to 300 it made no difference. */
const CALIBRATION_RIDGE = 10;
/** Above this share of contradictions among pairs judged more than once, the judges should talk. */
const MANY_CONTRADICTIONS = 0.3;

/**
 * Learns weights (of signals, of conditions, of vectors) and a calibration of levels from judgments or feedback.
 * Deterministic; the order of judgments does not matter. Weights change only if that ranks demands left out of the fit better, by more than two standard
 * errors of the mean nDCG@10; with fewer than 60 pairs, or 6 demands whose grades differ, they stay as they are. In both cases a warning of the report says so.
 * @param judgments grades for pairs, or feedback with a reason; at least 20 pairs of 3 demands, with 2 grades.
 * @throws InputError `INVALID_RECORDS` naming every bad record, every bad judgment, or what is missing;
 *   `INVALID_OPTIONS` for bad options.
 */
export function learn(
  judgments: readonly LearningJudgment[],
  records: JudgedRecords,
  options: LearnOptions = {},
): LearnedOptions {
  const { matcher = {}, shrinkage = SHRINKAGE, reasons } = checkOptions(options);
  checkRecords(records, matcher);
  const merged = mergeJudgments(judgments, idsOf(records.demands), idsOf(records.achievements), {
    ...REASON_GRADES,
    ...reasons,
  });
  requireEnough(merged);
  const pairs = columnPairs(merged.pairs, records, matcher);
  const hasVectors = matcher.vectors !== undefined;
  const vectors = hasVectors ? (matcher.vectors.weight ?? VECTOR_WEIGHT) : undefined;
  const defaults = coefficientsOf(matcher.signals ?? {}, matcher.conditions ?? {}, vectors);
  const { coefficients, measured, warning } = learnWeights(
    pairs,
    defaults,
    shareCount(hasVectors),
    shrinkage,
  );
  const weights = rounded(weightsOf(coefficients, hasVectors));
  const observations = observationsOf(merged.pairs, records, matcher, weights);
  return {
    version: LEARNED_VERSION,
    signals: weights.signals,
    conditions: weights.conditions,
    ...(weights.vectors !== undefined && { vectorWeight: weights.vectors }),
    levels: { ...calibrationOf(observations), ...madeUnder(weights) },
    report: {
      judgments: merged.judgments,
      pairs: pairs.length,
      demands: byDemand(pairs).size,
      merged: merged.merged,
      contradictory: merged.contradictory,
      warnings: [...contradictions(merged), ...(warning === undefined ? [] : [warning])],
      crossValidation: measured === undefined ? null : rounded(measured),
    },
  };
}

/** Thresholds and slope of observations. */
function calibrationOf(observations: readonly Observation[]) {
  const { thresholds, slopes } = fitOrdinal(observations, LEVELS.length, CALIBRATION_RIDGE);
  return rounded({ thresholds, slope: slopes[0]! });
}

function madeUnder({ signals, vectors }: Weights) {
  return { signals, ...(vectors !== undefined && { vectors }) };
}

interface LearnedWeights {
  readonly coefficients: readonly number[];
  readonly measured: CrossValidation | undefined;
  readonly warning?: string;
}

/** The fitted weights where they can be trusted, else the defaults and why. */
function learnWeights(
  pairs: readonly ColumnPair[],
  defaults: readonly number[],
  shares: number,
  shrinkage: number,
): LearnedWeights {
  const kept = (warning: string): LearnedWeights => ({
    coefficients: defaults,
    measured: crossValidate(pairs, defaults, () => defaults, CALIBRATION_RIDGE),
    warning: `${warning}; weights are the default ones`,
  });
  const varied = [...byDemand(pairs).values()].filter(differ).length;
  if (pairs.length < MIN_PAIRS_FOR_WEIGHTS)
    return kept(`${pairs.length} pairs, fewer than ${MIN_PAIRS_FOR_WEIGHTS}`);
  if (varied < MIN_DEMANDS_FOR_WEIGHTS) {
    return kept(`${varied} demands whose grades differ, fewer than ${MIN_DEMANDS_FOR_WEIGHTS}`);
  }
  const coefficients = fitWeights(pairs, defaults, shares, shrinkage);
  if (coefficients === undefined) return kept('higher grades do not go with higher scores');
  const measured = crossValidate(
    pairs,
    defaults,
    (train) => fitWeights(train, defaults, shares, shrinkage) ?? defaults,
    CALIBRATION_RIDGE,
  );
  if (measured === undefined) return kept('nothing to measure on');
  const { before, after, standardError } = measured.ndcg10;
  // Less than two standard errors is what chance gives.
  return after - before > 2 * standardError
    ? { coefficients, measured }
    : kept(
        `on left-out demands fitted weights reach nDCG@10 ${after.toFixed(4)}, the default ones ${before.toFixed(4)}: within chance`,
      );
}

function contradictions({ merged, contradictory }: MergedJudgments): string[] {
  return contradictory > MANY_CONTRADICTIONS * merged
    ? [`${contradictory} of ${merged} pairs judged more than once have different grades: their median counts`]
    : [];
}

/** Checks the weights to be drawn to. The matcher that gives the cosines has others, and cannot tell. */
function checkSignals(issues: Issues, signals: unknown): void {
  const path = 'matcher.signals';
  const before = issues.all.length;
  if (signals !== undefined && !expectKeys(issues, signals, SIGNALS, path)) return;
  const all: Partial<SignalWeights> = { ...SIGNAL_WEIGHTS, ...(signals as Partial<SignalWeights>) };
  for (const signal of SIGNALS) {
    const weight: unknown = all[signal];
    const isWeight = typeof weight === 'number' && weight >= 0 && weight < Infinity;
    issues.expect(weight === undefined || isWeight, `${path}.${signal}`, 'a number ≥ 0', weight);
  }
  if (issues.all.length > before) return;
  const isAny = SIGNALS.some((signal) => (all[signal] ?? 0) > 0);
  issues.expect(isAny, path, 'a weight above 0', 'only zeros');
}

const KEYS = ['matcher', 'reasons', 'shrinkage'] as const satisfies readonly (keyof LearnOptions)[];

function checkOptions(options: LearnOptions): LearnOptions {
  const issues = new Issues();
  if (expectKeys(issues, options, KEYS)) {
    const { matcher, reasons, shrinkage } = options;
    // Its other options are the matcher's to check.
    const isObject = typeof matcher === 'object' && matcher !== null;
    issues.expect(matcher === undefined || isObject, 'matcher', 'an object', matcher);
    const isPositive = typeof shrinkage === 'number' && shrinkage > 0 && shrinkage < Infinity;
    issues.expect(shrinkage === undefined || isPositive, 'shrinkage', 'a number > 0', shrinkage);
    if (isObject) checkSignals(issues, matcher.signals);
    if (reasons !== undefined) checkReasons(issues, reasons);
  }
  issues.throwAsOptions();
  return options;
}

/** @throws InputError if the judgments are too few to say anything. */
function requireEnough({ pairs }: MergedJudgments): void {
  const issues = new Issues();
  const require = (path: string, least: number, found: number) => {
    if (found < least) issues.addText(path, `at least ${least}`, String(found));
  };
  require('judged pairs', MIN_PAIRS, pairs.length);
  require('demands with judgments', MIN_DEMANDS, new Set(pairs.map(({ demandId }) => demandId)).size);
  require('different grades', 2, new Set(pairs.map(({ grade }) => grade)).size);
  issues.throwAs('INVALID_RECORDS', 'Too few judgments to learn from');
}
