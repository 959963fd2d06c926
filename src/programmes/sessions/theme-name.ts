import type { Bilingual } from '../../base/bilingual.ts';
import type { Chain } from '../../core/records/taxonomy.ts';
import { normalize } from '../../core/terms/normalize.ts';

/** Phrases of a name. */
const NAMED_PHRASES = 3;
/** Chains of a name; more are summed up. */
const NAMED_CHAINS = 2;
/** A longer phrase is a quotation. In UTF-16 units. */
const MAX_PHRASE = 12;
/** A phrase is named if it brings at least this share of the first one's value. */
const NAMED_SHARE = 0.3;
/** A phrase that brings less than this of a score is chance: 办法, 最好. */
const LEAST_VALUE = 0.02;

/** A phrase that two demands share, as one of them writes it. */
export interface SharedPhrase {
  readonly phrase: string;
  readonly value: number;
}

/**
 * The phrases that bring most of what makes demands alike, at most three; none within another. Quantities name nothing.
 */
export function themePhrases(shared: readonly SharedPhrase[]): string[] {
  const found = new Map<string, { phrase: string; value: number }>();
  for (const { phrase, value } of shared) {
    const key = normalize(phrase).text.trim();
    const known = found.get(key) ?? { phrase: phrase.trim(), value: 0 };
    found.set(key, known);
    known.value += value;
  }
  const ranked = [...found]
    .filter(([key]) => [...key].length > 1 && key.length <= MAX_PHRASE && !/\d/.test(key))
    .sort(([, a], [, b]) => b.value - a.value);
  const named: string[] = [];
  const least = Math.max(LEAST_VALUE, (ranked[0]?.[1].value ?? 0) * NAMED_SHARE);
  for (const [key, { phrase, value }] of ranked) {
    if (named.length === NAMED_PHRASES || value < least) break;
    if (!named.some((other) => other.includes(key) || key.includes(other))) named.push(phrase);
  }
  return named;
}

/** 新材料专场：热障涂层、钛合金; of no chain: 综合专场. */
export function themeName(chains: readonly Chain[], phrases: readonly string[]): Bilingual {
  const more = chains.length > NAMED_CHAINS;
  const shown = chains.slice(0, NAMED_CHAINS);
  const zh =
    shown.length === 0 ? '综合' : `${shown.map(({ nameZh }) => nameZh).join('、')}${more ? '等' : ''}`;
  const en =
    shown.length === 0
      ? 'Mixed'
      : `${shown.map(({ nameEn }) => nameEn).join(', ')}${more ? ' and others' : ''}`;
  return phrases.length === 0
    ? { zh: `${zh}专场`, en: `${en} session` }
    : { zh: `${zh}专场：${phrases.join('、')}`, en: `${en} session: ${phrases.join(', ')}` };
}
