import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_TAXONOMY } from 'cuohe';
import { type Table, writeCsv } from 'cuohe/io';
import { type ProgrammeResult, rows } from 'cuohe/programmes';
import { writeTable } from 'cuohe/xlsx';
import type { DemoProgramme, Sample } from './types.ts';

/** Files of the sample whose items have names that tables show beside ids. */
const NAMED = [
  'brokers',
  'chain-leaders',
  'common-demands',
  'experts',
  'maturity-bases',
  'named-demands',
  'new-achievements',
  'rd-projects',
  'resources',
  'session-venues',
  'visiting-experts',
];

/** What ids of the sample are called. */
export function titlesOf(sample: Sample): Map<string, string> {
  const items = NAMED.flatMap((name) => [
    ...sample.extra<{ id: string; title?: string; name?: string }>(name),
  ]);
  return new Map([
    ...items.map(({ id, title, name }) => [id, title ?? name ?? id] as const),
    ...[...sample.achievements, ...sample.demands].map(({ id, title }) => [id, title] as const),
    ...DEFAULT_TAXONOMY.chains.map(({ code, nameZh }) => [code, nameZh] as const),
  ]);
}

/** All tables of a programme, named after it: `技术经理人派单与台账 派单`. */
export function tablesOf(
  { titleZh }: DemoProgramme,
  results: readonly ProgrammeResult[],
  titles: ReadonlyMap<string, string>,
): Table[] {
  const [short] = titleZh.split(/[：，]/);
  return results.flatMap((result) =>
    rows(result, 'zh', { titles }).map((table) => ({ ...table, name: `${short} ${table.name}` })),
  );
}

/** Writes a workbook, a sheet a table. */
export async function writeWorkbook(file: string, tables: readonly Table[]): Promise<void> {
  writeFileSync(file, await writeTable(tables));
}

/** Writes a file a table, numbered in their order. */
export function writeFolder(folder: string, tables: readonly Table[]): void {
  mkdirSync(folder, { recursive: true });
  for (const [i, table] of tables.entries()) {
    writeFileSync(join(folder, `${String(i + 1).padStart(3, '0')} ${table.name}.csv`), writeCsv(table));
  }
}
