import type { Packing, PackingItem } from '../planning/packing.ts';
import type { MeetingPair } from './meetings.ts';
import type { Participant } from './participants.ts';
import { isWithin, type SessionSlot, sittingMoments, type TimeSpan } from './slots.ts';

/** A pair in a slot in which both can sit together. */
export interface Place extends PackingItem {
  /** Positions. */
  readonly pair: number;
  readonly slot: number;
}

/** What a row of the packing counts. */
export type RowKind = 'pair' | 'tables' | 'sitting' | 'meetings';

/** All places, and what they compete for. */
export interface Board extends Packing {
  readonly items: readonly Place[];
  /** Of each row what it counts, and of whom. */
  readonly rows: readonly { readonly kind: RowKind; readonly participant?: string }[];
}

const ALWAYS: Participant = { id: '' };

/**
 * Lays out every pair in every slot in which it could meet, pair by pair, slots in their order. A pair meets once; a slot
 * has so many tables; a participant sits at so many tables at a moment, and in so many meetings in all.
 */
export function boardOf(
  pairs: readonly MeetingPair[],
  slots: readonly SessionSlot[],
  participants: ReadonlyMap<string, Participant>,
): Board {
  const limits: number[] = [];
  const rows: Board['rows'][number][] = [];
  const numbers = new Map<string, number>();
  const rowOf = (key: string, limit: number, kind: RowKind, participant?: string) => {
    let row = numbers.get(key);
    if (row === undefined) {
      row = limits.length;
      numbers.set(key, row);
      limits.push(limit);
      rows.push(participant === undefined ? { kind } : { kind, participant });
    }
    return row;
  };
  const moments = sittingMoments(slots);
  const items: Place[] = [];
  for (const [p, pair] of pairs.entries()) {
    const both = bothOf(pair);
    for (const s of openSlots(pair, slots, participants)) {
      const used = [rowOf(`pair ${p}`, 1, 'pair'), rowOf(`tables ${s}`, slots[s]!.tables, 'tables')];
      for (const id of both) {
        const { seats = 1, maxMeetings } = participants.get(id) ?? ALWAYS;
        for (const moment of moments[s]!) used.push(rowOf(`at ${moment} ${id}`, seats, 'sitting', id));
        if (maxMeetings !== undefined) used.push(rowOf(`all ${id}`, maxMeetings, 'meetings', id));
      }
      items.push({ pair: p, slot: s, value: pair.value, rows: used });
    }
  }
  return { limits, rows, items };
}

/** The participants of a pair. */
export function bothOf({ demander, supplier }: MeetingPair): readonly [string, string] {
  return [demander, supplier];
}

/** Slots that a pair may use and in which both can come; none for a pair of one participant with itself. */
function openSlots(
  pair: MeetingPair,
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
