import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import { SUPPLY_KINDS, type SupplyKind } from '../../core/records/kinds.ts';
import { regionName } from '../../core/records/region-names.ts';
import { COUNT, DAY, ID, optionsOf, TEXT } from '../common/check.ts';
import { KIND_LABELS } from '../common/kind-labels.ts';
import { organizationKey, type UnitKeys } from '../common/organization.ts';
import { keyOfRegion, liesInRegion, PLAIN_REGIONS } from '../places/regions.ts';
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
});

/** Outcome of a rule, or of all. `unknown`: what it needs is not known; to be asked, no reason to turn down. */
export type EligibilityOutcome = 'eligible' | 'unknown' | 'ineligible';

/** Labels of {@link EligibilityOutcome}. */
export const ELIGIBILITY_LABELS: Readonly<Record<EligibilityOutcome, Bilingual>> = {
  eligible: { zh: '符合', en: 'eligible' },
  unknown: { zh: '待核实', en: 'to be checked' },
  ineligible: { zh: '不符合', en: 'not eligible' },
};

/** What one condition of a rule came to. */
export interface EligibilityCheck {
  /** Id of the rule; `own-challenge` of the condition that no unit answers its own challenge. */
  readonly ruleId: string;
  readonly outcome: EligibilityOutcome;
  readonly reason: Bilingual;
}

/** What a rule is checked against beside the unit. */
export interface EligibilityContext {
  /** Key of the organisation that sets the challenge. */
  readonly host: string | undefined;
  readonly asOf: string | undefined;
  /** Which names stand for which unit. */
  readonly keys: UnitKeys;
}

/** Id of the condition that no unit answers its own challenge. */
export const OWN_CHALLENGE = 'own-challenge';

/** Every condition of every rule, in their order. O(rules × records of the unit). */
export function checkEligibility(
  unit: UnitStanding,
  rules: readonly EligibilityRule[],
  { host, asOf, keys }: EligibilityContext,
): EligibilityCheck[] {
  const own: EligibilityCheck[] =
    unit.key === host
      ? [check(OWN_CHALLENGE, 'ineligible', '为发榜单位，不能揭自己的榜', 'it sets the challenge itself')]
      : [];
  return [...own, ...rules.flatMap((rule) => checksOf(unit, rule, asOf, keys))];
}

/** The worst outcome; without any check `eligible`. */
export function outcomeOf(checks: readonly EligibilityCheck[]): EligibilityOutcome {
  const has = (outcome: EligibilityOutcome) => checks.some((item) => item.outcome === outcome);
  return has('ineligible') ? 'ineligible' : has('unknown') ? 'unknown' : 'eligible';
}

function check(ruleId: string, outcome: EligibilityOutcome, zh: string, en: string): EligibilityCheck {
  return { ruleId, outcome, reason: { zh, en } };
}

function checksOf(
  unit: UnitStanding,
  rule: EligibilityRule,
  asOf: string | undefined,
  keys: UnitKeys,
): EligibilityCheck[] {
  const { id, regions, unitKinds, readiness, holds, until, excludes } = rule;
  const checks: EligibilityCheck[] = [];
  const add = (isMet: boolean | undefined, zh: string, en: string) => {
    const outcome = isMet === undefined ? 'unknown' : isMet ? 'eligible' : 'ineligible';
    checks.push(check(id, outcome, zh, en));
  };
  if (regions !== undefined) addRegion(unit, regions, add);
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
  if (until !== undefined) {
    add(
      asOf! <= until,
      `揭榜截止${until}，今日${asOf}`,
      `answers are taken until ${until}, today is ${asOf}`,
    );
  }
  if (excludes !== undefined) {
    const isNamed = excludes.some((name) => organizationKey(name, keys) === unit.key);
    add(
      !isNamed,
      isNamed ? '在不得揭榜的单位名单中' : '不在限制名单中',
      isNamed ? 'it is excluded by name' : 'it is not excluded',
    );
  }
  return checks;
}

function addRegion(
  { regionCodes }: UnitStanding,
  wanted: readonly string[],
  add: (isMet: boolean | undefined, zh: string, en: string) => void,
): void {
  const names = (codes: readonly string[]) =>
    codes.map((code) => regionName(keyOfRegion(code, PLAIN_REGIONS)));
  const limit = {
    zh: names(wanted)
      .map(({ zh }) => zh)
      .join('、'),
    en: names(wanted)
      .map(({ en }) => en)
      .join(', '),
  };
  if (regionCodes.length === 0) {
    add(undefined, `所在地区不明，限${limit.zh}`, `where it is, is not known; wanted: ${limit.en}`);
    return;
  }
  const isMet = regionCodes.some((place) => wanted.some((region) => liesInRegion(place, region)));
  const at = names(regionCodes);
  add(
    isMet,
    `在${at.map(({ zh }) => zh).join('、')}，限${limit.zh}`,
    `in ${at.map(({ en }) => en).join(', ')}, wanted: ${limit.en}`,
  );
}
