import type { Sheet } from './sheet.ts';

/** Cells of a sheet as rows of text, with merged cells filled. */

/** Rows of cells; an empty cell is an empty text. */
export type Grid = readonly (readonly string[])[];

/**
 * The cells of a sheet; what is merged has its text in each of its cells. Merges that
 * overlap, again and again, are an error of the file: those behind a few million cells are left out. O(cells).
 */
export function gridOf({ rows, merges = [] }: Sheet): Grid {
  const grid = rows.map((row) => Array.from(row));
  let room = MOST_MERGED;
  for (const { top, left, bottom, right } of merges) {
    const text = grid[top]?.[left] ?? '';
    if (text.trim() === '') continue;
    room -= (Math.min(bottom, grid.length - 1) - top + 1) * (right - left + 1);
    if (room < 0) break;
    for (let row = top; row <= Math.min(bottom, grid.length - 1); row++) {
      const cells = grid[row]!;
      while (cells.length <= left) cells.push('');
      for (let column = left; column <= right; column++) cells[column] = text;
    }
  }
  return grid;
}

/** Cells that all merges of a sheet reach over. */
const MOST_MERGED = 4_000_000;

/** The same without white space at the ends of cells. */
export function trimmed(grid: Grid): Grid {
  return grid.map((row) => row.map((cell) => cell.trim()));
}

/** The same in steps. */
export function* trimmedSteps(grid: Grid): Generator<void, Grid> {
  const rows: string[][] = [];
  for (const row of grid) {
    if (rows.length % STEP === 0) yield;
    rows.push(row.map((cell) => cell.trim()));
  }
  return rows;
}

/** Rows between two looks at the clock. */
const STEP = 256;

/** The texts of a row, each once, in their order; without those that are empty. */
export function textsOf(row: readonly string[]): string[] {
  return [...new Set(row)].filter((cell) => cell !== '');
}

/** Position of the first cell with a text, -1 if there is none. */
export function firstFilled(row: readonly string[]): number {
  return row.findIndex((cell) => cell !== '');
}

/** Letters of a column as spreadsheets show them: 0 → A, 26 → AA. */
export function columnLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last;
}
