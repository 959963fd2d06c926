import { col, facts, named, rounded, type Sheet, sheet, soleKind, word } from '../common/sheets.ts';
import { qualityFacts } from '../planning/quality-facts.ts';
import type { BrokerPlan } from './assign.ts';
import { BROKER_LABELS } from './labels.ts';

const broker = <T extends { readonly brokerId: string }>() =>
  named<T>('技术经理人', 'broker', ({ brokerId }) => brokerId);
const pair = <T extends { readonly pairId: string }>() => named<T>('项目', 'pair', ({ pairId }) => pairId);

/** Who takes what; what nobody takes and why; loads. */
function planSheets(plan: BrokerPlan): Sheet[] {
  return [
    sheet('派单', 'assignments', plan.assignments, [
      pair(),
      broker(),
      col('价值', 'value', ({ value }) => rounded(value)),
      col('产业链适合度', 'fit of chain', ({ fit }) => rounded(fit.chain)),
      col('地区适合度', 'fit of region', ({ fit }) => rounded(fit.region)),
      col('等级适合度', 'fit of level', ({ fit }) => rounded(fit.level)),
      col('余力', 'room', ({ fit }) => rounded(fit.load)),
      col('理由', 'reason', ({ reason }) => reason),
    ]),
    sheet('未派出', 'unassigned', plan.unassigned, [
      pair(),
      col('价值', 'value', ({ value }) => rounded(value)),
      col('原因', 'reason', ({ reason }) => word(BROKER_LABELS.unassigned, reason)),
      col('合适的技术经理人', 'suitable brokers', ({ suitable }) => suitable),
    ]),
    sheet('负荷', 'loads', plan.loads, [
      broker(),
      col('派单前', 'before', ({ before }) => before),
      col('派单后', 'after', ({ after }) => after),
      col('最多', 'capacity', ({ capacity }) => capacity),
    ]),
    facts(qualityFacts(plan)),
  ];
}

/** Results of the programme, as tables. */
export const BROKER_TABLES = [soleKind<BrokerPlan>(['assignments', 'unassigned', 'loads'], planSheets)];
