import { splitList } from '../../core/records/parse.ts';
import { regionOf } from '../../core/records/region.ts';
import type { Achievement } from '../../core/records/types.ts';
import { foldWording } from '../../core/records/wording.ts';
import { type ConditionStatus, fromBoolean } from '../common/conditions.ts';
import { isInOneOf } from '../places/containment.ts';
import type { Regions } from '../places/regions.ts';
import type { YuanRange } from './voucher-cost.ts';
import type { VoucherApplicant, VoucherRule } from './voucher-rules.ts';

/** What a rule may ask; see {@link VOUCHER_CONDITION_LABELS}. */
export const VOUCHER_CONDITIONS = [
  'kind',
  'service-type',
  'provider-region',
  'applicant-region',
  'applicant-type',
  'date',
  'least-cost',
  'yearly-ceiling',
] as const;
export type VoucherCondition = (typeof VOUCHER_CONDITIONS)[number];

/** One condition that a rule states. */
export interface VoucherCheck {
  readonly condition: VoucherCondition;
  /** `unknown` where the fact that the rule asks for is not stated, or does not decide. */
  readonly status: ConditionStatus;
  /** What the rule asks: its values, as written. */
  readonly asked: readonly (string | number)[];
  /** What there is; empty where it is not stated. */
  readonly found: readonly (string | number)[];
}

/** An order, and who places it when. */
export interface VoucherCase {
  readonly record: Achievement;
  readonly cost: YuanRange | undefined;
  readonly applicant: VoucherApplicant;
  readonly asOf: string;
  /** Zones and circles of the host. */
  readonly regions?: Regions | undefined;
  /** What the year leaves under the rule, in yuan; Infinity without a ceiling. */
  readonly left: number;
}

/** Checks every condition that a rule states, in the order of {@link VOUCHER_CONDITIONS}. */
export function checkConditions(rule: VoucherRule, given: VoucherCase): VoucherCheck[] {
  const { record, cost, applicant, asOf, regions, left } = given;
  return [
    ...oneOf('kind', rule.kinds, [record.kind]),
    ...oneOf('service-type', rule.serviceTypes, serviceTypesOf(record)),
    ...within('provider-region', rule.providerRegions, regionOf(record), regions),
    ...within('applicant-region', rule.applicantRegions, applicant.regionCode, regions),
    ...oneOf('applicant-type', rule.applicantTypes, applicant.types ?? []),
    ...during(rule, asOf),
    ...atLeast(rule.leastCost, cost),
    ...leavesSome(rule.yearlyCeiling, left),
  ];
}

function oneOf(
  condition: VoucherCondition,
  asked: readonly string[] | undefined,
  found: readonly string[],
): VoucherCheck[] {
  if (asked === undefined) return [];
  const wanted = new Set(asked.map(foldWording));
  const isMet = found.some((item) => wanted.has(foldWording(item)));
  return [{ condition, status: fromBoolean(found.length === 0 ? undefined : isMet), asked, found }];
}

function within(
  condition: VoucherCondition,
  asked: readonly string[] | undefined,
  region: string | undefined,
  regions: Regions | undefined,
): VoucherCheck[] {
  if (asked === undefined) return [];
  const found = region === undefined || region.trim() === '' ? [] : [region];
  return [{ condition, status: isInOneOf(found, asked, regions), asked, found }];
}

function during({ validFrom, validTo }: VoucherRule, asOf: string): VoucherCheck[] {
  if (validFrom === undefined && validTo === undefined) return [];
  const isMet = (validFrom ?? asOf) <= asOf && asOf <= (validTo ?? asOf);
  const asked = [validFrom ?? '', validTo ?? ''];
  return [{ condition: 'date', status: fromBoolean(isMet), asked, found: [asOf] }];
}

function atLeast(least: number | undefined, cost: YuanRange | undefined): VoucherCheck[] {
  if (least === undefined) return [];
  const condition = 'least-cost';
  if (cost === undefined) return [{ condition, status: 'unknown', asked: [least], found: [] }];
  const status = cost.min >= least ? 'met' : cost.max < least ? 'failed' : 'unknown';
  return [{ condition, status, asked: [least], found: [...new Set([cost.min, cost.max])] }];
}

function leavesSome(ceiling: number | undefined, left: number): VoucherCheck[] {
  if (ceiling === undefined) return [];
  return [{ condition: 'yearly-ceiling', status: fromBoolean(left > 0), asked: [ceiling], found: [left] }];
}

function serviceTypesOf({ serviceTypes }: Achievement): readonly string[] {
  return typeof serviceTypes === 'string' ? splitList(serviceTypes) : ((serviceTypes ?? []) as string[]);
}
