import { groupBy } from '../common/group-by.ts';
import { packGreedily, packOptimally } from '../planning/packing.ts';
import { byId, type PlanningOptions } from '../planning/planning.ts';
import { loadSolver } from '../planning/solver.ts';
import type { Meeting, MeetingPair } from './meetings.ts';
import type { Participant } from './participants.ts';
import { boardOf, openSlots } from './places.ts';
import { type Occasion, SeatBook } from './seat-book.ts';
import { seatAtTables } from './seating.ts';
import { simpleBound } from './simple-bound.ts';
import type { SessionSlot } from './slots.ts';

/** In an order of its own, so that the order given does not matter. */
export function occasionOf<P extends MeetingPair>(
  pairs: readonly P[],
  slots: readonly SessionSlot[],
  participants: readonly Participant[],
) {
  return {
    pairs: [...pairs].sort(byId),
    slots: [...slots].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : byId(a, b))),
    participants: new Map(participants.map((participant) => [participant.id, participant])),
  };
}

/** Who sits where, and a bound that no arrangement is worth more than. */
export interface Arrangement {
  readonly book: SeatBook;
  readonly bound: number;
}

/** The arrangement of the greatest value, by the method of the options. */
export async function arranged(occasion: Occasion, options: PlanningOptions): Promise<Arrangement> {
  const { pairs, slots, participants } = occasion;
  const { method = 'highs', gap = 0, signal } = options;
  signal?.throwIfAborted();
  const board = boardOf(pairs, slots, participants);
  const simple = simpleBound(pairs, slots, participants, board.items);
  const { chosen, bound } =
    method === 'highs'
      ? await packOptimally(board, simple, await loadSolver(), gap, options)
      : { chosen: packGreedily(board), bound: simple };
  const book = new SeatBook(occasion);
  for (const at of chosen) book.settle(board.items[at]!.pairs, board.items[at]!.slot);
  fillUp(book, (p) => openSlots(pairs[p]!, slots, participants));
  return { book, bound: board.isWhole ? bound : simple };
}

/** A bound on the value of any arrangement, without a solver. */
export function boundOf({ pairs, slots, participants }: Occasion): number {
  return simpleBound(pairs, slots, participants, boardOf(pairs, slots, participants).items);
}

/**
 * Adds to what is arranged what still fits: pairs of the same two participants together, the most valuable first, in the
 * meeting that the two have already or in the first slot that settles most. O(pairs × slots).
 * @param slotsOf slots that a pair may use, of those in which both can come; by position, ascending.
 * @param wants whether a pair wants a place still. Default: until it has one.
 */
export function fillUp(
  book: SeatBook,
  slotsOf: (pair: number) => readonly number[],
  wants: (pair: number) => boolean = () => true,
): void {
  const { pairs } = book.occasion;
  const worthOf = (some: readonly number[]) => some.reduce((sum, p) => sum + pairs[p]!.value, 0);
  const isWaiting = (p: number) => book.heldFor(p) === undefined && wants(p);
  const groups = [...groupBy([...pairs.keys()].filter(isWaiting), (p) => book.twoOf[p]!)]
    .map(([two, own]) => ({ two, own, value: worthOf(own) }))
    .sort((a, b) => b.value - a.value);
  for (const { two, own } of groups) {
    for (;;) {
      /** Who could be settled together, by slot; nobody where the two cannot sit. */
      const bySlot = new Map<number, number[] | undefined>();
      for (const p of own.filter(isWaiting)) {
        for (const slot of slotsOf(p)) {
          if (!bySlot.has(slot)) bySlot.set(slot, maySit(book, two, slot) ? [] : undefined);
          bySlot.get(slot)?.push(p);
        }
      }
      let best: { readonly slot: number; readonly together: number[]; readonly rank: number } | undefined;
      for (const [slot, together] of bySlot) {
        if (together === undefined) continue;
        // A seat that the two have already costs nothing.
        const rank = book.at(two, slot) === undefined ? worthOf(together) : Number.POSITIVE_INFINITY;
        const isBetter = best === undefined || rank > best.rank || (rank === best.rank && slot < best.slot);
        if (isBetter) best = { slot, together, rank };
      }
      if (best === undefined) break;
      book.settle(best.together, best.slot);
    }
  }
}

function maySit(book: SeatBook, two: number, slot: number): boolean {
  return book.at(two, slot) !== undefined || book.isFree(two, slot);
}

/** What is arranged as meetings, by slot and table. */
export function meetingsOf(book: SeatBook): Meeting[] {
  const { pairs, slots } = book.occasion;
  const sittings = book
    .all()
    .sort((a, b) => a.slot - b.slot || a.two - b.two)
    .map((held) => ({
      pairs: [...held.pairs].sort((a, b) => a - b).map((p) => pairs[p]!),
      slot: slots[held.slot]!,
    }));
  return seatAtTables(sittings);
}
