import { CuoheError } from '../base/errors.ts';
import { savedStatistics } from '../core/collection/saved-statistics.ts';
import type { Engine } from '../core/matcher/engine.ts';
import { engineOf } from '../core/matcher/engine-of.ts';
import type { BareResult, LeanMatch, MatchResult } from '../core/matcher/match.ts';
import { type Matcher, shown } from '../core/matcher/matcher.ts';
import { orAborted, type Queries } from '../core/matcher/queries.ts';
import { Pacer } from '../core/matcher/run.ts';
import {
  MATCH_KEYS,
  type MatchOptions,
  type RunOptions,
  resolveMatchOptions,
} from '../core/matches/match-options.ts';
import type { MatchRecord, QueryInput } from '../core/records/types.ts';
import { type Asking, Askings } from './asking.ts';
import { Member } from './member.ts';
import { type MatchPoolOptions, type ResolvedPoolOptions, resolvePoolOptions } from './options.ts';
import { type PlacedIndex, placeIndex } from './places.ts';
import { resultsOf } from './results.ts';
import { type Chunk, Run } from './run.ts';
import { Singles } from './singles.ts';

/** Chunks, and single queries, that a worker has in hand, so that it does not wait for the calling thread between two. */
const IN_HAND = 2;
/** Milliseconds after a single query in which another one is expected. */
const ASKED_LATELY = 1000;
const STOPPABLE_KEYS = [...MATCH_KEYS, 'signal'];

/**
 * Workers that answer `matchAll` together: they read, rank and explain on one index in memory that they share.
 * @param options see {@link MatchPoolOptions}.
 * @throws InputError `INVALID_OPTIONS`, among others for a matcher with parts that the workers cannot know.
 */
export function createMatchPool<R>(matcher: Matcher<R>, options: MatchPoolOptions = {}): MatchPool<R> {
  return new WorkerPool(matcher, resolvePoolOptions(matcher, options));
}

/** The index and how many workers read it. */
interface Plan {
  readonly workers: number;
  readonly index: PlacedIndex | undefined;
}

/** The method of `await using`, where the host's types know it. */
type AsyncDisposal = {
  readonly [K in SymbolConstructor extends { readonly asyncDispose: infer S extends symbol }
    ? S
    : never]: () => Promise<void>;
};

type Stoppable = Pick<RunOptions, 'signal'>;

/** A matcher and the workers that work for it. Workers start with the first job for them, and stay until `close`. */
export interface MatchPool<R = unknown> extends AsyncDisposal {
  /**
   * Workers that large jobs run on; 0: everything runs on the calling thread, or the pool is closed. To know it, the
   * index is put where workers can read it, if it is not there yet.
   * @throws InputError naming fields of records that cannot be saved.
   */
  readonly threads: number;

  /**
   * As `matcher.matchAll`: the same results in the same order, by the same options; only errors of workers come on top.
   * Queries of a stream are read ahead, a few chunks for each worker.
   * @throws InputError for bad input or options, or for records that cannot be saved; the signal's reason when stopped;
   * CuoheError `WORKER_FAILED` when a worker breaks, after which the pool is closed; `POOL_CLOSED`.
   */
  matchAll(
    queries: Queries,
    options: MatchOptions<R> & RunOptions & { readonly lean: true },
  ): AsyncGenerator<MatchResult<R, LeanMatch>, void, undefined>;
  /** The same, with whole matches in the results. */
  matchAll(
    queries: Queries,
    options?: MatchOptions<R> & RunOptions,
  ): AsyncGenerator<MatchResult<R>, void, undefined>;

  /**
   * As `matcher.match`, by a worker: the same result, while the calling thread goes on with other things. Queries share the
   * workers with runs of {@link matchAll}, and wait for none of them to end.
   * @param options those of `match`, and a signal that stops the wait.
   * @throws InputError for bad input or options, or for records that cannot be saved; the signal's reason when stopped;
   * CuoheError `WORKER_FAILED` when a worker breaks, after which the pool is closed; `POOL_CLOSED`.
   */
  match(
    query: QueryInput,
    options: MatchOptions<R> & Stoppable & { readonly lean: true },
  ): Promise<MatchResult<R, LeanMatch>>;
  /** The same, with whole matches in the result. */
  match(query: QueryInput, options?: MatchOptions<R> & Stoppable): Promise<MatchResult<R>>;

