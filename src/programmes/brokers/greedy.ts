import { type Market, worthOf } from './market.ts';

/**
 * Gives the pairs of every demand to the broker that suits them best of those who are free, the most valuable pair first;
 * pairs of a demand that has a broker go to this one, as many as fit. O(pairs × brokers).
 * @param start broker of each pair, -1 for none.
 * @returns the same, filled up: no further pair has a free broker.
 */
export function fillGreedily(market: Market, start: Int32Array): Int32Array {
  const brokerOf = start.slice();
  const used = new Int32Array(market.units.length);
  for (const b of start) if (b >= 0) used[b]!++;
  const may = (p: number, b: number) => market.fits[p * used.length + b]! >= 0;
  // Demands come by their most valuable pairs.
  for (const pairs of market.demands) {
    const open = pairs.filter((p) => brokerOf[p]! < 0);
    const known = pairs.find((p) => brokerOf[p]! >= 0);
    let best: { readonly broker: number; readonly worth: number } | undefined;
    for (let b = 0; b < used.length; b++) {
      if (known !== undefined && brokerOf[known] !== b) continue;
      const fitting = open.filter((p) => may(p, b)).slice(0, Math.max(0, market.units[b]! - used[b]!));
      if (fitting.length === 0) continue;
      const worth = fitting.reduce((sum, p, i) => sum + worthOf(market, p, b, used[b]! + i), 0);
      if (best === undefined || worth > best.worth) best = { broker: b, worth };
    }
    if (best === undefined) continue;
    for (const p of open) {
      if (!may(p, best.broker) || used[best.broker]! >= market.units[best.broker]!) continue;
      brokerOf[p] = best.broker;
      used[best.broker]!++;
    }
  }
  return brokerOf;
}
