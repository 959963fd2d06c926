import { writeCsv } from 'cuohe/io';
import { readWorkbook, writeTable } from 'cuohe/xlsx';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { TableCell } from '../../src/io/written-table.ts';

const table = (headers: readonly string[], ...rows: TableCell[][]) => ({
  columns: headers.map((header) => ({ header })),
  rows,
});

describe('writeTable', () => {
  test('writes a workbook in which texts are texts, numbers numbers and dates dates', async () => {
    const bytes = await writeTable({
      name: '撮合结果',
      ...table(
        ['编号', '名称', '得分', '有效期', '更新', '公开'],
        ['001', '=1+1', 0.25, new Date('2026-12-31'), new Date('2026-01-02T03:04:05Z'), true],
        ['', null, undefined, new Date('2026-01-02T03:04Z'), new Date('1880-01-01'), false],
      ),
    });
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    const [sheet] = sheets;
    expect(sheets).toHaveLength(1);
    expect(sheet!.name).toBe('撮合结果');
    expect(sheet!.rows[1]).toEqual([
      '001',
      '=1+1',
      0.25,
      new Date('2026-12-31'),
      new Date('2026-01-02T03:04:05Z'),
      true,
    ]);
    expect(sheet!.cells!.get('1,1')?.formula).toBeUndefined();
    expect(await readWorkbook(bytes)).toEqual([
      {
        name: '撮合结果',
        rows: [
          ['编号', '名称', '得分', '有效期', '更新', '公开'],
          ['001', '=1+1', '0.25', '2026-12-31', '2026-01-02 03:04:05', 'TRUE'],
          ['', '', '', '2026-01-02 03:04', '1880-01-01', 'FALSE'],
        ],
      },
    ]);
  });

  test('makes the header bold and keeps it in sight; columns are as wide as their texts', async () => {
    const long = '热障涂层'.repeat(100);
    const bytes = await writeTable({
      columns: [{ header: '编号' }, { header: '名称' }, { header: '简介' }, { header: 'x', width: 40 }],
      rows: [['1', '燃气轮机叶片热障涂层', long]],
    });
    const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets;
    expect(sheet!.freezePane).toEqual({ rows: 1 });
    expect(sheet!.cells!.get('0,0')?.style?.font?.bold).toBe(true);
    expect(sheet!.cells!.get('1,0')?.style?.font?.bold).toBeUndefined();
    expect(sheet!.columns?.map(({ width }) => Math.round(width!))).toEqual([8, 22, 60, 40]);
  });

  test.each([
    [undefined, 'Sheet1'],
    ['', 'Sheet1'],
    ["'2026/27: [a]*?'", '2026 27   a'],
    ['成'.repeat(40), '成'.repeat(31)],
    ['history', 'Sheet1'],
  ])('names the sheet as Excel allows: %j', async (name, wanted) => {
    const [sheet] = await readWorkbook(await writeTable({ name, ...table(['a']) }));
    expect(sheet!.name).toBe(wanted);
  });

  test('writes CSV as writeCsv does', async () => {
    const rows = table(['a', 'b'], ['1', '涂层']);
    expect(await writeTable(rows, { format: 'csv' })).toEqual(writeCsv(rows));
    const options = { encoding: 'gb18030' } as const;
    expect(await writeTable(rows, { format: 'csv', ...options })).toEqual(writeCsv(rows, options));
  });

  test('names every cell that cannot be written', async () => {
    const bad = {
      name: 3,
      columns: [{ header: 'a' }, { header: 5, width: 0 }],
      rows: [['x', Number.NaN], 'row', ['1', '2', '3'], [new Date(Number.NaN), {}], ['x'.repeat(32_768)]],
    };
    const error = await writeTable(bad as never).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'InputError', code: 'INVALID_RECORDS' });
    expect((error as { issues: { path: string }[] }).issues.map(({ path }) => path)).toEqual([
      'name',
      'columns[1].header',
      'columns[1].width',
      'rows[0][1]',
      'rows[1]',
      'rows[2]',
      'rows[3][0]',
      'rows[3][1]',
      'rows[4][0]',
    ]);
    await expect(writeTable({ columns: [], rows: [] })).rejects.toThrow('at least one column');
    await expect(writeTable(undefined as never)).rejects.toThrow('columns');
  });

  test('knows its options, and no others', async () => {
    const options = { format: 'xls', Bom: true } as never;
    const error = await writeTable(table(['a']), options).catch((reason: unknown) => reason);
    expect((error as { issues: { path: string }[] }).issues.map(({ path }) => path)).toEqual([
      'Bom',
      'format',
    ]);
    await expect(writeTable(table(['a']), { bom: true })).rejects.toThrow('an option of csv');
  });

  test('writes what readWorkbook reads, whatever the texts', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({
        unit: fc.constantFrom(
          '_',
          'x',
          '0',
          '5',
          'F',
          'D',
          '\n',
          ' ',
          '<',
          '&',
          '"',
          "'",
          '=',
          '\u0001',
          '\uffff',
          '涂',
        ),
      }),
      fc.constantFrom(
        '#N/A',
        '#DIV/0!',
        '001',
        '202311012345',
        '_x000D_',
        '=1+1',
        '2024-01-01',
        'TRUE',
        '\t1',
      ),
    );
    const cell = fc.oneof(
      text,
      fc.constantFrom(null, undefined, true, false),
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: 0, max: 80_000 }).map((day) => new Date(Date.UTC(1900, 2, 1) + day * 86_400_000)),
    );
    const shown = (value: TableCell): string => {
      if (value === null || value === undefined) return '';
      if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
      return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
    };
    const trimmed = (row: readonly string[]) => row.slice(0, row.findLastIndex((text) => text !== '') + 1);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 8 }),
        async (rows) => {
          const [sheet] = await readWorkbook(await writeTable(table(['甲', '乙', '丙'], ...rows)));
          const wanted = rows.map((row) => trimmed(row.map(shown)));
          while (wanted.at(-1)?.length === 0) wanted.pop();
          expect(sheet!.rows.slice(1)).toEqual(wanted);
          expect(sheet!.doubts).toBeUndefined();
        },
      ),
    );
  });
});

