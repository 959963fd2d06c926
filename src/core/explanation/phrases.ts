import type { Lexicon } from '../lexicon/lexicon.ts';
import type { AnalyzedField } from '../terms/analyzer.ts';
import { type FieldSpan, spanOf } from '../terms/span.ts';
import type { Token } from '../terms/tokenizer.ts';
import {
  bare,
  isDoubtful,
  isExact,
  isGeneric,
  isRuledOutOnOneSide,
  isWord,
  type RecordWord,
  type Relation,
  recordWordsOf,
  relationOf,
} from './names.ts';
import { literalSpans, MAX_SPANS, MAX_TEXT, type RecordPlace, recordPlace, spansOf } from './places.ts';
import { shownText } from './shown-text.ts';
import {
  cleanEnds,
  holdsWord,
  isIdeograph,
  isLooseEnd,
  LOOSE,
  placeOf,
  type Stretch,
  standsAt,
  trimmed,
} from './word-edges.ts';

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

/** A longer piece is a quotation, not a phrase. In UTF-16 units. */
const MAX_PHRASE = 40;

/** Phrases below this share of the first one's value are noise. */
const MIN_SHARE = 0.02;

/** A phrase while it is put together. */
interface Candidate {
  readonly terms: Set<string>;
  readonly querySpans: FieldSpan[];
  readonly recordSpans: readonly FieldSpan[];
  readonly relation: Relation | undefined;
  readonly ruledOut: boolean;
  readonly quantity: boolean;
  value: number;
}

/** What phrases are made from. */
interface Both {
  readonly values: ReadonlyMap<string, number>;
  readonly record: readonly AnalyzedField[];
  readonly queryTexts: readonly string[];
  readonly recordTexts: readonly string[];
  /** Asked for only where the query says what the record does not. */
  readonly recordWords: () => ReadonlyMap<string, readonly RecordWord[]>;
  readonly lexicon: Lexicon;
  /** What was found of words that one side may do without: they come again and again in a long text. */
  readonly ruledOut: Map<string, boolean>;
}

/**
 * Joins shared terms that touch in the query into the longest pieces that the record holds too:
 * 高温 + 温涂 + 涂层 become 高温涂层. What the record says otherwise is a phrase only as a whole word that the lexicon
 * relates to a whole word of the record, or as the same quantity or Latin word. Each term's value goes to one phrase,
 * the longest that holds it, so that values never count twice. Phrases come by value, then by place.
 * @param lexicon knows words, so that a phrase does not begin or end inside of one.
 */
export function matchedPhrases(
  values: ReadonlyMap<string, number>,
  query: readonly AnalyzedField[],
  record: readonly AnalyzedField[],
  lexicon: Lexicon,
): MatchedPhrase[] {
  const recordTexts = record.map((field) => field.normalized.text.slice(0, MAX_TEXT));
  const queryTexts = query.map((field) => field.normalized.text.slice(0, MAX_TEXT));
  let words: ReadonlyMap<string, readonly RecordWord[]> | undefined;
  const recordWords = () => {
    words ??= recordWordsOf(record, values);
    return words;
  };
  const both = {
    values,
    record,
    queryTexts,
    recordTexts,
    recordWords,
    lexicon,
    ruledOut: new Map<string, boolean>(),
  };
  const candidates = new Map<string, Candidate>();
  for (const field of query) {
    const shared = field.tokens.filter((token) => token.end <= MAX_TEXT && values.has(token.term));
    shared.sort((a, b) => a.start - b.start || b.end - a.end);
    for (const place of [...joinedPieces(field, shared, both), ...otherWords(field, shared, both)]) {
      const { start, end, recordSpans, relation } = place;
      const key = field.normalized.text.slice(start, end);
      const candidate = candidates.get(key) ?? {
        terms: new Set(),
        querySpans: [],
        recordSpans,
        relation,
        ruledOut: place.ruledOut === true,
        quantity: place.quantity === true,
        value: 0,
      };
      candidates.set(key, candidate);
      for (const term of place.terms) candidate.terms.add(term);
      if (candidate.querySpans.length < MAX_SPANS) candidate.querySpans.push(spanOf(field, start, end));
    }
  }
  const byLength = [...candidates].sort(([a], [b]) => b.length - a.length);
  const taken = new Set<string>();
  for (const [, candidate] of byLength) {
    for (const term of candidate.terms) {
      if (taken.has(term)) continue;
      taken.add(term);
      candidate.value += values.get(term) ?? 0;
    }
  }
  const most = Math.max(0, ...[...candidates.values()].map((candidate) => candidate.value));
  return [...candidates]
    .filter(([, candidate]) => candidate.value > most * MIN_SHARE)
    .sort(([, a], [, b]) => b.value - a.value)
    .map(([key, { value, querySpans, recordSpans, relation, ruledOut, quantity }]) => ({
      phrase: shownText(querySpans[0]!.text),
      value,
      querySpans,
      recordSpans,
      ...(relation === undefined ? {} : { relation }),
      ...(ruledOut ? { ruledOut } : {}),
      ...(quantity ? { quantity } : {}),
      ...(relation === undefined && !quantity && isGeneric(key, lexicon) ? { generic: true as const } : {}),
    }));
}

