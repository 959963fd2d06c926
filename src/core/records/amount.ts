/**
 * Room `core/records`: what a record is: fields, schemas, taxonomy, and readers of wording.
 * Begin: `types.ts` has the records, `parse.ts` is the border.
 * Order: knows the base only.
 */

import { plainNumerals } from './numerals.ts';
import { foldWording } from './wording.ts';

/** Money as offices write it: 面议, 120万元, 50-80万元, 不超过500万元, 1.2亿元, 20万美元. */

/** A sum of money, its wording kept. */
export interface Amount {
  /** The wording as given. */
  readonly raw: string;
  /** Lower end in units of `currency`, when one is stated. */
  readonly min?: number;
  /** Upper end in units of `currency`, when one is stated; equal to `min` for a single sum. */
  readonly max?: number;
  /** ISO 4217 code. */
  readonly currency: string;
  /** True when the wording leaves the sum to negotiation (面议, 协商). */
  readonly negotiable: boolean;
  /** The wording beside the sum that was not understood: 其中企业出资600, /年, 后期分成; absent when all was. */
  readonly unread?: string;
}

const SCALE: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
};
/** Specific signs first: HK$ holds $. */
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/港[币元]|hkd|hk\$/i, 'HKD'],
  [/[新台]台币|台币|twd|nt\$/i, 'TWD'],
  [/美元|美金|usd|us\$|\$/i, 'USD'],
  [/欧元|eur|€/i, 'EUR'],
  [/英镑|gbp|£/i, 'GBP'],
  [/日元|jpy/i, 'JPY'],
  [/韩[元币]|krw|₩/i, 'KRW'],
];
const UNIT = '(?:人民币|美元|美金|欧元|英镑|日元|港[元币]|韩[元币]|元|块)';
const NEGOTIABLE = /面议|面谈|电议|可议|可谈|待议|详谈|协商|商议|商定|洽谈|待定|negotiable/i;
const NUMBER = '(\\d+(?:\\.\\d+)?) ?(万亿|十万|百万|千万|[十百千万亿])?';
/** 50-80万元, 50万元至80万元. */
const RANGE = new RegExp(`${NUMBER} ?(${UNIT})? ?(?:[-~—–−]{1,2}|至|到) ?${NUMBER} ?(${UNIT})?`, 'g');
/** A number with a scale or a unit is the sum; 2023年预算50万元 has another one before it. */
const SUM = new RegExp(`(\\d+(?:\\.\\d+)?) ?(?:(万亿|十万|百万|千万|[十百千万亿])|(?=${UNIT}))`, 'g');
/** A share, a year and a day are no sums. */
const BARE = /(\d+(?:\.\d+)?)(?![\d.]* ?[%‰年月日号])/;
const UPPER = /不超过|不高于|不大于|不多于|不足 ?\d|以内|以下|最高|至多|上限|<|≤/;
const LOWER = /不低于|不少于|不小于|以上|最低|至少|下限|[\d十百千万亿元] ?起|>|≥/;
/** Looked at last, because 不低于 holds 低于. */
const UNDER = /低于|小于|少于/;
const OVER = /高于|大于|多于|超过/;
/** A number as long as this is written out in full: 5000-2万元. */
const FULL = 1000;

/** Words beside a sum that change nothing. */
const HEDGES =
  /人民币|rmb|cny|含税|不含税|税前|税后|大约|约|左右|上下|整|共计|合计|总计|总额|预计|暂定|暂估|估算|参考价?|单位|元|万元|可|[:：\s、()]/gi;
/** 500/年, 20万元每台: a sum for each of something. */
const EACH =
  /(?:\/|每|per ?)(?:个)?(?:年|月|日|天|次|项|台|套|件|吨|人|户|家|平方米|亩|季度?|批|小时|year|month)(?:度)?|(?<=元|\d)一年/;
const FREE = /^(?:免费|无偿|零元|free)$/i;

/**
 * Reads a sum of money. A bare number is in `unit`, and in yuan without one. Wording that holds no number gives neither
 * `min` nor `max`, nor does wording with several sums of which none is the whole (第一年50，第二年80); the wording is kept
 * either way and never corrected. Notes in brackets and further clauses are `unread`.
 * @param unit of the column that the wording stands in: 万元, 亿元, 万美元.
 */
export function parseAmount(value: string | number, unit?: string): Amount {
  const raw = String(value);
  if (typeof value === 'number' && unit === undefined) {
    const sum = Number.isFinite(value) && value >= 0 ? { min: value, max: value } : {};
    return { raw, ...sum, currency: 'CNY', negotiable: false };
  }
  const text = plainNumerals(foldWording(raw).replace(/(\d),(?=\d{3}(?!\d))/g, '$1')).replace(
    LATIN_SCALE,
    latinScale,
  );
  const { said, unread } = clauseOf(text);
  const hasUnit = OWN_UNIT.test(said);
  const currency =
    currencyOf(text) ?? (unit === undefined || hasUnit ? undefined : currencyOf(unit)) ?? 'CNY';
  const sum = FREE.test(text) ? { min: 0, max: 0 } : scaled(ends(said), hasUnit ? 1 : scaleOf(unit));
  const rest = { currency, negotiable: NEGOTIABLE.test(text) };
  return unread === '' ? { raw, ...sum, ...rest } : { raw, ...sum, ...rest, unread };
}

