import type { Bilingual } from '../../base/bilingual.ts';

/** A sum split to the fen (分): integers inside, so that the parts are the whole. */

/** By what a cost is split: what each one takes, in equal parts, or by the shares that were pledged. */
export type SplitBasis = 'quantity' | 'equal' | 'share';

/** Labels of {@link SplitBasis}. */
export const SPLIT_LABELS: Readonly<Record<SplitBasis, Bilingual>> = {
  quantity: { zh: '按数量', en: 'by quantity' },
  equal: { zh: '均摊', en: 'in equal parts' },
  share: { zh: '按认缴比例', en: 'by the shares pledged' },
};

/** What one of several is to pay. */
export interface SplitPart {
  /** In fen, whole. */
  readonly fen: number;
  /** What rounding added to the exact part (> 0) or took from it, in fen, between −1 and 1, to four decimals. */
  readonly rounding: number;
}

/**
 * Splits a sum by weights: every part is rounded down, and the fen that are left go one by one to the parts that lost
 * most, of several the first. The parts sum to the whole; none is off by a fen or more. O(n log n).
 * @param fen to be split, a whole number ≥ 0.
 * @param weights whole numbers ≥ 0, not all 0.
 */
export function splitFen(fen: number, weights: readonly number[]): SplitPart[] {
  const [sum, all] = [BigInt(fen), weights.reduce((total, one) => total + BigInt(one), 0n)];
  const shares = weights.map((one, at) => {
    const product = sum * BigInt(one);
    return { at, floor: product / all, rest: product % all };
  });
  let left = Number(sum - shares.reduce((total, { floor }) => total + floor, 0n));
  const added = new Set<number>();
  const byRest = [...shares].sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest < b.rest ? 1 : -1));
  for (const { at } of byRest) {
    if (left-- <= 0) break;
    added.add(at);
  }
  return shares.map(({ at, floor, rest }) => {
    const lost = Number((rest * 10_000n) / all) / 10_000;
    const isAdded = added.has(at);
    return {
      fen: Number(floor) + (isAdded ? 1 : 0),
      rounding: Number(((isAdded ? 1 : 0) - lost).toFixed(4)) + 0,
    };
  });
}
