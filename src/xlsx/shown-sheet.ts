import type { Merge, Sheet, SheetDoubt } from '../io/sheet.ts';
import { dateText, numberDoubt, numberText } from './cell-text.ts';
import type { RawSheet } from './raw-sheet.ts';

/** What WPS stores of a picture in a cell. */
const PICTURE = /^=?(?:_xlfn\.)?DISPIMG\(/i;

/** A sheet as a person sees it, of a sheet as the workbook stores it. */
export function shownSheet(raw: RawSheet): Sheet {
  const doubts: SheetDoubt[] = [];
  const rows = Array.from({ length: raw.rows.length }, (_, row) => shownRow(raw, row, doubts));
  const merges = raw.merges.filter(isMerge);
  clearCovered(rows, merges);
  while (rows.at(-1)?.length === 0) rows.pop();
  const width = widthOf(rows);
  const hiddenRows = raw.hiddenRows.filter((row) => row < rows.length);
  const hiddenColumns = raw.hiddenColumns.filter((column) => column < width);
  return {
    name: raw.name,
    ...(raw.hidden ? { hidden: true } : {}),
    rows,
    ...(merges.length === 0 ? {} : { merges }),
    ...(hiddenRows.length === 0 ? {} : { hiddenRows }),
    ...(hiddenColumns.length === 0 ? {} : { hiddenColumns }),
    ...(doubts.length === 0 ? {} : { doubts }),
  };
}

function shownRow(raw: RawSheet, row: number, doubts: SheetDoubt[]): string[] {
  const values = raw.rows[row] ?? [];
  const cells: string[] = [];
  for (let column = 0; column < values.length; column++) {
    const text = shownCell(raw, row, column, doubts);
    if (text === '') continue;
    while (cells.length < column) cells.push('');
    cells.push(text);
  }
  return cells;
}

function shownCell(raw: RawSheet, row: number, column: number, doubts: SheetDoubt[]): string {
  const value = raw.rows[row]![column];
  if (typeof value === 'number') {
    const format = raw.format(row, column);
    const doubt = numberDoubt(value, format);
    if (doubt !== undefined) doubts.push({ row, column, code: doubt });
    return numberText(value, format);
  }
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dateText(value, raw.format(row, column), raw.is1904);
  const isShort = value === null || value === undefined || value.startsWith('#');
  const flaw = isShort ? raw.flaw(row, column) : undefined;
  if (flaw !== undefined) doubts.push({ row, column, code: flaw });
  if (value === null || value === undefined || flaw !== undefined || PICTURE.test(value)) return '';
  return value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value;
}

/** Cells of the longest row. */
export function widthOf(rows: readonly (readonly unknown[])[]): number {
  let width = 0;
  for (const row of rows) if (row !== undefined && row.length > width) width = row.length;
  return width;
}

function isMerge({ top, left, bottom, right }: Merge): boolean {
  return (
    [top, left, bottom, right].every(Number.isInteger) &&
    top >= 0 &&
    left >= 0 &&
    top <= bottom &&
    left <= right
  );
}

/** Empties what merged cells cover. Merges of a workbook do not overlap; where they do, clearing ends in time. */
function clearCovered(rows: string[][], merges: readonly Merge[]): void {
  // A step for each row of a merge, and one for each cell.
  let left = 2 * rows.length * widthOf(rows);
  for (const merge of merges) {
    const bottom = Math.min(merge.bottom, rows.length - 1);
    for (let row = merge.top; row <= bottom && left > 0; row++, left--) {
      const cells = rows[row]!;
      const from = row === merge.top ? merge.left + 1 : merge.left;
      const end = Math.min(merge.right + 1, cells.length);
      if (from < end) {
        cells.fill('', from, end);
        left -= end - from;
        while (cells.at(-1) === '') cells.pop();
      }
    }
  }
}
