/**
 * Room `core/explanation`: why a score: the same sum, listed, joined into phrases, said in a sentence.
 * Begin: `explain.ts`; the wording is in `reason.ts`.
 * Order: knows rows and analysed texts.
 */

import { blend, cosineOf } from '../dense/blend.ts';
import type { DenseVector } from '../dense/vector.ts';
import { bestNeed, type NeedingSide } from '../needs/best-need.ts';
import { mapSignals, SIGNALS, type SignalName } from '../vectors/signals.ts';
import type { SparseRow, Vectorizer } from '../vectors/vectorizer.ts';

/** What one shared term adds to a score. */
export interface Contribution {
  readonly signal: SignalName;
  readonly id: number;
  readonly queryWeight: number;
  readonly recordWeight: number;
  /** queryWeight × recordWeight; where vectors speak too, × (1 − their weight). */
  readonly value: number;
}

/** A score as the sum that it is: the shared terms in ascending order of ids, as the kernel adds them. */
export interface Contributions {
  readonly score: number;
  readonly signals: Readonly<Record<SignalName, number>>;
  readonly terms: readonly Contribution[];
  /** What the vectors add; undefined where either side has none. */
  readonly vectors?: VectorPart | undefined;
  /** Of a demand with several needs the one whose row this is the sum of, from 0; undefined for the row of the whole. */
  readonly need?: number | undefined;
}

/** What the vectors of a pair add to its score: one leaf. */
export interface VectorPart {
  /** weight × max(0, cosine). */
  readonly value: number;
  /** The share of the vectors in the score; signals share the rest. */
  readonly weight: number;
  /** Of the vectors less the mean of the collection, in [−1, 1]; below 0 counts as 0. */
  readonly cosine: number;
}

/** A side of a pair: its rows, and the vector that the host gave. */
interface WeighedSide extends NeedingSide {
  readonly dense?: DenseVector | undefined;
}

/** Lists what the score of a pair is the sum of, before conditions shift it: of the best row of a demand that has several. */
export function pairContributions(
  query: WeighedSide,
  record: WeighedSide,
  vectorizer: Vectorizer,
  vectorWeight: number,
): Contributions {
  const best = bestNeed(query, record);
  const words = { ...contributionsOf(best.query, best.record, vectorizer), need: best.need };
  const cosine = cosineOf(query.dense, record.dense);
  if (Number.isNaN(cosine)) return words;
  const rest = 1 - vectorWeight;
  return {
    score: blend(words.score, cosine, vectorWeight),
    signals: mapSignals((signal) => words.signals[signal] * rest),
    terms: words.terms.map((term) => ({ ...term, value: term.value * rest })),
    vectors: { value: vectorWeight * Math.max(0, cosine), weight: vectorWeight, cosine },
    need: words.need,
  };
}

/** Lists the products whose sum is the inner product of two rows. */
export function contributionsOf(query: SparseRow, record: SparseRow, vectorizer: Vectorizer): Contributions {
  const terms: Contribution[] = [];
  const signals = { ...mapSignals(() => 0) };
  const { signalStarts } = vectorizer;
  let score = 0;
  for (let q = 0, r = 0, f = 0; q < query.ids.length && r < record.ids.length; ) {
    const id = query.ids[q]!;
    const other = record.ids[r]!;
    if (id < other) q++;
    else if (id > other) r++;
    else {
      while (id >= signalStarts[f + 1]!) f++;
      const signal = SIGNALS[f]!;
      const queryWeight = query.weights[q++]!;
      const recordWeight = record.weights[r++]!;
      const value = queryWeight * recordWeight;
      score += value;
      signals[signal] += value;
      terms.push({ signal, id, queryWeight, recordWeight, value });
    }
  }
  // More only where a row of a forged file is longer than 1, see `verify.ts`.
  return { score: Math.min(score, 1), signals, terms };
}
