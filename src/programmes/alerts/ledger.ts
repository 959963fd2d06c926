import * as z from 'zod/mini';
import { fingerprint } from '../../base/hash.ts';
import { Issues } from '../../base/issues.ts';
import { describeThrown } from '../../base/zod-issues.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchFilter } from '../../core/matches/filters.ts';
import type { MatchRecord } from '../../core/records/types.ts';
import { checkOptions, itemOf, optionsOf, TEXTS } from '../common/check.ts';
import { MATCHING, onDay } from '../common/matching.ts';

/** What has been seen, as plain JSON: keep it beside the index, and hand it in again. */
export interface AlertLedger {
  readonly version: 1;
  /** Id and fingerprint of every record seen, by id. */
  readonly seen: readonly (readonly [id: string, fingerprint: string])[];
}

/** What of a record is compared. */
export interface ContentOptions {
  /** Fields of records whose change is no change, such as a counter of views. Default: none. */
  readonly ignoredFields?: readonly string[];
}

/** Which records are seen where alerts begin, and what of them is compared. */
interface StartOptions<R> extends ContentOptions {
  readonly filter?: MatchFilter<R>;
}

/** Nothing has been seen. */
export const EMPTY_LEDGER: AlertLedger = { version: 1, seen: [] };

const LEDGER = itemOf<AlertLedger>({
  version: z.literal(1),
  seen: z.array(z.tuple([z.string(), z.string()])),
});
const OPTIONS = optionsOf<StartOptions<never>>({ filter: MATCHING.filter, ignoredFields: TEXTS });

/**
 * A ledger in which all records that a matcher holds now are seen: where alerts begin.
 *
 * serves: 「推动重大科技成果早发现、早发布、早转化」
 *
 * O(characters of the records).
 * @param options the `filter` and `ignoredFields` that alerts will be run with: records that the filter removes are
 *   not seen, and are new on the day they pass it.
 * @throws InputError for bad options, and for records that are no plain JSON.
 */
export function startAlertLedger<R>(matcher: Matcher<R>, options: StartOptions<R> = {}): AlertLedger {
  checkOptions(options, OPTIONS);
  const prints = fingerprintsOf(passing(matcher, options.filter), options);
  return ledgerFrom(new Map(prints));
}

/** A ledger of entries, in the order of ids. */
export function ledgerFrom(seen: ReadonlyMap<string, string>): AlertLedger {
  return { version: 1, seen: [...seen].sort(([a], [b]) => (a < b ? -1 : 1)) };
}

/** @throws InputError `INVALID_OPTIONS` for what is no ledger of this version. */
export function readLedger(ledger: AlertLedger): Map<string, string> {
  checkOptions(ledger, LEDGER);
  return new Map(ledger.seen);
}

/** The records that pass a filter, as they were read: rows of the host may be no plain JSON. */
export function passing<R>(matcher: Matcher<R>, filter: MatchFilter<R> | undefined): MatchRecord[] {
  return matcher.passing(onDay(filter)).indices.map((index) => matcher.parsed(index));
}

/**
 * The id and fingerprint of each record: 64 bits over all fields but the ignored ones, whatever their order.
 * @throws InputError `INVALID_RECORDS` naming every record that is no plain JSON.
 */
export function fingerprintsOf(
  records: readonly MatchRecord[],
  { ignoredFields = [] }: ContentOptions,
): [id: string, fingerprint: string][] {
  const ignored = new Set(ignoredFields);
  const issues = new Issues();
  const prints = records.map((record, index): [string, string] => {
    try {
      const fields = Object.entries(record).filter(([field]) => !ignored.has(field));
      return [record.id, fingerprint(JSON.stringify(Object.fromEntries(fields), inOrder))];
    } catch (error) {
      issues.addText('', 'plain JSON', describeThrown(error), { index, id: record.id });
      return [record.id, ''];
    }
  });
  issues.throwAs('INVALID_RECORDS', 'Bad records');
  return prints;
}

/** For `JSON.stringify`: objects with their keys in order. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
