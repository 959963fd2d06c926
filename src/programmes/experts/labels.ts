import { LINK_METHOD_LABELS, LINK_STATUS_LABELS } from './link-names.ts';

/** What the codes in the answers are called, by the name of the code. */
export const EXPERT_LABELS = {
  method: LINK_METHOD_LABELS,
  status: LINK_STATUS_LABELS,
} as const;
