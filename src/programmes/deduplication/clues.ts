import type { CanonicalTerms } from '../../core/lexicon/canonical.ts';
import type { Lexicon } from '../../core/lexicon/lexicon.ts';
import { textFields } from '../../core/records/fields.ts';
import { secrecyRank } from '../../core/records/secrecy.ts';
import type { MatchRecord } from '../../core/records/types.ts';
import { normalize, type Simplifier } from '../../core/terms/normalize.ts';
import { bareNormalized } from './shingles.ts';

/** What stays the same when a record is told in other words or in another language: figures, formulas, numbers of rights. */
export interface Clues {
  readonly title: string;
  /** The title without words of any title (技术, 方法), joining characters and signs. */
  readonly subject: string;
  /** Title and texts, without signs and spaces. */
  readonly whole: string;
  readonly isChinese: boolean;
  /** Whether its secrecy is above public: then nothing of it is quoted. */
  readonly isSecret: boolean;
  /** Figures of title and texts: the number as written → how much it tells, in (0, 1]. */
  readonly figures: ReadonlyMap<string, number>;
  /** Latin words, formulas and models, folded → how much each tells, in (0, 1]. */
  readonly latin: ReadonlyMap<string, number>;
  /** Numbers of rights and documents, and the title in another language where a field has it: one is enough to look. */
  readonly marks: ReadonlySet<string>;
  /** Credit code, telephone numbers and addresses of the net: whose it is. */
  readonly parties: ReadonlySet<string>;
  /** Words of the lexicon in the title: what is written → the term that stands for it and its synonyms. */
  readonly titleWords: ReadonlyMap<string, string>;
  /** Terms of all words, with what they are a kind of. */
  readonly terms: ReadonlySet<string>;
}

/** Reads words of texts, where the host gave a lexicon. */
export interface WordReader {
  readonly lexicon: Lexicon;
  readonly terms: CanonicalTerms;
}

const TEXT_FIELDS = {
  title: 1,
  abstract: 1,
  text: 1,
  problem: 1,
  keyTechnology: 1,
  expectedOutcome: 1,
  keywords: 1,
  indicators: 1,
};
/** Standards and classes of protection: under any record of a trade. */
const STANDARDS = /\b(?:gb|iso|iec|astm|din|jb|en|ip)[/t\s-]{0,4}\d{2,6}(?:\.\d{1,3})?(?:-\d{4})?/g;
const FIGURE = /(?<![a-z\d.])\d{1,9}(?:\.\d{1,6})?(?![\d.])/g;
/** A year tells of nothing but time. */
const YEAR = /^(?:19[5-9]\d|20(?:0[1-9]|[1-4]\d))$/;
const WORD = /[a-z][a-z\d]*(?:-[a-z\d]+)*/g;
/** Units, and what stands under anything technical. */
const COMMON = new Set(
  [
    'ppb pa mpa gpa kpa khz mhz ghz kwh mah ppm rpm min max mol vol wt nm mm cm km kg mg ml kw kv mw hz db lm m2 m3 cm2 cm3 mm2 km2 co2',
    'plc led lcd pcb usb gps app api iot rfid cad cam cae cpu gpu cnc agv mes erp pid pwm ups sql web html http tcp wifi bim gis vr ar ai',
    'the and for with from using based method device system technology high new of in on at by to an is are',
  ]
    .join(' ')
    .split(' '),
);
/** Numbers of patents and applications, without CN or ZL and the check digit's dot; documents. */
const RIGHT = /(?<!\d)(?:cn|zl)?\s?((?:19|20)\d{10}|\d{8})[.·]?\s?([\dx])(?!\d)/g;
const DOCUMENT = /10\.\d{4,9}\/[a-z\d./_()-]{3,60}/g;
const HAN = /\p{Script=Han}/gu;
const LETTERS = /\p{L}/gu;
/** Of the letters of a text in another language fewer are Chinese. */
const FEW_HAN = 0.1;

/** Whether a text is in another language: it has letters, and hardly any Chinese ones. O(length). */
export function isForeign(text: string): boolean {
  const letters = text.match(LETTERS)?.length ?? 0;
  return letters > 0 && (text.match(HAN)?.length ?? 0) < FEW_HAN * letters;
}
/** Fields that hold a title in another language: titleEn, englishTitle, 英文名称. */
const OTHER_TITLE = /^(?:title|name)_?(?:en|english|foreign)$|^(?:en|english)_?(?:title|name)$|英文/i;

/** Characters that join words. */
const JOINING = /[的用于型基种一及与和之在下对由以其]/g;

function subjectOf(title: string, words: WordReader | undefined): string {
  if (words === undefined) return title;
  const { finder, generic } = words.lexicon;
  let rest = '';
  let at = 0;
  for (const { word, start, end } of finder.segment(title)) {
    if (!generic.has(word)) continue;
    rest += title.slice(at, start);
    at = end;
  }
  return (rest + title.slice(at)).replace(JOINING, '');
}

