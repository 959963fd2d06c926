import { createMatcher, type Demand, type DemandInput, parseRecords } from 'cuohe';
import {
  type CommonDemandOptions,
  type CommonDemands,
  commonDemands,
  type DemandCluster,
  pooledBudget,
  sharedIndicators,
  supplyForCluster,
} from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTLIER_LABELS } from '../../src/programmes/pooled/common-demands.ts';
import { achievements, demand, EVERYTHING, PARTS } from '../fixtures.ts';
import { badPathsOf } from './bad-paths.ts';
import { type SampleAchievement, type SampleDemand, sampleFile } from './sample-file.ts';

const FILTER = { asOf: '2026-09-01' };
const members = ({ members }: DemandCluster) => members.map(({ demand }) => demand.id).sort();
const few = ({ outliers }: CommonDemands) =>
  outliers.filter(({ reason }) => reason === 'few-firms').map(({ demand }) => demand.id);

describe('common demands of the sample', () => {
  const demands = [
    ...sampleFile<SampleDemand>('demands'),
    ...sampleFile<SampleDemand>('programmes/common-demands'),
  ];
  const matcher = createMatcher(demands, { side: 'demand' });
  const supply = createMatcher(sampleFile<SampleAchievement>('achievements'));
  const found = commonDemands(matcher, { filter: FILTER });
  const cluster = async (id: string) => (await found).clusters.find((one) => members(one).includes(id))!;

  it('are the four problems that four firms each have', async () => {
    expect((await found).clusters.map(members).sort()).toEqual([
      ['CD001', 'CD002', 'CD003', 'D054'], // salty waste water
      ['CD004', 'CD005', 'CD006', 'D014'], // cutters that wear and break unattended
      ['CD007', 'CD008', 'CD009', 'D039'], // surface defects of sheet, bar and panels
      ['CD010', 'CD011', 'CD012', 'D044'], // ice on blades of wind turbines; D023 is a drone's
    ]);
  });

  it('leave alone what one firm has thrice, and what two firms have', async () => {
    // CD014 to CD016 and D041 are of 铁西澄川开关设备, once as 股份有限公司; CD013 and D025 of two firms.
    expect(few(await found)).toEqual(expect.arrayContaining(['CD013', 'CD014', 'CD015', 'CD016', 'D025']));
    const pairs = await commonDemands(matcher, { filter: FILTER, minFirms: 2 });
    expect(pairs.clusters.map(members)).toContainEqual(['CD013', 'D025']);
    expect(pairs.clusters.flatMap(members)).not.toContain('CD015');
  });

  it('do not look at what has expired', async () => {
    const { filtered, outliers } = await found;
    expect(filtered).toBe(1);
    expect(outliers.map(({ demand }) => demand.id)).not.toContain('D052');
  });

  it('have a label of words that most members share, and a member as representative', async () => {
    const ice = await cluster('D044');
    expect(members(ice)).toContain(ice.representative.id);
    expect(ice.phrases.map(({ phrase }) => phrase).join('、')).toBe(ice.label);
    expect(ice.label).toMatch(/叶片/);
    expect(ice.phrases.every(({ members }) => members * 2 > ice.members.length)).toBe(true);
    expect(ice.members[0]).toMatchObject({ demand: { id: ice.representative.id }, similarity: 1 });
    expect((await cluster('D014')).label).toContain('刀具磨损');
    expect((await cluster('D054')).label).toMatch(/含盐|高盐/);
  });

  it('have shared indicators with the strictest target', async () => {
    const told = ({ indicators }: DemandCluster) =>
      indicators.map(({ name, targets, strictest }) => [name, targets.length, strictest?.demandId]);
    expect(told(await cluster('D054'))).toEqual([
      ['吨水运行费用', 4, 'CD002'], // 90 of 120, 100, 130 and 90 元
      ['废水回用率', 2, 'CD002'], // 95 of 90 and 95 %
    ]);
    // A line speed is neither better high nor low by itself.
    expect(told(await cluster('D039'))).toContainEqual(['线速', 2, undefined]);
    expect(told(await cluster('D044'))).toContainEqual(['覆冰停机时间', 4, 'CD010']); // −70 %
  });

  it('have a pooled budget with its range', async () => {
    // 1000 + 600–900 + 1500 + 1200 or more, in 万元.
    expect((await cluster('D044')).budget).toEqual({
      sums: [{ currency: 'CNY', low: 43_000_000, high: 46_000_000, stated: 4, open: 1 }],
      negotiable: 0,
      unstated: 0,
    });
    // 120 + 150 + 80–120 万元, and 20万美元.
    expect(
      (await cluster('D039')).budget.sums.map(({ currency, low, high }) => [currency, low, high]),
    ).toEqual([
      ['CNY', 3_500_000, 3_900_000],
      ['USD', 200_000, 200_000],
    ]);
    expect((await cluster('D014')).budget.negotiable).toBe(1);
  });

  it.each([
    ['D014', 'A025'],
    ['D039', 'A074'],
    ['D044', 'A046'],
    ['D054', 'A099'],
  ])('of %s are served best by %s, which serves all four firms', async (id, best) => {
    const [first] = await supplyForCluster(await cluster(id), supply, { filter: FILTER });
    expect([first!.record.id, first!.firms, first!.serves.length]).toEqual([best, 4, 4]);
    expect(first!.serves.every(({ reason }) => reason.zh !== '')).toBe(true);
  });
});

