import { type Amount, parseAmount } from '../../core/records/amount.ts';
import { type DateValue, dateText, parseDate } from '../../core/records/dates.ts';
import { normalize } from '../../core/terms/normalize.ts';

/** Values of fields as portals write them: when two say the same, and when their numbers disagree. */

/** Whether a value says anything: no empty text, list or object. */
export function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value !== undefined && value !== null;
}

/** The same for values that say the same: 120万元 and 1200000, 2028年6月 and 2028-06-30, ＡＢＣ and abc. */
export function meaningOf(field: string, value: unknown): string {
  if (field === 'price' || field === 'budget') return amountMeaning(value);
  if (field === 'validFrom') return dateOf(value).from ?? foldedText(value);
  if (field === 'validTo') return dateOf(value).to ?? foldedText(value);
  return foldedText(value);
}

/**
 * The last day that a validity covers, `YYYY-MM-DD`, to be compared as a text; what names no date (长期有效) has no end and
 * comes behind every day, as in `reviewExpiry`.
 */
export function endOf(validTo: unknown): string {
  const { to } = dateOf(validTo);
  return (isFilled(to) ? parseDate(wordingOf(to)).to : undefined) ?? NO_END;
}

const NO_END = '9999-99-99';

function amountMeaning(value: unknown): string {
  const isRead = typeof value === 'object' && value !== null;
  const { min, max, currency, negotiable } = isRead
    ? (value as Partial<Amount>)
    : parseAmount(wordingOf(value));
  // Wording without a sum (按件计) stands for itself.
  return min === undefined && max === undefined
    ? foldedText(value)
    : JSON.stringify([min, max, currency, negotiable]);
}

function dateOf(value: unknown): Partial<DateValue> {
  const isRead = typeof value === 'object' && value !== null && !(value instanceof Date);
  return isRead ? (value as Partial<DateValue>) : parseDate(wordingOf(value));
}

function foldedText(value: unknown): string {
  return normalize(wordingOf(value)).text.replace(/\s/g, '');
}

/**
 * What people read of a value: a text as it is, a date or an amount that was read in its own wording, a day as
 * `YYYY-MM-DD`, anything else as JSON; what JSON cannot hold (cycles, big integers) by its name.
 */
export function wordingOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date && isFilled(value)) return dateText(value).slice(0, 'YYYY-MM-DD'.length);
  if (typeof value === 'object' && value !== null && 'raw' in value && typeof value.raw === 'string')
    return value.raw;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

/** A number with the sign or the first word of its unit: 1200℃, 120万元, 2倍, ±0.8. */
const NUMBER =
  /±?\d+(?:\.\d+)?(?:(?:[%‰]|°C?)|\s?[a-zA-Zμ]+(?:\/[a-zA-Z]+)?|\s?[十百千万亿]{0,2}(?:小时|分钟|个月|[\u4e00-\u9fff]))?/g;

/** The numbers that stand in a value, as written, in their order. */
export function numbersOf(value: unknown): string[] {
  const text = wordingOf(value).normalize('NFKC');
  return text.replace(/(\d),(?=\d{3}(?!\d))/g, '$1').match(NUMBER) ?? [];
}

/** True where each of two values holds a number that the other does not: neither is just the longer version. */
export function numbersDisagree(a: unknown, b: unknown): boolean {
  const [first, second] = [bareNumbers(a), bareNumbers(b)];
  return !holdsAll(first, second) && !holdsAll(second, first);
}

function bareNumbers(value: unknown): Set<number> {
  return new Set(numbersOf(value).map((text) => Number(/\d+(?:\.\d+)?/.exec(text)![0])));
}

function holdsAll(all: ReadonlySet<number>, some: ReadonlySet<number>): boolean {
  for (const number of some) if (!all.has(number)) return false;
  return true;
}
