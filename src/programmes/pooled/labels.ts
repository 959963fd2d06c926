import { OUTLIER_LABELS } from './common-demands.ts';
import { SPLIT_LABELS } from './cost-split.ts';
import { PLEDGE_STATE_LABELS, PLEDGE_STATUS_LABELS } from './pledge.ts';

/** What the codes in the answers are called, by the name of the code. */
export const POOLED_LABELS = {
  outlier: OUTLIER_LABELS,
  pledge: PLEDGE_STATUS_LABELS,
  pledgeState: PLEDGE_STATE_LABELS,
  split: SPLIT_LABELS,
} as const;
