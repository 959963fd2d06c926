import * as z from 'zod/mini';
import type { Issues } from '../../base/issues.ts';
import { SUPPLY_KINDS, type SupplyKind } from '../../core/records/kinds.ts';
import { COUNT, DAY, ID, optionsOf, TEXT } from '../common/check.ts';
import { type CheckedCondition, type ConditionStatus, fromBoolean, worstOf } from '../common/conditions.ts';
import { KIND_LABELS } from '../common/kind-labels.ts';
import { organizationKey, type UnitKeys } from '../common/organization.ts';
import { isInOneOf } from '../places/containment.ts';
import { nameOfRegion, type Regions } from '../places/regions.ts';
import {
  type ChallengePerson,
  findingsOf,
  PERSON_CONDITION,
  type PersonCondition,
} from './person-conditions.ts';
import type { UnitStanding } from './standing.ts';

/**
 * A condition on those who answer a challenge (揭榜方条件), as the host writes it: plain data. Of what it states all
 * must hold; what it leaves out is no condition.
 */
export interface EligibilityRule {
  readonly id: string;
  /** Regions of which the unit must be in one: GB/T 2260 codes with all below them, or names of areas. */
  readonly regions?: readonly string[];
  /** What the unit must be, by the host's register or its records (高校, 企业); one that agrees will do. */
  readonly unitKinds?: readonly string[];
  /** Highest readiness among its relevant records must reach this, TRL 1–9. */
  readonly readiness?: number;
  /** It must own at least so many relevant records of these kinds. */
  readonly holds?: { readonly kinds: readonly SupplyKind[]; readonly count: number };
  /** Last day on which answers are taken, `YYYY-MM-DD`; needs the option `asOf`. */
  readonly until?: string;
  /** Units that may not answer. */
  readonly excludes?: readonly string[];
  /**
   * What the person must be who answers or leads (项目负责人). Of a unit one such person will do; who they are the option
   * `persons` says.
   */
  readonly person?: PersonCondition;
}

const TEXTS = z.optional(z.array(TEXT).check(z.minLength(1)));

/** A condition with a misspelt name would hold for everybody: unknown names are refused. */
export const ELIGIBILITY_RULE = optionsOf<EligibilityRule>({
  id: ID,
  regions: TEXTS,
  unitKinds: TEXTS,
  readiness: z.optional(z.number().check(z.gte(1), z.lte(9))),
  holds: z.optional(
    optionsOf<NonNullable<EligibilityRule['holds']>>({
      kinds: z.array(z.enum(SUPPLY_KINDS)).check(z.minLength(1)),
      count: COUNT,
    }),
  ),
  until: z.optional(DAY),
  excludes: TEXTS,
  person: z.optional(PERSON_CONDITION),
});

/** What one condition of a rule came to. */
export interface EligibilityCheck extends CheckedCondition {
  /** Id of the rule; `own-challenge` of the condition that no unit answers its own challenge. */
  readonly ruleId: string;
}

/** What a rule is checked against beside the unit. */
export interface EligibilityContext {
  /** Key of the organisation that sets the challenge. */
  readonly host: string | undefined;
  readonly asOf: string | undefined;
  /** Who would answer for units, by the units' keys. */
  readonly persons?: ReadonlyMap<string, readonly ChallengePerson[]>;
  /** Which names stand for which unit. */
  readonly keys: UnitKeys;
  /** Zones and circles of the host. */
  readonly regions?: Regions | undefined;
}

/** Notes that rules with an age or a last day have no day to be held against. */
export function expectDay(issues: Issues, rules: readonly EligibilityRule[], asOf: string | undefined): void {
  const ofDay = rules.some(({ until }) => until !== undefined);
  const ofAge = rules.some(({ person }) => person?.age !== undefined);
  const why = ofDay ? 'a rule has a last day' : 'a rule has an age';
  issues.expect(asOf !== undefined || !(ofDay || ofAge), 'asOf', `a day YYYY-MM-DD, as ${why}`, asOf);
}

