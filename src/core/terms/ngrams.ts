import { fingerprint } from '../../base/hash.ts';
import { CanonicalTerms } from '../lexicon/canonical.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { TextEntries } from '../lexicon/senses.ts';
import { designationsOf, tokenizeDesignation } from './designations.ts';
import { isFunctionCharacter, isSeparatingCharacter } from './function-characters.ts';
import { tokenizeWordRun } from './latin.ts';
import { measuresOf } from './measures.ts';
import { foldWord } from './normalize.ts';
import { plainReading } from './reading-text.ts';
import { type Run, runsOf } from './runs.ts';
import type { Token, Tokenizer } from './tokenizer.ts';

/** What one occurrence of each kind of term counts within its signal. 0 leaves the kind out. */
export interface NgramWeights {
  /** Single ideographs. They bridge wordings that share a root (钢, 药, 泵). */
  readonly unigram: number;
  /** Pairs of neighbouring ideographs: they need no dictionary. */
  readonly bigram: number;
  /** Words of the lexicon, under the first of their synonyms. */
  readonly word: number;
  /** Ideographs and pairs of the name that stands for a synonym, as a factor on theirs. */
  readonly synonym: number;
  /** What a word is a kind of, where the lexicon says so. */
  readonly broader: number;
  /** Technical terms for a word of everyday speech: the first of them; the n-th counts 1/n of it. */
  readonly everyday: number;
  /** Latin words, alloys, numbers with units. */
  readonly latin: number;
}

/** Defaults; benchmarks/EVALUATION.md shows what each kind brings. */
export const NGRAM_WEIGHTS: NgramWeights = {
  unigram: 1,
  bigram: 1,
  word: 1,
  synonym: 1,
  broader: 0.5,
  everyday: 0.5,
  latin: 1,
};

/**
 * The default tokenizer: words of a lexicon plus character uni- and bigrams. Plain TypeScript, the same output
 * in Node and in the browser, no dictionary to load.
 */
export function ngramTokenizer(lexicon: Lexicon, weights: Partial<NgramWeights> = {}): Tokenizer {
  const use = { ...NGRAM_WEIGHTS, ...weights };
  const canonical = new CanonicalTerms(lexicon, foldWord);
  /** The terms of an everyday word as words and as what they are written with: 费电 also counts as 节能降耗. */
  const sayTechnically = (word: string, start: number, end: number, spelled: NgramWeights, out: Token[]) => {
    for (const [i, given] of (lexicon.everyday.get(word) ?? []).entries()) {
      const factor = use.everyday / (i + 1);
      const { term } = canonical.of(given) ?? { term: given };
      if (use.word > 0) out.push({ term, start, end, weight: use.word * factor });
      spell(term, start, end, spelled, factor, out);
    }
  };
  /** The words that a compound is made of: where 碳化硅晶圆 is a word of its own, it still meets 碳化硅 and SiC. */
  const addParts = (word: string, start: number, broader: string | undefined, out: Token[]) => {
    for (const { term, ...part } of canonical.partsOf(word)) {
      // What the word is a kind of is counted as that.
      if (term === broader) continue;
      out.push({ term, start: start + part.start, end: start + part.end, weight: use.word });
    }
  };
  const read = (text: string, reading: string, use: NgramWeights, withFunctions: boolean) => {
    const tokens: Token[] = [];
    const factors = new Float32Array(text.length).fill(1);
    const entries = new TextEntries(text, lexicon);
    for (const { word, start, end } of lexicon.finder.segmentField(text)) {
      const generic = lexicon.generic.get(word);
      if (generic !== undefined) {
        factors.fill(generic, start, end);
        continue;
      }
      if (use.everyday > 0) sayTechnically(word, start, end, use, tokens);
      const entry = entries.of(word);
      if (entry === undefined) continue;
      const known = canonical.ofEntry(entry);
      if (use.word > 0) {
        tokens.push({ term: known.term, start, end, weight: use.word });
        addParts(word, start, known.broader, tokens);
      }
      if (known.term !== word && use.synonym > 0) spell(known.term, start, end, use, use.synonym, tokens);
      if (known.broader !== undefined && use.broader > 0) {
        tokens.push({ term: known.broader, start, end, weight: use.broader });
      }
    }
    if (withFunctions) {
      for (const { word, start, end } of lexicon.functionFinder.segment(text)) {
        for (const term of lexicon.functions.get(word)!) tokens.push({ term, start, end, kind: 'functions' });
      }
    }
    const isRead = readExactly(text, reading, factors, use, tokens);
    for (const run of runsOf(text)) {
      if (run.kind === 'cjk') ngramsOfRun(text, run.start, run.end, factors, use, tokens);
      else wordsOfRun(text, run, isRead, factors, use, tokens);
    }
    return tokens;
  };
  const unspelled = { ...use, unigram: 0, bigram: 0 };
  return {
    fingerprint: `ngrams/3:${fingerprint(JSON.stringify(use))}:${lexicon.fingerprint}`,
    tokenize: (text, reading = plainReading(text)) => read(text, reading, use, true),
    words: (text, reading = plainReading(text)) => read(text, reading, unspelled, false),
  };
}

