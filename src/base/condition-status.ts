import type { Bilingual } from './bilingual.ts';

/**
 * How something that is asked for came out, of a record, a unit, a person or a pair; the one vocabulary of the library.
 * `met`: what is known says that it holds. `failed`: what is known says that it does not. `unknown`: what is known does
 * not decide. An unknown is something to ask about: no reason to turn anybody down, and never taken for met.
 */
export type ConditionStatus = 'met' | 'failed' | 'unknown';

/** The codes of {@link ConditionStatus}, in the order in which tables count them. */
export const CONDITION_STATUSES: readonly ConditionStatus[] = ['met', 'failed', 'unknown'];

/** Labels of {@link ConditionStatus}, the same in every table. */
export const CONDITION_STATUS_LABELS: Readonly<Record<ConditionStatus, Bilingual>> = {
  met: { zh: '符合', en: 'met' },
  failed: { zh: '不符合', en: 'not met' },
  unknown: { zh: '待核实', en: 'to be checked' },
};
