import { CuoheError } from '../base/errors.ts';
import type { FieldWeights } from '../core/records/fields.ts';
import type { Asking } from './asking.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import type { Chunk, Run } from './run.ts';
import { sendable } from './sendable.ts';
import type { Single } from './singles.ts';
import { listenTo, textOf, type WorkerLike } from './worker-like.ts';

/** What a pool hears of a worker. */
export interface MemberListeners {
  readonly answered: (message: Extract<FromWorker, { type: 'answered' }>) => void;
  readonly told: (message: Extract<FromWorker, { type: 'told' }>) => void;
  /** It cannot go on. */
  readonly failed: (error: CuoheError) => void;
}

/** A worker of a pool. */
export class Member {
  /** From 1. */
  readonly number: number;
  /** Chunks that it was given and has not answered. */
  inHand = 0;
  /** The same of single queries. */
  asked = 0;
  private readonly worker: WorkerLike;
  private readonly name: string;
  private readonly fields: FieldWeights;
  private readonly runs = new Set<number>();
  private isGone = false;

  /** @throws CuoheError `WORKER_FAILED` where the worker does not start. */
  constructor(
    number: number,
    count: number,
    fields: FieldWeights,
    startWorker: () => WorkerLike,
    { answered, told, failed }: MemberListeners,
  ) {
    this.number = number;
    this.name = `Worker ${number} of ${count}`;
    this.fields = fields;
    try {
      this.worker = startWorker();
    } catch (cause) {
      throw this.error(`it did not start: ${textOf(cause)}`, cause);
    }
    listenTo(this.worker, {
      message: (data) => {
        if (this.isGone) return;
        const message = data as FromWorker;
        if (message.type === 'failed') failed(this.error(message.message, causeOf(message)));
        else if (message.type === 'told') {
          this.asked--;
          told(message);
        } else {
          this.inHand--;
          answered(message);
        }
      },
      broken: (why, cause) => {
        if (!this.isGone) failed(this.error(why, cause));
      },
    });
    this.stayAlive(false);
  }

  send(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  /** Gives a chunk to answer. */
  give(run: Run, { number, queries }: Chunk): void {
    this.begin(run);
    this.inHand++;
    const sent = queries.map((query) => sendable(query, this.fields));
    this.send({ type: 'answer', run: run.number, chunk: number, queries: sent });
  }

  /** Gives a single query to answer. */
  ask({ number, query, asking }: Single): void {
    this.begin(asking);
    this.asked++;
    this.send({ type: 'ask', run: asking.number, number, query: sendable(query, this.fields) });
  }

  private begin({ number, answering, lean }: Asking): void {
    if (this.runs.has(number)) return;
    this.runs.add(number);
    this.send({ type: 'begin', run: number, answering, lean });
  }

  /** Tells that a run is over. */
  forget(run: Pick<Run, 'number'>): void {
    if (this.runs.delete(run.number)) this.send({ type: 'end', run: run.number });
  }

  /** Whether the process should live as long as this worker; in Node only. */
  stayAlive(needed: boolean): void {
    if (!('on' in this.worker)) return;
    if (needed) this.worker.ref?.();
    else this.worker.unref?.();
  }

  /**
   * Ends the worker.
   * @returns whether it does nothing any more, for sure: browsers do not tell when a worker that is at work has ended.
   */
  async end(): Promise<boolean> {
    this.isGone = true;
    const ending = this.worker.terminate();
    const tells = ending instanceof Promise;
    await ending;
    return tells || this.inHand + this.asked === 0;
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
