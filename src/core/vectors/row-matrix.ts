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
 * Puts the entries of all signals into rows. Ids are sorted by two counting sorts a signal, by id and back by row: linear
 * in entries and terms, in half the time of sorting row by row.
 * @param signals in the order of their ids.
 * @param starts the first id of each signal; one more entry, the end.
 */
export function rowMatrix(signals: readonly SignalEntries[], starts: readonly number[]): RowMatrix {
  const rowCount = signals[0]!.ends.length;
  const offsets = new Uint32Array(rowCount + 1);
  for (const { ends, weights } of signals) {
    for (let row = 0, i = 0; row < rowCount; row++) {
      for (const end = ends[row]!; i < end; i++) if (weights[i]! > 0) offsets[row + 1]!++;
    }
  }
  for (let row = 0; row < rowCount; row++) offsets[row + 1]! += offsets[row]!;
  const ids = new Uint32Array(offsets[rowCount]!);
  const weights = new Float32Array(offsets[rowCount]!);
  const next = offsets.slice(0, -1);
  for (const [f, signal] of signals.entries()) {
    const first = starts[f]!;
    const sorted = byId(signal, first, starts[f + 1]!);
    for (let id = first, i = 0; i < sorted.rows.length; id++) {
      for (const end = sorted.ends[id - first]!; i < end; i++) {
        const at = next[sorted.rows[i]!]!++;
        ids[at] = id;
        weights[at] = sorted.weights[i]!;
      }
    }
  }
  return { offsets, ids, weights };
}

/** The entries above 0 of a signal whose ids are in [first, end): by id, then by row. */
function byId({ ends, ids, weights }: SignalEntries, first: number, end: number) {
  const next = new Uint32Array(end - first + 1);
  for (let i = 0; i < ids.length; i++) if (weights[i]! > 0) next[ids[i]! - first + 1]!++;
  for (let id = 0; id < end - first; id++) next[id + 1]! += next[id]!;
  const rows = new Uint32Array(next[end - first]!);
  const sorted = new Float32Array(rows.length);
  for (let row = 0, i = 0; row < ends.length; row++) {
    for (const rowEnd = ends[row]!; i < rowEnd; i++) {
      if (weights[i]! === 0) continue;
      const at = next[ids[i]! - first]!++;
      rows[at] = row;
      sorted[at] = weights[i]!;
    }
  }
  // Each place has moved on to where its id ends.
  return { ends: next, rows, weights: sorted };
}
