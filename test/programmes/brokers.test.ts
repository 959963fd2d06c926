import { createMatcher, DEFAULT_TAXONOMY, type Matcher } from 'cuohe';
import {
  assignBrokers,
  type Broker,
  type BrokerPair,
  type BrokerPlan,
  defineRegions,
  invitePairs,
} from 'cuohe/programmes';
import { BROKER_FIT_WEIGHTS } from 'cuohe/programmes/brokers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badPathsOf } from './bad-paths.ts';
import { type SampleAchievement, type SampleDemand, sampleFile } from './sample-file.ts';

const CHAINS = ['SY01', 'SY02', 'SY03'];
const REGIONS = ['210106', '210112', '210200', '370200', '21', '示范区'];
const LEVELS = ['junior', '中级', '高级技术经理人'];

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const defined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const pairs = (most: number) =>
  fc
    .array(
      fc.record({
        value: fc.integer({ min: 1, max: 20 }),
        chains: optional(fc.subarray(CHAINS)),
        regionCode: optional(fc.constantFrom(...REGIONS)),
        minLevel: fc.option(fc.constantFrom(...LEVELS), { nil: undefined, freq: 4 }),
      }),
      { maxLength: most },
    )
    .map((list) =>
      list.map((one, i) => defined({ ...one, id: `p${i}`, value: one.value / 20 }) as BrokerPair),
    );

const brokers = (most: number) =>
  fc
    .array(
      fc.record({
        level: optional(fc.constantFrom(...LEVELS)),
        chains: optional(fc.subarray(CHAINS)),
        regionCodes: optional(fc.subarray(REGIONS)),
        capacity: fc.nat(3),
        load: optional(fc.nat(2)),
      }),
      { maxLength: most },
    )
    .map((list) => list.map((one, i) => defined({ ...one, id: `b${i}` }) as Broker));

const rankOf = (level = '') =>
  level === 'junior' ? 1 : level.startsWith('中') ? 2 : level.startsWith('高') ? 3 : 0;
const keysOf = (code = '') => (/^\d+$/.test(code) ? code.replace(/(00)+$/, '') : code);

/** What a pair is worth with a broker who has so many cases, from the documentation alone; nothing where he may not. */
function worth(pair: BrokerPair, broker: Broker, cases: number): number | undefined {
  const { chains: wanted = [], regionCode } = pair;
  const { chains: known = [], regionCodes = [], capacity } = broker;
  const shared = wanted.filter((code) => known.includes(code)).length;
  if (wanted.length > 0 && known.length > 0 && shared === 0) return undefined;
  if (rankOf(broker.level) < rankOf(pair.minLevel) || cases >= capacity) return undefined;
  const chain = wanted.length === 0 || known.length === 0 ? 0.2 : shared / wanted.length;
  const place = keysOf(regionCode);
  const region = Math.max(
    0,
    ...regionCodes.map(keysOf).map((key) => {
      if (place === '') return 0;
      if (key === place || (/^\d+$/.test(key) && place.startsWith(key))) return 1;
      if (key.slice(0, 4) === place.slice(0, 4) && /^\d{4}/.test(key)) return 2 / 3;
      return key.slice(0, 2) === place.slice(0, 2) && /^\d{2}/.test(key) ? 1 / 3 : 0;
    }),
  );
  const weights = BROKER_FIT_WEIGHTS;
  const share =
    weights.chain * chain +
    weights.region * region +
    (weights.level * rankOf(broker.level)) / 3 +
    weights.load * (1 - cases / capacity);
  return pair.value * share;
}

/** The greatest value by trying every assignment; a broker's cases come the most valuable first. */
function bestValue(wanting: readonly BrokerPair[], offering: readonly Broker[], isOne = false): number {
  const order = wanting.toSorted((a, b) => b.value - a.value);
  const brokersOf = new Map<string, number[]>();
  const cases = offering.map(({ load = 0 }) => load);
  const search = (at: number): number => {
    const pair = order[at];
    if (pair === undefined) return 0;
    let best = search(at + 1);
    for (const [b, broker] of offering.entries()) {
      const value = worth(pair, broker, cases[b]!);
      const own = brokersOf.get(pair.demandId ?? pair.id) ?? [];
      if (value === undefined || (isOne && own.some((other) => other !== b))) continue;
      cases[b]!++;
      brokersOf.set(pair.demandId ?? pair.id, [...own, b]);
      best = Math.max(best, value + search(at + 1));
      brokersOf.set(pair.demandId ?? pair.id, own);
      cases[b]!--;
    }
    return best;
  };
  return search(0);
}

