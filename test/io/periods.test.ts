import { describe, expect, test } from 'vitest';
import { readPeriod } from '../../src/io/periods.ts';

describe('A period', () => {
  test.each<[cell: string, from: string | undefined, to: string | undefined]>([
    ['2026年第一季度至第三季度', '2026-01-01', '2026-09-30'],
    ['2026Q1-Q3', '2026-01-01', '2026-09-30'],
    ['2026年上半年至2027年下半年', '2026-01-01', '2027-12-31'],
    ['2026年12月1日至31日', '2026-12-01', '2026-12-31'],
    ['2026年3月至年底', '2026-03-01', '2026-12-31'],
    ['2026年1-6月', '2026-01-01', '2026-06-30'],
    ['二〇二六年三月至十二月', '2026-03-01', '2026-12-31'],
    ['Jan 1, 2026 - Dec 31, 2026', '2026-01-01', '2026-12-31'],
    ['26年三季度', undefined, '2026-09-30'],
    ['31-Dec-26', undefined, '2026-12-31'],
    ['2026年12月31日前', undefined, '2026-12-31'],
    ['2026.12.31 24:00', undefined, '2026-12-31'],
    ['即日起至2026年12月31日', undefined, '2026-12-31'],
  ])('%j is from %s to %s', (cell, from, to) => {
    const { validFrom, validTo } = readPeriod(cell);
    expect([validFrom?.from, typeof validTo === 'string' ? validTo : validTo?.to]).toEqual([from, to]);
    expect(validFrom?.raw ?? cell).toBe(cell);
  });

  test.each(['03/04/2026', '3月5日', '12-31', '2026年中', '2026年第五季度', '长期有效'])(
    '%j is kept and not read',
    (cell) => {
      expect(readPeriod(cell)).toEqual({ validTo: cell });
    },
  );

  test('keeps an end that was not read beside its beginning', () => {
    const cell = '2026年3月上旬-下旬';
    expect(readPeriod(cell)).toMatchObject({ validFrom: { from: '2026-03-01' }, validTo: cell });
  });

  test.each(['9', '1-', ' ', '一', '年', 'Dec ', '2026', '2026年', '至', '1/'])(
    'is read from its beginning, however often %j stands there',
    (piece) => {
      expect(() => readPeriod(piece.repeat(100_000))).not.toThrow();
    },
  );
});
