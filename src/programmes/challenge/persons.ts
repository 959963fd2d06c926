import * as z from 'zod/mini';
import { Issues } from '../../base/issues.ts';
import { checkLists, checkOptions, DAY, optionsOf } from '../common/check.ts';
import type { ConditionStatus } from '../common/conditions.ts';
import { organizationKey } from '../common/organization.ts';
import {
  ELIGIBILITY_RULE,
  type EligibilityCheck,
  type EligibilityRule,
  expectDay,
  outcomeOf,
  personChecks,
} from './eligibility.ts';
import { CHALLENGE_PERSON, type ChallengePerson } from './person-conditions.ts';

/** Whether a person may answer. */
export interface PersonEligibility {
  readonly personId: string;
  readonly name?: string;
  readonly organization?: string;
  readonly eligibility: ConditionStatus;
  /** Every condition with its reason, in the order of rules. */
  readonly checks: readonly EligibilityCheck[];
}

const OPTIONS = optionsOf<{ readonly asOf?: string }>({ asOf: z.optional(DAY) });

/**
 * Holds persons against the conditions on persons of rules (`person`, `until`, `excludes`), one by one: who may take up a
 * question (出题—答题), who may lead a project (项目负责人条件). What the host does not tell of a person is `unknown`, to be
 * asked, and no reason to turn anybody down. Conditions on units are for `rankChallengeUnits`.
 *
 * serves: 「建立企业“出题”、青年人“答题”机制」. O(persons × rules).
 * @param options `asOf`: the day of the answer, `YYYY-MM-DD`; needed where a rule has an age or a last day.
 * @throws InputError `INVALID_RECORDS` naming every bad person and rule; `INVALID_OPTIONS`.
 */
export function checkPersons(
  persons: readonly ChallengePerson[],
  rules: readonly EligibilityRule[],
  options: { readonly asOf?: string } = {},
): PersonEligibility[] {
  checkOptions(options, OPTIONS);
  checkLists([
    { what: 'persons', items: persons, schema: CHALLENGE_PERSON },
    { what: 'rules', items: rules, schema: ELIGIBILITY_RULE },
  ]);
  const { asOf } = options;
  const issues = new Issues();
  expectDay(issues, rules, asOf);
  issues.throwAsOptions();
  return persons.map((person) => {
    const { id, name, organization } = person;
    const key = organization === undefined ? undefined : organizationKey(organization);
    const checks = rules.flatMap((rule) => personChecks(person, key, rule, asOf));
    return {
      personId: id,
      ...(name === undefined ? {} : { name }),
      ...(organization === undefined ? {} : { organization }),
      eligibility: outcomeOf(checks),
      checks,
    };
  });
}
