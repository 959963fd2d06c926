import { solve } from './solve.ts';

/**
 * The proportional-odds model: P(level ≤ k) = σ(threshold_k − slopeᵀ x), with thresholds in ascending order and the
 * same slope for every level (McCullagh, "Regression models for ordinal data", Journal of the Royal Statistical
 * Society B 42, 1980, 109–142). Slopes are kept ≥ 0: more of a feature never lowers the level.
 */
export interface OrdinalModel {
  /** One fewer than levels, in ascending order. */
  readonly thresholds: readonly number[];
  readonly slopes: readonly number[];
}

/** One observation. */
export interface Observation {
  readonly features: readonly number[];
  /** From 0. */
  readonly level: number;
  /** Where the level is not known but to lie between this and `level`. Default: `level`. */
  readonly least?: number;
  readonly weight: number;
}

/** Newton steps after which the fit stops; it takes about ten. */
const MAX_STEPS = 200;
/** The fit stops when a step promises less than this share of the loss. */
const TOLERANCE = 1e-12;
/** Weight of one made-up average observation of each level: a level that nobody gave keeps a finite threshold. */
const PSEUDO_WEIGHT = 0.5;

/** Probabilities of the levels. */
export function levelProbabilities(
  { thresholds, slopes }: OrdinalModel,
  features: readonly number[],
): number[] {
  const rise = slopes.reduce((sum, slope, j) => sum + slope * features[j]!, 0);
  const bounds = [Number.NEGATIVE_INFINITY, ...thresholds.map((t) => t - rise), Number.POSITIVE_INFINITY];
  return bounds.slice(1).map((upper, k) => between(bounds[k]!, upper));
}

/**
 * Fits the model by projected Newton steps (Bertsekas, "Projected Newton methods for optimization problems with simple
 * constraints", SIAM J. Control and Optimization 20, 1982) on the ridge-penalised negative log-likelihood
 * −Σ w · log P(least ≤ level) + ½ · ridge · Σ slope², features scaled to variance 1; half an average observation of each level
 * is added. Convex (Pratt, "Concavity of the log likelihood", JASA 76, 1981); starts at slopes 0, so nothing is random.
 * Stops when a step promises to lower the loss by less than 10⁻¹² of it, or after 200 steps.
 * @param observations at least one; features of equal number.
 */
export function fitOrdinal(
  observations: readonly Observation[],
  levels: number,
  ridge: number,
): OrdinalModel {
  const size = observations[0]?.features.length ?? 0;
  const { means, scales } = moments(observations, size);
  const standard: Observation[] = [
    ...observations.map((o) => ({
      ...o,
      features: o.features.map((x, j) => (x - means[j]!) * scales[j]!),
    })),
    ...Array.from({ length: levels }, (_, level) => ({
      features: means.map(() => 0),
      level,
      weight: PSEUDO_WEIGHT,
    })),
  ];
  const cuts = levels - 1;
  let point = [...startThresholds(standard, levels), ...means.map(() => 0)];
  let now = evaluate(standard, point, cuts, ridge);
  for (let step = 0; step < MAX_STEPS; step++) {
    const direction = newtonStep(point, now, cuts);
    const promise = -direction.reduce((sum, d, j) => sum + d * now.gradient[j]!, 0);
    if (!(promise > TOLERANCE * now.loss)) break;
    const next = descend(standard, point, direction, now, cuts, ridge);
    if (next === undefined) break;
    point = next.point;
    now = next.state;
  }
  // Back to features as they came.
  const slopes = point.slice(cuts).map((slope, j) => slope * scales[j]!);
  const shift = slopes.reduce((sum, slope, j) => sum + slope * means[j]!, 0);
  return { thresholds: point.slice(0, cuts).map((t) => t + shift), slopes };
}

interface State {
  readonly loss: number;
  readonly gradient: readonly number[];
  readonly hessian: readonly (readonly number[])[];
}

