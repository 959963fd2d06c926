import { createMatcher, type DemandInput, parseAmount } from 'cuohe';
import {
  assignBrokers,
  type Broker,
  clusterDemand,
  commonDemands,
  type EligibilityRule,
  invitePairs,
  planSessions,
  pooledBudget,
  rankChallengeUnits,
  rows,
  sharedIndicators,
} from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jointBudget } from '../../src/programmes/pooled/cluster-terms.ts';
import { type SampleAchievement, type SampleDemand, sampleFile } from './sample-file.ts';

const asOf = '2026-09-01';
const cluster = (...demands: Partial<DemandInput>[]) => ({
  label: '高盐废水',
  members: demands.map((demand, i) => ({ demand: { id: `M${i + 1}`, title: '高盐废水', ...demand } })),
});

describe('clusters of the sample as one demand each', async () => {
  const demands = [
    ...sampleFile<SampleDemand>('demands'),
    ...sampleFile<SampleDemand>('programmes/common-demands'),
  ];
  const supply = createMatcher(sampleFile<SampleAchievement>('achievements'));
  const found = await commonDemands(createMatcher(demands, { side: 'demand' }), { filter: { asOf } });
  const joint = found.clusters.map((one) => clusterDemand(one, { organization: '沈阳装备制造协会' }));

  it('say nothing that none of their demands says', () => {
    for (const { parts } of joint) {
      for (const { field, text, demandIds } of parts.filter(({ field }) => field !== 'title')) {
        const own = demands.filter(({ id }) => demandIds.includes(id));
        expect(own.length, text).toBe(demandIds.length);
        const says = own.some((demand) => JSON.stringify(demand).includes(text));
        expect([field, text, says]).toEqual([field, text, true]);
      }
    }
  });

  it('are matched, scheduled, given to a broker and put out as a challenge', async () => {
    const records = joint.map(({ demand }) => demand);
    const best = records.map((demand) => supply.match(demand, { limit: 1, filter: { asOf } }).matches[0]!.id);
    // The one that serves all four firms of each cluster.
    expect(best.toSorted()).toEqual(['A025', 'A046', 'A074', 'A099']);

    const { pairs, uninvited } = await invitePairs(records, supply, { asOf, minScore: 0.2 });
    expect(uninvited).toEqual([]);
    expect(new Set(pairs.map(({ demandId }) => demandId))).toEqual(new Set(records.map(({ id }) => id)));
    const at = (hour: string) => ({
      id: `S${hour}`,
      start: `2026-09-15T${hour}:00`,
      end: `2026-09-15T${hour}:30`,
      tables: 4,
    });
    const plan = await planSessions(
      {
        demands: createMatcher(records, { side: 'demand' }),
        supply,
        venues: [{ id: 'V1', slots: ['09', '10', '11', '14'].map(at) }],
      },
      { asOf, minScore: 0.2, method: 'greedy' },
    );
    const met = new Set(plan.sessions.flatMap(({ meetings }) => meetings.flatMap(({ pairIds }) => pairIds)));
    for (const { id } of records) expect([...met].some((pair) => pair.startsWith(`${id}→`))).toBe(true);

    const brokers = sampleFile<Broker>('programmes/brokers');
    const { assignments } = await assignBrokers(pairs, brokers, { method: 'greedy' });
    expect(new Set(assignments.map(({ pairId }) => pairId.split('→')[0])).size).toBe(records.length);

    const rules = sampleFile<EligibilityRule>('programmes/challenge-rules');
    const wear = records.find(({ memberIds }) => memberIds.includes('D014'))!;
    const ranking = rankChallengeUnits(supply, wear, { asOf, rules });
    expect(ranking.targets.map(({ raw }) => raw)).toEqual(wear.indicators);
    expect(ranking.units[0]!.coverage.map(({ status }) => status)).toEqual(['met', 'met', 'unknown']);
  });

  it('have targets that all of their demands share, and tell which one asks for alone', () => {
    const strip = joint.find(({ memberIds }) => memberIds.includes('D039'))!;
    expect(strip.demand.indicators).toEqual(['检出率98%', '误检率2%以内', '线速300m/min', '线速400m/min']);
    expect(strip.ownTargets).toEqual([{ demandId: 'D039', raw: '缺陷样本不超过50张' }]);
    // Its words are not lost to the ranking, and are no target.
    expect(strip.demand.text).toBe('每类缺陷样本不超过50张。');
    expect(strip.demand.budget).toMatchObject({ raw: '350-390万元，另20万美元' });
    expect(strip.demand.budget).not.toHaveProperty('min');
  });

  it('are tables', () => {
    const [content, own, told] = rows(joint.find(({ memberIds }) => memberIds.includes('D039'))!);
    expect(content!.rows.length).toBeGreaterThan(8);
    expect(own!.rows).toEqual([['D039', '缺陷样本不超过50张']]);
    expect(told!.rows).toContainEqual(['资金合计', '350-390万元，另20万美元']);
  });
});

