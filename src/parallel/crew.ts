import type { CuoheError } from '../base/errors.ts';
import type { FromBuilder, ToBuilder } from './build-messages.ts';
import { Hired } from './hired.ts';
import type { Hiring } from './options.ts';

/** Workers that build an index together. Each answers what it is asked in order. */
export class Crew {
  private readonly workers: { readonly hired: Hired; readonly waiting: Waiting[] }[] = [];
  private failure: { readonly error: unknown } | undefined;

  /** @throws CuoheError `WORKER_FAILED` where a worker does not start; then none is left. */
  constructor(hiring: Hiring) {
    const failed = (error: CuoheError) => this.fail(error);
    try {
      for (let number = 1; number <= hiring.workers; number++) {
        const waiting: Waiting[] = [];
        const message = (told: unknown) => waiting.shift()?.resolve(told as FromBuilder);
        this.workers.push({ hired: new Hired(number, hiring, { message, failed }), waiting });
      }
    } catch (error) {
      void this.end();
      throw error;
    }
  }

  get size(): number {
    return this.workers.length;
  }

  /** Tells all something that they do not answer. */
  tell(message: ToBuilder): void {
    for (const { hired } of this.workers) hired.send(message);
  }

  /**
   * Asks one.
   * @param worker position, from 0.
   * @param moved buffers that are given away with the message, not copied.
   * @throws CuoheError `WORKER_FAILED` once any of the workers breaks.
   */
  ask<T extends FromBuilder['type']>(
    worker: number,
    message: ToBuilder,
    moved?: ArrayBuffer[],
  ): Promise<Extract<FromBuilder, { type: T }>> {
    return new Promise((resolve, reject) => {
      if (this.failure !== undefined) {
        reject(this.failure.error);
        return;
      }
      const { hired, waiting } = this.workers[worker]!;
      waiting.push({ resolve: resolve as Waiting['resolve'], reject });
      hired.send(message, moved);
    });
  }

  /** Ends the workers. */
  async end(): Promise<void> {
    await Promise.all(this.workers.map(({ hired }) => hired.end()));
  }

  private fail(error: unknown): void {
    this.failure ??= { error };
    for (const { waiting } of this.workers) for (const { reject } of waiting.splice(0)) reject(error);
  }
}

interface Waiting {
  readonly resolve: (told: FromBuilder) => void;
  readonly reject: (error: unknown) => void;
}
