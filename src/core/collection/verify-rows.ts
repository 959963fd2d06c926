import { rowRanges, type Steps } from '../../base/steps.ts';
import { FIRST_TEXT_SIGNAL, SIGNAL_MARKS, SIGNALS } from '../vectors/signals.ts';
import { MOST_CODES, NO_CODE } from '../vectors/value-codes.ts';
import { Vocabulary } from '../vectors/vocabulary.ts';
import {
  bad,
  expectAscendingSteps,
  expectLength,
  expectOffsetsSteps,
  expectWithinSteps,
  rowCountOf,
} from './expectations.ts';
import { type Part, partOf, type Sections } from './layout.ts';

/** Rows, and entries of these, looked at between two turns. */
const ROWS_A_TURN = 1024;
const ENTRIES_A_TURN = 1 << 16;

/** A distance that 16 bits do not hold is written as 0 and its halves. */
const HALF = 0x10000;
/** The greatest that a 32-bit float, and a scale, may be: products of these are numbers. */
const MOST_FLOAT = 2 ** 128;
const MOST_SCALE = 2 ** 512;
/** ln((N + 1) / (df + 1)) + 1 of numbers below 2⁵³ is less than 38. */
const MOST_RARITY = 38;

/** Rows whose entries are terms, ascending, with weights that are made of numbers. How long rows are is not looked at: scores are bounded where they are told. */
export function* verifyRowsSteps(arrays: Sections): Steps<void> {
  const offsets = arrays['rows.offsets'];
  const codes = arrays['rows.codes'];
  const kept = arrays['rows.weights'];
  const values = arrays['rows.values'];
  const starts = arrays['rows.starts'];
  // Where all weights are kept there are no starts of them; a collection without a term has no codes either.
  const areKept = arrays['rows.weightStarts'].length === 0;
  const entries = areKept ? kept.length : codes.length;
  yield* expectOffsetsSteps('rows.offsets', offsets, entries);
  const rowCount = rowCountOf(arrays);
  expectLength('rows.starts', starts, rowCount + 1);
  yield* expectOffsetsSteps('rows.starts', starts, arrays['rows.steps'].length);
  yield* expectWithinSteps('rows.values', values, 0, MOST_FLOAT);
  yield* expectWithinSteps('rows.weights', kept, 0, 1);
  if (!areKept) {
    if (values.length > MOST_CODES)
      throw bad('rows.values', 'its end', `at most ${MOST_CODES}`, values.length);
    expectLength('rows.weightStarts', arrays['rows.weightStarts'], rowCount + 1);
    yield* expectOffsetsSteps('rows.weightStarts', arrays['rows.weightStarts'], kept.length);
  }
  const textStarts = textStartsOf(arrays);
  expectLength('rows.scales', arrays['rows.scales'], areKept ? 0 : rowCount * (textStarts.length - 1));
  yield* expectWithinSteps('rows.scales', arrays['rows.scales'], 0, MOST_SCALE);
  const frequencies = arrays['rows.frequencies'];
  yield* expectAscendingSteps('rows.frequencies', frequencies);
  expectLength('rows.rarities', arrays['rows.rarities'], frequencies.length);
  yield* expectWithinSteps('rows.rarities', arrays['rows.rarities'], 1, MOST_RARITY);
  const rows = partOf(arrays, 'rows');
  for (const [start, end] of rowRanges(offsets.subarray(1), ROWS_A_TURN, ENTRIES_A_TURN)) {
    const row = firstBadRow(rows, start, end, arrays.documentFrequencies.length);
    if (row >= 0) throw bad('rows.steps', `row ${row}`, 'ascending terms', 'others');
    const other = areKept ? -1 : firstBadCodes(rows, start, end);
    if (other >= 0) throw bad('rows.codes', `row ${other}`, 'codes of weights', 'others');
    yield 0;
  }
}

/** The first of some rows whose steps do not lead from term to term, below `size`, to where the steps of the next row begin. */
function firstBadRow(
  { offsets, starts, steps }: Part<'rows'>,
  start: number,
  end: number,
  size: number,
): number {
  for (let row = start; row < end; row++) {
    let at = starts[row]!;
    // Every entry has a step at least.
    const behind = starts[row + 1]!;
    let left = offsets[row + 1]! - offsets[row]!;
    let id = -1;
    if (behind - at === left) {
      // As nearly all rows: a step for each entry, so that none of them is 0.
      for (; at < behind; at++) {
        const step = steps[at]!;
        if (step === 0) return row;
        id += step;
      }
      if (id >= size) return row;
      continue;
    }
    while (at < behind && left > 0) {
      const step = steps[at++]!;
      if (step === 0) {
        if (at + 2 > behind || steps[at + 1] === 0) return row;
        id += steps[at]! + steps[at + 1]! * HALF;
        at += 2;
      } else id += step;
      left--;
    }
    if (at !== behind || left > 0 || id >= size) return row;
  }
  return -1;
}

/** The first of some rows with a code that has no value, or with more or fewer weights that are kept. */
function firstBadCodes(
  { offsets, codes, values, weightStarts }: Part<'rows'>,
  start: number,
  end: number,
): number {
  const { length } = values;
  for (let row = start; row < end; row++) {
    const behind = offsets[row + 1]!;
    let kept = weightStarts[row]!;
    for (let i = offsets[row]!; i < behind; i++) {
      const code = codes[i]!;
      if (code < length) continue;
      if (code !== NO_CODE) return row;
      kept++;
    }
    if (kept !== weightStarts[row + 1]) return row;
  }
  return -1;
}

/** First id of each text signal, and the end. */
function textStartsOf(arrays: Sections): number[] {
  const vocabulary = new Vocabulary(partOf(arrays, 'vocabulary'));
  const signals = SIGNALS.slice(FIRST_TEXT_SIGNAL);
  return [...signals.map((signal) => vocabulary.lowerBound(SIGNAL_MARKS[signal])), vocabulary.size];
}
