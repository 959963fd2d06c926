import { rowRanges, type Steps } from '../../base/steps.ts';
import { Rarities } from './rarities.ts';
import type { RowMatrix } from './row-matrix.ts';
import { FIRST_TEXT_SIGNAL } from './signals.ts';
import { MOST_CODES, sampledRows, ValueCodes, ValueCounts } from './value-codes.ts';
import type { Vectorizer } from './vectorizer.ts';
import { tfWeight } from './weighting.ts';

/** Common values of text terms that have codes; the weights of other terms are few. */
export const MOST_TEXT_CODES = 200;

/** Rows that were weighed, with what is known of their weights so far. */
export interface WeighedRows extends RowMatrix {
  /** By entry, the code of its value where it is of a text term; any other where not. */
  readonly codes: Uint8Array;
  /** Of signal `s` in a row: at row × signals + s. */
  readonly scales: Float64Array;
}

/**
 * Rows of all records, with what their weights were made of, in steps: the weights of terms other than text are coded here,
 * because it depends on all rows which of them have codes.
 * @param textValues those of text terms that have codes, in the order of these.
 * @param vectorizer which weighed them.
 */
export function* factoredSteps(
  { offsets, ids, weights, codes, scales }: WeighedRows,
  textValues: readonly number[],
  { signalStarts, parts, count }: Vectorizer,
): Steps<RowMatrix> {
  const firstText = signalStarts[FIRST_TEXT_SIGNAL]!;
  /** Where the text terms of a row begin: behind all others. */
  const endOf = (row: number) => {
    let i = offsets[row]!;
    while (i < offsets[row + 1]! && ids[i]! < firstText) i++;
    return i;
  };
  const counts = new ValueCounts();
  for (const row of sampledRows(offsets.length - 1)) {
    for (let i = offsets[row]!, end = endOf(row); i < end; i++) counts.add(weights[i]!);
  }
  yield 0;
  const otherValues = counts.top(MOST_CODES - textValues.length);
  const others = new ValueCodes(otherValues, textValues.length);
  for (const [start, stop] of rowRanges(offsets.subarray(1), ROWS_A_TURN, ENTRIES_A_TURN)) {
    for (let row = start; row < stop; row++) {
      for (let i = offsets[row]!, end = endOf(row); i < end; i++) codes[i] = others.code(weights[i]!);
    }
    yield 0;
  }
  return {
    offsets,
    ids,
    weights,
    factors: {
      codes,
      values: Float64Array.from([...textValues.map(tfWeight), ...otherValues]),
      scales,
      starts: signalStarts,
      texts: FIRST_TEXT_SIGNAL,
      firstText,
      rarities: yield* Rarities.steps(parts.documentFrequencies, count),
    },
  };
}

/** Rows, and entries of these, looked at between two turns. */
const ROWS_A_TURN = 4096;
const ENTRIES_A_TURN = 1 << 20;
