/**
 * Room `core/needs`: a demand with several needs, matched need by need: one row for each of them, and the best of them.
 * Begin: `asked.ts` finds the needs of a record, `need-rows.ts` makes their rows, `best-need.ts` scores a pair.
 * Order: knows analysed texts and rows.
 */

import { type Need, needsOf } from '../reading/needs.ts';
import type { AnalyzedField } from '../terms/analyzer.ts';

/** Most needs of a record that are looked at, in the order of its text: each is one more row to rank by. */
export const MOST_NEEDS = 12;

/** The field that tells several needs, and where each stands in its normalised text. */
export interface AskedNeeds {
  readonly field: AnalyzedField;
  readonly needs: readonly Need[];
}

/** Names hold no list of needs, and these fields tell what is to be reached, or how things are. */
const NO_NEEDS: readonly string[] = [
  'title',
  'keywords',
  'techField',
  'researchFields',
  'expertise',
  'expectedOutcome',
  'indicators',
  'applications',
  'prospects',
  'existingConditions',
  'awards',
];

/**
 * The needs that a record tells, where these are several: those of the field that tells most of them, the first
 * {@link MOST_NEEDS}. O(length).
 */
export function askedNeeds(fields: readonly AnalyzedField[]): AskedNeeds | undefined {
  let most: AskedNeeds | undefined;
  for (const field of fields) {
    if (NO_NEEDS.includes(field.field.field)) continue;
    const needs = needsOf(field.normalized.text, field.statements);
    if (needs.length > Math.max(1, most?.needs.length ?? 0)) most = { field, needs };
  }
  return most && { field: most.field, needs: most.needs.slice(0, MOST_NEEDS) };
}

/** Whether a record may have several needs, as a bit beside those of `mayState`: records without are never read for it. */
export const MAY_ASK_SEVERAL = 32;
