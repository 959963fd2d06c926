import { copySteps, last, ranges, type Steps, touchSteps } from '../../base/steps.ts';
import type { RowMatrix } from '../vectors/row-matrix.ts';
import { type Columns, columnBytes, fillColumnsSteps } from './columns.ts';
import { kernelMemory, memoryOf } from './memory.ts';
import { rowsOf } from './row-source.ts';
import { fillTailSteps, MOST_IN_TAIL, type TailLists, tailForm, tailOffsetsSteps } from './tail-lists.ts';
import { directoryLength, type PackedLists, packed, sortIntoTilesSteps } from './tiled-lists.ts';

/**
 * Rows of one tile. 4,096 accumulators are 24 kB (WebAssembly, with those of the columns) or 32 kB (JavaScript), the size
 * of a level-1 data cache, and the place of one fits 14 bits.
 */
export const TILE = 4096;

/**
 * The transposed rows. A term is in one of three forms, by how many records have it. All of them round the weights:
 * they are for finding the few rows that may be among the best, which are then scored by the rows themselves.
 */
export interface Postings {
  readonly rowCount: number;
  /** Terms of the whole vocabulary. */
  readonly termCount: number;
  /** Many: one byte for every record. */
  readonly columns: Columns;
  /** Some: lists cut into tiles. */
  readonly lists: PackedLists;
  /** Few: lists of their own. */
  readonly tail: TailLists;
  /** The least weight above 0, for bounds on rounding errors; 1 without any. */
  readonly leastWeight: number;
}

/**
 * So many rows or fewer lie in ordinary memory until a kernel asks for them: WebAssembly memory comes in pages of 64 kB and
 * with room to work in, and an index that is changed one record at a time has many small parts.
 */
export const FEW_ROWS = 256;

/** Entries counted between two turns. */
const ENTRIES_A_TURN = 1 << 17;

/** Where one form ends and the next begins. */
export interface Layout {
  /** Rows per tile, 1 to {@link TILE}, the default. */
  readonly tileRows?: number;
  /**
   * Terms in this share of the records have columns: at most 10 bytes for each posting then, where lists have 4. The
   * sums of many columns are coarser, so that more rows must be scored exactly. Default 1/10.
   */
  readonly columnShare?: number;
  /** Fewer records than this have no columns. Default 512. */
  readonly leastRows?: number;
  /** Terms with so many postings for each tile have tiled lists. Default 8. */
  readonly listedPerTile?: number;
}

/**
 * Transposes rows, of weights in [0, 1], by counting sort, linear in postings. What the WebAssembly kernel reads lies in
 * memory for it, where there is such, unless they are few.
 */
export function buildPostings(matrix: RowMatrix, termCount: number, layout: Layout = {}): Postings {
  return last(postingsSteps(matrix, termCount, layout));
}