/** A quantity: what it measures stands beside it, so that alone it says little. */
const QUANTITY_FACTOR = 0.25;

/**
 * Appends quantities, standards and parted models, and takes their characters out of all other terms: 5 of 0.5 ppm, or
 * 兆帕 of 5兆帕, means nothing alone. Gives the places that were read so, or nothing where there are none.
 */
function readExactly(
  text: string,
  reading: string,
  factors: Float32Array,
  { latin }: NgramWeights,
  out: Token[],
): Uint8Array | undefined {
  const { measures, spans } = measuresOf(reading);
  const designations = designationsOf(text, reading);
  if (measures.length === 0 && designations.length === 0) return undefined;
  const isRead = new Uint8Array(text.length);
  for (const designation of designations) {
    const weight = latin * factors[designation.start]!;
    if (weight > 0) tokenizeDesignation(designation, weight, out);
    isRead.fill(1, designation.start, designation.end);
  }
  for (const { term, start, end, hasUnit } of measures) {
    const weight = latin * factors[start]!;
    if (weight === 0 || isRead[start] === 1) continue;
    if (hasUnit) out.push({ term, start, end, weight: weight * QUANTITY_FACTOR });
    else out.push({ term, start, end, weight, kind: 'latin' });
  }
  for (const { start, end } of spans) isRead.fill(1, start, end);
  for (let at = 0; at < isRead.length; at++) if (isRead[at] === 1) factors[at] = 0;
  return isRead;
}

/** Appends the terms of a run of letters and digits, or of what is left of it beside what was read already. */
function wordsOfRun(
  text: string,
  run: Run,
  isRead: Uint8Array | undefined,
  factors: Float32Array,
  { latin }: NgramWeights,
  out: Token[],
): void {
  const add = (start: number, end: number) => {
    const weight = latin * factors[start]!;
    if (weight > 0) tokenizeWordRun(text, start, end, weight, out);
  };
  if (isRead === undefined) {
    add(run.start, run.end);
    return;
  }
  const isLeft = (at: number) => isRead[at] === 0;
  for (let at = run.start; at < run.end; at++) {
    if (!isLeft(at) || isJoiner(text, at)) continue;
    let end = at + 1;
    while (end < run.end && isLeft(end)) end++;
    const next = end;
    while (end > at + 1 && isJoiner(text, end - 1)) end--;
    add(at, end);
    at = next;
  }
}

function isJoiner(text: string, at: number): boolean {
  return '.-_/'.includes(text[at]!);
}

/**
 * The ideographs and pairs of a canonical name at the place of its synonym: 3D打印 also counts as what 增材制造 is
 * written with, so that it meets 增材 alone.
 */
function spell(
  name: string,
  start: number,
  end: number,
  weights: NgramWeights,
  factor: number,
  out: Token[],
): void {
  if (weights.unigram === 0 && weights.bigram === 0) return;
  const spelled: Token[] = [];
  const factors = new Float32Array(name.length).fill(factor);
  for (const run of runsOf(name)) {
    if (run.kind === 'cjk') ngramsOfRun(name, run.start, run.end, factors, weights, spelled);
  }
  for (const token of spelled) out.push({ ...token, start, end });
}

function ngramsOfRun(
  text: string,
  start: number,
  end: number,
  factors: Float32Array,
  weights: NgramWeights,
  out: Token[],
): void {
  if (weights.unigram === 0 && weights.bigram === 0) return;
  let previous = -1;
  for (let at = start; at < end; ) {
    const unit = text.charCodeAt(at);
    const next = at + (isHighSurrogate(unit) ? 2 : 1);
    if (isSeparatingCharacter(unit)) {
      previous = -1;
      at = next;
      continue;
    }
    const factor = factors[at]!;
    const unigram = isFunctionCharacter(unit) ? 0 : weights.unigram * factor;
    if (unigram > 0)
      out.push({ term: text.slice(at, next), start: at, end: next, weight: unigram, kind: 'characters' });
    if (previous >= 0) {
      // A bigram that reaches into a generic word counts what that word counts.
      const bigram = weights.bigram * Math.min(factor, factors[previous]!);
      if (bigram > 0)
        out.push({
          term: text.slice(previous, next),
          start: previous,
          end: next,
          weight: bigram,
          kind: 'pairs',
        });
    }
    previous = at;
    at = next;
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
