import { type Grid, textsOf } from './grid.ts';
import { scoreOf } from './header-rows.ts';
import type { HeaderMeaning, HeaderTable } from './header-table.ts';
import { headerUnit } from './header-text.ts';

/** Forms: labels with their values to the right, one record after the other. */

/** A label of a form, and where its value stands. */
export interface FormField {
  readonly label: string;
  readonly meaning: HeaderMeaning | undefined;
  readonly unit: string | undefined;
  readonly value: string;
  readonly row: number;
  readonly column: number;
}

/** One filled form. */
export interface FormRecord {
  readonly row: number;
  readonly fields: readonly FormField[];
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
  const fields = grid.flatMap((row, at) => fieldsOf(row, at, table));
  const known = fields.filter(({ meaning }) => meaning !== undefined && meaning.rule !== 'end');
  const said = new Set(known.map(({ meaning }) => meaning!.field));
  const inOneRow = Math.max(0, ...grid.map((row) => scoreOf(row, table).score));
  const hasTitle = fields.some(({ meaning, value }) => meaning?.field === 'title' && value !== '');
  if (!hasTitle || said.size < LEAST_FIELDS || said.size <= inOneRow) return undefined;
  // Below a header of a table stand values; beside the label of a form stands one.
  const labelled = new Set(known.map(({ row }) => row)).size;
  if (labelled < LEAST_FIELDS) return undefined;
  const records: { row: number; fields: FormField[] }[] = [];
  let labels = new Set<string>();
  for (const field of fields) {
    const begins = records.length === 0 || (field.meaning?.field === 'title' && labels.has('title'));
    if (begins) {
      records.push({ row: field.row, fields: [] });
      labels = new Set();
    }
    if (field.meaning !== undefined) labels.add(field.meaning.field);
    records.at(-1)!.fields.push(field);
  }
  return records;
}

/** Labels of a row and what stands to the right of each, up to the next label. */
function fieldsOf(row: readonly string[], at: number, table: HeaderTable): FormField[] {
  const cells: { readonly text: string; readonly column: number }[] = [];
  row.forEach((text, column) => {
    if (text !== '' && cells.at(-1)?.text !== text) cells.push({ text, column });
  });
  const fields: FormField[] = [];
  for (let i = 0; i < cells.length; i++) {
    const { text, column } = cells[i]!;
    const inline = inlineField(text, at, column, table);
    if (inline !== undefined) {
      fields.push(inline);
      continue;
    }
    const meaning = labelMeaning(text, table);
    const next = cells[i + 1];
    const isLabel = meaning !== undefined || (text.length <= 12 && cells.length > 1 && i + 1 < cells.length);
    if (!isLabel || next === undefined || labelMeaning(next.text, table) !== undefined) {
      // A label without a value.
      if (meaning !== undefined)
        fields.push({ label: text, meaning, unit: headerUnit(text), value: '', row: at, column });
      continue;
    }
    fields.push({
      label: text,
      meaning,
      unit: headerUnit(text),
      value: next.text,
      row: at,
      column: next.column,
    });
    i++;
  }
  return fields;
}

/** 需求名称：铸件清理, in one cell. */
function inlineField(text: string, row: number, column: number, table: HeaderTable): FormField | undefined {
  const colon = /[:：]/.exec(text.slice(0, 24))?.index ?? -1;
  if (colon <= 0 || text.slice(colon + 1).trim() === '') return undefined;
  const label = text.slice(0, colon);
  const meaning = labelMeaning(label, table);
  if (meaning === undefined) return undefined;
  return { label, meaning, unit: headerUnit(label), value: text.slice(colon + 1).trim(), row, column };
}

function labelMeaning(text: string, table: HeaderTable): HeaderMeaning | undefined {
  return text.length > 60 ? undefined : table(text);
}

/** Rows of a grid with something in them that no form took. */
export function unusedRows(grid: Grid, forms: readonly FormRecord[]): number[] {
  const used = new Set(forms.flatMap(({ fields }) => fields.map(({ row }) => row)));
  return grid.flatMap((row, at) => (used.has(at) || textsOf(row).length === 0 ? [] : [at]));
}
