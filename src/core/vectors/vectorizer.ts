import {
  type Features,
  isTextSignal,
  SIGNAL_MARKS,
  SIGNALS,
  type SignalName,
  type SignalWeights,
} from './signals.ts';
import type { Vocabulary } from './vocabulary.ts';
import { floorToFloat32, idfWeight, tfWeight } from './weighting.ts';

/** A sparse row: ids ascending, weights beside them. Its squared length is at most 1. */
export interface SparseRow {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}

/** What turns features into rows. */
export interface VectorizerParts {
  readonly vocabulary: Vocabulary;
  /** Records holding each term, by id; 0 for terms of other signals than text. */
  readonly documentFrequencies: Uint32Array;
  /** Number of records behind the document frequencies. */
  readonly count: number;
  readonly signalWeights: SignalWeights;
  /** Text terms in more records than this are dropped, on both sides. */
  readonly maxDocumentFrequency: number;
}

/** Id of a term outside of the vocabulary. */
export const UNKNOWN_ID = 0xffffffff;

/** Features → rows, the same way for the index and for queries. */
export class Vectorizer {
  readonly parts: VectorizerParts;
  /** Root of each signal's scaled weight, in the order of {@link SIGNALS}. */
  private readonly roots: readonly number[];
  /** First id of each signal in the order of {@link SIGNALS}, and the end. */
  readonly signalStarts: readonly number[];
  /** Weights before rounding, of the features that are being weighed. */
  private exact = new Float64Array(0);

  constructor(parts: VectorizerParts) {
    this.parts = parts;
    const sum = SIGNALS.reduce((total, signal) => total + parts.signalWeights[signal], 0);
    const root = (signal: SignalName) => (sum > 0 ? Math.sqrt(parts.signalWeights[signal] / sum) : 0);
    this.roots = SIGNALS.map(root);
    this.signalStarts = [
      ...SIGNALS.map((signal) => parts.vocabulary.lowerBound(SIGNAL_MARKS[signal])),
      parts.vocabulary.size,
    ];
  }

  /**
   * Weight of a text term before scaling to unit length; 0 for terms that are too frequent.
   * @param id may be {@link UNKNOWN_ID}.
   */
  textWeight(id: number, frequency: number): number {
    const { documentFrequencies, count, maxDocumentFrequency } = this.parts;
    const documentFrequency = id === UNKNOWN_ID ? 0 : documentFrequencies[id]!;
    if (documentFrequency > maxDocumentFrequency) return 0;
    return tfWeight(frequency) * idfWeight(count, documentFrequency);
  }

  /** One row from the features of a record. */
  row(features: Features): SparseRow {
    const size = SIGNALS.reduce((sum, signal) => sum + features[signal].size, 0);
    const ids = new Uint32Array(size);
    // As stored features, so that a record weighs the same as a query and in an index.
    const values = new Float32Array(size);
    const weights = new Float32Array(size);
    let end = 0;
    for (const [f, signal] of SIGNALS.entries()) {
      const start = end;
      for (const [term, value] of features[signal]) {
        const id = this.parts.vocabulary.id(term, SIGNAL_MARKS[signal]);
        ids[end] = id < 0 ? UNKNOWN_ID : id;
        values[end++] = value;
      }
      this.weigh(f, { ids, values }, start, end, weights);
    }
    return sortedRow(ids, weights);
  }

  /**
   * Weights of the features of one row in one signal: scaled to unit length, then by the root of the signal's weight, so
   * that the inner product of two rows is Σ weight · cosine.
   * @param f position of the signal in {@link SIGNALS}.
   * @param features distinct ids, {@link UNKNOWN_ID} for those outside of the vocabulary, which count for the length of
   * the row only; and values. The features from `start` to `end` are weighed.
   * @param weights takes the weights at the same places; 0 where nothing is to be kept.
   */
  weigh(
    f: number,
    { ids, values }: { readonly ids: Uint32Array; readonly values: Float32Array },
    start: number,
    end: number,
    weights: Float32Array,
  ): void {
    const isText = isTextSignal(SIGNALS[f]!);
    if (this.exact.length < end - start) this.exact = new Float64Array(2 * (end - start));
    const { exact } = this;
    let squares = 0;
    for (let i = start; i < end; i++) {
      const weight = isText ? this.textWeight(ids[i]!, values[i]!) : values[i]!;
      exact[i - start] = weight;
      squares += weight * weight;
    }
    // Squares of tiny weights underflow to 0: then the signal is empty rather than NaN.
    const scale = squares > 0 ? this.roots[f]! / Math.sqrt(squares) : 0;
    for (let i = start; i < end; i++) {
      weights[i] = ids[i] === UNKNOWN_ID ? 0 : floorToFloat32(exact[i - start]! * scale);
    }
  }
}

/** Entries above 0 by id. */
function sortedRow(ids: Uint32Array, weights: Float32Array): SparseRow {
  const keys = new Float64Array(ids.length);
  let kept = 0;
  for (let i = 0; i < ids.length; i++) if (weights[i]! > 0) keys[kept++] = ids[i]! * MAX_FEATURES + i;
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
