import { Buffer } from 'node:buffer';
import { createRequire } from 'node:module';
import { requirePackage } from '../../base/missing-package.ts';
import type { Lexicon } from '../../core/lexicon/lexicon.ts';
import type { Tokenizer } from '../../core/terms/tokenizer.ts';
import {
  checkWordOptions,
  emptyLexicon,
  type WordCutter,
  type WordTokenizerOptions,
  wordsToLearn,
  wordTokenizer,
} from '../../core/terms/word-tokenizer.ts';

const PACKAGE = '@node-rs/jieba';
const INSTALL = 'npm install @node-rs/jieba@2.0.3';
/** Above what any two neighbours reach by chance in the dictionary, so that words of the lexicon stay whole. */
const FREQUENCY = 1000;

/** What is used of the package; its own types need not be installed. */
interface Jieba {
  loadDict(dict: Uint8Array): void;
  cut(text: string, hmm: boolean): string[];
  cutForSearch(text: string, hmm: boolean): string[];
}

/**
 * Cuts words with `@node-rs/jieba` (Rust, prebuilt, no compiler), new words found by its hidden Markov model.
 * Each tokenizer has a dictionary of its own, so that lexicons of two tokenizers do not meet.
 *
 * The package is loaded with `require` when the tokenizer is made: native code must stay out of bundles, and
 * `createRequire` is left alone by bundlers and works in the ESM and the CommonJS build.
 *
 * @param lexicon words to keep whole, synonyms and generic words; pass the one that the matcher uses. Default: none.
 * @throws CuoheError `MISSING_PACKAGE` where the package is absent or does not load; InputError `INVALID_OPTIONS`.
 */
export async function nodeRsJiebaTokenizer(
  lexicon: Lexicon = emptyLexicon(),
  options: WordTokenizerOptions = {},
): Promise<Tokenizer> {
  checkWordOptions(options);
  const require = createRequire(import.meta.url);
  const load = (path: string) => requirePackage(require, PACKAGE + path, INSTALL);
  const { Jieba } = load('') as { Jieba: { withDict(dict: Uint8Array): Jieba } };
  const { dict } = load('/dict') as { dict: Uint8Array };
  const { version } = load('/package.json') as { version: string };
  const jieba = Jieba.withDict(dict);
  const words = wordsToLearn(lexicon, (word) => jieba.cut(word, false));
  jieba.loadDict(Buffer.from(words.map((word) => `${word} ${FREQUENCY} n\n`).join('')));
  const cutter: WordCutter = {
    fingerprint: `${PACKAGE}@${version}`,
    cut: (run) => jieba.cut(run, true),
    cutForSearch: (run) => jieba.cutForSearch(run, true),
  };
  return wordTokenizer(cutter, lexicon, options);
}
