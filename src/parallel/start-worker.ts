import { moduleUrl, startThread } from './platform.ts';
import type { WorkerLike } from './worker-like.ts';

/** Beside this module; the build puts the name of the built file here, and below. */
const SCRIPT = 'worker.ts';

/** Starts a worker of this library. */
export function startOwnWorker(): WorkerLike {
  const thread = startThread(() => new URL(SCRIPT, moduleUrl(import.meta.url)));
  // In the words by which bundlers know a worker.
  return thread ?? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