/** The same in steps. */
export function* postingsSteps(
  matrix: RowMatrix,
  termCount: number,
  { tileRows = TILE, columnShare = 1 / 10, leastRows = 512, listedPerTile = 8 }: Layout = {},
): Steps<Postings> {
  const source = rowsOf(matrix);
  const rowCount = source.size;
  const frequencies = yield* touchSteps(new Uint32Array(termCount));
  for (const [start, end] of ranges(matrix.ids.length, ENTRIES_A_TURN)) {
    for (let i = start; i < end; i++) frequencies[matrix.ids[i]!]!++;
    yield 0;
  }
  const most = rowCount < leastRows ? Number.POSITIVE_INFINITY : rowCount * columnShare;
  const some = Math.min(MOST_IN_TAIL, Math.ceil(rowCount / tileRows) * listedPerTile);

  const columnPlaces = new Int32Array(termCount).fill(-1);
  const listPlaces = new Int32Array(termCount).fill(-1);
  const columnTerms: number[] = [];
  const listTerms: number[] = [];
  const rare = new Uint32Array(termCount);
  let listed = 0;
  for (const [start, end] of ranges(termCount, ENTRIES_A_TURN)) {
    for (let id = start; id < end; id++) {
      const frequency = frequencies[id]!;
      if (frequency >= most) columnPlaces[id] = columnTerms.push(id) - 1;
      else if (frequency >= some && frequency > 0) {
        listPlaces[id] = listTerms.push(id) - 1;
        listed += frequency;
      } else rare[id] = frequency;
    }
    yield 0;
  }
  const { total, ...offsets } = yield* tailOffsetsSteps(rare);
  let leastWeight = 1;
  let greatest = 0;
  for (const [start, end] of ranges(matrix.weights.length, ENTRIES_A_TURN)) {
    const weights = matrix.weights.subarray(start, end);
    leastWeight = Math.min(leastWeight, leastAboveZero(weights));
    greatest = Math.max(greatest, greatestOf(weights));
    yield 0;
  }
  const allocate = rowCount > FEW_ROWS ? kernelArrays : ordinaryArrays;
  const arrays = allocate({
    tail: total,
    listed,
    directory: directoryLength(listTerms.length, rowCount, tileRows),
    columns: columnTerms.length * columnBytes(rowCount, tileRows),
  });
  for (const array of Object.values(arrays)) yield* touchSteps(array);
  const tail = { ...offsets, postings: arrays.tail, ...tailForm(rowCount, greatest) };
  yield* fillTailSteps(tail, source);
  const lists = {
    terms: Uint32Array.from(listTerms),
    directory: arrays.directory,
    postings: arrays.listed,
  };
  yield* sortIntoTilesSteps(lists, source, listPlaces, tileRows, (at, row, weight) => {
    lists.postings[at] = packed(row, weight);
  });
  const columns = {
    terms: Uint32Array.from(columnTerms),
    bytes: arrays.columns,
    steps: new Float32Array(columnTerms.length),
  };
  const length = yield* fillColumnsSteps(columns, source, columnPlaces, tileRows);
  return { rowCount, termCount, columns: { ...columns, length }, lists, tail, leastWeight };
}

/** Lengths of what the WebAssembly kernel reads. */
interface Lengths {
  readonly tail: number;
  readonly listed: number;
  readonly directory: number;
  readonly columns: number;
}

function bytesOf({ tail, listed, directory, columns }: Lengths): number {
  return (tail + listed + directory) * 4 + columns;
}

/** Arrays in memory of a kernel. */
function kernelArrays(lengths: Lengths) {
  const bytes = bytesOf(lengths);
  return arraysIn(kernelMemory(bytes)?.memory.buffer ?? new ArrayBuffer(bytes), lengths);
}

function ordinaryArrays(lengths: Lengths) {
  return arraysIn(new ArrayBuffer(bytesOf(lengths)), lengths);
}

/** Arrays in one memory, the wide ones first, so that all are aligned. */
function arraysIn(buffer: ArrayBufferLike, { tail, listed, directory, columns }: Lengths) {
  let at = 0;
  const next = (size: number, width: number) => {
    const start = at;
    at += size * width;
    return [buffer, start, size] as const;
  };
  return {
    tail: new Uint32Array(...next(tail, 4)),
    directory: new Uint32Array(...next(directory, 4)),
    listed: new Uint32Array(...next(listed, 4)),
    columns: new Uint8Array(...next(columns, 1)),
  };
}

/** Postings in memory that the WebAssembly kernel reads: as they are where they lie in such, else copied, in steps. */
export function* inKernelMemorySteps(postings: Postings): Steps<Postings> {
  const { columns, lists, tail } = postings;
  if (memoryOf(tail.postings.buffer) !== undefined) return postings;
  const arrays = kernelArrays({
    tail: tail.postings.length,
    listed: lists.postings.length,
    directory: lists.directory.length,
    columns: columns.bytes.length,
  });
  yield* copySteps(arrays.tail, tail.postings);
  yield* copySteps(arrays.directory, lists.directory);
  yield* copySteps(arrays.listed, lists.postings);
  yield* copySteps(arrays.columns, columns.bytes);
  return {
    ...postings,
    columns: { ...columns, bytes: arrays.columns },
    lists: { ...lists, directory: arrays.directory, postings: arrays.listed },
    tail: { ...tail, postings: arrays.tail },
  };
}

/** The least weight above 0; 1 without any below. */
export function leastAboveZero(weights: Float32Array): number {
  let least = 1;
  for (let i = 0; i < weights.length; i++) if (weights[i]! > 0 && weights[i]! < least) least = weights[i]!;
  return least;
}

function greatestOf(weights: Float32Array): number {
  let greatest = 0;
  for (let i = 0; i < weights.length; i++) if (weights[i]! > greatest) greatest = weights[i]!;
  return greatest;
}
