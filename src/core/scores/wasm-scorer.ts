import { columnLength } from '../postings/columns.ts';
import type { CompactRows } from '../postings/compact-rows.ts';
import { SCRATCH_BYTES } from '../postings/memory.ts';
import { leastAboveZero, type Postings } from '../postings/postings.ts';
import { MOST_TILE_ROWS, PACKED_ERROR } from '../postings/tiled-lists.ts';
import { Candidates } from './candidates.ts';
import { createJsScorer } from './js-scorer.ts';
import { type KernelTerms, KernelTermWriter, mostTermsIn } from './kernel-terms.ts';
import { QueryTable } from './query-table.ts';
import type { QueryRow, Scorer, Search } from './scorer.ts';
import type { TopK } from './top-k.ts';
import type { WasmKernel } from './wasm-kernel.ts';

const SUMS_BYTES = MOST_TILE_ROWS * 4;
const COLUMN_SUMS_BYTES = MOST_TILE_ROWS * 2;
const PAIRS_BYTES = MOST_TILE_ROWS * 8;
const TERMS_BYTES = SCRATCH_BYTES - SUMS_BYTES - COLUMN_SUMS_BYTES - PAIRS_BYTES;
/** Most terms of a query. */
export const MAX_TERMS = mostTermsIn(TERMS_BYTES);

/** Half the distance from 1 to the next 32-bit float: the relative error of one rounding. */
const ROUNDING = 2 ** -24;
/** The least normal 32-bit float, twice: smaller products lose digits, and weights are rounded. */
const LEAST_NORMAL = 2 ** -125;
/** Where more of the rows are wanted than this, exact scores for all of them cost more than exact sums. */
const MOST_WANTED = 1 / 16;
/** Rows of which the kernel tells one peak. */
const ROWS_A_PEAK = 16;

/** The kernel and the memory in which it works. */
export interface WasmPlace {
  readonly kernel: WasmKernel;
  /** The memory's buffer, in which the postings lie. */
  readonly buffer: ArrayBufferLike;
  /** {@link SCRATCH_BYTES} bytes that nobody else uses at the same time, at a multiple of 64. */
  readonly scratch: number;
}

/** A scorer that tells how many queries went which way. */
export interface WasmScorer extends Scorer {
  readonly taken: { readonly wasm: number; readonly js: number };
}

/** A query of a batch: its terms for the kernel, and what was found for it. */
interface Work {
  readonly query: QueryRow;
  readonly terms: KernelTerms;
  readonly found: Candidates;
  readonly top: TopK;
}

/**
 * The WebAssembly kernel: rounded sums by SIMD, then exact 64-bit scores for the few rows that may be among the best.
 * Both together give the bits of the JavaScript kernel. Queries for which 32 bits would not do (products or units below
 * the normal range), those with more terms than fit or more columns than sums of 16 bits hold, and those that want a large
 * share of all rows go to the JavaScript kernel.
 * @param tile rows per tile, as the postings were built, at most 4,096.
 * @param rows of the same collection, for exact scores.
 * @param always keeps queries that want many rows here too.
 */
export function createWasmScorer(
  postings: Postings,
  tile: number,
  rows: CompactRows,
  { kernel, buffer, scratch }: WasmPlace,
  always: boolean,
): WasmScorer {
  const { rowCount, columns, lists, tail, leastWeight } = postings;
  /** What a weight of the query is multiplied by, at least. */
  const least = tail.step > 0 ? Math.min(leastWeight, tail.step) : leastWeight;
  let slow: Scorer | undefined;
  const js = () => (slow ??= createJsScorer(postings, tile, rows));
  const table = new QueryTable();
  const columnSums = scratch + SUMS_BYTES;
  const pairs = columnSums + COLUMN_SUMS_BYTES;
  const pairInts = new Uint32Array(buffer as ArrayBuffer, pairs, PAIRS_BYTES / 4);
  const pairFloats = new Float32Array(buffer as ArrayBuffer, pairs, PAIRS_BYTES / 4);
  const writer = new KernelTermWriter(postings, buffer, pairs + PAIRS_BYTES, TERMS_BYTES);
  // A kernel that was stopped in the middle of a tile may have left sums there.
  new Uint8Array(buffer as ArrayBuffer, scratch, SUMS_BYTES + COLUMN_SUMS_BYTES).fill(0);
  const taken = { wasm: 0, js: 0 };
  /** Those of queries that are answered. */
  const free: Candidates[] = [];

  const prepare = (query: QueryRow, search: Search, top: TopK): Work | undefined => {
    const terms = writer.write(query);
    if (terms === undefined) return undefined;
    // One rounding a product, one a sum; doubled for the bound, and doubled again to be safe.
    const slack = 4 * ((query.ids.length + 4) * ROUNDING + PACKED_ERROR);
    const found = free.pop() ?? new Candidates();
    const { above, below } = terms;
    found.begin(Math.min(top.capacity, rowCount), { above, below, slack }, search);
    return { query, terms, found, top };
  };

  const walk = (batch: readonly Work[], { minScore }: Search): void => {
    const [tailPostings, tailBits] = [tail.postings.byteOffset, tail.bits];
    for (let first = 0, k = 0; first < rowCount; first += tile, k++) {
      const count = Math.min(tile, rowCount - first);
      const length = columnLength(count);
      const tileColumns = columns.bytes.byteOffset + k * columnLength(tile) * columns.terms.length;
      const directory = lists.directory.byteOffset + k * lists.terms.length * 4;
      for (const { terms, found } of batch) {
        const { columns: dense, unit, lists: listed, tail: rare } = terms;
        kernel.addColumns(dense.at, dense.count, tileColumns, length, columnSums);
        const touched =
          kernel.addLists(listed.at, listed.count, directory, lists.postings.byteOffset, scratch) +
          kernel.addTail(rare.at, rare.count, first, first + count, tailPostings, tailBits, scratch);
        if (touched === 0 && dense.count === 0) continue;
        if (found.canPrime(length / ROWS_A_PEAK)) {
          found.prime(pairFloats, kernel.peaks(scratch, columnSums, unit, length * 4, pairs));
        }
        const size = kernel.scan(scratch, columnSums, unit, length * 4, found.bound, pairs);
        if (size > 0) found.add(first, pairInts, pairFloats, size);
      }
    }
    for (const { query, found, top } of batch) {
      const best = found.finish();
      rows.fetch(best);
      table.fill(query);
      for (const row of best) {
        const score = rows.product(row, table);
        if (score > 0 && score >= minScore) top.offer(row, score);
      }
      free.push(found);
    }
  };

  const fits = ({ ids, weights }: QueryRow, { capacity }: TopK): boolean =>
    (always || capacity <= rowCount * MOST_WANTED) &&
    ids.length <= MAX_TERMS &&
    leastAboveZero(weights) * least >= LEAST_NORMAL;

  return {
    kernel: 'wasm-simd',
    taken,
    search(queries, search, tops) {
      let batch: Work[] = [];
      writer.clear();
      for (const [q, query] of queries.entries()) {
        const top = tops[q]!;
        if (top.capacity === 0) continue;
        if (!writer.hasRoomFor(query)) {
          walk(batch, search);
          batch = [];
          writer.clear();
        }
        const work = fits(query, top) ? prepare(query, search, top) : undefined;
        if (work === undefined) {
          taken.js++;
          js().search([query], search, [top]);
          continue;
        }
        taken.wasm++;
        batch.push(work);
      }
      walk(batch, search);
    },
  };
}
