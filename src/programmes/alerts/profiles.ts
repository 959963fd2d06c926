import * as z from 'zod/mini';
import { Issues } from '../../base/issues.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchOptions } from '../../core/matches/match-options.ts';
import type { RecordInput } from '../../core/records/types.ts';
import { checkLists, ELSEWHERE, ID, itemOf, readPart, TEXT, TEXTS } from '../common/check.ts';
import { MATCHING } from '../common/matching.ts';
import { querySide } from '../common/query.ts';

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

/** @throws InputError `INVALID_RECORDS` naming every bad profile, and every bad query of the others. */
export function checkProfiles(profiles: readonly AlertProfile[], matcher: Matcher): void {
  checkLists([{ what: 'profiles', items: profiles, schema: PROFILE }]);
  const issues = new Issues();
  for (const [index, { id, queries }] of profiles.entries()) {
    for (const [q, query] of queries.entries()) {
      const side = querySide(query, matcher.side);
      readPart(issues, query, { side, path: `queries[${q}]`, index, id });
    }
  }
  issues.throwAs('INVALID_RECORDS', 'Bad profiles');
}
