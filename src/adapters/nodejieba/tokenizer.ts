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
import { loadNodejieba } from './binding.ts';

/** Words inserted by this module: nodejieba can neither list nor forget them. */
const inserted = new Set<string>();

/**
 * Cuts words with `nodejieba` (C++, compiled at installation), new words found by its hidden Markov model.
 *
 * **Its dictionary belongs to the whole process.** The words of the lexicon are inserted once and stay; tokenizers
 * that are made later with another lexicon, and other users of nodejieba, see them, and theirs are seen here.
 * The fingerprint cannot know of that: use one lexicon in a process, make the tokenizer before any text is cut, or
 * take `cuohe/node-rs-jieba`, where each tokenizer has a dictionary of its own. Terms of the lexicon itself (names,
 * synonyms, generic words) are found without nodejieba and do not depend on it. nodejieba gives inserted words
 * a middling frequency of its own, so that it still cuts about one in fifty of them; their parts then count too.
 *
 * The first call loads the dictionary: one to two seconds and about 300 MB.
 *
 * @param lexicon words to keep whole, synonyms and generic words; pass the one that the matcher uses. Default: none.
 * @throws CuoheError `MISSING_PACKAGE` where the package is absent, was not compiled or lacks its dictionaries; InputError `INVALID_OPTIONS`.
 */
export async function nodejiebaTokenizer(
  lexicon: Lexicon = emptyLexicon(),
  options: WordTokenizerOptions = {},
): Promise<Tokenizer> {
  checkWordOptions(options);
  const { nodejieba, version } = loadNodejieba();
  for (const word of wordsToLearn(lexicon, (run) => nodejieba.cut(run, false))) {
    if (!inserted.has(word) && nodejieba.insertWord(word)) inserted.add(word);
  }
  const cutter: WordCutter = {
    fingerprint: `nodejieba@${version}`,
    cut: (run) => nodejieba.cut(run, true),
    cutForSearch: (run) => nodejieba.cutForSearch(run, true),
  };
  return wordTokenizer(cutter, lexicon, options);
}