/** Loss, gradient and Hessian; Infinity where thresholds are out of order. */
function evaluate(
  observations: readonly Observation[],
  point: readonly number[],
  cuts: number,
  ridge: number,
): State {
  const n = point.length;
  const gradient = point.map((value, j) => (j < cuts ? 0 : ridge * value));
  const hessian = point.map((_, i) => point.map((_, j) => (i === j && i >= cuts ? ridge : 0)));
  let loss = point.slice(cuts).reduce((sum, slope) => sum + 0.5 * ridge * slope * slope, 0);
  for (const { features, level, least = level, weight } of observations) {
    const rise = features.reduce((sum, x, j) => sum + x * point[cuts + j]!, 0);
    const upper = level === cuts ? Number.POSITIVE_INFINITY : point[level]! - rise;
    const lower = least === 0 ? Number.NEGATIVE_INFINITY : point[least - 1]! - rise;
    const p = between(lower, upper);
    if (!(p > 0)) return { loss: Number.POSITIVE_INFINITY, gradient, hessian };
    loss -= weight * Math.log(p);
    const up = density(upper);
    const low = density(lower);
    // d log p by the two bounds, and its second derivatives.
    const first = [up / p, -low / p] as const;
    const upUp = (slopeOf(upper) * up) / p - first[0] ** 2;
    const lowLow = (-slopeOf(lower) * low) / p - first[1] ** 2;
    const upLow = -first[0] * first[1];
    const both = first[0] + first[1];
    const toUp = upUp + upLow;
    const toLow = lowLow + upLow;
    const add = (i: number, j: number, value: number) => {
      hessian[i]![j]! -= weight * value;
      if (i !== j) hessian[j]![i]! -= weight * value;
    };
    if (level < cuts) {
      gradient[level]! -= weight * first[0];
      add(level, level, upUp);
    }
    if (least > 0) {
      gradient[least - 1]! -= weight * first[1];
      add(least - 1, least - 1, lowLow);
    }
    if (least > 0 && level < cuts) add(least - 1, level, upLow);
    for (let j = cuts; j < n; j++) {
      const x = features[j - cuts]!;
      if (x === 0) continue;
      gradient[j]! += weight * both * x;
      if (level < cuts) add(level, j, -toUp * x);
      if (least > 0) add(least - 1, j, -toLow * x);
      for (let k = cuts; k <= j; k++) add(j, k, (toUp + toLow) * x * features[k - cuts]!);
    }
  }
  return { loss, gradient, hessian };
}

/** Newton's direction over what is free: slopes at 0 that would go below stay. */
function newtonStep(point: readonly number[], { gradient, hessian }: State, cuts: number): number[] {
  const free = point.flatMap((value, j) => (j >= cuts && value === 0 && gradient[j]! >= 0 ? [] : [j]));
  const step = solve(
    free.map((i) => free.map((j) => hessian[i]![j]!)),
    free.map((i) => -gradient[i]!),
  );
  const direction = point.map(() => 0);
  free.forEach((j, i) => {
    // The Hessian of a convex loss is singular at worst, through rounding: then straight down.
    direction[j] = step?.[i] ?? -gradient[j]!;
  });
  return direction;
}

/** Halves the step, cut off at slopes of 0, until it lowers the loss; undefined if none does. */
function descend(
  observations: readonly Observation[],
  point: readonly number[],
  direction: readonly number[],
  { loss, gradient }: State,
  cuts: number,
  ridge: number,
): { point: number[]; state: State } | undefined {
  for (let size = 1; size > 1e-12; size /= 2) {
    const next = point.map((value, j) => {
      const moved = value + size * direction[j]!;
      return j < cuts ? moved : Math.max(0, moved);
    });
    const decrease = next.reduce((sum, value, j) => sum + gradient[j]! * (point[j]! - value), 0);
    const state = evaluate(observations, next, cuts, ridge);
    if (decrease > 0 && state.loss <= loss - 1e-4 * decrease) return { point: next, state };
  }
  return undefined;
}

/** Thresholds of the shares of the levels, the best without any feature. */
function startThresholds(observations: readonly Observation[], levels: number): number[] {
  const shares = Array.from({ length: levels }, (_, level) =>
    observations.reduce((sum, o) => sum + (o.level === level ? o.weight : 0), 0),
  );
  const total = shares.reduce((sum, share) => sum + share, 0);
  let below = 0;
  return shares.slice(0, -1).map((share) => {
    below += share;
    return Math.log(below / (total - below));
  });
}

/** Mean of each feature, and 1 / standard deviation; 0 for a feature that is always the same. */
function moments(observations: readonly Observation[], size: number) {
  const total = observations.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (value: (o: Observation) => number) =>
    observations.reduce((sum, o) => sum + o.weight * value(o), 0) / total;
  const means = Array.from({ length: size }, (_, j) => mean((o) => o.features[j]!));
  const scales = means.map((m, j) => {
    const deviation = Math.sqrt(mean((o) => (o.features[j]! - m) ** 2));
    return deviation > 1e-9 ? 1 / deviation : 0;
  });
  return { means, scales };
}

/** The logistic function without overflow. */
function sigmoid(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}

/** σ(upper) − σ(lower), precise in both tails. */
function between(lower: number, upper: number): number {
  if (lower > 0) return sigmoid(-lower) - sigmoid(-upper);
  return sigmoid(upper) - sigmoid(lower);
}

/** The derivative of σ. */
function density(x: number): number {
  return Number.isFinite(x) ? sigmoid(x) * sigmoid(-x) : 0;
}

/** The derivative of log density: 1 − 2 σ(x). */
function slopeOf(x: number): number {
  return Number.isFinite(x) ? sigmoid(-x) - sigmoid(x) : 0;
}
