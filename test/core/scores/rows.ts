import type { PartEligibility } from '../../../src/core/matches/filters.ts';
import type { RowMatrix } from '../../../src/core/vectors/row-matrix.ts';
import type { SparseRow } from '../../../src/core/vectors/vectorizer.ts';

export type Row = SparseRow;

/** Rows one after the other. */
export function matrixOf(rows: readonly Row[]): RowMatrix {
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => {
    offsets[i + 1] = offsets[i]! + row.ids.length;
  });
  const ids = new Uint32Array(offsets[rows.length]!);
  const weights = new Float32Array(ids.length);
  rows.forEach((row, i) => {
    ids.set(row.ids, offsets[i]);
    weights.set(row.weights, offsets[i]);
  });
  return { offsets, ids, weights };
}

/** The naive inner product. */
export function dot(a: Row, b: Row): number {
  return Array.from(a.ids).reduce((sum, id, i) => {
    const at = b.ids.indexOf(id);
    return at < 0 ? sum : sum + a.weights[i]! * b.weights[at]!;
  }, 0);
}

/** Filters that keep some rows. */
export function passing(rows: readonly unknown[], keep: (row: number) => boolean): PartEligibility {
  const bits = new Uint32Array(Math.ceil(rows.length / 32));
  let passed = 0;
  rows.forEach((_, row) => {
    if (!keep(row)) return;
    bits[row >>> 5]! |= 1 << (row & 31);
    passed++;
  });
  return { bits: passed === rows.length ? undefined : bits, passed };
}
