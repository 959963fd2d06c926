import { currencyOf, SCALE, SCALES, UNITS } from './money-words.ts';

/** The sums of a wording: single ones and ranges, where they stand. */

/** One sum, in units of its currency, the scale of its column left out of account. */
export interface Sum {
  readonly min: number;
  readonly max: number;
  /** ISO 4217 code, where the sum names its currency. */
  readonly currency: string | undefined;
  /** Whether it has a scale (万) or a word for its unit (元). */
  readonly isMarked: boolean;
  /** Whether it has a sign of currency but no scale and no 元: ¥50. */
  readonly isSigned: boolean;
  /** Whether it is the lower end only: 100多万. */
  readonly isOver: boolean;
  /** Position in the wording, and of what follows. */
  readonly at: number;
  readonly end: number;
}

const SIGN = 'rmb|cny|usd|us\\$|hk\\$|nt\\$|a\\$|c\\$|s\\$|\\$|eur|€|gbp|£|¥|krw|₩|jpy|hkd|人民币|美元|美金';
/** What a number counts where it counts no money. */
const COUNTED =
  '[%‰年月日号天周人名位家项台套件吨克亩次期轮倍级条款章页种类户批组点时分秒℃°]|公斤|千克|平方|平米|小时|[a-z]';
const BEINGS = '(?:人(?!民币)|[名位家台套件吨亩次户个只辆])';
/** No part of a longer number, of a count (3年, 30%, 5万人) or of a range of counts (3-5年). */
const NUMBER = `(?<![\\d.]|\\d[a-z])(\\d+(?:\\.\\d+)?|\\.\\d+)(?!\\d|\\.\\d| ?(?:${SCALES})?${BEINGS}| ?(?!${UNITS})(?:${COUNTED})| ?[-~—–−至到]{1,2} ?\\d[\\d.]* ?(?!${UNITS})(?:${COUNTED}))`;
const item = (n: string) =>
  `(?:(?<s${n}>${SIGN}) ?:? ?)?${NUMBER.replace('(\\d+', `(?<n${n}>\\d+`)} ?(?<o${n}>[多余])?(?<c${n}>${SCALES})?(?<p${n}>[多余])? ?(?<u${n}>(?:(?:${UNITS}) ?){1,2})?`;
const SUMS = new RegExp(`${item('1')}(?: ?(?:[-~—–−]{1,2}|至|到) ?${item('2')})?`, 'gi');
const SIGNED = /^[a-z$€£¥₩ ]+$/i;
/** A number as long as this is written out in full: 5000-2万元. */
const FULL = 1000;

/** All sums of a wording, in order; a range that runs backwards makes it hold none: `undefined`. */
export function sumsIn(wording: string): Sum[] | undefined {
  const found: Sum[] = [];
  for (const match of wording.matchAll(SUMS)) {
    const group = match.groups!;
    const words = [group.c1, group.u1, group.c2, group.u2];
    const signs = [group.s1, group.s2];
    const isRange = group.n2 !== undefined;
    const ends = isRange
      ? endsOfRange(group.n1!, group.c1, group.n2!, group.c2)
      : endsOf(amountOf(group.n1!, group.c1));
    const isMarked = [...words, ...signs].some((word) => word !== undefined);
    if (ends === undefined && isMarked) return undefined;
    if (ends === undefined) continue;
    const named = [group.u2, group.u1, group.s1, group.s2].find((word) => word !== undefined);
    found.push({
      ...ends,
      currency: currencyOf(named),
      isMarked,
      isSigned: words.concat(signs).every((word) => word === undefined || SIGNED.test(word)) && isMarked,
      isOver: !isRange && (group.o1 ?? group.p1) !== undefined,
      at: match.index,
      end: match.index + match[0].length,
    });
  }
  return found;
}

function endsOf(value: number): { min: number; max: number } | undefined {
  return Number.isFinite(value) ? { min: value, max: value } : undefined;
}

function endsOfRange(low: string, lowScale: string | undefined, high: string, highScale: string | undefined) {
  const max = amountOf(high, highScale);
  if (!Number.isFinite(max)) return undefined;
  // In 50-80万元 the scale stands once, after the second number.
  const shared = amountOf(low, lowScale ?? highScale);
  if (shared <= max) return { min: shared, max };
  const full = amountOf(low, lowScale);
  return full >= FULL && full <= max ? { min: full, max } : undefined;
}

/** Rounded to hundredths: 0.1 × 10⁴ must be 1000, not 1000.0000000000001. */
function amountOf(digits: string, scale?: string): number {
  return Math.round(Number(digits) * (scale === undefined ? 1 : SCALE[scale]!) * 100) / 100;
}
