import { type AchievementInput, createMatcher, type DemandInput, type Match } from 'cuohe';
import {
  type Escalation,
  escalationList,
  regionRelation,
  type WidenedSearch,
  type WidenOptions,
  widenSearch,
} from 'cuohe/programmes';
import { SEARCH_RINGS } from 'cuohe/programmes/region';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEARCH_RING_LABELS } from '../../src/programmes/region/widen.ts';
import { achievements, demand as demandOf, EVERYTHING, PARTS } from '../fixtures.ts';
import { badPathsOf } from './bad-paths.ts';
import { type SampleAchievement, type SampleDemand, sampleFile, sampleRegions } from './sample-file.ts';

const REGIONS = sampleRegions();
const FILTER = { asOf: '2026-09-01' };
const sample = createMatcher([
  ...sampleFile<SampleAchievement>('achievements'),
  ...sampleFile<SampleAchievement>('programmes/new-achievements'),
]);
const demands = sampleFile<SampleDemand>('demands');
const demand = (id: string) => demands.find((candidate) => candidate.id === id)!;
const rings = ({ rings }: WidenedSearch) =>
  rings.map(({ ring, matches }) => [ring, matches.map(({ id }) => id)]);

/** A record of a region, or of none. */
interface Placed {
  readonly regionCode?: string;
}

/** A small world in which regions collide with the places of demands. */
const region = fc.constantFrom(
  '210112',
  '210106',
  '210404',
  '2104',
  '210200',
  '110108',
  '21',
  '沈抚示范区',
  '高新区',
);
const placed = fc
  .tuple(achievements(10), fc.array(fc.option(region), { minLength: 10, maxLength: 10 }))
  .map(([records, places]) =>
    records.map((record, i): AchievementInput & Placed => {
      const { regionCode: _, ...rest } = record;
      return places[i] === null ? rest : { ...rest, regionCode: places[i]! };
    }),
  );
const want = fc
  .tuple(demandOf, fc.option(region))
  .map(([{ regionCode: _, ...rest }, place]): DemandInput & Placed =>
    place === null ? { ...rest, id: 'q' } : { ...rest, id: 'q', regionCode: place },
  );
const ringOf = (home: string | undefined, record: Placed) => {
  const { code } = regionRelation(home, record.regionCode, REGIONS);
  return code === 'unknown' ? 'elsewhere' : code;
};

describe('widenSearch on the sample', () => {
  it('finds the spindle compensation in the own city, and goes on because one is not enough', () => {
    const found = widenSearch(demand('D013'), sample, REGIONS, { filter: FILTER, enough: 2 });
    expect(rings(found)).toEqual([
      ['county', []],
      ['city', ['A024']],
      ['circle', []],
      ['province', []],
      ['partner', []],
      ['elsewhere', []],
    ]);
    expect([found.home, found.found, found.isEnough]).toEqual(['210107', 1, false]);
  });

  it('finds the net cages of a Shanghai institute for Dalian, by their cooperation', () => {
    const found = widenSearch(demand('D055'), sample, REGIONS, { filter: FILTER, enough: 1 });
    expect(rings(found).at(-1)).toEqual(['partner', ['N005']]);
    expect(found.rings.at(-1)!.matches[0]!.reason.zh).toContain('养殖网箱');
  });

  it('begins in the zone for a demand of the zone, which has no code', () => {
    const zone = { ...demand('D007'), regionCode: '沈抚改革创新示范区' };
    const found = widenSearch(zone, sample, REGIONS, { filter: FILTER, enough: 2 });
    expect(rings(found)).toEqual([
      ['zone', []],
      ['city', ['A013', 'A114']], // a member of the zone lies in Shenyang
    ]);
  });

  it('takes the region of the organisation for a demand without its own', () => {
    const { regionCode: _, ...rest } = demand('D013');
    const found = widenSearch(
      { ...rest, organization: { name: '于洪精锐模具有限公司', regionCode: '210107' } },
      sample,
      REGIONS,
      { filter: FILTER, enough: 1 },
    );
    expect(rings(found)).toEqual([
      ['county', []],
      ['city', ['A024']],
    ]);
  });

  it('has one ring for a demand without a region, and no ring beyond the last one wanted', () => {
    const { regionCode: _, ...rest } = demand('D013');
    expect(rings(widenSearch(rest, sample, REGIONS, { filter: FILTER })).map(([ring]) => ring)).toEqual([
      'elsewhere',
    ]);
    const near = widenSearch(demand('D055'), sample, REGIONS, { filter: FILTER, until: 'province' });
    expect(rings(near)).toEqual([
      ['city', []],
      ['province', []],
    ]);
  });
});

