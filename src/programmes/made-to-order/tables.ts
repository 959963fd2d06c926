import type { Bilingual } from '../../base/bilingual.ts';
import { KIND_LABELS } from '../common/kind-labels.ts';
import {
  BY_LEVEL,
  col,
  dayFact,
  facts,
  LEFT_OUT,
  named,
  reasoned,
  rounded,
  type Sheet,
  sheet,
  soleKind,
  thresholdFact,
  word,
} from '../common/sheets.ts';
import { placeName } from '../places/regions.ts';
import { ORDER_LABELS } from './labels.ts';
import type { MadeToOrderPlan } from './orders.ts';
import type { WatchLists } from './watch-lists.ts';

const NO_UNIT: Bilingual = { zh: '未注明单位', en: 'names no unit' };
const demand = <T>(id: (item: T) => string) => named<T>('需求', 'demand', id);

/** Demands to order, who could develop each, on what evidence; what is served or left out. */
function orderSheets(plan: MadeToOrderPlan): Sheet[] {
  const units = plan.orders.flatMap(({ demandId, units: all }) => all.map((unit) => ({ demandId, unit })));
  const records = units.flatMap((one) => one.unit.records.map((record) => ({ ...one, record })));
  return [
    sheet('订单研发', 'orders', plan.orders, [
      demand(({ demandId }) => demandId),
      col('现成成果', 'standing', ({ standing }) => word(ORDER_LABELS.standing, standing)),
      named(
        '最近成果',
        'best result',
        ({ best }) => best?.id,
        ({ best }) => best?.title,
      ),
      col('最近成果类型', 'kind of best result', ({ best }) => best && word(KIND_LABELS, best.kind)),
      col('最近得分', 'best score', ({ best }) => rounded(best?.score)),
      col('可承担单位', 'units', (order) => order.units.length),
      col('说明', 'reason', ({ reason }) => reason),
    ]),
    sheet('可承担单位', 'units', units, [
      demand(({ demandId }) => demandId),
      col('单位', 'unit', ({ unit }) => unit.name ?? NO_UNIT),
      col('地区', 'region', ({ unit }) => placeName(unit.regionCode)),
      col('材料', 'records', ({ unit }) => unit.records.length),
      col('理由', 'reason', ({ unit }) => unit.reason),
    ]),
    sheet('材料', 'evidence', records, [
      demand(({ demandId }) => demandId),
      col('单位', 'unit', ({ unit }) => unit.name ?? NO_UNIT),
      named(
        '记录',
        'record',
        ({ record }) => record.id,
        ({ record }) => record.title,
      ),
      col('类型', 'kind', ({ record }) => word(KIND_LABELS, record.kind)),
      col('得分', 'score', ({ record }) => rounded(record.score)),
      col('共同用词', 'shared phrases', ({ record }) => record.phrases),
      col('理由', 'reason', ({ record }) => record.reason),
    ]),
    sheet(
      '已有成果或专利可供',
      'served',
      plan.served,
      demand((id) => id),
    ),
    sheet(
      '未列入',
      'left out',
      plan.leftOut.expired,
      reasoned(
        '需求',
        'demand',
        (id) => id,
        () => LEFT_OUT.expired,
      ),
    ),
    facts([
      dayFact(plan),
      thresholdFact('对接门槛', 'least score', plan.minScore, 'answers'),
      ['订单研发', 'orders', plan.orders.length],
      ['已有成果或专利可供', 'served', plan.served.length],
      ['密级超出范围', 'above the clearance', plan.leftOut.withheld],
    ]),
  ];
}

const NO_CHAIN: Bilingual = { zh: '未归链', en: 'no chain' };

/** What is watched for whom. */
function watchSheets({ lists, others }: WatchLists): Sheet[] {
  const leader = <T>(of: (item: T) => WatchLists['lists'][number]) =>
    named<T>(
      '链主企业',
      'chain leader',
      (item) => of(item).leaderId,
      (item) => of(item).profile?.name,
    );
  const watched = lists.flatMap((list) => [
    ...list.byChain.flatMap(({ code, demands }) => demands.map((id) => ({ list, code, id }))),
    ...list.withoutChain.map((id) => ({ list, code: undefined, id })),
  ]);
  const closed = lists.flatMap((list) => list.closed.map((id) => ({ list, id })));
  return [
    sheet('链主跟踪清单', 'watch lists', lists, [
      leader((list) => list),
      named('技术经理人', 'broker', ({ broker }) => broker),
      col('有效需求', 'open demands', ({ profile }) => profile?.queries.length ?? 0),
      col('提醒门槛', 'least score', ({ profile }) => profile && (profile.minScore ?? BY_LEVEL.near)),
      col('只看产业链', 'chains to be told of', ({ profile }) => profile?.chains),
      col('已到期需求', 'closed demands', (list) => list.closed.length),
      col('密级超出范围', 'above the clearance', ({ withheld }) => withheld),
    ]),
    sheet('跟踪的需求', 'watched demands', watched, [
      leader(({ list }) => list),
      named(
        '产业链',
        'chain',
        ({ code }) => code,
        ({ code }) => (code === undefined ? NO_CHAIN : undefined),
      ),
      demand(({ id }) => id),
    ]),
    sheet('已到期需求', 'closed demands', closed, [leader(({ list }) => list), demand(({ id }) => id)]),
    sheet(
      '其他需求',
      'demands of no leader',
      others,
      demand((id) => id),
    ),
  ];
}

/** Results of the programme, as tables. */
export const ORDER_TABLES = [
  soleKind<MadeToOrderPlan>(['orders', 'served', 'leftOut', 'minScore'], orderSheets),
  soleKind<WatchLists>(['lists', 'others'], watchSheets),
];
