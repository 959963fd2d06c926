import type { Port } from './serve.ts';
import type { NodeWorkerLike } from './worker-like.ts';

/**
 * Node and browsers by one code. Built-ins of Node are asked for when they are needed, not imported, so that bundlers
 * for the browser see nothing of them. Node before 20.16 cannot be asked; it has no workers here.
 */

interface WorkerThreads {
  readonly Worker: new (script: URL, options: { readonly execArgv?: readonly string[] }) => NodeWorkerLike;
  readonly parentPort: {
    on(event: 'message', listener: (data: unknown) => void): void;
    postMessage(message: unknown, moved?: ArrayBuffer[]): void;
  } | null;
}

interface Os {
  availableParallelism(): number;
}

interface Url {
  pathToFileURL(path: string): URL;
}

interface Process {
  readonly execArgv: readonly string[];
  getBuiltinModule?(name: string): unknown;
}

function builtin(name: string): unknown {
  const { process } = globalThis as { process?: Process };
  return process?.getBuiltinModule?.(name);
}

function workerThreads(): WorkerThreads | undefined {
  return builtin('worker_threads') as WorkerThreads | undefined;
}

/** Starts a thread of Node with the arguments of this one; undefined elsewhere. */
export function startThread(script: () => URL): NodeWorkerLike | undefined {
  const threads = workerThreads();
  if (threads === undefined) return undefined;
  const { execArgv } = (globalThis as unknown as { process: Process }).process;
  // A program that came as a text has this one, and no thread starts with it.
  const isOfText = (arg: string) => arg.startsWith('--input-type');
  const kept = execArgv.filter((arg, i) => !isOfText(arg) && execArgv[i - 1] !== '--input-type');
  // Left alone, a thread has all of them.
  if (kept.length === execArgv.length) return new threads.Worker(script(), {});
  try {
    return new threads.Worker(script(), { execArgv: kept });
  } catch {
    // Given by hand, those of the engine (--max-old-space-size) are refused.
    return new threads.Worker(script(), { execArgv: [] });
  }
}

/** Whether there are workers here at all. */
export function hasWorkers(): boolean {
  return workerThreads() !== undefined || typeof Worker === 'function';
}

/** Threads that run at the same time here; 1 where nobody tells. */
export function availableThreads(): number {
  const os = builtin('os') as Os | undefined;
  return os?.availableParallelism() ?? globalThis.navigator?.hardwareConcurrency ?? 1;
}

/** The URL of a module in Node from what it knows of its place; modules in CommonJS know a path. */
export function moduleUrl(place: string): URL {
  return place.startsWith('file:') ? new URL(place) : (builtin('url') as Url).pathToFileURL(place);
}

/** The way from a worker to the thread that started it. */
export function ownPort(): Port {
  const parent = workerThreads()?.parentPort;
  if (parent) {
    return {
      post: (message, moved) => parent.postMessage(message, moved),
      listen: (take) => parent.on('message', (data) => take(data as Parameters<typeof take>[0])),
    };
  }
  const scope = globalThis as unknown as Worker;
  return {
    post: (message, moved = []) => scope.postMessage(message, moved),
    listen: (take) => scope.addEventListener('message', ({ data }) => take(data)),
  };
}
