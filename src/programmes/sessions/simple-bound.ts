import { groupBy } from '../common/group-by.ts';
import { sumOfGreatest, totalValue } from '../planning/planning.ts';
import { partiesKey, partiesOf } from './appointments.ts';
import type { MeetingPair } from './meetings.ts';
import type { Participant } from './participants.ts';
import type { Place } from './places.ts';
import type { SessionSlot } from './slots.ts';

/**
 * A bound on the value of any schedule, without a solver: of all that have a place there is room for the best at all
 * tables, for the best of each demander in the meetings that it can hold, and likewise of each supplier; the least of the
 * three sums. Pairs of the same two participants take one meeting at least. O(pairs log pairs + places).
 */
export function simpleBound(
  pairs: readonly MeetingPair[],
  slots: readonly SessionSlot[],
  participants: ReadonlyMap<string, Participant>,
  places: readonly Place[],
): number {
  const slotsOf = new Map<string, Set<number>>();
  for (const { pairs: settled, slot } of places) {
    for (const id of partiesOf(pairs[settled[0]!]!)) {
      const known = slotsOf.get(id) ?? new Set();
      slotsOf.set(id, known.add(slot));
    }
  }
  const placeable = [...new Set(places.flatMap((place) => place.pairs))].map((p) => pairs[p]!);
  const room = (id: string) => {
    const { seats = 1, maxMeetings = Number.POSITIVE_INFINITY } = participants.get(id) ?? { id };
    return Math.min(maxMeetings, seats * slotsOf.get(id)!.size);
  };
  const greatest = (some: readonly MeetingPair[], most: number) =>
    sumOfGreatest([...groupBy(some, partiesKey).values()].map(totalValue), most);
  const bySide = (side: 'demander' | 'supplier') =>
    [...groupBy(placeable, (pair) => pair[side])].reduce(
      (sum, [id, own]) => sum + greatest(own, room(id)),
      0,
    );
  const tables = slots.reduce((sum, slot) => sum + slot.tables, 0);
  return Math.min(greatest(placeable, tables), bySide('demander'), bySide('supplier'));
}
