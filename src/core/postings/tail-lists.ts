import type { RowSource } from './row-source.ts';

/** Postings of terms that few records have, by term and row: a directory by tiles would fill more than they do. */
export interface TailLists {
  /** For each term of the vocabulary, where its postings begin; one more entry. Terms of other lists have none. */
  readonly offsets: Uint32Array;
  /** Row of each posting. */
  readonly rows: Uint32Array;
  /** Weight of each posting, ready to multiply. */
  readonly weights: Float32Array;
}

/** Fills rows and weights; the offsets are given. */
export function fillTail({ offsets, rows, weights }: TailLists, source: RowSource): void {
  const next = offsets.slice(0, -1);
  for (let row = 0; row < source.size; row++) {
    const { ids, weights: rowWeights } = source.row(row);
    for (let e = 0; e < ids.length; e++) {
      const id = ids[e]!;
      if (offsets[id] === offsets[id + 1]) continue;
      const at = next[id]!++;
      rows[at] = row;
      weights[at] = rowWeights[e]!;
    }
  }
}
