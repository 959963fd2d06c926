import { REGION_NEARNESS_LABELS } from '../places/nearness.ts';
import { BASE_TEST_LABELS } from './fitting.ts';
import { MATURITY_STATUS_LABELS } from './gap.ts';
import { ROUTE_OUTCOME_LABELS } from './route-types.ts';

/** What the codes in the answers are called, by the name of the code. */
export const MATURITY_LABELS = {
  outcome: ROUTE_OUTCOME_LABELS,
  ring: REGION_NEARNESS_LABELS,
  status: MATURITY_STATUS_LABELS,
  test: BASE_TEST_LABELS,
} as const;
