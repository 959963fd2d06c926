import fc from 'fast-check';
import { expect, test } from 'vitest';
import { syntheticCorpus } from '../../benchmarks/corpus.ts';
import { both, fill, machineOf, type Row, weigherOf } from './cluster.ts';
import { simulatedEngine } from './simulated-engine.ts';

const { achievements, demands } = syntheticCorpus(160, 40, 7) as unknown as {
  readonly achievements: readonly Row[];
  readonly demands: readonly Row[];
};
/** Records that state what conditions are made of, demands of several needs, and records that are alike. */
const stating = (row: Row, i: number): Row => ({
  ...row,
  ...(i % 3 === 0 && { abstract: `${i}MPa以上，精度±0.${i % 9}mm，已通过中试，不具备防爆条件。` }),
  ...(i % 4 === 0 && {
    problem: `一是轴承故障诊断，温度不超过${i}℃；二是不用稀土的永磁电机；三是焊缝跟踪，要求可直接产业化。`,
  }),
  ...(i % 5 === 0 && { title: '轧机轴承在线监测与故障诊断' }),
  secrecyLevel: i % 7 === 0 ? '秘密' : '公开',
  ...(i % 6 === 0 && { validTo: '2026-06-30' }),
});
const supply = achievements.map(stating);
const wanted = demands.map(stating);
const weigher = weigherOf(supply, wanted);

const asked = fc.record({
  size: fc.integer({ min: 1, max: supply.length }),
  shards: fc.integer({ min: 1, max: 5 }),
  maxClauses: fc.constantFrom(1024, 200, 60),
  query: fc.nat(wanted.length - 1),
  limit: fc.constantFrom(1, 3, 10, 60, Number.POSITIVE_INFINITY),
  offset: fc.constantFrom(0, 0, 2, 70),
  minScore: fc.constantFrom(0, 0, 0.05, 0.3),
  clearance: fc.constantFrom('public' as const, 'confidential' as const),
  includeExpired: fc.boolean(),
  isReverse: fc.boolean(),
});

test('whatever is asked of however many shards, the answer is that of one machine, and proven', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async ({ size, shards, maxClauses, query, isReverse, ...options }) => {
      const { limit, offset, minScore, clearance, includeExpired } = options;
      const side = isReverse ? 'demand' : 'achievement';
      const rows = (isReverse ? wanted : supply).slice(0, size);
      const engine = simulatedEngine({ maxClauses });
      await fill(engine, 'x', weigher, rows, { side, shards });
      const machine = machineOf(rows, weigher.statistics, side);
      const compared = { transport: engine, weigher, index: 'x', side, machine } as const;
      const filter = { asOf: '2026-11-01', clearance, includeExpired };
      const one = (isReverse ? supply : wanted)[query]!;
      const { found, cluster, alone } = await both(compared, one, { limit, offset, minScore, filter });
      expect(cluster).toEqual(alone);
      expect(found.proven).toBe(true);
      expect(engine.unknown).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
