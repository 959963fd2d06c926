import { createMatcher } from 'cuohe';
import { applyPolicies, noveltyOf } from 'cuohe/programmes';
import { describe, expect, it } from 'vitest';
import { fillGreedily } from '../../src/programmes/brokers/greedy.ts';
import type { Market } from '../../src/programmes/brokers/market.ts';
import { assignOptimally } from '../../src/programmes/brokers/optimal.ts';
import { packGreedily } from '../../src/programmes/planning/packing.ts';
import { qualityOf } from '../../src/programmes/planning/planning.ts';
import type { Solver } from '../../src/programmes/planning/solver.ts';

describe('at its bound', () => {
  it('a policy for levels 4 to 6 helps who reaches 4 or is at 6, and nobody beside', () => {
    const title = { zh: '补贴', en: 'grant' };
    const policy = {
      id: 'P',
      title,
      supplyClass: 'industrial-innovation',
      measure: 'market',
      trl: [4, 6],
    } as const;
    const statusOf = (trl: number | readonly [number, number]) =>
      applyPolicies(
        [{ id: 'A', title: '', supplyClass: 'industrial-innovation', trl: trl as number }],
        [{ ...policy, trl: [4, 6] }],
      ).records[0]!.policies[0]!.status;
    expect([3, 4, 5, 6, 7].map(statusOf)).toEqual(['failed', 'met', 'met', 'met', 'failed']);
    expect(
      (
        [
          [2, 3],
          [2, 4],
          [6, 8],
          [7, 9],
        ] as const
      ).map(statusOf),
    ).toEqual(['failed', 'met', 'met', 'failed']);
  });

  it('novelty is 0 where something scores more than the record with itself', async () => {
    const matcher = createMatcher([
      { id: 'a', title: '热障涂层' },
      { id: 'b', title: '热障涂层' },
    ]);
    const scores = [0.5, 0.6];
    const told = {
      indexOf: () => 0,
      async *matchAll() {
        yield { queryId: 'a', matches: [{ id: 'b', score: scores.shift()! }] };
      },
    } as unknown as typeof matcher;
    const found = await noveltyOf([{ id: 'a', title: '' }], told, () => true);
    expect(found.get('a')).toEqual({ value: 0, nearest: { id: 'b', score: 0.6 } });
    const same = await noveltyOf([matcher.parsed(0)], matcher, (_, index) => index === 1);
    expect(same.get('a')!.value).toBe(0);
  });

  it('of equal items the first is chosen, of equal pairs the first is served, by the first of equal brokers', () => {
    const items = [1, 1, 1].map((value) => ({ value, rows: [0] }));
    expect(packGreedily({ limits: [1], items })).toEqual([0]);
    expect(packGreedily({ limits: [2], items })).toEqual([0, 1]);
    const market: Market = {
      values: [1, 1],
      units: [1, 1],
      fits: Float64Array.of(0.5, 0.5, 0.5, 0.5),
      ease: [Float64Array.of(0), Float64Array.of(0)],
      demands: [[0], [1]],
      demandOf: Int32Array.of(0, 1),
    };
    expect([...fillGreedily(market, Int32Array.of(-1, -1))]).toEqual([0, 1]);
    expect([...fillGreedily({ ...market, units: [1, 0] }, Int32Array.of(-1, -1))]).toEqual([0, -1]);
  });

  it('a plan is optimal up to a millionth below what none exceeds', () => {
    expect(qualityOf('greedy', 1 - 1e-7, 1).optimal).toBe(true);
    expect(qualityOf('greedy', 1, 1)).toEqual({ method: 'greedy', value: 1, bound: 1, optimal: true });
    expect(qualityOf('greedy', 1 - 1e-5, 1).optimal).toBe(false);
    expect(qualityOf('greedy', 0.5, 1).optimal).toBe(false);
    expect(qualityOf('highs', 1.0000001, 1)).toMatchObject({ bound: 1.0000001, optimal: true });
  });

  it('a solver that rounds gives whole places: what is nearly 1 is one, what is nearly 0 is none', async () => {
    const market: Market = {
      values: [1, 1],
      units: [1, 1],
      fits: Float64Array.of(0.9, 0.5, 0.5, 0.9),
      ease: [Float64Array.of(0), Float64Array.of(0)],
      demands: [[0], [1]],
      demandOf: Int32Array.of(0, 1),
    };
    const asked: { readonly rows: readonly number[] }[] = [];
    const rounding = {
      async solveGrowing({ columns }: { readonly columns: typeof asked }) {
        asked.push(...columns);
        // Pair 0 goes to broker 0, pair 1 to broker 1: rows 2 and 3 are their units.
        const isChosen = ([pair, unit]: readonly number[]) => unit! - 2 === pair;
        return { amounts: Float64Array.from(columns, ({ rows }) => (isChosen(rows) ? 1 - 1e-9 : 1e-9)) };
      },
    } as unknown as Solver;
    const { brokerOf } = await assignOptimally(market, Int32Array.of(-1, -1), rounding, {});
    expect(asked.length).toBeGreaterThan(2);
    expect([...brokerOf]).toEqual([0, 1]);
  });
});
