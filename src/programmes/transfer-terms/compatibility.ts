/**
 * Room `programmes/transfer-terms`: whether the terms of a demand and of a supply record agree.
 * Begin: `compatibility.ts` asks for each part; `cuohe/programmes/compatibility` is its door.
 * Order: stands on `common`.
 */

import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import { Issues } from '../../base/issues.ts';
import type { Match } from '../../core/matcher/match.ts';
import type { Achievement, AchievementInput, Demand, DemandInput } from '../../core/records/types.ts';
import { checkOptions, optionsOf, readList } from '../common/check.ts';
import { type ConditionStatus, worstOf } from '../common/conditions.ts';
import { nameOf, organizationKey } from '../common/organization.ts';
import { comparedExclusivity, EXCLUSIVITIES, type Exclusivity, exclusivityOf } from './exclusivity.ts';
import { acceptedModes, comparedModes, modeCodes } from './modes.ts';
import { COMPATIBILITY_COMPONENTS, type CompatibilityComponent, type CompatibilityPart } from './part.ts';
import { comparedPrice } from './price.ts';
import { comparedRights, type RightType, rightTypeOf } from './rights.ts';

/** What the demand side asks for beyond what its record says. */
export interface CompatibilityOptions {
  /** Rights of which one is needed: codes of `RIGHT_TYPES` or wording (发明专利). Default: any. */
  readonly rights?: readonly string[];
  /** The licence that is needed. Default: what the demand says, else none in particular. */
  readonly exclusivity?: Exclusivity;
  /** Units of one common currency for a unit of each, by ISO 4217 code: `{ CNY: 1, USD: 7.1 }`. Default: none. */
  readonly rates?: Readonly<Record<string, number>>;
}

/** A pair, component by component. */
export interface Compatibility {
  readonly demandId: string;
  readonly supplyId: string;
  /** What all four parts come to: `failed` where one failed, `met` where all are, else `unknown`. */
  readonly status: ConditionStatus;
  /** One for each of `COMPATIBILITY_COMPONENTS`, in their order. */
  readonly parts: readonly CompatibilityPart[];
  /** The parts that failed. */
  readonly conflicts: readonly CompatibilityComponent[];
  /** One conflict and no more: what it would take is the advice of that part. */
  readonly isNearMiss: boolean;
  /** What would have to change or be asked; conflicts first. */
  readonly advice: readonly Bilingual[];
}

/** A match with its compatibility. */
export interface CheckedMatch<R extends AchievementInput = AchievementInput> {
  readonly match: Match<R>;
  readonly compatibility: Compatibility;
}

/** Compatibility of the matches of one demand. */
export interface CheckedMatches<R extends AchievementInput = AchievementInput> {
  /** In the order of the matches: compatibility changes no rank. */
  readonly matches: readonly CheckedMatch<R>[];
  /** How often each component has each status. */
  readonly counts: Readonly<Record<CompatibilityComponent, Readonly<Record<ConditionStatus, number>>>>;
}

const OPTIONS = optionsOf<CompatibilityOptions>({
  rights: z.optional(
    z.array(
      z.string().check(z.refine((text) => rightTypeOf(text) !== undefined, { error: 'a kind of right' })),
    ),
  ),
  exclusivity: z.optional(z.enum(EXCLUSIVITIES)),
  rates: z.optional(z.record(z.string(), z.number().check(z.gt(0)))),
});

/**
 * Whether a demand and a supply record go together in intellectual property, way of transfer, exclusivity and price,
 * part by part, with what would have to change.
 *
 * serves: 「实施专利开放许可12件」, 「实现专利转让许可量增长」
 *
 * It changes no score and no rank. What the records do not say is `unknown`, never a conflict. Rights and their states
 * are read from wording (ZL numbers are granted); rules of law that are used: an open licence needs a granted patent
 * (Patent Law of the PRC, article 50), and to assign a patent in common ownership, or to license it exclusively, needs
 * the consent of all owners (article 14). It is no legal advice. Constant time but for the length of the texts.
 *
 * @throws InputError `INVALID_RECORDS` naming what is wrong with either record, `INVALID_OPTIONS`.
 */
