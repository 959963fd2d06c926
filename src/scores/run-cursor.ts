import type { QueryRow, ScorerArrays } from './scorer.ts';

/** Walks the runs of one query tile by tile; tiles must be asked for in ascending order. */
export class RunCursor {
  readonly query: QueryRow;
  private readonly arrays: ScorerArrays;
  /** For each term, its next run. */
  private readonly next: Uint32Array;

  constructor(arrays: ScorerArrays, query: QueryRow) {
    this.arrays = arrays;
    this.query = query;
    this.next = Uint32Array.from(query.ids, (id) => arrays.runOffsets[id]!);
  }

  /** Position of the first term from `from` on that has a run in the tile, or the number of terms. */
  seek(tile: number, from: number): number {
    const { runOffsets, runTiles } = this.arrays;
    const { ids } = this.query;
    const { next } = this;
    for (let t = from; t < ids.length; t++) {
      const run = next[t]!;
      if (run < runOffsets[ids[t]! + 1]! && runTiles[run] === tile) return t;
    }
    return ids.length;
  }

  /** The run of the term that {@link seek} found; steps on to the term's next run. */
  take(term: number): number {
    return this.next[term]!++;
  }
}
