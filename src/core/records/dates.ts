import { datesInOneForm, partOfYear } from './date-words.ts';
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
  /^([1-9]\d{3}) ?[-/.年] ?(?:(\d{1,2}) ?(?:[-/.月] ?(?:(\d{1,2}) ?日?)?)?)?(?:(?:T| ?)(?:上午|下午|晚上?)? ?\d{1,2}(?::\d{2}[\d:.]*|[时点](?:\d{1,2}分?|整)?)(?: ?[ap]m|Z| ?(?:gmt|utc)? ?[+-]\d{2}:?\d{2}(?: \([^()]*\))?)?)?(?: ?[底末]?)?$/i;
/** 2026年12月31日前, 截至2026年: what says that a date is the last one. */
const UNTIL_BEFORE =
  /^(?:有效期?|合作期?|期限|需求时限)?[:为 ]*(?:截止(?:日期|时间|日)?到?|截至|有效期?至|止于)[:为于 ]*/;
const UNTIL_BEHIND = / ?(?:(?:之|以)?前|止|为止|截止|到期)$/;
const COMPACT = /^([1-9]\d{3})(\d{2})(\d{2})$/;
const YEAR = /^([1-9]\d{3})$/;

/**
 * Reads a date; wording that names no real date, or more than one, keeps only `raw` and is never corrected. Digits alone
 * may also be the serial day of a spreadsheet, or a time stamp in seconds or milliseconds: their ranges lie far apart.
 */
export function parseDate(value: string): DateValue {
  const text = foldWording(value);
  const counted = NUMBER.test(text) ? dayOfNumber(Number(text)) : undefined;
  if (counted !== undefined) return { raw: value, from: counted, to: counted };
  const bare = datesInOneForm(text).replace(UNTIL_BEFORE, '').replace(UNTIL_BEHIND, '');
  const part = partOfYear(bare);
  if (part !== undefined) {
    const [month, day = daysIn(part.year, month)] = part.to;
    return { raw: value, from: iso(part.year, ...part.from), to: iso(part.year, month, day) };
  }
  const parts = SEPARATED.exec(bare) ?? COMPACT.exec(bare) ?? YEAR.exec(bare);
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

const NUMBER = /^\d{5,}(?:\.\d+)?$/;
const MS_PER_DAY = 86_400_000;
/** Serial days of spreadsheets count from 1899-12-30, for days from March 1900 on. */
const SPREADSHEET_EPOCH = Date.UTC(1899, 11, 30);
/** What numbers count, and the least and the first too large of each: years 1955 to 2119, 2001 to 2128 for time stamps. */
const COUNTS = [
  { from: 20_000, to: 80_000, time: (days: number) => SPREADSHEET_EPOCH + days * MS_PER_DAY },
  { from: 1e9, to: 5e9, time: (seconds: number) => seconds * 1000 },
  { from: 1e12, to: 5e12, time: (ms: number) => ms },
] as const;

/**
 * The UTC day that a number means, when it can only be one thing: a serial day of a spreadsheet, a time stamp in
 * seconds, or one in milliseconds. Their ranges lie far apart, and apart from 20271231.
 */
export function dayOfNumber(value: number): string | undefined {
  const count = COUNTS.find(({ from, to }) => value >= from && value < to);
  return count && new Date(count.time(value)).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** The text of a day that a host has as a Date, in UTC, or as a number; {@link parseDate} reads it. */
export function dateText(value: number | Date): string {
  return value instanceof Date ? value.toISOString() : String(value);
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
