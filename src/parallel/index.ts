/** `cuohe/parallel`: `matchAll` on all cores. */

export type { MatchPoolOptions } from './options.ts';
export { createMatchPool, type MatchPool } from './pool.ts';
export type { NodeWorkerLike, WebWorkerLike, WorkerLike } from './worker-like.ts';
