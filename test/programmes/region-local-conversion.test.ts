import { type Conversion, type LocalConversionReport, localConversion } from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ByDestination, ConversionRow } from '../../src/programmes/region/local-conversion.ts';
import { badPathsOf } from './bad-paths.ts';
import { sampleFile, sampleRegions } from './sample-file.ts';

const REGIONS = sampleRegions();
const conversions = sampleFile<Conversion>('programmes/conversions');
const counts = ({ local, elsewhere, unknown, total }: ByDestination) => [local, elsewhere, unknown, total];
const row = (rows: readonly ConversionRow[], zh: string) => rows.find(({ name }) => name.zh === zh)!;

describe('the local conversion report of the sample', () => {
  const report = localConversion(conversions, { regions: REGIONS });

  it('counts for each unit where its achievements went', () => {
    expect(report.units.map(({ name, count }) => [name.zh, ...counts(count)])).toEqual([
      // 于洪, 铁西, 康平 and the zone, which lies partly in Shenyang; 阜新; one receiver of no region.
      ['辽河工业大学', 4, 1, 1, 6],
      // 大东, 法库, 苏家屯; 苏州.
      ['东陵理工大学', 3, 1, 0, 4],
      // 盘锦; 葫芦岛, 营口; one receiver told as 辽宁 only, which may be in 盘锦.
      ['辽东湾石油化工学院', 1, 2, 1, 4],
      // 新民, 康平; 铁岭.
      ['棋盘山农业大学', 2, 1, 0, 3],
      // 抚顺.
      ['千山冶金大学', 0, 1, 0, 1],
    ]);
    expect(report.units[0]!.count.rate).toBeCloseTo(0.8);
  });

  it('adds up what is stated in yuan, and tells how many conversions state nothing of it', () => {
    const { amount, unpriced } = row(report.units, '东陵理工大学');
    // 95 + 35 万元 in Shenyang, 150 in 苏州, one 面议.
    expect([counts(amount), unpriced]).toEqual([[1_300_000, 1_500_000, 0, 2_800_000], 1]);
    expect(amount.rate).toBeCloseTo(130 / 280);
    // 30万美元 are no yuan.
    expect(row(report.units, '辽东湾石油化工学院').unpriced).toBe(1);
    // 36.5万元 among them.
    expect(row(report.units, '辽河工业大学').amount.local).toBe(2_695_000);
  });

  it('has rows by county of the unit and by year, the unknown one last', () => {
    expect(report.counties.map(({ key, name }) => [key, name.zh])).toEqual([
      ['210105', '皇姑区'],
      ['210106', '铁西区'],
      ['210112', '浑南区'],
      ['2103', '鞍山市'],
      ['2111', '盘锦市'],
    ]);
    expect(report.years.map(({ name, count }) => [name.zh, ...counts(count)])).toEqual([
      ['2024年', 4, 2, 0, 6],
      ['2025年', 3, 2, 1, 6],
      ['2026年', 3, 1, 1, 5],
      ['不明', 0, 1, 0, 1],
    ]);
  });

  it('is wider for the province and narrower for the county', () => {
    const total = (level: 'county' | 'province') =>
      counts(localConversion(conversions, { regions: REGIONS, level }).total.count);
    // Only CV002 and nobody else stays in 铁西区; CV012 and CV014 name no county.
    expect(total('county')).toEqual([1, 14, 3, 18]);
    // Only 苏州 lies outside of Liaoning.
    expect(total('province')).toEqual([16, 1, 1, 18]);
  });

  it('says what it counts', () => {
    expect(report.definition.zh).toContain('同一城市');
    expect(report.definition.en).toContain('local ÷ (local + elsewhere)');
  });
});

