import { createMatcher } from 'cuohe';
import { describe, expect, it } from 'vitest';
import { compareIndicator } from '../../src/core/indicators/compare-indicators.ts';
import { parseIndicators } from '../../src/core/indicators/indicators.ts';
import { readArabic } from '../../src/core/quantities/numbers.ts';
import { liesIn } from '../../src/core/records/regions.ts';
import { columnFactors } from '../../src/core/scores/column-factors.ts';

describe('at its bound', () => {
  const compare = (required: string, offered: string) => {
    const [a, b] = [parseIndicators(required)[0]!, parseIndicators(offered)[0]!];
    const { status, margin } = compareIndicator(a, b);
    return [status, margin];
  };

  it.each([
    ['吸附力≥15kPa', '吸附力15kPa', 'met'],
    ['吸附力≥15kPa', '吸附力≥15kPa', 'met'],
    ['吸附力≥15kPa', '吸附力>15kPa', 'met'],
    ['吸附力≥15kPa', '吸附力15～20kPa', 'met'],
    ['吸附力>15kPa', '吸附力>15kPa', 'met'],
    ['吸附力>15kPa', '吸附力≥15kPa', 'failed'],
    ['吸附力>15kPa', '吸附力15kPa', 'failed'],
    ['吸附力>15kPa', '吸附力15～20kPa', 'failed'],
    ['NOx<30mg/m³', 'NOx≤30mg/m³', 'failed'],
    ['NOx<30mg/m³', 'NOx<30mg/m³', 'met'],
    ['NOx≤30mg/m³', 'NOx排放30mg/m³', 'met'],
    ['NOx≤30mg/m³', 'NOx20～30mg/m³', 'met'],
    ['误差0.1～0.3mm', '误差0.1～0.3mm', 'met'],
    ['误差0.1～0.3mm', '误差0.3mm', 'met'],
    ['工作温度-40～85℃', '工作温度-40～85℃', 'met'],
    // 0.1 + 0.2 is 0.3, and a tenth of a millionth beside it is not.
    ['误差≤0.3mm', '误差0.30000000001mm', 'met'],
  ])('%s by %s: %s, by nothing', (required, offered, status) => {
    expect(compare(required, offered)).toEqual([status, 0]);
  });

  it('a figure just beyond misses it', () => {
    expect(compare('误差≤0.3mm', '误差0.3000001mm')[0]).toBe('failed');
    expect(compare('误差0.1～0.3mm', '误差0.3～0.4mm')).toEqual(['unknown', undefined]);
    expect(compare('误差0.1～0.3mm', '误差0.31～0.4mm')[0]).toBe('failed');
  });

  it('a number of forty characters is read, one of more is none', () => {
    const of = (length: number) => `0.${'0'.repeat(length - 3)}1`;
    expect(readArabic(of(40), 0)).toMatchObject({ value: 1e-38, end: 40 });
    expect(readArabic(of(41), 0)).toBeUndefined();
  });

  it('a name of an area that begins with the digits of a province lies in itself alone', () => {
    const names = ['21世纪产业园', '2101园', '210112开发区'];
    for (const name of names) {
      expect(['21', '2101', '210112', '210000', ...names].filter((region) => liesIn(name, region))).toEqual([
        name,
      ]);
      expect(liesIn('210112', name)).toBe(false);
    }
    const matcher = createMatcher(
      names.map((regionCode, i) => ({ id: `r${i}`, title: '热障涂层', regionCode })),
    );
    const found = (region: string) =>
      matcher.match('热障涂层', { filter: { regions: [region] } }).matches.map(({ id }) => id);
    expect(['21', '2101', '210112', ...names].map(found)).toEqual([[], [], [], ['r0'], ['r1'], ['r2']]);
  });

  it('a reason tells the narrowest region that holds both', () => {
    const matcher = createMatcher([{ id: 'a', title: '热障涂层', regionCode: '210112' }]);
    const reason = (regionCode: string) =>
      matcher.match({ id: 'q', title: '热障涂层', regionCode }).matches[0]!.reason.zh;
    expect(reason('210200')).toContain('同在辽宁省');
    expect(reason('210101')).toContain('同在沈阳市');
    expect(reason('210101')).not.toContain('辽宁省');
    expect(reason('110000')).not.toContain('同在');
  });

  it('weights of columns are whole numbers as long as their unit is a normal float', () => {
    const unitOf = (product: number) =>
      columnFactors(Float64Array.of(product), 1, product * product, 1, () => {})?.unit;
    expect(unitOf(1e-30)).toBeGreaterThan(0);
    expect(unitOf(2 ** -110)).toBeGreaterThanOrEqual(2 ** -126);
    expect(unitOf(2 ** -125)).toBeUndefined();
    expect(unitOf(0)).toBeUndefined();
  });
});
