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

/** What a row of the packing counts. */
export type RowKind = 'pair' | 'half-day' | 'tables' | 'sitting' | 'meetings' | 'demand';

/** All places, and what they compete for. */
export interface Board extends Packing {
  readonly items: readonly Place[];
  /** Of each row what it counts, and of whom. */
  readonly rows: readonly { readonly kind: RowKind; readonly participant?: string }[];
  /** Whether the best schedule is among the choices of places. */
  readonly isWhole: boolean;
}

const ALWAYS: Participant = { id: '' };

/**
 * Lays out every two participants in every slot in which they could meet, slots in their order. Pairs of the same two that
 * are open to a slot share it. A pair is settled once; the same two meet once in a half-day; a slot has so many tables; a
 * participant sits at so many tables at a moment, and in so many meetings in all.
 * @param demandOf where given, each demand has one meeting at most.
 */
export function boardOf(
  pairs: readonly MeetingPair[],
  slots: readonly SessionSlot[],
  participants: ReadonlyMap<string, Participant>,
  demandOf?: (pair: MeetingPair) => string,
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
  let isWhole = true;
  const known = acquaintancesOf(pairs, (pair) => openSlots(pair, slots, participants));
  for (const [a, { both, appointments }] of known.entries()) {
    const open = [...new Set(appointments.flatMap((one) => one.slots))].sort((x, y) => x - y);
    for (const s of open) {
      const shared = [rowOf(`tables ${s}`, slots[s]!.tables, 'tables')];
      if (appointments.length > 1) shared.push(rowOf(`${a} ${halfDayOf(slots[s]!)}`, 1, 'half-day'));
      for (const id of both) {
        const { seats = 1, maxMeetings } = participants.get(id) ?? ALWAYS;
        for (const moment of moments[s]!) shared.push(rowOf(`at ${moment} ${id}`, seats, 'sitting', id));
        if (maxMeetings !== undefined) shared.push(rowOf(`all ${id}`, maxMeetings, 'meetings', id));
      }
      const here = appointments.filter((one) => one.slots.includes(s));
      const { choices, isWhole: areAll } = choicesOf(here.length);
      isWhole &&= areAll;
      for (const choice of choices) {
        const chosen = choice.map((i) => here[i]!);
        const own = chosen.map((one) => rowOf(`pair ${one.pairs[0]}`, 1, 'pair'));
        const settled = chosen.flatMap((one) => one.pairs).sort((x, y) => x - y);
        const demands = new Set(demandOf === undefined ? [] : settled.map((p) => demandOf(pairs[p]!)));
        for (const demand of demands) own.push(rowOf(`demand ${demand}`, 1, 'demand'));
        const value = chosen.reduce((sum, one) => sum + one.value, 0);
        items.push({ pairs: settled, slot: s, value, rows: [...own, ...shared] });
      }
    }
  }
  return { limits, rows, items, isWhole };
}

/**
 * Chosen places, each with all pairs that are open to its slot and settled nowhere else: who meets anyhow talks about all.
 * @returns positions, ascending.
 */
export function settledTogether({ items, limits }: Board, chosen: readonly number[]): number[] {
  const left = [...limits];
  for (const at of chosen) for (const row of items[at]!.rows) left[row]!--;
  const settled = new Set(chosen.flatMap((at) => items[at]!.pairs));
  return chosen
    .map((at) => {
      const { pairs, slot, rows } = items[at]!;
      const isWider = (other: Place) =>
        other.slot === slot &&
        other.pairs.length > pairs.length &&
        pairs.every((p) => other.pairs.includes(p)) &&
        other.pairs.every((p) => pairs.includes(p) || !settled.has(p)) &&
        other.rows.every((row) => rows.includes(row) || left[row]! > 0);
      // Choices of a slot stand together, those of most first.
      let wider = at;
      for (let i = at - 1; i >= 0 && items[i]!.slot === slot; i--) if (isWider(items[i]!)) wider = i;
      for (const p of items[wider]!.pairs) settled.add(p);
      for (const row of items[wider]!.rows) if (!rows.includes(row)) left[row]!--;
      return wider;
    })
    .sort((a, b) => a - b);
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
