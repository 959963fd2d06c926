import {
  col,
  dayFact,
  facts,
  kindOf,
  named,
  rounded,
  type Sheet,
  sheet,
  soleKind,
  tenThousands,
  titleOf,
  unitOf,
  word,
} from '../common/sheets.ts';
import type { BudgetSum, PooledBudget } from './budget.ts';
import type { ClusterDemand } from './cluster-demand.ts';
import { jointSheets } from './cluster-demand-tables.ts';
import type { ClusterSupply } from './cluster-supply.ts';
import type { CommonDemands } from './common-demands.ts';
import { POOLED_LABELS } from './labels.ts';
import { pledgeSheets } from './pledge-tables.ts';
import type { PledgedGoal } from './pledges.ts';
import type { SharedIndicator } from './shared-indicators.ts';
import { TARGETS, targetsOf } from './target-tables.ts';

const number = <T extends { readonly number: number }>() => col<T>('组', 'cluster', (item) => item.number);

const SUMS = [
  col<BudgetSum>('币种', 'currency', ({ currency }) => currency),
  col<BudgetSum>('下限合计（万）', 'sum of lower ends (10,000)', ({ low }) => tenThousands(low)),
  col<BudgetSum>('上限合计（万）', 'sum of upper ends (10,000)', ({ high }) => tenThousands(high)),
  col<BudgetSum>('已填', 'stated', ({ stated }) => stated),
  col<BudgetSum>('其中上限未定', 'of these without an upper end', ({ open }) => open),
];

/** Clusters, their demands, budgets and indicators; demands left alone. */
function clusterSheets({ clusters, outliers, filtered, asOf }: CommonDemands): Sheet[] {
  const numbered = clusters.map((cluster, i) => ({ number: i + 1, cluster }));
  const members = numbered.flatMap(({ number, cluster }) =>
    cluster.members.map((member) => ({ number, ...member })),
  );
  const sums = numbered.flatMap(({ number, cluster }) =>
    cluster.budget.sums.map((sum) => ({ number, ...sum })),
  );
  const targets = numbered.flatMap(({ number, cluster }) =>
    cluster.indicators.flatMap(targetsOf).map((target) => ({ number, ...target })),
  );
  return [
    sheet('共性需求', 'clusters', numbered, [
      number(),
      col('共性', 'in common', ({ cluster }) => cluster.label),
      named(
        '代表需求',
        'representative',
        ({ cluster }) => cluster.representative.id,
        ({ cluster }) => cluster.representative.title,
      ),
      col('企业', 'firms', ({ cluster }) => cluster.firms.length),
      col('需求', 'demands', ({ cluster }) => cluster.members.length),
      col('共性指标', 'shared indicators', ({ cluster }) => cluster.indicators.length),
      col('预算面议', 'budget to be negotiated', ({ cluster }) => cluster.budget.negotiable),
      col('未填预算', 'no budget stated', ({ cluster }) => cluster.budget.unstated),
    ]),
    sheet('各组需求', 'demands', members, [
      number(),
      named(
        '需求',
        'demand',
        ({ demand }) => demand.id,
        ({ demand }) => demand.title,
      ),
      col('企业', 'firm', ({ firm }) => firm),
      col('与代表需求相似度', 'similarity', ({ similarity }) => rounded(similarity)),
    ]),
    sheet('预算合计', 'budgets', sums, [number<(typeof sums)[number]>(), ...SUMS]),
    sheet('共性指标', 'shared indicators', targets, [number<(typeof targets)[number]>(), ...TARGETS]),
    sheet('单列需求', 'left alone', outliers, [
      named(
        '需求',
        'demand',
        ({ demand }) => demand.id,
        ({ demand }) => demand.title,
      ),
      col('原因', 'reason', ({ reason }) => word(POOLED_LABELS.outlier, reason)),
    ]),
    facts([dayFact({ asOf }), ['未参与的需求', 'demands filtered out', filtered]]),
  ];
}

const idOf = ({ record }: ClusterSupply): string | undefined => {
  const { id } = (record ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
};

/** Supply for a cluster, and which members each record serves. */
function supplySheets(supply: readonly ClusterSupply[]): Sheet[] {
  const record = <T>(of: (item: T) => ClusterSupply) =>
    named<T>(
      '记录',
      'record',
      (item) => idOf(of(item)),
      (item) => titleOf(of(item).record),
    );
  const served = supply.flatMap((one) => one.serves.map((member) => ({ one, member })));
  return [
    sheet('可对接', 'supply', supply, [
      record((one) => one),
      col('单位', 'organisation', (one) => unitOf(one.record)),
      col('得分', 'score', ({ score }) => rounded(score)),
      col('服务企业', 'firms', ({ firms }) => firms),
      col('服务需求', 'demands', ({ serves }) => serves.length),
    ]),
    sheet('所服务的需求', 'demands served', served, [
      record(({ one }) => one),
      named('需求', 'demand', ({ member }) => member.demandId),
      col('名次', 'rank', ({ member }) => member.rank),
      col('得分', 'score', ({ member }) => rounded(member.score)),
      col('理由', 'reason', ({ member }) => member.reason),
    ]),
  ];
}

function budgetSheets({ sums, negotiable, unstated }: PooledBudget): Sheet[] {
  return [
    sheet('预算合计', 'budgets', sums, SUMS),
    facts([
      ['预算面议', 'budget to be negotiated', negotiable],
      ['未填预算', 'no budget stated', unstated],
    ]),
  ];
}

/** Results of the programme, as tables. */
export const POOLED_TABLES = [
  soleKind<CommonDemands>(['clusters', 'outliers', 'filtered'], clusterSheets),
  soleKind<ClusterDemand>(['demand', 'memberIds', 'parts', 'ownTargets'], jointSheets),
  soleKind<PooledBudget>(['sums', 'negotiable', 'unstated'], budgetSheets),
  kindOf<ClusterSupply>('listed', ['record', 'serves', 'firms', 'score'], supplySheets),
  kindOf<PledgedGoal>('listed', ['goalId', 'state', 'missing', 'pledges'], pledgeSheets),
  kindOf<SharedIndicator>('listed', ['name', 'targets'], (all) => [
    sheet('共性指标', 'shared indicators', all.flatMap(targetsOf), TARGETS),
  ]),
];
