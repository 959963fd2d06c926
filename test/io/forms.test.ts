import { type ImportReport, readAchievements, readDemands, type Sheet } from 'cuohe/io';
import { describe, expect, test } from 'vitest';

/** Forms of offices: labels beside their values, in their cells, above them; and tables that lie on their side. */

const sheet = (text: string): Sheet => ({
  name: '表',
  rows: text.split('\n').map((line) => line.split('|')),
});
const told = ({ notices }: ImportReport) =>
  notices.map(({ level, code, row, column }) => [level, code, row, column]);

describe('a form', () => {
  test('is told of by the rows and columns of its values', () => {
    const { report } = readDemands([
      sheet('需求名称|管道除垢||\n需求单位|某热电厂|技术领域|能源\n预算（万元）|视情况|截止日期|尽快'),
    ]);
    expect(told(report)).toEqual([
      ['warning', 'cell-unread', 3, 'B'],
      ['warning', 'cell-unread', 3, 'D'],
      ['info', 'id-made', 1, undefined],
    ]);
    expect(report.columns.map(({ header, column }) => [header, column])).toEqual([
      ['需求名称', 'B'],
      ['需求单位', 'B'],
      ['技术领域', 'D'],
      ['预算（万元）', 'B'],
      ['截止日期', 'D'],
    ]);
  });

  test('names the cells that are neither label nor value', () => {
    const { records, report } = readDemands([
      sheet('需求名称|管道除垢|（必填）\n需求单位|某热电厂\n需求描述|结垢严重|希望免停机'),
    ]);
    expect(records).toMatchObject([{ title: '管道除垢', text: '结垢严重' }]);
    expect(told(report).slice(0, 2)).toEqual([
      ['info', 'cell-unread', 1, 'C'],
      ['warning', 'cell-unread', 3, 'C'],
    ]);
  });

  test('may hold several labels in one cell', () => {
    const { records } = readDemands([
      sheet('需求名称：管道除垢\n需求单位：某热电厂  联系人：某某\n需求描述：流速 上限：3m/s 技术领域：能源'),
    ]);
    expect(records).toMatchObject([
      { organization: '某热电厂', 联系人: '某某', text: '流速 上限：3m/s', techField: '能源' },
    ]);
  });

  test('beside another is another record', () => {
    const { records } = readDemands([
      sheet('需求名称|除垢|需求名称|降噪\n需求单位|甲厂|需求单位|乙厂\n需求描述|结垢|需求描述|轰鸣'),
    ]);
    expect(records.map(({ title, organization, text }) => [title, organization, text])).toEqual([
      ['除垢', '甲厂', '结垢'],
      ['降噪', '乙厂', '轰鸣'],
    ]);
    expect(new Set(records.map(({ id }) => id)).size).toBe(2);
  });

  test('with values below its labels is warned of', () => {
    const { report } = readDemands([sheet('需求名称\n管道除垢\n需求单位\n某热电厂')]);
    expect(told(report)).toContainEqual(['warning', 'row-left-out', 3, undefined]);
  });
});

describe('a table on its side', () => {
  test('gives a record for each column', () => {
    const { records, report } = readDemands([
      sheet(
        '汇总\n序号|1|2|3\n需求名称|除垢|降噪|防腐\n需求单位|甲厂|乙厂|丙厂\n预算（万元）|50|面议|若干\n备注|急||',
      ),
    ]);
    expect(
      records.map(({ id, title, organization, budget }) => [id, title, organization, budget?.min]),
    ).toEqual([
      ['1', '除垢', '甲厂', 500_000],
      ['2', '降噪', '乙厂', undefined],
      ['3', '防腐', '丙厂', undefined],
    ]);
    expect(told(report)).toEqual([
      ['info', 'row-left-out', 1, undefined],
      ['warning', 'cell-unread', 5, 'D'],
    ]);
  });

  test('takes its columns as ids where it has none', () => {
    const { records } = readAchievements([
      sheet('成果名称|热泵|风机\n完成单位|甲大学|乙大学\n成果简介|文|文'),
    ]);
    expect(records.map(({ id }) => id)).toEqual(['column-B', 'column-C']);
  });
});
