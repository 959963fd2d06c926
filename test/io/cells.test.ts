import { describe, expect, test } from 'vitest';
import { cleanCell, moneyUnit, readKind, readTrl, splitCell, withUnit } from '../../src/io/cells.ts';
import { readPeriod } from '../../src/io/periods.ts';

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

test.each([
  ['万元', '万元'],
  ['单位:万元', '万元'],
  ['人民币元', '元'],
  ['万美元', '万美元'],
  ['万', '万'],
  ['元/年', '元/年'],
  ['百万元,含税', '百万元'],
  ['usd', 'usd'],
  ['必填', undefined],
  ['万科集团', undefined],
])('A note %j of a header names the unit %j', (note, unit) => {
  expect(moneyUnit(['必填', note])).toBe(unit);
});

test.each([
  ['200', '200万元', 'bare number'],
  ['1,200.5', '1,200.5万元', 'thousands'],
  ['５０', '50万元', 'full width'],
  ['50-80', '50-80万元', 'range: the unit stands after it'],
  ['不超过50', '不超过50万元', 'bound in front'],
  ['50以内', '50万元以内', 'bound behind'],
  ['200万元', '200万元', 'has its unit'],
  ['2亿', '2亿', 'has its scale'],
  ['20 USD', '20 USD', 'has its currency'],
  ['销售额的5%', '销售额的5%', 'a share is no sum'],
  ['面议', '面议', 'no number'],
  ['2026年定', '2026年定', 'a year is no sum'],
  ['一期50，二期80', '一期50，二期80', 'two sums: not ours to decide'],
])('A sum %j under a header in 万元 is %j: %s', (cell, sum) => {
  expect(withUnit(cell, '万元')).toBe(sum);
  expect(withUnit(cell, undefined)).toBe(cell);
});

describe('readPeriod', () => {
  test.each<[cell: string, from: string | undefined, to: string | undefined, why: string]>([
    ['2024年3月5日-9月6日', '2024-03-05', '2024-09-06', 'the same year, days'],
    ['2024年3月-13月', '2024-03-01', undefined, 'an end that is no month'],
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
