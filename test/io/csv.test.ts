import { readAchievements, readDemands } from 'cuohe/io';
import { describe, expect, test } from 'vitest';
import { columnLetters } from '../../src/io/table.ts';
import { errorOf, issuesOf } from './helpers.ts';

/** What a person reads of an issue. */
const told = (run: () => unknown) => issuesOf(run).map(({ place, path }) => `${place ?? ''} ${path}`.trim());

describe('a table', () => {
  test('of the registration form becomes achievements', () => {
    const csv = [
      '成果编号,资源类型,成果名称,成果简介,关键词1,关键词2,完成单位,完成人,所处阶段,技术成熟度,知识产权,拟采取的转化方式,合作价格（万元）,地区代码,有效期至,成果密级,产业链,来源,技术指标',
      'A1,成果,热障涂层,简介,涂层、燃机,叶片,甲大学；乙所,王明 李红,中试,TRL6-7,发明专利1项,技术许可、入股,50-80,210100,2027年6月,公开,SY02;SY03,门户,寿命>1,000h',
    ].join('\n');
    // The comma of 1,000 is not quoted, so the row is too long.
    expect(told(() => readAchievements(csv))).toEqual(['row 2, column T']);
    expect(readAchievements(csv.replace('1,000h', '1000h')).records).toEqual([
      {
        id: 'A1',
        kind: 'achievement',
        title: '热障涂层',
        abstract: '简介',
        keywords: ['涂层', '燃机', '叶片'],
        completingOrganizations: ['甲大学', '乙所'],
        completers: ['王明', '李红'],
        stage: { raw: '中试', code: 'pilot-scale', trl: [6, 7], evidence: '中试' },
        trl: [6, 7],
        ip: ['发明专利1项'],
        transferModes: [
          { raw: '技术许可', code: 'technology-licensing' },
          { raw: '入股', code: 'equity-contribution' },
        ],
        price: { raw: '50-80', min: 500_000, max: 800_000, currency: 'CNY', negotiable: false },
        regionCode: '210100',
        validTo: { raw: '2027年6月', from: '2027-06-01', to: '2027-06-30' },
        secrecyLevel: '公开',
        chains: [{ code: 'SY02' }, { code: 'SY03' }],
        source: '门户',
        indicators: '寿命>1000h',
      },
    ]);
  });

  test('of the collection form becomes demands', () => {
    const tsv = [
      [
        '技术需求名称',
        '需求编号',
        '主要问题',
        '技术关键',
        '预期目标',
        '现有基础条件',
        '关键字',
        '拟投入资金总额（万元）',
      ],
      ['涂层', 'D1', '剥落', '结合', '寿命', '设备', '涂层;燃机', '200'],
    ];
    const more = [
      [
        '机构全称',
        '统一社会信用代码',
        '机构属性',
        '技术需求解决方式',
        '意向合作单位',
        '意向合作专家',
        '需求时限',
        '需求类型',
      ],
      [
        '甲公司',
        '91210112MA0TE5T08R',
        '企业',
        '委托研发',
        '乙所、丙校',
        '王明',
        '2024-01至2025-12',
        '技术研发',
      ],
    ];
    const text = tsv.map((row, i) => [...row, ...more[i]!].join('\t')).join('\r\n');
    expect(readDemands(text, { name: '需求.tsv' }).records).toEqual([
      {
        title: '涂层',
        id: 'D1',
        problem: '剥落',
        keyTechnology: '结合',
        expectedOutcome: '寿命',
        existingConditions: '设备',
        keywords: ['涂层', '燃机'],
        budget: { raw: '200', min: 2_000_000, max: 2_000_000, currency: 'CNY', negotiable: false },
        organization: { name: '甲公司', uscc: '91210112MA0TE5T08R', kind: '企业' },
        cooperationModes: [{ raw: '委托研发', code: 'commissioned-development' }],
        preferredOrganizations: ['乙所', '丙校'],
        preferredExperts: ['王明'],
        validFrom: { raw: '2024-01至2025-12', from: '2024-01-01', to: '2024-01-31' },
        validTo: { raw: '2024-01至2025-12', from: '2025-12-01', to: '2025-12-31' },
        demandType: '技术研发',
        kind: 'demand',
      },
    ]);
    expect(readDemands(text).records).toHaveLength(1);
  });

  test('keeps unknown columns untouched, and odd headers as plain data', () => {
    const [record] = readAchievements(
      '编号,名称,备注,__proto__,constructor,toString,备注\n1,x," =""1"" ",p,c,t,二',
    ).records;
    expect(Object.entries(record!)).toEqual([
      ['id', '1'],
      ['title', 'x'],
      ['备注', ' ="1" \n二'],
      ['__proto__', 'p'],
      ['constructor', 'c'],
      ['toString', 't'],
      ['kind', 'achievement'],
    ]);
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
  });

  test('leaves out empty cells, blank rows, repeated headers and empty trailing columns', () => {
    const csv = '\n编号,名称,简介,备注,,\n1,x,,　,,\n,,,,,\n编号,名称,简介,备注,,\n\n2,y,z\n';
    expect(readAchievements(csv).records).toEqual([
      { id: '1', title: 'x', kind: 'achievement' },
      { id: '2', title: 'y', abstract: 'z', kind: 'achievement' },
    ]);
  });

  test('may carry a title of its own above the header', () => {
    const csv = '2026年榜单,,\n\n编号,名称,预算\n1,,\n';
    expect(told(() => readDemands(csv))).toEqual(['row 4, column "名称" title']);
    const { records, report } = readDemands('2026年榜单,,\n名称,预算\nx,1万\n');
    expect(records).toMatchObject([{ id: 'row-3', title: 'x' }]);
    expect(report.notices.map(({ code, row }) => [code, row])).toEqual([
      ['row-left-out', 1],
      ['id-made', 2],
    ]);
  });

  test.each([
    ['semicolons', '编号;名称\n1;x'],
    ['tabs', '编号\t名称\n1\tx'],
    ['old line ends', '编号,名称\r1,x\r'],
    ['mixed line ends', '编号,名称\r\n1,x\n'],
    ['the hint of Excel', 'sep=|\n编号|名称\n1|x'],
    ['commas inside quoted headers', '"编号(a,b)"\t名称\n1\tx'],
  ])('is read with %s', (_, csv) => {
    expect(readAchievements(csv).records).toEqual([{ id: '1', title: 'x', kind: 'achievement' }]);
  });

  test('joins the columns of one text by a line break', () => {
    const [record] = readAchievements('编号,名称,成果简介,摘要\n1,x,一,二\n2,y,,二').records;
    expect(record?.abstract).toBe('一\n二');
  });

  test('reads wording in a column of levels as a stage', () => {
    const records = readAchievements('编号,名称,技术成熟度\n1,x,中试\n2,y,6').records;
    expect(records.map(({ stage, trl }) => stage?.code ?? trl)).toEqual(['pilot-scale', 6]);
  });

  test('keeps particulars of an organisation without a name under their headers', () => {
    const [record] = readAchievements('编号,名称,单位名称,单位性质\n1,x,,高校').records;
    expect(record).toEqual({ id: '1', title: 'x', 单位性质: '高校', kind: 'achievement' });
  });

  test('of a header alone has no records', () => {
    expect(readAchievements('编号,名称\n').records).toEqual([]);
  });
});

