import { containment } from '../places/containment.ts';
import { type RegionNearness, regionRelation } from '../places/nearness.ts';
import { placeOf } from '../places/place.ts';
import type { Regions } from '../places/regions.ts';
import { BROKER_LEVELS, type Broker, type BrokerPair, levelRank } from './broker.ts';

/** How much each side of a broker counts; scaled to sum to 1. */
export interface BrokerFitWeights {
  /** Share of the pair's chains that the broker knows. */
  readonly chain: number;
  /**
   * Whether the broker covers the place: 1, else by `regionRelation`: a place of the same city 2/3, of the province 1/3. With
   * `regions` also a zone that the place lies in, or that lies in the place: 5/6, a place of the same zone 2/3, of the same
   * circle 1/2, a partner region 1/6.
   */
  readonly region: number;
  /** senior 1, intermediate 2/3, junior 1/3. */
  readonly level: number;
  /** Share of the capacity that is free before the case. */
  readonly load: number;
}

/**
 * Proposed, not measured: who does not know the chain cannot help; a broker nearby meets people; a senior one and one with
 * time to spare break ties.
 */
export const BROKER_FIT_WEIGHTS: BrokerFitWeights = { chain: 0.5, region: 0.25, level: 0.1, load: 0.15 };

/** The same sides, each in [0, 1], for one pair and one broker. */
export type BrokerFit = BrokerFitWeights;

/** Where the pair or the broker names no chain: less than any shared chain that is not one of many. */
const NO_CHAIN = 0.2;

/** Share of the pair's chains that the broker knows; 0 only where both name chains and share none. */
export function chainFit({ chains: wanted = [] }: BrokerPair, { chains: known = [] }: Broker): number {
  if (wanted.length === 0 || known.length === 0) return NO_CHAIN;
  return wanted.filter((code) => known.includes(code)).length / wanted.length;
}

/** How near two regions are, in [0, 1]: that of a pair, and one that a broker covers. */
export type Nearness = (place: string, covered: string) => number;

const BY_RELATION: Readonly<Record<RegionNearness, number>> = {
  county: 1,
  zone: 2 / 3,
  city: 2 / 3,
  circle: 1 / 2,
  province: 1 / 3,
  partner: 1 / 6,
  elsewhere: 0,
  unknown: 0,
};
/** The place lies in a zone, or a zone in it. */
const ZONE_ITSELF = 5 / 6;

/** Nearness by what is known of regions, remembering the answers: for many pairs and brokers of few regions. */
export function nearnessIn(regions: Regions): Nearness {
  const known = new Map<string, Map<string, number>>();
  return (place, covered) => {
    const around = known.get(place) ?? new Map<string, number>();
    const found = around.get(covered) ?? nearnessOf(place, covered, regions);
    if (around.size === 0) known.set(place, around);
    around.set(covered, found);
    return found;
  };
}

function nearnessOf(place: string, covered: string, regions: Regions): number {
  if (containment(place, covered, regions) === 'within') return 1;
  const { code } = regionRelation(place, covered, regions);
  const isZone = [place, covered].some((region) => placeOf(region, regions)?.area?.isZone === true);
  return code === 'zone' && isZone ? ZONE_ITSELF : BY_RELATION[code];
}

/** How near the broker works; 0 where either names no region. */
export function regionFit(
  { regionCode = '' }: BrokerPair,
  { regionCodes = [] }: Broker,
  near: Nearness,
): number {
  return regionCodes.reduce((best, code) => Math.max(best, near(regionCode, code)), 0);
}

/** 0 where the broker has no level. */
export function levelFit({ level = '' }: Broker): number {
  return (levelRank(level) + 1) / BROKER_LEVELS.length;
}

/** Share of the capacity that is free before one more case. */
export function loadFit({ capacity, load = 0 }: Broker, further: number): number {
  return 1 - (load + further) / capacity;
}

/** Whether the broker has the level that the pair asks for. */
export function hasLevel({ level = '' }: Broker, { minLevel = '' }: BrokerPair): boolean {
  return levelRank(level) >= levelRank(minLevel);
}

/** The weights in use, scaled to sum to 1. */
export function scaledFit(given: Partial<BrokerFitWeights> = {}): BrokerFitWeights {
  const { chain, region, level, load } = { ...BROKER_FIT_WEIGHTS, ...given };
  const sum = chain + region + level + load;
  return { chain: chain / sum, region: region / sum, level: level / sum, load: load / sum };
}
