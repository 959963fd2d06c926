import type { Amount } from '../../core/records/amount.ts';
import type { DateValue } from '../../core/records/dates.ts';
import { regionOf } from '../../core/records/region.ts';
import { isRegionCode, sharedLevels } from '../../core/records/regions.ts';
import { secrecyRank } from '../../core/records/secrecy.ts';
import type { Demand } from '../../core/records/types.ts';
import { keyOfRegion, PLAIN_REGIONS } from '../places/regions.ts';
import type { PooledBudget } from './budget.ts';

/** What the demands of a cluster have in common beside their matter: money, time, place, secrecy, ways. */

const UNITS: Readonly<Record<string, string>> = {
  CNY: '元',
  USD: '美元',
  EUR: '欧元',
  GBP: '英镑',
  HKD: '港元',
  JPY: '日元',
};

/**
 * The pooled budget as one sum: as much as is known. Where a demand names no sum, or one without an upper end, there is
 * no upper end; where several currencies meet, no number. Nothing where no demand says anything of money.
 */
export function jointBudget({ sums, negotiable, unstated }: PooledBudget): Amount | undefined {
  const untold = [
    ...(negotiable > 0 ? [`${negotiable}项面议`] : []),
    ...(unstated > 0 ? [`${unstated}项未填`] : []),
  ];
  const note = untold.length === 0 ? '' : `（${untold.join('、')}，未计入）`;
  const [sum, ...others] = sums;
  if (sum === undefined) {
    return negotiable === 0 ? undefined : { raw: `面议${note}`, currency: 'CNY', negotiable: true };
  }
  const { currency, low, high, open } = sum;
  if (others.length > 0) {
    const raw = sums.map((one) => rangeText(one.currency, one.low, one.open > 0 ? undefined : one.high));
    return { raw: `${raw.join('，另')}${note}`, currency, negotiable: false, unread: raw.join('，另') };
  }
  const isClosed = open === 0 && untold.length === 0;
  // Sums that only say 不超过50万元, beside one that says nothing, leave both ends open.
  if (low === 0 && !isClosed) return undefined;
  const raw = `${rangeText(currency, low, isClosed ? high : undefined)}${note}`;
  return {
    raw,
    ...(low === 0 ? {} : { min: low }),
    ...(isClosed ? { max: high } : {}),
    currency,
    negotiable: false,
  };
}

function rangeText(currency: string, low: number, high: number | undefined): string {
  const unit = `万${UNITS[currency] ?? currency}`;
  const tens = (sum: number) => Number((sum / 10_000).toFixed(6));
  if (high === undefined) return `${tens(low)}${unit}以上`;
  if (low === high) return `${tens(low)}${unit}`;
  return low === 0 ? `不超过${tens(high)}${unit}` : `${tens(low)}-${tens(high)}${unit}`;
}

/** The validity that ends first. */
export function earliest(demands: readonly Demand[]): DateValue | undefined {
  let first: DateValue | undefined;
  for (const { validTo } of demands) {
    if (validTo?.to !== undefined && (first === undefined || validTo.to < first.to!)) first = validTo;
  }
  return first;
}

/** The smallest region that holds all demands; nothing where one of them tells none, or they share none. */
export function commonRegion(demands: readonly Demand[]): string | undefined {
  const keys = demands.map((demand) => keyOfRegion(regionOf(demand) ?? '', PLAIN_REGIONS));
  let [common = ''] = keys;
  for (const key of keys) common = sharedLevels(common, key).at(-1) ?? '';
  if (common === '') return undefined;
  return isRegionCode(common) ? common.padEnd(6, '0') : common;
}

/** The wording of the most secret demand: a joint demand is as secret as the most secret thing in it. */
export function highestSecrecy(demands: readonly Demand[]): string | undefined {
  let highest: string | undefined;
  for (const { secrecyLevel } of demands) {
    if (secrecyLevel === undefined) continue;
    if (highest === undefined || secrecyRank(secrecyLevel) > secrecyRank(highest)) highest = secrecyLevel;
  }
  return highest;
}

/** Items that every list has, as the first writes them; none where a list is absent. */
export function inAll<T>(lists: readonly (readonly T[] | undefined)[], keyOf: (item: T) => string): T[] {
  const [first = [], ...others] = lists.map((list) => list ?? []);
  const keys = others.map((list) => new Set(list.map(keyOf)));
  return first.filter((item) => keys.every((own) => own.has(keyOf(item))));
}

/** Items of all lists, each once, as the first writes it. */
export function inAny<T>(lists: readonly (readonly T[] | undefined)[], keyOf: (item: T) => string): T[] {
  const found = new Map<string, T>();
  for (const item of lists.flatMap((list) => list ?? []))
    if (!found.has(keyOf(item))) found.set(keyOf(item), item);
  return [...found.values()];
}
