import { ownValue } from '../../base/own-value.ts';
import { dateText, parseDate } from '../../core/records/dates.ts';
import type { MatchRecord } from '../../core/records/types.ts';

/** The first day that a date of a record covers, `YYYY-MM-DD`: a month counts from its first day. Nothing where it names none. */
export function recordDay(record: MatchRecord, field: string): string | undefined {
  const date: unknown = ownValue(record, field);
  if (typeof date === 'string') return parseDate(date).from;
  if (date instanceof Date) return Number.isNaN(date.getTime()) ? undefined : parseDate(dateText(date)).from;
  const from = typeof date === 'object' && date !== null ? (date as { from?: unknown }).from : undefined;
  return typeof from === 'string' ? from : undefined;
}
