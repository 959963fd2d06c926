import { defineRegions, localConversion, nameOfRegion, regionRelation } from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInOneOf } from '../../src/programmes/places/containment.ts';
import {
  REGION_NEARNESS,
  REGION_NEARNESS_LABELS,
  type RegionNearness,
  reachOf,
} from '../../src/programmes/places/nearness.ts';
import { keyOfRegion } from '../../src/programmes/places/regions.ts';
import { commonRegion } from '../../src/programmes/pooled/cluster-terms.ts';
import { callsOf } from '../../src/programmes/sessions/visit-calls.ts';
import { badPathsOf } from './bad-paths.ts';
import { sampleRegions } from './sample-file.ts';

const REGIONS = sampleRegions();
const relate = (a: string | undefined, b: string | undefined) => regionRelation(a, b, REGIONS);

describe('the relation of two regions', () => {
  it.each([
    ['210106', '210106', 'county', '同在铁西区'],
    ['210112', '210404', 'zone', '同在沈抚示范区'], // both are members, of two cities
    ['210112', '沈抚改革创新示范区', 'zone', '同在沈抚示范区'], // an alias
    ['沈抚示范区', '沈抚改革创新示范区', 'zone', '同在沈抚示范区'],
    ['210106', '210113', 'city', '同在沈阳市'],
    ['210102', '沈抚示范区', 'city', '同在沈阳市'], // the zone lies partly in 浑南区 of Shenyang
    ['210106', '210400', 'circle', '同在沈阳都市圈'],
    ['沈阳都市圈', '沈阳都市圈', 'circle', '同在沈阳都市圈'],
    ['210106', '211400', 'province', '同在辽宁省'],
    ['21', '210106', 'province', '同在辽宁省'], // nothing narrower is told
    ['210106', '110108', 'partner', '对口合作：沈阳市与北京市'],
    ['320500', '210800', 'partner', '对口合作：辽宁省与江苏省'],
    ['210200', '110108', 'elsewhere', '其他地区'], // Dalian is paired with Shanghai
    ['210106', '370200', 'elsewhere', '其他地区'],
    ['高新区', '高新区', 'zone', '同在高新区'], // no area, yet the same wording
    ['高新区', '210106', 'unknown', '地区不明'],
    [undefined, '210106', 'unknown', '地区不明'],
    ['  ', '', 'unknown', '地区不明'],
  ] as const)('of %s and %s is %s: %s', (a, b, code, zh) => {
    const relation = relate(a, b);
    expect([relation.code, relation.label.zh]).toEqual([code, zh]);
    expect(relation.label.en).not.toBe('');
  });

  it('takes a municipality for one city, and counties directly under a province for cities of their own', () => {
    expect(regionRelation('110105', '110229').code).toBe('city');
    expect(regionRelation('110105', '11').code).toBe('city');
    expect(regionRelation('429004', '429005').code).toBe('province');
    expect(regionRelation('429004', '429004').code).toBe('county');
  });

  const digit = fc.constantFrom('01', '02', '90', '00');
  const code = fc
    .tuple(fc.constantFrom('21', '11', '32'), fc.option(digit), fc.option(digit))
    .map(([p, c, d]) => `${p}${c ?? ''}${c === null ? '' : (d ?? '')}`);
  const region = fc.oneof(
    code,
    fc.constantFrom('沈抚示范区', '沈阳都市圈', '高新区', '', '210112', '210404', '2104', '210421'),
  );

  it('is that of the shared digits, for codes alone', () => {
    // The zero pairs at the end only fill up.
    const bare = (text: string) => text.replace(/(00)+$/, '');
    const naive = (a: string, b: string): RegionNearness => {
      const [x, y] = [bare(a), bare(b)];
      if (x === y && x.length === 6) return 'county';
      if (x.slice(0, 2) !== y.slice(0, 2)) return 'elsewhere';
      if (x.slice(0, 2) === '11') return 'city';
      const isCity = x.length > 2 && x.slice(0, 4) === y.slice(0, 4) && x.slice(2, 4) !== '90';
      return isCity ? 'city' : 'province';
    };
    fc.assert(
      fc.property(code, code, (a, b) => {
        expect(regionRelation(a, b).code).toBe(naive(a, b));
      }),
      { numRuns: 1000 },
    );
  });

  it('is symmetric, and never nearer than what a region can reach', () => {
    fc.assert(
      fc.property(region, region, (a, b) => {
        const relation = relate(a, b);
        expect(relate(b, a)).toEqual(relation);
        expect(reachOf(a, REGIONS)).toContain(relation.code);
        expect(REGION_NEARNESS).toContain(relation.code);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not see the width or the zero pairs of a code', () => {
    expect(relate('２１０１００', '2101')).toEqual(relate('210100', '2101'));
  });

  it('knows wordings that are names of object properties', () => {
    const odd = defineRegions({ areas: [{ id: '__proto__', members: ['210112'] }] });
    expect(regionRelation('__proto__', '210112', odd).code).toBe('zone');
    expect(regionRelation('__proto__', 'constructor', odd).code).toBe('unknown');
  });

  it('has a label for every degree', () => {
    expect(Object.keys(REGION_NEARNESS_LABELS)).toEqual([...REGION_NEARNESS]);
  });
});

describe('regions in words', () => {
  const regions = defineRegions({
    areas: [
      { id: '沈抚示范区', members: ['210112', '210404'] },
      { id: '沈阳都市圈', members: ['2101', '2104'] },
    ],
    partners: [{ a: '沈阳', b: '北京市' }],
    names: [
      { code: '210112', zh: '浑南区', en: 'Hunnan' },
      { code: '210102', zh: '和平区' },
      { code: '210106', zh: '铁西区' },
      { code: '210303', zh: '铁西区' },
      { code: '210422', zh: '新宾满族自治县' },
      { code: '210283', zh: '庄河市' },
      { code: '150702', zh: '海拉尔区' },
    ],
  });

  it.each([
    ['沈阳', '沈阳市', 'city'],
    ['沈阳', '210100', 'city'],
    ['沈　阳', '210106', 'city'],
    ['大连', '大连市', 'city'],
    ['浑南', '浑南区', 'county'],
    ['浑南', '210112', 'county'],
    ['Hunnan District', '210112', 'county'],
    ['沈阳市浑南区', '210112', 'county'],
    ['辽宁省沈阳市浑南区', '210112', 'county'],
    ['辽宁省-沈阳市', '210100', 'city'],
    ['中国辽宁', '沈阳', 'province'],
    ['Liaoning Province', 'Shenyang City', 'province'],
    ['新宾', '抚顺', 'city'],
    ['庄河', '大连', 'city'],
    ['内蒙古', '150702', 'province'],
    ['沈抚示范区', '浑南', 'zone'],
    ['沈阳', '抚顺', 'circle'],
    ['沈阳', '北京', 'partner'],
    ['大连', '北京', 'elsewhere'],
    // Of several cities: only with the city.
    ['沈阳市铁西区', '210106', 'county'],
    ['鞍山铁西区', '210303', 'county'],
    ['铁西区', '210106', 'unknown'],
    ['和平区', '210102', 'unknown'],
    ['朝阳', '211300', 'unknown'],
    ['朝阳市', '211300', 'city'],
    // Nobody named them.
    ['江苏省苏州市', '320500', 'unknown'],
    ['沈阳市某某区', '沈阳', 'unknown'],
    ['大连沈阳', '沈阳', 'unknown'],
    ['高新区', '沈阳', 'unknown'],
  ] as const)('%s and %s: %s', (a, b, code) => {
    expect(regionRelation(a, b, regions).code).toBe(code);
    expect(regionRelation(b, a, regions).code).toBe(code);
  });

  it('are known without a host, as far as the library names them', () => {
    expect(regionRelation('沈阳', '210106').label.zh).toBe('同在沈阳市');
    expect(nameOfRegion('大连').zh).toBe('大连市');
    expect(regionRelation('浑南', '210112').code).toBe('unknown');
  });

  it('count for conversions, offices and rules as their codes do', () => {
    const report = localConversion([
      { id: '1', unit: '甲', unitRegion: '沈阳', receiverRegion: '沈阳市' },
      { id: '2', unit: '甲', unitRegion: '210100', receiverRegion: '大连' },
    ]);
    expect(report.counties.map(({ key, count }) => [key, count.local, count.elsewhere])).toEqual([
      ['2101', 1, 1],
    ]);
    expect([isInOneOf(['沈阳'], ['辽宁省']), isInOneOf(['大连市'], ['210200'])]).toEqual(['met', 'met']);
    const [city, county] = ['沈阳', '210112'].map(
      (regionCode) => ({ id: 'd', title: '', regionCode }) as never,
    );
    expect([commonRegion([city!, county!]), commonRegion([county!])]).toEqual(['210100', '210112']);
    const visit = { value: 1, demander: '甲', supplier: '乙' };
    const calls = callsOf(
      ['沈阳', '210100', '2101'].map((regionCode, i) => ({ ...visit, id: `${i}`, regionCode })),
    );
    expect(calls.map(({ district, pairIds }) => [district, pairIds.length])).toEqual([['2101', 3]]);
    // Several cities have a 铁西区.
    expect([isInOneOf(['大连'], ['沈阳']), isInOneOf(['铁西区'], ['沈阳'])]).toEqual(['failed', 'unknown']);
  });

  it('are read as a region that the wording ends with, or not at all', () => {
    const piece = fc.constantFrom('沈阳', '市', '大连', '辽宁省', '浑南', '区', '铁西区', '12', '-', ' ');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
        const text = pieces.join('');
        const key = keyOfRegion(text, regions);
        const { zh } = nameOfRegion(key, regions);
        const bare = text.replace(/[ -]/g, '').replace(/[省市区]$/, '');
        expect(key === text.trim() || /^\d+$/.test(text.trim()) || bare.endsWith(zh.slice(0, -1))).toBe(true);
      }),
    );
  });
});