  /** Ends the workers; what runs on them ends with `POOL_CLOSED`. Closing again does nothing. */
  close(): Promise<void>;
}

class WorkerPool<R> implements MatchPool<R> {
  private readonly matcher: Matcher<R>;
  private readonly options: ResolvedPoolOptions;
  private madePlan: Plan | undefined;
  private members: Member[] = [];
  private readonly runs = new Map<number, Run>();
  private readonly singles = new Singles();
  private readonly askings = new Askings(
    () => ++this.runCount,
    (asking) => this.forget(asking),
  );
  private runCount = 0;
  /** Runs that wait for a chunk, and single queries. */
  private waiting = 0;
  private lastAsked = Number.NEGATIVE_INFINITY;
  private closing: { readonly error: CuoheError; readonly done: Promise<void> } | undefined;

  constructor(matcher: Matcher<R>, options: ResolvedPoolOptions) {
    this.matcher = matcher;
    this.options = options;
  }

  get threads(): number {
    return this.plan.workers;
  }

  matchAll(
    queries: Queries,
    options: MatchOptions<R> & RunOptions & { readonly lean: true },
  ): AsyncGenerator<MatchResult<R, LeanMatch>, void, undefined>;
  matchAll(
    queries: Queries,
    options?: MatchOptions<R> & RunOptions,
  ): AsyncGenerator<MatchResult<R>, void, undefined>;
  async *matchAll(
    queries: Queries,
    options: MatchOptions<R> & RunOptions = {},
  ): AsyncGenerator<MatchResult<R, LeanMatch>, void, undefined> {
    this.requireOpen();
    const total = Array.isArray(queries) ? queries.length : undefined;
    if ((total !== undefined && total < this.options.smallJob) || this.threads === 0) {
      yield* this.matcher.matchAll(queries, options);
      return;
    }
    const { answering, completing } = this.engine.begin(queries, options);
    const run = this.start(queries, { answering, lean: completing.lean });
    const pacer = new Pacer(total, options);
    let done = 0;
    try {
      for (;;) {
        const chunk = await this.nextOf(run, options.signal);
        if (chunk === undefined) break;
        for (const [i, query] of chunk.queries.entries()) {
          yield this.engine.complete(query.id, chunk.found![i]!, shown(answering.eligibility), completing);
          await pacer.step(++done);
        }
      }
      pacer.finish(done);
    } finally {
      await this.end(run);
    }
  }

  match(
    query: QueryInput,
    options: MatchOptions<R> & Stoppable & { readonly lean: true },
  ): Promise<MatchResult<R, LeanMatch>>;
  match(query: QueryInput, options?: MatchOptions<R> & Stoppable): Promise<MatchResult<R>>;
  async match(
    query: QueryInput,
    options: MatchOptions<R> & Stoppable = {},
  ): Promise<MatchResult<R, LeanMatch>> {
    this.requireOpen();
    const resolved = resolveMatchOptions<R>(options, STOPPABLE_KEYS);
    const { signal } = options;
    signal?.throwIfAborted();
    const { engine } = this;
    const [record] = engine.read([query]) as [MatchRecord];
    const asking = this.askings.of(engine, resolved);
    const found =
      this.threads === 0
        ? [...engine.answers([record], asking.answering)][0]!
        : await this.ask(record, asking, signal);
    return engine.complete(record.id, found, shown(asking.answering.eligibility), resolved);
  }

