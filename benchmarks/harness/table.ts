/** Plain tables, for terminals and for Markdown. */
import type { Times } from './rounds.ts';

/** Aligned columns; the first row is the head. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}

export function markdownTable(rows: readonly (readonly string[])[]): string[] {
  const [head, ...rest] = rows.map((row) => `| ${row.join(' | ')} |`);
  return [head!, `|${'---|'.repeat(rows[0]!.length)}`, ...rest];
}

export function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** Three significant digits, without an exponent. */
export function digits(value: number): string {
  return value >= 100 ? whole(value) : value.toPrecision(3);
}

/** Median, and the least and greatest of the rounds. */
export function spread({ median, min, max }: Times): string {
  return `${digits(median)} (${digits(min)}–${digits(max)})`;
}

export function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