export function checkCompatibility(
  demand: DemandInput,
  supply: AchievementInput,
  options: CompatibilityOptions = {},
): Compatibility {
  checkOptions(options, OPTIONS);
  const issues = new Issues();
  const [wanted] = readList(issues, { what: 'demand', items: [demand], side: 'demand' });
  const [offered] = readList(issues, { what: 'supply', items: [supply], side: 'achievement' });
  issues.throwAs('INVALID_RECORDS', 'Bad demand or supply');
  return compareTerms(wanted!, offered!, options);
}

/**
 * {@link checkCompatibility} of all matches of one demand, in their order, with counts.
 *
 * serves: 「实现专利转让许可量增长」. O(matches).
 * @throws InputError `INVALID_RECORDS` naming what is wrong with the demand, and every match whose record is none;
 *   `INVALID_OPTIONS`.
 */
export function checkMatches<R extends AchievementInput>(
  demand: DemandInput,
  matches: readonly Match<R>[],
  options: CompatibilityOptions = {},
): CheckedMatches<R> {
  checkOptions(options, OPTIONS);
  const issues = new Issues();
  const [wanted] = readList(issues, { what: 'demand', items: [demand], side: 'demand' });
  // A match carries the row of the host, which says what it says in the host's words.
  const rows = matches.map(({ record }) => record);
  const offered = readList(issues, { what: 'matches', items: rows, side: 'achievement' });
  issues.throwAs('INVALID_RECORDS', 'Bad demand or matches');
  const checked = matches.map((match, i) => ({
    match,
    compatibility: compareTerms(wanted!, offered[i]!, options),
  }));
  const countOf = (component: CompatibilityComponent) => {
    const counts = { met: 0, failed: 0, unknown: 0 };
    for (const { compatibility } of checked) {
      const part = compatibility.parts.find((item) => item.component === component)!;
      counts[part.status]++;
    }
    return counts;
  };
  return {
    matches: checked,
    counts: {
      ip: countOf('ip'),
      mode: countOf('mode'),
      exclusivity: countOf('exclusivity'),
      price: countOf('price'),
    },
  };
}

/** {@link checkCompatibility} of records that were read. */
export function compareTerms(
  demand: Demand,
  supply: Achievement,
  options: CompatibilityOptions = {},
): Compatibility {
  const [wanted, offered] = [modeCodes(demand.cooperationModes), modeCodes(supply.transferModes)];
  const shared = acceptedModes(wanted, offered);
  const exclusivity = options.exclusivity ?? exclusivityOf(demand);
  const rights = {
    wanted: (options.rights ?? []).map((text): RightType => rightTypeOf(text)!),
    shared,
    owners: ownersOf(supply),
    isExclusive: exclusivity === 'exclusive' || exclusivity === 'sole',
  };
  const bodies = {
    ip: comparedRights(supply.ip, rights),
    mode: comparedModes(wanted, offered),
    exclusivity: comparedExclusivity(exclusivity, exclusivityOf(supply), offered),
    price: comparedPrice(
      demand.budget,
      supply.price,
      shared.includes('equity-contribution'),
      options.rates ?? {},
    ),
  };
  const parts = COMPATIBILITY_COMPONENTS.map((component) => ({ component, ...bodies[component] }));
  const conflicts = parts.filter(({ status }) => status === 'failed');
  const open = parts.filter(({ status }) => status === 'unknown');
  return {
    demandId: demand.id,
    supplyId: supply.id,
    status: worstOf(parts.map((part) => part.status)),
    parts,
    conflicts: conflicts.map(({ component }) => component),
    isNearMiss: conflicts.length === 1,
    advice: [...conflicts, ...open].flatMap(({ advice }) => advice ?? []),
  };
}

/** Each organisation once, the record's own first. */
function ownersOf({ organization, completingOrganizations = [] }: Achievement): string[] {
  const owners = new Map<string, string>();
  for (const given of [organization, ...completingOrganizations]) {
    const name = nameOf(given);
    if (name !== undefined && !owners.has(organizationKey(name))) owners.set(organizationKey(name), name);
  }
  return [...owners.values()];
}
