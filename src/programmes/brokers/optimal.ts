import { Pacer } from '../../core/matcher/run.ts';
import type { RunOptions } from '../../core/matches/match-options.ts';
import type { Column, Solver } from '../planning/solver.ts';
import { type Market, worthOf } from './market.ts';

/** Places that each pair brings to the first programme, and adds at most to each further one. */
const PLACES_OF_PAIR = 8;
/** More rounds than any case was seen to take; where they do not suffice, the bound says what may be missing. */
const MAX_ROUNDS = 100;
/** By so much of the greatest worth a place must be better than what its pair gets. */
const TOLERANCE = 1e-9;

/** A pair in a unit of a broker. */
interface Place {
  readonly pair: number;
  readonly broker: number;
  /** Position among the units of all brokers. */
  readonly unit: number;
  readonly worth: number;
}

/**
 * The best assignment, by a linear programme over some of the places, of which there would be too many: solve it, and add
 * the places that are worth more, at the prices of units that come with the solution, than what their pairs get; until
 * there are none. Then no place that was left out could make it better. Such programmes have whole-number solutions.
 * @param start broker of each pair, -1 for none; the first programme holds it.
 * @returns broker of each pair, and a bound for all places, those left out included: whatever units cost, no assignment
 *   is worth more than what all units cost and what each pair could gain at its best place.
 */
export async function assignOptimally(
  market: Market,
  start: Int32Array,
  solver: Solver,
  run: RunOptions,
): Promise<{ readonly brokerOf: Int32Array; readonly bound: number }> {
  const places = new Places(market);
  const pairs = [...market.values.keys()];
  const known = new Set<number>();
  const listed: Place[] = [];
  /** Columns of those that are new. */
  const add = (found: readonly Place[]): Column[] =>
    found.flatMap((place) => {
      const key = place.pair * places.units + place.unit;
      if (known.has(key)) return [];
      known.add(key);
      listed.push(place);
      return [{ value: place.worth, upper: 1, rows: [place.pair, pairs.length + place.unit] }];
    });
  const free = new Float64Array(places.units);
  const columns = add([
    ...places.taken(start),
    ...pairs.flatMap((pair) => places.best(pair, free, 0).better),
  ]);
  if (columns.length === 0) return { brokerOf: start, bound: 0 };
  const least = TOLERANCE * listed.reduce((most, { worth }) => Math.max(most, worth), 0);
  const limits = new Array<number>(pairs.length + places.units).fill(1);
  const pacer = new Pacer(undefined, run);
  let [bound, rounds] = [Number.POSITIVE_INFINITY, 0];
  const { amounts } = await solver.solveGrowing({ limits, columns }, async ({ prices }) => {
    await pacer.step(++rounds);
    const ofUnits = prices.subarray(pairs.length);
    const found = pairs.map((pair) => places.best(pair, ofUnits, prices[pair]! + least));
    const gains = found.reduce((sum, { gain }) => sum + gain, 0);
    bound = Math.min(
      bound,
      ofUnits.reduce((sum, price) => sum + price, gains),
    );
    return rounds < MAX_ROUNDS ? add(found.flatMap(({ better }) => better)) : [];
  });
  pacer.finish(rounds);
  const brokerOf = new Int32Array(pairs.length).fill(-1);
  for (const [i, amount] of amounts.entries()) {
    if (amount > 0.5) brokerOf[listed[i]!.pair] = listed[i]!.broker;
  }
  return { brokerOf, bound };
}

/** All places of a market, made when asked for. */
class Places {
  /** Units of all brokers. */
  readonly units: number;
  private readonly firstUnit: Int32Array;
  private readonly market: Market;

  constructor(market: Market) {
    this.market = market;
    this.firstUnit = new Int32Array(market.units.length);
    this.units = market.units.reduce((sum, count, broker) => {
      this.firstUnit[broker] = sum;
      return sum + count;
    }, 0);
  }

  /** The places of an assignment, each broker's units in the order of pairs. */
  taken(brokerOf: Int32Array): Place[] {
    const used = new Int32Array(this.firstUnit.length);
    return [...brokerOf.entries()].flatMap(([pair, broker]) =>
      broker < 0 ? [] : [this.place(pair, broker, used[broker]!++)],
    );
  }

  /**
   * @param prices of units.
   * @returns what the pair gains at its best place, at least 0; and its best places that gain more than `floor`.
   */
  best(pair: number, prices: Float64Array, floor: number): { gain: number; better: Place[] } {
    const { units, fits } = this.market;
    const found: { gain: number; place: Place }[] = [];
    let most = 0;
    for (let broker = 0; broker < units.length; broker++) {
      if (fits[pair * units.length + broker]! < 0) continue;
      for (let unit = 0; unit < units[broker]!; unit++) {
        const gain = worthOf(this.market, pair, broker, unit) - prices[this.firstUnit[broker]! + unit]!;
        most = Math.max(most, gain);
        if (gain > floor) found.push({ gain, place: this.place(pair, broker, unit) });
      }
    }
    // Sorting is stable: of equal gains the first broker.
    found.sort((a, b) => b.gain - a.gain);
    return { gain: most, better: found.slice(0, PLACES_OF_PAIR).map(({ place }) => place) };
  }

  private place(pair: number, broker: number, unit: number): Place {
    return {
      pair,
      broker,
      unit: this.firstUnit[broker]! + unit,
      worth: worthOf(this.market, pair, broker, unit),
    };
  }
}