/** Reads the clues of one record. O(length of its texts). */
export function cluesOf(
  record: MatchRecord,
  simplifier: Simplifier | undefined,
  words: WordReader | undefined,
): Clues {
  const title = normalize(record.title, simplifier).text;
  const texts = textFields(record, TEXT_FIELDS).map(({ text }) => text);
  const written = normalize(texts.join('\n'), simplifier).text;
  const text = written.replace(STANDARDS, ' ');
  const fields = Object.entries(record).flatMap(([field, value]) =>
    typeof value === 'string' ? [{ field, value }] : [],
  );
  const marks = new Set<string>();
  const wordings = [written, ...fields.map(({ value }) => value.toLowerCase()), rightsOf(record)];
  for (const wording of wordings) {
    for (const [, number, check] of wording.matchAll(RIGHT)) marks.add(`right ${number}${check}`);
    for (const [document] of wording.matchAll(DOCUMENT)) marks.add(`document ${document}`);
  }
  const bareTitle = bareNormalized(title);
  for (const { field, value } of fields) {
    if (OTHER_TITLE.test(field)) marks.add(`title ${bareNormalized(normalize(value).text)}`);
  }
  if (isForeign(title) && bareTitle.length > 7) marks.add(`title ${bareTitle}`);
  return {
    title: bareTitle,
    subject: subjectOf(bareTitle, words),
    whole: bareNormalized(written),
    isChinese: !isForeign(written),
    isSecret: secrecyRank(record.secrecyLevel) > 0,
    figures: new Map([...text.matchAll(FIGURE)].flatMap(([number]) => figureOf(number))),
    latin: new Map([...text.matchAll(WORD)].flatMap(([word]) => wordOf(word))),
    marks,
    parties: partiesOf(record, fields),
    ...wordsOf(title, text, words),
  };
}

const CONTACT = /contact|phone|mail|tel|联系|电话|邮箱|手机/i;

function partiesOf(
  { organization }: MatchRecord,
  fields: readonly { readonly field: string; readonly value: string }[],
): ReadonlySet<string> {
  const parties = new Set<string>();
  const { uscc } = (typeof organization === 'object' ? organization : {}) as { readonly uscc?: unknown };
  if (typeof uscc === 'string') parties.add(uscc.trim().toLowerCase());
  for (const { field, value } of fields) {
    const digits = value.replace(/\D/g, '');
    if (!CONTACT.test(field)) continue;
    if (digits.length >= 7) parties.add(digits);
    if (value.includes('@')) parties.add(value.trim().toLowerCase());
  }
  return parties;
}

function rightsOf(record: MatchRecord): string {
  const { ip } = record as { readonly ip?: readonly unknown[] };
  return (ip ?? [])
    .map((right) => (typeof right === 'string' ? right : (right as { readonly number?: unknown })?.number))
    .filter((number) => typeof number === 'string')
    .join(' \n')
    .toLowerCase();
}

function figureOf(number: string): [string, number][] {
  if (YEAR.test(number) || Number(number) === 0) return [];
  let value = Number(number.replace('.', ''));
  while (value % 10 === 0) value /= 10;
  const telling = String(value).length;
  const digits = number.replace('.', '').length;
  const weight = telling >= 3 || digits >= 4 ? 0.9 : telling === 2 || number.includes('.') ? 0.6 : 0.25;
  // Single digits number claims, steps and parts.
  if (digits === 1) return [[number, 0.05]];
  return [[number, weight]];
}

function wordOf(word: string): [string, number][] {
  if (COMMON.has(word) || !(word.length > 2 || /^[a-z]\d$/.test(word))) return [];
  // Soil-Link, Mg-10Gd-3Y: names, and no words.
  const isName = word.length >= 6 && word.includes('-');
  return [[word, isName ? 1.5 : /\d/.test(word) ? 0.9 : 0.6]];
}

function wordsOf(
  title: string,
  text: string,
  words: WordReader | undefined,
): Pick<Clues, 'titleWords' | 'terms'> {
  const titleWords = new Map<string, string>();
  const terms = new Set<string>();
  if (words === undefined) return { titleWords, terms };
  const { lexicon, terms: canonical } = words;
  for (const { word } of lexicon.finder.segment(text)) {
    const found = canonical.of(word);
    if (found === undefined) continue;
    terms.add(found.term);
    if (found.broader !== undefined) terms.add(found.broader);
    for (const { term } of canonical.partsOf(word)) terms.add(term);
  }
  for (const { word } of lexicon.finder.segment(title)) {
    const found = canonical.of(word);
    if (found !== undefined) titleWords.set(bareNormalized(word), found.term);
  }
  return { titleWords, terms };
}
