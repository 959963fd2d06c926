import type { Scorer } from './scorer.ts';
import type { TopK } from './top-k.ts';

/** What the kernel reads of an index; see `Postings` for the meaning. */
export interface ScorerArrays {
  readonly rowCount: number;
  readonly runOffsets: Uint32Array;
  readonly runTiles: Uint16Array;
  readonly runLengths: Uint16Array;
  readonly runStarts: Uint32Array;
  readonly rows: Uint16Array;
  readonly weights: Float32Array;
}

/**
 * The JavaScript kernel: term at a time over tiles. Its accumulator is a Float64Array, because adding 32-bit
 * floats costs a conversion for every load and store in today's engines.
 * @param tile rows per tile, as the postings were built.
 */
export function createJsScorer(arrays: ScorerArrays, tile: number): Scorer {
  const { rowCount, runOffsets, runTiles, runLengths, runStarts, rows, weights } = arrays;
  const sums = new Float64Array(tile);

  return {
    search(query, minScore, eligible, top) {
      const terms = query.ids.length;
      const cursors = new Uint32Array(terms);
      for (let t = 0; t < terms; t++) cursors[t] = runOffsets[query.ids[t]!]!;
      for (let first = 0, k = 0; first < rowCount; first += tile, k++) {
        let touched = false;
        for (let t = 0; t < terms; t++) {
          const run = cursors[t]!;
          if (run === runOffsets[query.ids[t]! + 1]! || runTiles[run] !== k) continue;
          cursors[t] = run + 1;
          touched = true;
          const start = runStarts[run]!;
          accumulate(sums, rows, weights, start, start + runLengths[run]!, query.weights[t]!);
        }
        if (touched) collect(sums, first, Math.min(tile, rowCount - first), minScore, eligible, top);
      }
    },
  };
}

/** The hot loop: sums[row] += query weight × posting weight, over one run. */
function accumulate(
  sums: Float64Array,
  rows: Uint16Array,
  weights: Float32Array,
  start: number,
  end: number,
  queryWeight: number,
): void {
  for (let i = start; i < end; i++) {
    const row = rows[i]!;
    sums[row] = sums[row]! + queryWeight * weights[i]!;
  }
}

/** Offers the sums that count, and leaves the accumulator at zero for the next tile. */
function collect(
  sums: Float64Array,
  first: number,
  count: number,
  minScore: number,
  eligible: Uint32Array | undefined,
  top: TopK,
): void {
  let threshold = top.threshold;
  for (let i = 0; i < count; i++) {
    const sum = sums[i]!;
    if (sum === 0) continue;
    sums[i] = 0;
    if (sum <= threshold || sum < minScore) continue;
    const row = first + i;
    if (eligible !== undefined && ((eligible[row >>> 5]! >>> (row & 31)) & 1) === 0) continue;
    top.offer(row, sum);
    threshold = top.threshold;
  }
}
