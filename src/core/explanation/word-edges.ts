import type { FoundWord, WordFinder } from '../lexicon/word-finder.ts';
import { isFunctionCharacter } from '../terms/function-characters.ts';

/** Where words begin and end in the texts of a phrase, so that no torn word is shown. */

/** A piece of a text, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What known words a piece is made of, by itself. */
export interface PieceFacts {
  readonly words: readonly FoundWord[];
  /** Whether a known word begins where the piece does. */
  readonly beginsWord: boolean;
  /** Whether a known word ends where the piece does. */
  readonly endsInWord: boolean;
}

/** Reads a piece. */
export function factsOf(piece: string, finder: WordFinder): PieceFacts {
  return {
    words: finder.segment(piece),
    beginsWord: finder.wordsAt(piece, 0).length > 0,
    endsInWord: endsInWordOf(piece, finder),
  };
}

/** Longest word that is looked for at an end, in UTF-16 units. */
const REACH = 8;

function endsInWordOf(piece: string, finder: WordFinder): boolean {
  for (let at = Math.max(0, piece.length - REACH); at < piece.length - 1; at++) {
    if (finder.wordsAt(piece, at).some((word) => at + word.length === piece.length)) return true;
  }
  return false;
}

/** A text with the start and end of each known word in it, one after the other; they do not overlap. */
export interface EdgedText {
  readonly text: string;
  readonly edges: Uint32Array;
}

/**
 * Cuts what is torn off the ends of a piece: a part of a known word of the text that goes on beyond the piece (the
 * 鼓 of 电池|鼓包), and a single ideograph beside a word of the piece (件|铣削, 重铸层|厚).
 */
export function trimmed({ text, edges }: EdgedText, { start, end }: Stretch, facts: PieceFacts): Stretch {
  const { words, beginsWord, endsInWord } = facts;
  const first = words[0];
  const last = words.at(-1);
  let from = start;
  let to = end;
  for (let i = firstEndingAt(edges, start); i < edges.length; i += 2) {
    const wordStart = edges[i]!;
    const wordEnd = edges[i + 1]!;
    if (wordStart >= end) break;
    // Torn, unless the piece begins or ends with a word of its own there: 电池 of 电池组.
    if (wordStart < start && wordEnd > start && !beginsWord) from = Math.min(wordEnd, end);
    if (wordStart < end && wordEnd > end && !endsInWord) to = Math.max(wordStart, start);
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

/** Position of the first word that ends at a place or behind it. */
function firstEndingAt(edges: Uint32Array, place: number): number {
  let low = 0;
  for (let high = edges.length / 2; low < high; ) {
    const middle = (low + high) >>> 1;
    if (edges[2 * middle + 1]! < place) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}

/** Which ends of a piece are ends of words as far as the text tells: signs, Latin, function words, known words. */
export function cleanEnds(
  { text, edges }: EdgedText,
  { start, end }: Stretch,
): { readonly start: boolean; readonly end: boolean } {
  const clean = { start: endsWord(text, start - 1), end: endsWord(text, end) };
  for (let i = firstEndingAt(edges, start); i < edges.length; i += 2) {
    if (edges[i]! > end) break;
    clean.start ||= edges[i + 1] === start;
    clean.end ||= edges[i] === end;
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

/** Whether a place parts a Latin word or a number: 5ppm of 0.5ppm is no place of 5ppm. */
export function isCut(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  if (isAlnum(before) && isAlnum(after)) return true;
  return (
    (isPoint(before) && isDigit(after) && isDigit(text.charCodeAt(at - 2))) ||
    (isPoint(after) && isDigit(before) && isDigit(text.charCodeAt(at + 1)))
  );
}

function isAlnum(unit: number): boolean {
  return isDigit(unit) || (unit >= 0x61 && unit <= 0x7a);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isPoint(unit: number): boolean {
  return unit === 0x2e || unit === 0x2c;
}

/** Words of any title that count this much or less are no end of a phrase. */
export const LOOSE = 0.2;

/** Whether a character at an end belongs to no word: a sign, a function word. */
export function isLooseEnd(text: string, at: number): boolean {
  return /[的了与及和或\s,，。;；、:：!！?？()（）/·-]/.test(text[at]!);
}
