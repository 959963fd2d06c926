import { datesInOneForm, PART_OF_YEAR } from '../core/records/date-words.ts';
import { type DateValue, parseDate } from '../core/records/dates.ts';

/** Periods in one cell, as the demand form has them (需求时限): 2024-01至2025-12, 2024年3月-9月, 2025年底前. */

/** Ends of a period; each keeps the whole wording as `raw`. */
export interface Period {
  readonly validFrom?: DateValue;
  /** The text itself where it names no date: its wording is kept. */
  readonly validTo?: DateValue | string;
}

const NUMERIC = String.raw`\d{4}([-/.])\d{1,2}(?!\d)(?:\NN\d{1,2}(?!\d))?`;
/** Which of both is the month, nobody knows; `parseDate` refuses it. */
const AMBIGUOUS = String.raw`\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?!\d)`;
const CHINESE = String.raw`\d{4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?`;
const DATE = new RegExp(
  String.raw`(?<!\d)(?:${PART_OF_YEAR}|${AMBIGUOUS}|${NUMERIC.replace('NN', '1')}|${CHINESE}|\d{8}(?!\d)|\d{4}(?!\d))`,
  'gi',
);
/** The second half of 2024年3月1日-15日 leaves out the month too. */
const SAME_MONTH = /^\s*[-~—–至到]+\s*(\d{1,2})\s*日/;
const SAME_YEAR_PART = /^\s*[-~—–至到]+\s*(第?[1-4]季度?|Q[1-4]|[上下]半年|年[底末]|\d{1,2}月[上中下]旬)/i;
/** 2026年1-6月 */
const MONTHS_OF_YEAR = /(\d{4})年(\d{1,2})[-~—–至到](\d{1,2})月/g;
/** A part of the year or month that was not read: 2026年中, 2026年第二学期. */
const OTHER_PART = /^\s*(?:第|[上中下]|[1-9]季|Q\d)/i;
/** An end that was not read. */
const OTHER_END = /^\s*[-~—–至到]+\s*(?:\d|第|Q|[上下中]旬?|[年月]?[底末])/i;
/** The second half of 2024年3月-9月 leaves out the year. */
const SAME_YEAR = /^\s*[-~—–至到]+\s*(\d{1,2})\s*(?:月|$)(?:\s*(\d{1,2})\s*日)?/;
const OPEN_END = /^\s*(?:起|开始|以后|之后|后|[-~—–至]|到(?!期))/;

/** Reads the period of a cell: two dates are its ends, one date is its last day unless the wording says 起. */
export function readPeriod(cell: string): Period {
  const text = datesInOneForm(cell).replace(MONTHS_OF_YEAR, '$1年$2月-$1年$3月');
  const found = [...text.matchAll(DATE)].map((match) => ({
    date: parseDate(match[0]),
    end: match.index + match[0].length,
  }));
  const dates = found.filter(({ date }) => date.from !== undefined);
  const [first, second] = dates;
  if (first === undefined || dates.length > 2 || dates.length < found.length) return { validTo: cell };
  if (dates.some(({ end }) => OTHER_PART.test(text.slice(end, end + 4)))) return { validTo: cell };
  const rest = text.slice(first.end);
  const last = second?.date ?? sameYear(first.date, rest);
  if (last !== undefined) return { validFrom: { ...first.date, raw: cell }, validTo: { ...last, raw: cell } };
  // The beginning was read, and people are told of the end.
  if (OTHER_END.test(rest)) return { validFrom: { ...first.date, raw: cell }, validTo: cell };
  if (OPEN_END.test(rest) || /^\s*(?:自|从)/.test(text)) return { validFrom: { ...first.date, raw: cell } };
  return { validTo: { ...first.date, raw: cell } };
}

function sameYear(first: DateValue, rest: string): DateValue | undefined {
  const [year, month] = first.from!.split('-');
  const part = SAME_YEAR_PART.exec(rest)?.[1];
  if (part !== undefined) return known(parseDate(`${year}年${part}`));
  const day = SAME_MONTH.exec(rest)?.[1];
  if (day !== undefined && first.from === first.to) return known(parseDate(`${year}-${month}-${day}`));
  const match = SAME_YEAR.exec(rest);
  return match === null
    ? undefined
    : known(parseDate(`${year}-${match[1]}${match[2] === undefined ? '' : `-${match[2]}`}`));
}

function known(date: DateValue): DateValue | undefined {
  return date.from === undefined ? undefined : date;
}
