import type { Bilingual } from '../../base/bilingual.ts';
import type { MatchedPhrase } from '../../core/explanation/phrases.ts';
import type { Match } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchOptions } from '../../core/matches/match-options.ts';
import type { MatchRecord, RecordInput } from '../../core/records/types.ts';
import { checkOptions, optionsOf } from '../common/check.ts';
import { forMatch, MATCHING, withParsed } from '../common/matching.ts';
import { type ExpertEvidence, evidenceOf } from './evidence.ts';
import type { ExpertProfile } from './profile.ts';

/** How experts are ranked: options of `match`. */
export type RankOptions<R = unknown> = Pick<MatchOptions<R>, 'limit' | 'minScore' | 'filter' | 'explain'>;

/** An expert for a demand. */
export interface ExpertHit {
  /** From 1. */
  readonly rank: number;
  /** Id of the profile. */
  readonly id: string;
  readonly name: string;
  readonly organization?: string;
  readonly professionalTitle?: string;
  /** The matcher's score, in [0, 1]. */
  readonly score: number;
  readonly reason: Bilingual;
  /** Shared phrases with their places in demand and profile, the best first. */
  readonly phrases: readonly MatchedPhrase[];
  /** Records that hold shared phrases, the one with the greatest value first, then in their order. */
  readonly evidence: readonly ExpertEvidence[];
  /** Ids of all records behind the profile. */
  readonly recordIds: readonly string[];
}

/** Shapes of {@link RankOptions}. */
export const RANKING = {
  limit: MATCHING.limit,
  minScore: MATCHING.minScore,
  filter: MATCHING.filter,
  explain: MATCHING.explain,
};
const OPTIONS = optionsOf<RankOptions<never>>(RANKING);

/**
 * Ranks experts for a demand through a matcher over profiles of `buildExpertProfiles` (other kinds may be in it), each
 * with the records that speak for the expert and the phrases that these share with the demand. Score, order and
 * phrases are the matcher's. A record of kind `expert` that is no profile is its own evidence. The list carries no day: it is
 * the filter's. `minScore` is that of `match`, 0 by default: a list of people to choose from needs no verdict.
 *
 * Serves: 「匹配万链数科5万名全国专家库画像资源」.
 *
 * O(cost of a match + length of the profiles found).
 * @param options those of `match` but `kinds`, which is `expert`. Without `explain` there are no phrases and no evidence.
 * @throws InputError `INVALID_RECORDS` for a bad demand, `INVALID_OPTIONS` naming every bad option.
 */
export function rankExperts<R>(
  demand: RecordInput,
  matcher: Matcher<R>,
  options: RankOptions<R> = {},
): ExpertHit[] {
  checkOptions(options, OPTIONS);
  const { matches } = matcher.match(demand, { ...forMatch(options), kinds: ['expert'] });
  return withParsed(matcher, matches).map(hitOf);
}

/** A match as a hit, its record as it was read. */
export function hitOf({ rank, id, score, reason, phrases, record }: Match<MatchRecord>): ExpertHit {
  return {
    rank,
    id,
    ...identityOf(record),
    score,
    reason,
    phrases,
    evidence: evidenceOf(record, phrases),
  };
}

/** Who a profile is, and what is behind it; an expert's record that is no profile goes by its title. */
export function identityOf(
  record: MatchRecord,
): Pick<ExpertHit, 'name' | 'organization' | 'professionalTitle' | 'recordIds'> {
  const { name, organization, professionalTitle, recordIds } = record as Partial<ExpertProfile>;
  const unit: unknown =
    typeof organization === 'object' ? (organization as { name?: unknown }).name : organization;
  return {
    name: typeof name === 'string' ? name : record.title,
    ...(typeof unit === 'string' ? { organization: unit } : {}),
    ...(typeof professionalTitle === 'string' ? { professionalTitle } : {}),
    recordIds: Array.isArray(recordIds) ? recordIds : [record.id],
  };
}
