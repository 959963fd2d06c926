import { readWorkbook } from 'cuohe/xlsx';
import { describe, expect, test } from 'vitest';
import { book, bookParts, zip } from './books.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** The text of one cell with a format, and why it is doubted. */
async function shown(cell: string, formats: readonly (string | number)[] = [], is1904 = false) {
  const [sheet] = await readWorkbook(
    book({ sheets: { 表一: `<row r="1">${cell}</row>` }, formats, is1904, strings: STRINGS }),
  );
  const doubts = sheet!.doubts?.map(({ row, column, code }) => `${row},${column} ${code}`);
  return [sheet!.rows[0]?.[0] ?? '', ...(doubts ?? [])].join(' | ');
}
const number = (value: number | string, style = 1) => `<c r="A1" s="${style}"><v>${value}</v></c>`;
const STRINGS = [
  '<si><t>001</t></si>',
  '<si><r><t>Al</t></r><r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r><r><t xml:space="preserve">O </t></r></si>',
  '<si><t>漢字</t><rPh sb="0" eb="2"><t>カンジ</t></rPh></si>',
  '<si><t>一行_x000D_\n二行</t></si>',
].join('');

describe('a cell of a workbook', () => {
  test.each([
    ['a shared text, digits and all', '<c r="A1" t="s"><v>0</v></c>', '001'],
    ['rich text, joined', '<c r="A1" t="s"><v>1</v></c>', 'Al2O '],
    ['a text without its reading', '<c r="A1" t="s"><v>2</v></c>', '漢字'],
    ['line breaks as \\n', '<c r="A1" t="s"><v>3</v></c>', '一行\n二行'],
    ['an inline text', '<c r="A1" t="inlineStr"><is><t>a&amp;b</t></is></c>', 'a&b'],
    ['a truth', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['a falsehood', '<c r="A1" t="b"><v>0</v></c>', 'FALSE'],
    ['the value of a formula', '<c r="A1"><f>1+1</f><v>2</v></c>', '2'],
    ['the text of a formula', '<c r="A1" t="str"><f>"甲"</f><v>甲</v></c>', '甲'],
    ['a formula without a value as empty, in doubt', '<c r="A1"><f>1+1</f></c>', ' | 0,0 no-value'],
    ['an error as empty, in doubt', '<c r="A1" t="e"><v>#N/A</v></c>', ' | 0,0 error'],
    ['the error of a formula', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', ' | 0,0 error'],
    ['a text that looks like an error', '<c r="A1" t="inlineStr"><is><t>#N/A</t></is></c>', '#N/A'],
    ['a picture of WPS as empty', '<c r="A1" t="str"><f>X</f><v>=DISPIMG("ID_1",1)</v></c>', ''],
    ['a cell without a place', '<c><v>7</v></c>', '7'],
  ])('gives %s', async (_, cell, text) => {
    expect(await shown(cell)).toBe(text);
  });

  test.each([
    ['0.30000000000000004', 'General', '0.3'],
    ['9.12026E9', 'General', '9120260000'],
    ['9120260000', '0.00E+00', '9120260000 | 0,0 scientific'],
    ['202311000000', 'General', '202311000000 | 0,0 scientific'],
    ['202311012345', 'General', '202311012345'],
    ['202311000000', '0', '202311000000'],
    ['13800000000', 'General', '13800000000'],
    ['210102199001011000', '0', '210102199001011000 | 0,0 digits'],
    ['1E-7', 'General', '0.0000001'],
    ['-1.5E+22', '0', '-15000000000000000000000 | 0,0 digits'],
    ['0.65', '0%', '65%'],
    ['0.655', '0.00%;[Red]-0.00%', '65.5%'],
    ['0.07', '0%', '7%'],
    ['65', '0"%"', '65'],
    ['45600', 'General', '45600'],
    ['45600', '[Red]#,##0_ ', '45600'],
    ['45600', '"第"0"天"', '45600'],
  ])('gives the number %s under %s as %s', async (value, format, text) => {
    expect(await shown(number(value), [format])).toBe(text);
  });

  test.each([
    ['yyyy"年"m"月"d"日"', 45292, '2024-01-01'],
    ['[$-804]yyyy"年"m"月"d"日";@', 45292, '2024-01-01'],
    ['yyyy/m/d h:mm', 45292.5, '2024-01-01 12:00'],
    ['yyyy\\-mm\\-dd', 45292.25, '2024-01-01 06:00'],
    ['yyyy-mm-dd hh:mm:ss', 45292.123456, '2024-01-01 02:57:47'],
    ['m/d', 45292, '2024-01-01'],
    ['h:mm', 45292.75, '18:00'],
    ['[h]:mm', 1.5, '36:00'],
    ['yyyy-mm-dd', 59, '1900-02-28'],
    ['yyyy-mm-dd', 61, '1900-03-01'],
    ...[14, 15, 16, 17, 27, 28, 31, 36, 50, 57, 58].map((id) => [id, 45292, '2024-01-01'] as const),
    [22, 45292.5, '2024-01-01 12:00'],
    [20, 0.75, '18:00'],
    [45, 0.75, '18:00'],
    [32, 0.75, '18:00'],
  ] as const)('gives a date under the format %s: %d is %s', async (format, value, text) => {
    expect(await shown(number(value), [format])).toBe(text);
  });

  test('counts dates from 1904 where the workbook does', async () => {
    expect(await shown(number(43830), ['yyyy-mm-dd'], true)).toBe('2024-01-01');
    expect(await shown(number(1.5), ['[h]:mm'], true)).toBe('36:00');
  });
});

describe('a sheet of a workbook', () => {
  test('keeps the places of its rows and columns', async () => {
    const rows =
      '<row r="3"><c r="C3"><v>1</v></c><c r="D3" s="1"/></row><row r="7"><c r="A7"><v>2</v></c></row><row r="9"/>';
    const [sheet] = await readWorkbook(book({ sheets: { 表一: rows }, formats: ['0'] }));
    expect(sheet).toEqual({ name: '表一', rows: [[], [], ['', '', '1'], [], [], [], ['2']] });
  });

  test('tells what is merged and what is hidden, and empties what a merged cell covers', async () => {
    const cells = ['A', 'B', 'C'].map((letter) => `<c r="${letter}ROW"><v>1</v></c>`).join('');
    const rows = [1, 2, 3].map(
      (row) =>
        `<row r="${row}"${row === 2 ? ' hidden="1"' : ''}>${cells.replaceAll('ROW', String(row))}</row>`,
    );
    const [sheet] = await readWorkbook(
      book({
        sheets: { 表一: rows.join('') },
        before: '<cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" hidden="1"/></cols>',
        after: '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C3:XFD1048576"/></mergeCells>',
      }),
    );
    expect(sheet).toEqual({
      name: '表一',
      rows: [
        ['1', '', '1'],
        ['', '', '1'],
        ['1', '1', '1'],
      ],
      merges: [
        { top: 0, left: 0, bottom: 1, right: 1 },
        { top: 2, left: 2, bottom: 1_048_575, right: 16_383 },
      ],
      hiddenRows: [1],
      hiddenColumns: [1],
    });
  });

  test('may be one of many, hidden or empty', async () => {
    const sheets = Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((i) => [`表${i}`, i === 3 ? '' : `<row r="1"><c r="A1"><v>${i}</v></c></row>`]),
    );
    const read = await readWorkbook(book({ sheets, hidden: ['表2'] }));
    expect(read.map(({ name, hidden, rows }) => [name, hidden, rows[0]?.[0]])).toEqual([
      ['表1', undefined, '1'],
      ['表2', true, '2'],
      ['表3', undefined, undefined],
      ['表4', undefined, '4'],
      ['表5', undefined, '5'],
      ['表6', undefined, '6'],
    ]);
  });

  test('of charts is left out', async () => {
    const sheets = Object.fromEntries(
      [1, 2, 3, 4, 5].map((i) => [`表${i}`, `<row r="1"><c r="A1"><v>${i}</v></c></row>`]),
    );
    const parts = bookParts({ sheets });
    for (const i of [2, 5]) {
      parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replace(
        `relationships/worksheet" Target="worksheets/sheet${i}.xml`,
        `relationships/chartsheet" Target="chartsheets/sheet${i}.xml`,
      );
    }
    const read = await readWorkbook(zip(parts));
    expect(read.map(({ name }) => name)).toEqual(['表1', '表3', '表4']);
  });

  test('is read from an ArrayBuffer and from a part of one', async () => {
    const bytes = book({ sheets: { 表一: `<row r="1">${number(1, 0)}</row>` } });
    const longer = new Uint8Array(bytes.length + 5);
    longer.set(bytes, 3);
    const wanted = [{ name: '表一', rows: [['1']] }];
    expect(await readWorkbook(bytes.slice().buffer)).toEqual(wanted);
    expect(await readWorkbook(longer.subarray(3, -2))).toEqual(wanted);
  });
});

describe('what is no workbook', () => {
  const parts = bookParts({});
  test.each([
    ['nothing', utf8(''), 'an empty file'],
    [
      'a Word document',
      zip({ '[Content_Types].xml': '', 'word/document.xml': 'x' }),
      'a Word document (.docx)',
    ],
    [
      'a presentation',
      zip({ '[Content_Types].xml': '', 'ppt/presentation.xml': 'x' }),
      'a presentation (.pptx)',
    ],
    ['an OpenDocument file', zip({ mimetype: 'x', 'content.xml': 'x' }), 'an OpenDocument file (.ods'],
    ['a binary workbook', zip({ ...parts, 'xl/workbook.bin': 'x' }), 'a binary workbook (.xlsb)'],
    ['any zip file', zip({ '说明.txt': 'x' }), 'a zip file without a workbook ("说明.txt")'],
    ['an empty zip file', zip({}), 'it is empty'],
    ['half a zip file', zip(parts).slice(0, 300), 'a damaged zip file'],
    [
      'a workbook without its cells',
      zip({ ...parts, 'xl/workbook.xml': '<workbook>' }),
      'a damaged workbook',
    ],
    ['a PDF file', utf8('%PDF-1.7'), 'a PDF file'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'a picture'],
    ['a page without a table', utf8('<!DOCTYPE html><p>登录'), 'an HTML page without a table'],
    ['another XML file', utf8('<?xml version="1.0"?><a/>'), 'an XML file without sheets'],
    ['JSON', utf8('[{"id":1}]'), 'a text in JSON'],
    ['a malformed text table', utf8('a,b\n"c'), 'a malformed quote in row 2'],
    ['bytes of no kind', Uint8Array.of(0xff, 0x00, 0x81, 0x13), 'neither a workbook nor a text'],
  ])('is refused by its name: %s', async (_, bytes, name) => {
    const error = await readWorkbook(bytes).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'CuoheError', code: 'UNREADABLE_INPUT' });
    expect(String(error)).toContain(name);
  });

  test.each([null, 7, 'text'])('is refused for what it is: %s', async (bytes) => {
    await expect(readWorkbook(bytes as never)).rejects.toThrow('expected');
  });
});

