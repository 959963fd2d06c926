import type { MeetingPair, UnplacedCode, UnplacedPair } from './meetings.ts';
import { bothOf, canCome, openSlots } from './places.ts';
import type { Occasion, SeatBook } from './seat-book.ts';

/** Why each pair without a place has none; by value, then in the order of pairs. O(pairs × slots). */
export function unplacedPairs(occasion: Occasion, book: SeatBook): UnplacedPair[] {
  const { pairs, slots, participants } = occasion;
  return pairs
    .map((pair, p) => ({ pair, p }))
    .filter(({ p }) => book.heldFor(p) === undefined)
    .sort((a, b) => b.pair.value - a.pair.value || a.p - b.p)
    .map(({ pair, p }) => {
      const open = openSlots(pair, slots, participants);
      const cause = open.length === 0 ? noPlace(pair, occasion) : noneLeft(book, book.twoOf[p]!, open);
      return { pairId: pair.id, value: pair.value, ...cause };
    });
}

type Cause = Pick<UnplacedPair, 'reason' | 'participants'>;

function noPlace(pair: MeetingPair, { slots, participants }: Occasion): Cause {
  if (pair.demander === pair.supplier) return { reason: 'same-participant', participants: [pair.demander] };
  const open = slots.filter(({ id }) => pair.slots?.includes(id) ?? true);
  if (open.length === 0) return { reason: 'no-slot', participants: [] };
  const absent = bothOf(pair).filter((id) => {
    const participant = participants.get(id);
    return participant !== undefined && !open.some((slot) => canCome(participant, slot));
  });
  return { reason: 'unavailable', participants: absent.length > 0 ? absent : bothOf(pair) };
}

function noneLeft(book: SeatBook, two: number, open: readonly number[]): Cause {
  const found = open.map((slot) => book.obstacles(two, slot));
  const because = (reason: UnplacedCode, participants: readonly string[] = []): Cause => ({
    reason,
    participants: [...new Set(participants)],
  });
  const sitting = found.flatMap((one) => one.sitting);
  if (found.every(({ busy }) => busy.length > 0)) return because('meetings-full', found[0]!.busy);
  if (found.every(({ isFull }) => isFull)) return because('tables-full');
  if (found.every((one) => one.sitting.length > 0)) return because('sitting-elsewhere', sitting);
  if (found.every(({ haveMet }) => haveMet)) return because('met');
  return because('occupied', sitting);
}
