import { Candidates } from './candidates.ts';
import { createJsScorer } from './js-scorer.ts';
import { RunCursor } from './run-cursor.ts';
import type { ExactRows, QueryRow, Scorer, ScorerArrays } from './scorer.ts';
import type { TopK } from './top-k.ts';
import type { WasmKernel } from './wasm-kernel.ts';

/** Bytes of scratch memory that a scorer needs for tiles of at most 4,096 rows: sums, segments, pairs. */
export const SCRATCH_BYTES = 65536;
const MAX_TILE = 4096;
const SUMS_BYTES = MAX_TILE * 4;
const PAIR_BYTES = 8;
const SEGMENT_BYTES = 12;
const SEGMENTS = Math.floor((SCRATCH_BYTES - SUMS_BYTES - MAX_TILE * PAIR_BYTES) / SEGMENT_BYTES);
/** Sums that the scan takes at a time, in bytes. */
const BLOCK = 64;

/** Half the distance from 1 to the next 32-bit float: the relative error of one rounding. */
const ROUNDING = 2 ** -24;
/** The least normal 32-bit float: smaller products lose digits. */
const LEAST_NORMAL = 2 ** -126;
/** Where more of the rows are wanted than this, exact scores for all of them cost more than exact sums. */
const MOST_WANTED = 1 / 16;

/** The kernel and the memory in which it works. */
export interface WasmPlace {
  readonly kernel: WasmKernel;
  /** The memory's buffer, in which `rows` and `weights` of the arrays lie. */
  readonly buffer: ArrayBufferLike;
  /** {@link SCRATCH_BYTES} bytes that nobody else uses, at a multiple of 64. */
  readonly scratch: number;
}

/** How often each way was taken, in queries. */
export interface WasmScorer extends Scorer {
  readonly taken: { readonly wasm: number; readonly js: number };
}

/**
 * The WebAssembly kernel: 32-bit sums by SIMD, then exact 64-bit scores for the few rows that may be among the best.
 * Both together give the bits of the JavaScript kernel. Queries for which 32 bits would not do (products below the
 * normal range) and those that want a large share of all rows go to the JavaScript kernel.
 * @param tile rows per tile, as the postings were built, at most 4,096.
 * @param exact scores of single rows.
 * @param always keeps queries that want many rows here too.
 */
export function createWasmScorer(
  arrays: ScorerArrays,
  tile: number,
  exact: ExactRows,
  { kernel, buffer, scratch }: WasmPlace,
  always: boolean,
): WasmScorer {
  const { rowCount, runLengths, runStarts, leastWeight } = arrays;
  const js = createJsScorer(arrays, tile);
  const rows = arrays.rows.byteOffset;
  const weights = arrays.weights.byteOffset;
  const segmentsAt = scratch + SUMS_BYTES;
  const pairsAt = segmentsAt + SEGMENTS * SEGMENT_BYTES;
  const segmentInts = new Uint32Array(buffer as ArrayBuffer, segmentsAt, (SEGMENTS * SEGMENT_BYTES) / 4);
  const segmentFloats = new Float32Array(buffer as ArrayBuffer, segmentsAt, segmentInts.length);
  const pairInts = new Uint32Array(buffer as ArrayBuffer, pairsAt, MAX_TILE * 2);
  const pairFloats = new Float32Array(buffer as ArrayBuffer, pairsAt, MAX_TILE * 2);
  const taken = { wasm: 0, js: 0 };

  /** The sums of one query in one tile; false where no row is touched. */
  const accumulate = (cursor: RunCursor, k: number): boolean => {
    const { ids, weights: queryWeights } = cursor.query;
    let term = cursor.seek(k, 0);
    if (term === ids.length) return false;
    let count = 0;
    for (; term < ids.length; term = cursor.seek(k, term + 1)) {
      if (count === SEGMENTS) {
        kernel.accumulate(segmentsAt, count, rows, weights, scratch);
        count = 0;
      }
      const run = cursor.take(term);
      segmentInts[3 * count] = runStarts[run]!;
      segmentInts[3 * count + 1] = runLengths[run]!;
      segmentFloats[3 * count + 2] = queryWeights[term]!;
      count++;
    }
    kernel.accumulate(segmentsAt, count, rows, weights, scratch);
    return true;
  };

  const fits = (query: QueryRow, top: TopK): boolean =>
    (always || top.capacity <= rowCount * MOST_WANTED) &&
    leastOf(query.weights) * leastWeight >= LEAST_NORMAL;

  return {
    kernel: 'wasm-simd',
    taken,
    search(queries, search, tops) {
      const work = queries.flatMap((query, q) => {
        const top = tops[q]!;
        if (top.capacity === 0) return [];
        if (!fits(query, top)) {
          taken.js++;
          js.search([query], search, [top]);
          return [];
        }
        taken.wasm++;
        // One rounding a product, one a sum; doubled for the bound, and doubled again to be safe.
        const slack = 4 * (query.ids.length + 4) * ROUNDING;
        const found = new Candidates(Math.min(top.capacity, rowCount), slack, search);
        return [{ cursor: new RunCursor(arrays, query), found, top }];
      });
      for (let first = 0, k = 0; first < rowCount; first += tile, k++) {
        const bytes = Math.ceil((Math.min(tile, rowCount - first) * 4) / BLOCK) * BLOCK;
        for (const { cursor, found } of work) {
          if (!accumulate(cursor, k)) continue;
          const count = kernel.scan(scratch, bytes, found.bound, pairsAt);
          found.add(first, pairInts, pairFloats, count);
        }
      }
      for (const { cursor, found, top } of work) {
        for (const row of found.finish()) {
          const score = exact.product(row, cursor.query);
          if (score > 0 && score >= search.minScore) top.offer(row, score);
        }
      }
    },
  };
}

/** The least weight above 0; 1 without any. */
function leastOf(weights: Float32Array): number {
  let least = 1;
  for (const weight of weights) if (weight > 0 && weight < least) least = weight;
  return least;
}
