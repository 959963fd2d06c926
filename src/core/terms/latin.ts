import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { STOP_WORDS_EN } from './stop-words-en.ts';
import type { TokenSink } from './tokenizer.ts';

/**
 * Latin words are stemmed, alloys and model numbers kept (tc4, q345b, 5g) and written in one way (x-900 is x900).
 * Numbers with a unit are none of these: `measures.ts` reads them.
 */

const LETTERS = /^[a-z]+$/;
const BARE_NUMBER = /^\d+(?:[.\-/_]\d+)*$/;
const DECIMAL = /^(?:0|[1-9]\d*)\.\d+$/;
/** Numbers of fewer digits stand alone mostly as list numbers and counts. */
const MIN_DIGITS = 3;
/** The Porter stemmer leaves words of one and two letters as they are. */
const MIN_STEMMED = 3;
/** No word is longer: what is, is data. */
const MAX_LENGTH = 100;

/** Appends the terms of one run of letters and digits: the whole run, and its parts where joiners stand in it. */
export function tokenizeWordRun(
  text: string,
  start: number,
  end: number,
  weight: number,
  out: TokenSink,
): void {
  const run = end - start > MAX_LENGTH ? undefined : text.slice(start, end);
  const whole = run === undefined ? undefined : wordTerm(run);
  if (whole !== undefined) out.push({ term: whole, start, end, weight, kind: 'latin' });
  if (run !== undefined && (!/[.\-_/]/.test(run) || BARE_NUMBER.test(run))) return;
  let follows = false;
  for (let from = start; from < end; ) {
    const to = partEnd(text, from, end);
    const part = to - from > MAX_LENGTH ? undefined : text.slice(from, to);
    // The 900 of x-900 is a piece of a name, as it is in x900.
    const isPiece = follows && part !== undefined && /^\d+$/.test(part);
    const term = part === undefined || isPiece ? undefined : wordTerm(part);
    if (term !== undefined && !(from === start && to === end)) {
      out.push({ term, start: from, end: to, weight, kind: 'latin' });
    }
    follows = text[to] === '-' && isLetter(text.charCodeAt(to - 1));
    from = to + 1;
  }
}

/** Where a part of a run ends; a point between digits parts nothing: 0.5ppm never holds 5ppm. */
function partEnd(text: string, from: number, end: number): number {
  let at = from;
  for (; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x2d || unit === 0x5f || unit === 0x2f) break;
    if (unit === 0x2e && !(isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)))) break;
  }
  return at;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** The term of a word, or nothing for stop words, single letters, short bare numbers and what is too long. */
export function wordTerm(word: string): string | undefined {
  if (word.length < 2 || word.length > MAX_LENGTH || STOP_WORDS_EN.has(word)) return undefined;
  if (BARE_NUMBER.test(word)) return numberTerm(word);
  if (LETTERS.test(word)) return word.length >= MIN_STEMMED ? stemOf(word) : word;
  // X-900 and TC-4 are written without the dash as well; between digits it tells numbers apart.
  return /[a-z][-_]\d/.test(word) ? word.replace(/([a-z])[-_](?=\d)/g, '$1') : word;
}

/** 0.50 is 0.5. */
function numberTerm(word: string): string | undefined {
  const term = DECIMAL.test(word) ? withoutZeros(word) : word;
  return term.replace(/\D/g, '').length >= MIN_DIGITS ? term : undefined;
}

function withoutZeros(decimal: string): string {
  let end = decimal.length;
  while (decimal[end - 1] === '0') end--;
  return decimal.slice(0, decimal[end - 1] === '.' ? end - 1 : end);
}

/** Stems found so far: stemming takes far longer than looking up. Emptied when full. */
const stems = new Map<string, string>();
const MAX_STEMS = 50_000;

function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    stem = porter.stem(word);
    if (stems.size >= MAX_STEMS) stems.clear();
    stems.set(word, stem);
  }
  return stem;
}