describe('the limits', () => {
  const one = `<row r="1">${number(1, 0)}</row>`;
  test('hold what the directory tells, before anything is unpacked', async () => {
    const bytes = zip(bookParts({ sheets: { 表一: one } }), (size) => size * 1e6);
    await expect(readWorkbook(bytes)).rejects.toThrow('of the option maxBytes');
    await expect(readWorkbook(zip(bookParts({})), { maxBytes: 100 })).rejects.toThrow('more than the 100');
  });

  test('take no directory that hides a size', async () => {
    await expect(readWorkbook(zip(bookParts({}), () => 0))).rejects.toThrow('a damaged zip file');
  });

  test('count cells up to the furthest, of all sheets together', async () => {
    const far = '<row r="1000"><c r="T1000"><v>1</v></c></row>';
    const bytes = book({ sheets: { 甲: far, 乙: far } });
    expect(await readWorkbook(bytes, { maxCells: 40_000 })).toHaveLength(2);
    await expect(readWorkbook(bytes, { maxCells: 39_999 })).rejects.toThrow('one of 40000 cells');
    const corner = book({ sheets: { 甲: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' } });
    await expect(readWorkbook(corner)).rejects.toThrow('cells');
  });

  test('are whole numbers from 1, and there are no other options', async () => {
    const options = { maxBytes: 0, maxCells: 1.5, maxRows: 3 };
    const error = await readWorkbook(book({}), options as never).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'InputError', code: 'INVALID_OPTIONS' });
    expect((error as { issues: { path: string }[] }).issues.map(({ path }) => path)).toEqual([
      'maxRows',
      'maxBytes',
      'maxCells',
    ]);
    await expect(readWorkbook(book({}), null as never)).rejects.toThrow('an object');
  });
});
