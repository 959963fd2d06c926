import { Issues } from '../../base/issues.ts';
import { expectKeys } from '../../base/options.ts';
import { defineLexicon, type Lexicon } from '../lexicon/lexicon.ts';
import { NGRAM_WEIGHTS, ngramTokenizer } from './ngrams.ts';
import { foldWord } from './normalize.ts';
import { runsOf } from './runs.ts';
import type { Token, Tokenizer } from './tokenizer.ts';
import { placeParts, placeWords } from './word-pieces.ts';

/** A dictionary segmenter. It is given runs of ideographs, kana and Hangul only: never Latin, space or half a surrogate pair. */
export interface WordCutter {
  /** Package, version and mode: changes whenever the same run could be cut otherwise. */
  readonly fingerprint: string;
  /** Pieces that follow each other. */
  cut(run: string): string[];
  /** The same, each word preceded by the dictionary words inside of it. */
  cutForSearch(run: string): string[];
}

/** Options of the tokenizers that cut by a dictionary. */
export interface WordTokenizerOptions {
  /** Also the dictionary words inside of longer words: 燃气轮机 gives 燃气 and 轮机 too. Default false. */
  readonly search?: boolean;
  /**
   * Also the pairs of neighbouring ideographs. Default true: where two authors word a thing differently, pairs
   * still meet and words do not, so that words alone rank worse than pairs. False makes the index smaller.
   */
  readonly bigrams?: boolean;
}

const KEYS = ['search', 'bigrams'] as const satisfies readonly (keyof WordTokenizerOptions)[];

/**
 * Checks the options of a tokenizer that cuts by a dictionary, before the dictionary is loaded.
 * @throws InputError `INVALID_OPTIONS` naming every bad option.
 */
export function checkWordOptions(options: WordTokenizerOptions): void {
  const issues = new Issues();
  if (expectKeys(issues, options, KEYS)) {
    for (const key of KEYS) {
      const isSwitch = options[key] === undefined || typeof options[key] === 'boolean';
      issues.expect(isSwitch, key, 'true or false', options[key]);
    }
  }
  issues.throwAsOptions();
}

/**
 * A tokenizer from a dictionary segmenter. Words of the lexicon (under the first of their synonyms, with what they
 * are a kind of), Latin words and numbers come out as the default tokenizer finds them; the segmenter adds
 * the words that the lexicon lacks. Single ideographs, punctuation and space give no term.
 * @throws InputError `INVALID_OPTIONS` naming every bad option.
 */
export function wordTokenizer(
  cutter: WordCutter,
  lexicon: Lexicon,
  options: WordTokenizerOptions = {},
): Tokenizer {
  checkWordOptions(options);
  const { search = false, bigrams = true } = options;
  const base = ngramTokenizer(lexicon, { unigram: 0, bigram: bigrams ? NGRAM_WEIGHTS.bigram : 0 });
  const addWords = (text: string, offset: number, out: Token[]) => {
    const words = placeWords(text, cutter.cut(text));
    const pieces = search ? placeParts(words, cutter.cutForSearch(text)) : words;
    for (const { word, start, end } of pieces) {
      // Names of the lexicon are counted already.
      if (isOneCharacter(word) || lexicon.byName.has(word)) continue;
      const weight = NGRAM_WEIGHTS.word * genericFactor(lexicon, word);
      if (weight > 0) out.push({ term: word, start: offset + start, end: offset + end, weight });
    }
  };
  const withWords = (text: string, tokens: Token[]) => {
    for (const { kind, start, end } of runsOf(text)) {
      if (kind === 'cjk' && end - start > 1) addWords(text.slice(start, end), start, tokens);
    }
    return tokens;
  };
  return {
    fingerprint: `words/2:${cutter.fingerprint}:${search ? 'search' : 'cut'}:${base.fingerprint}`,
    tokenize: (text, reading) => withWords(text, base.tokenize(text, reading)),
    words: (text, reading) => withWords(text, base.words!(text, reading)),
  };
}

/**
 * Words of a lexicon that a segmenter has to learn: names and generic words of ideographs only, those left out that
 * it keeps whole already, because loading a known word again would take its own frequency away.
 */
export function wordsToLearn(lexicon: Lexicon, cut: (run: string) => readonly string[]): string[] {
  return [...lexicon.byName.keys(), ...lexicon.generic.keys()].filter((word) => {
    const [run] = runsOf(word);
    const isRun = run?.kind === 'cjk' && run.start === 0 && run.end === word.length;
    return isRun && !isOneCharacter(word) && cut(word).length > 1;
  });
}

/** A lexicon without a word. */
export function emptyLexicon(): Lexicon {
  return defineLexicon({ name: 'empty', entries: [] }, foldWord);
}

/** What an occurrence of a word counts: a word made of generic words alone (关键技术) counts as its least generic part. */
function genericFactor(lexicon: Lexicon, word: string): number {
  if (lexicon.generic.size === 0) return 1;
  let end = 0;
  let factor = 0;
  for (const found of lexicon.finder.segment(word)) {
    const generic = lexicon.generic.get(found.word);
    if (generic === undefined || found.start !== end) return 1;
    factor = Math.max(factor, generic);
    end = found.end;
  }
  return end === word.length ? factor : 1;
}

function isOneCharacter(word: string): boolean {
  return word.length === String.fromCodePoint(word.codePointAt(0) ?? 0).length;
}
