import type { Matcher } from 'cuohe';
import { createMatchPool, type MatchPool } from '../../../src/parallel/index.ts';
import { startWorker } from './worker.ts';

/** A pool from source, which leaves nothing to the calling thread. */
export function poolOf(matcher: Matcher, threads: number): MatchPool {
  return createMatchPool(matcher, { threads, smallJob: 0, startWorker });
}
