import { CuoheError } from '../base/errors.ts';
import { VERSION } from '../base/version.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import type { Hiring } from './options.ts';
import { Silence } from './silence.ts';
import { listenTo, textOf, type WorkerLike } from './worker-like.ts';

/** What a worker answers. */
export type Answer = Exclude<FromWorker, { type: 'failed' | 'ready' | 'busy' }>;

/** Messages that get no answer. */
const UNANSWERED: ReadonlySet<ToWorker['type']> = new Set(['begin', 'end']);

/** What is heard of a worker. */
export interface HiredListeners {
  readonly message: (message: Answer) => void;
  /** It cannot go on. */
  readonly failed: (error: CuoheError) => void;
}

/** A worker that was started, by its number for people: what goes wrong with it is one error that names it. */
export class Hired {
  /** From 1. */
  readonly number: number;
  private readonly worker: WorkerLike;
  private readonly name: string;
  private readonly listeners: HiredListeners;
  private readonly silence: Silence;
  private isGone = false;
  private isReady = false;

  /** @throws CuoheError `WORKER_FAILED` where the worker does not start. */
  constructor(number: number, { workers, startWorker, maxSilence }: Hiring, listeners: HiredListeners) {
    this.number = number;
    this.name = `Worker ${number} of ${workers}`;
    this.listeners = listeners;
    this.silence = new Silence(maxSilence, () => this.fail(`it said nothing for ${maxSilence} ms`));
    try {
      this.worker = startWorker();
    } catch (cause) {
      throw this.error(`it did not start: ${textOf(cause)}`, cause);
    }
    listenTo(this.worker, {
      message: (data) => {
        if (!this.isGone) this.hear(data as FromWorker);
      },
      broken: (why, cause) => {
        if (!this.isGone) this.fail(why, cause);
      },
    });
  }

  /** @param moved buffers that are given away with the message, not copied. */
  send(message: ToWorker, moved: ArrayBuffer[] = []): void {
    if (!UNANSWERED.has(message.type)) this.silence.asked();
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
    this.silence.stop();
    const ending = this.worker.terminate();
    await ending;
    return ending instanceof Promise;
  }

  private hear(told: FromWorker): void {
    const wrong = this.wrongOf(told);
    if (wrong !== undefined) {
      this.fail(wrong.why, wrong.cause);
      return;
    }
    this.silence.heard(told.type === 'busy' ? 0 : 1);
    if (told.type === 'ready' || told.type === 'busy' || told.type === 'failed') return;
    try {
      this.listeners.message(told);
    } catch (cause) {
      this.fail(`it answered what cannot be read: ${textOf(cause)}`, cause);
    }
  }

  /** What is wrong with a worker that says this, if anything is. */
  private wrongOf(told: FromWorker): { readonly why: string; readonly cause?: Error } | undefined {
    if (told?.type === 'failed') return { why: told.message, cause: causeOf(told) };
    if (told?.type === 'ready') {
      this.isReady = told.version === VERSION;
      return this.isReady
        ? undefined
        : { why: `it is of cuohe ${told.version}, and was started by ${VERSION}` };
    }
    return this.isReady
      ? undefined
      : { why: `it did not say that it is of cuohe ${VERSION}, which started it` };
  }

  private fail(why: string, cause?: unknown): void {
    this.silence.stop();
    this.listeners.failed(this.error(why, cause));
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
  return code === undefined ? new Error(message) : new CuoheError(code, message.split('\n'));
}
