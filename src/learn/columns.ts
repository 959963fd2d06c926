import { CONDITION_KINDS, CONDITION_WEIGHTS, type ConditionWeights } from '../core/conditions/condition.ts';
import { mapSignals, SIGNAL_WEIGHTS, SIGNALS, type SignalWeights } from '../core/vectors/signals.ts';

/**
 * What a score is the sum of, one column each: first what shares it (signals, then the vectors of the host, where there
 * are any), then what shifts it (conditions, by kind). A coefficient for each column makes a score: those of shares sum
 * to 1, those of conditions are their weights.
 */

/** The weights of everything, as a matcher takes them. */
export interface Weights {
  /** They sum to 1. */
  readonly signals: SignalWeights;
  readonly conditions: ConditionWeights;
  /** Share of the vectors, in [0, 1]; undefined without any. */
  readonly vectors: number | undefined;
}

/** How many columns share the score. */
export function shareCount(hasVectors: boolean): number {
  return SIGNALS.length + (hasVectors ? 1 : 0);
}

/** The coefficients of weights that a host gave, over the default ones. */
export function coefficientsOf(
  signals: Partial<SignalWeights>,
  conditions: Partial<ConditionWeights>,
  vectors: number | undefined,
): number[] {
  const weights: SignalWeights = { ...SIGNAL_WEIGHTS, ...signals };
  const sum = SIGNALS.reduce((total, signal) => total + weights[signal], 0);
  const rest = 1 - (vectors ?? 0);
  const amounts: ConditionWeights = { ...CONDITION_WEIGHTS, ...conditions };
  return [
    ...SIGNALS.map((signal) => (rest * weights[signal]) / sum),
    ...(vectors === undefined ? [] : [vectors]),
    ...CONDITION_KINDS.map((kind) => amounts[kind]),
  ];
}

/** The weights of coefficients. */
export function weightsOf(coefficients: readonly number[], hasVectors: boolean): Weights {
  const shares = shareCount(hasVectors);
  const vectors = hasVectors ? coefficients[shares - 1]! : undefined;
  const rest = 1 - (vectors ?? 0);
  return {
    // Where the vectors are all, nothing is left to share, and any signals will do.
    signals:
      rest > 0 ? mapSignals((signal) => coefficients[SIGNALS.indexOf(signal)]! / rest) : SIGNAL_WEIGHTS,
    conditions: Object.fromEntries(
      CONDITION_KINDS.map((kind, k) => [kind, coefficients[shares + k]!]),
    ) as unknown as ConditionWeights,
    vectors,
  };
}
