import type { BrokerPlan } from './assign.ts';
import type { Broker, BrokerPair } from './broker.ts';
import type { BrokerLedger } from './ledger.ts';
import type { CaseEvent } from './ledger-events.ts';

/**
 * The recommendations that a plan makes, as events for the ledger; the first chain of a pair is the one under which the
 * case counts.
 * serves: 「搭建技术经纪人撮合交易服务平台」. O(assignments + pairs).
 * @param on the day, `YYYY-MM-DD`.
 */
export function recommendationEvents(
  plan: Pick<BrokerPlan, 'assignments'>,
  pairs: readonly BrokerPair[],
  on: string,
): CaseEvent[] {
  const chains = new Map(pairs.map(({ id, chains: own = [] }) => [id, own[0]]));
  return plan.assignments.map(({ pairId, brokerId }) => {
    const chain = chains.get(pairId);
    const event = { id: `${on} ${pairId}`, kind: 'recommended', pairId, brokerId, on } as const;
    return chain === undefined ? event : { ...event, chain };
  });
}

/** Brokers with their open cases of the ledger as load, in place of any that they had. O(brokers + cases). */
export function withLoads(brokers: readonly Broker[], { cases }: BrokerLedger): Broker[] {
  const open = new Map<string, number>();
  for (const { brokerId, state } of cases) {
    if (state !== 'signed' && state !== 'failed') open.set(brokerId, (open.get(brokerId) ?? 0) + 1);
  }
  return brokers.map((broker) => ({ ...broker, load: open.get(broker.id) ?? 0 }));
}
