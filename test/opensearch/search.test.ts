import { describe, expect, test } from 'vitest';
import { both, fill, machineOf, sample, weigherOf } from './cluster.ts';
import { simulatedEngine } from './simulated-engine.ts';

const achievements = sample('achievements');
const demands = sample('demands');
const weigher = weigherOf(achievements, demands);
const asOf = '2026-11-01';

describe('the sample in an engine', async () => {
  const engine = simulatedEngine();
  await fill(engine, 'achievements', weigher, achievements);
  await fill(engine, 'demands', weigher, demands, { side: 'demand' });
  const machine = machineOf(achievements, weigher.statistics);
  const forDemands = { transport: engine, weigher, index: 'achievements', machine };
  const forAchievements = {
    transport: engine,
    weigher,
    index: 'demands',
    side: 'demand' as const,
    machine: machineOf(demands, weigher.statistics, 'demand'),
  };

  test.each(demands)('answers demand $id as one machine does, to the bit', async (demand) => {
    const { found, cluster, alone } = await both(forDemands, demand, { filter: { asOf } });
    expect(cluster).toEqual(alone);
    expect(found.proven).toBe(true);
  });

  test.each(achievements.filter((_, i) => i % 3 === 0))(
    'answers achievement $id as one machine does, to the bit',
    async (achievement) => {
      const { found, cluster, alone } = await both(forAchievements, achievement, { filter: { asOf } });
      expect(cluster).toEqual(alone);
      expect(found.proven).toBe(true);
    },
  );

  const demand = demands[0]!;
  const severalNeeds = {
    id: 'Q',
    title: '冶金装备企业技术需求',
    problem:
      '一是轧机轴承的在线监测与故障诊断；二是高炉煤气余热回收利用；三是机器人焊接焊缝的视觉跟踪。要求温度不超过80℃。',
  };
  const filters: Record<string, Parameters<typeof both>[2]> = {
    'no limit': { limit: Number.POSITIVE_INFINITY, filter: { asOf } },
    'a page behind the first': { limit: 7, offset: 13, filter: { asOf } },
    'a page that shows none': { limit: 0, filter: { asOf } },
    'a least score': { minScore: 0.12, limit: 100, filter: { asOf } },
    'a least score that none reaches': { minScore: 0.99, filter: { asOf } },
    'expired records': { filter: { asOf: '2031-01-01', includeExpired: true }, limit: 100 },
    'a day on which some are expired': { filter: { asOf: '2031-01-01' }, limit: 100 },
    'a clearance': { filter: { asOf, clearance: '机密' }, limit: 100 },
    'a province': { filter: { asOf, regions: ['辽宁'] } },
    'cities by code and by name': { filter: { asOf, regions: [210200, 'Shenyang', '青岛市'] } },
    'chains by name and by code': { filter: { asOf, chains: ['航空装备', 'SY15'] } },
    'a kind': { kinds: ['patent'], filter: { asOf } },
    'no kind': { kinds: [], filter: { asOf } },
    'all filters': {
      kinds: ['achievement', 'patent'],
      filter: { asOf, clearance: 'internal', regions: ['210000'], chains: ['SY04', 'SY05', 'SY07'] },
    },
    'no explanation': { explain: false, filter: { asOf } },
    'a lean answer': { lean: true, filter: { asOf } },
    'a total': { total: true, filter: { asOf } },
    'counts of everything': {
      counts: ['chains', 'regions', 'kinds', 'stages'],
      filter: { asOf, regions: ['21', '37'] },
    },
  };
  test.each(Object.entries(filters))('with %s, in the same way', async (_, options) => {
    for (const query of [demand, severalNeeds, '机器人', '完全没有关系的文字'])
      await both(forDemands, query, options).then(({ found, cluster, alone }) => {
        expect(cluster).toEqual(alone);
        expect(found.proven).toBe(true);
      });
  });

  test('a record of the same side finds what is like it, as one machine has it', async () => {
    const { cluster, alone } = await both(forDemands, { ...achievements[5]!, kind: 'achievement' } as never, {
      filter: { asOf },
    });
    expect(cluster).toEqual(alone);
  });

  test('needs are answered apart, each with its own proof', async () => {
    const { found, cluster, alone } = await both(forDemands, severalNeeds, { limit: 1, filter: { asOf } });
    expect(found.needs!.length).toBeGreaterThan(1);
    expect(found.needs!.some(({ matches }) => matches.length > 0)).toBe(true);
    expect(cluster).toEqual(alone);
  });

  test('a match has the row of the host, and no position', async () => {
    const { found } = await both(forDemands, demand, { filter: { asOf } });
    const [best] = found.matches;
    expect(best!.record).toEqual(achievements.find(({ id }) => id === best!.id));
    expect(best!.index).toBe(-1);
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining(['proven', 'examined', 'candidates', 'filtered']),
    );
  });

  test('asks for nothing that engines do not know', () => {
    expect(engine.unknown).toEqual([]);
    expect(engine.openPoints).toBe(0);
  });
});
