/**
 * `cuohe/opencc`: traditional → simplified characters with the optional package `opencc-js`.
 * Begin: `simplifier.ts`.
 * Order: an optional package; implements `Simplifier` of `core/terms`.
 */

export type { OpenccOptions } from './simplifier.ts';
export { openccSimplifier } from './simplifier.ts';
