import { BROKER_LEVEL_LABELS } from './broker.ts';
import { CASE_STATE_LABELS, EVENT_LABELS, FAILURE_LABELS } from './ledger-events.ts';
import { UNASSIGNED_LABELS } from './unassigned.ts';

/** What the codes in the answers are called, by the name of the code. */
export const BROKER_LABELS = {
  event: EVENT_LABELS,
  failure: FAILURE_LABELS,
  level: BROKER_LEVEL_LABELS,
  state: CASE_STATE_LABELS,
  unassigned: UNASSIGNED_LABELS,
} as const;
