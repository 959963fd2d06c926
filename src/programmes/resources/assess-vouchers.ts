import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import { Issues } from '../../base/issues.ts';
import type { Achievement, AchievementInput } from '../../core/records/types.ts';
import {
  badLists,
  checkOptions,
  DAY,
  expectList,
  itemOf,
  optionsOf,
  partOf,
  readPart,
  TEXT,
} from '../common/check.ts';
import { type ConditionStatus, worstOf } from '../common/conditions.ts';
import { REGIONS, type Regions } from '../places/regions.ts';
import { checkConditions, type VoucherCheck } from './voucher-conditions.ts';
import { type AmountLimit, costOf, leftInYear, paidFor, type YuanRange } from './voucher-cost.ts';
import { VOUCHER_APPLICANT, VOUCHER_RULE, type VoucherApplicant, type VoucherRule } from './voucher-rules.ts';
import { eligibleReason, refusalReason } from './voucher-texts.ts';

/** What an applicant would order. */
export interface VoucherOffer {
  /** A supply record. `serviceTypes` (a list, or a text with separators) names its types of service. */
  readonly record: AchievementInput & {
    readonly serviceTypes?: string | readonly string[] | null | undefined;
  };
  /** What the order costs, in yuan. Default: the record's price, where that is a sum in yuan and no rate. */
  readonly cost?: number;
}

/** Who asks, and when. */
export interface VoucherRequest {
  /** The day of the order, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Default: nothing is known of the applicant. */
  readonly applicant?: VoucherApplicant;
  /** Zones and circles that rules and records name, of `defineRegions`. Default: codes alone. */
  readonly regions?: Regions;
}

/** What one rule says about an offer. */
export interface VoucherOutcome {
  readonly ruleId: string;
  /** What its conditions come to together: `unknown` where none failed, but a fact is missing. */
  readonly status: ConditionStatus;
  /** The conditions that the rule states. */
  readonly checks: readonly VoucherCheck[];
  /** What it pays, in yuan, rounded down to 0.01; only where `met` and the cost is known. */
  readonly amount?: YuanRange;
  /** What sets the upper end of the amount. */
  readonly limit?: AmountLimit;
  readonly reason: Bilingual;
}

/** Whether and by which rule a voucher pays for an offer. */
export interface VoucherDecision {
  readonly recordId: string;
  /** `met`: a voucher pays; that of the rule which decides, and `failed` where there are no rules. */
  readonly status: ConditionStatus;
  /**
   * The rule that decides: of those that are met the one that pays most, else the one with the fewest conditions that
   * failed, then with the fewest unknown; of several the first. Absent where there are no rules.
   */
  readonly ruleId?: string;
  readonly amount?: YuanRange;
  readonly reason: Bilingual;
  /** Every rule, in the order of the rules. */
  readonly outcomes: readonly VoucherOutcome[];
}

/** What of an offer is no record's field. */
const OFFER = itemOf<VoucherOffer>({
  record: partOf<AchievementInput>(
    z.optional(z.looseObject({ serviceTypes: z.optional(z.union([TEXT, z.array(TEXT)])) })),
  ),
  cost: z.optional(z.number().check(z.gte(0))),
});
const REQUEST = optionsOf<VoucherRequest>({
  asOf: DAY,
  applicant: z.optional(VOUCHER_APPLICANT),
  regions: z.optional(REGIONS),
});
const NO_RULES: Bilingual = { zh: '没有创新券规则', en: 'there are no voucher rules' };

/**
 * Tells for each offer whether an innovation voucher pays for it, by which rule of the host, how much and why. Rules
 * are the host's data: nothing is built in. One order is paid by one rule; rules never add up.
 *
 * Serves: 「落实创新券补贴政策,对符合兑付条件的企业予以奖励补助」; 「按技术合同额给予最高不超过20万元的“创新券”后补助」.
 *
 * O(offers × rules × (conditions + grants)). Decisions come in the order of the offers.
 * @throws InputError `INVALID_RECORDS` naming every bad offer and rule (unknown names in a rule included: a misspelt
 *   condition would hold for everybody), `INVALID_OPTIONS` for a bad request.
 */
export function assessVouchers(
  offers: readonly VoucherOffer[],
  rules: readonly VoucherRule[],
  request: VoucherRequest,
): VoucherDecision[] {
  const orders = readInput(offers, rules);
  checkOptions(request, REQUEST);
  return orders.map((order) =>
    decide(
      order,
      rules.map((rule) => outcomeOf(order, rule, request)),
    ),
  );
}

/** An offer with its record as it was read. */
interface Order {
  readonly record: Achievement;
  readonly cost?: number;
}

/** The offers, read once; whatever is wrong with offers and rules is told at once. */
function readInput(offers: readonly VoucherOffer[], rules: readonly VoucherRule[]): Order[] {
  const issues = new Issues();
  const lists = [
    { what: 'offers', items: offers, schema: OFFER, unique: false },
    { what: 'rules', items: rules, schema: VOUCHER_RULE },
  ];
  const isList = Array.isArray(offers);
  const orders = (isList ? offers : []).map((offer: Partial<VoucherOffer> | null, index): Order => {
    const where = { side: 'achievement', path: 'record', index, place: 'offers' } as const;
    const record = readPart(issues, offer?.record, where) as Achievement;
    return { record, ...(offer?.cost === undefined ? {} : { cost: offer.cost }) };
  });
  for (const list of lists) expectList(issues, list);
  issues.throwAs('INVALID_RECORDS', badLists(lists));
  return orders;
}

function outcomeOf(
  { record, cost: given }: Order,
  rule: VoucherRule,
  request: VoucherRequest,
): VoucherOutcome {
  const { asOf, applicant = {}, regions } = request;
  const cost = costOf(record, given);
  const left = leftInYear(rule, applicant.grants ?? [], asOf);
  const checks = checkConditions(rule, { record, cost, applicant, asOf, regions, left });
  const status = worstOf(checks.map((check) => check.status));
  const paid = status === 'met' && cost !== undefined ? paidRange(cost, rule, left) : undefined;
  const reason =
    status === 'met'
      ? eligibleReason(rule, Math.min(rule.most ?? Number.POSITIVE_INFINITY, left), cost, paid)
      : refusalReason(rule, status, checks, regions);
  return { ruleId: rule.id, status, checks, ...paid, reason };
}

function paidRange(
  { min, max }: YuanRange,
  rule: VoucherRule,
  left: number,
): { readonly amount: YuanRange; readonly limit: AmountLimit } {
  const most = paidFor(max, rule, left);
  return { amount: { min: paidFor(min, rule, left).amount, max: most.amount }, limit: most.limit };
}

function decide({ record }: Order, outcomes: readonly VoucherOutcome[]): VoucherDecision {
  const [best] = [...outcomes].sort(
    (a, b) =>
      count(a, 'failed') - count(b, 'failed') ||
      count(a, 'unknown') - count(b, 'unknown') ||
      (b.amount?.max ?? 0) - (a.amount?.max ?? 0),
  );
  if (best === undefined) return { recordId: record.id, status: 'failed', reason: NO_RULES, outcomes };
  const { ruleId, status, amount, reason } = best;
  return {
    recordId: record.id,
    status,
    ruleId,
    ...(amount === undefined ? {} : { amount }),
    reason,
    outcomes,
  };
}

function count({ checks }: VoucherOutcome, wanted: ConditionStatus): number {
  return checks.filter(({ status }) => status === wanted).length;
}
