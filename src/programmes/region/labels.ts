import { REGION_NEARNESS_LABELS } from '../places/nearness.ts';
import { CONVERSION_DESTINATION_LABELS } from './conversions.ts';
import { SEARCH_RING_LABELS } from './widen.ts';

/** What the codes in the answers are called, by the name of the code. */
export const REGION_LABELS = {
  destination: CONVERSION_DESTINATION_LABELS,
  nearness: REGION_NEARNESS_LABELS,
  ring: SEARCH_RING_LABELS,
} as const;
