/** `cuohe/node-rs-jieba`: cuts words with the optional package `@node-rs/jieba`. Node only. */
export type { WordTokenizerOptions } from '../../core/terms/word-tokenizer.ts';
export { nodeRsJiebaTokenizer } from './tokenizer.ts';
