/** Rows of term counts in compressed form; ids ascend within a row. */
export interface CountedRows {
  /** Where each row begins; one more entry than rows. */
  readonly offsets: Uint32Array;
  readonly ids: Uint32Array;
  /** How often each term stands in the row, from 1. */
  readonly counts: Uint16Array;
}

/** Rows with weights beside the counts; each row has unit length. */
export interface WeightedRows extends CountedRows {
  readonly weights: Float32Array;
}

/** Counted records and queries over one vocabulary. */
export interface CountedData {
  /** Ids are below this. */
  readonly terms: number;
  readonly records: CountedRows;
  readonly queries: CountedRows;
}

/** What all engines are given: the same vectors. */
export interface Vectors {
  readonly terms: number;
  readonly records: WeightedRows;
  readonly queries: WeightedRows;
}

/** Number of rows. */
export function rowsOf({ offsets }: CountedRows): number {
  return offsets.length - 1;
}

/** The first rows, as views. */
export function firstRows(rows: WeightedRows, count: number): WeightedRows {
  const end = rows.offsets[Math.min(count, rowsOf(rows))]!;
  return {
    offsets: rows.offsets.subarray(0, Math.min(count, rowsOf(rows)) + 1),
    ids: rows.ids.subarray(0, end),
    counts: rows.counts.subarray(0, end),
    weights: rows.weights.subarray(0, end),
  };
}

/** One row, as views. */
export function rowAt({ offsets, ids, weights }: WeightedRows, row: number) {
  const [start, end] = [offsets[row]!, offsets[row + 1]!];
  return { ids: ids.subarray(start, end), weights: weights.subarray(start, end) };
}

/** In how many rows each term stands. */
export function documentFrequencies({ ids }: Pick<CountedRows, 'ids'>, terms: number): Uint32Array {
  const frequencies = new Uint32Array(terms);
  for (let i = 0; i < ids.length; i++) frequencies[ids[i]!]!++;
  return frequencies;
}
