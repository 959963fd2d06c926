import { ranges, type Steps } from '../../base/steps.ts';

/**
 * Two checks over words of 32 bits, as disks in RAID 6 have them (Anvin, The mathematics of RAID-6, 2011): the sum of all
 * words, and the sum of the words times powers of x, in GF(2³²). Modulo the polynomial of IEEE 802.3, which is primitive, all
 * powers differ up to 2³² − 1 words. So this is a Reed–Solomon code of distance 3: it sees whatever happens to any two words,
 * and with that every burst of up to 32 bits and any two flipped bits; by the first sum every odd number of flipped bits.
 * Of other changes one in 2⁶⁴ escapes.
 */
const POLYNOMIAL = 0x04c11db7;

/** Bytes with checks of their own. */
export const BLOCK_BYTES = 65_536;
/** Blocks between two turns: less than a millisecond. */
const BLOCKS_A_TURN = 16;

/** The checks of some words, each of 32 bits with a sign. */
export type Checks = readonly [sum: number, weighted: number];

/** The checks of words. */
export function checksOf(words: Int32Array): Checks {
  let sum = 0;
  let weighted = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    sum ^= word;
    // Times x: a bit that leaves is the polynomial without its first.
    weighted = (weighted << 1) ^ ((weighted >> 31) & POLYNOMIAL) ^ word;
  }
  return [sum, weighted];
}

/** How many blocks so many bytes have. */
export function blocksOf(byteLength: number): number {
  return Math.ceil(byteLength / BLOCK_BYTES);
}

/** The checks of the blocks of some words, in steps. @param put takes the number of a block and its checks. */
export function* blockChecksSteps(
  words: Int32Array,
  put: (block: number, checks: Checks) => void,
): Steps<void> {
  const size = BLOCK_BYTES / words.BYTES_PER_ELEMENT;
  const blocks = blocksOf(words.byteLength);
  for (const [start, end] of ranges(blocks, BLOCKS_A_TURN)) {
    for (let block = start; block < end; block++) {
      put(block, checksOf(words.subarray(block * size, (block + 1) * size)));
    }
    // Of what is small, others need not wait for the rest.
    if (end - start === BLOCKS_A_TURN) yield 0;
  }
}
