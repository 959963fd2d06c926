import type { RunOptions } from '../../core/matches/match-options.ts';
import { solveInParts } from '../planning/parts.ts';
import type { Column, Solver } from '../planning/solver.ts';
import { type Market, simpleBound, worthOf } from './market.ts';

/** More places than these are not solved in whole numbers. */
const MOST_PLACES = 20_000;

/**
 * The best assignment where several pairs of a demand must go to one broker: a whole-number programme over all places.
 * Where there are too many, the start, and the simple bound.
 * @param start broker of each pair, -1 for none.
 */
export async function assignTogether(
  market: Market,
  start: Int32Array,
  solver: Solver,
  run: RunOptions,
): Promise<{ readonly brokerOf: Int32Array; readonly bound: number }> {
  const { units, fits, demands, demandOf } = market;
  const count = units.length;
  const limits: number[] = [];
  const columns: Column[] = [];
  const rows = new Map<string, number>();
  const rowOf = (key: string, limit: number) => {
    const row = rows.get(key) ?? limits.push(limit) - 1;
    rows.set(key, row);
    return row;
  };
  const placed: { readonly pair: number; readonly broker: number }[] = [];
  const links: number[][] = [];
  for (let pair = 0; pair < market.values.length; pair++) {
    const demand = demandOf[pair]!;
    for (let broker = 0; broker < count; broker++) {
      if (fits[pair * count + broker]! < 0 || units[broker] === 0) continue;
      const own = [rowOf(`pair ${pair}`, 1)];
      if (demands[demand]!.length > 1) {
        const link = rowOf(`link ${pair} ${broker}`, 0);
        own.push(link);
        const key = rowOf(`choice ${demand} ${broker}`, 1);
        links[key] = [...(links[key] ?? [rowOf(`demand ${demand}`, 1)]), link];
      }
      for (let unit = 0; unit < units[broker]!; unit++) {
        if (placed.length === MOST_PLACES) return { brokerOf: start, bound: simpleBound(market) };
        placed.push({ pair, broker });
        const value = worthOf(market, pair, broker, unit);
        columns.push({ value, upper: 1, rows: [...own, rowOf(`unit ${broker} ${unit}`, 1)] });
      }
    }
  }
  // Who looks after the demand: no pair of it goes to another.
  for (const used of links) {
    if (used === undefined) continue;
    columns.push({ value: 0, upper: 1, rows: used, uses: used.map((_, i) => (i === 0 ? 1 : -1)) });
  }
  if (placed.length === 0) return { brokerOf: start, bound: 0 };
  const { amounts, bound } = await solveInParts({ limits, columns }, solver, 0, run);
  const brokerOf = new Int32Array(market.values.length).fill(-1);
  for (const [i, { pair, broker }] of placed.entries()) if (amounts[i] === 1) brokerOf[pair] = broker;
  return { brokerOf, bound };
}
