import { fingerprint } from '../../base/hash.ts';
import { CanonicalTerms } from '../lexicon/canonical.ts';
import type { LexiconEntry } from '../lexicon/entry.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { TextEntries } from '../lexicon/senses.ts';
import { designationsOf, tokenizeDesignation } from './designations.ts';
import { isFunctionCharacter, isSeparatingCharacter } from './function-characters.ts';
import { tokenizeWordRun } from './latin.ts';
import { measuresOf } from './measures.ts';
import { foldWord } from './normalize.ts';
import { plainReading } from './reading-text.ts';
import { type Run, runsOf } from './runs.ts';
import { CHARACTERS, type Cut, cuttingBy, PAIRS, TokenList, WHOLE } from './token-list.ts';
import type { Token, Tokenizer } from './tokenizer.ts';
import { usableTokens } from './usable-tokens.ts';

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

/** What a word of the finder gives where it stands, looked up once. */
interface KnownWord {
  /** Of a generic word what an occurrence counts; it gives no tokens. */
  readonly generic: number | undefined;
  /** Tokens of an everyday word. */
  readonly spoken: TokenList | undefined;
  /** Tokens of a name with one meaning. */
  readonly named: TokenList | undefined;
  /** Of a name with several meanings the tokens of each, as texts tell of them. */
  readonly meanings: Map<LexiconEntry, TokenList> | undefined;
}

/**
 * The default tokenizer: words of a lexicon plus character uni- and bigrams. Plain TypeScript, the same output
 * in Node and in the browser, no dictionary to load.
 */
export function ngramTokenizer(lexicon: Lexicon, weights: Partial<NgramWeights> = {}): Tokenizer {
  const use = { ...NGRAM_WEIGHTS, ...weights };
  const cut = cutter(lexicon, use, true);
  const cutWords = cutter(lexicon, { ...use, unigram: 0, bigram: 0 }, false);
  const tokensOf = (cutting: Cut, text: string, reading: string) => {
    const list = new TokenList();
    cutting(text, reading, list);
    return list.tokens();
  };
  const tokenizer: Tokenizer = {
    fingerprint: `ngrams/3:${fingerprint(JSON.stringify(use))}:${lexicon.fingerprint}`,
    tokenize: (text, reading = plainReading(text)) => tokensOf(cut, text, reading),
    words: (text, reading = plainReading(text)) => tokensOf(cutWords, text, reading),
  };
  return cuttingBy(tokenizer, cut);
}

function cutter(lexicon: Lexicon, use: NgramWeights, withFunctions: boolean): Cut {
  const words = wordsOf(lexicon, use);
  let working = new Float32Array(0);
  return (text, reading, out) => {
    // Used again for each text: to make one takes longer than to fill it.
    if (working.length < text.length) working = new Float32Array(2 * text.length);
    const factors = working.fill(1, 0, text.length);
    let entries: TextEntries | undefined;
    for (const { word, start, end } of lexicon.finder.segmentField(text)) {
      const known = words.of(word);
      if (known.generic !== undefined) {
        factors.fill(known.generic, start, end);
        continue;
      }
      if (known.spoken !== undefined) out.addPattern(known.spoken, start, end);
      let { named } = known;
      if (known.meanings !== undefined) {
        entries ??= new TextEntries(text, lexicon);
        named = words.meant(word, entries.of(word), known.meanings);
      }
      if (named !== undefined) out.addPattern(named, start, end);
    }
    if (withFunctions) {
      for (const { word, start, end } of lexicon.functionFinder.segment(text)) {
        for (const term of lexicon.functions.get(word)!) out.push({ term, start, end, kind: 'functions' });
      }
    }
    const isRead = readExactly(text, reading, factors, use, out);
    for (const run of runsOf(text)) {
      if (run.kind === 'cjk') ngramsOfRun(text, run.start, run.end, factors, use, out);
      else wordsOfRun(text, run, isRead, factors, use, out);
    }
  };
}

/** Of each lexicon its words by what they weigh: an index that is made again knows them already. */
const made = new WeakMap<Lexicon, Map<string, Words>>();

function wordsOf(lexicon: Lexicon, use: NgramWeights): Words {
  const known = made.get(lexicon) ?? new Map<string, Words>();
  made.set(lexicon, known);
  const key = JSON.stringify(use);
  const words = known.get(key) ?? new Words(lexicon, use);
  known.set(key, words);
  return words;
}

/** The words of a lexicon with the tokens that they give. */
class Words {
  private readonly lexicon: Lexicon;
  private readonly use: NgramWeights;
  private readonly canonical: CanonicalTerms;
  private readonly known = new Map<string, KnownWord>();

