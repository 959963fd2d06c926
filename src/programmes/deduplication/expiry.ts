import * as z from 'zod/mini';
import { Issues } from '../../base/issues.ts';
import { type DateValue, dateText, dayNumber, parseDate } from '../../core/records/dates.ts';
import type { RecordInput } from '../../core/records/types.ts';
import {
  COUNT,
  checkLists,
  checkOptions,
  DAY,
  ID,
  itemOf,
  optionsOf,
  RECORD_ID,
  TEXT,
} from '../common/check.ts';
import { groupBy } from '../common/group-by.ts';
import type { DuplicateGroup } from './join.ts';
import { secrecyOf } from './withheld.ts';

/** Where a record stands in its validity; see {@link EXPIRY_LABELS}. In the order in which an office acts on them. */
export const EXPIRY_STATES = ['expired', 'expiring', 'renewed', 'valid', 'open-ended'] as const;
export type ExpiryState = (typeof EXPIRY_STATES)[number];

/** The validity of one record on a day. */
export interface RecordExpiry {
  readonly recordId: string;
  readonly state: ExpiryState;
  /** Last valid day, `YYYY-MM-DD`; absent when `open-ended`. */
  readonly lastDay?: string;
  /** Days from `asOf` to the last valid day, 0 on that day, negative after it; absent when `open-ended`. */
  readonly daysLeft?: number;
  /** The record of the same group that goes on longest, when `renewed`. */
  readonly renewedBy?: string;
}

/** When to look, and how far ahead. */
export interface ExpiryOptions {
  /** The day, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** A record whose last day is at most this many days away is `expiring`; a whole number ≥ 0. Default 30. */
  readonly within?: number;
  /** Groups of `findDuplicates`: another record of the group that is valid longer renews a record. Default: none. */
  readonly groups?: readonly Pick<DuplicateGroup, 'recordIds'>[];
}

const WITHIN = 30;
const OPTIONS = optionsOf<ExpiryOptions>({
  asOf: DAY,
  within: z.optional(COUNT),
  groups: z.optional(z.array(itemOf<Pick<DuplicateGroup, 'recordIds'>>({ recordIds: z.array(ID) }))),
});
const DATE = z.union([
  z.string(),
  z.number(),
  z.date(),
  itemOf<DateValue>({ raw: TEXT, from: z.optional(DAY), to: z.optional(DAY) }),
]);
const RECORD = itemOf<Pick<RecordInput, 'id' | 'title' | 'validTo'>>({
  id: RECORD_ID,
  title: TEXT,
  validTo: z.optional(z.nullable(DATE)),
});

/**
 * Tells which records have expired, expire within some days, are renewed by another record of their group, or are
 * valid. An expired or expiring record is `renewed` when a record of its group is still valid on the day and ends
 * later, and is not more secret. A record without an end, or whose wording names no date (长期有效), is `open-ended`: as in the filters of a
 * matcher it never expires, so that it renews others.
 *
 * Serves: 「及时发布大学、科研院所科技成果和企业技术需求」: what is stale is taken off or renewed.
 *
 * By state (expired, expiring, renewed, valid, open-ended), then the earliest end, then record order. O(n log n).
 * @throws InputError `INVALID_RECORDS` naming every bad record; `INVALID_OPTIONS` naming every bad option, unknown
 *   ids of groups included.
 */
export function reviewExpiry(records: readonly RecordInput[], options: ExpiryOptions): RecordExpiry[] {
  checkLists([{ what: 'records', items: records, schema: RECORD }]);
  checkOptions(options, OPTIONS);
  const { asOf, within = WITHIN, groups = [] } = options;
  const today = dayNumber(asOf);
  const ends = new Map(records.map((record) => [String(record.id), lastDayOf(record)]));
  requireKnown(groups, ends);
  const ranks = new Map(records.map((record) => [String(record.id), secrecyOf(record)]));
  const successors = successorsOf(groups, ends, ranks);
  const reviewed = Array.from(ends, ([id, lastDay]): RecordExpiry => {
    if (lastDay === undefined) return { recordId: id, state: 'open-ended' };
    const daysLeft = dayNumber(lastDay) - today;
    const dated = { recordId: id, lastDay, daysLeft };
    if (daysLeft > within) return { ...dated, state: 'valid' };
    const renewedBy = successors.get(id);
    const isRenewed =
      renewedBy !== undefined && endOf(ends.get(renewedBy)) >= Math.max(today, today + daysLeft + 1);
    if (isRenewed) return { ...dated, state: 'renewed', renewedBy };
    return { ...dated, state: daysLeft < 0 ? 'expired' : 'expiring' };
  });
  return reviewed.sort(
    (a, b) =>
      EXPIRY_STATES.indexOf(a.state) - EXPIRY_STATES.indexOf(b.state) ||
      (a.daysLeft ?? 0) - (b.daysLeft ?? 0),
  );
}

function lastDayOf({ validTo }: RecordInput): string | undefined {
  if (validTo === undefined || validTo === null) return undefined;
  if (typeof validTo === 'string') return parseDate(validTo).to;
  const isDay = typeof validTo === 'number' || validTo instanceof Date;
  if (isDay) return parseDate(dateText(validTo)).to;
  const { to } = validTo;
  return to instanceof Date ? parseDate(dateText(to)).to : (to ?? undefined);
}

/** The last day as a number; without an end behind every day. */
function endOf(lastDay: string | undefined): number {
  return lastDay === undefined ? Number.POSITIVE_INFINITY : dayNumber(lastDay);
}

/**
 * For each record of a group, the one of the group that ends last; of several the first. What is more secret than a record
 * stands in for it before nobody who sees that one, and is not named.
 */
function successorsOf(
  groups: readonly Pick<DuplicateGroup, 'recordIds'>[],
  ends: ReadonlyMap<string, string | undefined>,
  ranks: ReadonlyMap<string, number>,
): Map<string, string> {
  const successors = new Map<string, string>();
  for (const { recordIds } of groups) {
    const levels = [...groupBy(recordIds, (id) => ranks.get(id)!)].sort(([a], [b]) => a - b);
    let last: string | undefined;
    for (const [, ids] of levels) {
      for (const id of ids) {
        if (last === undefined || endOf(ends.get(id)) > endOf(ends.get(last))) last = id;
      }
      for (const id of ids) if (id !== last) successors.set(id, last!);
    }
  }
  return successors;
}

function requireKnown(
  groups: readonly Pick<DuplicateGroup, 'recordIds'>[],
  ends: ReadonlyMap<string, unknown>,
): void {
  const issues = new Issues();
  for (const [g, { recordIds }] of groups.entries()) {
    for (const [i, id] of recordIds.entries()) {
      issues.expect(ends.has(id), `groups[${g}].recordIds[${i}]`, 'the id of a record', id);
    }
  }
  issues.throwAsOptions();
}
