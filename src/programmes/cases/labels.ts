import { CONTRACT_TYPE_LABELS } from './contract.ts';
import { CASE_STATE_LABELS, EVENT_LABELS, FAILURE_LABELS } from './events.ts';

/** What the codes in the answers are called, by the name of the code. */
export const CASE_LABELS = {
  contract: CONTRACT_TYPE_LABELS,
  event: EVENT_LABELS,
  failure: FAILURE_LABELS,
  state: CASE_STATE_LABELS,
} as const;
