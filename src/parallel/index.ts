/** `cuohe/parallel`: `matchAll` on all cores. */

export type { MatchPoolOptions } from './options.ts';
export { createMatchPool, type MatchPool } from './pool.ts';
export type { WorkerLike } from './worker-like.ts';
