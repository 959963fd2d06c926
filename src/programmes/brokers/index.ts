/**
 * `cuohe/programmes/brokers`, technology brokers (技术经理人): who takes which pair, and what became of it.
 * Begin: `assign.ts` plans, exactly or greedily; `ledger.ts` and its neighbours keep the events; `performance.ts` counts them.
 * Order: stands on `common`, `places` and `planning`, and on no other programme.
 */

export { assignBrokers, type BrokerOptions, type BrokerPlan } from './assign.ts';
export type { Broker, BrokerPair } from './broker.ts';
export { BROKER_FIT_WEIGHTS } from './fit.ts';
export { BROKER_LABELS } from './labels.ts';
export { recommendationEvents, withLoads } from './recommendations.ts';
