import { hasBit } from './bits.ts';
import { RunCursor } from './run-cursor.ts';
import type { Scorer, ScorerArrays, Search } from './scorer.ts';
import type { TopK } from './top-k.ts';

/**
 * The JavaScript kernel: term at a time over tiles. Its accumulator is a Float64Array, because adding 32-bit
 * floats costs a conversion for every load and store in today's engines; so its sums are the scores.
 * @param tile rows per tile, as the postings were built.
 */
export function createJsScorer(arrays: ScorerArrays, tile: number): Scorer {
  const { rowCount, runLengths, runStarts, rows, weights } = arrays;
  const sums = new Float64Array(Math.min(tile, rowCount));

  return {
    kernel: 'js',
    search(queries, search, tops) {
      const cursors = queries.map((query) => new RunCursor(arrays, query));
      for (let first = 0, k = 0; first < rowCount; first += tile, k++) {
        const count = Math.min(tile, rowCount - first);
        for (const [q, cursor] of cursors.entries()) {
          const terms = cursor.query.ids.length;
          let term = cursor.seek(k, 0);
          if (term === terms) continue;
          for (; term < terms; term = cursor.seek(k, term + 1)) {
            const run = cursor.take(term);
            const start = runStarts[run]!;
            accumulate(sums, rows, weights, start, start + runLengths[run]!, cursor.query.weights[term]!);
          }
          collect(sums, first, count, search, tops[q]!);
        }
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
  { minScore, eligible }: Search,
  top: TopK,
): void {
  let threshold = top.threshold;
  for (let i = 0; i < count; i++) {
    const sum = sums[i]!;
    if (sum === 0) continue;
    sums[i] = 0;
    if (sum <= threshold || sum < minScore) continue;
    const row = first + i;
    if (eligible !== undefined && !hasBit(eligible, row)) continue;
    top.offer(row, sum);
    threshold = top.threshold;
  }
}
