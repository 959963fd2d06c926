import type { RunOptions } from '../../core/matches/match-options.ts';
import { forRun } from '../common/matching.ts';

type Progress = NonNullable<RunOptions['onProgress']>;

/**
 * Work that is done once for all who ask: each hears its progress and may leave; it stops when all have left, and what
 * stopped or failed is begun again by the next.
 */
export class Shared<T> {
  private readonly work: (options: RunOptions) => Promise<T>;
  private running: Running<T> | undefined;
  private readonly listeners = new Set<Progress>();

  constructor(work: (options: RunOptions) => Promise<T>) {
    this.work = work;
  }

  /** Whether somebody asked before, so that it is no more work to ask. */
  get isBegun(): boolean {
    return this.running !== undefined;
  }

  /** @throws what the work throws; the signal's reason when the caller left. */
  async get(options: RunOptions = {}): Promise<T> {
    const { onProgress, signal } = forRun(options);
    signal?.throwIfAborted();
    if (onProgress !== undefined) this.listeners.add(onProgress);
    const running = this.running ?? this.begin();
    running.waiting++;
    const left = leaving(signal);
    try {
      return await Promise.race([running.result, left.promise]);
    } finally {
      left.forget();
      if (onProgress !== undefined) this.listeners.delete(onProgress);
      if (--running.waiting === 0 && !running.isDone) {
        // Who asks from now on begins anew.
        if (this.running === running) this.running = undefined;
        running.controller.abort();
      }
    }
  }

  private begin(): Running<T> {
    const controller = new AbortController();
    const onProgress: Progress = (...progress) => {
      for (const listener of this.listeners) listener(...progress);
    };
    const result = this.work({ onProgress, signal: controller.signal });
    const running = { result, controller, waiting: 0, isDone: false };
    this.running = running;
    result.then(
      () => {
        running.isDone = true;
      },
      () => {
        if (this.running === running) this.running = undefined;
      },
    );
    return running;
  }
}

/** Work that goes on, or is done. */
interface Running<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  /** How many wait for it. */
  waiting: number;
  isDone: boolean;
}

/** A promise that is rejected when a signal says so. */
function leaving(signal: AbortSignal | undefined) {
  let forget = () => {};
  const promise = new Promise<never>((_, reject) => {
    const leave = () => reject(signal!.reason);
    signal?.addEventListener('abort', leave, { once: true });
    forget = () => signal?.removeEventListener('abort', leave);
  });
  return { promise, forget };
}
