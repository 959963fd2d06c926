import { ownValue } from '../../base/own-value.ts';
import { type DateValue, dateText, parseDate } from '../../core/records/dates.ts';
import type { MatchRecord } from '../../core/records/types.ts';

/** The days that a date covers, both `YYYY-MM-DD`: one day, or a month or year of coarse wording. */
export interface CoveredDays {
  readonly from: string;
  readonly to: string;
}

/** The days that a date of a record covers, given as wording, a number, a `Date` or read before. Nothing where it names none. */
export function recordDays(record: MatchRecord, field: string): CoveredDays | undefined {
  const { from, to } = dateOf(ownValue(record, field));
  if (typeof from !== 'string') return undefined;
  return { from, to: typeof to === 'string' ? to : from };
}

/** The first of {@link recordDays}: a month counts from its first day. */
export function recordDay(record: MatchRecord, field: string): string | undefined {
  return recordDays(record, field)?.from;
}

function dateOf(date: unknown): { readonly from?: unknown; readonly to?: unknown } | DateValue {
  if (date instanceof Date) return Number.isNaN(date.getTime()) ? {} : parseDate(dateText(date));
  if (typeof date === 'string' || typeof date === 'number') return parseDate(String(date));
  return typeof date === 'object' && date !== null ? date : {};
}
