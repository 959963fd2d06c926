import { Worker } from 'node:worker_threads';
import type { Matcher } from 'cuohe';
import { createMatchPool, type MatchPool } from '../../../src/parallel/index.ts';

const WORKER = new URL('../../../src/parallel/worker.ts', import.meta.url);
/** A thread knows no TypeScript by itself. */
const START = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(WORKER)}); });`;

/** A pool from source, which leaves nothing to the calling thread. */
export function poolOf(matcher: Matcher, threads: number): MatchPool {
  return createMatchPool(matcher, {
    threads,
    smallJob: 0,
    startWorker: () => new Worker(START, { eval: true, execArgv: [] }),
  });
}
