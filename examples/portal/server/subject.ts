import type { LeanMatch, Match, MatchOptions, MatchRecord, MatchResult } from 'cuohe';
import type { Question } from './api.ts';
import type { Collection } from './collection.ts';
import { across, type Portal } from './portal.ts';
import { Refused } from './refused.ts';
import type { StoredRecord } from './store.ts';

/** What a question is about, and how the library answers it: `match` for a text or a record across, `similar` for one's like. */
export interface Subject {
  /** As the matcher reads it: what is held against each record. */
  readonly query: MatchRecord;
  /** Present for a record of the portal. */
  readonly from?: { readonly side: Question['side']; readonly record: MatchRecord };
  /** A ranking without reasons. */
  rank(options: MatchOptions<StoredRecord>): MatchResult<StoredRecord, LeanMatch>;
  /** The same records with all that is to be said of them. */
  reasons(ids: readonly string[]): Match<StoredRecord>[];
}

/**
 * @returns undefined where nothing is asked: then the newest records are listed.
 * @throws Refused 404 for a record that there is not, or that not everybody may see.
 */
export function subjectOf(portal: Portal, { side, text, of, like }: Question): Subject | undefined {
  const { matcher } = portal.side(side);
  const answered = (query: MatchRecord, given: string | MatchRecord): Omit<Subject, 'rank'> => ({
    query,
    reasons: (ids) => matcher.reasons(given, ids),
  });
  if (like !== undefined) {
    const record = visibleRecord(portal.side(side), like);
    return {
      ...answered(record, record),
      from: { side, record },
      rank: (options) => matcher.similar(like, { ...options, lean: true, explain: false }),
    };
  }
  if (of === undefined && text === '') return undefined;
  const record = of === undefined ? undefined : visibleRecord(portal.side(across(side)), of);
  const given = record ?? text;
  return {
    ...answered(record ?? matcher.read(text), given),
    ...(record === undefined ? {} : { from: { side: across(side), record } }),
    rank: (options) => matcher.match(given, { ...options, lean: true, explain: false }),
  };
}

/** @throws Refused 404 */
export function visibleRecord(collection: Collection, id: string): MatchRecord {
  const index = collection.indexOf(id);
  if (index < 0) throw new Refused(404, '没有这条记录。', 'There is no such record.');
  return collection.record(index);
}
