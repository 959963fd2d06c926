import { Issues } from '../base/issues.ts';
import { expectKeys } from '../base/options.ts';
import type { Metric, Vector } from './metrics.ts';

/** Embeddings that the caller brings, of any model; all of the same length. */
export interface RerankVectors {
  /** Of the record that matches were asked for. */
  readonly query: Vector;
  /** Of the matches, by id; undefined for a record without one. */
  readonly records: ReadonlyMap<string, Vector> | ((id: string) => Vector | undefined);
  /**
   * What is subtracted of all of them before they are compared, best the mean over the whole collection: models put all
   * texts into a narrow cone, so that raw cosines differ by hundredths. Default: the mean of the vectors of the matches.
   * Distances do not change by it, and metrics for components ≥ 0 take none.
   */
  readonly mean?: Vector;
}

/** Differences from the mean that are smaller, beside the largest component, are rounding of 32-bit floats. */
const LEAST = 1e-7;

/** A checked query vector, and one for each match that has one. */
export interface CheckedVectors {
  readonly query: number[] | undefined;
  /** In the order of matches, less the mean; undefined without a vector, with one of zeros, or with the mean itself. */
  readonly records: readonly (number[] | undefined)[];
}

/**
 * Reads, checks and centres the vectors of some matches. A vector of zeros is no vector: models give it for texts that they
 * cannot read.
 * @throws InputError `INVALID_RECORDS` naming every vector that is none, has another length than the query's, or holds
 *   something else than finite numbers (≥ 0, where the metric asks for it).
 */
export function checkVectors(vectors: RerankVectors, ids: readonly string[], metric: Metric): CheckedVectors {
  const issues = new Issues();
  const note = (path: string, expected: string, received: unknown, where = {}) =>
    issues.add(path, expected, received, { ...where, place: 'vectors' });
  if (vectors !== undefined && vectors !== null) expectKeys(issues, vectors, ['query', 'records', 'mean']);
  const source: unknown = vectors?.records;
  const find = source instanceof Map ? (id: string): unknown => source.get(id) : source;
  if (typeof find !== 'function') note('records', 'a Map or a function of ids', source);
  const query = readVector(vectors?.query, undefined, metric, (path, expected, received) =>
    note(`query${path}`, expected, received),
  );
  const records = ids.map((id, index) => {
    const vector: unknown = typeof find === 'function' ? find(id) : undefined;
    if (vector === undefined) return undefined;
    return readVector(vector, query?.length, metric, (path, expected, received) =>
      note(path, expected, received, { index, id }),
    );
  });
  let mean: number[] | undefined;
  if (vectors?.mean !== undefined) {
    if (metric.nonNegative) note('mean', 'none, for this metric', vectors.mean);
    mean = readVector(vectors.mean, query?.length, metric, (path, expected, received) =>
      note(`mean${path}`, expected, received),
    );
  }
  issues.throwAs('INVALID_RECORDS', 'Bad vectors');
  const usable = [nonZero(query), ...records.map(nonZero)] as const;
  if (!metric.centred) return { query: usable[0], records: usable.slice(1) };
  const [centred, ...others] = centre(usable, mean ?? meanOf(usable.slice(1)));
  return { query: centred, records: others };
}

type Note = (path: string, expected: string, received: unknown) => void;

/** Only the first bad component is named: a vector may have thousands. */
function readVector(
  value: unknown,
  length: number | undefined,
  { nonNegative }: Metric,
  note: Note,
): number[] | undefined {
  if (!isArrayLike(value)) {
    note('', 'an array of numbers', value);
    return undefined;
  }
  if (value.length === 0 || (length !== undefined && value.length !== length)) {
    note(
      '',
      length === undefined ? 'at least one number' : `${length} numbers, as in the query`,
      value.length,
    );
    return undefined;
  }
  const numbers = Array.from(value);
  const least = nonNegative ? 0 : Number.NEGATIVE_INFINITY;
  const bad = numbers.findIndex((x) => !(Number.isFinite(x) && (x as number) >= least));
  if (bad >= 0) {
    note(`[${bad}]`, nonNegative ? 'a finite number ≥ 0, for this metric' : 'a finite number', numbers[bad]);
    return undefined;
  }
  return numbers as number[];
}

function isArrayLike(value: unknown): value is ArrayLike<unknown> {
  return (
    typeof value === 'object' && value !== null && Number.isInteger((value as { length?: unknown }).length)
  );
}

function nonZero(vector: number[] | undefined): number[] | undefined {
  return vector?.some((x) => x !== 0) === true ? vector : undefined;
}

/** The mean of those that there are; nothing where there are none. */
function meanOf(vectors: readonly (number[] | undefined)[]): number[] {
  const held = vectors.filter((vector) => vector !== undefined);
  const sum = held[0]?.map((_, i) => held.reduce((all, vector) => all + vector[i]!, 0)) ?? [];
  return sum.map((x) => x / held.length);
}

/** Vectors less a mean; undefined where no direction is left. */
function centre(
  vectors: readonly (number[] | undefined)[],
  mean: readonly number[],
): (number[] | undefined)[] {
  const largest = (vector: readonly number[]) => vector.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return vectors.map((vector) => {
    const rest = vector?.map((x, i) => x - (mean[i] ?? 0));
    if (vector === undefined || rest === undefined) return undefined;
    return largest(rest) <= LEAST * Math.max(largest(vector), largest(mean)) ? undefined : rest;
  });
}
