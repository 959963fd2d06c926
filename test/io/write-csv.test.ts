import { decodeText, readAchievements, writeCsv } from 'cuohe/io';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanCell } from '../../src/io/cells.ts';
import { encodeGb18030 } from '../../src/io/gb18030.ts';
import { parseTable } from '../../src/io/table.ts';
import type { TableCell } from '../../src/io/written-table.ts';
import { issuesOf } from './helpers.ts';

const table = (headers: readonly string[], ...rows: TableCell[][]) => ({
  columns: headers.map((header) => ({ header })),
  rows,
});
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('writeCsv', () => {
  test('writes a header, commas, quotes where they are needed, and a byte order mark', () => {
    const bytes = writeCsv(
      table(
        ['编号', '名称'],
        ['001', 'a,b'],
        ['"x"', '一行\n二行'],
        [true, null],
        [-5, 1e21],
        [new Date('2026-12-31'), new Date('2026-01-02T03:04Z')],
        [' '],
      ),
    );
    expect(text(bytes)).toBe(
      '\uFEFF编号,名称\r\n001,"a,b"\r\n"""x""","一行\n二行"\r\nTRUE,\r\n-5,1000000000000000000000\r\n2026-12-31,2026-01-02 03:04\r\n" ",\r\n',
    );
  });

  test('may leave the mark out, and may write GB18030', () => {
    const rows = table(['编号', '名称'], ['1', '涂层𠮷€']);
    expect(text(writeCsv(rows, { bom: false }))).toBe('编号,名称\r\n1,涂层𠮷€\r\n');
    expect(decodeText(writeCsv(rows, { encoding: 'gb18030' }))).toBe('编号,名称\r\n1,涂层𠮷€\r\n');
  });

  test.each(['=1+1', '+86', '-1', '@a', '\t=1', '\r=1'])('defuses the formula %j', (formula) => {
    const written = parseTable(text(writeCsv(table(['a'], [formula]), { bom: false }))).rows[1]![0]!;
    expect(written.startsWith("'")).toBe(true);
    expect(cleanCell(written)).toBe(cleanCell(formula));
  });

  test('lets nobody guess another delimiter, or take the header for a hint', () => {
    const written = text(writeCsv(table(['sep=;'], ['a;b'], ['a；b，c'], ['']), { bom: false }));
    expect(parseTable(written).rows.slice(0, 4)).toEqual([['sep=;'], ['a;b'], ['a；b，c'], ['']]);
    expect(parseTable(text(writeCsv(table(['a;b;c', 'd'], []), { bom: false }))).rows[0]).toEqual([
      'a;b;c',
      'd',
    ]);
  });

  test('writes what the readers take in', () => {
    const bytes = writeCsv(table(['成果编号', '成果名称'], ['001', '-40℃低温钢'], ['002', '=热障涂层']));
    expect(readAchievements(bytes).records.map(({ id, title }) => [id, title])).toEqual([
      ['001', '-40℃低温钢'],
      ['002', '=热障涂层'],
    ]);
  });

  test('names every cell that cannot be written, and every bad option', () => {
    const bad = { columns: [{ header: 'a' }], rows: [[1, 2], [Number.POSITIVE_INFINITY], [Symbol('x')]] };
    expect(issuesOf(() => writeCsv(bad as never)).map(({ path }) => path)).toEqual([
      'rows[0]',
      'rows[1][0]',
      'rows[2][0]',
    ]);
    const run = (options: object) => issuesOf(() => writeCsv(table(['a']), options)).map(({ path }) => path);
    expect(run({ encoding: 'gbk', Bom: true })).toEqual(['Bom', 'encoding']);
    expect(run({ encoding: 'gb18030', bom: true })).toEqual(['bom']);
    expect(run({ bom: 1 })).toEqual(['bom']);
  });

  test('writes what parseTable reads, whatever the texts', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(',', '"', '\n', '\t', ';', '，', '=', '-', ' ', '涂', '1') }),
    );
    const row = fc.array(cell, { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 6 }),
        fc.constantFrom('utf-8' as const, 'gb18030' as const),
        (rows, encoding) => {
          const written = decodeText(writeCsv(table(['甲', '乙'], ...rows), { encoding }));
          const read = parseTable(written);
          expect(read.quotes).toEqual([]);
          const wanted = rows.map((cells) =>
            cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replace(/\r\n?/g, '\n')),
          );
          expect(read.rows).toEqual([['甲', '乙'], ...wanted, ['']]);
        },
      ),
    );
  });
});

describe('GB18030', () => {
  test('has every character of Unicode, and gives it back', () => {
    const decoder = new TextDecoder('gb18030', { fatal: true });
    // Codes for private use that decoders read as the characters that stand there by now.
    const moved = /[\ue5e5\ue78d-\ue796\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864]/g;
    for (let from = 0; from < 0x110000; from += 0x1000) {
      const points = Array.from({ length: 0x1000 }, (_, i) => from + i).filter(
        (point) => (point < 0xd800 || point > 0xdfff) && point !== 0xfeff,
      );
      // Not a spread: the text is what is tested.
      const written = points
        .map((point) => String.fromCodePoint(point))
        .join('')
        .replace(moved, '');
      expect(decoder.decode(encodeGb18030(written)) === written).toBe(true);
    }
  });

  test('is written as the standard says', () => {
    expect([...encodeGb18030('a编龦€𠮷')]).toEqual([
      0x61, 0xb1, 0xe0, 0x82, 0x35, 0x8f, 0x33, 0xa2, 0xe3, 0x95, 0x34, 0xb2, 0x35,
    ]);
  });

  test('has a mark for what is no character', () => {
    const mark = [...encodeGb18030('\ufffd')];
    expect([...encodeGb18030('a\ud800')]).toEqual([0x61, ...mark]);
    expect([...encodeGb18030('\udc00a')]).toEqual([...mark, 0x61]);
  });
});