describe('widenSearch', () => {
  it('parts the ranking of the matcher by ring: nothing is lost, no score and no order changes', () => {
    fc.assert(
      fc.property(placed, want, fc.double({ min: 0, max: 0.6, noNaN: true }), (records, query, minScore) => {
        const matcher = createMatcher(records, PARTS);
        const ranking = matcher.match(query, { ...EVERYTHING, minScore }).matches;
        const options: WidenOptions = { filter: EVERYTHING.filter, minScore, enough: 1000 };
        const found = widenSearch(query, matcher, REGIONS, options);
        for (const { ring, label, matches, ranked } of found.rings) {
          const own = ({ record }: Match<Placed>) => ringOf(query.regionCode, record) === ring;
          expect(matches).toEqual(ranking.filter(own));
          expect(label).toBe(SEARCH_RING_LABELS[ring]);
          expect(ranked).toBe(records.filter((record) => ringOf(query.regionCode, record) === ring).length);
        }
        expect(found.found).toBe(ranking.length);
        expect(found.rings.reduce((sum, { ranked }) => sum + ranked, 0)).toBe(records.length);
      }),
      { numRuns: 150 },
    );
  });

  it('stops at the first ring in which there are enough', () => {
    fc.assert(
      fc.property(placed, want, fc.integer({ min: 1, max: 4 }), (records, query, enough) => {
        const matcher = createMatcher(records, PARTS);
        const base = { filter: EVERYTHING.filter, minScore: 0, explain: false };
        const all = widenSearch(query, matcher, REGIONS, { ...base, enough: 1000 });
        const found = widenSearch(query, matcher, REGIONS, { ...base, enough });
        const flat = (search: WidenedSearch) => search.rings.flatMap(({ matches }) => matches);
        expect(flat(found)).toEqual(flat(all).slice(0, enough));
        expect(found.isEnough).toBe(all.found >= enough);
        const before = found.rings.slice(0, -1).reduce((sum, { matches }) => sum + matches.length, 0);
        expect(before).toBeLessThan(enough);
        expect(found.rings.map(({ ring }) => SEARCH_RINGS.indexOf(ring))).toEqual(
          found.rings.map(({ ring }) => SEARCH_RINGS.indexOf(ring)).sort((a, b) => a - b),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the filter and the kinds of the host', () => {
    const found = widenSearch(demand('D007'), sample, REGIONS, {
      filter: { ...FILTER, where: ({ id }) => id !== 'A013' },
      kinds: ['achievement', 'team'],
      enough: 1,
    });
    expect(rings(found).at(-1)).toEqual(['city', ['A114']]);
  });

  it('names what is wrong with options and query, and changes neither', async () => {
    const bad = { enough: 0, minScore: 2, until: 'moon', filter: { where: 1 } } as never;
    expect((await badPathsOf(() => widenSearch(demand('D001'), sample, REGIONS, bad))).sort()).toEqual([
      'enough',
      'filter.where',
      'minScore',
      'until',
    ]);
    expect(await badPathsOf(() => widenSearch(null as never, sample, REGIONS))).toEqual(['']);
    expect(
      await badPathsOf(() => widenSearch({ id: 'q', title: '', regionCode: [21] } as never, sample, REGIONS)),
    ).toEqual(['regionCode']);
    const frozen = Object.freeze({ ...demand('D013') });
    expect(widenSearch(frozen, sample, REGIONS, Object.freeze({ filter: Object.freeze(FILTER) })).found).toBe(
      1,
    );
  });
});

describe('escalationList on the sample', () => {
  const options = { filter: FILTER, minScore: 0.2 };
  const listOf = ({ offices }: Escalation, key: string) =>
    offices.find(({ office }) => office.key === key)?.demands.map(({ demandId }) => demandId) ?? [];

  it('keeps what the own county can serve, and hands up the rest one level', async () => {
    const list = await escalationList(demands, sample, REGIONS, options);
    // D019 of 浑南区 wants what A036 of 和平区 has; the best of 浑南区 is another imaging detector.
    expect(listOf(list, '2101')).toContain('D019');
    // A018 comes from 沈北新区, D037 too, but D037 wants scheduling, which 铁西区 has.
    expect(listOf(list, '2101')).toContain('D037');
    // The firm of 浑南区 finds the IR lenses in its own county.
    expect(list.kept.find(({ demandId }) => demandId === 'D042')).toMatchObject({
      office: { key: '210112', name: { zh: '浑南区' } },
      best: { id: 'A079' },
    });
    // Dalian and Panjin are told as cities: their office is the city, the one above the province.
    expect(listOf(list, '21')).toEqual(expect.arrayContaining(['D055', 'D006']));
    const cages = list.offices
      .find(({ office }) => office.key === '21')!
      .demands.find(({ demandId }) => demandId === 'D055')!;
    expect(cages.found).toMatchObject({ ring: 'partner', id: 'N005' });
    expect(cages.reason.zh).toMatch(/^大连市没有评分达0\.2的供给，对口合作地区有N005（0\.\d\d）$/);
    expect(cages.from).toMatchObject({ level: 'city', key: '2102' });
  });

  it('hands up less from the city, and names what nobody has', async () => {
    const list = await escalationList(demands, sample, REGIONS, { ...options, level: 'city' });
    expect(list.offices.map(({ office }) => [office.level, office.key])).toEqual([['province', '21']]);
    // Shenyang has both.
    expect(list.kept.map(({ demandId }) => demandId)).toEqual(expect.arrayContaining(['D019', 'D037']));
    const murals = list.offices[0]!.demands.find(({ demandId }) => demandId === 'D056')!;
    // No counterpart in the sample.
    expect(murals.found).toBeUndefined();
    expect(murals.reason.zh).toContain('各地都没有');
  });

  it('goes from the province to the nation, which knows the partner regions', async () => {
    const list = await escalationList([demand('D055')], sample, REGIONS, { ...options, level: 'province' });
    expect(list.offices).toMatchObject([{ office: { level: 'nation', key: '', name: { zh: '全国' } } }]);
  });

  it('puts demands of unknown region apart, with what there is anywhere', async () => {
    const { regionCode: _, ...rest } = demand('D013');
    const unknown = [rest, { ...demand('D013'), id: 'D013b', regionCode: '高新区' }];
    const list = await escalationList(unknown, sample, REGIONS, options);
    expect(list.unplaced.map(({ demandId, found }) => [demandId, found?.ring, found?.id])).toEqual([
      ['D013', 'elsewhere', 'A024'],
      ['D013b', 'elsewhere', 'A024'],
    ]);
    expect(list.unplaced[0]!.reason.zh).toMatch(/^地区不明，其他地区有A024（0\.\d\d）$/);
  });
});

describe('escalationList', () => {
  it.each([
    ['210112', 'county', 'city', '2101'],
    ['429004', 'county', 'province', '42'], // no city between
    ['110108', 'county', 'city', '11'], // a municipality
    ['110108', 'city', 'nation', ''],
    ['110108', 'province', 'nation', ''],
    ['2102', 'county', 'province', '21'],
    ['210200', 'province', 'nation', ''],
    ['沈抚示范区', 'county', 'province', '21'], // in two cities
    ['沈阳都市圈', 'county', 'province', '21'],
  ] as const)(
    'hands a demand of %s from the level %s to the %s %s',
    async (regionCode, level, above, key) => {
      const nothing = createMatcher([{ id: 'a', title: '无关' }], PARTS);
      const list = await escalationList([{ id: 'd', title: '涂层', regionCode }], nothing, REGIONS, {
        level,
      });
      expect(list.offices).toMatchObject([{ office: { level: above, key }, demands: [{ demandId: 'd' }] }]);
    },
  );

  it('leaves every demand in exactly one place, and keeps one just if its region has a good match', async () => {
    await fc.assert(
      fc.asyncProperty(placed, fc.array(want, { maxLength: 5 }), async (records, wants) => {
        const matcher = createMatcher(records, PARTS);
        const numbered = wants.map((item, i) => ({ ...item, id: `d${i}` }));
        const minScore = 0.15;
        const list = await escalationList(numbered, matcher, REGIONS, {
          filter: EVERYTHING.filter,
          minScore,
        });
        const up = [...list.offices.flatMap(({ demands }) => demands), ...list.unplaced];
        const ids = [...list.kept, ...up].map(({ demandId }) => demandId);
        expect(ids.sort()).toEqual(numbered.map(({ id }) => id).sort());
        for (const item of numbered) {
          const good = matcher.match(item, { ...EVERYTHING, minScore }).matches;
          const kept = list.kept.find(({ demandId }) => demandId === item.id);
          const home = item.regionCode;
          // A county sees its own; a coarser place sees all that is as near as itself.
          const own = regionRelation(home, home, REGIONS).code;
          const isPlaced = own !== 'unknown' && home !== '高新区';
          const reach = SEARCH_RINGS.slice(0, SEARCH_RINGS.indexOf(own as 'county') + 1);
          const inside = good.filter(({ record }) => isPlaced && reach.includes(ringOf(home, record)));
          expect(kept?.best.id).toBe(inside[0]?.id);
          const found = up.find(({ demandId }) => demandId === item.id)?.found;
          const nearest = SEARCH_RINGS.find((ring) =>
            good.some(({ record }) => ringOf(home, record) === ring),
          );
          if (kept === undefined) expect(found?.ring).toBe(nearest);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('reports its progress and stops when told', async () => {
    const seen: number[] = [];
    await escalationList(demands.slice(0, 3), sample, REGIONS, {
      filter: FILTER,
      onProgress: ({ done, total }) => {
        expect(total).toBe(3);
        seen.push(done);
      },
    });
    expect(seen.at(-1)).toBe(3);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(escalationList(demands, sample, REGIONS, { signal })).rejects.toThrow('enough');
  });

  it('names every bad demand and option', async () => {
    const bad = [
      { id: 'd', title: 1 },
      { id: 'd', title: '' },
    ] as never;
    expect(await badPathsOf(() => escalationList(bad, sample, REGIONS))).toEqual(['title', 'id']);
    const options = { level: 'village', minScore: -1, signal: 1, onProgress: 1 } as never;
    expect((await badPathsOf(() => escalationList([], sample, REGIONS, options))).sort()).toEqual([
      'level',
      'minScore',
      'onProgress',
      'signal',
    ]);
    expect(await escalationList([], sample, REGIONS)).toEqual({
      asOf: null,
      minScore: null,
      kept: [],
      offices: [],
      unplaced: [],
      leftOut: { expired: [], withheld: 0 },
    });
  });

  it('hands no demand up that is above the clearance or has ended', async () => {
    const wanted = [
      { id: 'open', title: '钢琴音板', regionCode: '210112' },
      { id: 'secret', title: '七号配方', regionCode: '210112', secrecyLevel: '秘密' },
      { id: 'ended', title: '旧需求', regionCode: '210112', validTo: '2026-01-01' },
    ];
    const told = await escalationList(wanted, sample, REGIONS, {
      filter: { asOf: '2026-09-01' },
      minScore: 0.135,
    });
    expect(told.leftOut).toEqual({ expired: ['ended'], withheld: 1 });
    expect(JSON.stringify(told)).not.toMatch(/七号配方|旧需求/);
    expect(told.asOf).toBe('2026-09-01');
    // A score is told as it was given: 0.135 is no 0.14.
    expect(told.offices[0]!.demands[0]!.reason.zh).toContain('评分达0.135的');
  });
});
