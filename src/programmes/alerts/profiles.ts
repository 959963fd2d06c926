import * as z from 'zod/mini';
import { InputError, type InputIssue } from '../../base/errors.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchOptions } from '../../core/matches/match-options.ts';
import { RECORD_KINDS } from '../../core/records/kinds.ts';
import type { Side } from '../../core/records/parse.ts';
import type { RecordInput } from '../../core/records/types.ts';
import { checkLists, ID, SHARE, TEXT } from '../common/check.ts';
import { parseQuery } from '../common/query.ts';

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

const PROFILE = z.looseObject({
  id: ID,
  name: z.optional(TEXT),
  queries: z.array(z.unknown()).check(z.minLength(1)),
  minScore: z.optional(SHARE),
  kinds: z.optional(z.array(z.enum(RECORD_KINDS))),
  regions: z.optional(z.array(TEXT)),
  chains: z.optional(z.array(TEXT)),
});

/** @throws InputError `INVALID_RECORDS` naming every bad profile, and every bad query of the others. */
export function checkProfiles(profiles: readonly AlertProfile[], matcher: Matcher): void {
  checkLists([{ what: 'profiles', items: profiles, schema: PROFILE }]);
  const issues = profiles.flatMap(({ id, queries }, index) =>
    queries.flatMap((query, q) => queryIssues(query, matcher.side, index, id, q)),
  );
  if (issues.length > 0) throw new InputError('INVALID_RECORDS', 'Bad profiles', issues);
}

function queryIssues(query: RecordInput, side: Side, index: number, id: string, q: number): InputIssue[] {
  try {
    parseQuery(query, side);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.issues.map(({ path, expected, received }) => ({
      index,
      id,
      path: [`queries[${q}]`, path].filter((part) => part !== '').join('.'),
      expected,
      received,
    }));
  }
}
