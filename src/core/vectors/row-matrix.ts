import { ranges, rowRanges, type Steps, touchSteps } from '../../base/steps.ts';
import type { Rarities } from './rarities.ts';

/** Rows of a collection in compressed sparse row form; ids ascend within a row. */
export interface RowMatrix {
  /** Where each row begins; one more entry than rows. */
  readonly offsets: Uint32Array;
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
  /** Without them, weights are kept as they are. */
  readonly factors?: WeightFactors;
}

/**
 * What weights were made of, to keep them in less: that of a text term is value × rarity × scale, rounded down; that of
 * another term is a value. None of it needs to be right: a weight that does not come out is kept as it is.
 */
export interface WeightFactors {
  /** By entry, the place of its value in `values`, or `NO_CODE`. */
  readonly codes: Uint8Array;
  readonly values: Float64Array;
  /** Of signal `s` in a row: at row × signals + s. */
  readonly scales: Float64Array;
  /** The first id of each signal; one more entry, the end. */
  readonly starts: readonly number[];
  /** Signals before the first of text. */
  readonly texts: number;
  /** First id of text terms. */
  readonly firstText: number;
  readonly rarities: Rarities;
}

/** The entries of one signal, row by row, with ids in any order. */
export interface SignalEntries {
  /** Where each row ends in `ids`. */
  readonly ends: Uint32Array;
  readonly ids: Uint32Array;
  /** Weight of each entry; 0 for one that is left out of the matrix. */
  readonly weights: Float32Array;
  /** See {@link WeightFactors}. */
  readonly codes: Uint8Array;
}

/**
 * Puts the entries of all signals into rows, in steps. Ids are sorted by two counting sorts a signal, by id and back by row:
 * linear in entries and terms, in half the time of sorting row by row.
 * @param signals in the order of their ids.
 * @param starts the first id of each signal; one more entry, the end.
 */
export function* rowMatrixSteps(
  signals: readonly SignalEntries[],
  starts: readonly number[],
): Steps<RowMatrix & { readonly codes: Uint8Array }> {
  const rowCount = signals[0]!.ends.length;
  const offsets = new Uint32Array(rowCount + 1);
  for (const { ends, weights } of signals) {
    for (const [start, end] of rowRanges(ends, ROWS_A_TURN, ENTRIES_A_TURN)) {
      for (let row = start, i = startOf(ends, start); row < end; row++) {
        for (const last = ends[row]!; i < last; i++) if (weights[i]! > 0) offsets[row + 1]!++;
      }
      yield 0;
    }
  }
  for (let row = 0; row < rowCount; row++) offsets[row + 1]! += offsets[row]!;
  const ids = yield* touchSteps(new Uint32Array(offsets[rowCount]!));
  const weights = yield* touchSteps(new Float32Array(offsets[rowCount]!));
  const codes = yield* touchSteps(new Uint8Array(offsets[rowCount]!));
  const next = offsets.slice(0, -1);
  for (const [f, signal] of signals.entries()) {
    const first = starts[f]!;
    const sorted = yield* byIdSteps(signal, first, starts[f + 1]!);
    const termEnds = sorted.ends.subarray(0, -1);
    for (const [start, end] of rowRanges(termEnds, TERMS_A_TURN, ENTRIES_A_TURN)) {
      for (let t = start, i = startOf(sorted.ends, start); t < end; t++) {
        for (const last = sorted.ends[t]!; i < last; i++) {
          const at = next[sorted.rows[i]!]!++;
          ids[at] = first + t;
          weights[at] = sorted.weights[i]!;
          codes[at] = sorted.codes[i]!;
        }
      }
      yield 0;
    }
  }
  return { offsets, ids, weights, codes };
}

/** Rows, and terms, worked on between two turns. */
const ROWS_A_TURN = 512;
const TERMS_A_TURN = 2048;
/** Sums added up between two turns. */
const IDS_A_TURN = 1 << 20;

/** Where the entries of a row, or of a term, begin: where those of the one before it end. */
function startOf(ends: Uint32Array, row: number): number {
  return row === 0 ? 0 : ends[row - 1]!;
}

/** The entries above 0 of a signal whose ids are in [first, end): by id, then by row. */
function* byIdSteps({ ends, ids, weights, codes }: SignalEntries, first: number, end: number) {
  const next = yield* touchSteps(new Uint32Array(end - first + 1));
  for (const [start, stop] of ranges(ids.length, ENTRIES_A_TURN)) {
    for (let i = start; i < stop; i++) if (weights[i]! > 0) next[ids[i]! - first + 1]!++;
    yield 0;
  }
  for (const [start, stop] of ranges(end - first, IDS_A_TURN)) {
    for (let id = start; id < stop; id++) next[id + 1]! += next[id]!;
    yield 0;
  }
  const rows = yield* touchSteps(new Uint32Array(next[end - first]!));
  const sorted = yield* touchSteps(new Float32Array(rows.length));
  const sortedCodes = yield* touchSteps(new Uint8Array(rows.length));
  for (const [start, stop] of rowRanges(ends, ROWS_A_TURN, ENTRIES_A_TURN)) {
    for (let row = start, i = startOf(ends, start); row < stop; row++) {
      for (const rowEnd = ends[row]!; i < rowEnd; i++) {
        if (weights[i]! === 0) continue;
        const at = next[ids[i]! - first]!++;
        rows[at] = row;
        sorted[at] = weights[i]!;
        sortedCodes[at] = codes[i]!;
      }
    }
    yield 0;
  }
  // Each place has moved on to where its id ends.
  return { ends: next, rows, weights: sorted, codes: sortedCodes };
}

/** Entries moved between two turns. */
const ENTRIES_A_TURN = 1 << 16;
