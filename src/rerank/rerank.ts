import { Issues } from '../base/issues.ts';
import { expectKeys } from '../base/options.ts';
import { METRIC_NAMES, METRICS, type MetricName } from './metrics.ts';
import { checkVectors, type RerankVectors } from './vectors.ts';

/** How to re-rank. */
export interface RerankOptions {
  /** Metric of ml-distance that compares two vectors. Default `cosine`. */
  readonly metric?: MetricName;
  /** Share of the similarity in the new score, in [0, 1]: 0 keeps the order, 1 sorts by similarity. Default 0.2. */
  readonly weight?: number;
  /** Order of the Minkowski distance, a number ≥ 1. Default 3: 1 is `manhattan`, 2 is `euclidean`. */
  readonly p?: number;
}

/** What is re-ranked: a match, or anything with its id and score. */
export interface Rerankable {
  readonly id: string;
  readonly score: number;
  readonly rank: number;
}

/** A match in its new place; signals, terms and reason are those of the first stage, and explain `firstScore`. */
export type Reranked<M extends Rerankable> = M & {
  /** The score of the first stage. */
  readonly firstScore: number;
  /** In [0, 1]; undefined without a usable vector, where the score stays `firstScore`. */
  readonly similarity: number | undefined;
};

/**
 * Puts matches in the order of a blend of their score and the similarity of vectors that the caller brings:
 *
 *     score = (1 − weight) · firstScore + weight · similarity      ∈ [0, 1]
 *
 * by falling score, then in their former order. What goes in is not changed, and no record comes in that the first
 * stage did not find: ask it for more matches than will be shown. A match keeps its score where there is no vector for
 * it, where its vector or the query's is all zeros or the mean itself, and where the metric is undefined (Pearson's correlation of a
 * constant vector).
 * @param from matches, or a whole result, which comes back with its matches re-ranked.
 * @throws InputError `INVALID_OPTIONS` for bad options and matches, `INVALID_RECORDS` naming every bad vector.
 */
export function rerank<R extends { readonly matches: readonly Rerankable[] }>(
  from: R,
  vectors: RerankVectors,
  options?: RerankOptions,
): Omit<R, 'matches'> & { readonly matches: Reranked<R['matches'][number]>[] };
export function rerank<M extends Rerankable>(
  from: readonly M[],
  vectors: RerankVectors,
  options?: RerankOptions,
): Reranked<M>[];
export function rerank(
  from: readonly Rerankable[] | { readonly matches: readonly Rerankable[] },
  vectors: RerankVectors,
  options: RerankOptions = {},
): unknown {
  const matches: unknown = isList(from) ? from : from?.matches;
  const { metric, weight, p } = checkOptions(options, matches);
  const ranked = reorder(matches as readonly Rerankable[], vectors, metric, weight, p);
  return isList(from) ? ranked : { ...from, matches: ranked };
}

function reorder(
  matches: readonly Rerankable[],
  vectors: RerankVectors,
  name: MetricName,
  weight: number,
  p: number,
): Reranked<Rerankable>[] {
  const metric = METRICS[name];
  const { query, records } = checkVectors(
    vectors,
    matches.map(({ id }) => id),
    metric,
  );
  const blended = matches.map((match, i) => {
    const vector = records[i];
    const found = query && vector && metric.similarity(query, vector, p);
    const similarity = Number.isNaN(found) ? undefined : found;
    const score = similarity === undefined ? match.score : (1 - weight) * match.score + weight * similarity;
    return { ...match, score, firstScore: match.score, similarity };
  });
  // Sorting is stable: the former order decides between equals.
  return blended.sort((a, b) => b.score - a.score).map((match, i) => ({ ...match, rank: i + 1 }));
}

/** As that of the option `vectors` of a matcher, see `benchmarks/EVALUATION.md`. */
const WEIGHT = 0.2;
const KEYS = ['metric', 'weight', 'p'] as const satisfies readonly (keyof RerankOptions)[];

function isList(from: unknown): from is readonly Rerankable[] {
  return Array.isArray(from);
}

function checkOptions(options: RerankOptions, matches: unknown): Required<RerankOptions> {
  const issues = new Issues();
  const { metric = 'cosine', weight = WEIGHT, p = 3 } = expectKeys(issues, options, KEYS) ? options : {};
  issues.expect(METRIC_NAMES.includes(metric), 'metric', `one of ${METRIC_NAMES.join(', ')}`, metric);
  const isShare = typeof weight === 'number' && weight >= 0 && weight <= 1;
  issues.expect(isShare, 'weight', 'a number in [0, 1]', weight);
  const isOrder = typeof p === 'number' && p >= 1 && p < Number.POSITIVE_INFINITY;
  issues.expect(isOrder, 'p', 'a number ≥ 1', p);
  if (isList(matches)) {
    for (const [index, match] of (matches as readonly (Partial<Rerankable> | null)[]).entries()) {
      const isGood = typeof match?.id === 'string' && isScore(match.score);
      const expected = 'a match with an id and a score in [0, 1]';
      issues.expect(isGood, `matches[${index}]`, expected, match?.score ?? match, { index });
    }
  } else issues.add('matches', 'matches of a matcher', matches);
  issues.throwAsOptions();
  return { metric, weight, p };
}

function isScore(value: unknown): boolean {
  // Floats may pass 1 by a hair.
  return typeof value === 'number' && value >= 0 && value <= 1 + 1e-6;
}
