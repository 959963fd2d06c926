import { DEMAND_ELEMENT_LABELS, ELEMENT_STATE_LABELS } from './elements.ts';
import { PROFILE_PART_LABELS } from './likely-demands.ts';
import { OTHER_MATTER_LABELS } from './other-matter.ts';
import { TRIAGE_DESK_LABELS } from './triage.ts';
import { TRIAGE_POINT_LABELS, TRIAGE_SIDE_LABELS } from './triage-points.ts';

/** What the codes in the answers are called, by the name of the code. */
export const CLARITY_LABELS = {
  desk: TRIAGE_DESK_LABELS,
  element: DEMAND_ELEMENT_LABELS,
  otherMatter: OTHER_MATTER_LABELS,
  point: TRIAGE_POINT_LABELS,
  profile: PROFILE_PART_LABELS,
  side: TRIAGE_SIDE_LABELS,
  state: ELEMENT_STATE_LABELS,
} as const;
