/**
 * Room `core/vectors`: records become sparse rows: signals, statistics, weights, vocabulary.
 * Begin: `signals.ts` says what is counted, `scheme.ts` what it weighs.
 * Order: knows terms and tags; from here on there are only numbers.
 */

import { ranges, type Steps } from '../../base/steps.ts';
import { TEXT_SIGNALS } from '../terms/term-frequencies.ts';
import { type RowMatrix, rowMatrixSteps, type SignalEntries } from './row-matrix.ts';
import { SignalCounts } from './signal-counts.ts';
import {
  type FeatureCounter,
  mapSignals,
  SIGNAL_MARKS,
  SIGNALS,
  type SignalName,
  type SignalWeights,
} from './signals.ts';
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
export class FeatureCollector implements FeatureCounter {
  private readonly signals = mapSignals(() => new SignalCounts());

  /** Adds to what a feature of the record that is being read counts. */
  add(signal: SignalName, feature: string, value: number): void {
    this.signals[signal].add(feature, value);
  }

  addCode(signal: SignalName, code: number, value: number): void {
    this.signals[signal].addCode(code, value);
  }

  endRecord(): void {
    for (const signal of SIGNALS) this.signals[signal].endRow();
  }

  /**
   * Second pass: fixes the vocabulary and the document frequencies, and weighs every row. Yields now and then, so
   * that a caller may take turns or stop.
   */
  *fit(options: FitOptions): Steps<{ readonly vectorizer: Vectorizer; readonly rows: RowMatrix }> {
    const { statistics } = options;
    const builder = new VocabularyBuilder();
    // Signals come in the order of their marks, so that all terms ascend.
    const ids = new Map<SignalName, Uint32Array>();
    for (const signal of SIGNALS) {
      const steps = this.signals[signal].writeSortedSteps(builder, SIGNAL_MARKS[signal].charCodeAt(0));
      ids.set(signal, yield* steps);
    }
    const vocabulary = yield* builder.finishSteps();
    const documentFrequencies = new Uint32Array(vocabulary.size);
    for (const signal of TEXT_SIGNALS) {
      const placed = ids.get(signal)!;
      for (const [start, end] of ranges(placed.length, TERMS_A_TURN)) {
        for (let number = start; number < end; number++) {
          const id = placed[number]!;
          documentFrequencies[id] =
            statistics === undefined
              ? this.signals[signal].documentFrequency(number)
              : statistics.frequencyOf(vocabulary.term(id).slice(1), SIGNAL_MARKS[signal]);
        }
        yield 0;
      }
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
    const entries: SignalEntries[] = [];
    for (const [f, signal] of SIGNALS.entries()) {
      const counted = this.signals[signal].finish(ids.get(signal)!);
      const weights = new Float32Array(counted.ids.length);
      yield 0;
      for (const [start, end] of ranges(rowCount, ROWS_A_TURN)) {
        for (let row = start; row < end; row++) {
          vectorizer.weigh(f, counted, row === 0 ? 0 : counted.ends[row - 1]!, counted.ends[row]!, weights);
        }
        yield 0;
      }
      entries.push({ ends: counted.ends, ids: counted.ids, weights });
    }
    return { vectorizer, rows: yield* rowMatrixSteps(entries, vectorizer.signalStarts) };
  }
}

/** Terms, and rows, worked on between two turns. */
const TERMS_A_TURN = 4096;
const ROWS_A_TURN = 128;
