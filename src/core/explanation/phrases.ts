import type { WordFinder } from '../lexicon/word-finder.ts';
import type { AnalyzedField } from '../terms/analyzer.ts';
import { type FieldSpan, spanOf } from '../terms/span.ts';
import type { Token } from '../terms/tokenizer.ts';

/** A readable piece of both texts and what its terms add to the score. */
export interface MatchedPhrase {
  /** As it stands in the query. */
  readonly phrase: string;
  /** Sum over the shared terms inside of it. */
  readonly value: number;
  readonly querySpans: readonly FieldSpan[];
  /** The same words, or the synonyms that stand for them. */
  readonly recordSpans: readonly FieldSpan[];
}

/** Most places listed for one phrase and side. */
const MAX_SPANS = 5;
/** A longer piece is a quotation, not a phrase. In UTF-16 units. */
const MAX_PHRASE = 40;
/** Phrases are looked for in this much of a field, so that a book pasted into a form costs no more. */
const MAX_TEXT = 20_000;

/** Phrases below this share of the first one's value are noise. */
const MIN_SHARE = 0.02;

/** A phrase while it is put together. */
interface Candidate {
  readonly terms: Set<string>;
  readonly querySpans: FieldSpan[];
  value: number;
}

/**
 * Joins shared terms that touch in the query into the longest pieces that the record holds too:
 * 高温 + 温涂 + 涂层 become 高温涂层. Each term's value goes to one phrase, the longest that holds it, so that
 * values never count twice. Phrases come by value, then by place.
 * @param finder knows words, so that a phrase does not begin or end inside of one.
 */
export function matchedPhrases(
  values: ReadonlyMap<string, number>,
  query: readonly AnalyzedField[],
  record: readonly AnalyzedField[],
  finder: WordFinder,
): MatchedPhrase[] {
  const recordTexts = record.map((field) => field.normalized.text.slice(0, MAX_TEXT));
  const candidates = new Map<string, Candidate>();
  for (const field of query) {
    for (const piece of joinedPieces(field, values, recordTexts)) {
      const { terms } = piece;
      const { start, end } = trimmed(field.normalized.text, piece, finder);
      const key = field.normalized.text.slice(start, end);
      const candidate = candidates.get(key) ?? { terms: new Set(), querySpans: [], value: 0 };
      candidates.set(key, candidate);
      for (const term of terms) candidate.terms.add(term);
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
    .map(([key, candidate]) => ({
      phrase: candidate.querySpans[0]!.text,
      value: candidate.value,
      querySpans: candidate.querySpans,
      recordSpans: recordSpans(key, candidate.terms, record),
    }));
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly terms: readonly string[];
}

/** Pieces of one field: shared tokens joined while the joined text stands in the record. */
function joinedPieces(
  field: AnalyzedField,
  values: ReadonlyMap<string, number>,
  recordTexts: readonly string[],
): Piece[] {
  const { text } = field.normalized;
  const inRecord = (start: number, end: number) => {
    const piece = text.slice(start, end);
    return recordTexts.some((other) => other.includes(piece));
  };
  const shared = field.tokens.filter((token) => token.end <= MAX_TEXT && values.has(token.term));
  shared.sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: Piece[] = [];
  let open: { start: number; end: number; terms: string[]; literal: boolean } | undefined;
  for (const token of shared) {
    const literal = inRecord(token.start, token.end);
    if (open !== undefined && token.start <= open.end && token.end <= open.end) {
      open.terms.push(token.term);
      continue;
    }
    const joins =
      open?.literal === true && literal && token.start <= open.end && token.end - open.start <= MAX_PHRASE;
    if (open !== undefined && joins && inRecord(open.start, token.end)) {
      open.end = token.end;
      open.terms.push(token.term);
      continue;
    }
    if (open !== undefined) pieces.push(open);
    open = { start: token.start, end: token.end, terms: [token.term], literal };
  }
  if (open !== undefined) pieces.push(open);
  return pieces;
}

/**
 * Drops a single ideograph at either end that is a torn piece of a neighbouring word (件|铣削, 重铸层|厚): one that
 * no known word of the piece holds while such a word stands next to it.
 */
function trimmed(text: string, { start, end }: Piece, finder: WordFinder): { start: number; end: number } {
  const words = finder.segment(text.slice(start, end));
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return { start, end };
  const from = first.start === 1 && isIdeograph(text, start) ? start + 1 : start;
  const to = end - start - last.end === 1 && isIdeograph(text, end - 1) ? end - 1 : end;
  return { start: from, end: to };
}

function isIdeograph(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x3400 && unit <= 0x9fff;
}

/** Where the record says it: the same text, else the tokens of the same terms (synonyms). */
function recordSpans(
  text: string,
  terms: ReadonlySet<string>,
  record: readonly AnalyzedField[],
): FieldSpan[] {
  const spans: FieldSpan[] = [];
  for (const field of record) {
    const searched = field.normalized.text.slice(0, MAX_TEXT);
    let at = searched.indexOf(text);
    while (at >= 0 && spans.length < MAX_SPANS) {
      spans.push(spanOf(field, at, at + text.length));
      at = searched.indexOf(text, at + text.length);
    }
  }
  if (spans.length > 0) return spans;
  for (const field of record) {
    const tokens = field.tokens.filter((candidate) => terms.has(candidate.term)).slice(0, MAX_SPANS * 4);
    for (const token of longest(tokens)) {
      if (spans.length < MAX_SPANS) spans.push(spanOf(field, token.start, token.end));
    }
  }
  return spans;
}

/** Tokens that lie in no other of the list; of several at one place the first. */
function longest(tokens: readonly Token[]): Token[] {
  return tokens.filter(
    (token, i) =>
      !tokens.some((other, j) => {
        const holds = other.start <= token.start && other.end >= token.end;
        const isLonger = other.end - other.start > token.end - token.start;
        return holds && (isLonger || j < i);
      }),
  );
}
