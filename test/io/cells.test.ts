import { describe, expect, test } from 'vitest';
import { cleanCell, isPlaceholder, plainText, readKind, readTrl, splitCell } from '../../src/io/cells.ts';
import { headerTable } from '../../src/io/header-table.ts';
import { bareHeader, plainHeader } from '../../src/io/header-text.ts';
import { readPeriod } from '../../src/io/periods.ts';
import { readTicks } from '../../src/io/ticks.ts';

describe('cleanCell', () => {
  test.each([
    ['="001"', '001', 'text formula of Excel'],
    ['="a""b"', 'a"b', 'doubled quotes in it'],
    ['=""', '', 'empty text formula'],
    ["'001", '001', 'apostrophe that marks a text'],
    ["'智能'系统", "'智能'系统", 'quoted word, not a mark'],
    [' \u3000涂层\u00A0', '涂层', 'space of any width'],
    ['=A1+B1', '=A1+B1', 'not a text formula'],
  ])('reads %j as %j: %s', (cell, text) => {
    expect(cleanCell(cell)).toBe(text);
  });
});

test.each([
  ['涂层、热障，TBC,燃机；叶片;孔|膜\n冷却', ['涂层', '热障', 'TBC', '燃机', '叶片', '孔', '膜', '冷却']],
  ['王　明、李  红', ['王　明', '李  红']],
  ['Foo Co., Ltd., Bar Inc', ['Foo Co., Ltd.', 'Bar Inc']],
  ['；、', []],
])('A cell of a list is split: %j', (cell, parts) => {
  expect(splitCell(cell)).toEqual(parts);
});

test.each([
  ['7', 7],
  ['TRL7', 7],
  ['trl-5', 5],
  ['６级', 6],
  ['4-6', [4, 6]],
  ['TRL 7～TRL 5', [5, 7]],
  ['4级至5级', [4, 5]],
  ['12', 12],
  ['中试', undefined],
  ['7左右', undefined],
])('A readiness level %j is %j', (cell, level) => {
  expect(readTrl(cell)).toEqual(level);
});

test.each([
  ['中试基地', 'pilot-base'],
  ['仪器 设备', 'instrument'],
  ['研发方向', 'direction'],
  ['expert', 'expert'],
  ['其他', '其他'],
  ['constructor', 'constructor'],
])('A kind %j is %j', (cell, kind) => {
  expect(readKind(cell)).toBe(kind);
});

describe('readPeriod', () => {
  test.each<[cell: string, from: string | undefined, to: string | undefined, why: string]>([
    ['2024年3月5日-9月6日', '2024-03-05', '2024-09-06', 'the same year, days'],
    ['2024年3月-13月', '2024-03-01', '2024年3月-13月', 'an end that is no month is kept'],
    ['2024-01至2025-12', '2024-01-01', '2025-12-31', 'the form'],
    ['2024-01-01 至 2025-12-15', '2024-01-01', '2025-12-15', 'days'],
    ['2024-01-2025-12', '2024-01-01', '2025-12-31', 'one mark for both jobs'],
    ['2024.1-2025.6', '2024-01-01', '2025-06-30', 'points'],
    ['2024/3/1～2024/9/1', '2024-03-01', '2024-09-01', 'slashes'],
    ['2024年3月—2025年2月', '2024-03-01', '2025-02-28', 'words'],
    ['2024年3月-9月', '2024-03-01', '2024-09-30', 'the same year'],
    ['2024-2026', '2024-01-01', '2026-12-31', 'years'],
    ['２０２４年１月１日至２０２５年１月１日', '2024-01-01', '2025-01-01', 'full width'],
    ['20240101-20251231', '2024-01-01', '2025-12-31', 'without marks'],
    ['2027-12-31', undefined, '2027-12-31', 'one date is the last day'],
    ['2025年底前', undefined, '2025-12-31', 'words behind a date'],
    ['自2024年1月起', '2024-01-01', undefined, 'open end'],
    ['2024-01至今', '2024-01-01', undefined, 'open end'],
    ['2024-01至合同期满', '2024-01-01', undefined, 'an end without a date'],
    ['至2025-12', undefined, '2025-12-31', 'open beginning'],
    ['2025-12到期', undefined, '2025-12-31', 'not an open end'],
    ['从2024年1月起至2025年6月', '2024-01-01', '2025-06-30', 'both ends'],
  ])('%j is from %s to %s: %s', (cell, from, to) => {
    const { validFrom, validTo } = readPeriod(cell);
    expect(validFrom?.from).toBe(from);
    expect(typeof validTo === 'string' ? validTo : validTo?.to).toBe(to);
    expect([validFrom?.raw ?? cell, typeof validTo === 'object' ? validTo.raw : cell]).toEqual([cell, cell]);
  });

  test.each(['长期有效', '签约后两年', '2024-13', '2024-01至2025-13', '2024、2025、2026'])(
    '%j names no period and is kept',
    (cell) => {
      expect(readPeriod(cell)).toEqual({ validTo: cell });
    },
  );
});

