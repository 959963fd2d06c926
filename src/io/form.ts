import { type FormField, fieldsOf, labelMeaning, type RestCell } from './form-fields.ts';
import { type Grid, textsOf } from './grid.ts';
import { scoreOf } from './header-rows.ts';
import type { HeaderTable } from './header-table.ts';

/** Forms: labels with their values to the right, one record after the other. */

/** One filled form. */
export interface FormRecord {
  readonly row: number;
  readonly fields: readonly FormField[];
  /** Cells of its rows that are neither label nor value. */
  readonly rest: readonly RestCell[];
}

/** Forms are filled by people; what is longer is a table. */
const MOST_ROWS = 3000;
const MOST_ABOVE = 50;
/** So many known cells in one row are a header. */
const OF_TABLE = 3;

function isTable(row: readonly string[], table: HeaderTable): boolean {
  const { score, hasTitle } = scoreOf(row, table);
  return hasTitle && score >= OF_TABLE;
}

/** A form says at least a title and this many other fields. */
const LEAST_FIELDS = 3;

/**
 * The forms of a grid, or nothing where it is no form: labels that say fields stand left of their values, in several rows,
 * and no row has as many of them as a header would. A label that comes again begins the next form.
 */
export function formsOf(grid: Grid, table: HeaderTable): readonly FormRecord[] | undefined {
  if (grid.length > MOST_ROWS || grid.slice(0, MOST_ABOVE).some((row) => isTable(row, table)))
    return undefined;
  const parts = sideBySide(grid, table);
  if (parts !== undefined) {
    const forms = parts.map((part) => formOf(part, table));
    return forms.some((form) => form === undefined) ? undefined : forms.flatMap((form) => form!);
  }
  return formOf(grid, table);
}

/** Forms that stand beside each other: each with the cells of its own columns, where the titles of a row begin them. */
function sideBySide(grid: Grid, table: HeaderTable): readonly Grid[] | undefined {
  for (const row of grid.slice(0, MOST_ABOVE)) {
    const starts = row.flatMap((cell, column) =>
      cell !== '' && cell !== row[column - 1] && isTitle(cell, table) ? [column] : [],
    );
    if (starts.length < 2 || starts.length > MOST_BESIDE) continue;
    return starts.map((start, i) =>
      grid.map((cells) =>
        cells.map((cell, at) =>
          (i === 0 || at >= start) && at < (starts[i + 1] ?? cells.length) ? cell : '',
        ),
      ),
    );
  }
  return undefined;
}

function isTitle(cell: string, table: HeaderTable): boolean {
  const meaning = labelMeaning(cell, table);
  return meaning?.field === 'title' && meaning.rule === 'known';
}

/** More of them are none. */
const MOST_BESIDE = 8;

function formOf(grid: Grid, table: HeaderTable): readonly FormRecord[] | undefined {
  const rows = grid.map((row, at) => fieldsOf(row, at, table));
  const fields = rows.flatMap((row) => row.fields);
  const known = fields.filter(({ meaning }) => meaning !== undefined && meaning.rule !== 'end');
  const said = new Set(known.map(({ meaning }) => meaning!.field));
  const inOneRow = Math.max(0, ...grid.map((row) => scoreOf(row, table).score));
  const titles = fields.filter(({ meaning }) => meaning?.field === 'title');
  const best = titles.reduce(
    (least, { meaning }) => Math.min(least, meaning!.rank),
    Number.POSITIVE_INFINITY,
  );
  const hasTitle = titles.some(({ meaning, value }) => meaning!.rank === best && value !== '');
  if (!hasTitle || said.size < LEAST_FIELDS || said.size <= inOneRow) return undefined;
  // Below a header of a table stand values; beside the label of a form stands one.
  const labelled = new Set(known.map(({ row }) => row)).size;
  if (labelled < LEAST_FIELDS) return undefined;
  const records: { row: number; fields: FormField[]; rest: RestCell[] }[] = [];
  let labels = new Set<string>();
  for (const { fields, rest } of rows) {
    for (const field of fields) {
      const begins = records.length === 0 || (field.meaning?.field === 'title' && labels.has('title'));
      if (begins) {
        records.push({ row: field.row, fields: [], rest: [] });
        labels = new Set();
      }
      if (field.meaning !== undefined) labels.add(field.meaning.field);
      records.at(-1)!.fields.push(field);
    }
    // A row without any label is told of as a whole.
    if (fields.length > 0) for (const cell of rest) records.at(-1)!.rest.push(cell);
  }
  return records;
}

/** Rows of a grid with something in them that no form took. */
export function unusedRows(grid: Grid, forms: readonly FormRecord[]): number[] {
  const used = new Set(forms.flatMap(({ fields }) => fields.map(({ row }) => row)));
  return grid.flatMap((row, at) => (used.has(at) || textsOf(row).length === 0 ? [] : [at]));
}
