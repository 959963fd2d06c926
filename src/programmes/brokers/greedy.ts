import { type Market, worthOf } from './market.ts';

/**
 * Gives every pair without a broker the one that suits it best of those who are free, the most valuable pair first.
 * O(pairs × brokers).
 * @param start broker of each pair, -1 for none.
 * @returns the same, filled up: no further pair has a free broker.
 */
export function fillGreedily(market: Market, start: Int32Array): Int32Array {
  const brokerOf = start.slice();
  const used = new Int32Array(market.units.length);
  for (const b of start) if (b >= 0) used[b]!++;
  const order = [...market.values.keys()].sort((a, b) => market.values[b]! - market.values[a]! || a - b);
  for (const p of order) {
    if (brokerOf[p]! >= 0) continue;
    let most = -1;
    for (let b = 0; b < used.length; b++) {
      if (used[b]! >= market.units[b]! || market.fits[p * used.length + b]! < 0) continue;
      const worth = worthOf(market, p, b, used[b]!);
      if (worth <= most) continue;
      most = worth;
      brokerOf[p] = b;
    }
    if (brokerOf[p]! >= 0) used[brokerOf[p]!]!++;
  }
  return brokerOf;
}
