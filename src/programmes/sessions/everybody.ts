import type { PlanningOptions } from '../planning/planning.ts';
import { type Arrangement, arranged, boundOf, filledUp, type Occasion, slotOfPairs } from './arrange.ts';
import type { MeetingPair } from './meetings.ts';

/** A pair for a demand. */
export interface DemandPair extends MeetingPair {
  readonly demandId: string;
}

/** Pairs, slots and participants, and the slots of each hall. */
export interface Season extends Occasion {
  readonly pairs: readonly DemandPair[];
  /** Ids of the slots of each hall. */
  readonly halls: readonly (readonly string[])[];
}

/** What is arranged, and in which hall each demand is. */
export interface SeasonPlan {
  readonly occasion: Occasion;
  readonly arrangement: Arrangement;
  readonly hallOf: ReadonlyMap<string, number>;
  readonly bound: number;
}

const demandOf = (pair: MeetingPair) => (pair as DemandPair).demandId;

/**
 * The meetings of greatest value in the halls of the demands. Where that leaves demands without any, seats that are free in
 * other halls are filled with them; and where seats do not suffice, each demand has one meeting before another has a second.
 * @param hallOf hall of each demand; none for one that waits for a seat.
 */
export async function seated(
  season: Season,
  hallOf: ReadonlyMap<string, number>,
  options: PlanningOptions,
): Promise<SeasonPlan> {
  const { pairs, halls } = season;
  const demands = new Set(pairs.map(demandOf));
  const slotsIn = (where: ReadonlyMap<string, number>) => (pair: MeetingPair) =>
    halls[where.get(demandOf(pair)) ?? -1] ?? [];
  const own = slotsIn(hallOf);
  const withSlots = (slotsOf: (pair: MeetingPair) => readonly string[]): Occasion => ({
    ...season,
    pairs: pairs.map((pair) => ({ ...pair, slots: slotsOf(pair) })),
  });
  const occasion = withSlots(own);
  const best = await arranged(occasion, options);
  const metIn = (placed: ReadonlyMap<number, number>) =>
    new Set([...placed.keys()].map((p) => demandOf(pairs[p]!)));
  const first = slotOfPairs(best);
  if (metIn(first).size === demands.size) return { occasion, arrangement: best, hallOf, bound: best.bound };
  const all = halls.flat();
  const once = slotOfPairs(filledUp(season, new Map(), own, demandOf));
  const [spread, covered] = [first, once].map((placed) => {
    const met = metIn(placed);
    return slotOfPairs(filledUp(season, placed, (pair) => (met.has(demandOf(pair)) ? [] : all), demandOf));
  }) as [Map<number, number>, Map<number, number>];
  const placed = metIn(covered).size > metIn(spread).size ? covered : spread;
  const hallOfSlot = new Map(halls.flatMap((slots, hall) => slots.map((id) => [id, hall])));
  const moved = new Map(hallOf);
  const before = metIn(placed === covered ? once : first);
  for (const [p, slot] of placed) {
    const demand = demandOf(pairs[p]!);
    if (!before.has(demand)) moved.set(demand, hallOfSlot.get(season.slots[slot]!.id)!);
  }
  const final = withSlots(slotsIn(moved));
  const arrangement = filledUp(season, placed, slotsIn(moved));
  const isMoved = [...moved].some(([demand, hall]) => hallOf.get(demand) !== hall);
  return { occasion: final, arrangement, hallOf: moved, bound: isMoved ? boundOf(final) : best.bound };
}