describe('clusterDemand', () => {
  it('is as secret as its most secret member, and closed where a wording is not known', () => {
    const secrecy = (...levels: (string | undefined)[]) =>
      clusterDemand(cluster(...levels.map((secrecyLevel) => ({ secrecyLevel })))).demand.secrecyLevel;
    expect(secrecy('公开', '秘密', undefined)).toBe('秘密');
    expect(secrecy('机密', '看情况', '公开')).toBe('看情况');
    expect(secrecy('公开', undefined)).toBe('公开');
    expect(secrecy(undefined, undefined)).toBeUndefined();
  });

  it('ends with the member that ends first, and lies in the smallest region of all', () => {
    const { demand, undated, unplaced } = clusterDemand(
      cluster(
        { validTo: '2027年', regionCode: '210112' },
        { validTo: '2026-12-31', regionCode: '210200' },
        { validTo: '长期有效', organization: { name: '甲厂', regionCode: '210100' } },
      ),
    );
    expect([demand.validTo?.to, undated]).toEqual(['2026-12-31', 1]);
    expect([demand.regionCode, unplaced]).toEqual(['210000', 0]);
    const region = (...codes: (string | undefined)[]) =>
      clusterDemand(cluster(...codes.map((regionCode) => ({ regionCode })))).demand.regionCode;
    expect(region('210112', undefined)).toBeUndefined();
    expect(region('210112', '370200')).toBeUndefined();
    expect(region('210112', '210112')).toBe('210112');
    expect(region('沈抚示范区', '沈抚示范区')).toBe('沈抚示范区');
  });

  it('leaves introductions, contacts and personal data out, and says once what several say', () => {
    const { demand, parts } = clusterDemand(
      cluster(
        { text: '我公司成立于1998年，注册资本2000万元。需要处理高盐废水。联系人：王伟，电话13812345678。' },
        { problem: '需要处理高盐废水', text: '希望杂盐能回用，微信同号13812345678。' },
      ),
    );
    const all = JSON.stringify(demand);
    expect(all).not.toMatch(/13812345678|王伟|1998|2000万/);
    expect(parts.filter(({ text }) => text.includes('需要处理高盐废水'))).toEqual([
      { field: 'problem', text: '需要处理高盐废水', demandIds: ['M2', 'M1'] },
    ]);
    expect(demand.text).toContain('希望杂盐能回用');
  });

  it('takes no heading for a sentence, and no contact that is worded otherwise', () => {
    const { parts } = clusterDemand(
      cluster({
        text: '主要问题：铝液含氢量高，铸锭有气孔。需求方：李明，手机一三九零零零零一一一一。手机外壳喷涂掉漆。',
      }),
    );
    expect(parts.map(({ text }) => text)).toEqual([
      '高盐废水',
      '铝液含氢量高，铸锭有气孔。',
      '手机外壳喷涂掉漆。',
    ]);
  });

  it('has a unit of its own only where all members are of one, or one stands for them', () => {
    const of = (...names: string[]) => cluster(...names.map((organization) => ({ organization })));
    expect(clusterDemand(of('甲厂', '乙厂')).demand.organization).toBeUndefined();
    expect(clusterDemand(of('甲有限公司', '甲公司')).demand.organization).toBe('甲有限公司');
    expect(clusterDemand(of('甲厂', '乙厂'), { organization: '协会' }).demand.organization).toBe('协会');
    expect(clusterDemand(of('甲厂', '乙厂', '甲厂')).firms).toEqual(['甲厂', '乙厂']);
  });

  it('asks for the experts of any member, in the ways and chains of all', () => {
    const { demand } = clusterDemand(
      cluster(
        {
          preferredExperts: ['王伟'],
          cooperationModes: ['委托开发', '技术许可'],
          chains: [{ code: 'SY13' }, { code: 'SY02' }],
          keywords: ['盐', '膜'],
        },
        {
          preferredExperts: ['李娜', '王伟'],
          cooperationModes: ['技术许可'],
          chains: [{ code: 'SY13' }],
          keywords: ['膜', '水'],
        },
      ),
    );
    expect(demand.preferredExperts).toEqual(['王伟', '李娜']);
    expect(demand.cooperationModes?.map(({ raw }) => raw)).toEqual(['技术许可']);
    expect(demand.chains?.map(({ code }) => code)).toEqual(['SY13']);
    expect(demand.keywords).toEqual(['膜']);
  });

  it('refuses what is no cluster, naming every bad member', () => {
    expect(() => clusterDemand({ label: 'x', members: [] })).toThrow(/at least one member/);
    expect(() => clusterDemand(cluster({ title: 3 as never }, {}, { problem: [] as never }))).toThrow(
      expect.objectContaining({ code: 'INVALID_RECORDS', total: 2 }),
    );
  });
});

