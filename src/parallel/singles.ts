import type { BareResult } from '../core/matcher/match.ts';
import type { MatchRecord } from '../core/records/types.ts';
import type { Asking } from './asking.ts';

/** A single query on its way. */
export interface Single {
  readonly number: number;
  readonly query: MatchRecord;
  readonly asking: Asking;
}

interface Waiting extends Single {
  readonly resolve: (found: BareResult) => void;
  readonly reject: (error: unknown) => void;
}

/** Single queries that wait for a worker, first come first served, and those that workers have in hand. */
export class Singles {
  private readonly waiting = new Map<number, Waiting>();
  private readonly inHand = new Map<number, Waiting>();
  private count = 0;

  /** Puts a query in line; it is what it finds. */
  add(query: MatchRecord, asking: Asking, signal: AbortSignal | undefined): Promise<BareResult> {
    const number = ++this.count;
    return new Promise<BareResult>((resolve, reject) => {
      const leave = () => {
        this.waiting.delete(number);
        this.inHand.delete(number);
        reject(signal!.reason);
      };
      const end = () => signal?.removeEventListener('abort', leave);
      signal?.addEventListener('abort', leave, { once: true });
      this.waiting.set(number, {
        number,
        query,
        asking,
        resolve: (found) => {
          end();
          resolve(found);
        },
        reject: (error) => {
          end();
          reject(error);
        },
      });
    });
  }

  get hasWork(): boolean {
    return this.waiting.size > 0;
  }

  /** The next query in line. */
  take(): Single {
    const [number, next] = this.waiting.entries().next().value!;
    this.waiting.delete(number);
    this.inHand.set(number, next);
    return next;
  }

  /** Takes over what a worker found; nothing for a query that nobody waits for any more. */
  told(number: number, found: () => BareResult): void {
    const asked = this.inHand.get(number);
    if (asked === undefined) return;
    // Who waits for one that cannot be read is still in hand, and hears of it with all others.
    const result = found();
    this.inHand.delete(number);
    asked.resolve(result);
  }

  /** Ends all with an error. */
  fail(error: unknown): void {
    for (const asked of [...this.inHand.values(), ...this.waiting.values()]) asked.reject(error);
    this.inHand.clear();
    this.waiting.clear();
  }
}
