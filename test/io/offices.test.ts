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

describe('a header', () => {
  test('of three levels may name a part of a sum', () => {
    const { records } = readDemands([
      sheet(
        '序号|企业情况|||需求情况|||\n|企业名称|联系人||需求名称|投入（万元）||备注\n||姓名|电话||拟投入资金|其中：设备|\n1|一厂|某某|000|甲|90|40|急',
      ),
    ]);
    expect(records).toMatchObject([
      { id: '1', organization: '一厂', title: '甲', budget: { raw: '90', min: 900_000 } },
    ]);
  });

  test('means its first line, where that is known; the others are notes', () => {
    const { report } = readDemands([
      sheet('序号|需求名称↵（限20字）|需求描述↵1.现状 2.主要指标|需求↵单位\n1|甲|文|一厂'),
    ]);
    expect(report.columns.map(({ field }) => field)).toEqual(['id', 'title', 'text', 'organization']);
  });

  test('of sums that is not known is told of, where no other gives sums', () => {
    const { report } = readDemands([sheet('序号|需求名称|设备原值（万元）\n1|甲|60')]);
    expect(told(report)).toEqual([['info', 'column-unused', 1, 'C']]);
    const { report: other } = readDemands([sheet('序号|需求名称|设备原值（万元）|预算（万元）\n1|甲|60|70')]);
    expect(told(other)).toEqual([]);
  });

  test.each([
    ['姓名', 'expert'],
    ['团队名称', 'team'],
    ['仪器名称', 'instrument'],
    ['中试基地名称', 'pilot-base'],
    ['成果名称', 'achievement'],
    ['专利名称', 'patent'],
  ])('of titles, %s, says the kind of record', (header, kind) => {
    const { records, report } = readAchievements([sheet(`序号|${header}|单位\n1|甲|某所`)]);
    expect(records).toMatchObject([{ title: '甲', kind }]);
    expect(told(report)).toHaveLength(kind === 'achievement' ? 0 : 1);
    const own = readAchievements([sheet(`序号|${header}|单位|资源类型\n1|甲|某所|服务`)]);
    expect(own.records).toMatchObject([{ kind: 'service' }]);
  });

  test('of a choice has but ticks below it', () => {
    const { records } = readDemands([
      sheet('编号|需求名称|合作方式||领域\n||技术转让|委托开发|\n1|甲|√|√|冶金\n2|乙||（√）|化工'),
    ]);
    expect(records.map(({ cooperationModes = [] }) => cooperationModes.map(({ raw }) => raw))).toEqual([
      ['技术转让', '委托开发'],
      ['委托开发'],
    ]);
  });

  test('of an export of patents names the owner of today before the one of old', () => {
    const { records } = readAchievements([
      sheet(
        '公开(公告)号|标题|[标]原始申请(专利权)人|[标]当前申请(专利权)人|发明人|申请日\nCN1|甲|旧公司|新公司|某某|2027-01-05',
      ),
    ]);
    expect(records).toMatchObject([{ id: 'CN1', organization: '新公司', kind: 'patent' }]);
  });
});

test('Boxes of a lost symbol font are boxes', () => {
  const { records } = readDemands([
    sheet('编号|需求名称|合作方式\n1|甲|R技术转让 £合作开发\n2|乙|¨技术转让 þ合作开发\n3|丙|与R公司合作'),
  ]);
  expect(records.map(({ cooperationModes = [] }) => cooperationModes.map(({ raw }) => raw))).toEqual([
    ['技术转让'],
    ['合作开发'],
    ['与R公司合作'],
  ]);
});

test('A level of readiness may be in Chinese numerals; other wording beside a stage is told of', () => {
  const { records, report } = readAchievements([
    sheet('编号|成果名称|成熟度|TRL\n1|甲|中试|七级\n2|乙|中试|五至六级\n3|丙|中试|未评'),
  ]);
  expect(records.map(({ trl }) => trl)).toEqual([7, undefined, undefined]);
  expect(told(report)).toEqual([
    ['warning', 'cell-unread', 3, 'D'],
    ['warning', 'cell-unread', 4, 'D'],
  ]);
});

describe('sheets', () => {
  const data = sheet('序号|需求名称|需求单位\n1|甲|一厂', { name: '明细' });
  const help = sheet('需求名称|不超过30字\n需求单位|填全称\n需求描述|写清楚', { name: '填表说明' });
  const example = sheet('序号|需求名称|需求单位\n1|示范需求|某厂', { name: '填写示例' });

  test('of instructions and examples are left out beside those of data', () => {
    const { records, report } = readDemands([data, help, example]);
    expect(records.map(({ id, title }) => [id, title])).toEqual([['1', '甲']]);
    expect(report.notices.map(({ code, sheet }) => [code, sheet])).toEqual([
      ['sheet-left-out', '填表说明'],
      ['sheet-left-out', '填写示例'],
    ]);
  });

  test('are read by whatever name, where no other says titles or the option names them', () => {
    expect(readDemands([example]).records).toHaveLength(1);
    expect(readDemands([data, example], { sheets: ['明细', '填写示例'] }).records).toHaveLength(2);
  });
});
