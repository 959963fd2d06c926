import * as z from 'zod/mini';
import { COUNT, DAY, ID, itemOf, TEXT } from '../common/check.ts';
import { groupBy } from '../common/group-by.ts';
import { keyOfRegion, PLAIN_REGIONS } from '../places/regions.ts';
import { totalValue, VALUE } from '../planning/planning.ts';

/** An expert who could help a firm with a demand; an `InvitedPair` with experts on the supply side is one. */
export interface VisitPair {
  readonly id: string;
  /** What the visit is worth for this demand, in (0, 10⁹]. */
  readonly value: number;
  /** Participant id of the firm. */
  readonly demander: string;
  /** Participant id of the expert. */
  readonly supplier: string;
  /** District of the firm: GB/T 2260 code, or the host's own name of an area. */
  readonly regionCode?: string;
}

/** When an expert can travel. */
export interface VisitingExpert {
  readonly id: string;
  readonly name?: string;
  /** Days on which the expert can come, `YYYY-MM-DD`. Default: every day of the plan. */
  readonly days?: readonly string[];
  /** Most days, ≥ 0. Default: no limit. */
  readonly maxDays?: number;
  /** Most firms a day, ≥ 0. Default: that of the plan. */
  readonly firmsPerDay?: number;
}

export const VISIT_PAIR = itemOf<VisitPair>({
  id: ID,
  value: VALUE,
  demander: ID,
  supplier: ID,
  regionCode: z.optional(TEXT),
});

export const VISITING_EXPERT = itemOf<VisitingExpert>({
  id: ID,
  name: z.optional(TEXT),
  days: z.optional(z.array(DAY)),
  maxDays: z.optional(COUNT),
  firmsPerDay: z.optional(COUNT),
});

/** One expert at one firm in one district, for one demand or several. */
export interface Call {
  readonly expert: string;
  readonly firm: string;
  /** Key of the region; empty where none is told. */
  readonly district: string;
  readonly pairIds: readonly string[];
  /** Sum over the pairs. */
  readonly value: number;
}

/** What limits the visits of an expert: the days open to it and the firms of a day. */
export interface Leave {
  readonly days: readonly string[];
  /** At most as many as `days`. */
  readonly maxDays: number;
  readonly firmsPerDay: number;
}

/** Calls of the pairs, by value, then in the order of pairs. */
export function callsOf(pairs: readonly VisitPair[]): Call[] {
  const district = ({ regionCode = '' }: VisitPair) => keyOfRegion(regionCode, PLAIN_REGIONS);
  const together = groupBy(pairs, (pair) => JSON.stringify([pair.supplier, pair.demander, district(pair)]));
  return [...together.values()]
    .map((own) => ({
      expert: own[0]!.supplier,
      firm: own[0]!.demander,
      district: district(own[0]!),
      pairIds: own.map(({ id }) => id),
      value: totalValue(own),
    }))
    .sort((a, b) => b.value - a.value);
}

/** An expert's calls in one district. */
export interface Round {
  readonly expert: string;
  readonly district: string;
  readonly calls: readonly Call[];
}

/** Calls by expert and district, in the order of their first call. */
export function roundsOf(calls: readonly Call[]): Round[] {
  return [...groupBy(calls, ({ expert, district }) => JSON.stringify([expert, district])).values()].map(
    (own) => ({ expert: own[0]!.expert, district: own[0]!.district, calls: own }),
  );
}

/** Pieces of a list, each of `size` but the last. */
export function piecesOf<T>(items: readonly T[], size: number): T[][] {
  const pieces: T[][] = [];
  for (let start = 0; start < items.length; start += size) pieces.push(items.slice(start, start + size));
  return pieces;
}
