import { groupBy } from '../common/group-by.ts';
import { sumOfGreatest } from '../planning/planning.ts';
import type { Broker, BrokerPair } from './broker.ts';
import {
  type BrokerFitWeights,
  chainFit,
  hasLevel,
  levelFit,
  loadFit,
  type Nearness,
  regionFit,
} from './fit.ts';

/** All pairs and brokers as numbers. A broker is cut into units, one for each further case that it can take. */
export interface Market {
  /** Of each pair. */
  readonly values: readonly number[];
  /** Units of each broker: none for one that is full. */
  readonly units: readonly number[];
  /** Pair × broker: fit without the load; -1 where the broker must not have the pair. */
  readonly fits: Float64Array;
  /** Pairs of each demand, the most valuable first. */
  readonly demands: readonly (readonly number[])[];
  /** Of each pair the position of its demand. */
  readonly demandOf: Int32Array;
  /** Of each broker and unit: what its free capacity adds to the fit; falls from unit to unit. */
  readonly ease: readonly Float64Array[];
}

/** What decides who may have what, and what it is worth. */
export interface MarketOptions {
  readonly weights: BrokerFitWeights;
  readonly near: Nearness;
  /** Ids of the brokers that always look after a unit of the pair; none where there are no such. */
  readonly teamOf: (pair: BrokerPair) => readonly string[] | undefined;
  /** Whether pairs of one demand go to one broker. */
  readonly isOneBroker: boolean;
}

/** O(pairs × brokers). */
export function marketOf(
  pairs: readonly BrokerPair[],
  brokers: readonly Broker[],
  { weights, near, teamOf, isOneBroker }: MarketOptions,
): Market {
  const fits = new Float64Array(pairs.length * brokers.length).fill(-1);
  for (const [p, pair] of pairs.entries()) {
    const team = teamOf(pair);
    for (const [b, broker] of brokers.entries()) {
      const chain = chainFit(pair, broker);
      if (team === undefined ? chain === 0 || !hasLevel(broker, pair) : !team.includes(broker.id)) continue;
      fits[p * brokers.length + b] =
        weights.chain * chain +
        weights.region * regionFit(pair, broker, near) +
        weights.level * levelFit(broker);
    }
  }
  const demandKey = (p: number) => {
    const { demandId } = pairs[p]!;
    return isOneBroker && demandId !== undefined ? `demand ${demandId}` : p;
  };
  const byValue = [...pairs.keys()].sort((a, b) => pairs[b]!.value - pairs[a]!.value || a - b);
  const demands = [...groupBy(byValue, demandKey).values()];
  const demandOf = new Int32Array(pairs.length);
  for (const [d, own] of demands.entries()) for (const p of own) demandOf[p] = d;
  const units = brokers.map(({ capacity, load = 0 }) => Math.min(pairs.length, Math.max(0, capacity - load)));
  const ease = brokers.map((broker, b) =>
    Float64Array.from({ length: units[b]! }, (_, further) => weights.load * loadFit(broker, further)),
  );
  return { values: pairs.map(({ value }) => value), units, fits, demands, demandOf, ease };
}

/** Worth of a pair in a unit of a broker; the fit must not be -1. */
export function worthOf(
  { values, units, fits, ease }: Market,
  pair: number,
  broker: number,
  unit: number,
): number {
  return values[pair]! * (fits[pair * units.length + broker]! + ease[broker]![unit]!);
}

/** A bound without a solver: as many pairs as there are units, each at its best broker as if nobody else wanted it. */
export function simpleBound(market: Market): number {
  const { values, units, fits } = market;
  const best = values.map((_, pair) =>
    units.reduce((most, count, broker) => {
      const isOpen = count > 0 && fits[pair * units.length + broker]! >= 0;
      return isOpen ? Math.max(most, worthOf(market, pair, broker, 0)) : most;
    }, 0),
  );
  const room = units.reduce((sum, count) => sum + count, 0);
  return sumOfGreatest(best, room);
}
