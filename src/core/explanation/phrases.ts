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
  /** How often the query has it. */
  times: number;
  value: number;
}

/** A piece that comes more often has the terms that it had before. */
const MOST_TIMES = 100;

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
  const said: SaidWords = new Map();
  for (const placed of query.placed) {
    const { starts, terms } = placed;
    const here: number[] = [];
    const hereStarts: number[] = [];
    for (let i = 0; i < terms.length; i++) {
      if (shared.has[terms[i]!] !== 1) continue;
      here.push(i);
      hereStarts.push(starts[i]!);
    }
    if (here.length === 0) continue;
    const figures = figuresIn(placed, here);
    for (const piece of joinedPieces(placed, here, pair)) {
      const quantity = covers(figures, piece);
      const candidate = candidateAt(candidates, query.text, piece, { ...AS_IT_IS, quantity });
      if (candidate.times > MOST_TIMES) continue;
      for (const i of termsIn(placed, here, firstAt(hereStarts, piece.start), piece)) {
        candidate.terms.push(terms[i]!);
      }
    }
    for (const { words, relation, quantity = false, terms: told, ...place } of otherWords(
      placed,
      here,
      pair,
      said,
    )) {
      const candidate = candidateAt(candidates, query.text, place, { words, relation, quantity });
      for (const term of told) candidate.terms.push(term);
    }
  }
  return weighed(candidates, pair, most);
}

/** How the record says a piece that it holds as it is. */
const AS_IT_IS = { words: undefined, relation: undefined } as const;

/** The candidate of a piece of the query, which stands at one place more; a new one is told how the record says it. */
function candidateAt(
  candidates: Map<string, Candidate>,
  text: string,
  { start, end }: Stretch,
  said: Pick<Candidate, 'words' | 'relation' | 'quantity'>,
): Candidate {
  const key = text.slice(start, end);
  let candidate = candidates.get(key);
  if (candidate === undefined) {
    candidate = { terms: [], places: [], ...said, times: 0, value: 0 };
    candidates.set(key, candidate);
  }
  candidate.times++;
  if (candidate.places.length < MAX_SPANS) candidate.places.push({ start, end });
  return candidate;
}

/** Where quantities begin, and how far any of those up to each goes. */
interface Figures {
  readonly starts: number[];
  readonly reaches: number[];
}

/** The quantities among shared tokens. */
function figuresIn({ tokens, starts, ends }: PlacedTokens, shared: readonly number[]): Figures {
  const figures: Figures = { starts: [], reaches: [] };
  let reach = -1;
  for (const i of shared) {
    if (!QUANTITY.test(tokens[i]!.term)) continue;
    reach = Math.max(reach, ends[i]!);
    figures.starts.push(starts[i]!);
    figures.reaches.push(reach);
  }
  return figures;
}

/** Whether a quantity covers a piece. */
function covers({ starts, reaches }: Figures, { start, end }: Stretch): boolean {
  return (reaches[firstAt(starts, start + 1) - 1] ?? -1) >= end;
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
