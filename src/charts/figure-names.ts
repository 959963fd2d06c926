import type { Bilingual } from '../base/bilingual.ts';
import type { Side } from '../core/records/parse.ts';

/** What figures are called, and what is said of how they were counted. */

/** What is called by the empty key: records that state nothing, or that nothing is known of. */
export const NO_CHAIN: Bilingual = { zh: '未归入产业链', en: 'no chain' };
export const NO_REGION: Bilingual = { zh: '未写明地区', en: 'region not told' };

const COUNTED: Bilingual = {
  zh: '每条记录只计一次，计入首位的产业链；没有产业链的计入“未归入产业链”。',
  en: 'Each record counts once, under its first chain, or under “no chain” where it has none.',
};
const ANSWERED: Readonly<Record<'levels' | 'matches', Bilingual>> = {
  levels: {
    zh: '至少有一项匹配为“较强”或“强”的需求算有答案，其余为缺口。',
    en: 'A demand has an answer where at least one match is fairly strong or strong; the others are the gap.',
  },
  matches: {
    zh: '这些匹配没有等级：需求只要有一项匹配就算有答案，所以缺口可能偏小。',
    en: 'These matches have no levels: a demand has an answer where it has any match, so the gap may be too small.',
  },
};
const FROM_SUPPLY: Bilingual = {
  zh: '匹配是由成果查需求得出的：没有进入任何一份名单的需求也可能有答案，所以缺口可能偏大。',
  en: 'Demands were looked up for achievements: one that is in no list may have an answer too, so the gap may be too large.',
};

/** How figures were counted, in a few sentences. */
export function noteOf(basis: 'levels' | 'matches', queries: Side): Bilingual {
  const told = [COUNTED, ANSWERED[basis], ...(queries === 'achievement' ? [FROM_SUPPLY] : [])];
  return { zh: told.map(({ zh }) => zh).join(''), en: told.map(({ en }) => en).join(' ') };
}
