/**
 * Room `core/vectors`: records become sparse rows: signals, statistics, weights, vocabulary.
 * Begin: `signals.ts` says what is counted, `scheme.ts` what it weighs.
 * Order: knows terms and tags; from here on there are only numbers.
 */

import { ranges, rowRanges, type Steps } from '../../base/steps.ts';
import { TEXT_SIGNALS } from '../terms/term-frequencies.ts';
import { factoredSteps, MOST_TEXT_CODES, type WeighedRows } from './row-factors.ts';
import { type RowMatrix, rowMatrixSteps, type SignalEntries } from './row-matrix.ts';
import { SignalCounts } from './signal-counts.ts';
import {
  type FeatureCounter,
  isTextSignal,
  mapSignals,
  SIGNAL_MARKS,
  SIGNALS,
  type SignalName,
  type SignalWeights,
} from './signals.ts';
import type { Background } from './statistics.ts';
import { sampledRows, ValueCodes, ValueCounts } from './value-codes.ts';
import { Vectorizer } from './vectorizer.ts';
import { type Vocabulary, VocabularyBuilder } from './vocabulary.ts';

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
    const ids = yield* this.sorted(builder);
    const vocabulary = yield* builder.finishSteps();
    const documentFrequencies = yield* this.frequencies(ids, vocabulary.size);
    if (statistics !== undefined) yield* lookUp(statistics, vocabulary, documentFrequencies);
    const vectorizer = fitted(vocabulary, documentFrequencies, this.rowCount, options);
    const values = new ValueCounts();
    yield* this.countTexts(sampledRows(this.rowCount), values);
    const textValues = values.top(MOST_TEXT_CODES);
    const weighed = yield* this.weighed(vectorizer, ids, textValues);
    return { vectorizer, rows: yield* factoredSteps(weighed, textValues, vectorizer) };
  }

  get rowCount(): number {
    return this.signals[SIGNALS[0]].rowCount;
  }

  /** Writes all terms into a vocabulary. @returns the id of each number of a term, by signal. */
  *sorted(builder: VocabularyBuilder): Steps<PlacedTerms> {
    // Signals come in the order of their marks, so that all terms ascend.
    const ids = new Map<SignalName, Uint32Array>();
    for (const signal of SIGNALS) {
      const steps = this.signals[signal].writeSortedSteps(builder, SIGNAL_MARKS[signal].charCodeAt(0));
      ids.set(signal, yield* steps);
    }
    return ids;
  }

  /** In how many rows each text term stands, by the id of the term; 0 for other terms. */
  *frequencies(ids: PlacedTerms, size: number): Steps<Uint32Array> {
    const documentFrequencies = new Uint32Array(size);
    for (const signal of TEXT_SIGNALS) {
      const placed = ids.get(signal)!;
      for (const [start, end] of ranges(placed.length, TERMS_A_TURN)) {
        for (let number = start; number < end; number++) {
          documentFrequencies[placed[number]!] = this.signals[signal].documentFrequency(number);
        }
        yield 0;
      }
    }
    return documentFrequencies;
  }

  /** Counts the values of the text terms of some rows. */
  *countTexts(rows: Uint32Array, counts: ValueCounts): Steps<void> {
    for (const [start, end] of ranges(rows.length, ROWS_A_TURN)) {
      for (const signal of TEXT_SIGNALS) {
        for (let i = start; i < end; i++) this.signals[signal].countValues(rows[i]!, counts);
        yield 0;
      }
    }
  }

  /** Weighs every row; this holds none afterwards. @param textValues those of text terms that have codes. */
  *weighed(vectorizer: Vectorizer, ids: PlacedTerms, textValues: readonly number[]): Steps<WeighedRows> {
    const textCodes = new ValueCodes(textValues, 0);
    const scales = new Float64Array(this.rowCount * SIGNALS.length);
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
          if (isText) for (let i = first; i < last; i++) codes[i] = textCodes.code(counted.values[i]!);
        }
        yield 0;
      }
      entries.push({ ends: counted.ends, ids: counted.ids, weights, codes });
    }
    return { ...(yield* rowMatrixSteps(entries, vectorizer.signalStarts)), scales };
  }
}

/** The id of each number of a term, by signal. */
export type PlacedTerms = ReadonlyMap<SignalName, Uint32Array>;

/** Puts the document frequencies of given statistics in place of counted ones. */
export function* lookUp(
  statistics: Background,
  vocabulary: Vocabulary,
  documentFrequencies: Uint32Array,
): Steps<void> {
  for (const signal of TEXT_SIGNALS) {
    const mark = SIGNAL_MARKS[signal];
    const first = vocabulary.lowerBound(mark);
    const end = vocabulary.lowerBound(String.fromCharCode(mark.charCodeAt(0) + 1));
    for (const [start, stop] of ranges(end - first, TERMS_A_TURN)) {
      for (let id = first + start; id < first + stop; id++) {
        documentFrequencies[id] = statistics.frequencyOf(vocabulary.term(id).slice(1), mark);
      }
      yield 0;
    }
  }
}

/** What weighs the rows of a collection of so many records. */
export function fitted(
  vocabulary: Vocabulary,
  documentFrequencies: Uint32Array,
  rowCount: number,
  { statistics, signalWeights, minRecordsForDropping, maxDocumentShare }: FitOptions,
): Vectorizer {
  const count = statistics?.count ?? rowCount;
  return new Vectorizer({
    vocabulary,
    documentFrequencies,
    count,
    signalWeights,
    maxDocumentFrequency: count < minRecordsForDropping ? count : Math.floor(count * maxDocumentShare),
    background: statistics,
  });
}

/** Terms, and rows, worked on between two turns. */
const TERMS_A_TURN = 4096;
const ROWS_A_TURN = 128;
/** Entries of these rows. */
const ENTRIES_A_TURN = 1 << 14;
