import { Issues } from '../base/issues.ts';
import { SIGNALS, type SignalWeights } from '../core/vectors/signals.ts';
import type { Calibration } from './calibration.ts';

/** Format of {@link LearnedOptions}; another one is refused. */
export const LEARNED_VERSION = 1;

/** What the judgments were, and what learning from them is worth. */
export interface LearningReport {
  /** Judgments given. */
  readonly judgments: number;
  /** Pairs that they are about. */
  readonly pairs: number;
  /** Demands with a judged pair. */
  readonly demands: number;
  /** Pairs judged more than once; their grade is the median. */
  readonly merged: number;
  /** Those of them whose grades differed. */
  readonly contradictory: number;
  /** What should make people careful, in English; empty if nothing does. */
  readonly warnings: readonly string[];
  /** Measured on demands that were left out of the fit, each once; null where there were too few. */
  readonly crossValidation: CrossValidation | null;
}

/** Means over left-out demands. */
export interface CrossValidation {
  readonly folds: number;
  /** Demands whose grades differ: those that nDCG is measured on. */
  readonly demands: number;
  /**
   * With the default signal weights, with those fitted on the other demands, and the standard error of the mean
   * difference.
   */
  readonly ndcg10: { readonly before: number; readonly after: number; readonly standardError: number };
  /** 1 / (1 + MAE) of the levels: of the median grade for every pair, and of the calibration without a best score. */
  readonly levelScore: { readonly before: number; readonly after: number };
}

/** What `learn` found: plain JSON, to be saved by the host. */
export interface LearnedOptions {
  readonly version: typeof LEARNED_VERSION;
  /** For the `signals` option of `createMatcher`; they sum to 1. */
  readonly signals: SignalWeights;
  readonly calibration: {
    /** For a pair alone. */
    readonly pair: Calibration;
    /** For a pair with the best score of its demand. */
    readonly ranked: Calibration;
  };
  readonly report: LearningReport;
}

/**
 * Checks learned options that come from a file, as text or parsed.
 * @throws InputError `INVALID_OPTIONS` naming everything that is wrong: another version, unknown or missing signals,
 *   negative weights, thresholds out of order.
 */
export function parseLearned(json: unknown): LearnedOptions {
  const issues = new Issues();
  const value = typeof json === 'string' ? parseText(json, issues) : json;
  if (issues.all.length === 0) {
    const learned = objectOf(value, '', issues);
    if (learned.version !== LEARNED_VERSION)
      issues.add('version', `the version ${LEARNED_VERSION}`, learned.version);
    else {
      const sum = sumOfSignals(learned.signals, issues);
      issues.expect(sum !== 0, 'signals', 'a weight above 0', 'only zeros');
      const calibration = objectOf(learned.calibration, 'calibration', issues);
      for (const name of ['pair', 'ranked'])
        checkCalibration(calibration[name], `calibration.${name}`, issues);
      objectOf(learned.report, 'report', issues);
    }
  }
  issues.throwAs('INVALID_OPTIONS', 'Bad learned options');
  return value as LearnedOptions;
}

function parseText(text: string, issues: Issues): unknown {
  try {
    return JSON.parse(text);
  } catch {
    issues.add('', 'JSON', text);
    return undefined;
  }
}

function objectOf(value: unknown, path: string, issues: Issues): Readonly<Record<string, unknown>> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  issues.expect(isObject, path, 'an object', value);
  return isObject ? (value as Readonly<Record<string, unknown>>) : {};
}

/** Checks one number for each signal; returns their sum, undefined if one is bad. */
function sumOfSignals(value: unknown, issues: Issues): number | undefined {
  const signals = objectOf(value, 'signals', issues);
  const known: readonly string[] = SIGNALS;
  for (const signal of Object.keys(signals)) {
    issues.expect(known.includes(signal), `signals.${signal}`, `one of ${SIGNALS.join(', ')}`, signal);
  }
  let sum: number | undefined = 0;
  for (const signal of SIGNALS) {
    const weight = signals[signal];
    if (isWeight(weight)) sum = sum === undefined ? undefined : sum + weight;
    else {
      issues.add(`signals.${signal}`, 'a number ≥ 0', weight);
      sum = undefined;
    }
  }
  return sum;
}

function checkCalibration(value: unknown, path: string, issues: Issues): void {
  const { thresholds, score, relative } = objectOf(value, path, issues);
  const good =
    Array.isArray(thresholds) &&
    thresholds.length === 3 &&
    thresholds.every((t: unknown, k) => Number.isFinite(t) && (k === 0 || Number(t) >= thresholds[k - 1]));
  issues.expect(good, `${path}.thresholds`, 'three ascending numbers', thresholds);
  issues.expect(isWeight(score), `${path}.score`, 'a number ≥ 0', score);
  issues.expect(isWeight(relative), `${path}.relative`, 'a number ≥ 0', relative);
}

function isWeight(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY;
}
