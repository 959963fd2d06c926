import * as z from 'zod/mini';
import { Issues } from '../../base/issues.ts';
import type { Match } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { FilteredCounts } from '../../core/matches/filters.ts';
import type { MatchOptions } from '../../core/matches/match-options.ts';
import type { Achievement, Demand, DemandInput, Organization } from '../../core/records/types.ts';
import {
  checkLists,
  checkOptions,
  DAY,
  ELSEWHERE,
  FROM_1,
  itemOf,
  optionsOf,
  SHARE,
} from '../common/check.ts';
import type { ConditionStatus } from '../common/conditions.ts';
import { groupBy } from '../common/group-by.ts';
import { dayOf, forMatch, MATCHING, type OfDay, onDay } from '../common/matching.ts';
import { nameOf, organizationKey, organizationOf, type UnitKeys } from '../common/organization.ts';
import { ALIASES, type OrganizationAliases, readUnits } from '../common/unit-keys.ts';
import { REGIONS, type Regions } from '../places/regions.ts';
import {
  type ChallengeTargets,
  coverageOf,
  type IndicatorCoverage,
  indicatorReader,
  placedTargets,
  targetsOf,
} from './coverage.ts';
import {
  checkEligibility,
  ELIGIBILITY_RULE,
  type EligibilityCheck,
  type EligibilityRule,
  expectDay,
  outcomeOf,
} from './eligibility.ts';
import { CHALLENGE_PERSON, type ChallengePerson } from './person-conditions.ts';
import { standingsOf, type UnitStanding } from './standing.ts';

/** How to rank the units for a challenge. */
export interface ChallengeOptions<R = unknown> extends Pick<MatchOptions<R>, 'kinds' | 'filter'> {
  /** Matches that are looked at, at least 1. Default 200. */
  readonly pool?: number;
  /** Least score of a match that speaks for a unit, in [0, 1]. Default 0.05: what shares a word or two is no evidence. */
  readonly minScore?: number;
  /** How much less each further record of a unit counts, in [0, 1). Default 0.5; 0 counts only the best one. */
  readonly decay?: number;
  /** Conditions on those who answer. Default: none but that no unit answers its own challenge. */
  readonly rules?: readonly EligibilityRule[];
  /** Kinds and regions of units as the host knows them, met by name. Default: what records say. */
  readonly units?: readonly Organization[];
  /** Persons who would answer for units (项目负责人人选), met by name of their unit; for rules with `person`. Default none. */
  readonly persons?: readonly ChallengePerson[];
  /**
   * The day, `YYYY-MM-DD`: on which the answer is given, and on which records must be valid. Needed where a rule has a last
   * day; default that of the filter. Without one no record has ended.
   */
  readonly asOf?: string;
  /** Further names of organisations, so that one stands as one. Default: none but short forms by rule. */
  readonly aliases?: readonly OrganizationAliases[];
  /** Zones and circles that rules name, of `defineRegions`. Default: codes and the names that the library knows. */
  readonly regions?: Regions;
}

/** A unit that could answer a challenge. */
export interface ChallengeUnit extends UnitStanding {
  /** From 1, among the units of its list. */
  readonly rank: number;
  /** Whether the challenge names it as one to work with (合作意向单位). */
  readonly isPreferred: boolean;
  /** One for each target, in their order. */
  readonly coverage: readonly IndicatorCoverage[];
  /** What all conditions come to. */
  readonly eligibility: ConditionStatus;
  /** Every condition with its reason. */
  readonly checks: readonly EligibilityCheck[];
}

/** Units ranked for one challenge. */
export interface ChallengeRanking<R = unknown> extends ChallengeTargets, OfDay {
  readonly challengeId: string;
  /** Units that may answer, or of which that is not known; best first. */
  readonly units: readonly ChallengeUnit[];
  /** Units that may not, with the reasons; best first. */
  readonly ineligible: readonly ChallengeUnit[];
  /** Matches whose record names no unit, best first. */
  readonly unattributed: readonly Match<R>[];
  /** Matches looked at. */
  readonly matches: number;
  /** Records that each filter removed. */
  readonly filtered: FilteredCounts;
}

/** Matches that come with a reason in words. */
const EXPLAINED = 20;
const OPTIONS = optionsOf<ChallengeOptions<never>>({
  pool: z.optional(FROM_1),
  minScore: z.optional(SHARE),
  decay: z.optional(z.number().check(z.gte(0), z.lt(1))),
  rules: ELSEWHERE,
  units: ELSEWHERE,
  persons: ELSEWHERE,
  asOf: z.optional(DAY),
  aliases: ALIASES,
  regions: z.optional(REGIONS),
  kinds: MATCHING.kinds,
  filter: MATCHING.filter,
});
const UNIT = itemOf<Pick<Organization, 'name' | 'kind' | 'regionCode'>>({
  name: z.string().check(z.minLength(1)),
  kind: z.optional(z.string()),
  regionCode: z.optional(z.string()),
});

