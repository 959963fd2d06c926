/** The least and the greatest value of a column. */
export interface Extremes {
  readonly least: number;
  readonly most: number;
}

/** By the column: looking through it for each query would take as long as reading the query. */
const known = new WeakMap<ArrayBufferView, Extremes>();

/** The extremes of a column that never changes; ±Infinity for an empty one. */
export function extremesOf(column: Uint8Array | Int32Array): Extremes {
  let extremes = known.get(column);
  if (extremes === undefined) {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const value of column) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
    extremes = { least, most };
    known.set(column, extremes);
  }
  return extremes;
}