/** A piece of the query's field, the shared terms in it, and where the record says it. */
interface Place extends Stretch {
  readonly terms: readonly string[];
  readonly recordSpans: readonly FieldSpan[];
  readonly relation?: Relation;
  readonly ruledOut?: boolean;
  readonly quantity?: boolean;
}

/** Pieces of one field that the record holds as they are: shared tokens joined while the joined text stands in it. */
function joinedPieces(field: AnalyzedField, shared: readonly Token[], both: Both): Place[] {
  const { text } = field.normalized;
  const find = (start: number, end: number) => recordPlace(text.slice(start, end), both.recordTexts);
  // Where the record holds the open piece, if that was looked for: mostly it goes on as the query does.
  let seen: RecordPlace | undefined;
  const goesOn = (start: number, end: number) => {
    if (seen !== undefined && standsAt(seen.text, text.slice(start, end), seen.start)) return true;
    const next = find(start, end);
    seen = next ?? seen;
    return next !== undefined;
  };
  const pieces: Stretch[] = [];
  let open: { start: number; end: number } | undefined;
  for (const { term, start, end, kind } of shared) {
    // What a name is spelled with stands at the name's place, and is no piece of the text.
    if (open !== undefined && end <= open.end) continue;
    const isPiece = kind === 'characters' || kind === 'pairs';
    if (isPiece && term !== text.slice(start, end)) continue;
    const own = isPiece ? undefined : find(start, end);
    if (!isPiece && own === undefined) continue;
    const joins = open !== undefined && start <= open.end && end - open.start <= MAX_PHRASE;
    if (open !== undefined && joins && goesOn(open.start, end)) {
      open.end = end;
      continue;
    }
    if (open !== undefined) pieces.push(open);
    open = { start, end };
    seen = own;
  }
  if (open !== undefined) pieces.push(open);
  const figures = shared.filter(({ term }) => QUANTITY.test(term));
  return pieces.flatMap((piece) => shownPiece(field, piece, shared, figures, both));
}

/** A piece without what is torn on either side; nothing where nothing whole is left. */
function shownPiece(
  field: AnalyzedField,
  piece: Stretch,
  shared: readonly Token[],
  figures: readonly Token[],
  both: Both,
): Place[] {
  const { finder } = both.lexicon;
  const text = field.normalized.text.slice(0, MAX_TEXT);
  let { start, end } = trimmed(text, piece, finder);
  // Trimmed in the record too, which may tear another word.
  const seen = recordPlace(text.slice(start, end), both.recordTexts);
  if (seen === undefined) return [];
  const whole = trimmed(seen.text, seen, finder);
  start += whole.start - seen.start;
  end -= seen.end - whole.end;
  if (end <= start || isTorn(text, { start, end }, both)) return [];
  ({ start, end } = wholeWords(text, { start, end }, both));
  if (end <= start) return [];
  const terms = shared.filter((token) => token.start >= start && token.end <= end).map(({ term }) => term);
  const shown = text.slice(start, end);
  const other = recordPlace(shown, both.recordTexts);
  const isFigure = (token: Token) => token.start <= start && token.end >= end;
  return [
    {
      start,
      end,
      terms,
      recordSpans: literalSpans(shown, both.record),
      ruledOut: other !== undefined && isRuledOutOnOneSide(shown, shown, both),
      quantity: figures.some(isFigure),
    },
  ];
}

/** The term of a number with a unit. */
const QUANTITY = /^-?\d[\d.e+-]*(?:[^\d\s.-].*)$/;

/**
 * A piece from its first to its last whole word: an end stays where the text tells in either record that a word begins
 * or ends there (a sign, a function word, a known word beside it), or where a known word of the piece does; otherwise
 * the piece shrinks to its known words: 樱桃番茄 of 樱桃番茄转. Function words at the ends fall away.
 */
