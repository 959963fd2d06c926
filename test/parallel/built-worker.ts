import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { afterAll } from 'vitest';
import { TINY } from './workers.ts';

/**
 * The worker and the parts of the tiny world as Node reads them, which reads no TypeScript: built once for the tests of
 * a file, in place of a compiler in each of their threads.
 */
export function builtWorker() {
  const folder = mkdtempSync(join(tmpdir(), 'cuohe-worker-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  buildSync({
    entryPoints: {
      worker: fileURLToPath(new URL('../../src/parallel/worker.ts', import.meta.url)),
      tiny: fileURLToPath(TINY),
    },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // The parts are made of the same modules as the worker.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  return {
    startWorker: () => new Worker(join(folder, 'worker.mjs')),
    /** What `TINY` is. */
    tiny: pathToFileURL(join(folder, 'tiny.mjs')),
  };
}
