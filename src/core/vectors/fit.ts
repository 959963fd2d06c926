/**
 * Room `core/vectors`: records become sparse rows: signals, statistics, weights, vocabulary.
 * Begin: `signals.ts` says what is counted, `scheme.ts` what it weighs.
 * Order: knows terms and tags; from here on there are only numbers.
 */

import { TEXT_SIGNALS } from '../terms/term-frequencies.ts';
import { type RowMatrix, rowMatrix } from './row-matrix.ts';
import { SignalCounts } from './signal-counts.ts';
import { mapSignals, SIGNAL_MARKS, SIGNALS, type SignalName, type SignalWeights } from './signals.ts';
import type { Background } from './statistics.ts';
import { Vectorizer } from './vectorizer.ts';
import { VocabularyBuilder } from './vocabulary.ts';

/** How rows are weighted. */
export interface FitOptions {
  readonly signalWeights: SignalWeights;
  /** Share of records above which a text term is dropped, in (0, 1]. */
  readonly maxDocumentShare: number;
  /** Collections with fewer records drop no term. */
  readonly minRecordsForDropping: number;
  /** Document frequencies to use in place of the collection's own. */
  readonly statistics?: Background | undefined;
}

/** Features of each record, kept as integers between the two passes over a collection. */
export class FeatureCollector {
  private readonly signals = mapSignals(() => new SignalCounts());

  /** Adds to what a feature of the record that is being read counts. */
  readonly count = (signal: SignalName, feature: string, value: number): void => {
    this.signals[signal].add(feature, value);
  };

  endRecord(): void {
    for (const signal of SIGNALS) this.signals[signal].endRow();
  }

  /**
   * Second pass: fixes the vocabulary and the document frequencies, and weighs every row. Yields after each row, so
   * that a caller may take turns or stop.
   */
  *fit(options: FitOptions): Generator<void, { readonly vectorizer: Vectorizer; readonly rows: RowMatrix }> {
    const { statistics } = options;
    const builder = new VocabularyBuilder();
    // Signals come in the order of their marks, so that all terms ascend.
    const ids = mapSignals((signal) =>
      this.signals[signal].writeSorted(builder, SIGNAL_MARKS[signal].charCodeAt(0)),
    );
    const vocabulary = builder.finish();
    const documentFrequencies = new Uint32Array(vocabulary.size);
    for (const signal of TEXT_SIGNALS) {
      ids[signal].forEach((id, number) => {
        documentFrequencies[id] =
          statistics === undefined
            ? this.signals[signal].documentFrequency(number)
            : statistics.frequencyOf(vocabulary.term(id).slice(1), SIGNAL_MARKS[signal]);
      });
    }
    const { rowCount } = this.signals[SIGNALS[0]];
    const count = statistics?.count ?? rowCount;
    const vectorizer = new Vectorizer({
      vocabulary,
      documentFrequencies,
      count,
      signalWeights: options.signalWeights,
      maxDocumentFrequency:
        count < options.minRecordsForDropping ? count : Math.floor(count * options.maxDocumentShare),
      background: statistics,
    });
    const entries = SIGNALS.map((signal) => {
      const counted = this.signals[signal].finish(ids[signal]);
      return { ...counted, weights: new Float32Array(counted.ids.length) };
    });
    for (let row = 0; row < rowCount; row++) {
      for (const [f, signal] of entries.entries()) {
        vectorizer.weigh(f, signal, row === 0 ? 0 : signal.ends[row - 1]!, signal.ends[row]!, signal.weights);
      }
      yield;
    }
    return { vectorizer, rows: rowMatrix(entries, vectorizer.signalStarts) };
  }
}
