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
  'portals',
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
  const regions = sample.extra<{ code: string; zh: string }>('region-names');
  return new Map([
    ...regions.map(({ code, zh }) => [code, zh] as const),
    ...items.map(({ id, title, name }) => [id, title ?? name ?? id] as const),
    ...[...sample.achievements, ...sample.demands].map(({ id, title }) => [id, title] as const),
    ...DEFAULT_TAXONOMY.chains.map(({ code, nameZh }) => [code, nameZh] as const),
  ]);
}

/**
 * All tables of a programme that hold something, named after it: `技术经理人派单与台账 派单`; of the second result on with
 * its number, since a sheet is found by its name.
 */
export function tablesOf(
  { titleZh }: DemoProgramme,
  results: readonly ProgrammeResult[],
  titles: ReadonlyMap<string, string>,
): Table[] {
  const [short] = titleZh.split(/[：，]/);
  const times = new Map<string, number>();
  return results
    .flatMap((result) => rows(result, 'zh', { titles }))
    .filter((table) => table.rows.length > 0)
    .map((table) => {
      const time = (times.get(table.name!) ?? 0) + 1;
      times.set(table.name!, time);
      return { ...table, name: `${short} ${table.name}${time === 1 ? '' : ` ${time}`}` };
    });
}

/** Writes a workbook, a sheet a table, behind a sheet that lists them. */
export async function writeWorkbook(file: string, tables: readonly Table[]): Promise<void> {
  const contents: Table = {
    name: '目录',
    columns: [
      { header: '序号' },
      { header: '表', width: 44 },
      { header: '行数' },
      { header: '栏目', width: 100 },
    ],
    rows: tables.map(({ name, columns, rows: lines }, i) => [
      i + 1,
      name!,
      lines.length,
      columns.map(({ header }) => header).join('、'),
    ]),
  };
  writeFileSync(file, await writeTable([contents, ...tables]));
}

/** Writes a file a table, numbered in their order. */
export function writeFolder(folder: string, tables: readonly Table[]): void {
  mkdirSync(folder, { recursive: true });
  for (const [i, table] of tables.entries()) {
    writeFileSync(join(folder, `${String(i + 1).padStart(3, '0')} ${table.name}.csv`), writeCsv(table));
  }
}
