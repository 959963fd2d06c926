import { sumOfGreatest } from '../planning/planning.ts';
import type { Broker, BrokerPair } from './broker.ts';
import { type BrokerFitWeights, chainFit, hasLevel, levelFit, loadFit, regionFit } from './fit.ts';

/** All pairs and brokers as numbers. A broker is cut into units, one for each further case that it can take. */
export interface Market {
  /** Of each pair. */
  readonly values: readonly number[];
  /** Units of each broker: none for one that is full. */
  readonly units: readonly number[];
  /** Pair × broker: fit without the load; -1 where the broker must not have the pair. */
  readonly fits: Float64Array;
  /** Of each broker and unit: what its free capacity adds to the fit; falls from unit to unit. */
  readonly ease: readonly Float64Array[];
}

/** O(pairs × brokers). */
export function marketOf(
  pairs: readonly BrokerPair[],
  brokers: readonly Broker[],
  weights: BrokerFitWeights,
): Market {
  const fits = new Float64Array(pairs.length * brokers.length).fill(-1);
  for (const [p, pair] of pairs.entries()) {
    for (const [b, broker] of brokers.entries()) {
      const chain = chainFit(pair, broker);
      if (chain === 0 || !hasLevel(broker, pair)) continue;
      fits[p * brokers.length + b] =
        weights.chain * chain + weights.region * regionFit(pair, broker) + weights.level * levelFit(broker);
    }
  }
  const units = brokers.map(({ capacity, load = 0 }) => Math.min(pairs.length, Math.max(0, capacity - load)));
  const ease = brokers.map((broker, b) =>
    Float64Array.from({ length: units[b]! }, (_, further) => weights.load * loadFit(broker, further)),
  );
  return { values: pairs.map(({ value }) => value), units, fits, ease };
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
