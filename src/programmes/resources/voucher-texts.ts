import type { Bilingual } from '../../base/bilingual.ts';
import type { SupplyKind } from '../../core/records/kinds.ts';
import type { ConditionStatus } from '../common/conditions.ts';
import { KIND_LABELS } from '../common/kind-labels.ts';
import { nameOfRegion, PLAIN_REGIONS, placeName, type Regions } from '../places/regions.ts';
import type { VoucherCheck, VoucherCondition } from './voucher-conditions.ts';
import type { AmountLimit, YuanRange } from './voucher-cost.ts';
import type { VoucherRule } from './voucher-rules.ts';

/** Conditions of vouchers, in words. */
export const VOUCHER_CONDITION_LABELS: Readonly<Record<VoucherCondition, Bilingual>> = {
  kind: { zh: '资源类型', en: 'kind of resource' },
  'service-type': { zh: '服务类型', en: 'type of service' },
  'provider-region': { zh: '提供方所在地', en: 'place of the provider' },
  'applicant-region': { zh: '申请单位所在地', en: 'place of the applicant' },
  'applicant-type': { zh: '申请单位类型', en: 'type of the applicant' },
  date: { zh: '有效期', en: 'validity' },
  'least-cost': { zh: '最低费用', en: 'least cost' },
  'yearly-ceiling': { zh: '年度限额', en: 'yearly ceiling' },
};

const LIMITS: Readonly<Record<AmountLimit, Bilingual>> = {
  share: { zh: '', en: '' },
  most: { zh: '，以单笔上限为准', en: ', capped for one order' },
  'yearly-ceiling': { zh: '，以本年余额为准', en: ', capped by what the year leaves' },
};

/**
 * What a rule pays, and what sets it.
 * @param cap most that it can pay for this order; Infinity for none.
 */
export function eligibleReason(
  { id, name = id, share }: VoucherRule,
  cap: number,
  cost: YuanRange | undefined,
  paid: { readonly amount: YuanRange; readonly limit: AmountLimit } | undefined,
): Bilingual {
  const percent = `${Number((share * 100).toFixed(4))}%`;
  if (cost === undefined || paid === undefined) {
    const isCapped = cap < Number.POSITIVE_INFINITY;
    return {
      zh: `符合“${name}”：费用未定，按${percent}补助${isCapped ? `，最高${yuan(cap, 'zh')}` : ''}`,
      en: `meets “${name}”: cost not known, pays ${percent}${isCapped ? `, ${yuan(cap, 'en')} at most` : ''}`,
    };
  }
  const { zh, en } = LIMITS[paid.limit];
  return {
    zh: `符合“${name}”：费用${range(cost, 'zh')}，按${percent}补助${range(paid.amount, 'zh')}${zh}`,
    en: `meets “${name}”: cost ${range(cost, 'en')}, pays ${percent}, ${range(paid.amount, 'en')}${en}`,
  };
}

/** What stands against a rule, or what is not known. */
export function refusalReason(
  { id, name = id }: VoucherRule,
  status: Exclude<ConditionStatus, 'met'>,
  checks: readonly VoucherCheck[],
  regions: Regions = PLAIN_REGIONS,
): Bilingual {
  const open = checks.filter((check) => check.status === status);
  const [zh, en] = status === 'unknown' ? ['待补充材料', 'needs to know for'] : ['不符合', 'does not meet'];
  return {
    zh: `${zh}“${name}”：${open.map((check) => inChinese(check, regions)).join('；')}`,
    en: `${en} “${name}”: ${open.map((check) => inEnglish(check, regions)).join('; ')}`,
  };
}

function inChinese(check: VoucherCheck, regions: Regions): string {
  const { condition } = check;
  const label = VOUCHER_CONDITION_LABELS[condition].zh;
  const asked = words(condition, check.asked, 'zh', regions);
  if (condition === 'yearly-ceiling') return `${label}${asked}，已用完`;
  const found = check.found.length === 0 ? '未填写' : `现为${words(condition, check.found, 'zh', regions)}`;
  return `${label}应为${asked}${condition === 'least-cost' ? '以上' : ''}，${found}`;
}

function inEnglish(check: VoucherCheck, regions: Regions): string {
  const { condition } = check;
  const label = VOUCHER_CONDITION_LABELS[condition].en;
  const asked = words(condition, check.asked, 'en', regions);
  if (condition === 'yearly-ceiling') return `${label} of ${asked} is used up`;
  const found =
    check.found.length === 0 ? 'is not stated' : `is ${words(condition, check.found, 'en', regions)}`;
  return `${label} must be ${asked}${condition === 'least-cost' ? ' or more' : ''}, ${found}`;
}

/** Values that are ends of a range stand in pairs: days, sums. */
function words(
  condition: VoucherCondition,
  values: readonly (string | number)[],
  language: keyof Bilingual,
  regions: Regions,
): string {
  const isRange = condition === 'date' || condition === 'least-cost';
  const [to, comma] = language === 'zh' ? ['至', '、'] : [' to ', ', '];
  return values.map((value) => wording(condition, value, regions)[language]).join(isRange ? to : comma);
}

/** A value that a rule asks for, or that there is, in a cell of a table. */
export function checkedValue(condition: VoucherCondition, value: string | number) {
  return isPlace(condition) ? placeName(String(value)) : wording(condition, value, PLAIN_REGIONS);
}

function wording(condition: VoucherCondition, value: string | number, regions: Regions): Bilingual {
  if (typeof value === 'number') return { zh: yuan(value, 'zh'), en: yuan(value, 'en') };
  if (condition === 'kind') return KIND_LABELS[value as SupplyKind];
  return isPlace(condition) ? nameOfRegion(value, regions) : { zh: value, en: value };
}

function isPlace(condition: VoucherCondition): boolean {
  return condition === 'provider-region' || condition === 'applicant-region';
}

function range({ min, max }: YuanRange, language: keyof Bilingual): string {
  const to = language === 'zh' ? '至' : ' to ';
  return min === max ? yuan(min, language) : `${yuan(min, language)}${to}${yuan(max, language)}`;
}

/** 4.5万元, 800元. */
function yuan(sum: number, language: keyof Bilingual): string {
  if (language === 'en') return `${sum} yuan`;
  return sum >= 10_000 ? `${Number((sum / 10_000).toFixed(6))}万元` : `${sum}元`;
}