describe('writeTable of several tables', () => {
  test('writes a sheet for each, in their order', async () => {
    const bytes = await writeTable([
      { name: '概览', ...table(['项目'], ['需求']) },
      { name: '匹配', ...table(['编号', '得分'], ['D1', 0.5]) },
    ]);
    expect(await readWorkbook(bytes)).toEqual([
      { name: '概览', rows: [['项目'], ['需求']] },
      {
        name: '匹配',
        rows: [
          ['编号', '得分'],
          ['D1', '0.5'],
        ],
      },
    ]);
  });

  test('gives names that are the same a number, within what Excel allows', async () => {
    const long = '成'.repeat(31);
    const names = ['表', '表', 'A', 'a', long, long, undefined, undefined];
    const sheets = await readWorkbook(
      await writeTable(names.map((name) => ({ name, ...table(['a'], ['1']) }))),
    );
    expect(sheets.map(({ name }) => name)).toEqual([
      '表',
      '表 (2)',
      'A',
      'a (2)',
      long,
      `${'成'.repeat(27)} (2)`,
      'Sheet1',
      'Sheet1 (2)',
    ]);
  });

  test('names the table of every cell that cannot be written, and refuses CSV and no table at all', async () => {
    const bad = [table(['a'], ['1']), table(['a'], [Number.NaN])];
    const error = await writeTable(bad).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'INVALID_RECORDS', issues: [{ path: '[1].rows[0][0]' }] });
    await expect(writeTable([])).rejects.toThrow('at least one table');
    await expect(writeTable([table(['a'])], { format: 'csv' })).rejects.toThrow('CSV holds one table');
  });
});
