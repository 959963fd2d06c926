/**
 * Room `core/postings`: rows turned by terms, in the three forms that the kernels read.
 * Begin: `postings.ts` builds them, `memory.ts` says where they lie.
 * Order: typed arrays alone.
 */

import { ranges, type Steps } from '../../base/steps.ts';
import type { RowSource } from './row-source.ts';
import { ROWS_A_TURN } from './tail-lists.ts';

/**
 * Weights of terms that many records have, one byte for every record, so that the kernel adds 16 records at a time in
 * place of one after the other. They are rounded up to whole steps, so that no weight becomes 0; rows that may be among
 * the best are scored by their exact weights.
 */
export interface Columns {
  /** Ids of the terms, ascending. */
  readonly terms: Uint32Array;
  /** By tile, within a tile by term: {@link columnLength} bytes, the weight of each row in steps of its term. */
  readonly bytes: Uint8Array;
  /** The step of each term: weight ≤ byte × step < weight + step. */
  readonly steps: Float32Array;
  /** The greatest length of what a row has in these terms. */
  readonly length: number;
}

/** The greatest byte. Sums have 16 bits: more steps would leave fewer for the factors of the query. */
export const MOST_STEPS = 96;
/** Rows that the kernel takes at a time. */
const BLOCK = 64;

/** Bytes of a column in a tile of so many rows. */
export function columnLength(rows: number): number {
  return Math.ceil(rows / BLOCK) * BLOCK;
}

/** Bytes of one column in all tiles. */
export function columnBytes(rows: number, tileRows: number): number {
  return Math.floor(rows / tileRows) * columnLength(tileRows) + columnLength(rows % tileRows);
}

/**
 * Fills bytes (zero before) and the step of each term, in steps.
 * @param places number of each term among those of the columns, by id; −1 for others.
 * @returns the greatest length.
 */
export function* fillColumnsSteps(
  columns: Omit<Columns, 'length'>,
  source: RowSource,
  places: Int32Array,
  tileRows: number,
): Steps<number> {
  const { terms, steps } = columns;
  const greatest = new Float32Array(terms.length);
  let length = 0;
  for (const [start, end] of ranges(source.size, ROWS_A_TURN)) {
    measure(source, places, greatest, start, end);
    yield 0;
  }
  // Rounded up a little, so that the greatest weight is no more steps than there are.
  for (let i = 0; i < terms.length; i++) steps[i] = (greatest[i]! / MOST_STEPS) * (1 + 2 ** -20);
  for (const [start, end] of ranges(source.size, ROWS_A_TURN)) {
    length = Math.max(length, fill(columns, source, places, tileRows, start, end));
    yield 0;
  }
  return Math.sqrt(length);
}

/** Raises the greatest weight of each term to those of some rows. */
function measure(
  source: RowSource,
  places: Int32Array,
  greatest: Float32Array,
  start: number,
  end: number,
): void {
  for (let row = start; row < end; row++) {
    const { ids, weights } = source.row(row);
    for (let e = 0; e < ids.length; e++) {
      const place = places[ids[e]!]!;
      if (place >= 0 && weights[e]! > greatest[place]!) greatest[place] = weights[e]!;
    }
  }
}

/** Fills the bytes of some rows. @returns the greatest squared length of what a row has in these terms. */
function fill(
  { terms, bytes, steps }: Omit<Columns, 'length'>,
  source: RowSource,
  places: Int32Array,
  tileRows: number,
  first: number,
  end: number,
): number {
  let length = 0;
  for (let row = first; row < end; row++) {
    const { ids, weights } = source.row(row);
    const tile = Math.floor(row / tileRows);
    const rows = columnLength(Math.min(tileRows, source.size - tile * tileRows));
    const start = tile * columnLength(tileRows) * terms.length;
    let squares = 0;
    for (let e = 0; e < ids.length; e++) {
      const place = places[ids[e]!]!;
      const weight = weights[e]!;
      if (place < 0 || weight === 0) continue;
      squares += weight * weight;
      bytes[start + place * rows + (row - tile * tileRows)] = Math.ceil(weight / steps[place]!);
    }
    if (squares > length) length = squares;
  }
  return length;
}
