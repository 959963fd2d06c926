import { CanonicalTerms } from '../lexicon/canonical.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { NamedThing } from '../reading/names.ts';
import { foldWord } from './normalize.ts';
import type { Token } from './tokenizer.ts';

/** Before the terms of heads: 钢 as what a thing is, and not somewhere in its name. No normalised word begins so. */
const MARK = '~';
/** Whether a term is that of a head. */
export function isHeadTerm(term: string): boolean {
  return term.startsWith(MARK);
}

/** What a head counts as a word. */
const WEIGHT = 0.75;

const CANONICAL = new WeakMap<Lexicon, CanonicalTerms>();

/**
 * What the thing of a title is, as words of their own: its last ideograph and its last two, which need no dictionary
 * (轴承钢 is a 钢, 水泵叶轮 an 叶轮), and the term of its head where the lexicon knows it. So two titles whose things are
 * of one kind meet in more than in the ideographs that they share with what is made of or for the same.
 */
export function titleHeads(title: string, { object, head }: NamedThing, lexicon: Lexicon): Token[] {
  if (object === undefined) return [];
  const { end } = object;
  const heads: Token[] = [];
  const add = (term: string, start: number) =>
    heads.push({ term: `${MARK}${term}`, start, end, weight: WEIGHT });
  for (const size of [1, 2]) {
    const last = title.slice(Math.max(object.start, end - size), end);
    if (last.length === size && IDEOGRAPHS.test(last)) add(last, end - size);
  }
  if (head === undefined) return heads;
  const known = canonicalOf(lexicon).of(title.slice(head, end));
  if (known !== undefined) add(known.term, head);
  return heads;
}

const IDEOGRAPHS = /^[\u3400-\u9fff]+$/;

function canonicalOf(lexicon: Lexicon): CanonicalTerms {
  let canonical = CANONICAL.get(lexicon);
  if (canonical === undefined) {
    canonical = new CanonicalTerms(lexicon, foldWord);
    CANONICAL.set(lexicon, canonical);
  }
  return canonical;
}
