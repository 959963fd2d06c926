/**
 * `cuohe/programmes/cases`, what becomes of pairs (对接项目): events, states, contracts, and the figures that rest on them.
 * Begin: `events.ts` says what may happen, `ledger.ts` keeps it; `outcomes.ts`, `funnel.ts`, `performance.ts` read it.
 * Order: stands on `common`; `brokers` and `office` stand on it.
 */

export type { Pair } from '../common/pair.ts';
export type { Party } from '../common/party.ts';
export type { Period } from '../common/period.ts';
export type { ContractType } from './contract.ts';
export { CASE_TRANSITIONS, type CaseState, type LedgerEvent } from './events.ts';
export { type CaseFunnel, caseFunnel, type FunnelOptions } from './funnel.ts';
export { CASE_LABELS } from './labels.ts';
export { appendEvents, type Case, type CaseLedger, EMPTY_LEDGER } from './ledger.ts';
export { type CaseFeedback, contractsOf, feedbackOf, type SignedContract, signedLinks } from './outcomes.ts';
export { type BrokerPerformance, brokerPerformance } from './performance.ts';
export { pairedEvents, stepEvents } from './starting.ts';
