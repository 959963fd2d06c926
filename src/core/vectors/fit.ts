/**
 * Room `core/vectors`: records become sparse rows: signals, statistics, weights, vocabulary.
 * Begin: `signals.ts` says what is counted, `scheme.ts` what it weighs.
 * Order: knows terms and tags; from here on there are only numbers.
 */

import { ranges, rowRanges, type Steps } from '../../base/steps.ts';
import { TEXT_SIGNALS } from '../terms/term-frequencies.ts';
import { Rarities } from './rarities.ts';
import { type RowMatrix, rowMatrixSteps, type SignalEntries } from './row-matrix.ts';
import { SignalCounts } from './signal-counts.ts';
import {
  type FeatureCounter,
  FIRST_TEXT_SIGNAL,
  isTextSignal,
  mapSignals,
  SIGNAL_MARKS,
  SIGNALS,
  type SignalName,
  type SignalWeights,
} from './signals.ts';
import type { Background } from './statistics.ts';
import { MOST_CODES, ValueCodes, ValueCounts } from './value-codes.ts';
import { Vectorizer } from './vectorizer.ts';
import { VocabularyBuilder } from './vocabulary.ts';
import { tfWeight } from './weighting.ts';

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
    const counts = new ValueCounts();
    for (const signal of TEXT_SIGNALS) {
      this.signals[signal].countValues(counts);
      yield 0;
    }
    const textValues = counts.top(MOST_TEXT_CODES);
    const textCodes = new ValueCodes(textValues, 0);
    const otherCounts = new ValueCounts();
    const scales = new Float64Array(rowCount * SIGNALS.length);
    const entries: SignalEntries[] = [];
    for (const [f, signal] of SIGNALS.entries()) {
      const counted = yield* this.signals[signal].finishSteps(ids.get(signal)!);
      const weights = new Float32Array(counted.ids.length);
      const codes = new Uint8Array(counted.ids.length);
      const isText = isTextSignal(signal);
      for (const [start, end] of rowRanges(counted.ends, ROWS_A_TURN, ENTRIES_A_TURN)) {
        for (let row = start; row < end; row++) {
          const [first, last] = [row === 0 ? 0 : counted.ends[row - 1]!, counted.ends[row]!];
          scales[row * SIGNALS.length + f] = vectorizer.weigh(f, counted, first, last, weights);
          if (isText) encode(textCodes, counted.values, codes, first, last);
        }
        yield 0;
      }
      if (!isText) otherCounts.addSome(weights.length, (index) => weights[index]!);
      entries.push({ ends: counted.ends, ids: counted.ids, weights, codes });
    }
    const otherValues = otherCounts.top(MOST_CODES - textValues.length);
    const otherCodes = new ValueCodes(otherValues, textValues.length);
    for (const [f, { weights, codes }] of entries.entries()) {
      if (isTextSignal(SIGNALS[f]!)) continue;
      for (const [start, end] of ranges(weights.length, ENTRIES_A_TURN)) {
        encode(otherCodes, weights, codes, start, end);
        yield 0;
      }
    }
    const { signalStarts } = vectorizer;
    const matrix = yield* rowMatrixSteps(entries, signalStarts);
    return {
      vectorizer,
      rows: {
        ...matrix,
        factors: {
          codes: matrix.codes,
          values: Float64Array.from([...textValues.map(tfWeight), ...otherValues]),
          scales,
          starts: signalStarts,
          texts: FIRST_TEXT_SIGNAL,
          firstText: signalStarts[FIRST_TEXT_SIGNAL]!,
          rarities: yield* Rarities.steps(documentFrequencies, count),
        },
      },
    };
  }
}

/** Writes the codes of some values. */
function encode(of: ValueCodes, values: Float32Array, codes: Uint8Array, start: number, end: number): void {
  for (let i = start; i < end; i++) codes[i] = of.code(values[i]!);
}

/** Common values of text terms; the weights of other terms are few. */
const MOST_TEXT_CODES = 200;
/** Terms, and rows, worked on between two turns. */
const TERMS_A_TURN = 4096;
const ROWS_A_TURN = 128;
/** Entries of these rows. */
const ENTRIES_A_TURN = 1 << 14;
