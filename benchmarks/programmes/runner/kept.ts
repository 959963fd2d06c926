import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { ProgrammeRow } from './run.ts';

/** Puts rows into a file of rows: one of the same name takes the place of the one before. @returns all rows. */
export function keepRows(file: string, rows: readonly ProgrammeRow[]): ProgrammeRow[] {
  const byName = new Map(existsSync(file) ? readRows(file).map((row) => [row.name, row]) : []);
  for (const row of rows) byName.set(row.name, row);
  const all = [...byName.values()].sort((a, b) => a.programme - b.programme || (a.name < b.name ? -1 : 1));
  writeFileSync(file, `[\n${all.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
  return all;
}

/** Reads what {@link keepRows} wrote. */
export function readRows(file: string): ProgrammeRow[] {
  return JSON.parse(readFileSync(file, 'utf8')) as ProgrammeRow[];
}
