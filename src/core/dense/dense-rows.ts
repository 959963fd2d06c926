import { last, type Steps } from '../../base/steps.ts';
import { DenseSpace, type SpaceParts } from './space.ts';
import { cosineAt, type DenseVector, type GivenVector } from './vector.ts';

/** The arrays of {@link DenseRows}, as they are saved. */
export interface DenseArrays {
  readonly mean: Float64Array;
  /** The length of each row's values; 0 for a row without a vector. */
  readonly norms: Float64Array;
  /** The values of all rows, one after the other; empty where they are floats. */
  readonly whole: Int8Array;
  readonly floats: Float32Array;
}

/** The vectors of a collection. */
export class DenseRows {
  readonly space: DenseSpace;
  readonly arrays: DenseArrays;

  constructor(parts: Omit<SpaceParts, 'mean'>, arrays: DenseArrays) {
    this.space = new DenseSpace({ ...parts, mean: arrays.mean });
    this.arrays = arrays;
  }

  /** Puts the vectors of rows into a space; undefined for a row without one. */
  static from(space: DenseSpace, rows: ArrayLike<GivenVector | null | undefined>): DenseRows {
    return last(DenseRows.steps(space, rows));
  }

  /** The same in steps. */
  static *steps(space: DenseSpace, rows: ArrayLike<GivenVector | null | undefined>): Steps<DenseRows> {
    const { dimensions, parts } = space;
    const { store, mean } = parts;
    const norms = new Float64Array(rows.length);
    const whole = new Int8Array(store === 'int8' ? rows.length * dimensions : 0);
    const floats = new Float32Array(store === 'float32' ? rows.length * dimensions : 0);
    for (let row = 0; row < rows.length; row++) {
      yield 0;
      const given = rows[row];
      const placed = given === undefined || given === null ? undefined : space.place(given);
      if (placed === undefined) continue;
      norms[row] = placed.norm;
      (store === 'int8' ? whole : floats).set(placed.values, row * dimensions);
    }
    return new DenseRows(parts, { mean, norms, whole, floats });
  }

  /** Rows of several collections in one space, one after the other, in steps. */
  static *joinSteps(
    space: DenseSpace,
    places: readonly { readonly dense: DenseRows | undefined; readonly row: number }[],
  ): Steps<DenseRows> {
    const { dimensions, parts } = space;
    const length = places.length * dimensions;
    const norms = new Float64Array(places.length);
    const whole = new Int8Array(parts.store === 'int8' ? length : 0);
    const floats = new Float32Array(parts.store === 'float32' ? length : 0);
    for (const [i, { dense, row }] of places.entries()) {
      yield 0;
      const vector = dense?.at(row);
      if (vector === undefined) continue;
      norms[i] = vector.norm;
      (parts.store === 'int8' ? whole : floats).set(vector.values, i * dimensions);
    }
    return new DenseRows(parts, { mean: parts.mean, norms, whole, floats });
  }

  get size(): number {
    return this.arrays.norms.length;
  }

  /** The vector of a row, as a view; undefined without one. */
  at(row: number): DenseVector | undefined {
    const { dimensions } = this.space;
    const norm = this.arrays.norms[row]!;
    if (norm === 0) return undefined;
    return { values: this.values.subarray(row * dimensions, (row + 1) * dimensions), norm };
  }

  /**
   * The cosine of each row with a vector; NaN for a row without one, and for one that may not be returned.
   * O(rows × dimensions).
   * @param eligible one bit a row; undefined when all may be returned.
   */
  cosines(query: DenseVector, eligible: Uint32Array | undefined): Float64Array {
    const { values, size } = this;
    const { norms } = this.arrays;
    const { dimensions } = this.space;
    const found = new Float64Array(size).fill(Number.NaN);
    for (let row = 0; row < size; row++) {
      if (norms[row] === 0) continue;
      if (eligible !== undefined && (eligible[row >>> 5]! & (1 << (row & 31))) === 0) continue;
      found[row] = cosineAt(query, values, row * dimensions, norms[row]!);
    }
    return found;
  }

  private get values(): DenseVector['values'] {
    return this.space.parts.store === 'int8' ? this.arrays.whole : this.arrays.floats;
  }
}
