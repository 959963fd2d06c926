import { parseDate } from '../core/records/dates.ts';
import type { Column } from './columns.ts';
import type { Grid } from './grid.ts';
import { bareHeader } from './header-text.ts';

/** What spreadsheets do to cells: they round long numbers, make dates of 3-5, and show dates as numbers of days. */

const SCIENTIFIC = /^\d(?:\.\d+)?E[+-]?\d{1,3}$/i;
const HASHES = /^#{3,}$/;
const SHORT_DATE = /^(?:\d{1,2}月\d{1,2}日|\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))$/i;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const OF_DATES = /(?:日|日期|时间|date)$/;
const OF_NUMBERS = /(?:号|编码|代码|型号|规格|id)$/;

/** Whether the cells of a column are names and numbers of things, of which 3月5日 is none. */
export function holdsNames({ reading, header }: Column): boolean {
  return reading === 'single' || OF_NUMBERS.test(bareHeader(header));
}

/** Whether a spreadsheet has changed what was typed, so that it cannot be had back from the cell. */
export function isSpoiled(text: string, ofNames: boolean): boolean {
  return text.length <= LONGEST && (isRounded(text) || (ofNames && SHORT_DATE.test(text)));
}

const LONGEST = 40;

/** Whether a cell shows a rounded number, or none. */
export function isRounded(text: string): boolean {
  return SCIENTIFIC.test(text) || HASHES.test(text);
}

/** Columns that nothing reads and that hold days: positions of those of which most cells are dates. O(cells). */
export function dateColumns(
  grid: Grid,
  rows: readonly number[],
  columns: readonly Column[],
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { at, header, reading } of columns) {
    if (reading !== undefined || !OF_DATES.test(bareHeader(header))) continue;
    let filled = 0;
    let dates = 0;
    for (const row of rows) {
      const cell = (grid[row]![at] ?? '').trim();
      if (cell === '') continue;
      filled++;
      if (parseDate(cell).to !== undefined) dates++;
    }
    if (dates * 2 > filled) found.add(at);
  }
  return found;
}

/** Whether a cell is a number of days, as a spreadsheet counts them. */
export function isSerial(cell: string): boolean {
  return SERIAL.test(cell.trim());
}

/** The one day that a cell names, `YYYY-MM-DD`; `undefined` for a month, a year and what names no day. */
export function wholeDay(cell: string): string | undefined {
  const { from, to } = parseDate(cell.trim());
  return from === to ? from : undefined;
}
