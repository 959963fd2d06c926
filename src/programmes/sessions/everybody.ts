import type { PlanningOptions } from '../planning/planning.ts';
import { type Arrangement, arranged, boundOf, fillUp } from './arrange.ts';
import { Coverage, type DemandPair } from './coverage.ts';
import { type Occasion, SeatBook } from './seat-book.ts';

/** Pairs, slots and participants, and the slots of each hall. */
export interface Season extends Occasion {
  /** Without slots of their own. */
  readonly pairs: readonly DemandPair[];
  /** Ids of the slots of each hall. */
  readonly halls: readonly (readonly string[])[];
}

/** Who sits where, and in which hall each demand is. */
export interface SeasonPlan extends Arrangement {
  /** Its pairs name the slots of their halls. */
  readonly occasion: Occasion;
  readonly hallOf: ReadonlyMap<string, number>;
}

/**
 * The meetings of greatest value in the halls of the demands. Where that leaves demands without any, seats that are free in
 * other halls are filled with them; then a meeting of which every demand has another gives way to one of a demand that has
 * none, wherever a single one stands in the way.
 * @param hallOf hall of each demand; none for one that waits for a seat.
 */
export async function seated(
  season: Season,
  hallOf: ReadonlyMap<string, number>,
  options: PlanningOptions,
): Promise<SeasonPlan> {
  const { pairs, slots, halls } = season;
  const places = new Map(slots.map(({ id }, at) => [id, at]));
  const slotsOfHall = halls.map((own) => new Set(own.map((id) => places.get(id)!)));
  const hallOfSlot = slots.map((_, at) => slotsOfHall.findIndex((own) => own.has(at)));
  const withSlots = (where: ReadonlyMap<string, number>): Occasion => ({
    ...season,
    pairs: pairs.map((pair) => ({ ...pair, slots: halls[where.get(pair.demandId) ?? -1] ?? [] })),
  });
  const best = await arranged(withSlots(hallOf), options);
  const cover = new Coverage(season);
  if (cover.unmet(best.book).length === 0) return { ...best, occasion: withSlots(hallOf), hallOf };
  const slotsIn = (book: SeatBook, where: ReadonlyMap<string, number>) => (p: number) => {
    const hall = where.get(pairs[p]!.demandId);
    return hall === undefined ? [] : book.openTo(p).filter((slot) => slotsOfHall[hall]!.has(slot));
  };
  // Of two ways the one that leaves out least: from the best meetings, or from one meeting of each demand.
  const once = new SeatBook(season);
  fillUp(once, slotsIn(once, hallOf), cover.isWanted(once));
  const spread = new SeatBook(season);
  for (const { pairs: settled, slot } of best.book.all()) spread.settle([...settled], slot);
  for (const book of [once, spread]) {
    fillUp(book, (p) => book.openTo(p), cover.isWanted(book));
    cover.giveWay(book);
  }
  const book = cover.unmet(once).length < cover.unmet(spread).length ? once : spread;
  const moved = new Map(hallOf);
  for (const { pairs: settled, slot } of book.all()) {
    for (const p of settled) moved.set(pairs[p]!.demandId, hallOfSlot[slot]!);
  }
  fillUp(book, slotsIn(book, moved));
  const occasion = withSlots(moved);
  const isMoved = [...moved].some(([demand, hall]) => hallOf.get(demand) !== hall);
  return { occasion, book, hallOf: moved, bound: isMoved ? boundOf(occasion) : best.bound };
}
