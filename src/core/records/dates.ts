import { foldWording } from './wording.ts';

/** Dates as offices write them: 2027-12-31, 2028年6月, 2027/3/1, 20271231, 长期有效. */

/** A day, month or year, its wording kept. */
export interface DateValue {
  /** The wording as given. */
  readonly raw: string;
  /** First day that the wording covers, `YYYY-MM-DD`; absent when it names no date. */
  readonly from?: string;
  /** Last day that the wording covers, `YYYY-MM-DD`: the end of a month or year for coarse wording. */
  readonly to?: string;
}

/** Years of four digits from 1000 on; a time of day and 前, 底, 止 may follow. */
const SEPARATED =
  /^([1-9]\d{3}) ?[-/.年] ?(?:(\d{1,2}) ?(?:[-/.月] ?(?:(\d{1,2}) ?日?)?)?)?(?:(?:T| )\d{1,2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?| ?[底末]?(?:之?前|以前|止|为止)?)$/;
const COMPACT = /^([1-9]\d{3})(\d{2})(\d{2})$/;
const YEAR = /^([1-9]\d{3})$/;

/** Reads a date; wording that names no real date, or more than one, keeps only `raw` and is never corrected. */
export function parseDate(value: string): DateValue {
  const text = foldWording(value);
  const parts = SEPARATED.exec(text) ?? COMPACT.exec(text) ?? YEAR.exec(text);
  if (parts === null) return { raw: value };
  const year = Number(parts[1]);
  const month = parts[2] === undefined ? undefined : Number(parts[2]);
  const day = parts[3] === undefined ? undefined : Number(parts[3]);
  if (month !== undefined && (month < 1 || month > 12)) return { raw: value };
  if (day !== undefined && (day < 1 || day > daysIn(year, month!))) return { raw: value };
  const from = iso(year, month ?? 1, day ?? 1);
  const to = iso(year, month ?? 12, day ?? daysIn(year, month ?? 12));
  return { raw: value, from, to };
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whole days from 1970-01-01 to an ISO date, for comparing. */
export function dayNumber(isoDate: string): number {
  return Math.floor(Date.parse(`${isoDate}T00:00:00Z`) / MS_PER_DAY);
}

/** Wording for a validity without end, whatever else it says. */
const WITHOUT_END =
  /长期|永久|永远|终身|无固定|不限|无限期|无期限|持续|一直|always|permanent|long.?term|unlimited|indefinite|^(?:无|—|-|\/)+$/i;

/** Whether a date was given that is none, and that does not say that there is no end either: `明年`, `见合同`. */
export function isUnreadable(value: DateValue | undefined): boolean {
  if (value === undefined || value.to !== undefined) return false;
  const text = foldWording(value.raw).trim();
  return text !== '' && !WITHOUT_END.test(text);
}

const MS_PER_DAY = 86_400_000;
/** Day 0 of spreadsheets that count from 1900: 1899-12-30. */
const SPREADSHEET_DAY = -25_569;

/**
 * The text of a date that a host has as a Date or a number; in UTC. Numbers: a year, 20271231, a day number of a
 * spreadsheet (20000 to 99999, so from 1954), seconds (10 digits) or milliseconds (12 or 13 digits) since 1970. Anything
 * else keeps its digits, which no date is read from.
 */
export function dateText(value: number | Date): string {
  if (value instanceof Date) return dayText(value.getTime()) ?? String(value);
  const digits = String(value);
  if (!Number.isInteger(value)) return digits;
  if (value >= 20_000 && value <= 99_999) return dayText((value + SPREADSHEET_DAY) * MS_PER_DAY) ?? digits;
  if (value >= 1e9 && value < 1e10) return dayText(value * 1000) ?? digits;
  if (value >= 1e11 && value < 1e13) return dayText(value) ?? digits;
  return digits;
}

function dayText(milliseconds: number): string | undefined {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
