import { dayText, plainDigits } from '../../io/plain-text.ts';
import type { TableCell } from '../../io/written-table.ts';
import { type Content, html, type Markup } from '../html.ts';

/** Tables of markup. */

/** Characters of a title in a table: the card has all of it. */
const LONGEST_TITLE = 120;

/** A title as a table shows it. */
export function titleContent(title: string): Markup {
  const characters = [...title.slice(0, 2 * LONGEST_TITLE)];
  const isLong = characters.length > LONGEST_TITLE;
  return html`<bdi>${isLong ? `${characters.slice(0, LONGEST_TITLE).join('')}…` : title}</bdi>`;
}

/** Texts longer than this get a column that is wide enough. */
const LONG = 24;

/** One column: its header, and whether it holds figures. */
export interface MarkupColumn {
  readonly header: string;
  readonly isNumber?: boolean;
  readonly isLong?: boolean;
}

/** A table that scrolls by itself where it is too wide. The first cell of a row is its header. */
export function markupTable(
  caption: string,
  columns: readonly MarkupColumn[],
  rows: readonly (readonly Content[])[],
  foot?: readonly Content[],
): Markup {
  const classOf = ({ isNumber, isLong }: MarkupColumn) => (isNumber ? 'number' : isLong ? 'long' : 'text');
  const line = (cells: readonly Content[]) =>
    html`<tr>${columns.map((column, i) =>
      i === 0
        ? html`<th scope="row" class="${classOf(column)}">${cells[i]}</th>`
        : html`<td class="${classOf(column)}">${cells[i]}</td>`,
    )}</tr>\n`;
  return html`<div class="wide" role="group" tabindex="0" aria-label="${caption}"><table><caption class="unseen">${caption}</caption>
<thead><tr>${columns.map(
    (column) => html`<th scope="col" class="${classOf(column)}">${column.header}</th>`,
  )}</tr></thead>
<tbody>${rows.map(line)}</tbody>${foot !== undefined && html`<tfoot>${line(foot)}</tfoot>`}</table></div>\n`;
}

/** A cell of a table that was handed in. */
export function cellContent(cell: TableCell): Content {
  if (cell === null || cell === undefined) return undefined;
  if (typeof cell === 'number') return Number.isInteger(cell) ? plainDigits(cell) : shortNumber(cell);
  if (typeof cell === 'boolean') return cell ? '✓' : '—';
  return html`<bdi>${typeof cell === 'string' ? cell : dayText(cell)}</bdi>`;
}

/** A fraction to three places; a small one to as many that it is not nothing. */
function shortNumber(value: number): string {
  return Math.abs(value) < 0.001 ? value.toPrecision(2) : String(Number(value.toFixed(3)));
}

/** How a column of cells is shown. */
export function columnOf(header: string, cells: readonly TableCell[]): MarkupColumn {
  const told = cells.filter((cell) => cell !== null && cell !== undefined && cell !== '');
  const isNumber = told.length > 0 && told.every((cell) => typeof cell === 'number');
  const isLong = told.some((cell) => typeof cell === 'string' && cell.length > LONG);
  return { header, isNumber, isLong };
}
