import * as z from 'zod/mini';
import { type CheckedList, DAY, ID, itemOf } from '../common/check.ts';
import { SUPPLY_CLASSES, type SupplyClass } from './classes.ts';
import { REGISTER_ROW, REGISTERS, type Register, type RegisterRow } from './rows.ts';

/** Version of the form of a {@link RegisterSnapshot}. */
export const SNAPSHOT_VERSION = 1;

/** A row that has met a yearly target; it counts in the year of that day, whatever becomes of the row. */
export interface CountedRow {
  readonly supplyClass: SupplyClass;
  readonly register: Register;
  readonly id: string;
  /** Day of the publication in which it first met the target. */
  readonly on: string;
}

/** One publication of the three registers, plain JSON: keep it and hand it in at the next one. */
export interface RegisterSnapshot extends Readonly<Record<Register, readonly RegisterRow[]>> {
  readonly version: typeof SNAPSHOT_VERSION;
  /** Day of the publication, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** In the order in which rows were counted. */
  readonly counted: readonly CountedRow[];
}

const COUNTED = itemOf<CountedRow>({
  supplyClass: z.enum(SUPPLY_CLASSES),
  register: z.enum(REGISTERS),
  id: ID,
  on: DAY,
});
const HEAD = itemOf<Pick<RegisterSnapshot, 'version' | 'asOf'>>({
  version: z.literal(SNAPSHOT_VERSION),
  asOf: DAY,
});

/** The lists by which a stored snapshot is checked. */
export function snapshotLists(what: string, snapshot: unknown): CheckedList[] {
  const parts = (
    typeof snapshot === 'object' && snapshot !== null ? snapshot : {}
  ) as Partial<RegisterSnapshot>;
  return [
    { what, items: [snapshot], schema: HEAD },
    ...REGISTERS.map((register) => ({
      what: `${what}.${register}`,
      items: parts[register],
      schema: REGISTER_ROW,
    })),
    { what: `${what}.counted`, items: parts.counted, schema: COUNTED, unique: false },
  ];
}
