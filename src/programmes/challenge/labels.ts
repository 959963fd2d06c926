import { INDICATOR_STATUS_LABELS } from './coverage.ts';
import { ELIGIBILITY_LABELS } from './eligibility.ts';

/** What the codes in the answers are called, by the name of the code. */
export const CHALLENGE_LABELS = {
  eligibility: ELIGIBILITY_LABELS,
  indicator: INDICATOR_STATUS_LABELS,
} as const;
