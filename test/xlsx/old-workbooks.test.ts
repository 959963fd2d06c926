import { readWorkbook } from 'cuohe/xlsx';
import { describe, expect, test } from 'vitest';
import { container, oldBook, oldRecord } from './old-books.ts';

const BOOK = oldBook([
  [0, 0, '2026年度汇总表'],
  [2, 1, '001'],
  [2, 2, { number: 0.1 + 0.2 }],
  [2, 3, { number: 45_292, isDate: true }],
  [3, 0, true],
  [3, 1, { error: 42 }],
  [3, 2, '一行\r\n二行'],
]);

describe('an old workbook', () => {
  test('gives its sheets', async () => {
    expect(await readWorkbook(container(BOOK))).toEqual([
      {
        name: '表一',
        rows: [['2026年度汇总表'], [], ['', '001', '0.3', '2024-01-01'], ['TRUE', '', '一行\n二行']],
        merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
        doubts: [{ row: 3, column: 1, code: 'error' }],
      },
    ]);
  });

  test('tells whether a sheet is hidden', async () => {
    const cells = [[0, 0, 'x']] as const;
    const [sheet] = await readWorkbook(container(oldBook(cells, undefined, true)));
    expect(sheet).toEqual({
      name: '表一',
      hidden: true,
      rows: [['x']],
      merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
    });
  });

  const password = oldRecord(0x2f, Buffer.alloc(54));
  test.each([
    ['one with a password', container(oldBook([[0, 0, 'x']], password)), 'a workbook with a password'],
    [
      'one with a password, on writing too',
      container(oldBook([[0, 0, 'x']], Buffer.concat([oldRecord(0x86), password]))),
      'a workbook with a password',
    ],
    ['an .xlsx with a password', container(BOOK, 'EncryptedPackage'), 'a workbook with a password'],
    [
      'a Word document with a table',
      container(BOOK, 'Workbook', ['WordDocument']),
      'an old Word document (.doc)',
    ],
    ['a presentation', container(BOOK, 'PowerPoint Document'), 'an old presentation (.ppt)'],
    ['another file', container(BOOK, 'Contents'), 'an old Office file (.xls, .doc) without a workbook'],
    ['half of one', container(BOOK).slice(0, 1600), 'a damaged workbook'],
    [
      'one of Excel 95',
      container(Buffer.from('0908080000050500', 'hex'), 'Book'),
      'a damaged workbook (Unsupported XLS version',
    ],
  ])('is refused by its name: %s', async (_, bytes, name) => {
    const error = await readWorkbook(bytes).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'CuoheError', code: 'UNREADABLE_INPUT' });
    expect(String(error)).toContain(name);
  });

  test('has limits', async () => {
    await expect(readWorkbook(container(BOOK), { maxBytes: 1000 })).rejects.toThrow('maxBytes');
    await expect(readWorkbook(container(BOOK), { maxCells: 15 })).rejects.toThrow('one of 16 cells');
  });
});
