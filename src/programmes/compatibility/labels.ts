import { CONDITION_STATUS_LABELS } from '../common/conditions.ts';
import { EXCLUSIVITY_LABELS } from '../transfer-terms/exclusivity.ts';
import { MODE_LABELS } from '../transfer-terms/modes.ts';
import { COMPATIBILITY_COMPONENT_LABELS } from '../transfer-terms/part.ts';
import { RIGHT_TYPE_LABELS } from '../transfer-terms/rights.ts';

/** What the codes in the answers are called, by the name of the code. */
export const COMPATIBILITY_LABELS = {
  component: COMPATIBILITY_COMPONENT_LABELS,
  exclusivity: EXCLUSIVITY_LABELS,
  mode: MODE_LABELS,
  right: RIGHT_TYPE_LABELS,
  status: CONDITION_STATUS_LABELS,
} as const;
