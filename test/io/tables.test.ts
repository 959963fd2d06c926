import { type ImportReport, readAchievements, readDemands, type Sheet } from 'cuohe/io';
import { describe, expect, test } from 'vitest';
import { errorOf } from './helpers.ts';

/** A sheet as a person sees it: a line a row, cells parted by |. */
const sheet = (text: string, more: Partial<Sheet> = {}): Sheet => ({
  name: '表',
  rows: text.split('\n').map((line) => line.split('|').map((cell) => cell.replaceAll('↵', '\n'))),
  ...more,
});
const told = ({ notices }: ImportReport, code: string) =>
  notices.filter((notice) => notice.code === code).map(({ row, text }) => [row, text.zh]);

describe('a header', () => {
  test('stands wherever its cells say that it does', () => {
    const { records, report } = readDemands([
      sheet(
        '附件二||\n2027年度技术难题征集表||\n报送单位：某区科技局||报送日期：2027年1月5日\n\n序号|难题名称|难题描述|单位名称\n1|阀门内漏|高压差下密封面冲蚀|某阀门厂',
      ),
    ]);
    expect(records).toMatchObject([
      { id: '1', title: '阀门内漏', problem: '高压差下密封面冲蚀', organization: '某阀门厂' },
    ]);
    expect(report.tables).toMatchObject([{ headerRows: [5], records: 1 }]);
    expect(told(report, 'row-left-out').map(([row]) => row)).toEqual([1, 2, 3]);
  });

  test('of two rows joins groups and what they group', () => {
    const text =
      '序号|需求信息|||经费（万元）||联系方式|\n|需求名称|需求内容|技术领域|拟投入|自有|姓名|手机\n1|轧辊修复|堆焊后开裂|冶金|60|20|某某|13000000000';
    const { records } = readDemands([sheet(text)]);
    expect(records).toMatchObject([
      {
        id: '1',
        title: '轧辊修复',
        text: '堆焊后开裂',
        techField: '冶金',
        budget: { raw: '60', min: 600_000 },
        '联系方式/姓名': '某某',
        '联系方式/手机': '13000000000',
      },
    ]);
  });

  test('of merged cells is the same', () => {
    const merges = [
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
      { top: 0, left: 3, bottom: 1, right: 3 },
    ];
    const text = '序号|项目情况||完成单位\n|成果名称|成果简介|\n1|低温余热发电|螺杆膨胀机|某大学';
    const { records } = readAchievements([sheet(text, { merges })]);
    expect(records).toMatchObject([
      { id: '1', title: '低温余热发电', abstract: '螺杆膨胀机', completingOrganizations: ['某大学'] },
    ]);
  });

  test('gives its unit to the sums below it, and a line above the table does', () => {
    const below = readAchievements([
      sheet('编号|成果名称|转让价格↵/万元\n1|甲|60\n2|乙|60万元\n3|丙|面议'),
    ]).records;
    expect(below.map(({ price }) => price?.min)).toEqual([600_000, 600_000, undefined]);
    const above = readDemands([sheet('需求清单|||单位：万元\n编号|需求名称|预算|备注\n1|甲|80|')]).records;
    expect(above[0]?.budget).toMatchObject({ raw: '80', min: 800_000 });
  });

  test('may name a person, which is no title', () => {
    const { records } = readDemands([sheet('编号|需求名称|负责人/姓名|联系人\n1|甲|某某|某某')]);
    expect(records).toMatchObject([{ title: '甲' }]);
  });
});