function checkPlan(wanting: readonly BrokerPair[], offering: readonly Broker[], plan: BrokerPlan) {
  const ids = [...plan.assignments, ...plan.unassigned].map(({ pairId }) => pairId);
  expect(ids.sort()).toEqual(wanting.map(({ id }) => id).sort());
  let total = 0;
  for (const broker of offering) {
    const { id, load = 0, capacity } = broker;
    const own = plan.assignments.filter(({ brokerId }) => brokerId === id);
    const after = plan.loads.find(({ brokerId }) => brokerId === id)!;
    expect(after).toEqual({ brokerId: id, before: load, after: load + own.length, capacity });
    if (own.length > 0) expect(load + own.length).toBeLessThanOrEqual(capacity);
    const values = own
      .map((one) => ({ one, pair: wanting.find(({ id: pairId }) => pairId === one.pairId)! }))
      .sort((a, b) => b.pair.value - a.pair.value || (a.pair.id < b.pair.id ? -1 : 1));
    for (const [further, { one, pair }] of values.entries()) {
      expect(one.value).toBeCloseTo(worth(pair, broker, load + further)!, 9);
      const { chain, region, level, load: ease } = one.fit;
      for (const side of [chain, region, level, ease]) {
        expect(side).toBeGreaterThanOrEqual(0);
        expect(side).toBeLessThanOrEqual(1);
      }
      total += one.value;
    }
  }
  expect(plan.value).toBeCloseTo(total, 9);
  expect(plan.value).toBeLessThanOrEqual(plan.bound);
}

