import type { Lexicon } from '../lexicon/lexicon.ts';
import { kindOf } from '../terms/term-frequencies.ts';
import type { Token } from '../terms/tokenizer.ts';
import type { ReadText } from './read-text.ts';

/**
 * How the record says what it does not say in the words of the query: `same`: by another name of the same entry;
 * `narrower`: the word of the query is a kind of what the record names; `broader`: the word of the record is a kind of
 * what the query names; `everyday`: one side's everyday word is what the other side's technical term is about.
 */
export type Relation = 'same' | 'narrower' | 'broader' | 'everyday';

/** Whether a token is said with a number, so that another spelling of it is the same thing. */
export function isExact(token: Token): boolean {
  return kindOf(token) === 'latin' || /^-?\d/.test(token.term);
}

/** People are no technology, whatever they are called. */
const PERSONS = /(?:病人|病患|老人|工人|人员|者|员工|儿童|农户|用户|医生|护士)$/;

/** Of the technical terms of an everyday word, those that are told: the others are further from it. */
const TOLD_TERMS = 2;

/** Whether a word names a technical thing: not a person, not a word of any title, not one of everyday speech. */
function isTechnical(word: string, { generic, everyday }: Lexicon): boolean {
  return !PERSONS.test(word) && !generic.has(word) && !everyday.has(word);
}

/** A word without what only its writing adds: blanks, hyphens, the plural of Latin words. */
export function bare(word: string): string {
  const text = word.replace(/[\s\-_·]/g, '');
  return /[a-z]s$/.test(text) ? text.slice(0, -1) : text;
}

/**
 * How two words of one term are related; nothing where the lexicon does not know both as words, where the term names
 * neither of them (two kinds of one thing need not be near to each other), or where one is a piece of the other and
 * not its head.
 * @param word of the query.
 * @param other of the record.
 */
export function relationOf(
  word: string,
  other: string,
  term: string,
  lexicon: Lexicon,
): Relation | undefined {
  const { byName, everyday, senses } = lexicon;
  const named = byName.get(term);
  // A name of several meanings has given the term of the one that its text tells of.
  const entryOf = (text: string) =>
    byName.get(text) ?? senses.get(text)?.find(({ entry }) => entry === named)?.entry;
  const one = entryOf(word);
  const two = entryOf(other);
  const isEveryday = everyday.has(word);
  if (isEveryday !== everyday.has(other)) {
    const said = isEveryday ? word : other;
    const technical = isEveryday ? two : one;
    if (technical === undefined || !isTechnical(isEveryday ? other : word, lexicon)) return undefined;
    const terms = everyday.get(said)!.slice(0, TOLD_TERMS);
    return terms.some((name) => byName.get(name) === technical) ? 'everyday' : undefined;
  }
  if (one === undefined || two === undefined) return undefined;
  if (!isTechnical(word, lexicon) || !isTechnical(other, lexicon)) return undefined;
  if (one === two) {
    const [a, b] = [bare(word), bare(other)];
    return a.includes(b) || b.includes(a) ? undefined : 'same';
  }
  if (named === undefined) return undefined;
  // A word has another entry's term only where it is a kind of that, or something of that: 涂层剥落 is no 涂层.
  if (named === two) return hasItsHead(word, other) ? 'narrower' : undefined;
  return named === one && hasItsHead(other, word) ? 'broader' : undefined;
}

/** Whether a word with a broader one in it ends in that: what a compound is stands last. */
function hasItsHead(word: string, broader: string): boolean {
  return !word.includes(broader) || word.endsWith(broader);
}

/** Longest word that is looked for across an end, in UTF-16 units. */
const REACH = 8;

/** Whether another known word lies across an end of a word, so that the word may be no word there: 电池鼓|包. */
export function isDoubtful(text: string, start: number, end: number, { finder }: Lexicon): boolean {
  for (let at = Math.max(0, start - REACH); at < end; at++) {
    if (at === start) continue;
    for (const word of finder.wordsAt(text, at)) {
      const to = at + word.length;
      if (at < start ? to > start && to < end : to > end) return true;
    }
  }
  return false;
}

