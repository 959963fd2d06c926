import type { Issues } from '../../base/issues.ts';
import { expectKeys } from '../../base/options.ts';
import { SIGNALS, type SignalWeights } from '../vectors/signals.ts';

/**
 * How levels follow from scores: a proportional-odds model (McCullagh, "Regression models for ordinal data", Journal of
 * the Royal Statistical Society B 42, 1980),
 *
 *     P(level ≥ k) = σ(slope · evidence − thresholds[k − 1]),   k = 1, 2, 3
 *
 * of the evidence √(score / length of the query's row), see `evidenceOf`. Plain JSON.
 */
export interface LevelCalibration {
  /** Three, ascending. */
  readonly thresholds: readonly number[];
  /** ≥ 0: a higher score never lowers a level. */
  readonly slope: number;
  /** The signal weights that it was made under: scores under others mean something else. */
  readonly signals: SignalWeights;
  /** The share of vectors in the scores that it was made of, in [0, 1]. Default 0: none. */
  readonly vectors?: number;
}

const KEYS = [
  'thresholds',
  'slope',
  'signals',
  'vectors',
] as const satisfies readonly (keyof LevelCalibration)[];
/** Cuts between four levels. */
const CUTS = 3;
/** Weights that differ by less are the same: they were rounded on their way through a file. */
const SAME = 1e-4;

/** Notes what is wrong with a calibration. */
export function expectCalibration(issues: Issues, given: unknown, path = 'levels'): void {
  if (!expectKeys(issues, given, KEYS, path)) return;
  const { thresholds, slope, signals, vectors } = given as Partial<LevelCalibration>;
  const isAscending =
    Array.isArray(thresholds) &&
    thresholds.length === CUTS &&
    thresholds.every((t: unknown, k) => Number.isFinite(t) && (k === 0 || Number(t) >= thresholds[k - 1]));
  issues.expect(isAscending, `${path}.thresholds`, 'three ascending numbers', thresholds);
  issues.expect(isWeight(slope), `${path}.slope`, 'a number ≥ 0', slope);
  const isShare = vectors === undefined || (isWeight(vectors) && vectors <= 1);
  issues.expect(isShare, `${path}.vectors`, 'a number in [0, 1]', vectors);
  expectSignals(issues, signals, `${path}.signals`);
}

/** Notes what is wrong with a weight for each signal. */
export function expectSignals(issues: Issues, given: unknown, path: string): void {
  if (!expectKeys(issues, given, SIGNALS, path)) return;
  const weights = given as Partial<SignalWeights>;
  for (const signal of SIGNALS) {
    issues.expect(isWeight(weights[signal]), `${path}.${signal}`, 'a number ≥ 0', weights[signal]);
  }
  if (!SIGNALS.every((signal) => isWeight(weights[signal]))) return;
  issues.expect(
    SIGNALS.some((signal) => weights[signal]! > 0),
    path,
    'a weight above 0',
    'only zeros',
  );
}

/** A calibration where it was made for scores of such weights, whatever they sum to; else nothing. */
export function levelsFor(
  calibration: LevelCalibration | undefined,
  signals: SignalWeights,
  vectors: number,
): LevelCalibration | undefined {
  if (calibration === undefined) return undefined;
  const own = sumOf(calibration.signals);
  const other = sumOf(signals);
  const isSame =
    Math.abs((calibration.vectors ?? 0) - vectors) <= SAME &&
    SIGNALS.every((name) => Math.abs(calibration.signals[name] / own - signals[name] / other) <= SAME);
  return isSame ? calibration : undefined;
}

function sumOf(signals: SignalWeights): number {
  return SIGNALS.reduce((sum, signal) => sum + signals[signal], 0);
}

function isWeight(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY;
}