/** Demands that collide: few words, few firms. */
const wants = fc
  .array(fc.tuple(demand, fc.option(fc.constantFrom('甲公司', '甲有限公司', '乙公司', '丙公司', '丁厂'))), {
    maxLength: 14,
  })
  .map((list) =>
    list.map(
      ([record, organization], i): DemandInput => ({
        ...record,
        id: `d${String(i).padStart(2, '0')}`,
        ...(organization === null ? {} : { organization }),
      }),
    ),
  );
const LOOSE: CommonDemandOptions = { filter: EVERYTHING.filter, minScore: 0.1, minFirms: 2, neighbours: 20 };
const build = (records: readonly DemandInput[]) => createMatcher(records, { ...PARTS, side: 'demand' });

describe('commonDemands', () => {
  it('parts all demands: each in one cluster, or an outlier, or removed by the filter', async () => {
    await fc.assert(
      fc.asyncProperty(
        wants,
        fc.integer({ min: 2, max: 4 }),
        fc.boolean(),
        async (records, minFirms, all) => {
          const options = { ...LOOSE, minFirms, filter: all ? EVERYTHING.filter : FILTER };
          const { clusters, outliers, filtered } = await commonDemands(build(records), options);
          const clustered = clusters.flatMap(members);
          const left = outliers.map(({ demand }) => demand.id);
          expect(new Set([...clustered, ...left]).size).toBe(clustered.length + left.length);
          expect(clustered.length + left.length + filtered).toBe(records.length);
          if (all) expect(filtered).toBe(0);
          expect(left).toEqual([...left].sort());
          expect(outliers.every(({ reason }) => OUTLIER_LABELS[reason].zh !== '')).toBe(true);
          for (const cluster of clusters) {
            expect(cluster.firms.length).toBeGreaterThanOrEqual(minFirms);
            expect(cluster.members[0]!.demand).toBe(cluster.representative);
            const named = cluster.members
              .filter(({ firm }) => firm !== undefined)
              .map(({ demand }) => demand.id);
            expect(cluster.firms.flatMap(({ demandIds }) => demandIds).sort()).toEqual(named.sort());
            const { sums, negotiable, unstated } = cluster.budget;
            const stated = sums.reduce((sum, one) => sum + one.stated, 0);
            expect(stated + negotiable + unstated).toBe(cluster.members.length);
            expect(
              cluster.phrases.map(({ phrase }) => phrase).join('、') || cluster.representative.title,
            ).toBe(cluster.label);
          }
          // 甲公司 and 甲有限公司 are one firm.
          const firms = clusters.flatMap(({ firms }) => [
            firms.filter(({ name }) => name.startsWith('甲')).length,
          ]);
          expect(Math.max(0, ...firms)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('joins only what is alike: every member of a cluster has a neighbour in it', async () => {
    await fc.assert(
      fc.asyncProperty(wants, async (records) => {
        const matcher = build(records);
        const { clusters, outliers } = await commonDemands(matcher, LOOSE);
        for (const { members } of clusters) {
          for (const { demand } of members) {
            const others = members.filter((other) => other.demand !== demand);
            const best = Math.max(...others.map((other) => matcher.explain(demand, other.demand.id).score));
            expect(best).toBeGreaterThanOrEqual(0.1 - 1e-9);
          }
        }
        for (const { demand, reason } of outliers) {
          const { matches } = matcher.match(demand, { ...EVERYTHING, minScore: 0.1 });
          expect(reason).toBe(matches.some(({ id }) => id !== demand.id) ? 'few-firms' : 'alone');
        }
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on the order of the demands', async () => {
    await fc.assert(
      fc.asyncProperty(wants, fc.infiniteStream(fc.nat()), async (records, keys) => {
        const plain = ({ clusters, outliers, filtered }: CommonDemands) => ({
          clusters: clusters.map((one) => [
            one.label,
            one.representative.id,
            one.members,
            one.firms,
            one.budget,
          ]),
          outliers,
          filtered,
        });
        const shuffled = records
          .map((record) => ({ record, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ record }) => record);
        expect(plain(await commonDemands(build(shuffled), LOOSE))).toEqual(
          plain(await commonDemands(build(records), LOOSE)),
        );
      }),
      { numRuns: 120 },
    );
  });

  it('counts demands without a firm as members, not as firms', async () => {
    const nobody = ['a', 'b', 'c'].map((id): DemandInput => ({ id, title: '热障涂层' }));
    const { clusters, outliers } = await commonDemands(build(nobody), LOOSE);
    expect([clusters, outliers.map(({ reason }) => reason)]).toEqual([
      [],
      ['few-firms', 'few-firms', 'few-firms'],
    ]);
    const two = [
      ...nobody,
      { id: 'd', title: '热障涂层', organization: '甲' },
      { id: 'e', title: '热障涂层', organization: '乙' },
    ];
    const [cluster] = (await commonDemands(build(two), LOOSE)).clusters;
    expect([cluster!.members.length, cluster!.firms.map(({ name }) => name)]).toEqual([5, ['甲', '乙']]);
  });

  it('is fine with nothing, and with demands that say nothing', async () => {
    expect(await commonDemands(build([]))).toEqual({ clusters: [], outliers: [], filtered: 0, asOf: null });
    const { outliers } = await commonDemands(
      build([
        { id: '__proto__', title: '' },
        { id: 'b', title: '' },
      ]),
    );
    expect(outliers.map(({ demand, reason }) => [demand.id, reason])).toEqual([
      ['__proto__', 'alone'],
      ['b', 'alone'],
    ]);
  });

  it('reports its progress and stops when told', async () => {
    const seen: number[] = [];
    const matcher = build([
      { id: 'a', title: '涂层' },
      { id: 'b', title: '涂层' },
    ]);
    await commonDemands(matcher, { onProgress: ({ done }) => seen.push(done) });
    expect(seen.at(-1)).toBe(2);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(commonDemands(matcher, { signal })).rejects.toThrow('enough');
  });

  it('names every bad option, and a matcher of the other side', async () => {
    const bad = {
      minFirms: 1,
      neighbours: 0,
      minScore: 0,
      resolution: 0,
      filter: { where: 'x' },
      signal: {},
    } as never;
    expect((await badPathsOf(() => commonDemands(build([]), bad))).sort()).toEqual([
      'filter.where',
      'minFirms',
      'minScore',
      'neighbours',
      'resolution',
      'signal',
    ]);
    expect(await badPathsOf(() => commonDemands(createMatcher([], PARTS) as never))).toEqual(['demands']);
  });
});

describe('supplyForCluster', () => {
  it('takes what the levels call worth a look, and asks nothing for a member that is secret or has ended', async () => {
    const supply = createMatcher(
      [
        { id: 'near', title: '热障涂层' },
        { id: 'far', title: '制药算法软件', abstract: '新药研究与热处理' },
      ],
      PARTS,
    );
    const demands = parseRecords(
      [
        { id: 'open', title: '热障涂层' },
        { id: 'secret', title: '热障涂层', secrecyLevel: '秘密' },
        { id: 'ended', title: '热障涂层', validTo: '2025-12-31' },
      ],
      'demand',
    );
    const cluster = { members: demands.map((demand) => ({ demand, similarity: 0 })) };
    const found = await supplyForCluster(cluster, supply, { filter: { asOf: '2026-01-01' } });
    expect(found.map(({ record, serves }) => [record.id, serves.map(({ demandId }) => demandId)])).toEqual([
      ['near', ['open']],
    ]);
  });

  it('scores a record by the mean of its scores over the members that have it among their best', async () => {
    await fc.assert(
      fc.asyncProperty(
        wants,
        achievements(8),
        fc.integer({ min: 1, max: 3 }),
        async (records, offers, depth) => {
          const supply = createMatcher(offers, PARTS);
          const demands = parseRecords(records, 'demand');
          const cluster = { members: demands.map((demand) => ({ demand, similarity: 0 })) };
          const filter = EVERYTHING.filter;
          const found = await supplyForCluster(cluster, supply, {
            depth,
            limit: 100,
            minScore: 0,
            filter,
          });
          const lists = demands.map((item) => supply.match(item, { limit: depth, filter }).matches);
          const naive = offers
            .map(({ id }) => {
              const hits = lists.flatMap((list) => list.filter((match) => match.id === id));
              return {
                id,
                hits: hits.length,
                score: hits.reduce((sum, { score }) => sum + score, 0) / lists.length,
              };
            })
            .filter(({ hits }) => hits > 0);
          expect(found.map(({ record }) => record.id).sort()).toEqual(naive.map(({ id }) => id).sort());
          for (const { record, score, serves } of found) {
            const same = naive.find(({ id }) => id === record.id)!;
            expect(score).toBeCloseTo(same.score, 12);
            expect(serves.length).toBe(same.hits);
            expect(serves.every((one) => one.rank <= depth)).toBe(true);
          }
          expect(found.map(({ score }) => score)).toEqual(
            found.map(({ score }) => score).sort((a, b) => b - a),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it('names every bad option', async () => {
    const supply = createMatcher([], PARTS);
    const bad = { limit: 0, depth: 1.5, filter: { where: 1 }, onProgress: 1 } as never;
    expect((await badPathsOf(() => supplyForCluster({ members: [] }, supply, bad))).sort()).toEqual([
      'depth',
      'filter.where',
      'limit',
      'onProgress',
    ]);
    expect(await supplyForCluster({ members: [] }, supply)).toEqual([]);
  });
});

const budgets = (...list: (string | number | undefined)[]) =>
  parseRecords(
    list.map((budget, i) => ({ id: `d${i}`, title: '', ...(budget === undefined ? {} : { budget }) })),
    'demand',
  );

describe('pooledBudget', () => {
  it.each([
    [['50万元', '80-120万元'], [['CNY', 1_300_000, 1_700_000, 2, 0]], 0, 0],
    [['不超过50万元', '50万元以上'], [['CNY', 500_000, 1_000_000, 2, 1]], 0, 0],
    [
      ['20万美元', 100],
      [
        ['CNY', 100, 100, 1, 0],
        ['USD', 200_000, 200_000, 1, 0],
      ],
      0,
      0,
    ],
    [['面议', undefined, '看情况'], [], 1, 2],
    // A sum is a sum, also where the rest is left open.
    [['30万元，可面议'], [['CNY', 300_000, 300_000, 1, 0]], 0, 0],
    [[], [], 0, 0],
  ])('of %j is %j, %i negotiable, %i unstated', (given, sums, negotiable, unstated) => {
    const pooled = pooledBudget(budgets(...given));
    expect(
      pooled.sums.map(({ currency, low, high, stated, open }) => [currency, low, high, stated, open]),
    ).toEqual(sums);
    expect([pooled.negotiable, pooled.unstated]).toEqual([negotiable, unstated]);
  });
});

describe('sharedIndicators', () => {
  const shared = (...texts: string[]) => {
    const demands: Demand[] = parseRecords(
      texts.map((expectedOutcome, i) => ({ id: `d${i}`, title: '', expectedOutcome })),
      'demand',
    );
    return sharedIndicators(demands).map(({ name, targets, strictest }) => [
      name,
      targets.map(({ demandId }) => demandId),
      strictest?.raw,
    ]);
  };

  it('are those that two demands set a target for, whatever their units', () => {
    expect(shared('磨损误差不大于30微米，节拍90秒', '磨损误差≤0.02mm', '寿命十年')).toEqual([
      ['磨损误差', ['d0', 'd1'], '磨损误差≤0.02mm'],
    ]);
  });

  it('keep apart what is turned round, what has other units, and amounts of change', () => {
    expect(shared('检出率≥95%', '误检率≤5%')).toEqual([]);
    expect(shared('流量≥5m³/h', '流量≥5kg')).toEqual([]);
    expect(shared('能耗降低30%', '能耗低于30kWh')).toEqual([]);
  });

  it('name no strictest where bounds point apart', () => {
    expect(shared('温度≥20℃', '温度≤30℃')).toEqual([['温度', ['d0', 'd1'], undefined]]);
  });

  it('count the first of several targets of one demand', () => {
    expect(shared('合格率≥90%，合格率≥99%', '合格率≥95%')).toEqual([['合格率', ['d0', 'd1'], '合格率≥95%']]);
    expect(shared('合格率≥90%，合格率≥99%')).toEqual([]);
  });
});
