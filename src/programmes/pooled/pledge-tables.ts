import { col, facts, type Sheet, sheet } from '../common/sheets.ts';
import { POOLED_LABELS } from './labels.ts';
import type { PledgedGoal } from './pledges.ts';

/** Goals and what is missing, every pledge, who pays what. */
export function pledgeSheets(goals: readonly PledgedGoal[]): Sheet[] {
  const title = <T>(of: (item: T) => PledgedGoal) => [
    col<T>('联合研发编号', 'goal id', (item) => of(item).goalId),
    col<T>('联合研发', 'goal', (item) => of(item).title),
  ];
  const pledges = goals.flatMap((goal) => goal.pledges.map((one) => ({ goal, ...one })));
  const parts = goals.flatMap((goal) => (goal.split?.parts ?? []).map((part) => ({ goal, part })));
  const { pledge: statuses, pledgeState: states, split: bases } = POOLED_LABELS;
  return [
    sheet('预采购进度', 'pledges so far', goals, [
      title((goal) => goal),
      col('结论', 'state', ({ state }) => states[state]),
      col('说明', 'reason', ({ reason }) => reason),
      col('截止日', 'until', ({ by }) => by),
      col('签约企业', 'firms', ({ firms }) => firms),
      col('数量', 'quantity', ({ quantity }) => quantity),
      col('金额（元）', 'sum (yuan)', ({ sum }) => sum),
      col('还差企业', 'firms missing', ({ missing }) => missing.firms),
      col('还差数量', 'quantity missing', ({ missing }) => missing.quantity),
      col('还差金额（元）', 'sum missing (yuan)', ({ missing }) => missing.sum),
      col('未填数量', 'without a quantity', ({ withoutQuantity }) => withoutQuantity),
      col('未填金额', 'without a sum', ({ withoutSum }) => withoutSum),
      col('不能分摊的原因', 'why not split', ({ notSplit }) => notSplit),
    ]),
    sheet('费用分摊', 'who pays what', parts, [
      title(({ goal }) => goal),
      col('企业', 'firm', ({ part }) => part.firm),
      col('分摊方式', 'split', ({ goal }) => bases[goal.split!.basis]),
      col('应付（元）', 'pays (yuan)', ({ part }) => part.pays),
      col('尾差（分）', 'rounding (fen)', ({ part }) => part.rounding),
      col('超过认缴上限', 'more than pledged', ({ part }) => part.exceedsSum),
    ]),
    sheet('预采购协议', 'pledges', pledges, [
      title(({ goal }) => goal),
      col('协议编号', 'pledge id', ({ pledge }) => pledge.id),
      col('企业', 'firm', ({ pledge }) => pledge.firm),
      col('结果', 'status', ({ status }) => statuses[status]),
      col('数量', 'quantity', ({ pledge }) => pledge.quantity),
      col('比例', 'share', ({ pledge }) => pledge.share),
      col('金额上限（元）', 'sum at most (yuan)', ({ pledge }) => pledge.sum),
      col('签署日', 'signed on', ({ pledge }) => pledge.on),
      col('撤回日', 'withdrawn on', ({ pledge }) => pledge.withdrawnOn),
    ]),
    facts([
      ['基准日', 'as of', goals[0]!.asOf],
      ['费用合计（元）', 'costs (yuan)', goals.map(({ split }) => split?.cost)],
      ['无人承担（元）', 'covered by nobody (yuan)', goals.map(({ split }) => split?.uncovered)],
    ]),
  ];
}
