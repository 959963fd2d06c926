/** `cuohe/opencc`: traditional → simplified characters with the optional package `opencc-js`. */
export type { OpenccOptions } from './simplifier.ts';
export { openccSimplifier } from './simplifier.ts';
