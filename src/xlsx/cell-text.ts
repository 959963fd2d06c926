import { clock, dayText, plainDigits } from '../io/plain-text.ts';

/** The text of a cell that holds a number or a date. */

/** Digits that a workbook keeps of a number. */
const KEPT_DIGITS = 15;
/** From here on Excel shows a number without a format of its own as 2.02E+11. */
const LONG_NUMBER = 1e11;
/** Digits that 2.02311E+11 leaves of a longer number. */
const SHOWN_DIGITS = 6;

/** The digits of a number, as many as a workbook keeps: 0.1 + 0.2 is 0.3, 9.12026E9 is 9120260000. */
export function digitsOf(value: number): string {
  return plainDigits(Number(value.toPrecision(KEPT_DIGITS)));
}

/** The text of a number under its number format: shares with a percent sign, all else in digits. */
export function numberText(value: number, format: string): string {
  return /%/.test(shownPart(format)) ? `${digitsOf(value * 100)}%` : digitsOf(value);
}

/** Why the digits of a number may not be those that its author typed. */
export function numberDoubt(value: number, format: string): 'scientific' | 'digits' | undefined {
  if (Math.abs(value) >= 10 ** KEPT_DIGITS) return 'digits';
  if (!Number.isInteger(value) || Math.abs(value) < 10 ** SHOWN_DIGITS) return undefined;
  if (/e[+-]/i.test(shownPart(format))) return 'scientific';
  // Someone may have copied what the sheet shows, 2.02311E+11: then zeros stand where digits were.
  const isGeneral = format === '' || /^general$/i.test(format);
  const isRounded = Number(value.toPrecision(SHOWN_DIGITS)) === value;
  return isGeneral && isRounded && Math.abs(value) >= LONG_NUMBER ? 'scientific' : undefined;
}

/**
 * A date as YYYY-MM-DD, with HH:MM behind it if it is not midnight; a time alone as HH:MM; both with seconds if there
 * are any.
 * @param date of the workbook, as if it were in UTC.
 * @param format of its cell, `''` where only a built-in number says that it is a date.
 */
export function dateText(date: Date, format: string, is1904: boolean): string {
  // Fractions of a day are not exact.
  const seconds = Math.round(date.getTime() / 1000);
  const whole = new Date(seconds * 1000);
  if (Number.isNaN(whole.getTime())) return '';
  const shown = shownPart(format);
  const first = Date.UTC(1899, 11, 31) / 1000;
  // `[h]:mm` counts on beyond a day.
  if (/\[h+\]/i.test(shown)) return clock(seconds - (is1904 ? Date.UTC(1904, 0, 1) / 1000 : first));
  const ofDay = ((seconds % 86_400) + 86_400) % 86_400;
  const isTime = shown === '' ? seconds - first < 86_400 : !/[yd]/i.test(shown) && /[hs]/i.test(shown);
  if (isTime) return clock(ofDay);
  return dayText(whole);
}

const shownParts = new Map<string, string>();
/** Formats are few, cells are many; a file of countless formats is not to fill the memory. */
const MOST_FORMATS = 1000;
/** Excel takes formats of 255 characters. */
const LONGEST_FORMAT = 255;

/** The first section of a number format without its literal texts, colours and languages; `[h]` stays. */
function shownPart(format: string): string {
  let shown = shownParts.get(format);
  if (shown === undefined) {
    shown = format
      .slice(0, LONGEST_FORMAT)
      .replace(/"[^"]*"|\\.|[_*]./g, '')
      .replace(/\[(?!h+\])[^\]]*\]/gi, '')
      .split(';', 1)[0]!;
    if (shownParts.size >= MOST_FORMATS) shownParts.clear();
    shownParts.set(format, shown);
  }
  return shown;
}
