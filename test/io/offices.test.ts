import { type ImportReport, readAchievements, readDemands, type Sheet } from 'cuohe/io';
import { describe, expect, test } from 'vitest';

/** Files as offices make them: what is read is right, or the report says what is not. */

/** A sheet as a person sees it: a line a row, cells parted by |. */
const sheet = (text: string, more: Partial<Sheet> = {}): Sheet => ({
  name: '表',
  rows: text.split('\n').map((line) => line.split('|').map((cell) => cell.replaceAll('↵', '\n'))),
  ...more,
});
const told = ({ notices }: ImportReport) =>
  notices.map(({ level, code, row, column }) => [level, code, row, column]);

describe('running numbers', () => {
  test('that begin again below each school are told apart', () => {
    const merges = [
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 3, left: 0, bottom: 4, right: 0 },
    ];
    const text = '学院|序号|成果名称\n化工学院|1|甲\n|2|乙\n机电学院|1|丙\n|2|丁';
    const { records, report } = readAchievements([sheet(text, { merges })]);
    expect(records.map(({ id, 学院 }) => [id, 学院])).toEqual([
      ['1', '化工学院'],
      ['2', '化工学院'],
      ['part2-1', '机电学院'],
      ['part2-2', '机电学院'],
    ]);
    expect(told(report)).toContainEqual(['info', 'id-made', 1, undefined]);
  });

  test('that stand once beside several records are told apart', () => {
    const merges = [
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 1, left: 1, bottom: 2, right: 1 },
    ];
    const text = '序号|企业名称|需求名称\n1|一厂|甲\n||乙\n2|二厂|丙';
    const { records } = readDemands([sheet(text, { merges })]);
    expect(records.map(({ id, organization }) => [id, organization])).toEqual([
      ['1', '一厂'],
      ['1.2', '一厂'],
      ['2', '二厂'],
    ]);
  });
});

describe('a cell that leans on the one above', () => {
  test('has its text where it says ditto', () => {
    const { records, report } = readDemands([
      sheet('序号|需求名称|需求单位|技术领域\n1|甲|一厂|冶金\n2|乙|同上|〃\n3|丙|（同上）|化工'),
    ]);
    expect(records.map(({ organization, techField }) => [organization, techField])).toEqual([
      ['一厂', '冶金'],
      ['一厂', '冶金'],
      ['一厂', '化工'],
    ]);
    expect(told(report)).toEqual([
      ['info', 'value-converted', 3, 'C'],
      ['info', 'value-converted', 3, 'D'],
    ]);
  });

  test('is named where it is blank, left of the titles', () => {
    const { records, report } = readAchievements([
      sheet('完成单位|成果名称|技术领域\n甲所|热泵|能源\n|风机|\n乙所|水泵|'),
    ]);
    expect(records[1]).not.toHaveProperty('completingOrganizations');
    expect(told(report)).toContainEqual(['warning', 'cell-unread', 3, 'A']);
    expect(told(report)).not.toContainEqual(['warning', 'cell-unread', 3, 'C']);
  });
});

describe('rows', () => {
  test('below a table, of a day, a seal or a sentence, are no records', () => {
    const { records, report } = readDemands([
      sheet('序号|需求名称|需求单位\n1|甲|一厂\n共1项\n2027年1月5日\n某区科技局（盖章）\n以上均已核实'),
    ]);
    expect(records).toHaveLength(1);
    expect(told(report).map(([, , row]) => row)).toEqual([3, 4, 5, 6]);
    const signed = readDemands([sheet('需求名称|需求单位\n甲|一厂\n|\n2027年1月5日\n某区科技局（公章）')]);
    expect(signed.records).toHaveLength(1);
  });

  test('of text alone, below a record, are warned of', () => {
    const text = '序号|需求名称|需求描述\n1|甲|耐温\n||二、耐蚀\n2|乙|文';
    const { records, report } = readDemands([sheet(text)]);
    expect(records).toHaveLength(2);
    expect(told(report)).toEqual([['warning', 'row-left-out', 3, undefined]]);
  });
});

describe('a sum', () => {
  test('without a unit anywhere is warned of, where yuan are not likely', () => {
    const { records, report } = readDemands([sheet('编号|需求名称|预算\n1|甲|50\n2|乙|500000\n3|丙|30-50')]);
    expect(records.map(({ budget }) => budget?.min)).toEqual([50, 500_000, 30]);
    expect(told(report).map(([level, code, row]) => [level, code, row])).toEqual([
      ['warning', 'cell-partly-read', 2],
      ['warning', 'cell-partly-read', 4],
    ]);
  });

  test('of an object is named by its key', () => {
    const { report } = readDemands(JSON.stringify([{ 编号: 1, 需求名称: '甲', 预算: 50 }]));
    expect(report.notices).toMatchObject([{ code: 'cell-partly-read', column: '预算' }]);
    expect(report.columns.map(({ column, field }) => [column, field])).toEqual([
      ['编号', 'id'],
      ['需求名称', 'title'],
      ['预算', 'budget'],
    ]);
  });
});
