import type { RowMatrix } from '../vectors/fit.ts';
import { kernelMemory, memoryOf } from './memory.ts';

/**
 * Rows of one tile. 4,096 accumulators are 16 kB (WebAssembly) or 32 kB (JavaScript), the size of a level-1 data
 * cache, and local row numbers fit 16 bits.
 */
export const TILE = 4096;

/**
 * The transposed rows, tile by tile: within a tile by term, within a term by row. A full table of terms × tiles
 * would be mostly empty, so each term keeps only its runs: the tiles that it stands in, in order.
 */
export interface Postings {
  readonly rowCount: number;
  /** For each term, where its runs begin; one more entry than terms. */
  readonly runOffsets: Uint32Array;
  /** Tile of each run. */
  readonly runTiles: Uint16Array;
  /** Number of postings of each run, 1 to the rows of a tile. */
  readonly runLengths: Uint16Array;
  /** Where the postings of each run begin. */
  readonly runStarts: Uint32Array;
  /** Row within the tile, of each posting. */
  readonly rows: Uint16Array;
  /** Weight of each posting, ready to multiply. */
  readonly weights: Float32Array;
  /** The least weight above 0, for bounds on rounding errors; 1 without any. */
  readonly leastWeight: number;
}

/**
 * Transposes rows by counting sort, linear in postings plus runs. The postings lie in memory that the WebAssembly
 * kernel reads, where there is such.
 * @param tileRows rows per tile, 1 to 65,535.
 */
export function buildPostings(matrix: RowMatrix, termCount: number, tileRows: number = TILE): Postings {
  const rowCount = matrix.offsets.length - 1;
  const tiles = Math.ceil(rowCount / tileRows);
  const total = matrix.ids.length;
  const runCounts = new Uint32Array(termCount + 1);
  const counts = new Uint32Array(termCount);
  for (let tile = 0; tile < tiles; tile++) {
    for (const id of touchedTerms(matrix, tile * tileRows, tileRows, counts)) {
      runCounts[id + 1]!++;
      counts[id] = 0;
    }
  }
  for (let id = 0; id < termCount; id++) runCounts[id + 1]! += runCounts[id]!;
  const runOffsets = runCounts;
  const runTotal = runOffsets[termCount]!;
  const { rows, weights, runTiles, runLengths, runStarts } = kernelArrays(total, runTotal);

  const nextRun = runOffsets.slice(0, termCount);
  const cursors = new Uint32Array(termCount);
  let position = 0;
  for (let tile = 0; tile < tiles; tile++) {
    for (const id of touchedTerms(matrix, tile * tileRows, tileRows, counts)) {
      const run = nextRun[id]!++;
      runTiles[run] = tile;
      runLengths[run] = counts[id]!;
      runStarts[run] = position;
      cursors[id] = position;
      position += counts[id]!;
      counts[id] = 0;
    }
    const first = tile * tileRows;
    const last = Math.min(rowCount, first + tileRows);
    for (let row = first; row < last; row++) {
      for (let i = matrix.offsets[row]!; i < matrix.offsets[row + 1]!; i++) {
        const at = cursors[matrix.ids[i]!]!++;
        rows[at] = row - first;
        weights[at] = matrix.weights[i]!;
      }
    }
  }
  const leastWeight = leastAboveZero(matrix.weights);
  return { rowCount, runOffsets, runTiles, runLengths, runStarts, rows, weights, leastWeight };
}

/** What the WebAssembly kernel reads. */
type KernelArrays = Pick<Postings, 'rows' | 'weights' | 'runTiles' | 'runLengths' | 'runStarts'>;

/** Arrays of so many postings and runs in one memory, the wide ones first, so that all are aligned. */
function kernelArrays(postings: number, runs: number): KernelArrays {
  const bytes = (postings + runs) * 4 + (postings + 2 * runs) * 2;
  const buffer = kernelMemory(bytes)?.memory.buffer ?? new ArrayBuffer(bytes);
  let at = 0;
  const next = (size: number, width: number) => {
    const start = at;
    at += size * width;
    return [buffer, start, size] as const;
  };
  return {
    weights: new Float32Array(...next(postings, 4)),
    runStarts: new Uint32Array(...next(runs, 4)),
    rows: new Uint16Array(...next(postings, 2)),
    runTiles: new Uint16Array(...next(runs, 2)),
    runLengths: new Uint16Array(...next(runs, 2)),
  };
}

/** Postings in memory that the WebAssembly kernel reads: as they are where they lie in such, else copied. */
export function inKernelMemory(postings: Postings): Postings {
  if (memoryOf(postings.weights.buffer) !== undefined) return postings;
  const arrays = kernelArrays(postings.weights.length, postings.runStarts.length);
  arrays.weights.set(postings.weights);
  arrays.runStarts.set(postings.runStarts);
  arrays.rows.set(postings.rows);
  arrays.runTiles.set(postings.runTiles);
  arrays.runLengths.set(postings.runLengths);
  return { ...postings, ...arrays };
}

function leastAboveZero(weights: Float32Array): number {
  let least = 1;
  for (const weight of weights) if (weight > 0 && weight < least) least = weight;
  return least;
}

/** Counts the postings of each term in a tile into `counts` (zero before) and lists the terms, ascending. */
function touchedTerms(matrix: RowMatrix, first: number, tileRows: number, counts: Uint32Array): Uint32Array {
  const rowCount = matrix.offsets.length - 1;
  const start = matrix.offsets[first]!;
  const end = matrix.offsets[Math.min(rowCount, first + tileRows)]!;
  const touched: number[] = [];
  for (let i = start; i < end; i++) {
    const id = matrix.ids[i]!;
    if (counts[id]!++ === 0) touched.push(id);
  }
  return Uint32Array.from(touched).sort();
}
