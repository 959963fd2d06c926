import { CONDITION_STATUS_LABELS } from '../common/conditions.ts';
import { KIND_LABELS } from '../common/kind-labels.ts';
import { VOUCHER_CONDITION_LABELS } from './voucher-texts.ts';

/** What the codes in the answers are called, by the name of the code. */
export const RESOURCE_LABELS = {
  condition: VOUCHER_CONDITION_LABELS,
  kind: KIND_LABELS,
  status: CONDITION_STATUS_LABELS,
} as const;
