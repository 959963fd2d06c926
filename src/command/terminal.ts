import { styleText } from 'node:util';

/** Text for terminals in which a Chinese character takes two columns. */

const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** Columns that a text takes. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (!/\p{Mn}/u.test(character)) columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}

/** Without control characters: a record must not move the cursor or turn the direction of the text. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

/** Latin words stay whole; closing marks stay with what is before them, opening ones with what follows. */
const PIECES = /\s+|[“（《【]*(?:[!-~\u00A0-\u024F]+|.)[”）》】，。、；：？！]*/gu;

/** Breaks a text into lines of at most `columns`. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of plain(text).match(PIECES) ?? []) {
    if (line !== '' && width(line) + width(piece) > columns) {
      lines.push(line.trimEnd());
      line = '';
    }
    line = line === '' ? piece.trimStart() : line + piece;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of `columns`; `share` in [0, 1] of it is filled. */
export function bar(share: number, columns: number): { readonly filled: string; readonly rest: string } {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * columns * 8);
  const filled = '█'.repeat(eighths >> 3) + EIGHTHS[eighths & 7]!;
  return { filled, rest: '·'.repeat(columns - filled.length) };
}

type Style = Parameters<typeof styleText>[0];

/** Colours on a terminal, unless NO_COLOR asks for none. */
export function paint(style: Style, text: string): string {
  const isWanted = process.stdout.isTTY === true && !process.env.NO_COLOR;
  return isWanted && text !== '' ? styleText(style, text) : text;
}

/** Columns to write in. */
export function pageWidth(): number {
  return Math.max(60, Math.min(100, process.stdout.columns ?? 100));
}