describe('rows', () => {
  test('that are no records are left out, and named', () => {
    const { records, report } = readDemands([
      sheet(
        '序号|需求名称|需求单位|预算（万元）\n（例）|示例需求|某公司|10\n一、装备制造|||\n1|甲|一厂|80\n2|乙|二厂|50\n小计|||130\n序号|需求名称|需求单位|预算（万元）\n3|丙|三厂|20\n4|||\n合计|||150\n注：预算不含配套|||\n填表人：某某|审核人：某某||',
      ),
    ]);
    expect(records.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(told(report, 'row-left-out').map(([row, text]) => [row, String(text).split('：')[0]])).toEqual([
      [2, '填写示例'],
      [3, '分节标题'],
      [6, '合计行'],
      [7, '重复的表头'],
      [9, '只有序号的空行'],
      [10, '合计行'],
      [11, '注释或落款'],
      [12, '注释或落款'],
    ]);
  });

  test('with a title like a note are records', () => {
    const { records } = readAchievements([
      sheet('序号|成果名称|简介\n1|说明书自动生成系统|文本\n2|注塑机|机械\n3|合计器|电子'),
    ]);
    expect(records.map(({ title }) => title)).toEqual(['说明书自动生成系统', '注塑机', '合计器']);
  });

  test('of several tables in a sheet are all read, and numbers that begin again are told apart', () => {
    const { records, report } = readDemands([
      sheet('序号|需求名称|需求内容\n1|甲|文\n2|乙|文\n\n序号|需求名称|需求单位|预算\n1|丙|三厂|5万'),
    ]);
    expect(records.map(({ id, title }) => [id, title])).toEqual([
      ['1', '甲'],
      ['2', '乙'],
      ['2-1', '丙'],
    ]);
    expect(report.tables.map(({ headerRows }) => headerRows)).toEqual([[1], [5]]);
  });

  test('without an id have that of their row', () => {
    const { records, report } = readAchievements([sheet('成果名称|简介\n甲|文\n\n乙|文')]);
    expect(records.map(({ id }) => id)).toEqual(['row-2', 'row-4']);
    expect(told(report, 'id-made')).toHaveLength(1);
  });

  test('that are the same in every cell are read once; twins are told', () => {
    const { records, report } = readDemands([
      sheet('编号|需求名称|需求单位\nA|甲|一厂\nA|甲|一厂\nB|甲|一厂\nC|甲|二厂'),
    ]);
    expect(records.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
    expect(told(report, 'row-left-out')).toEqual([[3, '与第2行完全相同']]);
    expect(told(report, 'duplicate')).toEqual([[4, '名称、单位与第2行相同']]);
  });

  test('that a sheet hides are read, and named; hidden sheets and columns are not', () => {
    const { records, report } = readDemands([
      sheet('编号|需求名称|内部意见\nA|甲|密\nB|乙|密', { hiddenRows: [2], hiddenColumns: [2] }),
      sheet('编号|需求名称\nC|丙', { name: '字典', hidden: true }),
      sheet('填写说明\n一、如实填写', { name: '说明' }),
    ]);
    expect(records).toEqual([
      { id: 'A', title: '甲', kind: 'demand' },
      { id: 'B', title: '乙', kind: 'demand' },
    ]);
    expect(told(report, 'row-hidden').map(([row]) => row)).toEqual([3]);
    expect(report.notices.filter(({ code }) => code === 'sheet-left-out').map(({ sheet }) => sheet)).toEqual([
      '字典',
      '说明',
    ]);
  });
});

describe('sheets', () => {
  test('give their names to numbers that each begins anew', () => {
    const { records } = readAchievements([
      sheet('序号|成果名称\n1|甲', { name: '材料系' }),
      sheet('序号|成果名称\n1|乙', { name: '机械系' }),
    ]);
    expect(records.map(({ id }) => id)).toEqual(['材料系-1', '机械系-1']);
  });

  test('without a table among them are refused', () => {
    expect(errorOf(() => readDemands([])).issues[0]).toMatchObject({ path: 'records', received: 'no sheet' });
    expect(errorOf(() => readDemands([{ name: '空', rows: [] }])).code).toBe('UNREADABLE_INPUT');
  });

  test('are read by name where the option says so, and a name that is none is refused', () => {
    const book = [sheet('序号|成果名称\n1|甲', { name: '一' }), sheet('序号|成果名称\n1|乙', { name: '二' })];
    expect(readAchievements(book, { sheets: ['二'] }).records.map(({ title }) => title)).toEqual(['乙']);
    expect(errorOf(() => readAchievements(book, { sheets: ['三'] })).issues[0]).toMatchObject({
      path: 'sheets',
    });
  });
});

describe('a form', () => {
  const form =
    '企业技术需求表|||\n需求名称|轧钢氧化皮去除||\n需求单位|某钢厂|技术领域|冶金\n需求描述|酸洗污染大，希望改用机械除鳞||\n拟投入资金（万元）|50-80|联系电话|000-0000\n合作方式|□技术转让 ☑合作开发||';

  test('with labels left of its values is one record', () => {
    const { records, report } = readDemands([sheet(form)]);
    expect(records).toMatchObject([
      {
        title: '轧钢氧化皮去除',
        organization: '某钢厂',
        techField: '冶金',
        text: '酸洗污染大，希望改用机械除鳞',
        budget: { min: 500_000, max: 800_000 },
        cooperationModes: [{ raw: '合作开发', code: 'joint-development' }],
        联系电话: '000-0000',
      },
    ]);
    expect(told(report, 'id-made')).toHaveLength(1);
  });

  test('that comes again is another record, on the same sheet or on the next', () => {
    const two = `${form}\n${form.replaceAll('轧钢', '锻件')}`;
    expect(readDemands([sheet(two)]).records.map(({ title }) => title)).toEqual([
      '轧钢氧化皮去除',
      '锻件氧化皮去除',
    ]);
    const book = [sheet(form, { name: '甲厂' }), sheet(form, { name: '乙厂' })];
    expect(new Set(readDemands(book).records.map(({ id }) => id)).size).toBe(2);
  });
});

describe('a list of patents', () => {
  test('is known by its headers, and its ids are those of the patents', () => {
    const { records, report } = readAchievements([
      sheet(
        '序号|公开（公告）号|标题(译)|申请（专利权）人|发明人|申请日|Kind\n1|CN1A|叶片喷丸方法|某大学;某厂|甲;乙|20270105|A\n2|CN2B|膜制备方法|某所|丙|46027|B',
      ),
    ]);
    expect(records).toMatchObject([
      {
        id: 'CN1A',
        kind: 'patent',
        organization: '某大学;某厂',
        completers: ['甲', '乙'],
        申请日: '2027-01-05',
        序号: '1',
        Kind: 'A',
      },
      { id: 'CN2B', kind: 'patent', 申请日: '2026-01-05' },
    ]);
    expect(told(report, 'kind-assumed')).toHaveLength(1);
    expect(told(report, 'value-converted')).toHaveLength(1);
  });

  test('takes as ids what numbers all of them', () => {
    const { records } = readAchievements([
      sheet('公开号|申请号|专利名称|申请人|发明人\n|CN1|甲|某|某\nCN2A|CN2|乙|某|某'),
    ]);
    expect(records.map(({ id }) => id)).toEqual(['CN1', 'CN2']);
  });
});

describe('the report', () => {
  test('names a long column that nobody reads, with its share, and the column that was guessed', () => {
    const { report } = readDemands([
      sheet(
        '编号|需求名称|研讨纪要|需求提出企业\n1|甲|会上提出密封面冲蚀严重需要硬化处理|一厂\n2|乙|会上提出叶片根部裂纹需要在线检测|二厂',
      ),
    ]);
    expect(report.notices).toMatchObject([
      { level: 'warning', code: 'column-unused', column: 'C', header: '研讨纪要' },
      { level: 'info', code: 'column-guessed', column: 'D', field: 'organization' },
    ]);
    const shares = report.columns.map(({ share }) => share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test('names what a spreadsheet has spoiled', () => {
    const { report } = readAchievements([sheet('成果编号|成果名称|型号\n9.12026E+13|甲|3月5日\nB|乙|A-1')]);
    expect(
      report.notices.filter(({ code }) => code === 'value-spoiled').map(({ row, column }) => [row, column]),
    ).toEqual([
      [2, 'A'],
      [2, 'C'],
    ]);
  });

  test('names cells that gave nothing, or not all of it', () => {
    const { report } = readDemands([
      sheet(
        '编号|需求名称|预算（万元）|截止日期|需求类型\n1|甲|300（其中自筹100）|另行通知|□工艺 □装备\n2|乙|视情况|3月5日|工艺',
      ),
    ]);
    expect(report.notices.map(({ code, row, field }) => [code, row, field])).toEqual([
      ['cell-partly-read', 2, 'budget'],
      ['cell-unread', 2, 'validTo'],
      ['cell-unread', 2, 'demandType'],
      ['cell-unread', 3, 'budget'],
      ['cell-unread', 3, 'validTo'],
    ]);
  });

  test('names stages and ways of cooperation that are kept as they are', () => {
    const { records, report } = readAchievements([
      sheet('编号|成果名称|阶段|转化方式\n1|甲|乙类|技术转让、抱团\n2|乙|中试|不接受入股\n3|丙|小试|面议'),
    ]);
    expect(records[0]?.stage).toEqual({ raw: '乙类' });
    expect(report.notices.map(({ code, row, field, text }) => [code, row, field, text.zh])).toEqual([
      ['cell-unread', 2, 'stage', '不认得这种阶段，按原文保留：“乙类”'],
      ['cell-unread', 2, 'transferModes', '不认得这种合作方式，按原文保留：“抱团”'],
    ]);
  });

  test('reads symbols of the IPC from all their columns, and names what is none', () => {
    const { records, report } = readAchievements([
      sheet('公开号|专利名称|申请人|IPC主分类|IPC分类号\n1|甲|某厂|C22C38/00|B22F3/02；TG142'),
    ]);
    expect(records[0]).toMatchObject({
      kind: 'patent',
      ipc: [{ code: 'C22C 38/00' }, { code: 'B22F 3/02' }, { raw: 'TG142' }],
    });
    expect(report.notices.slice(1).map(({ code, row, field, text }) => [code, row, field, text.zh])).toEqual([
      ['cell-unread', 2, 'ipc', '不是国际专利分类号，按原文保留：“TG142”'],
    ]);
  });

  test('is an error where warnings are not wanted', () => {
    const source = [sheet('编号|需求名称|预算（万元）\n1|甲|视情况')];
    expect(readDemands(source).records).toHaveLength(1);
    const error = errorOf(() => readDemands(source, { strict: true, name: '需求.xlsx' }));
    expect(error.code).toBe('INVALID_RECORDS');
    expect(error.issues).toMatchObject([
      { place: 'sheet "表", row 2, column "预算（万元）"', path: 'budget' },
    ]);
  });

  test('names bad records that the option leaves out', () => {
    const source = [sheet('编号|需求名称|TRL\n1|甲|12\n2|乙|6\n2|丙|6')];
    expect(errorOf(() => readDemands(source)).issues).toHaveLength(2);
    const { records, report } = readDemands(source, { invalid: 'leave-out' });
    expect(records.map(({ title }) => title)).toEqual(['乙']);
    expect(report).toMatchObject({ records: 1, leftOut: 2 });
    expect(report.notices.filter(({ code }) => code === 'record-left-out').map(({ row }) => row)).toEqual([
      2, 4,
    ]);
  });
});
