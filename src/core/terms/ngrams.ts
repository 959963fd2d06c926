import { fingerprint } from '../../base/hash.ts';
import { CanonicalTerms } from '../lexicon/canonical.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { isFunctionCharacter, isSeparatingCharacter } from './function-characters.ts';
import { tokenizeWordRun } from './latin.ts';
import { foldWord } from './normalize.ts';
import { runsOf } from './runs.ts';
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
  const sayTechnically = (word: string, start: number, end: number, out: Token[]) => {
    for (const [i, given] of (lexicon.everyday.get(word) ?? []).entries()) {
      const factor = use.everyday / (i + 1);
      const { term } = canonical.of(given) ?? { term: given };
      if (use.word > 0) out.push({ term, start, end, weight: use.word * factor });
      spell(term, start, end, use, factor, out);
    }
  };
  return {
    fingerprint: `ngrams/1:${fingerprint(JSON.stringify(use))}:${lexicon.fingerprint}`,
    tokenize(text) {
      const tokens: Token[] = [];
      const factors = new Float32Array(text.length).fill(1);
      for (const { word, start, end } of lexicon.finder.segmentField(text)) {
        const generic = lexicon.generic.get(word);
        if (generic !== undefined) {
          factors.fill(generic, start, end);
          continue;
        }
        if (use.everyday > 0) sayTechnically(word, start, end, tokens);
        const known = canonical.of(word);
        if (known === undefined) continue;
        if (use.word > 0) tokens.push({ term: known.term, start, end, weight: use.word });
        if (known.term !== word && use.synonym > 0) spell(known.term, start, end, use, use.synonym, tokens);
        if (known.broader !== undefined && use.broader > 0) {
          tokens.push({ term: known.broader, start, end, weight: use.broader });
        }
      }
      for (const run of runsOf(text)) {
        const latin = use.latin * factors[run.start]!;
        if (run.kind === 'cjk') ngramsOfRun(text, run.start, run.end, factors, use, tokens);
        else if (latin > 0) tokenizeWordRun(text, run.start, run.end, latin, tokens);
      }
      return tokens;
    },
  };
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
