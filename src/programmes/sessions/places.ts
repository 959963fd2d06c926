import type { Packing, PackingItem } from '../planning/packing.ts';
import { acquaintancesOf, choicesOf } from './appointments.ts';
import type { MeetingPair } from './meetings.ts';
import type { Participant } from './participants.ts';
import { halfDayOf, isWithin, type SessionSlot, sittingMoments, type TimeSpan } from './slots.ts';

/** Two participants in a slot in which both can sit together, and the pairs that they settle there. */
export interface Place extends PackingItem {
  /** Positions, ascending. */
  readonly pairs: readonly number[];
  /** Position. */
  readonly slot: number;
}

/** All places, and what they compete for. */
export interface Board extends Packing {
  readonly items: readonly Place[];
  /** Whether the best schedule is among the choices of places. */
  readonly isWhole: boolean;
}

const ALWAYS: Participant = { id: '' };

/**
 * Lays out every two participants in every slot in which they could meet, slots in their order. Pairs of the same two that
 * are open to a slot share it. A pair is settled once; the same two meet once in a half-day; a slot has so many tables; a
 * participant sits at so many tables at a moment, and in so many meetings in all.
 */
export function boardOf(
  pairs: readonly MeetingPair[],
  slots: readonly SessionSlot[],
  participants: ReadonlyMap<string, Participant>,
): Board {
  const limits: number[] = [];
  const numbers = new Map<string, number>();
  const rowOf = (key: string, limit: number) => {
    const row = numbers.get(key) ?? limits.push(limit) - 1;
    numbers.set(key, row);
    return row;
  };
  const moments = sittingMoments(slots);
  const items: Place[] = [];
  let isWhole = true;
  const known = acquaintancesOf(pairs, (pair) => openSlots(pair, slots, participants));
  for (const [a, { both, appointments }] of known.entries()) {
    const open = [...new Set(appointments.flatMap((one) => one.slots))].sort((x, y) => x - y);
    for (const s of open) {
      const shared = [rowOf(`tables ${s}`, slots[s]!.tables)];
      if (appointments.length > 1) shared.push(rowOf(`${a} ${halfDayOf(slots[s]!)}`, 1));
      for (const id of both) {
        const { seats = 1, maxMeetings } = participants.get(id) ?? ALWAYS;
        for (const moment of moments[s]!) shared.push(rowOf(`at ${moment} ${id}`, seats));
        if (maxMeetings !== undefined) shared.push(rowOf(`all ${id}`, maxMeetings));
      }
      const here = appointments.filter((one) => one.slots.includes(s));
      const { choices, isWhole: areAll } = choicesOf(here.length);
      isWhole &&= areAll;
      for (const choice of choices) {
        const chosen = choice.map((i) => here[i]!);
        const own = chosen.map((one) => rowOf(`pair ${one.pairs[0]}`, 1));
        const settled = chosen.flatMap((one) => one.pairs).sort((x, y) => x - y);
        const value = chosen.reduce((sum, one) => sum + one.value, 0);
        items.push({ pairs: settled, slot: s, value, rows: [...own, ...shared] });
      }
    }
  }
  return { limits, items, isWhole };
}

/** The participants of a pair. */
export function bothOf({
  demander,
  supplier,
}: Pick<MeetingPair, 'demander' | 'supplier'>): readonly [string, string] {
  return [demander, supplier];
}

/** Slots that a pair may use and in which both can come; none for a pair of one participant with itself. */
export function openSlots(
  pair: Pick<MeetingPair, 'demander' | 'supplier' | 'slots'>,
  slots: readonly SessionSlot[],
  participants: ReadonlyMap<string, Participant>,
): number[] {
  if (pair.demander === pair.supplier) return [];
  const allowed = pair.slots === undefined ? undefined : new Set(pair.slots);
  return [...slots.keys()].filter(
    (s) =>
      (allowed?.has(slots[s]!.id) ?? true) &&
      bothOf(pair).every((id) => canCome(participants.get(id) ?? ALWAYS, slots[s]!)),
  );
}

/** Whether a participant is there for the whole of a stretch. */
export function canCome({ available }: Participant, span: TimeSpan): boolean {
  return available?.some((free) => isWithin(span, free)) ?? true;
}
