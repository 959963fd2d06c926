import type { Engine } from './engine.ts';

/**
 * Where a matcher keeps its engine for the threads of a pool. A registered symbol: the CommonJS and the ES build of the
 * library have a class each, and a pool of one takes a matcher of the other.
 */
export const ENGINE = Symbol.for('cuohe/engine');

/**
 * The engine of a matcher, of whichever build; undefined for anything else. In a file of its own: who only asks for it does
 * not bring the engine along.
 */
export function engineOf(matcher: unknown): Engine | undefined {
  return (matcher as { readonly [ENGINE]?: Engine } | null | undefined)?.[ENGINE];
}
