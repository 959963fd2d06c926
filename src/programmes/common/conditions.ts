import type { Bilingual } from '../../base/bilingual.ts';
import type { ConditionStatus } from '../../base/condition-status.ts';

/**
 * Verdicts of programmes on what is asked for, in the words that the core has for indicators. Where a programme knows
 * more (a gap of levels, time that is left), its own code says which of the three it is.
 */
export {
  CONDITION_STATUS_LABELS,
  CONDITION_STATUSES,
  type ConditionStatus,
} from '../../base/condition-status.ts';

/** A condition that was looked at, with one sentence on why it came out so. */
export interface CheckedCondition {
  readonly status: ConditionStatus;
  readonly reason: Bilingual;
}

/**
 * What all of several conditions together come to: `failed` where one failed, else `unknown` where one is, else `met`; so
 * an unknown is never covered by what is met. Without any condition nothing is asked for: `met`. O(statuses).
 */
export function worstOf(statuses: readonly ConditionStatus[]): ConditionStatus {
  if (statuses.includes('failed')) return 'failed';
  return statuses.every((status) => status === 'met') ? 'met' : 'unknown';
}

/** The status of a question that a boolean answers; `undefined`, that nobody knows, is `unknown`. */
export function fromBoolean(isMet: boolean | undefined): ConditionStatus {
  return isMet === undefined ? 'unknown' : isMet ? 'met' : 'failed';
}
