import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { STOP_WORDS_EN } from './stop-words-en.ts';
import type { Token } from './tokenizer.ts';

/**
 * Latin words are stemmed, alloys and model numbers kept (tc4, q345b, 5g), numbers kept with their unit (1200°c).
 */

const LETTERS = /^[a-z]+$/;
const BARE_NUMBER = /^\d+(?:[.\-/_]\d+)*$/;
/** Numbers of fewer digits stand alone mostly as list numbers and counts. */
const MIN_DIGITS = 3;
/** The Porter stemmer leaves words of one and two letters as they are. */
const MIN_STEMMED = 3;
/** No word is longer: what is, is data. */
const MAX_LENGTH = 100;

/** Units without those that also end names: 5g is a generation, 316l a steel, 3d a dimension. */
const UNIT =
  '(?:%|‰|°c?|[numckμ]?m[23]?|[mkμ]g|t|ml|[kmg]?w|[km]wh|k?v|m?a|[kmg]?hz|[kmg]?pa|k?n|rpm|s|ms|min|h|k|db|bar)';
/** A quantity: what it measures stands beside it, so that alone it says little. */
const QUANTITY = new RegExp(`^\\d+(?:[.\\-]\\d+)*${UNIT}(?:/(?:${UNIT}|[glhd]))?$`);
const QUANTITY_FACTOR = 0.25;

/** Appends the terms of one run of letters and digits: the whole run, and its parts where joiners stand in it. */
export function tokenizeWordRun(
  text: string,
  start: number,
  end: number,
  weight: number,
  out: Token[],
): void {
  const run = text.slice(start, end);
  const whole = wordTerm(run);
  if (whole !== undefined) {
    if (QUANTITY.test(run)) out.push({ term: whole, start, end, weight: weight * QUANTITY_FACTOR });
    else out.push({ term: whole, start, end, weight, kind: 'latin' });
  }
  if (!/[.\-_/]/.test(run) || BARE_NUMBER.test(run) || QUANTITY.test(run)) return;
  for (const match of run.matchAll(/[^.\-_/]+/gu)) {
    const term = wordTerm(match[0]);
    const from = start + match.index;
    if (term !== undefined)
      out.push({ term, start: from, end: from + match[0].length, weight, kind: 'latin' });
  }
}

/** The term of a word, or nothing for stop words, single letters, short bare numbers and what is too long. */
export function wordTerm(word: string): string | undefined {
  if (word.length < 2 || word.length > MAX_LENGTH || STOP_WORDS_EN.has(word)) return undefined;
  if (BARE_NUMBER.test(word)) return word.replace(/\D/g, '').length >= MIN_DIGITS ? word : undefined;
  return LETTERS.test(word) && word.length >= MIN_STEMMED ? stemOf(word) : word;
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
