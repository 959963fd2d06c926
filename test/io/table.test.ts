import { describe, expect, test } from 'vitest';
import { parseTable } from '../../src/io/table.ts';

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
});
