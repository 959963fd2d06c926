import { last, type Steps } from '../../base/steps.ts';
import type { RowMatrix } from '../vectors/row-matrix.ts';
import type { SparseRow } from '../vectors/vectorizer.ts';
import type { RowSource } from './row-source.ts';

/** The arrays of {@link CompactRows}, as they are saved. */
export interface CompactRowArrays {
  /** Where each row's weights begin; one more entry than rows. */
  readonly offsets: Uint32Array;
  /** Where each row's steps begin in `steps`; one more entry than rows. */
  readonly starts: Uint32Array;
  /**
   * Distance of each id from the one before it, the first from −1. A distance that 16 bits do not hold is three
   * numbers: 0, its low and its high half.
   */
  readonly steps: Uint16Array;
  /** Weight of each entry. */
  readonly weights: Float32Array;
}

/** A query that is asked for the weights of single terms. */
export interface TermWeights {
  /** 0 for a term that it does not have. */
  weight(id: number): number;
}

/** Rows written between two turns. */
const ROWS_A_TURN = 128;
const ESCAPE = 0;
const HALF = 0x10000;

/**
 * The rows of a collection, to explain and to score single ones: ids as steps, about 2 bytes in place of 4, because
 * the rows fill more memory than the postings.
 */
export class CompactRows implements RowSource {
  readonly arrays: CompactRowArrays;
  /** What {@link fetch} read. */
  private fetched = 0;

  constructor(arrays: CompactRowArrays) {
    this.arrays = arrays;
  }

  static from(matrix: RowMatrix): CompactRows {
    return last(CompactRows.steps(matrix));
  }

  /** The same in steps. */
  static *steps(matrix: RowMatrix): Steps<CompactRows> {
    const { offsets, ids, weights } = matrix;
    const rowCount = offsets.length - 1;
    const starts = new Uint32Array(rowCount + 1);
    for (let row = 0; row < rowCount; row++) {
      let units = 0;
      for (let i = offsets[row]!, before = -1; i < offsets[row + 1]!; before = ids[i]!, i++) {
        units += ids[i]! - before < HALF ? 1 : 3;
      }
      starts[row + 1] = starts[row]! + units;
      if (row % ROWS_A_TURN === 0) yield 0;
    }
    const steps = new Uint16Array(starts[rowCount]!);
    let at = 0;
    for (let row = 0; row < rowCount; row++) {
      for (let i = offsets[row]!, before = -1; i < offsets[row + 1]!; before = ids[i]!, i++) {
        const step = ids[i]! - before;
        if (step < HALF) steps[at++] = step;
        else {
          steps[at++] = ESCAPE;
          steps[at++] = step;
          steps[at++] = step / HALF;
        }
      }
      if (row % ROWS_A_TURN === 0) yield 0;
    }
    return new CompactRows({ offsets, starts, steps, weights });
  }

  get size(): number {
    return this.arrays.offsets.length - 1;
  }

  /** One row, its weights as a view. */
  row(row: number): SparseRow {
    const { offsets, starts, steps, weights } = this.arrays;
    const first = offsets[row]!;
    const ids = new Uint32Array(offsets[row + 1]! - first);
    let id = -1;
    for (let i = 0, at = starts[row]!; i < ids.length; i++) {
      const step = steps[at++]!;
      id += step === ESCAPE ? steps[at++]! + steps[at++]! * HALF : step;
      ids[i] = id;
    }
    return { ids, weights: weights.subarray(first, offsets[row + 1]!) };
  }

  /**
   * Reads where some rows begin, for their products soon after: the memory brings lines that nothing waits for at the
   * same time, those of one product after the other.
   */
  fetch(rows: Uint32Array): void {
    const { offsets, starts, steps, weights } = this.arrays;
    let { fetched } = this;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      fetched = (fetched + steps[starts[row]!]! + weights[offsets[row]!]!) | 0;
    }
    // Engines leave out what nobody uses.
    this.fetched = fetched;
  }

  /** Inner product of a row with a query, summed in ascending order of ids in 64 bits. */
  product(row: number, query: TermWeights): number {
    const { offsets, starts, steps, weights } = this.arrays;
    const end = offsets[row + 1]!;
    let sum = 0;
    let id = -1;
    for (let i = offsets[row]!, at = starts[row]!; i < end; i++) {
      const step = steps[at++]!;
      id = (id + (step === ESCAPE ? steps[at++]! + steps[at++]! * HALF : step)) | 0;
      const weight = query.weight(id);
      if (weight !== 0) sum += weight * weights[i]!;
    }
    return sum;
  }
}