describe('localConversion', () => {
  const place = fc.constantFrom(
    '210112',
    '210106',
    '210400',
    '210404',
    '21',
    '110108',
    '429004',
    '沈抚示范区',
    '高新区',
    '',
  );
  const conversion = fc.record(
    {
      unit: fc.constantFrom('甲大学', '乙研究院', '__proto__', '丙（集团）有限公司'),
      unitRegion: place,
      receiverRegion: place,
      amount: fc.oneof(
        fc.constantFrom(
          '面议',
          '12.34万元',
          '50-80万元',
          '不超过500万元',
          '20万美元',
          '9e99元',
          0.1,
          0.2,
          1e11,
        ),
        fc.double({ min: 0, max: 1e9, noNaN: true }),
      ),
      signed: fc.constantFrom('2024', '2025-03-01', '2025年3月', '去年', ''),
    },
    { requiredKeys: [] },
  );
  const list = fc
    .array(conversion, { maxLength: 40 })
    .map((items) => items.map((item, i): Conversion => ({ id: `c${i}`, ...item })));
  const level = fc.constantFrom('county', 'city', 'province' as const);
  const tables = ({ units, counties, years }: LocalConversionReport) => [units, counties, years];

  it('adds up: rows to the total in every table, columns to the total in every row', () => {
    fc.assert(
      fc.property(list, level, (items, wide) => {
        const report = localConversion(items, { regions: REGIONS, level: wide });
        expect(report.total.count.total).toBe(items.length);
        for (const rows of tables(report)) {
          for (const column of ['count', 'amount'] as const) {
            const sums = [0, 1, 2, 3].map((i) =>
              rows.reduce((sum, r) => sum + Math.round(counts(r[column])[i]! * 100), 0),
            );
            expect(sums).toEqual(counts(report.total[column]).map((value) => Math.round(value * 100)));
          }
          expect(rows.reduce((sum, { unpriced }) => sum + unpriced, 0)).toBe(report.total.unpriced);
          for (const { count, amount } of rows) {
            for (const { local, elsewhere, unknown, total, rate } of [count, amount]) {
              expect(Math.round(total * 100)).toBe(
                Math.round(local * 100) + Math.round(elsewhere * 100) + Math.round(unknown * 100),
              );
              const known = local + elsewhere;
              if (known === 0) expect(rate).toBeUndefined();
              else expect(rate).toBeCloseTo(local / known, 9);
            }
          }
          expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
          expect(rows.slice(0, -1).every(({ key }) => key !== '')).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of the conversions', () => {
    fc.assert(
      fc.property(list, level, (items, wide) => {
        const options = { regions: REGIONS, level: wide };
        expect(localConversion([...items].reverse(), options)).toEqual(localConversion(items, options));
      }),
      { numRuns: 100 },
    );
  });

  it('never finds fewer local ones where the level is wider', () => {
    fc.assert(
      fc.property(list, (items) => {
        const local = (wide: 'county' | 'city' | 'province') =>
          localConversion(items, { regions: REGIONS, level: wide }).total.count.local;
        expect(local('county')).toBeLessThanOrEqual(local('city'));
        expect(local('city')).toBeLessThanOrEqual(local('province'));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['210112', '210106', 'city', 'local'],
    ['210112', '210404', 'city', 'elsewhere'], // one zone, two cities
    ['210112', '21', 'city', 'unknown'],
    ['21', '2101', 'county', 'unknown'],
    ['2101', '2102', 'county', 'elsewhere'],
    ['2101', '2101', 'county', 'unknown'],
    ['210112', '21', 'province', 'local'],
    ['429004', '429004', 'city', 'local'], // a county of no city stands for one
    ['429004', '429005', 'city', 'elsewhere'],
    ['110108', '110229', 'city', 'local'],
    ['沈抚示范区', '210404', 'city', 'local'],
    ['高新区', '高新区', 'city', 'local'],
    ['高新区', '210112', 'city', 'unknown'],
    ['', '210112', 'province', 'unknown'],
  ] as const)('from %s to %s, by %s, is %s', (unitRegion, receiverRegion, wide, destination) => {
    const report = localConversion([{ id: 'c', unitRegion, receiverRegion }], {
      regions: REGIONS,
      level: wide,
    });
    expect(report.total.count[destination]).toBe(1);
  });

  it('knows a unit by its spellings and shows the first', () => {
    const { units } = localConversion([
      { id: 'a', unit: '沈北智能装备有限公司' },
      { id: 'b', unit: { name: '沈北智能装备 有限责任公司' } },
      { id: 'c' },
    ]);
    expect(units.map(({ name, count }) => [name.zh, count.total])).toEqual([
      ['沈北智能装备有限公司', 2],
      ['不明', 1],
    ]);
  });

  it('has nothing to tell of nothing', () => {
    const { units, counties, years, total } = localConversion([]);
    expect([units, counties, years, counts(total.count), total.count.rate]).toEqual([
      [],
      [],
      [],
      [0, 0, 0, 0],
      undefined,
    ]);
  });

  it('names every bad conversion and option, and changes none', async () => {
    const bad = [
      { id: '', unit: 1 },
      { id: 'a', amount: -1, signed: 2024 },
      { id: 'a', amount: Number.NaN },
      { id: 'b', amount: 1e12 },
      null,
    ] as never;
    expect((await badPathsOf(() => localConversion(bad))).sort()).toEqual(
      ['id', 'unit', 'amount', 'signed', 'amount', 'id', 'amount', ''].sort(),
    );
    expect(await badPathsOf(() => localConversion([], { level: 'village' as never }))).toEqual(['level']);
    const frozen = Object.freeze(conversions.map((one) => Object.freeze(one)));
    expect(localConversion(frozen).total.count.total).toBe(18);
  });
});