  constructor(lexicon: Lexicon, use: NgramWeights) {
    this.lexicon = lexicon;
    this.use = use;
    this.canonical = new CanonicalTerms(lexicon, foldWord);
  }

  /** @param word as the finder of the lexicon gives it: there are only so many. */
  of(word: string): KnownWord {
    let known = this.known.get(word);
    if (known === undefined) {
      const { generic, byName, senses, everyday } = this.lexicon;
      const entry = byName.get(word);
      known = {
        // No word of an entry is generic, or has other meanings.
        generic: entry === undefined ? generic.get(word) : undefined,
        spoken: this.use.everyday > 0 && everyday.has(word) ? this.spoken(word) : undefined,
        named: entry === undefined ? undefined : this.named(word, entry),
        meanings: entry === undefined && senses.has(word) ? new Map() : undefined,
      };
      this.known.set(word, known);
    }
    return known;
  }

  /** The tokens of a name by what it means in a text. */
  meant(word: string, entry: LexiconEntry | undefined, meanings: Map<LexiconEntry, TokenList>) {
    if (entry === undefined) return undefined;
    let named = meanings.get(entry);
    if (named === undefined) {
      named = this.named(word, entry);
      meanings.set(entry, named);
    }
    return named;
  }

  /** The terms of an everyday word as words and as what they are written with: 费电 also counts as 节能降耗. */
  private spoken(word: string): TokenList {
    const { use, canonical } = this;
    const tokens: Token[] = [];
    for (const [i, given] of this.lexicon.everyday.get(word)!.entries()) {
      const factor = use.everyday / (i + 1);
      const { term } = canonical.of(given) ?? { term: given };
      if (use.word > 0) tokens.push({ term, start: 0, end: WHOLE, weight: use.word * factor });
      spell(term, use, factor, tokens);
    }
    return patternOf(tokens);
  }

  private named(word: string, entry: LexiconEntry): TokenList {
    const { use, canonical } = this;
    const tokens: Token[] = [];
    const known = canonical.ofEntry(entry);
    if (use.word > 0) {
      tokens.push({ term: known.term, start: 0, end: WHOLE, weight: use.word });
      // The words that a compound is made of: where 碳化硅晶圆 is a word of its own, it still meets 碳化硅 and SiC.
      for (const part of canonical.partsOf(word)) {
        // What the word is a kind of is counted as that.
        if (part.term !== known.broader) tokens.push({ ...part, weight: use.word });
      }
    }
    if (known.term !== word && use.synonym > 0) spell(known.term, use, use.synonym, tokens);
    if (known.broader !== undefined && use.broader > 0) {
      tokens.push({ term: known.broader, start: 0, end: WHOLE, weight: use.broader });
    }
    return patternOf(tokens);
  }
}

function patternOf(tokens: readonly Token[]): TokenList {
  return TokenList.of(usableTokens(tokens, WHOLE));
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
  out: TokenList,
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
  out: TokenList,
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
function spell(name: string, weights: NgramWeights, factor: number, out: Token[]): void {
  const spelled = new TokenList();
  const factors = new Float32Array(name.length).fill(factor);
  for (const run of runsOf(name)) {
    if (run.kind === 'cjk') ngramsOfRun(name, run.start, run.end, factors, weights, spelled);
  }
  for (const token of spelled.tokens()) out.push({ ...token, start: 0, end: WHOLE });
}

function ngramsOfRun(
  text: string,
  start: number,
  end: number,
  factors: Float32Array,
  weights: NgramWeights,
  out: TokenList,
): void {
  if (weights.unigram === 0 && weights.bigram === 0) return;
  let previous = -1;
  let before = 0;
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
    const isSingle = next === at + 1;
    if (unigram > 0) {
      if (isSingle) out.add(unit * UNIT, at, next, unigram, CHARACTERS);
      else
        out.push({ term: text.slice(at, next), start: at, end: next, weight: unigram, kind: 'characters' });
    }
    if (previous >= 0) {
      // A bigram that reaches into a generic word counts what that word counts.
      const bigram = weights.bigram * Math.min(factor, factors[previous]!);
      if (bigram > 0) {
        if (next === previous + 2) out.add(before * UNIT + unit, previous, next, bigram, PAIRS);
        else
          out.push({
            term: text.slice(previous, next),
            start: previous,
            end: next,
            weight: bigram,
            kind: 'pairs',
          });
      }
    }
    before = unit;
    previous = at;
    at = next;
  }
}

/** Codes of terms have the first unit in their upper half. */
const UNIT = 0x10000;

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
