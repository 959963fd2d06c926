import { distance, similarity } from 'ml-distance';

/**
 * The metrics of ml-distance that mean something for any pair of embeddings, each with a strictly rising map to
 * similarities in [0, 1]. Left out: divergences between probability distributions, which are undefined as soon as one
 * component is 0 (Kullback–Leibler, Jensen–Shannon, …), and tree similarity. Names that ml-distance has both as a
 * similarity and as a distance mean the similarity.
 */

/** A vector as models give it. */
export type Vector = ArrayLike<number>;

/** How one metric is computed and mapped. */
export interface Metric {
  /** Similarity in [0, 1], rising as vectors come closer; NaN where the metric is undefined. */
  readonly similarity: (a: number[], b: number[], p: number) => number;
  /** Whether all components must be ≥ 0. */
  readonly nonNegative: boolean;
  /** Whether it compares directions, so that the mean is subtracted before: distances do not change by it. */
  readonly centred: boolean;
}

type Raw = (a: number[], b: number[], p: number) => number;

/** Similarities in [−1, 1]: (1 + x) / 2. */
const signed = (raw: Raw): Metric => any((a, b, p) => (1 + raw(a, b, p)) / 2);
/** Distances without end: 1 / (1 + d). */
const endless = (raw: Raw): Metric => ({ ...any((a, b, p) => 1 / (1 + raw(a, b, p))), centred: false });
/** Similarities in [0, 1] of vectors without negative components: x itself. */
const share = (raw: Raw): Metric => nonNegative(raw);
/** Distances in [0, 1] of vectors without negative components: 1 − d. */
const rest = (raw: Raw): Metric => nonNegative((a, b, p) => 1 - raw(a, b, p));
/** Distances without end of vectors without negative components: 1 / (1 + d). */
const endlessRest = (raw: Raw): Metric => nonNegative((a, b, p) => 1 / (1 + raw(a, b, p)));

const METRIC_TABLE = {
  cosine: signed(similarity.cosine),
  pearson: signed(similarity.pearson),
  dice: signed(similarity.dice),
  // From −1/3, of opposite vectors, to 1.
  kumarHassebrook: any((a, b) => (1 + 3 * similarity.kumarHassebrook(a, b)) / 4),
  jaccard: any((a, b) => 1 - (3 * distance.jaccard(a, b)) / 4),
  // From −∞ to ∞: for vectors of unit length take the cosine.
  innerProduct: any((a, b) => {
    const x = distance.innerProduct(a, b);
    return Math.abs(x) === Number.POSITIVE_INFINITY ? Number(x > 0) : (1 + x / (1 + Math.abs(x))) / 2;
  }),
  euclidean: endless(distance.euclidean),
  squaredEuclidean: endless(distance.squaredEuclidean),
  manhattan: endless(distance.manhattan),
  chebyshev: endless(distance.chebyshev),
  minkowski: endless(distance.minkowski),
  gower: endless(distance.gower),
  lorentzian: endless(distance.lorentzian),
  avg: endless(distance.avg),
  czekanowski: share(similarity.czekanowski),
  // At most ½, of equal vectors.
  motyka: nonNegative((a, b) => 2 * similarity.motyka(a, b)),
  ruzicka: share(similarity.ruzicka),
  tanimoto: share((a, b) => similarity.tanimoto(a, b)),
  soergel: rest(distance.soergel),
  sorensen: rest(distance.sorensen),
  // From 0 to ∞, of equal vectors; x / (1 + x) written so that ∞ gives 1.
  kulczynski: nonNegative((a, b) => 1 / (1 + 1 / similarity.kulczynski(a, b))),
  intersection: nonNegative((a, b) => 1 - 1 / (1 + similarity.intersection(a, b))),
  // 1 − d, d without end.
  squaredChord: nonNegative((a, b) => 1 / (2 - similarity.squaredChord(a, b))),
  canberra: endlessRest(distance.canberra),
  clark: endlessRest(distance.clark),
  divergence: endlessRest(distance.divergence),
  squared: endlessRest(distance.squared),
  probabilisticSymmetric: endlessRest(distance.probabilisticSymmetric),
  waveHedges: endlessRest(distance.waveHedges),
} as const satisfies Readonly<Record<string, Metric>>;

/** Name of a metric, as in ml-distance. */
export type MetricName = keyof typeof METRIC_TABLE;

/** All metrics by name. */
export const METRICS: Readonly<Record<MetricName, Metric>> = METRIC_TABLE;

/** The names of the metrics. */
export const METRIC_NAMES: readonly MetricName[] = Object.keys(METRIC_TABLE) as MetricName[];

function any(raw: Raw): Metric {
  return { similarity: bounded(raw), nonNegative: false, centred: true };
}

/** Components that are 0 on both sides say nothing; where a metric divides by their sum they would make it NaN. */
function nonNegative(raw: Raw): Metric {
  const within = bounded(raw);
  return {
    nonNegative: true,
    centred: false,
    similarity: (a, b, p) => {
      const kept = a.flatMap((value, i) => (value + b[i]! > 0 ? [i] : []));
      return within(
        kept.map((i) => a[i]!),
        kept.map((i) => b[i]!),
        p,
      );
    },
  };
}

/** Rounding may pass the ends by a hair; NaN stays NaN. */
function bounded(raw: Raw): Raw {
  return (a, b, p) => Math.min(1, Math.max(0, raw(a, b, p)));
}
