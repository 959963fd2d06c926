import { type SchemeParts, WeightScheme } from './scheme.ts';
import { type Features, isTextSignal, SIGNAL_MARKS, SIGNALS } from './signals.ts';
import { type Background, TermStatistics } from './statistics.ts';
import { termHash, type Vocabulary } from './vocabulary.ts';

/** A sparse row: ids ascending, weights beside them. Its squared length is at most 1. */
export interface SparseRow {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}

/** What turns features into rows. */
export interface VectorizerParts extends SchemeParts {
  readonly vocabulary: Vocabulary;
  /** Records holding each term, by id; 0 for terms of other signals than text. */
  readonly documentFrequencies: Uint32Array;
  /**
   * Where the frequencies come from, when that is not the vocabulary's own collection: terms that only it knows count for
   * the length of a row.
   */
  readonly background?: Background | undefined;
}

/** Id of a term outside of the vocabulary. */
export const UNKNOWN_ID = 0xffffffff;

/** Features → rows, the same way for the index and for queries. */
export class Vectorizer implements Background {
  readonly parts: VectorizerParts;
  private readonly scheme: WeightScheme;
  /** First id of each signal in the order of {@link SIGNALS}, and the end. */
  readonly signalStarts: readonly number[];
  private frequencies = new Uint32Array(0);

  constructor(parts: VectorizerParts) {
    this.parts = parts;
    this.scheme = new WeightScheme(parts);
    this.signalStarts = [
      ...SIGNALS.map((signal) => parts.vocabulary.lowerBound(SIGNAL_MARKS[signal])),
      parts.vocabulary.size,
    ];
  }

  get count(): number {
    return this.parts.count;
  }

  /** The statistics that the frequencies come from, where the host gave any. */
  get statistics(): TermStatistics | undefined {
    const { background } = this.parts;
    return background instanceof TermStatistics ? background : undefined;
  }

  frequencyOf(term: string, mark: string): number {
    const { vocabulary, documentFrequencies, background } = this.parts;
    const id = vocabulary.id(term, mark);
    return id < 0 ? (background?.frequencyOf(term, mark) ?? 0) : documentFrequencies[id]!;
  }

  /** One row from the features of a record. */
  row(features: Features): SparseRow {
    return this.rows(features, []).rows[0]!;
  }

  /**
   * One row from the features of a record, by the ids of this vocabulary, and the same row by those of others that weigh
   * with the same statistics; with the squared length of what of the row these statistics know, whichever terms the
   * vocabularies have.
   */
  rows(
    features: Features,
    others: readonly Vocabulary[],
  ): { readonly rows: SparseRow[]; readonly known: number } {
    const { vocabulary, documentFrequencies, background } = this.parts;
    const size = SIGNALS.reduce((sum, signal) => sum + features[signal].size, 0);
    const ids = new Uint32Array(size);
    // As stored features, so that a record weighs the same as a query and in an index.
    const values = new Float32Array(size);
    const weights = new Float32Array(size);
    const hashes = new Uint32Array(others.length === 0 ? 0 : size);
    let end = 0;
    let known = 0;
    for (const [s, signal] of SIGNALS.entries()) {
      const start = end;
      const mark = SIGNAL_MARKS[signal];
      const isText = isTextSignal(signal);
      const frequencies = this.scratch(features[signal].size);
      for (const [term, value] of features[signal]) {
        const hash = termHash(term, mark);
        const id = vocabulary.idOf(term, mark, hash);
        hashes[end] = hash;
        if (isText)
          frequencies[end - start] =
            id < 0 ? (background?.frequencyOf(term, mark) ?? 0) : documentFrequencies[id]!;
        ids[end] = id < 0 ? UNKNOWN_ID : id;
        values[end++] = value;
      }
      this.scheme.weigh(s, values, start, end, frequencies, weights);
      for (let i = start; i < end; i++) {
        if (!isText || frequencies[i - start]! > 0) known += weights[i]! * weights[i]!;
      }
    }
    const rows = [ids, ...others.map((other) => idsIn(other, features, hashes))];
    return { rows: rows.map((one) => sortedRow(one, weights)), known };
  }