/** Id of the condition that no unit answers its own challenge. */
export const OWN_CHALLENGE = 'own-challenge';

/** Every condition of every rule, in their order. O(rules × records of the unit). */
export function checkEligibility(
  unit: UnitStanding,
  rules: readonly EligibilityRule[],
  { host, asOf, persons, keys, regions }: EligibilityContext,
): EligibilityCheck[] {
  const own: EligibilityCheck[] =
    unit.key === host
      ? [check(OWN_CHALLENGE, 'failed', '为发榜单位，不能揭自己的榜', 'it sets the challenge itself')]
      : [];
  const answering = persons?.get(unit.key) ?? [];
  return [
    ...own,
    ...rules.flatMap((rule) => checksOf(unit, rule, { asOf, persons: answering, keys, known: regions })),
  ];
}

/** What all checks come to; without any `met`. */
export function outcomeOf(checks: readonly EligibilityCheck[]): ConditionStatus {
  return worstOf(checks.map(({ status }) => status));
}

function check(ruleId: string, status: ConditionStatus, zh: string, en: string): EligibilityCheck {
  return { ruleId, status, reason: { zh, en } };
}

/** Every condition on a person of a rule, and those of the answer. @param unit key of the person's unit. */
export function personChecks(
  person: ChallengePerson,
  unit: string | undefined,
  { id, person: condition = {}, until, excludes }: EligibilityRule,
  asOf: string | undefined,
  keys?: UnitKeys,
): EligibilityCheck[] {
  const checks = findingsOf(person, condition, asOf).map((finding) => ({ ruleId: id, ...finding }));
  return [
    ...checks,
    ...(until === undefined ? [] : [untilCheck(id, until, asOf!)]),
    ...(excludes === undefined || unit === undefined ? [] : [exclusionCheck(id, excludes, unit, keys)]),
  ];
}

/** What one unit is held against beside the rule. */
interface CheckedWith {
  readonly asOf: string | undefined;
  /** Who would answer for the unit. */
  readonly persons: readonly ChallengePerson[];
  readonly keys: UnitKeys | undefined;
  readonly known: Regions | undefined;
}

function checksOf(
  unit: UnitStanding,
  rule: EligibilityRule,
  { asOf, persons, keys, known }: CheckedWith,
): EligibilityCheck[] {
  const { id, regions, unitKinds, readiness, holds, until, excludes, person } = rule;
  const checks: EligibilityCheck[] = [];
  const add = (isMet: boolean | undefined, zh: string, en: string) => {
    checks.push(check(id, fromBoolean(isMet), zh, en));
  };
  if (regions !== undefined) checks.push(regionCheck(id, unit.regionCodes, regions, known));
  if (unitKinds !== undefined) {
    const known = unit.unitKinds.join('、');
    if (known === '')
      add(undefined, `单位性质不明，限${unitKinds.join('、')}`, 'what kind of unit it is, is not known');
    else {
      const isMet = unit.unitKinds.some((kind) => unitKinds.includes(kind));
      add(
        isMet,
        `单位性质为${known}，限${unitKinds.join('、')}`,
        `it is ${known}, wanted: ${unitKinds.join(', ')}`,
      );
    }
  }
  if (readiness !== undefined) {
    const level = unit.readiness;
    if (level === undefined)
      add(undefined, `技术成熟度未注明，要求TRL${readiness}以上`, 'no readiness is stated');
    else
      add(
        level >= readiness,
        `技术成熟度最高TRL${level}，要求TRL${readiness}以上`,
        `readiness TRL ${level}, wanted: ${readiness}`,
      );
  }
  if (holds !== undefined) {
    const count = unit.evidence.filter(({ kind }) => holds.kinds.includes(kind)).length;
    const [zh, en] = (['zh', 'en'] as const).map((language) =>
      holds.kinds.map((kind) => KIND_LABELS[kind][language]).join(language === 'zh' ? '、' : ' or '),
    );
    add(
      count >= holds.count,
      `有相关${zh}${count}项，要求${holds.count}项以上`,
      `has ${count} relevant ${en}, wanted: ${holds.count}`,
    );
  }
  if (until !== undefined) checks.push(untilCheck(id, until, asOf!));
  if (excludes !== undefined) checks.push(exclusionCheck(id, excludes, unit.key, keys));
  if (person !== undefined) checks.push(leaderCheck(id, person, persons, asOf));
  return checks;
}

