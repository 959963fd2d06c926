import type { RowMatrix } from '../vectors/row-matrix.ts';
import type { SparseRow } from '../vectors/vectorizer.ts';

/** Rows that are read one by one. */
export interface RowSource {
  readonly size: number;
  row(index: number): SparseRow;
}

/** The rows of a matrix, as views. */
export function rowsOf({ offsets, ids, weights }: RowMatrix): RowSource {
  return {
    size: offsets.length - 1,
    row(index) {
      const [start, end] = [offsets[index]!, offsets[index + 1]!];
      return { ids: ids.subarray(start, end), weights: weights.subarray(start, end) };
    },
  };
}
