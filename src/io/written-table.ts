import { describeValue } from '../base/errors.ts';
import { Issues } from '../base/issues.ts';

/** Tables to be written: matches, reports on what was read, tables of the programmes. */

/** What a cell may hold. `null`, `undefined` and `''` leave it empty; a date is written as it is in UTC. */
export type TableCell = string | number | boolean | Date | null | undefined;

/** One column of a table to be written. */
export interface TableColumn {
  /** Text of its header. */
  readonly header: string;
  /** Width in characters of ASCII, of which an ideograph takes two, from 1 to 255; for .xlsx. Default: by its texts. */
  readonly width?: number | undefined;
}

/** A table to be written. */
export interface Table {
  /**
   * Name of the sheet, for .xlsx; what Excel does not allow in names becomes a blank, and the 31 characters that it
   * allows stay. Default `Sheet1`.
   */
  readonly name?: string | undefined;
  /** At least one. */
  readonly columns: readonly TableColumn[];
  /** Cells in the order of the columns; a row may be shorter, and not longer. */
  readonly rows: readonly (readonly TableCell[])[];
}

/** Longest text that a cell of a workbook holds, in units of UTF-16. */
const LONGEST_TEXT = 32_767;
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const WIDEST = 255;

/**
 * Looks at a table before anything of it is written.
 * @param isWorkbook whether it must fit a workbook.
 * @throws InputError `INVALID_RECORDS` naming every cell and column that cannot be written.
 */
export function checkTable(table: Table, isWorkbook: boolean): void {
  const issues = new Issues();
  noteTable(issues, table, isWorkbook);
  issues.throwAs('INVALID_RECORDS', 'Cannot write the table');
}

/**
 * Looks at the tables of a workbook before anything of it is written.
 * @throws InputError `INVALID_RECORDS` naming every cell and column that cannot be written, with the place of its table.
 */
export function checkTables(tables: readonly Table[]): void {
  const issues = new Issues();
  issues.expect(tables.length > 0, '', 'at least one table', tables);
  for (let i = 0; i < tables.length; i++) {
    const own = new Issues();
    noteTable(own, tables[i]!, true);
    for (const { path, expected, received } of own.all) issues.addText(`[${i}].${path}`, expected, received);
  }
  issues.throwAs('INVALID_RECORDS', 'Cannot write the tables');
}

/** Notes what of a table cannot be written. */
function noteTable(issues: Issues, table: Table, isWorkbook: boolean): void {
  const { name, columns, rows } = (table ?? {}) as Table;
  issues.expect(name === undefined || typeof name === 'string', 'name', 'a text', name);
  const hasColumns = Array.isArray(columns) && columns.length > 0;
  issues.expect(hasColumns, 'columns', 'an array of at least one column', columns);
  issues.expect(Array.isArray(rows), 'rows', 'an array of rows', rows);
  if (hasColumns) {
    for (let i = 0; i < columns.length; i++) checkColumn(issues, columns[i]!, `columns[${i}]`);
    if (isWorkbook)
      issues.expect(columns.length <= MOST_COLUMNS, 'columns', `at most ${MOST_COLUMNS} columns`, columns);
  }
  if (hasColumns && Array.isArray(rows)) {
    for (let i = 0; i < rows.length; i++)
      checkRow(issues, rows[i]!, `rows[${i}]`, columns.length, isWorkbook);
    if (isWorkbook)
      issues.expect(rows.length < MOST_ROWS, 'rows', `at most ${MOST_ROWS - 1} rows below the header`, rows);
  }
}

function checkColumn(issues: Issues, column: TableColumn, path: string): void {
  const { header, width } = column ?? {};
  issues.expect(typeof header === 'string', `${path}.header`, 'a text', header);
  const isWidth = typeof width === 'number' && width >= 1 && width <= WIDEST;
  issues.expect(width === undefined || isWidth, `${path}.width`, `a number from 1 to ${WIDEST}`, width);
}

function checkRow(
  issues: Issues,
  row: readonly TableCell[],
  path: string,
  columns: number,
  isWorkbook: boolean,
): void {
  if (!issues.expect(Array.isArray(row), path, 'an array of cells', row)) return;
  issues.expect(row.length <= columns, path, `at most ${columns} cells, one for each column`, row);
  for (let i = 0; i < row.length; i++) {
    const cell = row[i];
    if (!isCell(cell))
      issues.add(`${path}[${i}]`, 'a text, a finite number, a boolean, a valid Date or nothing', cell);
    else if (isWorkbook && typeof cell === 'string' && cell.length > LONGEST_TEXT)
      issues.addText(
        `${path}[${i}]`,
        `a text of at most ${LONGEST_TEXT} characters, as a workbook holds`,
        `one of ${cell.length}, ${describeValue(cell)}`,
      );
  }
}

function isCell(cell: unknown): cell is TableCell {
  if (cell === null || cell === undefined) return true;
  if (cell instanceof Date) return !Number.isNaN(cell.getTime());
  return (
    typeof cell === 'string' ||
    typeof cell === 'boolean' ||
    (typeof cell === 'number' && Number.isFinite(cell))
  );
}
