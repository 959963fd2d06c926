/** `cuohe/nodejieba`: cuts words with the optional package `nodejieba`. Node only. */
export type { WordTokenizerOptions } from '../../core/terms/word-tokenizer.ts';
export { nodejiebaTokenizer } from './tokenizer.ts';
