import { plain, width } from '../../src/command/terminal.ts';

/** Rows as lines with aligned columns, two spaces between them; a Chinese character takes two columns. */
export function columns(rows: readonly (readonly string[])[], indent = '  '): string[] {
  const cells = rows.map((row) => row.map(plain));
  const widths: number[] = [];
  for (const row of cells) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, width(cell));
  }
  return cells.map((row) => {
    const padded = row.map((cell, i) => cell + ' '.repeat(widths[i]! - width(cell)));
    return `${indent}${padded.join('  ')}`.trimEnd();
  });
}

/** The beginning of a text, at most so many columns wide with its ellipsis. */
export function shortened(text: string, most: number): string {
  const line = plain(text);
  if (width(line) <= most) return line;
  let kept = '';
  for (const character of line) {
    if (width(kept) + width(character) > most - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
