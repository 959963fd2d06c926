import { describe, expect, it } from 'vitest';
import { compareRankings } from '../../src/evaluate/compare.ts';
import { evaluateRanking, type RankingMetric } from '../../src/evaluate/ranking.ts';
import { SAMPLE } from './sample.ts';

const good = evaluateRanking(SAMPLE, (demand, pool) =>
  pool.map(
    ({ id }) => SAMPLE.judgments.find((j) => j.demandId === demand.id && j.achievementId === id)?.grade ?? 0,
  ),
);
const bad = evaluateRanking(SAMPLE, (demand, pool) =>
  pool.map(
    ({ id }) =>
      -(SAMPLE.judgments.find((j) => j.demandId === demand.id && j.achievementId === id)?.grade ?? 0),
  ),
);

describe('the comparison of two configurations', () => {
  it('tells means, difference, interval and p over the demands of both', () => {
    const { interval, ...rest } = withInterval(compareRankings(bad, good, 'p1'));
    // Both demands go from 0 to 1: of the four assignments of signs, two reach the mean of 1.
    expect(rest).toEqual({ metric: 'p1', demands: 2, before: 0, after: 1, difference: 1, p: 0.5 });
    expect(interval).toEqual([1, 1]);
  });

  it('compares nDCG@10 unless told otherwise', () => {
    expect(compareRankings(bad, good).after).toBe(1);
    expect(compareRankings(bad, good).metric).toBe('ndcg10');
  });

  it('leaves out demands that only one evaluation holds', () => {
    const half = { ...good, perDemand: good.perDemand.slice(1) };
    expect(compareRankings(half, bad, 'p1')).toMatchObject({
      demands: 1,
      before: 1,
      after: 0,
      difference: -1,
    });
    expect(compareRankings(bad, half, 'p1')).toMatchObject({
      demands: 1,
      before: 0,
      after: 1,
      difference: 1,
    });
  });

  it('has zeros and a p of 1 where there is nothing to compare', () => {
    const none = { ...good, perDemand: [] };
    expect(compareRankings(none, good)).toEqual({
      metric: 'ndcg10',
      demands: 0,
      before: 0,
      after: 0,
      difference: 0,
      low: 0,
      high: 0,
      p: 1,
    });
  });

  it('refuses an unknown metric', () => {
    expect(() => compareRankings(bad, good, 'auc' as RankingMetric)).toThrow(
      'metric: expected one of ndcg10',
    );
  });
});

function withInterval({ low, high, ...rest }: ReturnType<typeof compareRankings>) {
  return { ...rest, interval: [low, high] };
}
