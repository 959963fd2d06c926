import { Issues } from '../base/issues.ts';
import { expectKeys } from '../base/options.ts';
import { CONDITION_KINDS, type ConditionWeights } from '../core/conditions/condition.ts';
import { expectCalibration, expectSignals, type LevelCalibration } from '../core/levels/calibration.ts';
import type { SignalWeights } from '../core/vectors/signals.ts';

/** Format of {@link LearnedOptions}; another one is refused. */
export const LEARNED_VERSION = 2;

/** Highest weight of a condition, as `createMatcher` takes it. */
export const MOST_CONDITION = 4;

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
   * With the default weights, with those fitted on the other demands, and the standard error of the mean
   * difference.
   */
  readonly ndcg10: { readonly before: number; readonly after: number; readonly standardError: number };
  /** 1 / (1 + MAE) of the levels: of the median grade for every pair, and of the learned levels. */
  readonly levelScore: { readonly before: number; readonly after: number };
  /** Expected calibration error of the learned probabilities, in [0, 1]: 0 is best. */
  readonly calibrationError: number;
}

/** What `learn` found: plain JSON, to be saved by the host. */
export interface LearnedOptions {
  readonly version: typeof LEARNED_VERSION;
  /** For the `signals` option of `createMatcher`; they sum to 1. */
  readonly signals: SignalWeights;
  /** For its `conditions` option; each in [0, 4]. */
  readonly conditions: ConditionWeights;
  /** For its `vectors.weight`; absent where nothing was learned with vectors. */
  readonly vectorWeight?: number;
  /** For the `levels` option of `createMatcher` and `openMatcher`. */
  readonly levels: LevelCalibration;
  readonly report: LearningReport;
}

/**
 * Checks learned options that come from a file, as text or parsed.
 * @throws InputError `INVALID_OPTIONS` naming everything that is wrong: another version, unknown or missing signals,
 *   weights out of their range, thresholds out of order.
 */
export function parseLearned(json: unknown): LearnedOptions {
  const issues = new Issues();
  const value = typeof json === 'string' ? parseText(json, issues) : json;
  if (issues.all.length === 0) {
    const learned = objectOf(value, '', issues);
    if (learned.version !== LEARNED_VERSION)
      issues.add('version', `the version ${LEARNED_VERSION}`, learned.version);
    else {
      expectSignals(issues, learned.signals, 'signals');
      expectConditions(issues, learned.conditions);
      const { vectorWeight } = learned;
      const isShare = vectorWeight === undefined || (isWeight(vectorWeight) && vectorWeight <= 1);
      issues.expect(isShare, 'vectorWeight', 'a number in [0, 1]', vectorWeight);
      expectCalibration(issues, learned.levels);
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

function expectConditions(issues: Issues, given: unknown): void {
  if (!expectKeys(issues, given, CONDITION_KINDS, 'conditions')) return;
  const weights = given as Partial<ConditionWeights>;
  for (const kind of CONDITION_KINDS) {
    const isAmount = isWeight(weights[kind]) && weights[kind] <= MOST_CONDITION;
    issues.expect(isAmount, `conditions.${kind}`, `a number in [0, ${MOST_CONDITION}]`, weights[kind]);
  }
}

function isWeight(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY;
}
