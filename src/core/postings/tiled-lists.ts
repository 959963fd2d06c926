import { last as allOf, ranges, type Steps } from '../../base/steps.ts';
import type { RowSource } from './row-source.ts';
import { ROWS_A_TURN } from './tail-lists.ts';

/** Where the postings of some terms lie, tile by tile: within a tile by term, within a term by row. */
export interface TiledTerms {
  /** Ids of the terms, ascending. */
  readonly terms: Uint32Array;
  /** Where the postings of term `i` in tile `k` begin, at `k * terms.length + i`; one more entry, the end. */
  readonly directory: Uint32Array;
}

/** Postings with exact weights. */
export interface ExactLists extends TiledTerms {
  /** Row within the tile, of each posting. */
  readonly rows: Uint16Array;
  readonly weights: Float32Array;
}

/** Postings as the WebAssembly kernel reads them. */
export interface PackedLists extends TiledTerms {
  /** See {@link packed}. */
  readonly postings: Uint32Array;
}

/** Bits of a posting that tell the place of its row's sum, in bytes: 4,096 sums of 4 bytes. */
const PLACE_BITS = 14;
/** Most rows of a tile. */
export const MOST_TILE_ROWS = 2 ** PLACE_BITS / 4;
/** The bits of a posting that tell this place. */
export const PLACE_MASK = 2 ** PLACE_BITS - 1;
/** A posting is not greater: it has a weight of at most 1, the bits of which are these. */
export const MOST_PACKED = 0x3f80_0000 | PLACE_MASK;
/** Greatest relative error of a packed weight. */
export const PACKED_ERROR = 2 ** -(23 - PLACE_BITS + 1);

const HALF_STEP = 1 << (PLACE_BITS - 1);
const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/**
 * A weight and a row of the tile in 32 bits: the float with the place of the row in its low bits, so that the kernel
 * reads one stream, and reads a weight without unpacking it. Of the floats with these low bits, the nearest is taken.
 * @param weight ≥ 0.
 */
export function packed(row: number, weight: number): number {
  const place = row * 4;
  float[0] = weight;
  const high = Math.max(0, (bits[0]! - place + HALF_STEP) >> PLACE_BITS);
  return (high << PLACE_BITS) | place;
}

/**
 * Fills the directory of some terms, and tells where each posting goes, tile by tile in steps: a counting sort, linear in the
 * entries of the rows and in the directory.
 * @param places number of each term among those of the lists, by id; −1 for others.
 * @param put takes place, row within the tile, and weight.
 */
export function* sortIntoTilesSteps(
  { terms, directory }: TiledTerms,
  source: RowSource,
  places: Int32Array,
  tileRows: number,
  put: (at: number, row: number, weight: number) => void,
): Steps<void> {
  const width = terms.length;
  const next = new Uint32Array(width);
  let position = 0;
  for (let first = 0, base = 0; first < source.size; first += tileRows, base += width) {
    const last = Math.min(source.size, first + tileRows);
    next.fill(0);
    for (const [start, end] of ranges(last - first, ROWS_A_TURN)) {
      for (let row = first + start; row < first + end; row++) {
        const { ids } = source.row(row);
        for (let e = 0; e < ids.length; e++) {
          const place = places[ids[e]!]!;
          if (place >= 0) next[place]!++;
        }
      }
      yield 0;
    }
    for (let i = 0; i < width; i++) {
      directory[base + i] = position;
      position += next[i]!;
      next[i] = directory[base + i]!;
    }
    for (const [start, end] of ranges(last - first, ROWS_A_TURN)) {
      for (let row = first + start; row < first + end; row++) {
        const { ids, weights } = source.row(row);
        for (let e = 0; e < ids.length; e++) {
          const place = places[ids[e]!]!;
          if (place >= 0) put(next[place]!++, row - first, weights[e]!);
        }
      }
      yield 0;
    }
  }
  directory[directory.length - 1] = position;
}

/** Entries of the directory for so many terms and rows. */
export function directoryLength(terms: number, rows: number, tileRows: number): number {
  return Math.ceil(rows / tileRows) * terms + 1;
}

/** Exact lists of some terms, in ordinary memory. @param termCount of the whole vocabulary. */
export function exactLists(
  terms: Uint32Array,
  termCount: number,
  source: RowSource,
  tileRows: number,
): ExactLists {
  const places = new Int32Array(termCount).fill(-1);
  for (let i = 0; i < terms.length; i++) places[terms[i]!] = i;
  let postings = 0;
  for (let row = 0; row < source.size; row++) {
    const { ids } = source.row(row);
    for (let e = 0; e < ids.length; e++) if (places[ids[e]!]! >= 0) postings++;
  }
  const directory = new Uint32Array(directoryLength(terms.length, source.size, tileRows));
  const rows = new Uint16Array(postings);
  const weights = new Float32Array(postings);
  const steps = sortIntoTilesSteps({ terms, directory }, source, places, tileRows, (at, row, weight) => {
    rows[at] = row;
    weights[at] = weight;
  });
  allOf(steps);
  return { terms, directory, rows, weights };
}
