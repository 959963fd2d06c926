import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Token } from '../terms/tokenizer.ts';
import { bare, isDoubtful, isExact, type Relation, relationOf } from './names.ts';
import type { Pair } from './pieces.ts';
import { type PlacedTokens, QUANTITY, WORD } from './query-text.ts';
import type { RecordWord } from './read-text.ts';
import type { Stretch } from './word-edges.ts';

/** A whole word of the query that the record says otherwise. */
export interface OtherWord extends Stretch {
  /** What the record says for it. */
  readonly words: readonly RecordWord[];
  readonly relation?: Relation;
  readonly quantity?: boolean;
  /** The shared terms that are told by it, by their numbers. */
  readonly terms: readonly number[];
}

/** The nearest first. */
const RELATIONS: readonly Relation[] = ['same', 'narrower', 'broader', 'everyday'];

/** How the record says a word: in other spelling, or by a related word. */
interface Said {
  readonly words: readonly RecordWord[];
  readonly relation?: Relation;
  readonly quantity?: boolean;
  /** How often the query has it. */
  times: number;
}

/** A word that comes more often has the terms that it had before. */
const MOST_TIMES = 100;

/** What was found of the words of a query, by their numbers; null where the record does not say them otherwise. */
export type SaidWords = Map<number, Said | null>;

/**
 * Whole words of one field that the record says otherwise, of several terms of one word the nearest relation first.
 * @param said what was found of other fields of the same pair.
 */
export function otherWords(
  placed: PlacedTokens,
  shared: readonly number[],
  pair: Pair,
  said: SaidWords,
): OtherWord[] {
  const { query, lexicon } = pair;
  const { tokens, starts, ends, terms, kinds, words: numbers } = placed;
  const found: OtherWord[] = [];
  for (let s = 0; s < shared.length; s++) {
    const i = shared[s]!;
    if (kinds[i] !== WORD) continue;
    const place = { start: starts[i]!, end: ends[i]! };
    let known = said.get(numbers[i]!);
    if (known === undefined) {
      known = saidFor(tokens[i]!, query.text.slice(place.start, place.end), pair);
      said.set(numbers[i]!, known);
    }
    if (known === null || ++known.times > MOST_TIMES) continue;
    const inside = termsIn(placed, shared, s, place);
    if (known.relation === undefined) {
      // Of a range that the record does not have, one bound is shared: not the range.
      if (!hasAll(placed, place, pair)) continue;
      const same = inside.filter((j) => starts[j] === place.start && ends[j] === place.end);
      found.push({ ...place, ...known, terms: same.map((j) => terms[j]!) });
      continue;
    }
    const isEveryday = lexicon.everyday.has(query.text.slice(place.start, place.end));
    if (isEveryday && isDoubtful(query.text, place.start, place.end, lexicon)) continue;
    // All that is shared inside of a name belongs to it.
    found.push({ ...place, ...known, terms: inside.map((j) => terms[j]!) });
  }
  const rank = ({ relation }: OtherWord) => (relation === undefined ? 0 : RELATIONS.indexOf(relation));
  return found.sort((a, b) => rank(a) - rank(b));
}

function saidFor(token: Token, word: string, { record, lexicon }: Pair): Said | null {
  if (record.placeOf(word) >= 0) return null;
  const words = record.wordsOf(token.term);
  if (words.length === 0) return null;
  const quantity = QUANTITY.test(token.term);
  const isWritten = isExact(token) && words.every((one) => quantity || isSpelledAlike(word, one.text));
  return isWritten ? { words, quantity, times: 0 } : nearest(word, token.term, words, lexicon);
}

function nearest(word: string, term: string, words: readonly RecordWord[], lexicon: Lexicon): Said | null {
  for (const relation of RELATIONS) {
    const related = words.filter((other) => relationOf(word, other.text, term, lexicon) === relation);
    if (related.length > 0) return { relation, words: related, times: 0 };
  }
  return null;
}

/**
 * Of the shared tokens those inside of a place.
 * @param at position of any of them among the shared ones.
 */
export function termsIn(
  { starts, ends }: PlacedTokens,
  shared: readonly number[],
  at: number,
  { start, end }: Stretch,
): number[] {
  let from = at;
  while (from > 0 && starts[shared[from - 1]!]! >= start) from--;
  const inside: number[] = [];
  for (let s = from; s < shared.length; s++) {
    const i = shared[s]!;
    if (starts[i]! >= end) break;
    if (starts[i]! >= start && ends[i]! <= end) inside.push(i);
  }
  return inside;
}

/** Whether all exact tokens inside of a place are shared. */
function hasAll({ tokens, starts, ends, terms }: PlacedTokens, { start, end }: Stretch, pair: Pair): boolean {
  for (let i = firstAt(starts, start); i < starts.length && starts[i]! < end; i++) {
    if (ends[i]! <= end && isExact(tokens[i]!) && pair.shared.has[terms[i]!] === 0) return false;
  }
  return true;
}

/** Position of the first token that begins at a place or behind it. */
export function firstAt(starts: ArrayLike<number>, place: number): number {
  let low = 0;
  for (let high = starts.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether two Latin words begin alike, as forms of one do; AGV and 自动导引车 are two names. */
function isSpelledAlike(word: string, other: string): boolean {
  const [a, b] = [bare(word), bare(other)];
  return a.startsWith(b.slice(0, 3)) || b.startsWith(a.slice(0, 3));
}
