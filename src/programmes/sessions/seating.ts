import { groupBy } from '../common/group-by.ts';
import { totalValue } from '../planning/planning.ts';
import type { Meeting, MeetingPair } from './meetings.ts';
import type { SessionSlot } from './slots.ts';

/** Pairs of the same two participants in a slot, before they have a table. */
export interface Sitting {
  /** In the order of ids; at least one. */
  readonly pairs: readonly MeetingPair[];
  readonly slot: SessionSlot;
}

/**
 * Gives every sitting a table: first demanders keep the table that they had last, as far as it is free and the slot has
 * so many; the others take the lowest free one.
 * @param sittings slot by slot, at most as many in a slot as it has tables.
 */
export function seatAtTables(sittings: readonly Sitting[]): Meeting[] {
  const lastTable = new Map<string, number>();
  const meetings: Meeting[] = [];
  for (const [slot, own] of groupBy(sittings, (sitting) => sitting.slot)) {
    const tables = new Map<number, readonly MeetingPair[]>();
    const moving: (readonly MeetingPair[])[] = [];
    // Sorting is stable: of equal values the first id.
    for (const pairs of own.map((sitting) => sitting.pairs.toSorted((a, b) => b.value - a.value))) {
      const table = lastTable.get(pairs[0]!.demander);
      if (table === undefined || table > slot.tables || tables.has(table)) moving.push(pairs);
      else tables.set(table, pairs);
    }
    let free = 1;
    for (const pairs of moving) {
      while (tables.has(free)) free++;
      tables.set(free, pairs);
    }
    for (const [table, pairs] of [...tables].sort(([a], [b]) => a - b)) {
      const { demander, supplier } = pairs[0]!;
      lastTable.set(demander, table);
      const pairIds = pairs.map(({ id }) => id);
      meetings.push({ pairIds, slotId: slot.id, table, demander, supplier, value: totalValue(pairs) });
    }
  }
  return meetings;
}
