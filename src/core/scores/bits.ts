/**
 * Room `core/scores`: the kernels and the exact top k.
 * Begin: `scorer.ts` is the contract, `candidates.ts` proves the bound.
 * Order: typed arrays alone; no allocation, callback or throw in the loop.
 */

/** Whether a row's bit is set. */
export function hasBit(bits: Uint32Array, row: number): boolean {
  return ((bits[row >>> 5]! >>> (row & 31)) & 1) === 1;
}
