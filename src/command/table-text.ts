import type { Table } from 'cuohe/io';
import { pageWidth, paint, plain, width } from './terminal.ts';

/** Columns that a cell keeps at least where the page is narrow, and at most where there is more to show. */
const LEAST = 4;
const MOST = 60;

/** A table as lines with aligned columns; columns without any cell are left out, long cells are cut to fit the page. */
export function tableText({ columns, rows }: Table, indent = '  '): string[] {
  const cells = [
    columns.map(({ header }) => plain(header)),
    ...rows.map((row) => columns.map((_, i) => cellText(row[i]))),
  ];
  const used = columns.map((_, i) => i).filter((i) => cells.slice(1).some((row) => row[i] !== ''));
  const widths = used.map((i) => Math.min(MOST, Math.max(...cells.map((row) => width(row[i]!)))));
  shrink(widths, Math.max(pageWidth(), 2 * used.length * LEAST) - indent.length - 2 * (used.length - 1));
  return cells.map((row, place) => {
    const line = used.map((i, at) => padded(cut(row[i]!, widths[at]!), widths[at]!)).join('  ');
    return `${indent}${place === 0 ? paint('bold', line.trimEnd()) : line.trimEnd()}`;
  });
}

/** Takes from the widest until all fit. */
function shrink(widths: number[], most: number): void {
  let sum = widths.reduce((a, b) => a + b, 0);
  while (sum > most) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest]! <= LEAST) return;
    widths[widest]!--;
    sum--;
  }
}

function cellText(cell: Table['rows'][number][number]): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'number') return String(Number.isInteger(cell) ? cell : Number(cell.toFixed(3)));
  return plain(String(cell));
}

function cut(text: string, most: number): string {
  if (width(text) <= most) return text;
  let kept = '';
  let columns = 0;
  for (const character of text) {
    columns += width(character);
    if (columns > most - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

const padded = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - width(text)));
