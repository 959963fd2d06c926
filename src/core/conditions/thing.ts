import { CanonicalTerms } from '../lexicon/canonical.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { isDenied } from '../records/negation.ts';
import type { ReadField } from '../terms/analyzer.ts';
import { foldWord } from '../terms/normalize.ts';
import { type FieldSpan, spanOf } from '../terms/span.ts';
import { kindOf } from '../terms/term-frequencies.ts';

const CANONICAL = new WeakMap<Lexicon, CanonicalTerms>();

/**
 * What the lexicon counts a thing as: the term of the thing, that of the word it begins with (酸洗 of 酸洗膏), and the
 * technical terms of an everyday word; none where it knows none.
 */
export function termsOfThing(thing: string, lexicon: Lexicon): string[] {
  let canonical = CANONICAL.get(lexicon);
  if (canonical === undefined) {
    canonical = new CanonicalTerms(lexicon, foldWord);
    CANONICAL.set(lexicon, canonical);
  }
  const words = lexicon.finder.wordsAt(thing, 0).filter((word) => !lexicon.generic.has(word));
  const told = [thing, ...words].flatMap((word) => [word, ...(lexicon.everyday.get(word) ?? [])]);
  const terms = told.flatMap((word) => canonical!.of(word)?.term ?? []);
  return [...new Set(terms)];
}

/** Where a record rests on something, and how much that says. */
export interface Resting {
  readonly span: FieldSpan;
  readonly inTitle: boolean;
}

/** What is done against a thing, or is made of it when it is done with: 除磷, 含铬废水, 防停机. */
const AGAINST =
  /(?:[除脱去防抗耐测避替代减降免无不非治控]|检测|监测|去除|脱除|消除|替代|取代|代替|回收|降解|吸附|处理|含有?|富|低|省去|告别|减少|降低|杜绝|取消)$/;
const WASTE =
  /^(?:的?废[水气液渣料旧]|污[水染泥]|超标|残留|泄漏|检测|监测|回收|去除|脱除|降解|中毒|过敏|故障|损失|替代|危害|污染|排放|含量|浓度)/;
const NEAR = 6;

/**
 * Where a supply record holds a thing as something that it rests on: not ruled out, taken back, removed, measured or
 * recovered. Names that the lexicon takes for the same or for a kind of it count.
 */
export function restsOn(
  fields: readonly ReadField[],
  thing: string,
  terms: readonly string[],
): Resting | undefined {
  for (const field of fields) {
    const { text } = field.normalized;
    const at = placeIn(field, text, thing);
    const word = at >= 0 ? { start: at, end: at + thing.length } : wordIn(field, text, terms);
    if (word !== undefined) {
      return { span: spanOf(field, word.start, word.end), inTitle: field.field.field === 'title' };
    }
  }
  return undefined;
}

/** Where a demand names something that it does not rule out: as it stands, or without its last word. */
export function namedIn(fields: readonly ReadField[], thing: string): FieldSpan | undefined {
  for (const field of fields) {
    const { text } = field.normalized;
    const at = text.indexOf(thing);
    if (at < 0 || field.exclusions.some((one) => at < one.end && at + thing.length > one.from)) continue;
    if (!isDenied(text, at, at + thing.length)) return spanOf(field, at, at + thing.length);
  }
  return undefined;
}

/** Places looked at in one text: a thing that is spoken against so often is no support. */
const MOST_PLACES = 20;

function placeIn(field: ReadField, text: string, thing: string): number {
  let tries = 0;
  for (
    let at = text.indexOf(thing);
    at >= 0 && tries < MOST_PLACES;
    at = text.indexOf(thing, at + 1), tries++
  ) {
    if (isFor(field, text, at, at + thing.length)) return at;
  }
  return -1;
}

function wordIn(field: ReadField, text: string, terms: readonly string[]) {
  if (terms.length === 0) return undefined;
  return field.words.find(
    (token) =>
      kindOf(token) === 'words' && terms.includes(token.term) && isFor(field, text, token.start, token.end),
  );
}

function isFor({ exclusions }: ReadField, text: string, start: number, end: number): boolean {
  if (exclusions.some((one) => start < one.end && end > one.from)) return false;
  if (AGAINST.test(text.slice(Math.max(0, start - NEAR), start))) return false;
  return !WASTE.test(text.slice(end, end + NEAR)) && !isDenied(text, start, end);
}
