import { groupBy } from '../common/group-by.ts';
import type { Meeting, MeetingPair } from './meetings.ts';
import type { SessionSlot } from './slots.ts';

/** A pair in a slot, before it has a table. */
export interface Sitting {
  readonly pair: MeetingPair;
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
    const tables = new Map<number, MeetingPair>();
    const moving: MeetingPair[] = [];
    for (const { pair } of own) {
      const table = lastTable.get(pair.demander);
      if (table === undefined || table > slot.tables || tables.has(table)) moving.push(pair);
      else tables.set(table, pair);
    }
    let free = 1;
    for (const pair of moving) {
      while (tables.has(free)) free++;
      tables.set(free, pair);
    }
    for (const [table, { id, demander, supplier, value }] of [...tables].sort(([a], [b]) => a - b)) {
      lastTable.set(demander, table);
      meetings.push({ pairId: id, slotId: slot.id, table, demander, supplier, value });
    }
  }
  return meetings;
}
