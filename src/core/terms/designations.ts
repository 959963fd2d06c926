import type { TokenSink } from './tokenizer.ts';

/** Names of standards and models that spaces part: GB/T 2260-2007, X 900. */

/** A designation at its place; its terms are written in one way. */
export interface Designation {
  readonly terms: readonly string[];
  readonly start: number;
  readonly end: number;
}

/**
 * GB/T 2260-2007, ISO 9001:2015, T/CSAE 123-2020, DB21/T 1234: a prefix that is known, or any two letters with /T,
 * then a number, then a year. Each piece is of bounded length.
 */
const STANDARD =
  /(?:(?:gb|gbz|gjb|hj|jjf|jjg|astm|din|iec|iso(?:\/iec)?|ieee|jis|en|ansi|ecss|tsg|db\d{2}|q\/[a-z]{2,6}|t\/[a-z]{2,10})(?:\/(?:t|z|ts|tr))?|[a-z]{2}\/[tz]) ?-?([a-z]{0,2}\d{2,6}(?:\.\d{1,3})?)(?:(?:[-:]| - )((?:19|20)\d{2}))?(?![\da-z])/g;
const MAY_BE_STANDARD = /[a-z\d][/ -]{0,2}[a-z]?\d{2}/;
/** X 900, PM 2.5: capitals, one space, a number. */
const MODEL = /[A-Z]{1,4} \d{1,6}(?:\.\d{1,3})?(?![\dA-Za-z.,/%°^-])/g;
/** Words that stand before numbers of their own, in capitals too. */
const NO_MODEL = new Set([
  'no',
  'fig',
  'and',
  'or',
  'of',
  'in',
  'to',
  'by',
  'for',
  'at',
  'on',
  'is',
  'vol',
  'tab',
  'a',
  'the',
  'ph',
  'hv',
  'hb',
  'hrc',
]);

/**
 * The standards and parted models of a text.
 * @param reading the text with its capitals, see `readingText`: models are told by them.
 */
export function designationsOf(text: string, reading: string): Designation[] {
  if (!/\d/.test(text)) return [];
  const found: Designation[] = [];
  if (MAY_BE_STANDARD.test(text)) {
    for (const match of text.matchAll(STANDARD)) {
      const [all, number = '', year] = match;
      if (/[a-z\d]/.test(text[match.index - 1] ?? ' ')) continue;
      const prefix = all.slice(0, all.indexOf(number)).replace(/[ -]/g, '');
      const stem = prefix + number;
      const terms = year === undefined ? [stem] : [stem, `${stem}-${year}`];
      found.push({ terms, start: match.index, end: match.index + all.length });
    }
  }
  if (/[A-Z] \d/.test(reading)) {
    for (const match of reading.matchAll(MODEL)) {
      const start = match.index;
      const end = start + match[0].length;
      if (/[A-Za-z\d./_-]/.test(reading[start - 1] ?? ' ')) continue;
      const [letters = '', number = ''] = match[0].toLowerCase().split(' ');
      const isKnown = NO_MODEL.has(letters) || found.some((other) => other.start < end && other.end > start);
      if (!isKnown) found.push({ terms: [letters + number], start, end });
    }
  }
  return found;
}

/** Appends the terms of designations. */
export function tokenizeDesignation(
  { terms, start, end }: Designation,
  weight: number,
  out: TokenSink,
): void {
  for (const term of terms) out.push({ term, start, end, weight, kind: 'latin' });
}
