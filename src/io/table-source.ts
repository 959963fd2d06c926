import { withoutEnd } from '../base/ends.ts';
import { acrossOf } from './across.ts';
import { blocksOf, type LeftOutRow } from './blocks.ts';
import type { HeaderNames } from './columns.ts';
import { type FormRecord, formsOf, unusedRows } from './form.ts';
import type { FormCell, FormField, RestCell } from './form-fields.ts';
import { type Grid, gridOf, textsOf, trimmed, trimmedSteps } from './grid.ts';
import type { HeaderTable } from './header-table.ts';
import type { Sheet } from './sheet.ts';

/** From a sheet to the tables in it, forms included: a filled form is a table of one row. */

/** One row with its cells under the headers. */
export interface TableRow {
  /** In the sheet, from 0. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Where the cells stand, if not in the row and below their headers: those of forms. */
  readonly places?: readonly FormCell[];
  /** The column that holds the whole record, of a table on its side. */
  readonly column?: number;
  /** Cells of a form that are neither label nor value. */
  readonly rest?: readonly RestCell[];
}

/** One table, wherever it stands. */
export interface TableSource extends HeaderNames {
  readonly headerRows: readonly number[];
  readonly rows: readonly TableRow[];
  readonly isForm: boolean;
  /** How many headers say a field for certain. */
  readonly score: number;
}

/** What a sheet holds. */
export interface SheetTables {
  readonly tables: readonly TableSource[];
  readonly leftOut: readonly LeftOutRow[];
}

/** The tables of a sheet; none for an empty one. Yields from time to time. O(cells). */
export function* tablesOf(sheet: Sheet, headers: HeaderTable): Generator<void, SheetTables> {
  const given = gridOf(sheet);
  yield;
  const grid = yield* trimmedSteps(given);
  const across = acrossOf(grid, headers);
  if (across !== undefined) {
    const [{ fields }] = across as [(typeof across)[0]];
    const row = fields.find(({ meaning }) => meaning?.field === 'title')!.row;
    const rows = across.map(({ column, fields }) => ({ ...rowOf(row, fields), column }));
    return { tables: [{ ...tableOf(fields), rows }], leftOut: notesOf(grid, [{ row, fields, rest: [] }]) };
  }
  const forms = formsOf(grid, headers);
  if (forms !== undefined) {
    const tables = forms.map(({ row, fields, rest }) => ({
      ...tableOf(fields),
      rows: [{ ...rowOf(row, fields), rest }],
    }));
    return { tables, leftOut: notesOf(grid, forms) };
  }
  const hidden = new Set(sheet.hiddenColumns ?? []);
  const { blocks, leftOut } = yield* blocksOf(
    grid,
    sheet.merges === undefined ? grid : trimmed(sheet.rows),
    headers,
  );
  const tables = blocks.map(({ header, rows, unit }) => ({
    names: header.names.map((name, at) => (hidden.has(at) ? undefined : name)),
    meanings: header.meanings,
    units: header.units.map((own) => own ?? unit),
    headerRows: Array.from({ length: header.last - header.first + 1 }, (_, i) => header.first + i),
    rows: rows.map((row) => ({ row, cells: given[row]! })),
    isForm: false,
    score: header.score,
  }));
  return { tables, leftOut };
}

function tableOf(fields: readonly FormField[]): Omit<TableSource, 'rows'> {
  return {
    names: fields.map(({ label }) => withoutEnd(label, (char) => /[\s:：]/.test(char))),
    meanings: fields.map(({ meaning }) => meaning),
    units: fields.map(({ unit }) => unit),
    headerRows: [...new Set(fields.map((field) => field.row))],
    isForm: true,
    score: fields.filter(({ meaning }) => meaning?.rule === 'known' || meaning?.rule === 'option').length,
  };
}

function rowOf(row: number, fields: readonly FormField[]): TableRow {
  const places = fields.map(({ value, row, column }) => ({ text: value, row, column }));
  return { row, cells: fields.map(({ value }) => value), places };
}

function notesOf(grid: Grid, forms: readonly FormRecord[]): LeftOutRow[] {
  const rest = unusedRows(grid, forms);
  return rest.map((row) => ({ row, kind: 'note', text: textsOf(grid[row]!).join(' ') }));
}

/** Whether a table says titles. */
export function hasTitle({ names, meanings }: HeaderNames): boolean {
  return meanings.some((meaning, at) => meaning?.field === 'title' && names[at] !== undefined);
}
