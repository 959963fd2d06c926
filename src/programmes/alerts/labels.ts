import { ALERT_KIND_LABELS } from './alerts.ts';

/** What the codes in the answers are called, by the name of the code. */
export const ALERT_LABELS = {
  kind: ALERT_KIND_LABELS,
} as const;
