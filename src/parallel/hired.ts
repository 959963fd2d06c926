import { CuoheError } from '../base/errors.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { listenTo, textOf, type WorkerLike } from './worker-like.ts';

/** What is heard of a worker. */
export interface HiredListeners {
  readonly message: (message: Exclude<FromWorker, { type: 'failed' }>) => void;
  /** It cannot go on. */
  readonly failed: (error: CuoheError) => void;
}

/** A worker that was started, by its number for people: what goes wrong with it is one error that names it. */
export class Hired {
  /** From 1. */
  readonly number: number;
  private readonly worker: WorkerLike;
  private readonly name: string;
  private isGone = false;

  /** @throws CuoheError `WORKER_FAILED` where the worker does not start. */
  constructor(
    number: number,
    count: number,
    startWorker: () => WorkerLike,
    { message, failed }: HiredListeners,
  ) {
    this.number = number;
    this.name = `Worker ${number} of ${count}`;
    try {
      this.worker = startWorker();
    } catch (cause) {
      throw this.error(`it did not start: ${textOf(cause)}`, cause);
    }
    listenTo(this.worker, {
      message: (data) => {
        if (this.isGone) return;
        const told = data as FromWorker;
        if (told.type === 'failed') failed(this.error(told.message, causeOf(told)));
        else message(told);
      },
      broken: (why, cause) => {
        if (!this.isGone) failed(this.error(why, cause));
      },
    });
  }

  /** @param moved buffers that are given away with the message, not copied. */
  send(message: ToWorker, moved: ArrayBuffer[] = []): void {
    this.worker.postMessage(message, moved);
  }

  /** Whether the process should live as long as this worker; in Node only. */
  stayAlive(needed: boolean): void {
    if (!('on' in this.worker)) return;
    if (needed) this.worker.ref?.();
    else this.worker.unref?.();
  }

  /**
   * Ends the worker.
   * @returns whether it is known to have ended: browsers do not tell.
   */
  async end(): Promise<boolean> {
    this.isGone = true;
    const ending = this.worker.terminate();
    await ending;
    return ending instanceof Promise;
  }

  private error(why: string, cause: unknown): CuoheError {
    return new CuoheError(
      'WORKER_FAILED',
      `${this.name} failed: ${why}`,
      cause === undefined ? undefined : { cause },
    );
  }
}

/** The error of a worker, made again here. */
function causeOf({ message, code }: Extract<FromWorker, { type: 'failed' }>): Error {
  return code === undefined ? new Error(message) : new CuoheError(code, message);
}