/** Words that rule out what follows them. Single ideographs (无, 免) are parts of words too often. */
const WITHOUT =
  '不用|不想用|不能用|不愿用|不再用|不使用|不想使用|不能使用|不得使用|不再使用|不采用|不想采用|不能采用|不含有?|不添加|不加|不依赖|不靠|无需|无须|不需要?|避免使用|避免采用|禁用|禁止使用|杜绝使用|弃用|淘汰|摆脱|排除|(?<!国产|国产化|进口|可)(?:替代|取代|代替)';
/** What may stand between: 不用进口的稀土; and what is listed before it: 不用稀土、钕铁硼. */
const RULED_OUT = new RegExp(
  `(?:${WITHOUT})(?:使用|采用|依赖|含有?|任何|传统|现有|进口|昂贵|普通|有毒|的)?(?:[^,，。;；、的]{1,4}[、或和及与]){0,2}$`,
);
/** UTF-16 units that are read before a place. */
const WINDOW = 24;

/** Whether a text writes, from a place on and right before another, that it does without what stands there. */
function isRuledOut(text: string, at: number, from: number): boolean {
  return at - from > 1 && RULED_OUT.test(text.slice(Math.max(from, at - WINDOW), at));
}

/** Whether a record rules out a word at any of its places. */
function rulesOut(read: ReadText, word: string): boolean {
  const { text } = read;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (isRuledOut(text, at, read.startOf(at))) return true;
  }
  return false;
}

/** Whether one side, and one alone, writes anywhere that it does without what it calls by a word. */
export function isRuledOutOnOneSide(word: string, other: string, query: ReadText, record: ReadText): boolean {
  return rulesOut(query, word) !== rulesOut(record, other);
}

/** Provinces and forms of organisations: where and who, never what. */
const PLACES =
  /^(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|台湾|香港|澳门|非洲|欧洲|亚洲|美洲|北美|南美|大洋洲|东南亚|中东|欧盟|沈阳|大连|鞍山|抚顺|本溪|丹东|锦州|营口|阜新|辽阳|盘锦|铁岭|朝阳|葫芦岛|济南|青岛|中国|国内|国外|国际)[省市县区]?$/;
const WORDS_OF_FIRMS =
  /^(?:公司|我公司|有限公司|集团|企业|我司|我厂|厂家|厂商|单位|研究院|研究所|大学|学院|车间|现场)$/;

/** When, where, how many, how often and how, beside the words of any title that a lexicon lists. */
const PLAIN_WORDS =
  /^(?:早期|中期|后期|夜里|夜间|晚上|白天|[春夏秋冬][季天]|一次性|一致|直接|间接|自动|部分|大量|高频|低频|深度|多台|多个|多种|多次|海岛|老?城区|县城|乡镇|山区|沿海|南方|北方)$/;

/** Whether a piece says nothing of what a record is about: generic words, places, organisations, numbers alone. */
export function isGeneric(piece: string, { finder, generic }: Lexicon): boolean {
  if (PLAIN_WORDS.test(piece) || PLACES.test(piece) || WORDS_OF_FIRMS.test(piece) || generic.has(piece))
    return true;
  let rest = '';
  let at = 0;
  let hasGeneric = false;
  for (const { word, start, end } of finder.segment(piece)) {
    rest += piece.slice(at, start);
    at = end;
    if (generic.has(word) || WORDS_OF_FIRMS.test(word) || PLACES.test(word)) hasGeneric = true;
    else return false;
  }
  rest += piece.slice(at);
  // One ideograph beside generic words is torn from something, or means as little.
  return hasGeneric ? [...rest.replace(/[\s\d.,、·-]/g, '')].length < 2 : /^[\d\s.]+$/.test(piece);
}
