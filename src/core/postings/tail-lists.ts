import { last, ranges, type Steps } from '../../base/steps.ts';
import type { RowSource } from './row-source.ts';

/** Where the postings of terms that few records have begin. */
export interface TailOffsets {
  /** Where those of each {@link BLOCK} terms begin. */
  readonly bases: Uint32Array;
  /**
   * For each term of the vocabulary, by {@link tailPlace}, where its postings begin behind those of its block; the entry
   * behind it says where they end. Terms of other lists have none.
   */
  readonly offsets: Uint16Array;
}

/** Postings of terms that few records have, by term and row: a directory by tiles would fill more than they do. */
export interface TailLists extends TailOffsets {
  /** Row of each posting, and behind it, in the low bits, its weight in steps, rounded up: weight ≤ steps < weight + step. */
  readonly postings: Uint32Array;
  /** Bits of the weight. */
  readonly bits: number;
  readonly step: number;
}

const BLOCK_BITS = 5;
/** Terms with one base. */
export const BLOCK = 1 << BLOCK_BITS;
/** Terms with so many postings or more have tiled lists: the offsets of a block have 16 bits. */
export const MOST_IN_TAIL = 2 ** 16 / BLOCK;

/** Place of a term in the offsets: each block has one more entry, for the end of its last term. */
export function tailPlace(id: number): number {
  return id + (id >>> BLOCK_BITS);
}

/** Where the postings of a term begin that has a tail. */
export function tailStart({ bases, offsets }: TailOffsets, id: number): number {
  return bases[id >>> BLOCK_BITS]! + offsets[tailPlace(id)]!;
}

/** Where they end. */
export function tailEnd({ bases, offsets }: TailOffsets, id: number): number {
  return bases[id >>> BLOCK_BITS]! + offsets[tailPlace(id) + 1]!;
}

/** The offsets of terms with so many postings each, below {@link MOST_IN_TAIL}, and how many these are together. */
export function* tailOffsetsSteps(sizes: Uint32Array): Steps<TailOffsets & { readonly total: number }> {
  const blocks = Math.ceil(sizes.length / BLOCK);
  const bases = new Uint32Array(blocks);
  const offsets = new Uint16Array(sizes.length + blocks);
  let total = 0;
  for (const [start, end] of ranges(blocks, BLOCKS_A_TURN)) {
    for (let block = start; block < end; block++) {
      bases[block] = total;
      const last = Math.min(sizes.length, (block + 1) * BLOCK);
      for (let id = block * BLOCK; id < last; id++) {
        total += sizes[id]!;
        offsets[tailPlace(id) + 1] = total - bases[block]!;
      }
    }
    yield 0;
  }
  return { bases, offsets, total };
}

/** Most bits that a 32-bit float holds exactly. */
const MOST_BITS = 24;

/** How weights up to the greatest lie behind the rows of so many. */
export function tailForm(rowCount: number, greatest: number): Pick<TailLists, 'bits' | 'step'> {
  const bits = Math.min(MOST_BITS, Math.clz32(Math.max(1, rowCount - 1)));
  // Rounded up a little, so that the greatest weight is no more steps than there are.
  return { bits, step: (greatest / (2 ** bits - 1)) * (1 + 2 ** -20) };
}

/** Rows turned between two turns. */
export const ROWS_A_TURN = 128;
const BLOCKS_A_TURN = 1 << 12;

/**
 * Tells where each posting of the tail goes, in steps.
 * @param put takes place, row, and weight.
 */
export function* sortIntoTailSteps(
  tail: TailOffsets,
  source: RowSource,
  put: (at: number, row: number, weight: number) => void,
): Steps<void> {
  const { offsets } = tail;
  /** Postings of each term that were put. */
  const done = new Uint16Array(offsets.length);
  for (const [start, end] of ranges(source.size, ROWS_A_TURN)) {
    for (let row = start; row < end; row++) {
      const { ids, weights } = source.row(row);
      for (let e = 0; e < ids.length; e++) {
        const id = ids[e]!;
        const place = tailPlace(id);
        if (offsets[place] === offsets[place + 1]) continue;
        put(tailStart(tail, id) + done[place]!++, row, weights[e]!);
      }
    }
    yield 0;
  }
}

/** Fills the postings, in steps; the rest is given. */
export function* fillTailSteps(tail: TailLists, source: RowSource): Steps<void> {
  const { postings, bits, step } = tail;
  yield* sortIntoTailSteps(tail, source, (at, row, weight) => {
    postings[at] = (row << bits) | Math.ceil(weight / step);
  });
}

/** The exact weights of the postings, in ordinary memory. */
export function exactTail(tail: TailLists, source: RowSource): Float32Array {
  const weights = new Float32Array(tail.postings.length);
  const steps = sortIntoTailSteps(tail, source, (at, _, weight) => {
    weights[at] = weight;
  });
  last(steps);
  return weights;
}
