import { numeralValue } from './numerals.ts';
import { foldWording } from './wording.ts';

/** The wording of dates in one form, for the readers of dates and of periods. */

/** From the beginning of a run, as each place of a run without a sign behind it would be read to its end. */
const NUMERALS = /(?<![〇零一二三四五六七八九十])[〇零一二三四五六七八九十]+(?=年|个?月|日|号|季)/g;
/** 26年三季度: a year of two digits before a month or a part of the year. 26年 alone may be a term. */
const SHORT_YEAR = /(?<![\d.])([2-4]\d)年(?=\d{1,2}月|第?[1-4]季|q[1-4]|[上下]半年|年?[底末初])/gi;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]{0,6}\\.?`;
const DAY_FIRST = new RegExp(
  `(?<![\\da-z])(\\d{1,2})(?:st|nd|rd|th)?[-/ ]${MONTH}[-/, ]{1,2}(\\d{4}|\\d{2})(?!\\d)`,
  'gi',
);
const MONTH_FIRST = new RegExp(`(?<![a-z])${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'gi');
const MONTH_ALONE = new RegExp(`(?<![a-z\\d] ?)${MONTH},? (\\d{4})(?!\\d)`, 'gi');
const MONTH_DAY_YEAR = /(?<![\d/.-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?![\d/.-])/g;

/**
 * The beginning of a wording with its dates as 2026年12月31日: numerals as digits, months of English names, years of two
 * digits where a month follows. 13/04/2026 is turned too, 03/04/2026 is not: which is the month, nobody knows.
 */
export function datesInOneForm(wording: string): string {
  return foldWording(wording)
    .replace(NUMERALS, (numeral) => String(numeralValue(numeral) ?? numeral))
    .replace(/(\d)号/g, '$1日')
    .replace(SHORT_YEAR, '20$1年')
    .replace(/(?<=\d)年(?:年(?=[底末初])|度(?=$|[ ,;，；。前内底末]))/g, '年')
    .replace(/ ?[(（](?:星期|周|礼拜)[一二三四五六日天1-6][)）]| (?:星期|周)[一二三四五六日天]/g, '')
    .replace(/(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? (?=\d|[a-z]{3})/gi, '')
    .replace(DAY_FIRST, (_, day, month, year) => chinese(year, month, day))
    .replace(MONTH_FIRST, (_, month, day, year) => chinese(year, month, day))
    .replace(MONTH_ALONE, (_, month, year) => chinese(year, month))
    .replace(MONTH_DAY_YEAR, (whole, first: string, _sign, second: string, year: string) => {
      if (first === second) return `${year}年${first}月${second}日`;
      if (Number(first) > 12) return `${year}年${second}月${first}日`;
      return Number(second) > 12 ? `${year}年${first}月${second}日` : whole;
    });
}

function chinese(year: string, month: string, day?: string): string {
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  return `${year.length === 2 ? `20${year}` : year}年${number}月${day === undefined ? '' : `${day}日`}`;
}

const BEGIN_DAY = [1, 11, 21];
/** A part of a year or month, as a pattern: 2026年第3季度, 2026Q3, 2026年下半年, 2026年初, 2026年3月中旬. */
export const PART_OF_YEAR =
  '[1-9]\\d{3} ?(?:年度?)? ?[-/]?(?:第?[1-4]季度?|Q[1-4](?!\\d)|[上下]半年|H[12](?!\\d)|初)|[1-9]\\d{3}(?:年|[-/.])\\d{1,2}月?(?:[上中下]旬|初)';
const QUARTER_FIRST = /^Q([1-4])[ /-]?([1-9]\d{3})$/i;
const PARTS =
  /^([1-9]\d{3})[^\dQH上下初]*(?:第?([1-4])季度?|Q([1-4])|H([12])|([上下])半年|(初)|(\d{1,2})月?([上中下]旬|初))$/i;

/** First and last day of a part of a year; `undefined` for other wording. */
export interface Span {
  readonly year: number;
  readonly from: readonly [month: number, day: number];
  /** Without a day it lasts to the end of the month. */
  readonly to: readonly [month: number, day?: number];
}

/** The months of a quarter or half year, the days of ten of a month; 年初 is the first quarter, 月初 are ten days. */
export function partOfYear(text: string): Span | undefined {
  const found = PARTS.exec(text.replace(QUARTER_FIRST, '$2Q$1'));
  if (found === null) return undefined;
  const year = Number(found[1]);
  const quarter = found[6] === undefined ? (found[2] ?? found[3]) : 1;
  if (quarter !== undefined) return { year, from: [Number(quarter) * 3 - 2, 1], to: [Number(quarter) * 3] };
  const half = found[4] ?? (found[5] && (found[5] === '上' ? '1' : '2'));
  if (half !== undefined) return { year, from: [half === '1' ? 1 : 7, 1], to: [half === '1' ? 6 : 12] };
  const month = Number(found[7]);
  if (month < 1 || month > 12) return undefined;
  const third = Math.max(0, '上中下'.indexOf(found[8]![0]!));
  const begin = BEGIN_DAY[third]!;
  return { year, from: [month, begin], to: third === 2 ? [month] : [month, begin + 9] };
}
