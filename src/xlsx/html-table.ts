import type { Sheet } from '../io/sheet.ts';
import { Grid } from './grid.ts';
import { attribute, HTML_RAW, tokens } from './markup.ts';
import { unreadable } from './unreadable.ts';

/** Tables of a page: systems export them under the name .xls. */

/** Widest and longest span of one cell, as browsers have it. */
const MOST_ACROSS = 1000;
const MOST_DOWN = 65_534;
/** Elements that begin a line of their own. */
const LINES = ['br', 'p', 'div', 'li'];

/**
 * The tables of a page in one sheet, one below the other, as Excel shows them. A table within a cell is its text.
 * @throws CuoheError `UNREADABLE_INPUT` for a page without a table, and for more cells than `maxCells`.
 */
export function readHtmlTables(page: string, maxCells: number): Sheet[] {
  const grid = new Grid(maxCells);
  let depth = 0;
  let cell: { text: string; readonly attributes: string } | undefined;
  const endCell = () => {
    if (cell === undefined) return;
    const down = span(cell.attributes, 'rowspan', MOST_DOWN);
    grid.addCell(cellText(cell.text), down, span(cell.attributes, 'colspan', MOST_ACROSS));
    cell = undefined;
  };
  for (const token of tokens(page, HTML_RAW)) {
    if (token.type === 'text') {
      if (cell !== undefined) cell.text += token.text.replace(/[\t\n\f\r ]+/g, ' ');
      continue;
    }
    const { type, name } = token;
    const isInner = depth > 1;
    if (name === 'table') {
      depth = Math.max(0, depth + (type === 'open' ? 1 : -1));
      if (depth === 0) endCell();
    } else if (isInner || LINES.includes(name)) {
      const isLine = LINES.includes(name) || name === 'tr';
      if (cell !== undefined) cell.text += isLine ? '\n' : name === 'td' && type === 'close' ? ' ' : '';
    } else if (name === 'tr') {
      endCell();
      if (type === 'open') grid.nextRow(undefined, /display\s*:\s*none/i.test(token.attributes));
    } else if (name === 'td' || name === 'th') {
      endCell();
      if (type === 'open') cell = { text: '', attributes: token.attributes };
    }
  }
  endCell();
  if (grid.size === 0) throw unreadable('an HTML page without a table');
  return [grid.sheet('Sheet1')];
}

function span(attributes: string, name: string, most: number): number {
  const value = Number.parseInt(attribute(attributes, name) ?? '1', 10);
  return value >= 1 ? Math.min(value, most) : 1;
}

function cellText(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