/** 100w, 5k; not the W of 100W功率, nor a word. */
const LATIN_SCALE = /(\d) ?([wk])(?![a-z]|[功瓦])/gi;
const OWN_UNIT = new RegExp(`\\d ?(?:[十百千万亿]|${UNIT})|${UNIT} ?\\d|[$€£₩]|usd|eur|hkd|jpy|gbp|krw`, 'i');

function latinScale(_: string, digit: string, letter: string): string {
  return `${digit}${letter.toLowerCase() === 'w' ? '万' : '千'}`;
}

function currencyOf(text: string): string | undefined {
  return CURRENCIES.find(([pattern]) => pattern.test(text))?.[1];
}

function scaleOf(unit: string | undefined): number {
  const scale = unit === undefined ? undefined : /万亿|十万|百万|千万|[十百千万亿]/.exec(unit)?.[0];
  return scale === undefined ? 1 : SCALE[scale]!;
}

function scaled({ min, max }: Ends, by: number): Ends {
  const times = (value: number) => Math.round(value * by * 100) / 100;
  return {
    ...(min === undefined ? {} : { min: times(min) }),
    ...(max === undefined ? {} : { max: times(max) }),
  };
}

interface Clause {
  /** What holds the sum. */
  readonly said: string;
  readonly unread: string;
}

/** The part of a wording that says the sum, and what stands beside it. */
function clauseOf(text: string): Clause {
  const notes: string[] = [];
  const outside = text.replace(/[([（【][^()[\]（）【】]*[)\]）】]/g, (note) => {
    notes.push(note.slice(1, -1));
    return ' ';
  });
  // 面议（参考价100万）: the note has the sum.
  if (!/\d/.test(outside)) return { said: text, unread: '' };
  const [first = '', ...more] = outside.split(/\+|(?<=[\d万亿元]) ?(?:加上?|另加|外加)/);
  const clauses = first.split(/[,;，；。]/).filter((clause) => clause.trim() !== '');
  const marked = clauses.filter((clause) => OWN_UNIT.test(clause));
  const holding = marked.length > 0 ? marked : clauses.filter((clause) => /\d/.test(clause));
  const isPair =
    holding.length === 2 &&
    holding.some((clause) => LOWER.test(clause)) &&
    holding.some((clause) => UPPER.test(clause));
  const unread: string[] = [];
  if (holding.length > 1 && !isPair) return { said: '', unread: text.trim() };
  const said = isPair ? holding.join('、') : (holding[0] ?? '');
  for (const clause of clauses) if (!holding.includes(clause) && !isHedge(clause)) unread.push(clause.trim());
  const each = EACH.exec(said)?.[0];
  if (each !== undefined) unread.push(each);
  for (const note of notes) if (!isHedge(note)) unread.push(note.trim());
  for (const part of more) if (part.trim() !== '') unread.push(part.trim());
  return { said: more.length > 0 ? `${said}以上` : said, unread: unread.join('；') };
}

function isHedge(clause: string): boolean {
  return clause.replace(NEGOTIABLE, '').replace(HEDGES, '') === '';
}

interface Ends {
  readonly min?: number;
  readonly max?: number;
}

function ends(text: string): Ends {
  const ranges = [...text.matchAll(RANGE)];
  // Of 2027-12-31前支付50-80万元 the range with a scale or unit is the sum.
  const marked = ranges.find((range) => range[2] ?? range[3] ?? range[5] ?? range[6]);
  if (marked !== undefined) return endsOfRange(marked);
  const sums = [...text.matchAll(SUM)].map((match) => sumOf(match[1]!, match[2]));
  if (sums.length === 0 && ranges[0] !== undefined) return endsOfRange(ranges[0]);
  const [sum = sumOf(BARE.exec(text)?.[1] ?? 'none'), second] = sums;
  if (!Number.isFinite(sum)) return {};
  const [isUpper, isLower] = [UPPER.test(text), LOWER.test(text)];
  // 500万元以上、1000万元以下
  if (isUpper && isLower && second !== undefined && sum <= second) return { min: sum, max: second };
  if (isUpper) return { max: sum };
  if (isLower) return { min: sum };
  if (UNDER.test(text)) return { max: sum };
  if (OVER.test(text)) return { min: sum };
  return { min: sum, max: sum };
}

/** Nothing for a range that runs backwards. */
function endsOfRange([, low, lowScale, , high, highScale]: readonly (string | undefined)[]): Ends {
  const max = sumOf(high!, highScale);
  if (!Number.isFinite(max)) return {};
  // In 50-80万元 the scale stands once, after the second number.
  const shared = sumOf(low!, lowScale ?? highScale);
  if (shared <= max) return { min: shared, max };
  const full = sumOf(low!, lowScale);
  return full >= FULL && full <= max ? { min: full, max } : {};
}

/** Rounded to hundredths: 0.1 × 10⁴ must be 1000, not 1000.0000000000001. */
function sumOf(digits: string, scale?: string): number {
  return Math.round(Number(digits) * (scale === undefined ? 1 : SCALE[scale]!) * 100) / 100;
}
