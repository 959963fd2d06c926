import Papa from 'papaparse';
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

/** Splits a text into rows; without `delimiter` it is guessed. Line breaks become `\n`, in cells as well: files that mix them exist. */
export function parseTable(text: string, delimiter?: string): Table {
  const lines = text.replace(/\r\n?/g, '\n');
  // Excel's own hint, which it does not show as a row either.
  const hint = /^sep=(.)\n/i.exec(lines);
  const body = hint === null ? lines : lines.slice(hint[0].length);
  const { data, errors } = Papa.parse<string[]>(body, {
    delimiter: hint?.[1] ?? delimiter ?? guessDelimiter(body),
    newline: '\n',
  });
  const quotes = new Map<number, QuoteProblem>();
  for (const { type, code, row = 0 } of errors) {
    if (type === 'Quotes' && !quotes.has(row)) quotes.set(row, { row, unclosed: code === 'MissingQuotes' });
  }
  return { rows: data, quotes: [...quotes.values()] };
}

/** Letters of a column as spreadsheets show them: 0 → A, 26 → AA. */
export function columnLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last;
}
