import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { last } from '../../src/base/steps.ts';
import { guessDelimiter } from '../../src/io/delimiter.ts';
import { parseTable, parseTableSteps } from '../../src/io/table.ts';

const rows = (text: string) => parseTable(text).rows;

describe('the cells of a table', () => {
  test.each([
    ['commas', '编号,名称\n1,a;b', 2],
    ['tabs', '编号\t名称\n1\ta,b', 2],
    ['semicolons', '编号;名称\n1;a,b', 2],
    ['commas of full width', '编号，名称\n1，涂层', 2],
    ['commas of full width, of quoted cells too', '"编，号"，名称\n1，涂层', 2],
    ['commas of full width, though a text far down holds another', '编号，名称\n1，涂层\n2，a,b', 2],
    ['the others where a title alone has one of full width', '附件1，汇总表\n编号,名称\n1,涂层', 1],
    ['nothing, where there is no delimiter', '名称\n涂层，燃机', 1],
    ['what Excel hints at', 'sep=;\n编号;名称\n1;a,b', 2],
    ['tabs, as Excel may hint at too', 'SEP=\t\n编号\t名称', 2],
  ])('are parted by %s', (_, text, count) => {
    expect(rows(text)[0]).toHaveLength(count);
  });

  test('keep the tab that keeps digits as a text in Excel; it parts nothing', () => {
    expect(rows('编号\t,名称\t,日期\t\n001\t,涂层\t,2026\t')).toEqual([
      ['编号\t', '名称\t', '日期\t'],
      ['001\t', '涂层\t', '2026\t'],
    ]);
    expect(rows('编号\t名称\t\t备注\n1\t2\t3\t4')[0]).toEqual(['编号', '名称', '', '备注']);
  });

  test('are read from a million lines without a delimiter, too', () => {
    expect(rows('涂层\n'.repeat(1_000_000))).toHaveLength(1_000_001);
  });

  test('are the same in steps of any length, quotes that are closed, torn or open among them', () => {
    const piece = fc.constantFrom(
      'a',
      '钢',
      '"',
      '""',
      ',',
      ';',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '"a,b"',
      '"x\ny",',
      'sep=;\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (pieces, most) => {
        const text = pieces.join('');
        const lines = text.replace(/\r\n?/g, '\n');
        const hint = /^sep=(.)\n/i.exec(lines);
        const body = hint === null ? lines : lines.slice(hint[0].length);
        const delimiter = hint?.[1] ?? guessDelimiter(body);
        const { data, errors } = Papa.parse<string[]>(body, { delimiter, newline: '\n' });
        const torn = errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row!);
        const read = last(parseTableSteps(text, undefined, most));
        expect(read.rows).toEqual(data);
        expect(read.quotes.map(({ row }) => row)).toEqual([...new Set(torn)]);
        expect(parseTable(text)).toEqual(read);
      }),
      { numRuns: 2000 },
    );
  });

  test('of a long table are split in turns', () => {
    let turns = 0;
    const steps = parseTableSteps('编号,名称\n'.repeat(200_000));
    while (steps.next().done !== true) turns++;
    expect(turns).toBeGreaterThanOrEqual(8);
  });
});
