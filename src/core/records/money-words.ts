import { withoutEnd } from '../../base/ends.ts';

/** The words of money: scales, currencies, bounds, and what changes nothing about a sum. */

/** Scale → what it multiplies by. */
export const SCALE: Readonly<Record<string, number>> = {
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
/** The scales as a pattern, the long ones first. */
export const SCALES = '万亿|十万|百万|千万|[十百千万亿]';

/** Words and signs of currencies, with their ISO 4217 codes. Specific signs first: HK$ holds $, and 日元 holds 元. */
const CURRENCIES: readonly (readonly [words: string, code: string])[] = [
  ['港[币元]|hkd|hk\\$', 'HKD'],
  ['[新台]台币|台币|twd|nt\\$', 'TWD'],
  ['新加坡元|新元|新币|坡币|sgd|(?<![a-z])s\\$', 'SGD'],
  ['澳大利亚元|澳元|澳币|aud|(?<![a-z])a\\$', 'AUD'],
  ['加拿大元|加元|加币|cad|(?<![a-z])c\\$', 'CAD'],
  ['美元|美金|美刀|usd|us\\$|\\$', 'USD'],
  ['欧元|eur|€', 'EUR'],
  ['英镑|gbp|£', 'GBP'],
  ['日[元圆币]|jpy', 'JPY'],
  ['韩[元圆币]|krw|₩', 'KRW'],
  ['瑞士法郎|瑞郎|chf', 'CHF'],
  ['卢布|rub', 'RUB'],
  ['人民币|rmb|cny|¥|块钱|块|元', 'CNY'],
];
/** Any word or sign of a currency, as a pattern. */
export const UNITS = CURRENCIES.map(([words]) => words).join('|');
const CODES = CURRENCIES.map(([words, code]) => [new RegExp(words, 'i'), code] as const);

/** The code of the currency that a wording names; `undefined` when it names none. */
export function currencyOf(wording: string | undefined): string | undefined {
  return wording === undefined ? undefined : CODES.find(([pattern]) => pattern.test(wording))?.[1];
}

const SCALE_WORD = new RegExp(SCALES);

/** What the scale that a wording names multiplies by: 1e4 for 万元, 1 for 元. */
export function scaleOf(wording: string | undefined): number {
  const scale = wording === undefined ? undefined : SCALE_WORD.exec(wording)?.[0];
  return scale === undefined ? 1 : SCALE[scale]!;
}

const NEGOTIABLE_WORDS =
  '面议|面谈|电议|可议|可谈|待议|详谈|详议|协商|商议|商定|商谈|洽谈|待定|议价|再议|另议|另行商定|negotiable';
/** The sum is left to negotiation: 面议, but not 不面议. */
export const NEGOTIABLE = new RegExp(
  `(?<![不非勿无未]|[不非]可|不能|不再|不予|不接受|不支持|谢绝|拒绝|无需|无须|non-|not )(?:${NEGOTIABLE_WORDS})`,
  'i',
);

/** The sum is the upper end. */
export const UPPER =
  /不超过?|不高于|不大于|不多于|不足 ?[\d\uE000]|以内|之内|以下|最高|至多|最多|上限|封顶|为限|(?<=[\d十百千万亿元\uE000] ?)内|<|≤/;
/** The sum is the lower end. */
export const LOWER =
  /不低于|不少于|不小于|以上|最低|至少|最少|下限|起步|起拍|起价|底价|保底|(?<=[\d十百千万亿元\uE000] ?)起|出头|[\d万] ?[多余]|(?<=\d ?)[多余](?=[十百千万亿])|>|≥/;
/** Looked at last, because 不低于 holds 低于. */
export const UNDER = /低于|小于|少于|未超过?/;
export const OVER = /高于|大于|多于|超过|逾/;
const BOUNDS = new RegExp(`${UPPER.source}|${LOWER.source}|${UNDER.source}|${OVER.source}`, 'g');

/** Words beside a sum that change nothing. */
const HEDGES = new RegExp(
  [
    '[千万亿]元',
    UNITS,
    '(?:价格)?(?:不?含税价?|税前|税后)|含票|不含票|发票',
    '大约|大概|大致|约为?|近|左右|上下|之间|整|正|价?估算|暂定|暂估|预估|估计|估价|预计|初步|拟定?|计划',
    '总(?:计|额|价|投资|投入|预算|费用|金额|经费)?|合计|共计|累计|共|合同',
    '(?:项目|研发|转让|许可|合作|出让|参考|意向|期望|心理|目标|成交|技术|开发|挂牌|标的)?(?:价格?|报价|售价|费用?|预算|资金|经费|投资额?|投入|金额|额度)',
    '单位|另行|双方|具体|可|为|是|在|即|或者?|和|及|与|且|至|到|的|个|大写|小写',
    'about|approx(?:imately)?|ca|around|total|price|budget',
  ].join('|'),
  'gi',
);
const NEGATED_NEGOTIABLE = new RegExp(
  `(?:[不非]可?|不能|不再|不予|不接受|谢绝|拒绝)?(?:双方)?(?:${NEGOTIABLE_WORDS})`,
  'gi',
);
/** Signs that carry nothing: a dash, a slash, a percent sign and ± do. */
const SIGNS = /[\s:,;.。、()[\]【】{}"'“”‘’!?*|_…=]+/g;

/** Stands in a wording where its sum stood, because 起 and 内 mean a bound beside a sum only. */
export const SUM_MARK = '\uE000';

/** What of a wording beside a sum was not understood, '' when all was. The sum is a {@link SUM_MARK} in it. */
export function notUnderstood(wording: string): string {
  const bare = wording
    .replace(NEGATED_NEGOTIABLE, ' ')
    .replace(BOUNDS, ' ')
    .replaceAll(SUM_MARK, ' ')
    .replace(HEDGES, ' ');
  return bare.replace(SIGNS, '') === '' ? '' : trimSigns(wording.replaceAll(SUM_MARK, ' '));
}

function trimSigns(wording: string): string {
  return withoutEnd(wording.replace(/^[\s:,;.。、)]+/, ''), (char) => /[\s:,;.。、(]/.test(char));
}
