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
}

const SCALE: Record<string, number> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 };
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/美元|美金|usd|\$/i, 'USD'],
  [/欧元|eur|€/i, 'EUR'],
  [/日元|jpy/i, 'JPY'],
  [/港[币元]|hkd/i, 'HKD'],
];
const NEGOTIABLE = /面议|面谈|协商|商议|商定|洽谈|待定|negotiable/i;
const NUMBER = /(\d+(?:\.\d+)?)\s*(百万|千万|[十百千万亿])?/g;
const UPPER = /不超过|不高于|低于|小于|以内|以下|最高|至多|<|≤/;
const LOWER = /不低于|不少于|高于|大于|以上|最低|起|至少|超过|>|≥/;

/**
 * Reads a sum of money. A bare number is in yuan. Wording that holds no number gives neither `min` nor `max`;
 * the wording is kept either way and never corrected.
 */
export function parseAmount(value: string | number): Amount {
  const raw = String(value);
  const text = raw.normalize('NFKC').replace(/(\d),(?=\d{3})/g, '$1');
  const currency = CURRENCIES.find(([pattern]) => pattern.test(text))?.[1] ?? 'CNY';
  const negotiable = NEGOTIABLE.test(text);
  const numbers = [...text.matchAll(NUMBER)].slice(0, 2);
  // In 50-80万元 the scale stands once, after the second number.
  const lastScale = numbers.at(-1)?.[2];
  const sums = numbers.map((match) => round(Number(match[1]) * (SCALE[match[2] ?? lastScale ?? ''] ?? 1)));
  const [first, second] = sums;
  if (first === undefined) return { raw, currency, negotiable };
  if (second !== undefined && second >= first && isRange(text)) {
    return { raw, min: first, max: second, currency, negotiable };
  }
  if (UPPER.test(text)) return { raw, max: first, currency, negotiable };
  if (LOWER.test(text)) return { raw, min: first, currency, negotiable };
  return { raw, min: first, max: first, currency, negotiable };
}

function isRange(text: string): boolean {
  return /\d\s*[十百千万亿]*\s*[元]?\s*[-~—–至到]+\s*\d/.test(text);
}

/** 0.1 × 10⁴ must be 1000, not 1000.0000000000001. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
