import { Worker } from 'node:worker_threads';

const WORKER = new URL('../../../src/parallel/worker.ts', import.meta.url);
/** A thread knows no TypeScript by itself. */
const START = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(WORKER)}); });`;

/** Starts a worker of a pool from source. */
export function startWorker(): Worker {
  return new Worker(START, { eval: true, execArgv: [] });
}
