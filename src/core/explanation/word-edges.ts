import type { FoundWord, WordFinder } from '../lexicon/word-finder.ts';
import { isFunctionCharacter } from '../terms/function-characters.ts';

/** Where words begin and end in the texts of a phrase, so that no torn word is shown. */

/** A piece of a text, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts what is torn off the ends of a piece: a part of a known word of the text that goes on beyond the piece (the
 * 鼓 of 电池|鼓包), and a single ideograph beside a word of the piece (件|铣削, 重铸层|厚).
 */
export function trimmed(text: string, { start, end }: Stretch, finder: WordFinder): Stretch {
  const piece = text.slice(start, end);
  const inside = finder.segment(piece);
  const first = inside[0];
  const last = inside.at(-1);
  const beginsWord = finder.wordsAt(piece, 0).length > 0;
  const endsInWord = endsInWordOf(piece, finder);
  let from = start;
  let to = end;
  const words = finder.segmentField(text);
  for (let i = firstEndingAt(words, start); i < words.length; i++) {
    const word = words[i]!;
    if (word.start >= end) break;
    // Torn, unless the piece begins or ends with a word of its own there: 电池 of 电池组.
    if (word.start < start && word.end > start && !beginsWord) from = Math.min(word.end, end);
    if (word.start < end && word.end > end && !endsInWord) to = Math.max(word.start, start);
  }
  if (!beginsWord && first?.start === 1 && from === start && isIdeograph(text, start)) from = start + 1;
  if (
    !endsInWord &&
    last !== undefined &&
    end - start - last.end === 1 &&
    to === end &&
    isIdeograph(text, end - 1)
  )
    to = end - 1;
  return { start: from, end: Math.max(from, to) };
}

/** Longest word that is looked for at an end, in UTF-16 units. */
const REACH = 8;

function endsInWordOf(piece: string, finder: WordFinder): boolean {
  for (let at = Math.max(0, piece.length - REACH); at < piece.length - 1; at++) {
    if (finder.wordsAt(piece, at).some((word) => at + word.length === piece.length)) return true;
  }
  return false;
}

/** Position of the first word that ends at a place or behind it; the words are in order and do not overlap. */
function firstEndingAt(words: readonly FoundWord[], place: number): number {
  let low = 0;
  for (let high = words.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (words[middle]!.end < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a known word stands in a piece. */
export function holdsWord(piece: string, finder: WordFinder): boolean {
  return finder.segment(piece).length > 0;
}

/** Which ends of a piece are ends of words as far as the text tells: signs, Latin, function words, known words. */
export function cleanEnds(
  text: string,
  { start, end }: Stretch,
  finder: WordFinder,
): { readonly start: boolean; readonly end: boolean } {
  const clean = { start: endsWord(text, start - 1), end: endsWord(text, end) };
  const words = finder.segmentField(text);
  for (let i = firstEndingAt(words, start); i < words.length; i++) {
    const word = words[i]!;
    if (word.start > end) break;
    clean.start ||= word.end === start;
    clean.end ||= word.start === end;
  }
  return clean;
}

function endsWord(text: string, at: number): boolean {
  return !isIdeograph(text, at) || isFunctionCharacter(text.charCodeAt(at));
}

/** Past either end there is none. */
export function isIdeograph(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x3400 && unit <= 0x9fff;
}

/** The first place from `from` on where a piece stands that no letter or digit goes on with; -1 for none. */
export function placeOf(text: string, piece: string, from = 0): number {
  for (let at = text.indexOf(piece, from); at >= 0; at = text.indexOf(piece, at + 1)) {
    if (!isCut(text, at) && !isCut(text, at + piece.length)) return at;
  }
  return -1;
}

/** Whether a piece stands at a place, and no letter or digit goes on with it. */
export function standsAt(text: string, piece: string, at: number): boolean {
  return text.startsWith(piece, at) && !isCut(text, at) && !isCut(text, at + piece.length);
}

/** Whether a place parts a Latin word or a number: 5ppm of 0.5ppm is no place of 5ppm. */
function isCut(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  if (isAlnum(before) && isAlnum(after)) return true;
  const isPoint = (unit: number) => unit === 0x2e || unit === 0x2c;
  const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;
  return (
    (isPoint(before) && isDigit(after) && isDigit(text.charCodeAt(at - 2))) ||
    (isPoint(after) && isDigit(before) && isDigit(text.charCodeAt(at + 1)))
  );
}

function isAlnum(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a);
}

/** Words of any title that count this much or less are no end of a phrase. */
export const LOOSE = 0.2;

/** Whether a character at an end belongs to no word: a sign, a function word. */
export function isLooseEnd(text: string, at: number): boolean {
  return /[的了与及和或\s,，。;；、:：!！?？()（）/·-]/.test(text[at]!);
}