function untilCheck(id: string, until: string, asOf: string): EligibilityCheck {
  const [zh, en] = [`揭榜截止${until}，今日${asOf}`, `answers are taken until ${until}, today is ${asOf}`];
  return check(id, fromBoolean(asOf <= until), zh, en);
}

function exclusionCheck(
  id: string,
  excludes: readonly string[],
  unit: string,
  keys: UnitKeys | undefined,
): EligibilityCheck {
  const isNamed = excludes.some((name) => organizationKey(name, keys) === unit);
  return isNamed
    ? check(id, 'failed', '在不得揭榜的单位名单中', 'it is excluded by name')
    : check(id, 'met', '不在限制名单中', 'it is not excluded');
}

/** Whether a unit has one person who fulfils a condition as a whole. */
function leaderCheck(
  id: string,
  condition: PersonCondition,
  persons: readonly ChallengePerson[],
  asOf: string | undefined,
): EligibilityCheck {
  if (persons.length === 0) {
    return check(
      id,
      'unknown',
      '未报项目负责人人选，人员条件待核实',
      'no person is named, so the condition is open',
    );
  }
  const answering = persons.map((person) => {
    const findings = findingsOf(person, condition, asOf);
    return { person, status: worstOf(findings.map((one) => one.status)), findings };
  });
  const named = (wanted: ConditionStatus) =>
    answering.filter(({ status }) => status === wanted).map(({ person }) => person.name ?? person.id);
  const [fit, open] = [named('met'), named('unknown')];
  if (fit.length > 0) {
    return check(
      id,
      'met',
      `${fit.join('、')}符合人员条件`,
      `${fit.join(', ')} fulfil the condition on persons`,
    );
  }
  if (open.length > 0) {
    return check(id, 'unknown', `${open.join('、')}的人员条件待核实`, `to be checked: ${open.join(', ')}`);
  }
  const failed = answering[0]!.findings.find(({ status }) => status === 'failed')!.reason;
  return check(
    id,
    'failed',
    `所报${persons.length}名人选均不符合，如${answering[0]!.person.name ?? answering[0]!.person.id}：${failed.zh}`,
    `none of the ${persons.length} persons fulfils it; ${answering[0]!.person.name ?? answering[0]!.person.id}: ${failed.en}`,
  );
}

function regionCheck(
  id: string,
  places: readonly string[],
  wanted: readonly string[],
  known: Regions | undefined,
): EligibilityCheck {
  const names = (codes: readonly string[], language: 'zh' | 'en', comma: string) =>
    codes.map((code) => nameOfRegion(code, known)[language]).join(comma);
  const [zh, en] = [names(wanted, 'zh', '、'), names(wanted, 'en', ', ')];
  if (places.length === 0) {
    return check(id, 'unknown', `所在地区不明，限${zh}`, `where it is, is not known; wanted: ${en}`);
  }
  const status = isInOneOf(places, wanted, known);
  const open =
    status === 'unknown' ? { zh: '，不足以判断', en: ', which does not tell enough' } : { zh: '', en: '' };
  return check(
    id,
    status,
    `在${names(places, 'zh', '、')}${open.zh}，限${zh}`,
    `in ${names(places, 'en', ', ')}${open.en}, wanted: ${en}`,
  );
}