test.each<[cell: string, ticked: string[] | undefined, why: string]>([
  ['□小试 ☑中试 □量产', ['中试'], 'a box before each word'],
  ['小试□ 中试√ 量产□', ['中试'], 'a box behind each word'],
  ['☐小试阶段 ☐中试阶段 ☑量产阶段', ['量产阶段'], 'words of several characters'],
  ['■许可 □入股 ■转让', ['许可', '转让'], 'several ticked'],
  ['[x] 许可 [ ] 入股', ['许可'], 'boxes of brackets'],
  ['（√）许可（ ）入股', ['许可'], 'full-width brackets'],
  ['许可（）入股（√）', ['入股'], 'brackets behind the words'],
  ['合作方式：□许可 ☑联合攻关 □其他____', ['联合攻关'], 'a label in front, a line to fill at the end'],
  ['小试 √中试 量产', ['中试'], 'one tick among bare words, before its word'],
  ['小试 中试√ 量产', ['中试'], 'one tick among bare words, behind its word'],
  ['√中试', ['中试'], 'one word'],
  ['是√ 否', ['是'], 'a tick behind the first of two words'],
  ['√是 否', ['是'], 'a tick before the first of two words'],
  ['转让√、许可', ['转让'], 'words parted by a sign'],
  ['□小试□中试□量产', [], 'none ticked'],
  ['☑许可\n□入股\n☑转让', ['许可', '转让'], 'a line each'],
  ['☒ 许可 ☐ 入股', ['许可'], 'the checked box of a word processor'],
  ['×许可 √入股', ['入股'], 'a cross is no tick'],
  ['许可、入股', undefined, 'no boxes'],
  ['100×50', undefined, 'a size'],
])('The boxes of %j have ticked %j: %s', (cell, ticked) => {
  expect(readTicks(cell)?.ticked).toEqual(ticked);
});

test.each(['', '—', '--', '／', '无', '暂无', '详见附件', 'nan', 'N/A', '#N/A', '#REF!', '（空）', '略。'])(
  'The cell %j says nothing',
  (cell) => {
    expect(isPlaceholder(cell)).toBe(true);
  },
);

test.each(['0', '同上', '无人机', '无铅焊料', '面议', '1/2', 'NaN掺杂'])(
  'The cell %j says something',
  (cell) => {
    expect(isPlaceholder(cell)).toBe(false);
  },
);

test.each([
  ['耐温&ge;900&#8451;', '耐温≥900℃'],
  ['<p>一段</p><p>二段<br/>三段</p>', '一段\n二段\n三段'],
  ['&amp;lt; 只解一次', '&lt; 只解一次'],
  ['压力<5MPa，温度>80℃', '压力<5MPa，温度>80℃'],
  ['&未知; 留下', '&未知; 留下'],
  ['电阻 5k&Omega;，Δ&Delta;', '电阻 5kΩ，ΔΔ'],
  ['一段<p>二段</p>', '一段\n二段'],
  ['<td>甲</td><td>乙</td>', '甲  乙'],
])('The cell %j reads %j', (cell, text) => {
  expect(plainText(cell)).toBe(text);
});

test('Cells that were made to hang a reader are read', () => {
  const spaces = ' '.repeat(50_000);
  expect(readTrl(`1${spaces}-${spaces}x`)).toBe(undefined);
  expect(readTrl(`1${'-'.repeat(50_000)}x`)).toBe(undefined);
  expect(readTicks('□'.repeat(50_000))).toBe(undefined);
  expect(plainText('<p '.repeat(30_000)).length).toBe(90_000 - 1);
  expect(plainText(`<${'\u00a0'.repeat(200_000)}x`)).toContain('x');
  expect(plainHeader(`甲${'*'.repeat(60_000)}乙`).length).toBeLessThan(300);
  expect(bareHeader('('.repeat(60_000))).toBe('');
  expect(headerTable('demand')(`甲${'1'.repeat(60_000)}`)).toBe(undefined);
});
