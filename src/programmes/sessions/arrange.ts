import { packGreedily, packOptimally } from '../planning/packing.ts';
import { byId, type PlanningOptions } from '../planning/planning.ts';
import { loadSolver } from '../planning/solver.ts';
import type { Meeting, MeetingPair } from './meetings.ts';
import type { Participant } from './participants.ts';
import { type Board, boardOf, settledTogether } from './places.ts';
import { seatAtTables } from './seating.ts';
import { simpleBound } from './simple-bound.ts';
import type { SessionSlot } from './slots.ts';

/** What is arranged, in an order of its own. */
export interface Occasion {
  readonly pairs: readonly MeetingPair[];
  readonly slots: readonly SessionSlot[];
  readonly participants: ReadonlyMap<string, Participant>;
}

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

/** Places chosen on a board. */
export interface Arrangement {
  readonly board: Board;
  /** Positions, ascending. */
  readonly chosen: readonly number[];
  /** No choice is worth more. */
  readonly bound: number;
}

/** The choice of places of the greatest value, by the method of the options. */
export async function arranged(occasion: Occasion, options: PlanningOptions): Promise<Arrangement> {
  const { pairs, slots, participants } = occasion;
  const { method = 'highs', gap = 0 } = options;
  const board = boardOf(pairs, slots, participants);
  const simple = simpleBound(pairs, slots, participants, board.items);
  const { chosen, bound } =
    method === 'highs'
      ? await packOptimally(board, simple, await loadSolver(), gap, options)
      : { chosen: packGreedily(board), bound: simple };
  return { board, chosen: settledTogether(board, chosen), bound: board.isWhole ? bound : simple };
}

/** A bound on the value of any arrangement, without a solver. */
export function boundOf({ pairs, slots, participants }: Occasion): number {
  return simpleBound(pairs, slots, participants, boardOf(pairs, slots, participants).items);
}

/** Where each pair is settled: position of the slot, by position of the pair. */
export function slotOfPairs({ board, chosen }: Arrangement): Map<number, number> {
  const places = chosen.map((at) => board.items[at]!);
  return new Map(places.flatMap(({ pairs, slot }) => pairs.map((p) => [p, slot] as const)));
}

/**
 * Adds to what is arranged, the most valuable first, what still fits.
 * @param placed slot of each pair that is settled, both by position; it stays.
 * @param slotsOf ids of the slots that another pair may use.
 * @param demandOf where given, no demand gets a second meeting.
 */
export function filledUp(
  { pairs, slots, participants }: Occasion,
  placed: ReadonlyMap<number, number>,
  slotsOf: (pair: MeetingPair) => readonly string[],
  demandOf?: (pair: MeetingPair) => string,
): Arrangement {
  const at = (p: number) => placed.get(p);
  const open = pairs.map((pair, p) => {
    const slot = at(p);
    return { ...pair, slots: slot === undefined ? slotsOf(pair) : [slots[slot]!.id] };
  });
  const board = boardOf(open, slots, participants, demandOf);
  const isKept = ({ pairs: own, slot }: Board['items'][number]) => own.every((p) => at(p) === slot);
  // Of the choices for one meeting the one that settles most comes first.
  const settled = new Set<number>();
  const kept = [...board.items.keys()].filter((i) => {
    const item = board.items[i]!;
    if (!isKept(item) || item.pairs.some((p) => settled.has(p))) return false;
    for (const p of item.pairs) settled.add(p);
    return true;
  });
  const chosen = settledTogether(board, packGreedily(board, kept));
  return { board, chosen, bound: Number.POSITIVE_INFINITY };
}

/** The chosen places as meetings, by slot and table. */
export function meetingsOf({ pairs, slots }: Occasion, { board, chosen }: Arrangement): Meeting[] {
  const sittings = chosen
    .map((at) => board.items[at]!)
    .sort((a, b) => a.slot - b.slot)
    .map((place) => ({ pairs: place.pairs.map((p) => pairs[p]!), slot: slots[place.slot]! }));
  return seatAtTables(sittings);
}
