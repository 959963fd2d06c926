import type { Cell, CellValue, WriteSheet } from 'hucre/xlsx';
import { dayText } from '../io/plain-text.ts';
import type { Table, TableCell } from '../io/written-table.ts';
import { columnWidths } from './column-width.ts';
import { loadHucre } from './hucre.ts';

/** Workbooks written by the package. */

const BOLD = { style: { font: { bold: true } } };
const DAY = { style: { numFmt: 'yyyy-mm-dd' } };
const TIME = { style: { numFmt: 'yyyy-mm-dd hh:mm' } };
const SECONDS = { style: { numFmt: 'yyyy-mm-dd hh:mm:ss' } };
/** First day of the calendar of workbooks; what is before it is a text. */
const FIRST_DAY = Date.UTC(1900, 0, 1);

/** Tables as a workbook with a sheet for each, by the package. The tables have been checked. */
export async function writeXlsx(tables: readonly Table[]): Promise<Uint8Array> {
  const { writeXlsx } = await loadHucre();
  const names = sheetNames(tables.map(({ name }) => name));
  return writeXlsx({ sheets: tables.map((table, i) => sheetOf(table, names[i]!)) });
}

function sheetOf(table: Table, name: string): WriteSheet {
  const { columns, rows } = table;
  const cells = new Map<string, Partial<Cell>>();
  for (let column = 0; column < columns.length; column++) cells.set(`0,${column}`, BOLD);
  const values = [columns.map(({ header }) => storedText(header))];
  return {
    name,
    columns: columnWidths(table).map((width) => ({ width })),
    rows: [
      ...values,
      ...rows.map((row, i) =>
        row.map((cell, column) => {
          const value = storedValue(cell);
          if (value instanceof Date) cells.set(`${i + 1},${column}`, dateStyle(value));
          return value;
        }),
      ),
    ],
    cells,
    freezePane: { rows: 1 },
  };
}

function storedValue(cell: TableCell): CellValue {
  if (typeof cell === 'string') return cell === '' ? null : storedText(cell);
  if (cell instanceof Date && cell.getTime() < FIRST_DAY) return dayText(cell);
  return cell ?? null;
}

function dateStyle(date: Date): Partial<Cell> {
  const seconds = Math.floor(date.getTime() / 1000);
  if (seconds % 60 !== 0) return SECONDS;
  return seconds % 86_400 === 0 ? DAY : TIME;
}

/**
 * A text as workbooks store it. What looks like an escape there (`_x000D_`) is escaped itself, as are characters that
 * XML does not allow; the package would make an error of #N/A.
 */
function storedText(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[\ufffe\uffff]/g, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase()}_`)
    .replace(/^#([A-Z0-9_/]+[!?]?)$/, '_x0023_$1');
}

/** Units of the longest name of a sheet. */
const LONGEST_NAME = 31;

/** Names as Excel allows them, of which no two are the same but for case. */
function sheetNames(names: readonly (string | undefined)[]): string[] {
  const taken = new Set<string>();
  return names.map((given) => {
    const name = sheetName(given);
    let own = name;
    for (let number = 2; taken.has(own.toLowerCase()); number++) {
      const end = ` (${number})`;
      own = `${name.slice(0, LONGEST_NAME - end.length).replace(/[\ud800-\udbff]$/, '')}${end}`;
    }
    taken.add(own.toLowerCase());
    return own;
  });
}

function sheetName(name = ''): string {
  const allowed = name.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/^[\s']+/, '');
  const short = allowed.slice(0, LONGEST_NAME).replace(/[\s'\ud800-\udbff]+$/, '');
  return short === '' || /^history$/i.test(short) ? 'Sheet1' : short;
}
