import type { Engine } from '../core/matcher/engine.ts';
import type { Answering, BareResult } from '../core/matcher/match.ts';
import { chunks, type Queries } from '../core/matcher/queries.ts';
import { Pacer } from '../core/matcher/run.ts';
import type { MatchRecord } from '../core/records/types.ts';
import type { Asking } from './asking.ts';
import { ChunkSize } from './chunk-size.ts';

/** Chunks that are out or wait to be taken over, for each worker: so many results may be kept. */
const LOOK_AHEAD = 4;
/** Chunks of queries that are read ahead, for each worker. */
const READ_AHEAD = 2;

/** Some queries that one worker answers together. */
export interface Chunk {
  readonly number: number;
  readonly queries: readonly MatchRecord[];
  /** What each query gets, once it is answered. */
  found: readonly BareResult[] | undefined;
}

/**
 * One `matchAll` on workers: reads queries ahead, cuts them into chunks for whoever has time, and gives the chunks back
 * in the order of the queries. Chunks are handed out on demand: that balances as well as a counter that workers share,
 * needs no copy of all queries in every worker, and works for streams. How far it reads and works ahead is bounded.
 */
export class Run {
  readonly number: number;
  readonly answering: Answering;
  readonly lean: boolean;
  private readonly engine: Engine;
  private readonly workers: number;
  private readonly deal: () => void;
  /** Queries of an array that are not yet in a chunk; unknown for streams. */
  private remaining: number;
  private readonly size = new ChunkSize();
  private readonly waiting: MatchRecord[] = [];
  /** Chunks in order, from the one that is wanted next. */
  private readonly out: Chunk[] = [];
  private chunkCount = 0;
  private readonly stopping = new AbortController();
  private sourceEnded = false;
  /** What the source, or a bad query in it, threw: it comes after the results of all queries before. */
  private sourceError: { readonly error: unknown } | undefined;
  private failure: { readonly error: unknown } | undefined;
  private wake: () => void = () => {};
  private changed = this.nextChange();
  private readonly reading: Promise<void>;

  /** @param deal is called when there are more queries to hand out. */
  constructor(
    number: number,
    engine: Engine,
    queries: Queries,
    { answering, lean }: Pick<Asking, 'answering' | 'lean'>,
    workers: number,
    deal: () => void,
  ) {
    this.number = number;
    this.engine = engine;
    this.answering = answering;
    this.lean = lean;
    this.workers = workers;
    this.deal = deal;
    this.remaining = Array.isArray(queries) ? queries.length : Number.POSITIVE_INFINITY;
    this.reading = this.read(queries);
  }

  /** Whether there is a chunk to hand out. */
  get hasWork(): boolean {
    return this.waiting.length > 0 && this.out.length < LOOK_AHEAD * this.workers && !this.isOver;
  }

  /**
   * The next chunk. Towards the end of an array chunks get small, so that all workers end together.
   * @param isShared whether single queries come as well, which wait for the chunk that is being worked on.
   */
  take(isShared: boolean): Chunk {
    const share = Math.ceil(this.remaining / (2 * this.workers));
    const size = isShared ? this.size.ofShared : this.size.now;
    // An array may have grown since it was counted.
    const queries = this.waiting.splice(0, Math.max(1, Math.min(size, share)));
    this.remaining -= queries.length;
    const chunk: Chunk = { number: this.chunkCount++, queries, found: undefined };
    this.out.push(chunk);
    this.change();
    return chunk;
  }

  /** Takes over what a worker found. */
  answered(number: number, found: Chunk['found'], took: number): void {
    const chunk = this.out.find((one) => one.number === number);
    if (chunk === undefined || found === undefined) return;
    const { length } = chunk.queries;
    if (found.length !== length) throw new TypeError(`${found.length} results of ${length} queries`);
    chunk.found = found;
    this.size.took(took, chunk.queries.length);
    this.change();
  }

  /**
   * The next chunk in order, when it is answered; undefined at the end.
   * @throws what the source threw, or what the run failed with.
   */
  async next(): Promise<Chunk | undefined> {
    for (;;) {
      if (this.failure !== undefined) throw this.failure.error;
      if (this.isOver) return undefined;
      const [first] = this.out;
      if (first?.found !== undefined) {
        this.out.shift();
        this.deal();
        return first;
      }
      if (this.sourceEnded && this.out.length === 0 && this.waiting.length === 0) {
        if (this.sourceError !== undefined) throw this.sourceError.error;
        return undefined;
      }
      await this.changed;
    }
  }

  /** Ends the run with an error. */
  fail(error: unknown): void {
    this.failure ??= { error };
    this.halt();
  }

  /** Ends the run, whether or not all was read: closes the source. */
  async stop(): Promise<void> {
    this.halt();
    await this.reading;
  }

  private halt(): void {
    this.stopping.abort();
    this.change();
  }

  private get isOver(): boolean {
    return this.stopping.signal.aborted;
  }

  private async read(queries: Queries): Promise<void> {
    const { signal } = this.stopping;
    const pacer = new Pacer(undefined, { signal });
    let done = 0;
    try {
      for await (const piece of chunks(queries, () => 1, signal)) {
        if (this.isOver) return;
        this.waiting.push(...this.engine.read(piece, done++));
        this.deal();
        while (this.waiting.length >= READ_AHEAD * this.workers * this.size.now && !this.isOver)
          await this.changed;
        await pacer.step(done);
      }
    } catch (error) {
      this.sourceError = { error };
    } finally {
      this.sourceEnded = true;
      this.change();
    }
  }

  /** Wakes everybody who waits for a change. */
  private change(): void {
    const { wake } = this;
    this.changed = this.nextChange();
    wake();
  }

  private nextChange(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }
}
