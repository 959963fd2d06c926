/**
 * `cuohe/node-rs-jieba`: cuts words with the optional package `@node-rs/jieba`. Node only.
 * Begin: `tokenizer.ts`.
 * Order: an optional package; implements `WordCutter` of `core/terms`.
 */

export type { WordTokenizerOptions } from '../../core/terms/word-tokenizer.ts';
export { nodeRsJiebaTokenizer } from './tokenizer.ts';
