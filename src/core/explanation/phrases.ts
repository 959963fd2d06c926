import { type FieldSpan, spanOf } from '../terms/span.ts';
import { isGeneric, isRuledOutOnOneSide, type Relation } from './names.ts';
import { firstAt, otherWords, type SaidWords, termsIn } from './other-words.ts';
import { joinedPieces, type Pair } from './pieces.ts';
import { type PlacedTokens, QUANTITY } from './query-text.ts';
import { MAX_SPANS, type RecordWord } from './read-text.ts';
import { shownText } from './shown-text.ts';
import type { Stretch } from './word-edges.ts';

/** A readable piece of both texts and what its terms add to the score. */
export interface MatchedPhrase {
  /** As it stands in the query, without markup. */
  readonly phrase: string;
  /** Sum over the shared terms inside of it. */
  readonly value: number;
  readonly querySpans: readonly FieldSpan[];
  /** The same words, the same quantity in another spelling, or what the lexicon relates to them. */
  readonly recordSpans: readonly FieldSpan[];
  /**
   * Where the record says it by another word: `same` for another name of it, `narrower` where the phrase is a kind of
   * what the record names, `broader` the other way round, `everyday` for the technical term of an everyday word.
   */
  readonly relation?: Relation;
  /** True where one side writes that it does without (不用稀土), and the other one does not. */
  readonly ruledOut?: true;
  /** True for a quantity (0.5ppm, 50-80℃). */
  readonly quantity?: true;
  /** True where it says nothing of what a record is about (自动, 辽宁, 公司): a reason does not name it. */
  readonly generic?: true;
}

/** Phrases below this share of the first one's value are noise. */
const MIN_SHARE = 0.02;

/** A phrase while it is put together. */
interface Candidate {
  /** A term that comes again is counted once. */
  readonly terms: number[];
  /** Where the query has it: a few places of many. */
  readonly places: Stretch[];
  /** What the record says for it; absent where it says the same. */
  readonly words: readonly RecordWord[] | undefined;
  readonly relation: Relation | undefined;
  readonly quantity: boolean;
  value: number;
}

/**
 * Joins shared terms that touch in the query into the longest pieces that the record holds too:
 * 高温 + 温涂 + 涂层 become 高温涂层. What the record says otherwise is a phrase only as a whole word that the lexicon
 * relates to a whole word of the record, or as the same quantity or Latin word. Each term's value goes to one phrase,
 * the longest that holds it, so that values never count twice. Phrases come by value, then by place.
 *
 * Time grows with the texts, not with their product.
 * @param most phrases that are given; those that cannot be read are none.
 */
export function matchedPhrases(pair: Pair, most: number): MatchedPhrase[] {
  const { query, shared } = pair;
  const candidates = new Map<string, Candidate>();
  const add = (
    { start, end }: Stretch,
    terms: Iterable<number>,
    make: () => Pick<Candidate, 'words' | 'relation' | 'quantity'>,
  ) => {
    const key = query.text.slice(start, end);
    let candidate = candidates.get(key);
    if (candidate === undefined) {
      candidate = { terms: [], places: [], ...make(), value: 0 };
      candidates.set(key, candidate);
    }
    for (const term of terms) candidate.terms.push(term);
    if (candidate.places.length < MAX_SPANS) candidate.places.push({ start, end });
  };
  const said: SaidWords = new Map();
  for (const placed of query.placed) {
    const { starts, terms } = placed;
    const here: number[] = [];
    for (let i = 0; i < terms.length; i++) if (shared.has[terms[i]!] === 1) here.push(i);
    if (here.length === 0) continue;
    const hereStarts = here.map((i) => starts[i]!);
    const isFigure = figuresIn(placed, here);
    for (const piece of joinedPieces(placed, here, pair)) {
      const inside = termsIn(placed, here, firstAt(hereStarts, piece.start), piece);
      const make = () => ({ words: undefined, relation: undefined, quantity: isFigure(piece) });
      add(
        piece,
        inside.map((i) => terms[i]!),
        make,
      );
    }
    for (const { words, relation, quantity = false, terms: told, ...place } of otherWords(
      placed,
      here,
      pair,
      said,
    )) {
      add(place, told, () => ({ words, relation, quantity }));
    }
  }
  return weighed(candidates, pair, most);
}

/** Tells whether a quantity that both share covers a piece. */
function figuresIn({ tokens, starts, ends }: PlacedTokens, shared: readonly number[]) {
  const figures = shared.filter((i) => QUANTITY.test(tokens[i]!.term));
  const begin = figures.map((i) => starts[i]!);
  // How far any of the figures up to here goes.
  let reach = -1;
  const reaches = figures.map((i) => {
    reach = Math.max(reach, ends[i]!);
    return reach;
  });
  return ({ start, end }: Stretch) => (reaches[firstAt(begin, start + 1) - 1] ?? -1) >= end;
}

/** The phrases that weigh most, each with what its own terms add. */
function weighed(candidates: ReadonlyMap<string, Candidate>, pair: Pair, most: number): MatchedPhrase[] {
  const { values } = pair.shared;
  const byLength = [...candidates].sort(([a], [b]) => b.length - a.length);
  const taken = new Uint8Array(values.length);
  let heaviest = 0;
  for (const [, candidate] of byLength) {
    for (const term of candidate.terms) {
      if (taken[term] === 1) continue;
      taken[term] = 1;
      candidate.value += values[term]!;
    }
    heaviest = Math.max(heaviest, candidate.value);
  }
  const heavy = [...candidates]
    .filter(([, candidate]) => candidate.value > heaviest * MIN_SHARE)
    .sort(([, a], [, b]) => b.value - a.value);
  const phrases: MatchedPhrase[] = [];
  for (const [key, candidate] of heavy) {
    if (phrases.length === most) break;
    const phrase = shownText(pair.query.spanOf(candidate.places[0]!.start, candidate.places[0]!.end).text);
    if (isReadable(phrase)) phrases.push(matchedPhrase(key, phrase, candidate, pair));
  }
  return phrases;
}

function matchedPhrase(
  key: string,
  phrase: string,
  { value, places, words, relation, quantity }: Candidate,
  pair: Pair,
): MatchedPhrase {
  const { query, record, lexicon } = pair;
  // What is said with a number is not ruled out.
  const other = relation !== undefined ? words![0]!.text : words === undefined ? key : undefined;
  const ruledOut = other !== undefined && isRuledOutOnOneSide(key, other, query, record);
  return {
    phrase,
    value,
    querySpans: places.map(({ start, end }) => query.spanOf(start, end)),
    recordSpans: words === undefined ? record.spansOf(key) : spansOf(words),
    ...(relation === undefined ? {} : { relation }),
    ...(ruledOut ? { ruledOut } : {}),
    ...(quantity ? { quantity } : {}),
    ...(relation === undefined && !quantity && isGeneric(key, lexicon) ? { generic: true as const } : {}),
  };
}

/** Where words of the record stand. */
function spansOf(words: readonly RecordWord[]): FieldSpan[] {
  return words.slice(0, MAX_SPANS).map(({ field, token }) => spanOf(field, token.start, token.end));
}

/** Bounds (不超过, 低于) are nothing that two sides share. */
const BOUND = /^(?:不?(?:大于|小于|高于|低于|超过|超出|少于|多于|等于)|不[大小高低]|以[上下内]|左右|达到)+$/;

/** A single ideograph is no phrase, and neither is a bound. */
function isReadable(phrase: string): boolean {
  return [...phrase.trim()].length > 1 && !BOUND.test(phrase);
}
