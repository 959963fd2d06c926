import { rowsOf, type WeightedRows } from '../speed/data/vectors.ts';

/**
 * Postings tile by tile, within a tile by term, within a term by row: what limit.c walks. A run is what a term has in a
 * tile.
 */
export interface Runs {
  /** For each term, where its runs begin; one more entry. */
  readonly runOffsets: Uint32Array;
  readonly runTiles: Uint16Array;
  readonly runLengths: Uint16Array;
  /** Where the postings of each run begin. */
  readonly runStarts: Uint32Array;
  /** Row within the tile, of each posting. */
  readonly rows: Uint16Array;
  readonly weights: Float32Array;
}

/** Transposes rows by counting sort. */
export function runsOf(matrix: WeightedRows, termCount: number, tileRows: number): Runs {
  const rowCount = rowsOf(matrix);
  const tiles = Math.ceil(rowCount / tileRows);
  const counts = new Uint32Array(termCount);
  const runOffsets = new Uint32Array(termCount + 1);
  for (let tile = 0; tile < tiles; tile++) {
    for (const id of termsOf(matrix, tile * tileRows, tileRows, counts)) {
      runOffsets[id + 1]!++;
      counts[id] = 0;
    }
  }
  for (let id = 0; id < termCount; id++) runOffsets[id + 1]! += runOffsets[id]!;
  const runs = runOffsets[termCount]!;
  const runTiles = new Uint16Array(runs);
  const runLengths = new Uint16Array(runs);
  const runStarts = new Uint32Array(runs);
  const rows = new Uint16Array(matrix.ids.length);
  const weights = new Float32Array(matrix.ids.length);
  const nextRun = runOffsets.slice(0, termCount);
  const next = new Uint32Array(termCount);
  let position = 0;
  for (let tile = 0; tile < tiles; tile++) {
    for (const id of termsOf(matrix, tile * tileRows, tileRows, counts)) {
      const run = nextRun[id]!++;
      runTiles[run] = tile;
      runLengths[run] = counts[id]!;
      runStarts[run] = position;
      next[id] = position;
      position += counts[id]!;
      counts[id] = 0;
    }
    const first = tile * tileRows;
    const last = Math.min(rowCount, first + tileRows);
    for (let row = first; row < last; row++) {
      for (let i = matrix.offsets[row]!; i < matrix.offsets[row + 1]!; i++) {
        const at = next[matrix.ids[i]!]!++;
        rows[at] = row - first;
        weights[at] = matrix.weights[i]!;
      }
    }
  }
  return { runOffsets, runTiles, runLengths, runStarts, rows, weights };
}

/** Counts the postings of each term in a tile into `counts` (zero before), and gives the terms, ascending. */
function termsOf(matrix: WeightedRows, first: number, tileRows: number, counts: Uint32Array): Uint32Array {
  const touched: number[] = [];
  const end = matrix.offsets[Math.min(rowsOf(matrix), first + tileRows)]!;
  for (let i = matrix.offsets[first]!; i < end; i++) {
    if (counts[matrix.ids[i]!]!++ === 0) touched.push(matrix.ids[i]!);
  }
  return Uint32Array.from(touched).sort();
}
