import { groupBy } from '../common/group-by.ts';
import type { MeetingPair, UnplacedCode, UnplacedPair } from './meetings.ts';
import type { Participant } from './participants.ts';
import { type Board, bothOf, canCome, type Place, type RowKind } from './places.ts';
import type { SessionSlot } from './slots.ts';

/** Why each pair without a place has none; by value, then in the order of pairs. O(places · rows of a place). */
export function unplacedPairs(
  pairs: readonly MeetingPair[],
  slots: readonly SessionSlot[],
  participants: ReadonlyMap<string, Participant>,
  board: Board,
  chosen: readonly number[],
): UnplacedPair[] {
  const left = [...board.limits];
  const placed = new Set<number>();
  for (const at of chosen) {
    const { pairs: settled, rows } = board.items[at]!;
    for (const p of settled) placed.add(p);
    for (const row of rows) left[row]!--;
  }
  const open = board.items.flatMap((place) => place.pairs.map((p) => ({ p, place })));
  const places = groupBy(open, ({ p }) => p);
  return pairs
    .map((pair, p) => ({ pair, p }))
    .filter(({ p }) => !placed.has(p))
    .sort((a, b) => b.pair.value - a.pair.value || a.p - b.p)
    .map(({ pair, p }) => {
      const own = (places.get(p) ?? []).map(({ place }) => place);
      const cause = own.length === 0 ? noPlace(pair, slots, participants) : noneLeft(own, board, left);
      return { pairId: pair.id, value: pair.value, ...cause };
    });
}

type Cause = Pick<UnplacedPair, 'reason' | 'participants'>;

function noPlace(
  pair: MeetingPair,
  slots: readonly SessionSlot[],
  participants: ReadonlyMap<string, Participant>,
): Cause {
  if (pair.demander === pair.supplier) return { reason: 'same-participant', participants: [pair.demander] };
  const open = slots.filter(({ id }) => pair.slots?.includes(id) ?? true);
  if (open.length === 0) return { reason: 'no-slot', participants: [] };
  const absent = bothOf(pair).filter((id) => {
    const participant = participants.get(id);
    return participant !== undefined && !open.some((slot) => canCome(participant, slot));
  });
  return { reason: 'unavailable', participants: absent.length > 0 ? absent : bothOf(pair) };
}

function noneLeft(places: readonly Place[], { rows }: Board, left: readonly number[]): Cause {
  /** Of each place what is used up there. */
  const used = places.map((place) => place.rows.filter((row) => left[row]! <= 0).map((row) => rows[row]!));
  const whose = (kind: RowKind) => [
    ...new Set(used.flat().flatMap((row) => (row.kind === kind ? row.participant! : []))),
  ];
  const everywhere = (kind: RowKind) => used.every((found) => found.some((row) => row.kind === kind));
  const because = (reason: UnplacedCode, participants: string[]): Cause => ({ reason, participants });
  if (everywhere('meetings')) return because('meetings-full', whose('meetings'));
  if (everywhere('tables')) return because('tables-full', []);
  if (everywhere('sitting')) return because('sitting-elsewhere', whose('sitting'));
  if (everywhere('half-day')) return because('met', []);
  return because('occupied', whose('sitting'));
}
