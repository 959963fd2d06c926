import { CONDITION_STATUS_LABELS } from '../common/conditions.ts';

/** What the codes in the answers are called, by the name of the code. */
export const CHALLENGE_LABELS = {
  status: CONDITION_STATUS_LABELS,
} as const;
