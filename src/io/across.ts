import { type FormField, labelMeaning } from './form-fields.ts';
import type { Grid } from './grid.ts';
import type { HeaderMeaning, HeaderTable } from './header-table.ts';
import { headerUnit } from './header-text.ts';

/** Tables that lie on their side: headers in the first column, one record in each column to its right. */

/** One record: what stands in its column. */
export interface AcrossRecord {
  readonly column: number;
  readonly fields: readonly FormField[];
}

const LEAST_FIELDS = 3;
const MOST_ROWS = 200;
const ORGANIZATION = /(?:厂|公司|所|院|大学|学院|学校|集团|中心|局|医院)$/;
const SUM = /\d|面议|[一二三四五六七八九十百千万]/;

interface Labelled {
  readonly at: number;
  readonly row: readonly string[];
  readonly label: string;
  readonly meaning: HeaderMeaning | undefined;
}

/**
 * The records of a table on its side; `undefined` where it is none. A form with a column of remarks looks alike, so that
 * the columns must prove that they are records: by numbers, sums or organisations that stand beside each other. O(cells).
 */
export function acrossOf(grid: Grid, table: HeaderTable): readonly AcrossRecord[] | undefined {
  if (grid.length > MOST_ROWS) return undefined;
  const titleRow = grid.findIndex((row) => {
    const first = row.find((cell) => cell !== '');
    return first !== undefined && isFirm(labelMeaning(first, table)) && table(first)?.field === 'title';
  });
  if (titleRow < 0) return undefined;
  const left = grid[titleRow]!.findIndex((cell) => cell !== '');
  const columns = filledBehind(grid[titleRow]!, left);
  const titles = new Set(columns.map((column) => grid[titleRow]![column]!));
  if (columns.length < 2 || titles.size < columns.length) return undefined;
  const among = new Set(columns);
  const rows = grid.flatMap((row, at): Labelled[] => {
    const label = row[left] ?? '';
    if (label === '' || filledBehind(row, left).length === 0) return [];
    return [{ at, row, label, meaning: labelMeaning(label, table) }];
  });
  const known = rows.filter(({ meaning }) => isFirm(meaning));
  const fields = new Set(known.map(({ meaning }) => meaning!.field));
  if (fields.size < LEAST_FIELDS || known.length * 2 < rows.length) return undefined;
  for (const { row } of rows) {
    for (const column of filledBehind(row, left))
      if (!among.has(column) || isFirm(labelMeaning(row[column]!, table))) return undefined;
  }
  if (!known.some((row) => provesRecords(row, columns))) return undefined;
  return columns.map((column) => ({
    column,
    fields: rows.map(({ at, row, label, meaning }) => ({
      label,
      meaning,
      unit: headerUnit(label),
      value: row[column] ?? '',
      row: at,
      column,
    })),
  }));
}

function isFirm(meaning: HeaderMeaning | undefined): boolean {
  return meaning !== undefined && meaning.rule !== 'end' && meaning.rule !== 'part';
}

function filledBehind(row: readonly string[], left: number): number[] {
  return row.flatMap((cell, column) => (column > left && cell !== '' ? [column] : []));
}

/** Whether the cells of a row are of one kind in every column, as those of records are. */
function provesRecords({ row, meaning }: Labelled, columns: readonly number[]): boolean {
  const cells = columns.map((column) => row[column] ?? '');
  if (cells.includes('')) return false;
  switch (meaning?.field) {
    case 'id':
      return new Set(cells).size === cells.length && cells.every((cell) => /^[\w-]{1,20}$/.test(cell));
    case 'budget':
    case 'price':
      return cells.every((cell) => cell.length <= 30 && SUM.test(cell));
    case 'organization':
    case 'completingOrganizations':
      return cells.every((cell) => cell.length <= 60 && ORGANIZATION.test(cell));
    default:
      return false;
  }
}