describe('assignBrokers', () => {
  it('reaches the value that trying every assignment finds, and proves it', async () => {
    await fc.assert(
      fc.asyncProperty(pairs(5), brokers(3), async (wanting, offering) => {
        const plan = await assignBrokers(wanting, offering);
        checkPlan(wanting, offering, plan);
        expect(plan.value).toBeCloseTo(bestValue(wanting, offering), 9);
        expect(plan.optimal).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the pairs of one demand to one broker, at the best value that trying everything finds', async () => {
    const demand = fc.array(fc.constantFrom('d1', 'd2', 'd3'), { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(pairs(5), demand, brokers(3), async (list, ofDemand, offering) => {
        const wanting = list.map((pair, i) => ({ ...pair, demandId: ofDemand[i]! }));
        for (const method of ['highs', 'greedy'] as const) {
          const plan = await assignBrokers(wanting, offering, { method });
          checkPlan(wanting, offering, plan);
          const best = bestValue(wanting, offering, true);
          if (method === 'highs') expect(plan.value).toBeCloseTo(best, 9);
          expect(plan.bound).toBeGreaterThanOrEqual(best - 1e-9);
          const brokerOf = new Map<string, string>();
          for (const { pairId, brokerId } of plan.assignments) {
            const { demandId } = wanting.find(({ id }) => id === pairId)!;
            expect(brokerOf.get(demandId) ?? brokerId).toBe(brokerId);
            brokerOf.set(demandId, brokerId);
          }
        }
        const spread = await assignBrokers(wanting, offering, { spreadDemands: true });
        expect(spread.value).toBeCloseTo(bestValue(wanting, offering), 9);
      }),
      { numRuns: 150 },
    );
  });

  it('sends a pair to the broker of the zone that its place lies in, where the host tells of zones', async () => {
    const regions = defineRegions({
      areas: [
        { id: '沈抚改革创新示范区', aliases: ['沈抚示范区'], members: ['210112', '210404'] },
        { id: '沈阳都市圈', members: ['2101', '2104', '2105'] },
      ],
      partners: [{ a: '2101', b: '1101' }],
    });
    const fitOf = async (regionCode: string, covered: string) => {
      const offering = [{ id: 'b', capacity: 1, regionCodes: [covered] }];
      const { assignments } = await assignBrokers([{ id: 'p', value: 1, regionCode }], offering, { regions });
      return assignments[0]!.fit.region;
    };
    expect(await fitOf('210112', '210112')).toBe(1);
    expect(await fitOf('沈抚示范区', '沈抚改革创新示范区')).toBe(1);
    expect(await fitOf('210500', '沈阳都市圈')).toBe(1);
    expect(await fitOf('210112', '沈抚示范区')).toBeCloseTo(5 / 6);
    expect(await fitOf('沈抚示范区', '210404')).toBeCloseTo(5 / 6);
    expect(await fitOf('210112', '210404')).toBeCloseTo(2 / 3);
    expect(await fitOf('210106', '2105')).toBeCloseTo(1 / 2);
    expect(await fitOf('210106', '2102')).toBeCloseTo(1 / 3);
    expect(await fitOf('210106', '110108')).toBeCloseTo(1 / 6);
    expect(await fitOf('210106', '3702')).toBe(0);
    const wanting = [{ id: 'p', value: 0.5, regionCode: '210112' }];
    const offering = [
      { id: 'a', regionCodes: ['210404'], capacity: 3 },
      { id: 'b', regionCodes: ['沈抚示范区'], capacity: 3 },
    ];
    const { assignments } = await assignBrokers(wanting, offering, { regions });
    expect(assignments[0]!.brokerId).toBe('b');
    expect(assignments[0]!.reason.zh).toContain('同在沈抚改革创新示范区');
  });

  it('is near by the one notion of all programmes, with or without regions of the host', async () => {
    const oneOf = async (regionCode: string, covered: string) => {
      const offering = [{ id: 'b', capacity: 1, regionCodes: [covered] }];
      const { assignments } = await assignBrokers([{ id: 'p', value: 1, regionCode }], offering);
      const { fit, reason } = assignments[0]!;
      return [fit.region, reason.zh.split('，')[1]];
    };
    // In words as by code; a municipality is one city, counties under a province directly are in none.
    expect(await oneOf('210100', '沈阳市')).toEqual([1, '负责项目所在地区']);
    expect(await oneOf('大连', '辽宁省')).toEqual([1, '负责项目所在地区']);
    expect(await oneOf('110105', '110229')).toEqual([2 / 3, '同在北京市']);
    expect((await oneOf('429004', '429005'))[0]).toBe(1 / 3);
    expect(await oneOf('210106', '370200')).toEqual([0, '在外地']);
    expect(await oneOf('210106', '高新区')).toEqual([0, '是否同在一地待核实']);
  });

  it('leaves a unit to its standing broker or team, and says so', async () => {
    const wanting = [
      { id: 'p1', value: 0.9, chains: ['SY09'], demander: '甲', supplier: '所', minLevel: '高级' },
      { id: 'p2', value: 0.8, chains: ['SY01'], demander: '乙', supplier: '所' },
      { id: 'p3', value: 0.7, chains: ['SY01'], demander: '丙', supplier: '院' },
      { id: 'p4', value: 0.6, chains: ['SY01'], demander: '丙', supplier: '院' },
    ];
    const offering = [
      { id: 'a', chains: ['SY01'], level: '高级', capacity: 9 },
      { id: 'b', chains: ['SY02'], capacity: 1 },
      { id: 'c', chains: ['SY01'], capacity: 1 },
    ];
    const standing = [
      { unit: '甲', brokers: ['b'] },
      { unit: '院', brokers: ['b', 'c'] },
    ];
    for (const method of ['highs', 'greedy'] as const) {
      const { assignments, unassigned } = await assignBrokers(wanting, offering, { standing, method });
      const got = assignments.map(({ pairId, brokerId }) => [pairId, brokerId]).sort();
      expect(got).toEqual([
        ['p1', 'b'],
        ['p2', 'a'],
        ['p3', 'c'],
      ]);
      expect(unassigned).toMatchObject([{ pairId: 'p4', reason: 'standing-full', suitable: 2 }]);
      const reasonOf = (id: string) => assignments.find(({ pairId }) => pairId === id)!.reason.zh;
      expect(reasonOf('p1')).toMatch(/^为该单位的固定技术经理人，项目产业链非其所长/);
      expect(reasonOf('p2')).toMatch(/^熟悉SY01产业链/);
      expect(reasonOf('p3')).toMatch(/^属该单位的服务团队，熟悉SY01产业链/);
    }
    const unknown = [
      { unit: '甲', brokers: ['b', 'x'] },
      { unit: '乙', brokers: [] },
    ];
    expect(await badPathsOf(() => assignBrokers([], offering, { standing: unknown }))).toEqual([
      'standing[1].brokers',
    ]);
    expect(await badPathsOf(() => assignBrokers([], offering, { standing: unknown.slice(0, 1) }))).toEqual([
      'standing[0].brokers[1]',
    ]);
  });

  it('proves the best of more places than the first programme holds', async () => {
    await fc.assert(
      fc.asyncProperty(pairs(30), brokers(25), async (wanting, offering) => {
        const plan = await assignBrokers(wanting, offering);
        checkPlan(wanting, offering, plan);
        expect(plan.optimal).toBe(true);
        const greedy = await assignBrokers(wanting, offering, { method: 'greedy' });
        expect(greedy.value).toBeLessThanOrEqual(plan.value + 1e-9);
        expect(greedy.bound).toBeGreaterThanOrEqual(plan.value - 1e-9);
        checkPlan(wanting, offering, greedy);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves no pair that a free broker could take, by either method', async () => {
    await fc.assert(
      fc.asyncProperty(
        pairs(8),
        brokers(4),
        fc.constantFrom('highs', 'greedy'),
        async (wanting, offering, method) => {
          const { unassigned, loads } = await assignBrokers(wanting, offering, { method });
          for (const { pairId } of unassigned) {
            const pair = wanting.find(({ id }) => id === pairId)!;
            for (const { brokerId, after } of loads) {
              expect(worth(pair, offering.find(({ id }) => id === brokerId)!, after)).toBeUndefined();
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('does not mind the order of the input, and changes nothing of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        pairs(10),
        brokers(6),
        fc.constantFrom('highs', 'greedy'),
        async (wanting, offering, method) => {
          const before = structuredClone([wanting, offering]);
          const plan = await assignBrokers(wanting, offering, { method });
          expect(await assignBrokers(wanting.toReversed(), offering.toReversed(), { method })).toEqual(plan);
          expect([wanting, offering]).toEqual(before);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ['no-chain', { id: 'p', value: 1, chains: ['SY09'] }, 0],
    ['no-level', { id: 'p', value: 1, chains: ['SY01'], minLevel: '高级' }, 0],
    ['no-capacity', { id: 'p', value: 1, chains: ['SY02'] }, 1],
  ] as const)('says %s of a pair without a broker', async (reason, pair, suitable) => {
    const offering = [
      { id: 'a', level: '初级', chains: ['SY01'], capacity: 2 },
      { id: 'b', level: '高级', chains: ['SY02'], capacity: 1, load: 3 },
    ];
    const { unassigned } = await assignBrokers([pair], offering);
    expect(unassigned).toEqual([{ pairId: 'p', value: 1, reason, suitable }]);
  });

  it('says that a pair had its broker taken by another', async () => {
    const wanting = [
      { id: 'p', value: 0.4 },
      { id: 'q', value: 0.5 },
    ];
    const { assignments, unassigned } = await assignBrokers(wanting, [{ id: 'a', capacity: 1 }]);
    expect(assignments.map(({ pairId }) => pairId)).toEqual(['q']);
    expect(unassigned).toMatchObject([{ pairId: 'p', reason: 'taken', suitable: 1 }]);
  });

  it('gives equals equal work', async () => {
    const wanting = Array.from({ length: 6 }, (_, i) => ({ id: `p${i}`, value: 0.5 }));
    const offering = ['a', 'b', 'c'].map((id) => ({ id, capacity: 6 }));
    const { loads } = await assignBrokers(wanting, offering);
    expect(loads.map(({ after }) => after)).toEqual([2, 2, 2]);
  });

  it('sends the senior broker to the pair of most value, where nothing else differs', async () => {
    const wanting = [
      { id: 'p', value: 0.2 },
      { id: 'q', value: 0.6 },
    ];
    const offering = [
      { id: 'a', level: '初级', capacity: 1 },
      { id: 'b', level: '高级', capacity: 1 },
    ];
    const { assignments } = await assignBrokers(wanting, offering);
    expect(assignments.map(({ pairId, brokerId }) => [pairId, brokerId])).toEqual([
      ['q', 'b'],
      ['p', 'a'],
    ]);
  });

  it('lets the host weigh the sides of fit', async () => {
    const pair = { id: 'p', value: 1, chains: ['SY01', 'SY02'], regionCode: '210106' };
    const offering = [
      { id: 'far', chains: ['SY01', 'SY02'], regionCodes: ['370200'], capacity: 1 },
      { id: 'near', chains: ['SY01'], regionCodes: ['210106'], capacity: 1 },
    ];
    const one = await assignBrokers([pair], offering, { weights: { region: 0 } });
    const other = await assignBrokers([pair], offering, { weights: { region: 5 } });
    expect([one, other].map(({ assignments }) => assignments[0]!.brokerId)).toEqual(['far', 'near']);
  });

  it('gives each assignment its reason in words', async () => {
    const pair = { id: 'p', value: 0.5, chains: ['SY13'], regionCode: '210112' };
    const broker = {
      id: 'b',
      level: '中级',
      chains: ['SY13'],
      regionCodes: ['210106'],
      capacity: 4,
      load: 1,
    };
    const { assignments } = await assignBrokers([pair], [broker], { taxonomy: DEFAULT_TAXONOMY });
    expect(assignments[0]!.reason).toEqual({
      zh: '熟悉动力电池与储能产业链，同在沈阳市，中级，手上1项、可承接4项。',
      en: 'Knows the chain Power batteries and energy storage; both in Shenyang; intermediate; has 1 of 4 cases.',
    });
    const bare = await assignBrokers([{ id: 'p', value: 0.5 }], [{ id: 'b', capacity: 1 }]);
    expect(bare.assignments[0]!.reason.zh).toBe(
      '项目未归入产业链，项目未注明地区，未注明等级，手上0项、可承接1项。',
    );
  });

  it('gives pairs of the sample to brokers of their chains, most of them to those nearby', async () => {
    const matcher: Matcher = createMatcher(sampleFile<SampleAchievement>('achievements'));
    const options = { asOf: '2026-09-01', perDemand: 1, minScore: 0.2 };
    const { pairs: wanting } = await invitePairs(sampleFile<SampleDemand>('demands'), matcher, options);
    const offering = sampleFile<Broker>('programmes/brokers');
    const plan = await assignBrokers(wanting, offering);
    expect(plan.optimal).toBe(true);
    const brokerOf = (demandId: string) =>
      plan.assignments.find(({ pairId }) => pairId.startsWith(`${demandId}→`))?.brokerId;
    // Etching in Hunnan: B03 knows SY06 and covers 210112; steel in Fushun: B06 knows SY16 and covers 2104;
    // the electrolyser in Dalian: B10 knows SY22 and covers 2102.
    expect([brokerOf('D011'), brokerOf('D031'), brokerOf('D043')]).toEqual(['B03', 'B06', 'B10']);
    const near = plan.assignments.filter(({ fit }) => fit.region >= 2 / 3);
    expect(near.length).toBeGreaterThan(plan.assignments.length / 2);
    for (const { pairId, brokerId, fit } of plan.assignments) {
      const { chains: wanted } = wanting.find(({ id }) => id === pairId)!;
      const { chains: known = [] } = offering.find(({ id }) => id === brokerId)!;
      if (known.length > 0 && wanted.length > 0)
        expect(fit.chain).toBe(wanted.filter((code) => known.includes(code)).length / wanted.length);
    }
  });

  it('assigns nothing of nothing, and takes ids of any kind', async () => {
    expect(await assignBrokers([], [])).toMatchObject({ assignments: [], value: 0, bound: 0, optimal: true });
    const { unassigned } = await assignBrokers([{ id: 'p', value: 1 }], []);
    expect(unassigned).toMatchObject([{ reason: 'no-chain' }]);
    const odd = await assignBrokers([{ id: '__proto__', value: 1e9 }], [{ id: '\ud800', capacity: 1e9 }]);
    expect(odd.assignments).toMatchObject([{ pairId: '__proto__', brokerId: '\ud800' }]);
  });

  it('names every bad pair, broker and option', async () => {
    const wanting = [
      { id: 'p', value: 0 },
      { id: 'p', value: Number.POSITIVE_INFINITY, chains: 'SY01', minLevel: '特级' },
    ];
    const offering = [{ id: 'b', capacity: -1, level: 'expert', load: 0.5, regionCodes: [21] }, 7];
    expect(await badPathsOf(() => assignBrokers(wanting as never, offering as never))).toEqual([
      'value',
      'value',
      'chains',
      'minLevel',
      'id',
      'level',
      'regionCodes[0]',
      'capacity',
      'load',
      '',
    ]);
    const options = { method: 'best', weights: { chain: -1, level: Number.NaN }, taxonomy: {} } as never;
    expect((await badPathsOf(() => assignBrokers([], [], options))).sort()).toEqual([
      'method',
      'taxonomy.chains',
      'weights.chain',
      'weights.level',
    ]);
    const one = [{ id: 'b', capacity: 1 }];
    const standing = [
      { unit: 'u', brokers: ['b', 'b'] },
      { unit: 'u', brokers: ['b'] },
      { unit: 'v', brokers: ['x'] },
    ];
    expect(await badPathsOf(() => assignBrokers([], one, { standing }))).toEqual([
      'standing[0].brokers[1]',
      'standing[1].unit',
      'standing[2].brokers[0]',
    ]);
    const nothing = { chain: 0, region: 0, level: 0, load: 0 };
    expect(await badPathsOf(() => assignBrokers([], [], { weights: nothing }))).toEqual(['weights']);
  });

  it('stops at the signal', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    const run = assignBrokers([{ id: 'p', value: 1 }], [{ id: 'b', capacity: 1 }], { signal });
    await expect(run).rejects.toThrow('stopped');
    const greedy = assignBrokers([], [], { signal, method: 'greedy' });
    await expect(greedy).rejects.toThrow('stopped');
  });
});
