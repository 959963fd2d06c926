import { isTextSignal, mapSignals, SIGNALS, type SignalWeights } from './signals.ts';
import { floorToFloat32, idfWeight, tfWeight } from './weighting.ts';

/** What a weight depends on, besides the record and the document frequencies of its terms. */
export interface SchemeParts {
  /** Number of records behind the document frequencies. */
  readonly count: number;
  readonly signalWeights: SignalWeights;
  /** Text terms in more records than this are dropped, on both sides. */
  readonly maxDocumentFrequency: number;
}

/** Share of the whole that each signal has: the weights as given, scaled to sum to 1; all 0 where they are. */
export function signalShares(weights: SignalWeights): SignalWeights {
  const sum = SIGNALS.reduce((total, signal) => total + weights[signal], 0);
  return mapSignals((signal) => (sum > 0 ? weights[signal] / sum : 0));
}

/** Document frequencies whose weight is kept: 32 kB. Few terms have greater ones. */
const MOST_KEPT = 4096;

/** Features → weights: the same for an index, for queries and for rows without an index. */
export class WeightScheme {
  /** Root of each signal's share, in the order of {@link SIGNALS}. */
  private readonly roots: readonly number[];
  private readonly parts: SchemeParts;
  /** Inverse document frequencies by document frequency, 0 for those not asked for yet; none is 0. */
  private readonly idf: Float64Array;
  /** Weights before rounding, of the features that are being weighed. */
  private exact = new Float64Array(0);

  constructor(parts: SchemeParts) {
    this.parts = parts;
    this.idf = new Float64Array(Math.min(MOST_KEPT, Math.max(0, parts.count) + 1));
    const shares = signalShares(parts.signalWeights);
    this.roots = SIGNALS.map((signal) => Math.sqrt(shares[signal]));
  }

  /** Weight of a text term before scaling to unit length; 0 for terms that are too frequent. */
  textWeight(frequency: number, documentFrequency: number): number {
    if (documentFrequency > this.parts.maxDocumentFrequency) return 0;
    return tfWeight(frequency) * this.idfOf(documentFrequency);
  }

  private idfOf(documentFrequency: number): number {
    const known = this.idf[documentFrequency];
    if (known !== undefined && known > 0) return known;
    const idf = idfWeight(this.parts.count, documentFrequency);
    if (documentFrequency < this.idf.length) this.idf[documentFrequency] = idf;
    return idf;
  }

  /**
   * Weights of the features of one row in one signal: scaled to unit length, then by the root of the signal's share, so
   * that the inner product of two rows is Σ share · cosine.
   * @param s position of the signal in {@link SIGNALS}.
   * @param values of the features, in the order in which the record has them: the last bits of a sum depend on it.
   * Those from `start` to `end` are weighed.
   * @param frequencies document frequency of each of them, from 0 on; not read for signals other than text.
   * @param weights takes the weights, at the places of the values.
   * @returns the scale.
   */
  weigh(
    s: number,
    values: Float32Array,
    start: number,
    end: number,
    frequencies: Uint32Array,
    weights: Float32Array,
  ): number {
    const isText = isTextSignal(SIGNALS[s]!);
    if (this.exact.length < end - start) this.exact = new Float64Array(2 * (end - start));
    const { exact } = this;
    let squares = 0;
    for (let i = start; i < end; i++) {
      const weight = isText ? this.textWeight(values[i]!, frequencies[i - start]!) : values[i]!;
      exact[i - start] = weight;
      squares += weight * weight;
    }
    // Squares of tiny weights underflow to 0: then the signal is empty rather than NaN.
    const scale = squares > 0 ? this.roots[s]! / Math.sqrt(squares) : 0;
    for (let i = start; i < end; i++) weights[i] = floorToFloat32(exact[i - start]! * scale);
    return scale;
  }
}
