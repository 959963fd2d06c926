import { BROKER_LEVEL_LABELS } from './broker.ts';
import { UNASSIGNED_LABELS } from './unassigned.ts';

/** What the codes in the answers are called, by the name of the code. */
export const BROKER_LABELS = {
  level: BROKER_LEVEL_LABELS,
  unassigned: UNASSIGNED_LABELS,
} as const;
