import type { Lexicon } from '../lexicon/lexicon.ts';
import { LITERAL, type PlacedTokens, type QueryText, type SharedTerms, SPELLED } from './query-text.ts';
import type { ReadText } from './read-text.ts';
import { cleanEnds, isIdeograph, isLooseEnd, LOOSE, type Stretch, trimmed } from './word-edges.ts';

/** Pieces that both texts of a pair hold as they are. */

/** Both sides of a pair. */
export interface Pair {
  readonly query: QueryText;
  readonly record: ReadText;
  readonly shared: SharedTerms;
  readonly lexicon: Lexicon;
}

/** A longer piece is a quotation, not a phrase. In UTF-16 units. */
const MAX_PHRASE = 40;

/** Pieces of one field that the record holds too: shared tokens joined while the joined text stands in it. */
export function joinedPieces(placed: PlacedTokens, shared: readonly number[], pair: Pair): Stretch[] {
  const { query, record } = pair;
  const { text } = query;
  const { starts, ends, kinds } = placed;
  // Where the record holds the open piece, if that was looked for.
  let seen = -1;
  const pieces: Stretch[] = [];
  let open: { start: number; end: number } | undefined;
  for (const i of shared) {
    const start = starts[i]!;
    const end = ends[i]!;
    const kind = kinds[i]!;
    // What a name is spelled with stands at the name's place, and is no piece of the text.
    if ((open !== undefined && end <= open.end) || kind === SPELLED) continue;
    const own = kind === LITERAL ? -1 : record.placeOf(text.slice(start, end));
    if (kind !== LITERAL && own < 0) continue;
    if (open !== undefined) {
      const joins = start <= open.end && end - open.start <= MAX_PHRASE;
      const next = joins ? placeOfLonger(text.slice(open.start, end), seen, record) : -1;
      if (next >= 0) {
        open.end = end;
        seen = next;
        continue;
      }
      pieces.push(open);
    }
    open = { start, end };
    seen = own;
  }
  if (open !== undefined) pieces.push(open);
  const shown: Stretch[] = [];
  for (const piece of pieces) {
    const whole = shownPiece(piece, pair);
    if (whole !== undefined) shown.push(whole);
  }
  return shown;
}

/** Where the record holds a piece, which held the beginning of it at a place: mostly it goes on there as the query does. */
function placeOfLonger(piece: string, seen: number, record: ReadText): number {
  return seen >= 0 && record.standsAt(piece, seen) ? seen : record.placeOf(piece);
}

/** A piece without what is torn on either side; nothing where nothing whole is left. */
function shownPiece(piece: Stretch, pair: Pair): Stretch | undefined {
  const { query, record } = pair;
  const { text } = query;
  let { start, end } = trimmed(query, piece, query.factsOf(text.slice(piece.start, piece.end)));
  // Trimmed in the record too, which may tear another word.
  const shown = text.slice(start, end);
  const at = record.placeOf(shown);
  if (at < 0) return undefined;
  const seen = { start: at, end: at + shown.length };
  const whole = trimmed(record, seen, query.factsOf(shown));
  start += whole.start - seen.start;
  end -= seen.end - whole.end;
  if (end <= start || isTorn({ start, end }, pair)) return undefined;
  const words = withoutHalfRange(wholeWords({ start, end }, pair), query.text);
  return words.end <= words.start ? undefined : words;
}

/** A piece without the upper end of a range that it begins with: 负荷NOx of 50%~|100%负荷NOx. */
function withoutHalfRange({ start, end }: Stretch, text: string): Stretch {
  if (!/[~–—]/.test(text.charAt(start - 1))) return { start, end };
  const figure = /^[\d.]+[%°℃]?/.exec(text.slice(start, end))?.[0].length ?? 0;
  return end - start - figure > 1 ? { start: start + figure, end } : { start, end };
}

/**
 * A piece from its first to its last whole word: an end stays where the text tells in either record that a word begins
 * or ends there (a sign, a function word, a known word beside it), or where a known word of the piece does; otherwise
 * the piece shrinks to its known words: 樱桃番茄 of 樱桃番茄转. Function words at the ends fall away.
 */
function wholeWords(piece: Stretch, pair: Pair): Stretch {
  const { query, lexicon } = pair;
  const { text } = query;
  let { start, end } = piece;
  const { words } = query.factsOf(text.slice(start, end));
  let first = 0;
  let last = words.length - 1;
  // Words of any title at the ends are no part of what is shared: 采用|稀土.
  const from = start;
  while (first < last && words[first]!.start + from === start && isLoose(words[first]!.word, lexicon)) {
    start = from + words[first++]!.end;
  }
  while (last > first && words[last]!.end + from === end && isLoose(words[last]!.word, lexicon)) {
    end = from + words[last--]!.start;
  }
  const begin = words[first];
  const finish = words[last];
  while (start < end && begin?.start !== start - from && isLooseEnd(text, start)) start++;
  while (end > start && finish?.end !== end - from && isLooseEnd(text, end - 1)) end--;
  const clean = cleanIn({ start, end }, pair);
  // One ideograph beside a word says nothing alone: 亚硝酸盐|低.
  if (finish !== undefined && from + finish.end === end - 1 && isIdeograph(text, end - 1)) end--;
  const begins = begin?.start === start - from || !isIdeograph(text, start) || clean.start;
  const ends = finish?.end === end - from || !isIdeograph(text, end - 1) || clean.end;
  if (begins && ends) return { start, end };
  if (begin === undefined || finish === undefined) return { start, end: start };
  return {
    start: begins ? start : Math.max(start, from + begin.start),
    end: ends ? end : Math.min(end, from + finish.end),
  };
}

/** Whether a word is one of any title. */
function isLoose(word: string, { generic }: Lexicon): boolean {
  return (generic.get(word) ?? 1) <= LOOSE;
}

/** Which ends of a piece are ends of words in either text. */
function cleanIn(piece: Stretch, { query, record }: Pair): { start: boolean; end: boolean } {
  const shown = query.text.slice(piece.start, piece.end);
  const own = cleanEnds(query, piece);
  const at = own.start && own.end ? -1 : record.placeOf(shown);
  if (at < 0) return own;
  const other = cleanEnds(record, { start: at, end: at + shown.length });
  return { start: own.start || other.start, end: own.end || other.end };
}

/** Whether two or three ideographs without a known word begin or end a word in neither text. */
function isTorn(piece: Stretch, pair: Pair): boolean {
  const { query } = pair;
  const shown = query.text.slice(piece.start, piece.end);
  if (shown.length > 3 || !isIdeograph(shown, 0) || query.factsOf(shown).words.length > 0) return false;
  const clean = cleanIn(piece, pair);
  return !(clean.start && clean.end);
}
