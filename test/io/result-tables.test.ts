import { createMatcher } from 'cuohe';
import { matchTable, readDemands, readDemandsAsync, reportTable, rowTable, writeCsv } from 'cuohe/io';
import { listResources } from 'cuohe/programmes';
import { readWorkbook, writeTable } from 'cuohe/xlsx';
import { describe, expect, test } from 'vitest';

const matcher = createMatcher([
  { id: 'A1', title: '叶片热障涂层', organization: { name: '某所' } },
  { id: 'A2', title: '=叶片探伤', organization: '某校' },
]);
const results = [matcher.match({ id: 'D1', title: '叶片涂层剥落' })];

describe('a table', () => {
  test('of matches has a row each, in either language', () => {
    const { columns, rows } = matchTable(results);
    expect(columns.map(({ header }) => header)).toEqual([
      '需求编号',
      '名次',
      '编号',
      '名称',
      '单位',
      '得分',
      '等级',
      '理由',
    ]);
    expect(rows[0]).toEqual([
      'D1',
      1,
      'A1',
      '叶片热障涂层',
      '某所',
      results[0]!.matches[0]!.score,
      '强',
      results[0]!.matches[0]!.reason!.zh,
    ]);
    expect(matchTable(results, { language: 'en' }).rows[0]!.at(-1)).toBe(results[0]!.matches[0]!.reason!.en);
  });

  test('of matches names who completed an achievement where nothing names its organisation', () => {
    const own = createMatcher([
      { id: 'A', title: '叶片热障涂层', completingOrganizations: ['某院', '某厂'] },
    ]);
    expect(matchTable([own.match('热障涂层')]).rows[0]![4]).toBe('某院');
  });

  test('of matches is the same when it is written and read, and none of its texts is a formula', async () => {
    const table = matchTable(results, { name: '匹配' });
    const [sheet] = await readWorkbook(await writeTable(table));
    expect(sheet!.name).toBe('匹配');
    const [header, ...rows] = sheet!.rows;
    expect(header).toEqual(table.columns.map(({ header }) => header));
    expect(rows.map((row) => row[3])).toEqual(table.rows.map((row) => row[3]));
    expect(new TextDecoder().decode(writeCsv(table))).toContain(`'=叶片探伤`);
  });

  test('of what a programme returns has a column for each field, texts in one language', () => {
    const { counts } = listResources({ id: 'D1', title: '叶片涂层' }, matcher);
    const table = rowTable(counts, { headers: { kind: '类别', found: '找到' } });
    expect(table.columns.map(({ header }) => header)).toEqual(['类别', '找到']);
    expect(table.rows).toHaveLength(counts.length);
    const flat = rowTable([{ a: { zh: '甲', en: 'A' }, b: { c: [1, 2], d: null } }], { language: 'en' });
    expect(flat).toEqual({ columns: [{ header: 'a' }, { header: 'b.c' }], rows: [['A', '1、2']] });
  });

  test('of a report says what to check first, in either language', () => {
    const { report } = readDemands('征集表,,\n编号,需求名称,预算（万元）\n1,甲,视情况');
    const { columns, rows } = reportTable(report);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows.map(([kind]) => kind)).toEqual(['请核对', '说明', '表', '列', '列', '列']);
    expect(reportTable(report, 'en').rows[0]!.at(-1)).toMatch(/^no sum was understood/);
  });
});

describe('reading in steps', () => {
  const text = `编号,需求名称\n${Array.from({ length: 1200 }, (_, i) => `${i},需求${i}`).join('\n')}`;

  test('gives what reading at once gives, and tells how far it is', async () => {
    let told = 0;
    const read = await readDemandsAsync(text, {
      onProgress: ({ done }) => {
        told = done;
      },
    });
    expect(read).toEqual(readDemands(text));
    expect(told).toBe(1200);
  });

  test('refuses options of another kind', async () => {
    await expect(readDemandsAsync(text, { onProgress: 5, signal: 1 } as never)).rejects.toMatchObject({
      code: 'INVALID_OPTIONS',
      issues: [{ path: 'onProgress' }, { path: 'signal' }],
    });
  });

  test('stops when it is asked to', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(readDemandsAsync(text, { signal: stop.signal })).rejects.toThrow('enough');
  });
});
