import { Issues } from '../base/issues.ts';
import { throwArguments } from './checks.ts';
import { meanOf } from './mean.ts';
import { RANKING_METRICS, type RankingEvaluation, type RankingMetric } from './ranking.ts';
import { type BootstrapOptions, pairedBootstrap, randomizationTest } from './significance.ts';

/** What changed between two configurations on the same demands. */
export interface Comparison {
  readonly metric: RankingMetric;
  /** Demands with a value under both configurations. */
  readonly demands: number;
  /** Means over these demands; 0 if there are none. */
  readonly before: number;
  readonly after: number;
  /** after − before. */
  readonly difference: number;
  /** Confidence interval of the difference, by the paired bootstrap. */
  readonly low: number;
  readonly high: number;
  /** Two-sided p-value of the randomisation test; 1 if there is nothing to compare. */
  readonly p: number;
}

/**
 * Compares two evaluations demand by demand on one metric: the randomisation test for the p-value, the paired
 * bootstrap for the confidence interval. Demands that only one of them holds are left out.
 * @throws InputError `INVALID_OPTIONS` for an unknown metric and for bad options.
 */
export function compareRankings(
  before: RankingEvaluation,
  after: RankingEvaluation,
  metric: RankingMetric = 'ndcg10',
  options: BootstrapOptions = {},
): Comparison {
  const issues = new Issues();
  issues.expect(RANKING_METRICS.includes(metric), 'metric', `one of ${RANKING_METRICS.join(', ')}`, metric);
  throwArguments(issues);
  const known = new Map(before.perDemand.map(({ demandId, values }) => [demandId, values[metric]]));
  const first: number[] = [];
  const second: number[] = [];
  for (const { demandId, values } of after.perDemand) {
    const one = known.get(demandId);
    const other = values[metric];
    if (one === undefined || other === undefined) continue;
    first.push(one);
    second.push(other);
  }
  const { difference, low, high } = pairedBootstrap(first, second, options);
  const { confidence: _, ...drawing } = options;
  const { p } = randomizationTest(first, second, drawing);
  return {
    metric,
    demands: first.length,
    before: meanOf(first) ?? 0,
    after: meanOf(second) ?? 0,
    difference,
    low,
    high,
    p,
  };
}
