/**
 * `cuohe/programmes/challenge`, open-competition challenges (揭榜挂帅): which units could take one, indicator by indicator.
 * Begin: `rank-units.ts` ranks, `coverage.ts` holds indicators against evidence, `eligibility.ts` applies the rules,
 *   `consortia.ts` puts units together.
 * Order: stands on `common` and `quantities`, and on no other programme.
 */

export { compareIndicator } from '../../core/indicators/compare-indicators.ts';
export { parseIndicators } from '../../core/indicators/indicators.ts';
export { indicatorsOf, type RecordIndicator } from '../../core/indicators/record-indicators.ts';
export { isSameQuantity } from '../../core/indicators/same-quantity.ts';
export type { QuantifiedIndicator } from '../../core/indicators/types.ts';
export { compareChallengeUnits } from './comparison.ts';
export { type ChallengeConsortia, challengeConsortia } from './consortia.ts';
export type { EligibilityRule } from './eligibility.ts';
export { CHALLENGE_LABELS } from './labels.ts';
export type { ChallengePerson } from './person-conditions.ts';
export { checkPersons, type PersonEligibility } from './persons.ts';
export { type ChallengeOptions, type ChallengeRanking, rankChallengeUnits } from './rank-units.ts';
