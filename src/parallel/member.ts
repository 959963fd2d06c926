import type { CuoheError } from '../base/errors.ts';
import type { FieldWeights } from '../core/records/fields.ts';
import type { Asking } from './asking.ts';
import { type Answer, Hired } from './hired.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import type { Hiring } from './options.ts';
import type { Chunk, Run } from './run.ts';
import { sendable } from './sendable.ts';
import type { Single } from './singles.ts';

/** What a pool hears of a worker. */
export interface MemberListeners {
  readonly answered: (message: Extract<FromWorker, { type: 'answered' }>) => void;
  readonly told: (message: Extract<FromWorker, { type: 'told' }>) => void;
  /** It cannot go on. */
  readonly failed: (error: CuoheError) => void;
}

/** A worker of a pool. */
export class Member {
  /** Chunks that it was given and has not answered. */
  inHand = 0;
  /** The same of single queries. */
  asked = 0;
  private readonly hired: Hired;
  private readonly fields: FieldWeights;
  private readonly runs = new Set<number>();

  /** @throws CuoheError `WORKER_FAILED` where the worker does not start. */
  constructor(
    number: number,
    hiring: Hiring,
    fields: FieldWeights,
    { answered, told, failed }: MemberListeners,
  ) {
    this.fields = fields;
    const message = (heard: Answer) => {
      if (heard.type === 'told') {
        this.asked--;
        told(heard);
      } else if (heard.type === 'answered') {
        this.inHand--;
        answered(heard);
      }
    };
    this.hired = new Hired(number, hiring, { message, failed });
    this.stayAlive(false);
  }

  send(message: ToWorker): void {
    this.hired.send(message);
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
    this.hired.stayAlive(needed);
  }

  /**
   * Ends the worker.
   * @returns whether it does nothing any more, for sure: browsers do not tell when a worker that is at work has ended.
   */
  async end(): Promise<boolean> {
    return (await this.hired.end()) || this.inHand + this.asked === 0;
  }
}
