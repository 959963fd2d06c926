import { ranges, type Steps } from '../../base/steps.ts';
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

/** Fills rows and weights, in steps; the offsets are given. */
export function* fillTailSteps(lists: TailLists, source: RowSource): Steps<void> {
  const next = lists.offsets.slice(0, -1);
  for (const [start, end] of ranges(source.size, ROWS_A_TURN)) {
    fill(lists, source, next, start, end);
    yield 0;
  }
}

/** Rows turned between two turns. */
export const ROWS_A_TURN = 128;

/** Puts the entries of rows from `start` to `end` where each term goes on. */
function fill(
  { offsets, rows, weights }: TailLists,
  source: RowSource,
  next: Uint32Array,
  start: number,
  end: number,
): void {
  for (let row = start; row < end; row++) {
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