describe('what is wrong with a table', () => {
  test('is told all at once, by row and column as a spreadsheet counts them', () => {
    const csv = [
      '编号,成果名称,TRL,资源类型',
      '1,"a\nb",12,成果',
      '',
      ',c,,',
      '2,,x7,其他',
      '1,d,,',
      '5,e,,,,漏',
      '6,f,"9',
    ].join('\n');
    const error = errorOf(() => readAchievements(csv, { name: '成果.csv' }));
    expect(error.code).toBe('UNREADABLE_INPUT');
    expect(error.message).toMatch(/^Cannot read 成果\.csv: 8 problems\n/);
    expect(error.issues.map(({ index, place, path }) => [index, place, path])).toEqual([
      [0, 'row 2, column "TRL"', 'trl'],
      [1, 'row 4, column "编号"', 'id'],
      [2, 'row 5, column "成果名称"', 'title'],
      [2, 'row 5, column "TRL"', 'trl'],
      [2, 'row 5, column "资源类型"', 'kind'],
      [3, 'row 6, column "编号"', 'id'],
      [4, 'row 7, column F', ''],
      [-1, 'row 8', ''],
    ]);
    expect(error.issues[5]).toMatchObject({ id: '1', received: 'the id of row 2' });
    expect(error.issues[7]).toMatchObject({ expected: 'a closing quote' });
  });

  test('in its records alone is a matter of the records', () => {
    const error = errorOf(() => readDemands('编号,名称\n1,x\n1,y', { name: 'd.csv' }));
    expect(error.code).toBe('INVALID_RECORDS');
    expect(error.message.split('\n')).toEqual([
      'Bad demand records in d.csv: 1 problem',
      '  [1] id "1" row 3, column "编号" id: expected an id not used before, received the id of row 2',
    ]);
  });

  test.each([
    ['编号,名子\n1,x', ['title']],
    ['甲,乙\n1,x\n2,y', ['title']],
  ])('by a missing column is told once, with what was seen and what would do: %j', (csv, missing) => {
    const issues = issuesOf(() => readAchievements(csv));
    expect(issues.map(({ path }) => path)).toEqual(missing);
    for (const { place, expected, received } of issues) {
      expect(place).toBe('row 1');
      expect(expected).toMatch(/成果编号|成果名称/);
      expect(received).toBe(
        `the headers ${csv
          .split('\n')[0]!
          .split(',')
          .map((h) => `"${h}"`)
          .join(', ')}`,
      );
    }
  });

  test.each([
    ['编号,成果名称,名称\n1,x,y\n2,x,y', '名称', 'title'],
    ['编号,ID,名称\n1,2,y\n1,3,y', '编号', 'id'],
    ['编号,名称,密级,成果密级\n1,2,公开,秘密', '成果密级', 'secrecyLevel'],
  ])('by two columns for one value reads the better or first one, and says so: %j', (csv, header, field) => {
    const { report } = readAchievements(csv);
    const shared = report.notices.filter(({ code }) => code === 'column-shared');
    expect(shared.map((notice) => [notice.header, notice.field])).toEqual([[header, field]]);
  });

  test('by two columns of equal right for one value is an error where nothing may be in doubt', () => {
    expect(told(() => readAchievements('编号,名称,密级,成果密级\n1,2,公开,秘密', { strict: true }))).toEqual([
      'row 1, column "成果密级" secrecyLevel',
    ]);
  });

  test('by a column without a header is told once, and nothing of it is read', () => {
    const csv = '编号,,名称\n1,,x\n2,a,x\n3,b,x';
    const { records, report } = readAchievements(csv);
    expect(records[1]).toEqual({ id: '2', title: 'x', kind: 'achievement' });
    expect(report.notices.filter(({ level }) => level === 'warning')).toMatchObject([
      { code: 'column-unused', row: 1, column: 'B' },
    ]);
    expect(told(() => readAchievements(csv, { strict: true }))).toEqual(['row 1, column B']);
  });

  test('by a stray quote says nothing else of its row, nor of those behind it', () => {
    const issues = issuesOf(() => readAchievements('成果编号,成果名称\nA1,热障涂层\n"A"2,\nA3,'));
    expect(issues).toMatchObject([{ expected: 'quotes inside a quoted cell to be doubled ("")' }]);
  });

  test('by a stray quote names its row and all that is before it', () => {
    expect(told(() => readAchievements('编号,名称\n1,\n2,"导电"材料\n3,y'))).toEqual([
      'row 2, column "名称" title',
      'row 3',
    ]);
  });

  test.each(['', ' \r\n\uFEFF\n'])('is that it is empty: %j', (text) => {
    expect(issuesOf(() => readAchievements(text, { format: 'csv' }))[0]?.received).toBe('an empty text');
    expect(issuesOf(() => readAchievements(new TextEncoder().encode(text)))[0]?.received).toBe(
      'an empty text',
    );
  });

  test('is a supply among demands', () => {
    const run = () => readDemands('编号,名称,资源类型\n1,x,需求\n2,x,成果');
    expect(told(run)).toEqual(['row 3, column "资源类型" kind']);
  });
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('Column %i has the letters %s', (at, letters) => {
  expect(columnLetters(at)).toBe(letters);
});
