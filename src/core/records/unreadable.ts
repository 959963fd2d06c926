import { withoutEnds } from '../../base/ends.ts';
import type { InputIssue } from '../../base/errors.ts';
import { Issues } from '../../base/issues.ts';
import type { DateValue } from './dates.ts';
import type { MatchRecord } from './types.ts';
import { foldWording } from './wording.ts';

/** Validities whose wording was not understood: a record with one never expires, and people must be told. */

const ENDLESS_WORDS = [
  '长期',
  '永久',
  '永续',
  '终身',
  '无限期?',
  '不限期?',
  '无?固定期限',
  '(?:无|没有|不设|不定)(?:固定|明确|截止)?(?:期限|时限|日期|期)?',
  'long[- ]?term',
  'permanent(?:ly)?',
  'perpetual(?:ly)?',
  'unlimited',
  'indefinite(?:ly)?',
  'open[- ]?ended',
  'no (?:end|expiry|expiration|limit|time limit)(?: date)?',
  'none',
  'n/a',
  'never(?: expires)?',
].join('|');
/** The whole wording: 长期合作至2026年 has an end. */
const ENDLESS = new RegExp(
  `^(?:(?:有效|合作|需求)?(?:期|期限|时限)[:：为 ]*)?(?:${ENDLESS_WORDS})(?:内?(?:有效|合作|需求|征集|招募|许可)|限制?|的)?$`,
  'i',
);

/**
 * Whether a date was given in words that name no day until which it holds, and do not say that it has no end either
 * (长期, 永久, 无固定期限, long-term). Signs alone (—, /) are no wording.
 */
export function isUnreadable(value: DateValue | undefined): boolean {
  if (value === undefined || value.to !== undefined) return false;
  const text = withoutEnds(foldWording(value.raw), (char) => /[\s\p{P}\p{S}]/u.test(char));
  return text !== '' && !ENDLESS.test(text);
}

const EXPECTED = 'a date, or wording for a validity without end';

/** Where records stand, for the issues. */
export interface RecordPlaces {
  /** Position of the first one; default 0. */
  readonly index?: number;
  /** Where the first one stands in its source, for people. */
  readonly place?: string;
}

/**
 * What was not understood in the validities of records: one issue for every `validFrom` and `validTo` that
 * {@link isUnreadable}. A `validFrom` with a first day was understood. O(records).
 */
export function unreadableIssues(records: readonly MatchRecord[], at: RecordPlaces = {}): InputIssue[] {
  const issues = new Issues();
  const { index = 0, place } = at;
  records.forEach(({ id, validFrom, validTo }, i) => {
    const where = { index: index + i, id, ...(place === undefined ? {} : { place }) };
    if (validFrom?.from === undefined && isUnreadable(validFrom))
      issues.add('validFrom', EXPECTED, validFrom!.raw, where);
    if (isUnreadable(validTo)) issues.add('validTo', EXPECTED, validTo!.raw, where);
  });
  return [...issues.all];
}
