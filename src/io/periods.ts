import { type DateValue, parseDate } from '../core/records/dates.ts';

/** Periods in one cell, as the demand form has them (需求时限): 2024-01至2025-12, 2024年3月-9月, 2025年底前. */

/** Ends of a period; each keeps the whole wording as `raw`. */
export interface Period {
  readonly validFrom?: DateValue;
  /** The text itself where it names no date: its wording is kept. */
  readonly validTo?: DateValue | string;
}

const NUMERIC = String.raw`\d{4}([-/.])\d{1,2}(?!\d)(?:\NN\d{1,2}(?!\d))?`;
const CHINESE = String.raw`\d{4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?`;
const DATE = new RegExp(
  String.raw`(?<!\d)(?:${NUMERIC.replace('NN', '1')}|${CHINESE}|\d{8}(?!\d)|\d{4}(?!\d))`,
  'g',
);
/** The second half of 2024年3月-9月 leaves out the year. */
const SAME_YEAR = /^\s*[-~—–至到]+\s*(\d{1,2})\s*(?:月|$)(?:\s*(\d{1,2})\s*日)?/;
const OPEN_END = /^\s*(?:起|开始|以后|之后|后|[-~—–至]|到(?!期))/;

/** Reads the period of a cell: two dates are its ends, one date is its last day unless the wording says 起. */
export function readPeriod(cell: string): Period {
  const text = cell.normalize('NFKC');
  const found = [...text.matchAll(DATE)].map((match) => ({
    date: parseDate(match[0]),
    end: match.index + match[0].length,
  }));
  const dates = found.filter(({ date }) => date.from !== undefined);
  const [first, second] = dates;
  if (first === undefined || dates.length > 2 || dates.length < found.length) return { validTo: cell };
  const rest = text.slice(first.end);
  const last = second?.date ?? sameYear(first.date, rest);
  if (last !== undefined) return { validFrom: { ...first.date, raw: cell }, validTo: { ...last, raw: cell } };
  if (OPEN_END.test(rest) || /^\s*(?:自|从)/.test(text)) return { validFrom: { ...first.date, raw: cell } };
  return { validTo: { ...first.date, raw: cell } };
}

function sameYear(first: DateValue, rest: string): DateValue | undefined {
  const match = SAME_YEAR.exec(rest);
  if (match === null) return undefined;
  const [, month, day] = match;
  const date = parseDate(`${first.from!.slice(0, 4)}-${month}${day === undefined ? '' : `-${day}`}`);
  return date.from === undefined ? undefined : date;
}
