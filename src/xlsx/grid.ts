import type { Merge, Sheet } from '../io/sheet.ts';
import { unreadable } from './unreadable.ts';

/** Furthest places of a sheet, as in Excel. */
const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** A sheet in the making, of a page that places its cells one by one: below and beside what spans several. */
export class Grid {
  private readonly rows: string[][] = [];
  private readonly merges: Merge[] = [];
  private readonly hiddenRows: number[] = [];
  /** Columns taken by cells from above, with the last row that they reach. */
  private readonly reserved = new Map<number, number>();
  private row = -1;
  private column = 0;
  private lastColumn = 0;
  private width = 0;

  /** @param maxCells most cells that the sheet may have, blank ones included. */
  constructor(private readonly maxCells: number) {}

  /** Begins the next row, or the one at a place further down. */
  nextRow(at = this.row + 1, hidden = false): void {
    this.row = Math.max(at, this.row + 1);
    if (this.row > LAST_ROW) throw unreadable(`a table of more than ${LAST_ROW + 1} rows`);
    this.column = 0;
    if (hidden) this.hiddenRows.push(this.row);
  }

  /** Puts a cell beside the one before, or at a place further to the right. */
  addCell(text: string, down = 1, across = 1, at?: number): void {
    if (this.row < 0) this.nextRow();
    if (at !== undefined) this.column = Math.max(at, this.column);
    else while ((this.reserved.get(this.column) ?? -1) >= this.row) this.column++;
    const right = Math.min(this.column + across - 1, LAST_COLUMN);
    const bottom = Math.min(this.row + down - 1, LAST_ROW);
    this.expectRoom();
    this.lastColumn = this.column;
    if (text !== '') this.put(text);
    if (right > this.column || bottom > this.row) {
      this.merges.push({ top: this.row, left: this.column, bottom, right });
      if (bottom > this.row) for (let i = this.column; i <= right; i++) this.reserved.set(i, bottom);
    }
    this.column = right + 1;
  }

  /** Also where there is no text: what was skipped to come here has been paid for then. */
  private expectRoom(): void {
    if (this.column > LAST_COLUMN) throw unreadable(`a table of more than ${LAST_COLUMN + 1} columns`);
    if ((this.row + 1) * Math.max(this.width, this.column + 1) > this.maxCells)
      throw unreadable('one of more cells than the option maxCells allows');
  }

  private put(text: string): void {
    this.width = Math.max(this.width, this.column + 1);
    while (this.rows.length <= this.row) this.rows.push([]);
    const cells = this.rows[this.row]!;
    while (cells.length < this.column) cells.push('');
    cells[this.column] = text;
  }

  /** Where the last cell was put. */
  get last(): { readonly row: number; readonly column: number } {
    return { row: this.row, column: this.lastColumn };
  }

  /** Cells up to the last that has a text, blank ones included. */
  get size(): number {
    return this.rows.length * this.width;
  }

  /** The sheet as it is now. */
  sheet(name: string, hidden = false): Sheet {
    const hiddenRows = this.hiddenRows.filter((row) => row < this.rows.length);
    return {
      name,
      ...(hidden ? { hidden } : {}),
      rows: this.rows,
      ...(this.merges.length === 0 ? {} : { merges: this.merges }),
      ...(hiddenRows.length === 0 ? {} : { hiddenRows }),
    };
  }
}
