/**
 * Room `core/explanation`: why a score: the same sum, listed, joined into phrases, said in a sentence.
 * Begin: `explain.ts`; the wording is in `reason.ts`.
 * Order: knows rows and analysed texts.
 */

import { mapSignals, SIGNALS, type SignalName } from '../vectors/signals.ts';
import type { SparseRow, Vectorizer } from '../vectors/vectorizer.ts';

/** What one shared term adds to a score. */
export interface Contribution {
  readonly signal: SignalName;
  readonly id: number;
  readonly queryWeight: number;
  readonly recordWeight: number;
  /** queryWeight × recordWeight. */
  readonly value: number;
}

/** A score as the sum that it is: the shared terms in ascending order of ids, as the kernel adds them. */
export interface Contributions {
  readonly score: number;
  readonly signals: Readonly<Record<SignalName, number>>;
  readonly terms: readonly Contribution[];
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
  return { score, signals, terms };
}
