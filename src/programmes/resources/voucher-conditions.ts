import { splitList } from '../../core/records/parse.ts';
import { regionOf } from '../../core/records/region.ts';
import type { Achievement } from '../../core/records/types.ts';
import { foldWording } from '../../core/records/wording.ts';
import { containment } from '../places/nearness.ts';
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

/** How a condition came out; `unknown` where the fact that it asks for is not stated. */
export type ConditionResult = 'met' | 'failed' | 'unknown';

/** Whether a voucher may be used: `undecided` where nothing speaks against it, but a fact is missing. */
export type VoucherStatus = 'eligible' | 'undecided' | 'not-eligible';

/** One condition that a rule states. */
export interface VoucherCheck {
  readonly condition: VoucherCondition;
  readonly result: ConditionResult;
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
  return [{ condition, result: found.length === 0 ? 'unknown' : isMet ? 'met' : 'failed', asked, found }];
}

function within(
  condition: VoucherCondition,
  asked: readonly string[] | undefined,
  region: string | undefined,
  regions: Regions | undefined,
): VoucherCheck[] {
  if (asked === undefined) return [];
  const found = region === undefined || region.trim() === '' ? [] : [region];
  const all = asked.map((area) => containment(region, area, regions));
  // A county of which a part is in the zone, or a firm that tells its province only, may be inside or not.
  const result = all.includes('within')
    ? 'met'
    : all.every((one) => one === 'outside')
      ? 'failed'
      : 'unknown';
  return [{ condition, result, asked, found }];
}

function during({ validFrom, validTo }: VoucherRule, asOf: string): VoucherCheck[] {
  if (validFrom === undefined && validTo === undefined) return [];
  const isMet = (validFrom ?? asOf) <= asOf && asOf <= (validTo ?? asOf);
  const asked = [validFrom ?? '', validTo ?? ''];
  return [{ condition: 'date', result: isMet ? 'met' : 'failed', asked, found: [asOf] }];
}

function atLeast(least: number | undefined, cost: YuanRange | undefined): VoucherCheck[] {
  if (least === undefined) return [];
  const condition = 'least-cost';
  if (cost === undefined) return [{ condition, result: 'unknown', asked: [least], found: [] }];
  const result = cost.min >= least ? 'met' : cost.max < least ? 'failed' : 'unknown';
  return [{ condition, result, asked: [least], found: [...new Set([cost.min, cost.max])] }];
}

function leavesSome(ceiling: number | undefined, left: number): VoucherCheck[] {
  if (ceiling === undefined) return [];
  return [
    { condition: 'yearly-ceiling', result: left > 0 ? 'met' : 'failed', asked: [ceiling], found: [left] },
  ];
}

function serviceTypesOf({ serviceTypes }: Achievement): readonly string[] {
  return typeof serviceTypes === 'string' ? splitList(serviceTypes) : ((serviceTypes ?? []) as string[]);
}
