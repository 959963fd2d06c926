/**
 * `cuohe/parallel`: `matchAll` on all cores.
 * Begin: `pool.ts`; `serve.ts` is the worker's side, `run.ts` one job.
 * Order: stands on the engine of the matcher.
 */

export type { MatchPoolOptions } from './options.ts';
export { createMatchPool, type MatchPool } from './pool.ts';
export type { WorkerLike } from './worker-like.ts';