describe('a condition on places', () => {
  it('is met by one place in one region, failed by all outside of all, and else open', () => {
    const place = fc.constantFrom('210112', '2101', '21', '沈抚示范区', '沈阳都市圈', '高新区', '', '370200');
    const some = fc.array(place, { maxLength: 3 });
    fc.assert(
      fc.property(some, some, (places, wanted) => {
        const one = places.flatMap((at) => wanted.map((region) => isInOneOf([at], [region], REGIONS)));
        const status = isInOneOf(places, wanted, REGIONS);
        expect(status === 'met').toBe(one.includes('met'));
        expect(status === 'failed').toBe(
          wanted.length === 0 || (places.length > 0 && one.every((each) => each === 'failed')),
        );
      }),
    );
    expect(isInOneOf([], ['2101'])).toBe('unknown');
    expect(isInOneOf(['2101'], ['210112'])).toBe('unknown');
    expect(isInOneOf(['210102'], ['沈阳都市圈'], REGIONS)).toBe('met');
    expect(isInOneOf(['210102'], ['沈阳都市圈'])).toBe('unknown');
  });
});

describe('names of regions', () => {
  it.each([
    ['210112', '浑南区'],
    ['210100', '沈阳市'],
    ['沈抚改革创新示范区', '沈抚示范区'],
    ['210122', '沈阳市210122'], // a county whose name nobody gave
    ['130200', '1302'],
    ['高新区', '高新区'],
  ])('%s is %s', (given, zh) => {
    expect(nameOfRegion(given, REGIONS).zh).toBe(zh);
  });
});

describe('defineRegions', () => {
  it('names every bad area, pair and name in one error', async () => {
    const bad = () =>
      defineRegions({
        areas: [
          { id: '210100', members: ['2101'] },
          { id: '示范区', members: [] },
          { id: '都市圈', members: ['21', 'x'], aliases: [''] },
          { id: '都市圈', members: ['2101'] },
        ],
        partners: [{ a: '', b: '11' }],
        names: [{ code: '沈阳', zh: '沈阳市' }],
      });
    expect((await badPathsOf(bad)).sort()).toEqual(
      ['id', 'members', 'members[0]', 'members[1]', 'aliases[0]', 'aliases[0]', 'id', 'a', 'code'].sort(),
    );
    expect(await badPathsOf(() => defineRegions({ areas: '都市圈' as never }))).toEqual(['areas']);
  });

  it('takes the first of two areas with one wording', () => {
    const regions = defineRegions({
      areas: [
        { id: '甲区', members: ['210112'] },
        { id: '乙区', aliases: ['甲区'], members: ['2102'] },
      ],
    });
    expect(regionRelation('甲区', '210112', regions).code).toBe('zone');
  });
});