/**
 * Ranks the units that could answer a challenge by the sum of what they own, with what their records say about each
 * quantified indicator and whether they may answer.
 *
 * serves: 「通过项目揭榜挂帅机制,择优确定项目承担单位」, 「采取“揭榜挂帅”方式匹配重点实验室、研发机构等创新资源」
 *
 * The matches of the challenge (achievements, teams, experts, patents, instruments …) are grouped by organisation; one
 * that several completed counts for each of them. The score of a unit is Σ score · (1 − decay) · decay^(place − 1) over
 * its records from the best down: in [0, 1], and one match more never lowers it. It is no match score and not comparable
 * with one. Coverage and eligibility stand beside it and do not change it. Order: score descending, then the better
 * best match.
 *
 * A target is reached if any record of the unit says so; what the records do not say is unknown, not missed. Names of
 * quantities are compared by their characters ({@link isSameQuantity}), so that a synonym is not found. A figure whose name
 * tells of a thing (轴承寿命) that the challenge does not tell of, or the other way round, is unknown.
 *
 * @param matcher over the supply side.
 * @param challenge a demand; its `indicators`, `expectedOutcome` and `keyTechnology` hold the targets.
 * @throws InputError `INVALID_RECORDS` naming what is wrong with the challenge, rules, units and persons; `INVALID_OPTIONS`.
 *
 * One match of the matcher, then O(pool × (text + targets)).
 */
export function rankChallengeUnits<R>(
  matcher: Matcher<R>,
  challenge: DemandInput,
  options: ChallengeOptions<R> = {},
): ChallengeRanking<R> {
  const {
    pool = 200,
    minScore = 0.05,
    decay = 0.5,
    rules = [],
    units = [],
    persons = [],
    kinds,
    filter,
  } = checked(options);
  const asOf = options.asOf ?? dayOf(filter);
  const demand = matcher.read(challenge) as Demand;
  const query = forMatch({ minScore, kinds, filter: onDay(filter, asOf), limit: pool, explain: false });
  const { matches: plain, filtered } = matcher.match(demand, query);
  // To explain a match takes longer than to find it.
  const best = plain.slice(0, EXPLAINED).map(({ id }) => id);
  const matches = [...matcher.reasons(demand, best), ...plain.slice(best.length)];
  const recordOf = ({ index }: Match<R>) => matcher.parsed(index) as Achievement;
  const keys = unitKeysOf(matches.map(recordOf), units, options.aliases);
  const { units: standings, unattributed } = standingsOf(matches, recordOf, units, { decay, keys });
  const { targets, conditions } = targetsOf(demand);
  const preferred = new Set((demand.preferredOrganizations ?? []).map((unit) => keyOf(unit, keys)));
  const context = {
    host: organizationOf(demand, keys)?.key,
    asOf,
    keys,
    regions: options.regions,
    persons: groupBy(persons, ({ organization = '' }) => organizationKey(organization, keys)),
  };
  const read = indicatorReader();
  const placed = placedTargets(demand, targets);
  const all = standings.map((unit) => {
    const checks = checkEligibility(unit, rules, context);
    return {
      ...unit,
      isPreferred: preferred.has(unit.key),
      coverage: placed.map((target) => coverageOf(target, unit.evidence, read)),
      eligibility: outcomeOf(checks),
      checks,
    };
  });
  const ranked = (isOut: boolean) =>
    all
      .filter(({ eligibility }) => (eligibility === 'failed') === isOut)
      .map((unit, i): ChallengeUnit => ({ rank: i + 1, ...unit }));
  return {
    challengeId: demand.id,
    asOf: asOf ?? null,
    targets,
    conditions,
    units: ranked(false),
    ineligible: ranked(true),
    unattributed,
    matches: matches.length,
    filtered,
  };
}

function keyOf(organization: string | Organization, keys: UnitKeys): string | undefined {
  const name = nameOf(organization);
  return name === undefined ? undefined : organizationKey(name, keys);
}

/** Which names stand for which unit, among owners of records and the host's register. */
function unitKeysOf(
  records: readonly Achievement[],
  register: readonly Pick<Organization, 'name'>[],
  aliases: readonly OrganizationAliases[] | undefined,
): UnitKeys {
  const owners = records.flatMap(({ organization, completingOrganizations = [] }) => [
    organization,
    ...completingOrganizations,
  ]);
  return readUnits(aliases, [...owners, ...register]);
}

function checked<R>(options: ChallengeOptions<R>): ChallengeOptions<R> {
  checkOptions(options, OPTIONS);
  const { rules = [], units = [], persons = [] } = options;
  const filterDay = dayOf(options.filter);
  const asOf = options.asOf ?? filterDay;
  checkLists([
    { what: 'rules', items: rules, schema: ELIGIBILITY_RULE },
    { what: 'units', items: units, schema: UNIT, unique: false },
    { what: 'persons', items: persons, schema: CHALLENGE_PERSON },
  ]);
  const issues = new Issues();
  expectDay(issues, rules, asOf);
  const isOne = filterDay === undefined || filterDay === asOf;
  issues.expect(isOne, 'filter.asOf', `the same day as asOf, ${asOf}`, options.filter?.asOf);
  issues.throwAsOptions();
  return options;
}
