import type { Bilingual } from '../../base/bilingual.ts';
import type { MatchedPhrase } from '../../core/explanation/phrases.ts';
import type { Match } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchOptions } from '../../core/matches/match-options.ts';
import type { MatchRecord, RecordInput } from '../../core/records/types.ts';
import { checkOptions, optionsOf } from '../common/check.ts';
import { forMatch, MATCHING, withParsed } from '../common/matching.ts';
import type { ExpertEvidence } from './evidence.ts';
import type { ExpertProfile } from './profile.ts';
import { strengthFinder } from './strength.ts';

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
  /** The matcher's score of the whole profile, in [0, 1]. */
  readonly score: number;
  /**
   * What the best few records behind it show, in [0, 1]: half of the best, three tenths of the second and two of the third,
   * each its score by its weight. Hits are ordered by it.
   */
  readonly strength: number;
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
 * with the records that speak for the expert and the phrases that these share with the demand. Score and phrases are the
 * matcher's. Of the best by score, three times as many as asked for and 20 at least, the order is by `strength`: a few good
 * records, neither the number of all nor one odd one; records that say the same count once. A record of kind `expert` that is no profile is its own evidence. The list carries no day: it is
 * the filter's. `minScore` is that of `match`, 0 by default: a list of people to choose from needs no verdict.
 *
 * Serves: 「匹配万链数科5万名全国专家库画像资源」.
 *
 * O(cost of a match + length of the profiles looked at).
 * @param options those of `match` but `kinds`, which is `expert`. Without `explain` phrases and evidence are not given.
 * @throws InputError `INVALID_RECORDS` for a bad demand, `INVALID_OPTIONS` naming every bad option.
 */
export function rankExperts<R>(
  demand: RecordInput,
  matcher: Matcher<R>,
  options: RankOptions<R> = {},
): ExpertHit[] {
  checkOptions(options, OPTIONS);
  const { limit = LIMIT, explain = true } = options;
  const ranking = { ...forMatch(options), kinds: ['expert' as const], explain: true };
  const { matches } = matcher.match(demand, { ...ranking, limit: poolOf(limit) });
  const hits = byStrength(matches, hitsFor(demand, matcher)).slice(0, limit);
  return explain ? hits : hits.map(withoutReasons);
}

/** A hit as it is given without `explain`. */
export function withoutReasons<T extends ExpertHit>(hit: T): T {
  return { ...hit, reason: NO_REASON, phrases: [], evidence: [] };
}

/** As `match` has it. */
export const LIMIT = 10;
const NO_REASON: Bilingual = { zh: '', en: '' };
/** Profiles looked at beyond those wanted. */
const TIMES = 3;
const LEAST_POOL = 20;

/** How many of the best by score are looked at. */
export function poolOf(limit: number): number {
  return limit === 0 ? 0 : Math.max(LEAST_POOL, TIMES * limit);
}

/** Makes hits of matches: what the records behind each show for the demand. */
export function hitsFor<R>(demand: RecordInput, matcher: Matcher<R>): (match: Match<unknown>) => ExpertHit {
  const shown = strengthFinder(demand, matcher);
  return (match) => {
    const [{ rank, id, score, reason, phrases, record }] = withParsed<MatchRecord>(matcher, [match]) as [
      Match<MatchRecord>,
    ];
    return { rank, id, ...identityOf(record), score, reason, phrases, ...shown({ record, phrases }) };
  };
}

/** Hits with the strongest first, of equal ones in the order of the matches; ranks from 1. */
export function byStrength(
  matches: readonly Match<unknown>[],
  hitOf: (match: Match<unknown>) => ExpertHit,
): ExpertHit[] {
  return matches
    .map(hitOf)
    .sort((a, b) => b.strength - a.strength)
    .map((hit, i) => ({ ...hit, rank: i + 1 }));
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
