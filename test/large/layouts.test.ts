import { readDemands, type Sheet } from 'cuohe/io';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CuoheError } from '../../src/base/errors.ts';

/** The same demands, laid out as any office may: what is read is what was meant, or the report says otherwise. */

interface Meant {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly organization: string;
  readonly sum: number;
}

const word = fc.constantFrom(
  '轧辊',
  '阀门',
  '叶片',
  '涂层',
  '焊缝',
  '轴承',
  '水泵',
  '酸洗',
  '检测',
  '修复',
  '密封',
  '降噪',
);
const words = (least: number, most: number) =>
  fc.array(word, { minLength: least, maxLength: most }).map((list) => list.join(''));
const meant = fc.record({
  title: words(2, 4),
  text: words(4, 9),
  organization: fc.constantFrom('甲厂', '乙公司', '丙所', '丁集团'),
  sum: fc.integer({ min: 1, max: 900 }),
});
const demands = fc
  .array(meant, { minLength: 1, maxLength: 8 })
  .map((list) => list.map((one, i): Meant => ({ ...one, id: String(i + 1) })));

/** One way to lay out a table. */
const layout = fc.record({
  titles: fc.subarray(['附件1', '2027年企业技术需求汇总表', '填报单位：某区科技局']),
  grouped: fc.boolean(),
  merged: fc.boolean(),
  blanks: fc.boolean(),
  sections: fc.boolean(),
  total: fc.constantFrom('', '合计', '总计', '小计'),
  notes: fc.subarray(['注：以上为初步需求', '填表人：某某', '第1页 共2页', '※ 请于月底前报送']),
  again: fc.boolean(),
  id: fc.constantFrom('序号', '需求编号', '编号'),
  title: fc.constantFrom('需求名称', '技术需求名称（必填）', '★ 需求名称', '榜单（项目）名称', '需求\n名称'),
  text: fc.constantFrom('需求描述', '需求内容（限500字）', '主要内容及技术指标', '具体需求描述'),
  organization: fc.constantFrom('需求单位', '企业名称', '需求提出单位', '單位名稱'),
  sum: fc.constantFrom('拟投入资金（万元）', '预算/万元', '榜单金额\n(单位：万元)'),
});
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

function laidOut(records: readonly Meant[], how: Layout): Sheet {
  const rows: string[][] = how.titles.map((title) => [title]);
  const merges: { top: number; left: number; bottom: number; right: number }[] = [];
  const header = [how.id, how.title, how.text, how.organization, how.sum];
  if (how.grouped) {
    const top = rows.length;
    rows.push([how.id, '需求信息', '', '企业情况', '']);
    if (how.merged) {
      merges.push(
        { top, left: 0, bottom: top + 1, right: 0 },
        { top, left: 1, bottom: top, right: 2 },
        { top, left: 3, bottom: top, right: 4 },
      );
    }
    rows.push(['', ...header.slice(1)]);
  } else rows.push(header);
  records.forEach((record, i) => {
    if (how.sections && i % 3 === 0) rows.push([`${'一二三四五'[i / 3]}、装备制造`]);
    if (how.blanks && i % 2 === 1) rows.push([]);
    if (how.again && !how.grouped && i === 4) rows.push(header);
    rows.push([record.id, record.title, record.text, record.organization, String(record.sum)]);
  });
  if (how.total !== '')
    rows.push([how.total, '', '', '', String(records.reduce((sum, one) => sum + one.sum, 0))]);
  for (const note of how.notes) rows.push([note]);
  return { name: '需求', rows, ...(merges.length === 0 ? {} : { merges }) };
}

test('Demands are read right from any layout of a table', () => {
  fc.assert(
    fc.property(demands, layout, (records, how) => {
      const read = readDemands([laidOut(records, how)]);
      expect(
        read.records.map(({ id, title, text, organization, budget }) => [
          id,
          title,
          text,
          organization,
          budget?.min,
        ]),
      ).toEqual(
        records.map(({ id, title, text, organization, sum }) => [
          id,
          title,
          text,
          organization,
          sum * 10_000,
        ]),
      );
    }),
    { numRuns: 1500 },
  );
});

const piece = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '序号',
    '编号',
    '需求名称',
    '需求描述',
    '需求单位',
    '预算（万元）',
    '联系人',
    '合计',
    '注：',
    '填表人：某',
  ],
  ...[
    '甲需求',
    '乙厂',
    '80',
    '1',
    '2',
    '面议',
    '□是 ☑否',
    '2027-12-31',
    '46387',
    '1.2E+11',
    '#N/A',
    '—',
    '__proto__',
    '\n',
    '（',
    '★',
  ],
);
const anySheet = fc
  .record({
    name: fc.constantFrom('', '表1', '表2'),
    rows: fc.array(fc.array(piece, { maxLength: 6 }), { maxLength: 12 }),
    hidden: fc.boolean(),
    merges: fc.array(fc.record({ top: fc.nat(12), left: fc.nat(6), bottom: fc.nat(14), right: fc.nat(8) }), {
      maxLength: 3,
    }),
    hiddenRows: fc.array(fc.nat(12), { maxLength: 2 }),
    hiddenColumns: fc.array(fc.nat(6), { maxLength: 2 }),
  })
  .map((sheet): Sheet => sheet);

test('Any sheets give records and a report, or one of our errors', () => {
  fc.assert(
    fc.property(fc.array(anySheet, { maxLength: 3 }), fc.boolean(), (sheets, leaveOut) => {
      try {
        const { records, report } = readDemands(sheets, leaveOut ? { invalid: 'leave-out' } : {});
        expect(report.records).toBe(records.length);
        expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
        for (const { text } of report.notices) expect(text.zh.length > 0 && text.en.length > 0).toBe(true);
      } catch (error) {
        if (!(error instanceof CuoheError)) throw error;
      }
    }),
    { numRuns: 1500 },
  );
});