const sum = fc.integer({ min: 1, max: 900 });
const budget = fc.oneof(
  sum.map((n) => `${n}万元`),
  fc.tuple(sum, sum).map(([a, b]) => `${Math.min(a, b)}-${a + b}万元`),
  sum.map((n) => `${n}万元以上`),
  sum.map((n) => `不超过${n}万元`),
  fc.constantFrom('面议', undefined),
);

describe('the joint budget', () => {
  it('is the sum of all, open above where one is not known, and reads as it is written', () => {
    fc.assert(
      fc.property(fc.array(budget, { minLength: 1, maxLength: 5 }), (budgets) => {
        const joint = jointBudget(pooledBudget(budgets.map((one) => ({ budget: one }))));
        const read = budgets.map((one) => (one === undefined ? undefined : parseAmount(one)));
        const low = read.reduce((total, one) => total + (one?.min ?? 0), 0);
        const isClosed = read.every((one) => one?.max !== undefined);
        const high = read.reduce((total, one) => total + (one?.max ?? 0), 0);
        expect(joint?.min).toBe(low === 0 ? undefined : low);
        expect(joint?.max).toBe(isClosed ? high : undefined);
        if (joint?.min === undefined && joint?.max === undefined) return;
        const { min, max, currency } = parseAmount(joint.raw);
        expect({ min, max, currency }).toEqual({ min: joint.min, max: joint.max, currency: 'CNY' });
      }),
    );
  });
});

describe('records that were not read', () => {
  it('are read where budgets are added and targets compared', () => {
    expect(pooledBudget([{ budget: '100万元' }, { budget: '50-80万元' }, { budget: 200_000 }, {}])).toEqual({
      sums: [{ currency: 'CNY', low: 1_700_000, high: 2_000_000, stated: 3, open: 0 }],
      negotiable: 0,
      unstated: 1,
    });
    expect(pooledBudget([{ budget: null }, { budget: '面议' }])).toMatchObject({
      negotiable: 1,
      unstated: 1,
    });
    expect(() => pooledBudget([{ budget: { sum: 3 } as never }, 'x' as never])).toThrow(
      expect.objectContaining({ code: 'INVALID_RECORDS' }),
    );
    const asking = (id: number, expectedOutcome: string) => ({ id, title: '废水', expectedOutcome });
    const [cost] = sharedIndicators([asking(1, '吨水费用≤120元'), asking(2, '吨水费用≤90元')]);
    expect(cost?.strictest?.demandId).toBe('2');
    expect(() => sharedIndicators([{ id: 1 } as never])).toThrow(/title/);
  });
});
