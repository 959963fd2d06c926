import { OUTLIER_LABELS } from './common-demands.ts';

/** What the codes in the answers are called, by the name of the code. */
export const POOLED_LABELS = {
  outlier: OUTLIER_LABELS,
} as const;
