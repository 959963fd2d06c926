import * as z from 'zod/mini';
import { Issues } from '../../base/issues.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchOptions } from '../../core/matches/match-options.ts';
import type { QueryInput, RecordInput } from '../../core/records/types.ts';
import { sideOf } from '../../core/weigher/reading.ts';
import { checkLists, ELSEWHERE, ID, itemOf, readPart, TEXT, TEXTS } from '../common/check.ts';
import { MATCHING, queryOf } from '../common/matching.ts';

/** A standing interest: a saved demand, or the watch list of a chain leader (链主企业). */
export interface AlertProfile {
  readonly id: string;
  /** For people. */
  readonly name?: string;
  /** What is looked for: one record or several; each may be of any kind. */
  readonly queries: readonly RecordInput[];
  /** Least score of an alert, in [0, 1]. Default: that of the run. */
  readonly minScore?: number;
  /** Kinds of records to be told of. Default: all. */
  readonly kinds?: MatchOptions['kinds'];
  /** Regions to be told of; a GB/T 2260 code holds all regions below it. Default: all. */
  readonly regions?: readonly string[];
  /** Chains of which a record must have one. Default: all. */
  readonly chains?: readonly string[];
}

const PROFILE = itemOf<AlertProfile>({
  id: ID,
  name: z.optional(TEXT),
  queries: z.array(ELSEWHERE).check(z.minLength(1)),
  minScore: MATCHING.minScore,
  kinds: MATCHING.kinds,
  regions: TEXTS,
  chains: TEXTS,
});

/** A profile with its queries, each by its id as it was read. */
export interface ReadProfile extends Omit<AlertProfile, 'queries'> {
  readonly queries: readonly { readonly id: string; readonly query: QueryInput }[];
}

/** @throws InputError `INVALID_RECORDS` naming every bad profile, and every bad query of the others. */
export function readProfiles(profiles: readonly AlertProfile[], matcher: Matcher<unknown>): ReadProfile[] {
  checkLists([{ what: 'profiles', items: profiles, schema: PROFILE }]);
  const issues = new Issues();
  const other = matcher.side === 'achievement' ? 'demand' : 'achievement';
  const read = profiles.map((profile, index): ReadProfile => {
    const { id } = profile;
    const queries = profile.queries.flatMap((query, q) => {
      const where = { side: sideOf(query, other), path: `queries[${q}]`, index, id };
      const record = readPart(issues, query, where);
      return record === undefined ? [] : [{ id: record.id, query: queryOf(record, query) }];
    });
    return { ...profile, queries };
  });
  issues.throwAs('INVALID_RECORDS', 'Bad profiles');
  return read;
}
