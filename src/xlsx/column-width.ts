import type { Table } from '../io/written-table.ts';

/** Rows that are looked at. */
const ENOUGH = 200;
/** Narrowest and widest column, in characters of ASCII. */
const NARROWEST = 8;
const WIDEST = 60;
/** Blank on both sides. */
const MARGIN = 2;

/** Widths of the columns of a table: as asked for, else those of the texts of the first rows, within limits. */
export function columnWidths({ columns, rows }: Table): number[] {
  return columns.map(({ header, width }, column) => {
    if (width !== undefined) return width;
    let widest = textWidth(header);
    for (const row of rows.slice(0, ENOUGH)) {
      const cell = row[column];
      // A date shows ten characters, whatever its own words.
      const text = cell instanceof Date ? '0000-00-00' : String(cell ?? '');
      widest = Math.max(widest, textWidth(text));
    }
    return Math.min(Math.max(widest + MARGIN, NARROWEST), WIDEST);
  });
}

/** Width of the longest line; ideographs and forms of full width count twice. */
function textWidth(text: string): number {
  let widest = 0;
  let width = 0;
  // What is wider than the widest column is no matter.
  for (let i = 0; i < text.length && widest <= WIDEST; i++) {
    const unit = text.charCodeAt(i);
    width = unit === 0x0a ? 0 : width + (unit >= 0x2e80 ? 2 : 1);
    widest = Math.max(widest, width);
  }
  return widest;
}
