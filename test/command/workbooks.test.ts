import { readFileSync } from 'node:fs';
import { readAchievements, readDemands } from 'cuohe/io';
import { readWorkbook } from 'cuohe/xlsx';
import { expect, test } from 'vitest';
import { sample } from './run.ts';

test.each([
  ['achievements', readAchievements],
  ['demands', readDemands],
] as const)('the workbook of the sample holds its %s', async (name, read) => {
  const lines = readFileSync(sample(`${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  const wanted = lines.map((line) => JSON.parse(line) as { id: string; title: string });
  const { records, report } = read(await readWorkbook(readFileSync(sample(`${name}.xlsx`))));
  expect(report.leftOut).toBe(0);
  expect(records.map(({ id, title }) => [id, title])).toEqual(
    wanted.map(({ id, title }) => [id, title.trim()]),
  );
  expect(report.columns.filter(({ field }) => field === undefined)).toEqual([]);
});