function wholeWords(
  text: string,
  piece: Stretch,
  { recordTexts, lexicon: { finder, generic } }: Both,
): Stretch {
  let { start, end } = piece;
  const words = finder.segment(text.slice(start, end));
  let first = 0;
  let last = words.length - 1;
  // Words of any title at the ends are no part of what is shared: 采用|稀土.
  const from = start;
  const isLoose = (word: string) => (generic.get(word) ?? 1) <= LOOSE;
  while (first < last && words[first]!.start + from === start && isLoose(words[first]!.word)) {
    start = from + words[first++]!.end;
  }
  while (last > first && words[last]!.end + from === end && isLoose(words[last]!.word)) {
    end = from + words[last--]!.start;
  }
  const begin = words[first];
  const finish = words[last];
  while (start < end && begin?.start !== start - from && isLooseEnd(text, start)) start++;
  while (end > start && finish?.end !== end - from && isLooseEnd(text, end - 1)) end--;
  const shown = text.slice(start, end);
  const seen = recordPlace(shown, recordTexts);
  const own = cleanEnds(text, { start, end }, finder);
  const other = seen === undefined ? { start: false, end: false } : cleanEnds(seen.text, seen, finder);
  // One ideograph beside a word says nothing alone: 亚硝酸盐|低.
  if (finish !== undefined && from + finish.end === end - 1 && isIdeograph(text, end - 1)) end--;
  const begins = begin?.start === start - from || !isIdeograph(text, start) || own.start || other.start;
  const ends = finish?.end === end - from || !isIdeograph(text, end - 1) || own.end || other.end;
  if (begins && ends) return { start, end };
  if (begin === undefined || finish === undefined) return { start, end: start };
  return {
    start: begins ? start : Math.max(start, from + begin.start),
    end: ends ? end : Math.min(end, from + finish.end),
  };
}

/** Whether two or three ideographs without a known word begin or end a word in neither text. */
function isTorn(text: string, piece: Stretch, { recordTexts, lexicon: { finder } }: Both): boolean {
  const shown = text.slice(piece.start, piece.end);
  if (shown.length > 3 || !isIdeograph(shown, 0) || holdsWord(shown, finder)) return false;
  const own = cleanEnds(text, piece, finder);
  const seen = recordPlace(shown, recordTexts);
  const other = seen === undefined ? { start: false, end: false } : cleanEnds(seen.text, seen, finder);
  return !((own.start || other.start) && (own.end || other.end));
}

/** Whole words of one field that the record says otherwise. */
function otherWords(field: AnalyzedField, shared: readonly Token[], both: Both): Place[] {
  const { text } = field.normalized;
  const places: Place[] = [];
  for (const token of shared) {
    const { start, end } = token;
    const word = text.slice(start, end);
    if (!isWord(token) || both.recordTexts.some((other) => placeOf(other, word) >= 0)) continue;
    const found = (both.recordWords().get(token.term) ?? []).filter((other) => other.token.end <= MAX_TEXT);
    const inside = shared.filter((other) => other.start === start && other.end === end);
    const terms = inside.map(({ term }) => term);
    const isWritten = (one: RecordWord) => QUANTITY.test(token.term) || isSpelledAlike(word, one.text);
    if (isExact(token) && found.every(isWritten)) {
      // Of a range that the record does not have, one bound is shared: not the range.
      const hasAll = field.tokens.every(
        (other) => other.start < start || other.end > end || !isExact(other) || both.values.has(other.term),
      );
      if (hasAll && found.length > 0) {
        const quantity = QUANTITY.test(token.term);
        places.push({ start, end, terms, recordSpans: spansOf(found), quantity });
      }
      continue;
    }
    if (both.lexicon.everyday.has(word) && isDoubtful(text, start, end, both.lexicon)) continue;
    for (const relation of RELATIONS) {
      const words = found.filter(
        (other) => relationOf(word, other.text, token.term, both.lexicon) === relation,
      );
      if (words.length === 0) continue;
      // All that is shared inside of a name belongs to it.
      const whole = shared.filter((one) => one.start >= start && one.end <= end).map(({ term }) => term);
      places.push({
        start,
        end,
        terms: whole,
        recordSpans: spansOf(words),
        relation,
        ruledOut: isRuledOutOnOneSide(word, words[0]!.text, both),
      });
      break;
    }
  }
  // Of several terms of one word the nearest relation first.
  const rank = ({ relation }: Place) => (relation === undefined ? 0 : RELATIONS.indexOf(relation));
  return places.sort((a, b) => rank(a) - rank(b));
}

/** Whether two Latin words begin alike, as forms of one do; AGV and 自动导引车 are two names. */
function isSpelledAlike(word: string, other: string): boolean {
  const [a, b] = [bare(word), bare(other)];
  return a.startsWith(b.slice(0, 3)) || b.startsWith(a.slice(0, 3));
}

/** The nearest first. */
const RELATIONS: readonly Relation[] = ['same', 'narrower', 'broader', 'everyday'];