  close(): Promise<void> {
    return this.shut(new CuoheError('POOL_CLOSED', 'The match pool was closed'));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** The index in one part, as workers read it: what they find are its rows. */
  private get engine(): Engine {
    // The options were checked: it is a matcher.
    return engineOf(this.matcher)!.folded();
  }

  private get plan(): Plan {
    this.madePlan ??= this.makePlan();
    return this.madePlan;
  }

  private makePlan(): Plan {
    const { workers } = this.options;
    const index = workers === 0 ? undefined : placeIndex(this.engine, workers);
    return { workers: index === undefined ? 0 : workers, index };
  }

  private requireOpen(): void {
    if (this.closing === undefined) return;
    throw new CuoheError('POOL_CLOSED', 'The match pool is closed', { cause: this.closing.error });
  }

  private async ask(
    query: MatchRecord,
    asking: Asking,
    signal: AbortSignal | undefined,
  ): Promise<BareResult> {
    if (this.members.length === 0) this.hire();
    this.lastAsked = performance.now();
    const found = this.singles.add(query, asking, signal);
    this.deal();
    return await this.awaited(found);
  }

  private forget(run: { readonly number: number }): void {
    for (const member of this.members) member.forget(run);
  }

  private start(queries: Queries, asking: Pick<Asking, 'answering' | 'lean'>): Run {
    if (this.members.length === 0) this.hire();
    const { workers } = this.plan;
    const run = new Run(++this.runCount, this.engine, queries, asking, workers, () => this.deal());
    this.runs.set(run.number, run);
    return run;
  }

  private async end(run: Run): Promise<void> {
    this.runs.delete(run.number);
    this.forget(run);
    await run.stop();
  }

  /** The next chunk of a run. */
  private nextOf(run: Run, signal: AbortSignal | undefined): Promise<Chunk | undefined> {
    const next = run.next();
    return this.awaited(signal === undefined ? next : orAborted(next, signal));
  }

  /** Waits for what workers do. In Node only who waits for it keeps the process alive. */
  private async awaited<T>(work: Promise<T>): Promise<T> {
    if (this.waiting++ === 0) this.stayAlive(true);
    try {
      return await work;
    } finally {
      if (--this.waiting === 0) this.stayAlive(false);
    }
  }

  private hire(): void {
    const { workers, index } = this.plan;
    const { parts } = this.options;
    const { kernel = 'auto' } = this.engine.parts;
    const given = this.engine.base.vectorizer.statistics;
    const statistics = given && savedStatistics(given);
    try {
      for (let number = 1; number <= workers; number++) {
        const member = new Member(number, this.options, this.matcher.fields, {
          answered: ({ run, chunk, found, took }) => {
            this.runs.get(run)?.answered(chunk, found === undefined ? found : resultsOf(found), took);
            this.deal();
          },
          told: ({ number, found }) => {
            this.deal();
            this.singles.told(number, () => resultsOf(`[${found}]`)[0]!);
          },
          failed: (error) => this.shut(error),
        });
        this.members.push(member);
        member.send({ type: 'open', index: index!.forWorker(number), parts, kernel, statistics });
      }
    } catch (error) {
      this.shut(error as CuoheError);
      throw error;
    }
  }

  /** Hands out single queries, then chunks, to those who have few in hand, the idle ones first; runs take turns. */
  private deal(): void {
    for (let asked = 0; asked < IN_HAND && this.singles.hasWork; asked++) {
      for (const member of this.members) {
        if (member.asked !== asked || !this.singles.hasWork) continue;
        const single = this.singles.take();
        member.ask(single);
        if (!this.askings.keeps(single.asking)) member.forget(single.asking);
      }
    }
    for (let inHand = 0; inHand < IN_HAND; inHand++) {
      for (const member of this.members) {
        if (member.inHand !== inHand) continue;
        const run = this.nextRun();
        if (run === undefined) return;
        member.give(run, run.take(performance.now() - this.lastAsked < ASKED_LATELY));
      }
    }
  }

  private nextRun(): Run | undefined {
    for (const [number, run] of this.runs) {
      if (!run.hasWork) continue;
      // To the end of the queue.
      this.runs.delete(number);
      this.runs.set(number, run);
      return run;
    }
    return undefined;
  }

  private stayAlive(needed: boolean): void {
    for (const member of this.members) member.stayAlive(needed);
  }

  /** Ends runs with an error, and the workers. */
  private shut(error: CuoheError): Promise<void> {
    if (this.closing !== undefined) return this.closing.done;
    const { members, madePlan } = this;
    this.members = [];
    this.madePlan = { workers: 0, index: undefined };
    for (const run of this.runs.values()) run.fail(error);
    this.singles.fail(error);
    const done = endAll(members, madePlan);
    // Who closes hears of an error; after a failure nobody listens.
    done.catch(() => {});
    this.closing = { error, done };
    return done;
  }
}

async function endAll(members: readonly Member[], plan: Plan | undefined): Promise<void> {
  const numbers = Array.from({ length: plan?.workers ?? 0 }, (_, i) => i + 1);
  await Promise.all(
    numbers.map(async (number) => {
      const member = members[number - 1];
      if (member === undefined || (await member.end())) plan?.index?.free(number);
    }),
  );
}