  /** Weight of a text term in a record before its signal is scaled, whether or not the vocabulary has the term. */
  termWeight(mark: string, term: string, frequency: number): number {
    const { vocabulary, documentFrequencies, background } = this.parts;
    const id = vocabulary.id(term, mark);
    const held = id < 0 ? (background?.frequencyOf(term, mark) ?? 0) : documentFrequencies[id]!;
    return this.scheme.textWeight(frequency, held);
  }

  /**
   * Weights of stored features of one row in one signal, whose terms are all in the vocabulary.
   * @param s position of the signal in {@link SIGNALS}; the features from `start` to `end` are weighed.
   * @param weights takes the weights at the same places.
   * @returns the scale of the signal in this row.
   */
  weigh(
    s: number,
    { ids, values }: { readonly ids: Uint32Array; readonly values: Float32Array },
    start: number,
    end: number,
    weights: Float32Array,
  ): number {
    const { documentFrequencies } = this.parts;
    const frequencies = this.scratch(end - start);
    for (let i = start; i < end; i++) frequencies[i - start] = documentFrequencies[ids[i]!]!;
    return this.scheme.weigh(s, values, start, end, frequencies, weights);
  }

  /** Room for so many document frequencies. */
  private scratch(size: number): Uint32Array {
    if (this.frequencies.length < size) this.frequencies = new Uint32Array(2 * size);
    return this.frequencies;
  }
}

/** The ids of all features in a vocabulary, in their order. */
function idsIn(vocabulary: Vocabulary, features: Features, hashes: Uint32Array): Uint32Array {
  const ids = new Uint32Array(hashes.length);
  let end = 0;
  for (const signal of SIGNALS) {
    const mark = SIGNAL_MARKS[signal];
    for (const term of features[signal].keys()) {
      const id = vocabulary.idOf(term, mark, hashes[end]!);
      ids[end++] = id < 0 ? UNKNOWN_ID : id;
    }
  }
  return ids;
}

/** A row by the ids of another vocabulary: its terms that stand there, with the same weights. */
export function translated({ ids, weights }: SparseRow, from: Vocabulary, to: Vocabulary): SparseRow {
  const kept: number[] = [];
  const places: number[] = [];
  ids.forEach((id, i) => {
    const other = to.id(from.term(id));
    // Both vocabularies are in the order of terms: ids ascend.
    if (other >= 0) {
      kept.push(other);
      places.push(i);
    }
  });
  return { ids: Uint32Array.from(kept), weights: Float32Array.from(places, (i) => weights[i]!) };
}

/** Entries above 0 by id; those outside of the vocabulary meet nothing. */
function sortedRow(ids: Uint32Array, weights: Float32Array): SparseRow {
  const keys = new Float64Array(ids.length);
  let kept = 0;
  for (let i = 0; i < ids.length; i++) {
    if (weights[i]! > 0 && ids[i] !== UNKNOWN_ID) keys[kept++] = ids[i]! * MAX_FEATURES + i;
  }
  // Id and position in one number: a typed array sorts numbers without calling back.
  const sorted = keys.subarray(0, kept).sort();
  const rowIds = new Uint32Array(kept);
  const rowWeights = new Float32Array(kept);
  for (let i = 0; i < kept; i++) {
    const id = Math.floor(sorted[i]! / MAX_FEATURES);
    rowIds[i] = id;
    rowWeights[i] = weights[sorted[i]! - id * MAX_FEATURES]!;
  }
  return { ids: rowIds, weights: rowWeights };
}

/** More features than one record can have; with ids below 2²⁸, more than fit in memory, keys stay below 2⁵³. */
const MAX_FEATURES = 2 ** 25;
