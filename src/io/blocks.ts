import { type RowKind, rowKind } from './body-rows.ts';
import { type Grid, textsOf } from './grid.ts';
import { type Header, headerAt, isHeader, mayBeHeader, scoreOf } from './header-rows.ts';
import type { HeaderTable } from './header-table.ts';
import { lineUnit } from './header-text.ts';

/** Finds the tables of a sheet: where their headers are, which rows are records, and which are left out. */

/** The first header stands in these rows, or nowhere. */
const MOST_ABOVE = 200;

/** Rows between two looks at the clock. */
const STEP = 256;

/** One table of a sheet. */
export interface Block {
  readonly header: Header;
  /** Positions of its records. */
  readonly rows: readonly number[];
  /** Unit of money that a line above the header names for all columns. */
  readonly unit?: string;
}

/** A row that is no record. */
export interface LeftOutRow {
  readonly row: number;
  readonly kind: RowKind;
  readonly text: string;
}

/** The tables of a sheet. */
export interface Blocks {
  readonly blocks: readonly Block[];
  readonly leftOut: readonly LeftOutRow[];
}

/**
 * The tables of a grid. Where no row says a title and another field, the first row with several cells is the header, so
 * that people are told what is missing in it. Yields from time to time. O(cells).
 * @param grid the cells, merged ones filled.
 * @param plain the cells as they are.
 */
export function* blocksOf(grid: Grid, plain: Grid, table: HeaderTable): Generator<void, Blocks> {
  const blocks: Block[] = [];
  const leftOut: LeftOutRow[] = [];
  const leave = (row: number, kind: RowKind) =>
    leftOut.push({ row, kind, text: textsOf(grid[row]!).join(' ').slice(0, 60) });
  let at = firstHeader(grid, table);
  if (at < 0) return { blocks, leftOut };
  let floor = 0;
  while (at >= 0) {
    const header = headerAt(grid, at, table, floor);
    let unit: string | undefined;
    for (let row = floor; row < header.first; row++) {
      const line = textsOf(grid[row]!);
      if (line.length === 0) continue;
      if (blocks.length === 0) leave(row, 'title');
      unit = line.map(lineUnit).find((found) => found !== undefined) ?? unit;
    }
    const headerRows = grid.slice(header.first, header.last + 1);
    const rows: number[] = [];
    let row = header.last + 1;
    let next = -1;
    for (; row < grid.length && next < 0; row++) {
      if (row % STEP === 0) yield;
      const cells = grid[row]!;
      // Also what only merged cells reach into.
      if (textsOf(plain[row]!).length === 0) continue;
      const kind = rowKind(plain[row]!, cells, header, headerRows);
      if (kind !== undefined) leave(row, kind);
      else if (isLabel(cells, table)) leave(row, 'label');
      else if (mayBeHeader(cells, table) && isHeader(cells, table)) next = row;
      else rows.push(row);
    }
    // The group row of the next header was taken for a record.
    if (next >= 0) {
      const { first } = headerAt(grid, next, table, Math.max(header.last + 1, next - 2));
      while (rows.length > 0 && rows.at(-1)! >= first) rows.pop();
    }
    blocks.push({ header, rows, ...(unit === undefined ? {} : { unit }) });
    floor = Math.max(header.last + 1, next < 0 ? grid.length : next - 2);
    at = next;
  }
  return { blocks, leftOut };
}

/** Whether a row is the name of a field and nothing else. */
function isLabel(row: readonly string[], table: HeaderTable): boolean {
  const [text, ...others] = textsOf(row);
  return text !== undefined && others.length === 0 && table.mayKnow(text) && table(text)?.rule === 'known';
}

function firstHeader(grid: Grid, table: HeaderTable): number {
  const top = grid.slice(0, MOST_ABOVE);
  const found = top.findIndex((row) => isHeader(row, table));
  if (found >= 0) return found;
  let best = -1;
  let most = 0.9;
  let several = -1;
  top.forEach((row, at) => {
    const texts = textsOf(row);
    if (texts.length === 0) return;
    const { score } = scoreOf(row, table);
    if (score > most) [best, most] = [at, score];
    if (several < 0 && texts.length > 1) several = at;
  });
  return best >= 0 ? best : several >= 0 ? several : top.findIndex((row) => textsOf(row).length > 0);
}
