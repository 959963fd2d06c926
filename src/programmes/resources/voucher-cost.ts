import type { Achievement } from '../../core/records/types.ts';
import type { VoucherGrant, VoucherRule } from './voucher-rules.ts';

/** Sums of money in yuan; both ends are the same for a single sum. */
export interface YuanRange {
  readonly min: number;
  readonly max: number;
}

/** What sets the amount: the share of the cost, the cap for one order, or what the year leaves. */
export type AmountLimit = 'share' | 'most' | 'yearly-ceiling';

/** 300元/小时, 每次500元, 38万元/台: a rate is no cost while the quantity is not known. */
const RATE = /[/／每]/;

/** What an order costs: as given, else the record's price, where that is a sum in yuan and no rate. */
export function costOf({ price }: Achievement, given: number | undefined): YuanRange | undefined {
  if (given !== undefined) return { min: given, max: given };
  if (price === undefined) return undefined;
  const { raw, min, max, currency } = price;
  return min === undefined || max === undefined || currency !== 'CNY' || RATE.test(raw)
    ? undefined
    : { min, max };
}

/** What a rule still pays an applicant in the calendar year of a day; Infinity for a rule without a ceiling. */
export function leftInYear(
  { id, yearlyCeiling }: VoucherRule,
  grants: readonly VoucherGrant[],
  asOf: string,
): number {
  if (yearlyCeiling === undefined) return Number.POSITIVE_INFINITY;
  const year = asOf.slice(0, 4);
  const had = grants.filter(({ ruleId, date }) => ruleId === id && date.startsWith(year));
  return Math.max(0, yearlyCeiling - had.reduce((sum, { amount }) => sum + amount, 0));
}

/** What a rule pays for an order of a cost, rounded down to 0.01 yuan, and what sets it. */
export function paidFor(
  cost: number,
  { share, most = Number.POSITIVE_INFINITY }: VoucherRule,
  left: number,
): { readonly amount: number; readonly limit: AmountLimit } {
  const part = floorToFen(share * cost);
  if (part <= most && part <= left) return { amount: part, limit: 'share' };
  return most <= left
    ? { amount: floorToFen(most), limit: 'most' }
    : { amount: floorToFen(left), limit: 'yearly-ceiling' };
}

/** 0.29 × 100 is 28.999999999999996, and means 29. */
function floorToFen(yuan: number): number {
  return Math.floor(yuan * 100 + 1e-6) / 100;
}
