import Papa from 'papaparse';
import { last, type Steps } from '../base/steps.ts';
import { guessDelimiter } from './delimiter.ts';

/** Text → rows of cells. */

/** A malformed quote. */
export interface QuoteProblem {
  /** Position of the row, from 0. */
  readonly row: number;
  /** Whether a quote is never closed; else one closes in the middle of a cell. */
  readonly unclosed: boolean;
}

/** The rows of a table; after the first malformed quote they cannot be relied on. */
export interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly quotes: readonly QuoteProblem[];
}

/** What stands behind `Papa.parse`: a parser that may leave the last row, which the text may cut off. */
interface RowParser {
  parse(text: string, base: number, ignoreLastRow: boolean): Papa.ParseResult<string[]>;
}
const { Parser } = Papa as unknown as { readonly Parser: new (config: Papa.ParseConfig) => RowParser };

/** Units of the text that are split between two turns, unless a row is longer. */
const UNITS_A_TURN = 1 << 18;

/** Splits a text into rows; without `delimiter` it is guessed. Line breaks become `\n`, in cells as well: files that mix them exist. */
export function parseTable(text: string, delimiter?: string): Table {
  return last(parseTableSteps(text, delimiter));
}

/** The same in steps. @param most units of the text between two turns. */
export function* parseTableSteps(text: string, delimiter?: string, most = UNITS_A_TURN): Steps<Table> {
  const lines = yield* withLineFeeds(text, most);
  // Excel's own hint, which it does not show as a row either.
  const hint = /^sep=(.)\n/i.exec(lines);
  const hinted = hint === null ? lines : lines.slice(hint[0].length);
  const body = hinted.startsWith('\uFEFF') ? hinted.slice(1) : hinted;
  const parser = new Parser({ delimiter: hint?.[1] ?? delimiter ?? guessDelimiter(body), newline: '\n' });
  const rows: string[][] = [];
  const quotes = new Map<number, QuoteProblem>();
  // A window that ends within a row is read again from its beginning; one that holds no whole row, as a larger one.
  for (let at = 0, size = most; ; ) {
    const isLast = at + size >= body.length;
    const { data, errors, meta } = parser.parse(body.slice(at, at + size), 0, !isLast);
    for (const { type, code, row = 0 } of errors) {
      const place = rows.length + row;
      if (type !== 'Quotes' || (row >= data.length && !isLast) || quotes.has(place)) continue;
      quotes.set(place, { row: place, unclosed: code === 'MissingQuotes' });
    }
    for (const row of data) rows.push(row);
    if (isLast) return { rows, quotes: [...quotes.values()] };
    at += meta.cursor;
    size = data.length === 0 ? 2 * size : most;
    yield 0;
  }
}

/** A text with one kind of line breaks. */
function* withLineFeeds(text: string, most: number): Steps<string> {
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + most);
    if (text[end - 1] === '\r' && text[end] === '\n') end++;
    parts.push(text.slice(start, end).replace(/\r\n?/g, '\n'));
    start = end;
    yield 0;
  }
  return parts.join('');
}

/** Letters of a column as spreadsheets show them: 0 → A, 26 → AA. */
export function columnLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last;
}
