/**
 * `cuohe/parallel`: matching, and building an index, on all cores.
 * Begin: `pool.ts` and `create.ts`; `serve.ts` is the worker's side, `run.ts` one job, `build.ts` an index.
 * Order: stands on the engine of the matcher.
 */

export { createMatcherParallel } from './create.ts';
export type { MatchPoolOptions } from './options.ts';
export { createMatchPool, type MatchPool } from './pool.ts';
export type { WorkerLike } from './worker-like.ts';
