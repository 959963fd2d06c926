import { unlessAborted } from './abort.ts';
import type { Entry } from './entries.ts';

/** Makes bodies of what is to be written, as they are asked for. Of what does not fit one entry is kept. */
export class Intake {
  /** What the host's source threw. What came before it is given out. */
  failure: { readonly error: unknown } | undefined;
  private readonly entries: AsyncGenerator<Entry, void>;
  private readonly flushBytes: number;
  private readonly signal: AbortSignal;
  private readonly afterEach: () => Promise<void> | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private carried: Entry | undefined;
  private isAtEnd = false;

  /**
   * @param signal ends the reading.
   * @param afterEach is waited for after every entry.
   */
  constructor(
    entries: AsyncGenerator<Entry, void>,
    flushBytes: number,
    signal: AbortSignal,
    afterEach: () => Promise<void> | undefined,
  ) {
    this.entries = entries;
    this.flushBytes = flushBytes;
    this.signal = signal;
    this.afterEach = afterEach;
  }

  /** The next body, empty at the end. Only one is filled at a time. */
  next(): Promise<Entry[]> {
    const filled = this.turn.then(() => this.fill());
    this.turn = filled.catch(() => {});
    return filled;
  }

  /** Lets the source go. It is not waited for: one that gives nothing may never end. */
  close(): void {
    this.entries.return().catch(() => {});
  }

  private async fill(): Promise<Entry[]> {
    const body: Entry[] = [];
    let bytes = 0;
    while (!this.isAtEnd || this.carried !== undefined) {
      const entry = this.carried ?? (await this.read());
      this.carried = undefined;
      if (entry === undefined) break;
      if (bytes > 0 && bytes + entry.size > this.flushBytes) {
        this.carried = entry;
        break;
      }
      body.push(entry);
      bytes += entry.size;
      await this.afterEach();
    }
    return body;
  }

  private async read(): Promise<Entry | undefined> {
    try {
      const { value, done } = await unlessAborted(() => this.entries.next(), this.signal);
      if (done !== true) return value;
    } catch (error) {
      this.signal.throwIfAborted();
      this.failure = { error };
    }
    this.isAtEnd = true;
    return undefined;
  }
}
