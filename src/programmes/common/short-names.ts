import { REGION_NAMES } from '../../core/records/region-names.ts';

/** Short forms of names of units that follow a rule, so that nobody must list them. */

/** Academies that all write short. */
const ACADEMIES: readonly (readonly [short: string, full: string])[] = [
  ['中科院', '中国科学院'],
  ['农科院', '农业科学院'],
  ['社科院', '社会科学院'],
];
/** 所 of these is no institute: 事务所, 招待所, 交易所, 派出所, 研究所 itself. */
const INSTITUTE = /(?<!研究|事务|招待|交易|派出|会务|托管)所$/;

/** A bare name with academies and their institutes in full: 中科院金属所 → 中国科学院金属研究所. O(length). */
export function academyName(bare: string): string {
  let name = bare;
  for (const [short, full] of ACADEMIES) {
    const at = short === '中科院' ? (name.startsWith(short) ? 0 : -1) : name.indexOf(short);
    if (at >= 0) name = name.slice(0, at) + full + name.slice(at + short.length);
  }
  const academy = name.indexOf('科学院');
  // Behind the academy at least one word, and then the institute.
  return academy >= 0 && name.length > academy + '科学院'.length + 2
    ? name.replace(INSTITUTE, '研究所')
    : name;
}

/** The other forms of a name that {@link academyName} gave: 中国科学院金属研究所, 中科院金属研究所, 中科院金属所, … */
export function academyForms(key: string): string[] {
  const academy = ACADEMIES.find(([, full]) => key.includes(full));
  if (academy === undefined) return [];
  const [short, full] = academy;
  const behind = key.endsWith('研究所') ? [key, key.replace(/研究所$/, '所')] : [key];
  return behind.flatMap((form) => [form, form.replace(full, short)]).filter((form) => form !== key);
}

/** Places of other lengths than two characters in names of universities. */
const PLACES = [
  ...new Set(
    [...REGION_NAMES.values()]
      .map(([, short]) => short!)
      .filter((short) => /^\p{Script=Han}{3,}$/u.test(short)),
  ),
  '哈尔滨',
  '石家庄',
  '连云港',
  '景德镇',
  '秦皇岛',
];
/** Head, words and end of a full name. */
const FULL = /^(中国科学院)?(.{4,16})(大学|研究所)$/;
/**
 * Words that names of universities shorten to their first character; no other word: 哈工大 is 哈尔滨工业大学, and never
 * 哈尔滨工程大学, 浙工大 is not 浙江工商大学, and 海 may be 海事 or 海洋.
 */
const SHORTENED: ReadonlySet<string> = new Set(
  '工业 农业 科技 理工 师范 医科 药科 交通 石油 林业 民族 财经 化工 建筑 航空 航天 科学 技术'.split(' '),
);
/** More words have too many short forms. */
const MOST_WORDS = 5;
/** What is shorter is the short form of too many: 东大. */
const SHORTEST = 3;

/** A short form of a full name. */
export interface ShortForm {
  readonly form: string;
  /** Whether people write it so: 哈工大 for 哈尔滨工业大学, and not for 哈尔滨工程大学, of which it might be one as well. */
  readonly isUsual: boolean;
}

/**
 * The short forms of the full name of a university, or of an institute of 中国科学院, by rule: each of its words as a whole or by
 * its first character, and 大 for 大学. 沈阳工业大学: 沈工大, 沈阳工大. None of them leaves a word out: 辽工大 is not
 * 辽宁工程技术大学. At most 2⁵.
 * @param key of the full name.
 */
export function shortForms(key: string): ShortForm[] {
  const [, academy = '', middle = '', end = ''] = FULL.exec(key) ?? [];
  if (middle === '' || (end === '研究所') !== (academy !== '')) return [];
  const words = wordsOf(middle);
  if (words === undefined) return [];
  let forms: ShortForm[] = [{ form: '', isUsual: true }];
  for (const [i, word] of words.entries()) {
    const isShortened = i === 0 || academy !== '' || SHORTENED.has(word);
    forms = forms.flatMap(({ form, isUsual }) => [
      { form: form + word, isUsual },
      { form: form + word[0]!, isUsual: isUsual && isShortened },
    ]);
  }
  const close = end === '大学' ? '大' : end;
  return forms
    .map(({ form, isUsual }) => ({ form: `${academy}${form}${close}`, isUsual }))
    .filter(({ form }) => form !== key && form.length - academy.length >= SHORTEST);
}

/** A place, then words of two characters; nothing where it cannot be cut so. */
function wordsOf(middle: string): string[] | undefined {
  const place = PLACES.find((name) => middle.startsWith(name)) ?? middle.slice(0, 2);
  const rest = middle.slice(place.length);
  const words = [place, ...(rest.match(/../gsu) ?? [])];
  const isWhole = words.join('') === middle;
  return isWhole && words.length > 1 && words.length <= MOST_WORDS ? words : undefined;
}
