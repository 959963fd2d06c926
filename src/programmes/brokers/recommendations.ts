import type { AssignedEvent, CaseEvent } from '../cases/events.ts';
import { type CaseLedger, EMPTY_LEDGER, isOpen } from '../cases/ledger.ts';
import { pairedEvent } from '../cases/starting.ts';
import type { Pair } from '../common/pair.ts';
import type { BrokerPlan } from './assign.ts';
import type { Broker, BrokerPair } from './broker.ts';

/**
 * What a plan hands out, as events for the ledger: a new case `paired` in the hands of its broker, or, of a case that the
 * ledger has and nobody yet, `assigned`. The first chain of a pair is the one under which the case counts.
 * serves: 「搭建技术经纪人撮合交易服务平台」. O(assignments + pairs + cases).
 * @param pairs those of the plan; what else is known of them (`supplyId`, `parties`) goes into the ledger.
 * @param on the day, `YYYY-MM-DD`.
 * @param ledger that has some of the cases already. Default: none.
 */
export function recommendationEvents(
  plan: Pick<BrokerPlan, 'assignments'>,
  pairs: readonly (BrokerPair & Partial<Pair>)[],
  on: string,
  ledger: CaseLedger = EMPTY_LEDGER,
): (CaseEvent | AssignedEvent)[] {
  const byId = new Map(pairs.map((pair) => [pair.id, pair]));
  const open = new Set(ledger.cases.filter(isOpen).map(({ pairId }) => pairId));
  return plan.assignments.map(({ pairId, brokerId }) =>
    open.has(pairId)
      ? { id: `${on} ${pairId} assigned`, kind: 'assigned', pairId, brokerId, on }
      : pairedEvent(byId.get(pairId) ?? { id: pairId }, on, brokerId),
  );
}

/** Brokers with their open cases of the ledger as load, in place of any that they had. O(brokers + cases). */
export function withLoads(brokers: readonly Broker[], { cases }: CaseLedger): Broker[] {
  const open = new Map<string, number>();
  for (const { brokerId, ...one } of cases) {
    if (brokerId !== undefined && isOpen(one)) open.set(brokerId, (open.get(brokerId) ?? 0) + 1);
  }
  return brokers.map((broker) => ({ ...broker, load: open.get(broker.id) ?? 0 }));
}
