import { REGISTER_CHANGE_LABELS } from './changes.ts';
import { SUPPLY_CLASS_LABELS } from './classes.ts';
import { ISSUE_EVENT_LABELS, ISSUE_STATE_LABELS } from './issue-events.ts';
import { MEASURE_LABELS, POLICY_TEST_LABELS } from './policies.ts';
import { REGISTER_FIELD_LABELS, REGISTER_NAMES } from './rows.ts';

/** What the codes in the answers are called, by the name of the code. */
export const REGISTER_LABELS = {
  change: REGISTER_CHANGE_LABELS,
  class: SUPPLY_CLASS_LABELS,
  field: REGISTER_FIELD_LABELS,
  issue: ISSUE_STATE_LABELS,
  issueEvent: ISSUE_EVENT_LABELS,
  measure: MEASURE_LABELS,
  register: REGISTER_NAMES,
  test: POLICY_TEST_LABELS,
} as const;
