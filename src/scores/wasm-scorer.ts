import { Candidates } from './candidates.ts';
import { createJsScorer } from './js-scorer.ts';
import type { ExactRows, QueryRow, Scorer, ScorerArrays, Search } from './scorer.ts';
import type { TopK } from './top-k.ts';
import type { WasmKernel } from './wasm-kernel.ts';

/** Scratch memory of a scorer in bytes: sums and pairs of a tile, and the terms of the queries of a batch. */
export const SCRATCH_BYTES = 4 * 65536;
const MAX_TILE = 4096;
const SUMS_BYTES = MAX_TILE * 4;
const PAIRS_BYTES = MAX_TILE * 8;
/** What the kernel reads of a term, in numbers of 32 bits. */
const TERM_NUMBERS = 3;
const TERM_BYTES = TERM_NUMBERS * 4;
/** Terms for which there is room: of all queries of a batch together. */
export const MAX_TERMS = Math.floor((SCRATCH_BYTES - SUMS_BYTES - PAIRS_BYTES) / TERM_BYTES);
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
  /** The memory's buffer, in which the postings and their runs lie. */
  readonly buffer: ArrayBufferLike;
  /** {@link SCRATCH_BYTES} bytes that nobody else uses, at a multiple of 64. */
  readonly scratch: number;
}

/** A scorer that tells how many queries went which way. */
export interface WasmScorer extends Scorer {
  readonly taken: { readonly wasm: number; readonly js: number };
}

/** A query of a batch: where its terms lie, and what was found for it. */
interface Work {
  readonly query: QueryRow;
  readonly terms: number;
  readonly found: Candidates;
  readonly top: TopK;
}

/**
 * The WebAssembly kernel: 32-bit sums by SIMD, then exact 64-bit scores for the few rows that may be among the best.
 * Both together give the bits of the JavaScript kernel. Queries for which 32 bits would not do (products below the
 * normal range), those with more terms than fit, and those that want a large share of all rows go to the JavaScript
 * kernel.
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
  const { rowCount, runOffsets, leastWeight } = arrays;
  const js = createJsScorer(arrays, tile);
  const [runTiles, runLengths, runStarts, rows, weights] = [
    arrays.runTiles.byteOffset,
    arrays.runLengths.byteOffset,
    arrays.runStarts.byteOffset,
    arrays.rows.byteOffset,
    arrays.weights.byteOffset,
  ];
  const pairsAt = scratch + SUMS_BYTES;
  const termsAt = pairsAt + PAIRS_BYTES;
  const pairInts = new Uint32Array(buffer as ArrayBuffer, pairsAt, PAIRS_BYTES / 4);
  const pairFloats = new Float32Array(buffer as ArrayBuffer, pairsAt, PAIRS_BYTES / 4);
  const termInts = new Uint32Array(buffer as ArrayBuffer, termsAt, MAX_TERMS * TERM_NUMBERS);
  const termFloats = new Float32Array(buffer as ArrayBuffer, termsAt, MAX_TERMS * TERM_NUMBERS);
  const taken = { wasm: 0, js: 0 };

  const fits = ({ ids, weights: queryWeights }: QueryRow, { capacity }: TopK): boolean =>
    (always || capacity <= rowCount * MOST_WANTED) &&
    ids.length <= MAX_TERMS &&
    leastOf(queryWeights) * leastWeight >= LEAST_NORMAL;

  /** Writes the terms of a query for the kernel. */
  const prepare = (query: QueryRow, at: number, search: Search, top: TopK): Work => {
    for (let t = 0, i = at * TERM_NUMBERS; t < query.ids.length; t++) {
      const id = query.ids[t]!;
      termInts[i++] = runOffsets[id]!;
      termInts[i++] = runOffsets[id + 1]!;
      termFloats[i++] = query.weights[t]!;
    }
    // One rounding a product, one a sum; doubled for the bound, and doubled again to be safe.
    const slack = 4 * (query.ids.length + 4) * ROUNDING;
    const found = new Candidates(Math.min(top.capacity, rowCount), slack, search);
    return { query, terms: termsAt + at * TERM_BYTES, found, top };
  };

  const walk = (batch: readonly Work[], { minScore }: Search): void => {
    for (let first = 0, k = 0; first < rowCount; first += tile, k++) {
      const bytes = Math.ceil((Math.min(tile, rowCount - first) * 4) / BLOCK) * BLOCK;
      for (const { query, terms, found } of batch) {
        const { length } = query.ids;
        const runs = kernel.accumulate(
          terms,
          length,
          k,
          runTiles,
          runLengths,
          runStarts,
          rows,
          weights,
          scratch,
        );
        if (runs === 0) continue;
        const count = kernel.scan(scratch, bytes, found.bound, pairsAt);
        if (count > 0) found.add(first, pairInts, pairFloats, count);
      }
    }
    for (const { query, found, top } of batch) {
      for (const row of found.finish()) {
        const score = exact.product(row, query);
        if (score > 0 && score >= minScore) top.offer(row, score);
      }
    }
  };

  return {
    kernel: 'wasm-simd',
    taken,
    search(queries, search, tops) {
      let batch: Work[] = [];
      let used = 0;
      for (const [q, query] of queries.entries()) {
        const top = tops[q]!;
        if (top.capacity === 0) continue;
        if (!fits(query, top)) {
          taken.js++;
          js.search([query], search, [top]);
          continue;
        }
        taken.wasm++;
        if (used + query.ids.length > MAX_TERMS) {
          walk(batch, search);
          batch = [];
          used = 0;
        }
        batch.push(prepare(query, used, search, top));
        used += query.ids.length;
      }
      walk(batch, search);
    },
  };
}

/** The least weight above 0; 1 without any. */
function leastOf(weights: Float32Array): number {
  let least = 1;
  for (const weight of weights) if (weight > 0 && weight < least) least = weight;
  return least;
}
