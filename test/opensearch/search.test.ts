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
  const forDemands = {
    transport: engine,
    weigher,
    index: 'achievements',
    machine: machineOf(achievements, weigher.statistics),
  };
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

  test.each(achievements)('answers achievement $id as one machine does, to the bit', async (achievement) => {
    const { found, cluster, alone } = await both(forAchievements, achievement, { filter: { asOf } });
    expect(cluster).toEqual(alone);
    expect(found.proven).toBe(true);
  });

  test('asks for nothing that engines do not know', () => {
    expect(engine.unknown).toEqual([]);
    expect(engine.openPoints).toBe(0);
  });
});
