import type { ReadOptions, Sheet, Workbook } from 'hucre/xlsx';
import { hiddenSheets } from './container.ts';
import { loadHucre } from './hucre.ts';
import type { RawSheet } from './raw-sheet.ts';

/** Workbooks read by the package. */

/** Sheets that are unpacked at a time: each may be as wide and as long as the package allows. */
const SHEETS_AT_ONCE = 4;
/** What the package says of a sheet of charts: there are no cells. */
const NO_CELLS = /missing worksheet file/;

/**
 * The sheets of an .xlsx workbook, in their order, a few at a time.
 * @param take is called with each sheet as soon as it is read; what it throws ends the reading.
 * @throws what the package throws for a workbook that it cannot read.
 */
export async function readXlsxSheets(bytes: Uint8Array, take: (sheet: RawSheet) => void): Promise<void> {
  const { readXlsx } = await loadHucre();
  let count = 0;
  const read = async (from: number, to: number): Promise<Workbook> => {
    const sheets: ReadOptions['sheets'] = (_, index) => {
      count = Math.max(count, index + 1);
      return index >= from && index < to;
    };
    return readXlsx(bytes, { readStyles: true, sheets });
  };
  for (let from = 0; from === 0 || from < count; from += SHEETS_AT_ONCE) {
    for (const book of await readGroup(read, from, () => Math.min(from + SHEETS_AT_ONCE, count))) {
      for (const sheet of book.sheets) take(rawXlsx(sheet, book.dateSystem === '1904'));
    }
  }
}

/** A group of sheets; one by one where one of them is of charts, which the package takes for damage. */
async function readGroup(
  read: (from: number, to: number) => Promise<Workbook>,
  from: number,
  end: () => number,
): Promise<Workbook[]> {
  try {
    return [await read(from, from + SHEETS_AT_ONCE)];
  } catch (error) {
    if (!isOfCharts(error)) throw error;
  }
  const books: Workbook[] = [];
  for (let at = from; at < end(); at++) {
    try {
      books.push(await read(at, at + 1));
    } catch (error) {
      if (!isOfCharts(error)) throw error;
    }
  }
  return books;
}

function isOfCharts(error: unknown): boolean {
  return error instanceof Error && NO_CELLS.test(error.message);
}

function rawXlsx(sheet: Sheet, is1904: boolean): RawSheet {
  const { cells, rows, columns = [], rowDefs = new Map(), merges = [] } = sheet;
  const cellAt = (row: number, column: number) => cells?.get(`${row},${column}`);
  const hiddenRows = [...rowDefs].filter(([, { hidden }]) => hidden === true).map(([row]) => row);
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows,
    is1904,
    format: (row, column) => cellAt(row, column)?.style?.numFmt ?? '',
    flaw: (row, column) => {
      const cell = cellAt(row, column);
      if (cell?.type === 'error') return 'error';
      const isEmpty = cell?.value === null || cell?.value === undefined;
      return cell?.formula !== undefined && isEmpty ? 'no-value' : undefined;
    },
    merges: merges.map(({ startRow, startCol, endRow, endCol }) => ({
      top: startRow,
      left: startCol,
      bottom: endRow,
      right: endCol,
    })),
    hiddenRows,
    hiddenColumns: columns.flatMap(({ hidden }, column) => (hidden === true ? [column] : [])),
  };
}

/** Errors as .xls gives them: as texts. */
const ERRORS = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#ERR!'];

/**
 * The sheets of an .xls workbook. The package tells neither number formats nor hidden rows there.
 * @throws what the package throws for a workbook that it cannot read.
 */
export async function readXlsSheets(bytes: Uint8Array, take: (sheet: RawSheet) => void): Promise<void> {
  const { readXls } = await loadHucre();
  const { sheets } = await readXls(bytes);
  const hidden = hiddenSheets(bytes, sheets.length);
  for (const [i, { name, rows, merges = [] }] of sheets.entries()) {
    take({
      name,
      hidden: hidden[i]!,
      rows,
      is1904: false,
      format: () => '',
      flaw: (row, column) => (ERRORS.includes(String(rows[row]?.[column])) ? 'error' : undefined),
      merges: merges.map(({ startRow, startCol, endRow, endCol }) => ({
        top: startRow,
        left: startCol,
        bottom: endRow,
        right: endCol,
      })),
      hiddenRows: [],
      hiddenColumns: [],
    });
  }
}
