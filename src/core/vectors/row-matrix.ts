import { ranges, rowRanges, type Steps, touchSteps } from '../../base/steps.ts';

/** Rows of a collection in compressed sparse row form; ids ascend within a row. */
export interface RowMatrix {
  /** Where each row begins; one more entry than rows. */
  readonly offsets: Uint32Array;
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}

/** The entries of one signal, row by row, with ids in any order. */
export interface SignalEntries {
  /** Where each row ends in `ids`. */
  readonly ends: Uint32Array;
  readonly ids: Uint32Array;
  /** Weight of each entry; 0 for one that is left out of the matrix. */
  readonly weights: Float32Array;
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
): Steps<RowMatrix> {
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
        }
      }
      yield 0;
    }
  }
  return { offsets, ids, weights };
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
function* byIdSteps({ ends, ids, weights }: SignalEntries, first: number, end: number) {
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
  for (const [start, stop] of rowRanges(ends, ROWS_A_TURN, ENTRIES_A_TURN)) {
    for (let row = start, i = startOf(ends, start); row < stop; row++) {
      for (const rowEnd = ends[row]!; i < rowEnd; i++) {
        if (weights[i]! === 0) continue;
        const at = next[ids[i]! - first]!++;
        rows[at] = row;
        sorted[at] = weights[i]!;
      }
    }
    yield 0;
  }
  // Each place has moved on to where its id ends.
  return { ends: next, rows, weights: sorted };
}

/** Entries moved between two turns. */
const ENTRIES_A_TURN = 1 << 16;
