import type { Window } from './shape.ts';

/** Rows of a block. */
export const BLOCK = 256;

/** A row that belongs to no text, or gives nothing to the sum of its text. */
export const NONE = -1;

/**
 * Texts, or parts of long ones, one behind another: as many pieces as go through the windows at once. Empty rows stand around each,
 * as many as a window reaches beyond its piece. Of a text that is too long for a block, the part brings along its
 * neighbours on both sides, which count in the block before and behind: memory is the same for every length.
 */
export class Block {
  /** The piece of each row; {@link NONE} for empty rows. */
  readonly pieces = new Int32Array(BLOCK);
  /** Number of the text to whose sum a row counts, or {@link NONE}. */
  readonly texts = new Int32Array(BLOCK);
  /** Rows in use, the empty ones at both ends included. */
  size = 0;
  /** Empty rows at either side of a text. */
  readonly gap: number;
  /** Neighbours that a part brings along: two layers of windows look on one another's results. */
  private readonly before: number;
  private readonly after: number;

  constructor(windows: readonly Window[]) {
    const before = Math.max(...windows.map((window) => window.before));
    const after = Math.max(...windows.map((window) => window.size - 1 - window.before));
    this.gap = Math.max(before, after);
    this.before = 2 * before;
    this.after = 2 * after;
    this.clear();
  }

  /** Whether any text is in it. */
  get isEmpty(): boolean {
    return this.size === this.gap;
  }

  clear(): void {
    this.size = 0;
    this.addGap();
  }

  /**
   * Adds the pieces of a text from a place on, as many as there is room for.
   * @returns the place of the first that is left: `from` where there is no room. An empty block always has some.
   */
  add(text: number, pieces: readonly number[], from: number): number {
    const room = BLOCK - this.size - this.gap;
    const first = Math.max(0, from - this.before);
    const isWhole = pieces.length - first <= room;
    // A text is not cut for the little room behind another one.
    if (!isWhole && !this.isEmpty) return from;
    const end = isWhole ? pieces.length : first + room - this.after;
    const last = Math.min(pieces.length, end + this.after);
    for (let i = first; i < last; i++) this.addRow(pieces[i]!, i >= from && i < end ? text : NONE);
    this.addGap();
    return end;
  }

  private addGap(): void {
    for (let i = 0; i < this.gap; i++) this.addRow(NONE, NONE);
  }

  private addRow(piece: number, text: number): void {
    this.pieces[this.size] = piece;
    this.texts[this.size] = text;
    this.size++;
  }
}
