import type { Packing, PackingItem } from '../planning/packing.ts';
import { acquaintancesOf, choicesOf } from './appointments.ts';
import type { MeetingPair } from './meetings.ts';
import type { Participant } from './participants.ts';
import { halfDayOf, isWithin, numberedMoments, type SessionSlot, type TimeSpan } from './slots.ts';

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
  /** The row at a place of a list of rows, made when first asked for. */
  const rowIn = (rows: (number | undefined)[], at: number, limit: number) => {
    rows[at] ??= limits.push(limit) - 1;
    return rows[at];
  };
  const { ofSlots: moments, count } = numberedMoments(slots);
  const halfDays = slots.map(halfDayOf);
  const tables: number[] = [];
  const persons = new Map<string, { readonly sitting: number[]; readonly all: number[] }>();
  const rowsOf = (id: string) => {
    const known = persons.get(id) ?? { sitting: new Array<number>(count), all: [] };
    persons.set(id, known);
    return known;
  };
  const items: Place[] = [];
  let isWhole = true;
  const known = acquaintancesOf(pairs, (pair) => openSlots(pair, slots, participants));
  for (const { both, appointments } of known) {
    const open = [...new Set(appointments.flatMap((one) => one.slots))].sort((x, y) => x - y);
    const persons = both.map((id) => ({ ...(participants.get(id) ?? ALWAYS), ...rowsOf(id) }));
    const met = new Map<string, number[]>();
    const settling: number[] = [];
    for (const s of open) {
      const shared = [rowIn(tables, s, slots[s]!.tables)];
      if (appointments.length > 1) {
        const once = met.get(halfDays[s]!) ?? [];
        met.set(halfDays[s]!, once);
        shared.push(rowIn(once, 0, 1));
      }
      for (const { seats = 1, maxMeetings, sitting, all } of persons) {
        for (const moment of moments[s]!) shared.push(rowIn(sitting, moment, seats));
        if (maxMeetings !== undefined) shared.push(rowIn(all, 0, maxMeetings));
      }
      const here = [...appointments.keys()].filter((i) => appointments[i]!.slots.includes(s));
      const { choices, isWhole: areAll } = choicesOf(here.length);
      isWhole &&= areAll;
      for (const choice of choices) {
        const chosen = choice.map((i) => appointments[here[i]!]!);
        const own = choice.map((i) => rowIn(settling, here[i]!, 1));
        const settled =
          chosen.length === 1 ? chosen[0]!.pairs : chosen.flatMap((one) => one.pairs).sort((x, y) => x - y);
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
