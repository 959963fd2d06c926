/**
 * `cuohe/nodejieba`: cuts words with the optional package `nodejieba`. Node only.
 * Begin: `tokenizer.ts`; `binding.ts` loads the package.
 * Order: an optional package; implements `WordCutter` of `core/terms`.
 */

export type { WordTokenizerOptions } from '../../core/terms/word-tokenizer.ts';
export { nodejiebaTokenizer } from './tokenizer.ts';
