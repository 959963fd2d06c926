import type { InputIssue } from '../../base/errors.ts';
import { frozenCopy } from '../../base/frozen.ts';
import { Issues } from '../../base/issues.ts';
import type { ChainTag } from '../chains/tagger.ts';
import type { Allocate } from '../collection/sections.ts';
import type { SpaceParts } from '../dense/space.ts';
import type { Explanation } from '../explanation/explain.ts';
import { expectFilter, type MatchFilter, NOTHING_FILTERED, without } from '../matches/filters.ts';
import { type MatchOptions, type RunOptions, resolveMatchOptions } from '../matches/match-options.ts';
import type { FieldWeights } from '../records/fields.ts';
import type { RecordKind } from '../records/kinds.ts';
import type { Side } from '../records/parse.ts';
import type { Taxonomy } from '../records/taxonomy.ts';
import type { MatchRecord, QueryInput, RecordId } from '../records/types.ts';
import { unreadableIssues } from '../records/unreadable.ts';
import type { KernelName } from '../scores/scorer.ts';
import type { SignalWeights } from '../vectors/signals.ts';
import type { Statistics } from '../vectors/statistics.ts';
import type { Drift } from '../vectors/statistics-drift.ts';
import { type CompactOptions, compacted } from './compact.ts';
import { driftOf } from './drift.ts';
import { Engine } from './engine.ts';
import { ENGINE } from './engine-of.ts';
import type { LeanMatch, Match, MatchResult } from './match.ts';
import { matchAll, shown } from './match-all.ts';
import type { Queries } from './queries.ts';
import { inTurns, requireRun } from './run.ts';
import { statisticsOf } from './statistics-of.ts';
import { type IndexStats, statsOf } from './stats.ts';
import { type Passing, type StoredChain, storedChains } from './told.ts';
import { changedParts, changedSteps, type IndexChanges } from './update.ts';

export type { Match, MatchResult } from './match.ts';
export { shown } from './match-all.ts';

/** Makes a matcher of an engine: for `createMatcher` and `openMatcher`. */
export let matcherOf: <R>(engine: Engine) => Matcher<R>;

/**
 * An indexed collection of one side, ranked for records of the other. Immutable; every method is a pure function
 * of its arguments (and of today's date, where `filter.asOf` is not given). `R` is the host's row.
 */
export class Matcher<R = unknown> {
  readonly #engine: Engine;
  #warnings: readonly InputIssue[] | undefined;
  #statistics: Statistics | undefined;

  static {
    matcherOf = <R>(engine: Engine) => new Matcher<R>(engine);
    // Not in the class body: it is no member for hosts to see.
    Object.defineProperty(Matcher.prototype, ENGINE, {
      get(this: Matcher): Engine {
        return this.#engine;
      },
    });
  }

  private constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Which side is indexed. */
  get side(): Side {
    return this.#engine.parts.side;
  }

  /** Number of indexed records. */
  get size(): number {
    return this.#engine.size;
  }

  /** The kernel that scores. */
  get kernel(): KernelName {
    return this.#engine.kernel;
  }

  /** The chains in use. */
  get taxonomy(): Taxonomy {
    return this.#engine.parts.reading.taxonomy;
  }

  /** The field weights in use. */
  get fields(): FieldWeights {
    return { ...this.#engine.parts.reading.fieldWeights };
  }

  /** The weights of the signals in use, as given. */
  get signals(): SignalWeights {
    return { ...this.#engine.base.vectorizer.parts.signalWeights };
  }

  /** How vectors count, with the mean that is subtracted of each; undefined for an index without any. */
  get vectors(): SpaceParts | undefined {
    return this.#engine.base.dense?.space.told;
  }

  /** Counts that tell how heavy the index is. */
  get stats(): IndexStats {
    return statsOf(this.#engine.segments);
  }

  /** The document frequencies that the index weighs with: those it was given, or those that it was built with. */
  get statistics(): Statistics {
    this.#statistics ??= statisticsOf(this.#engine.base.vectorizer, this.#engine.parts.reading);
    return this.#statistics;
  }

  /** What was not understood of the records, and is not taken for something else: an end of validity that is no date. */
  get warnings(): readonly InputIssue[] {
    this.#warnings ??= frozenCopy(unreadableIssues([...this.#engine.segments.records()]));
    return this.#warnings;
  }

  /**
   * The row at a position, as the host gave it; of an opened index, the validated record.
   * @throws CuoheError `UNKNOWN_RECORD`
   */
  record(index: number): R {
    return this.#engine.segments.row(index) as R;
  }

  /**
   * The record at a position as it was read: validated, with amounts, dates, stages and modes in values. Frozen.
   * @throws CuoheError `UNKNOWN_RECORD`
   */
  parsed(index: number): MatchRecord {
    return this.#engine.segments.record(index);
  }

  /** Position of the record with an id, or -1. A number stands for its digits. */
  indexOf(id: RecordId): number {
    const { segments } = this.#engine;
    const place = segments.find(String(id));
    return place === undefined ? -1 : segments.positionOf(place);
  }

  /**
   * A query as this matcher reads it: validated, of its own `kind` or else of the side that is not indexed.
   * @throws InputError for a bad query.
   */
  read(query: QueryInput): MatchRecord {
    return this.#engine.read([query])[0]!;
  }

  /**
   * The exact best records for a record of the other side (or of the same: its `kind` tells), or for a text.
   * @throws InputError for bad input or options.
   */
  match(query: QueryInput, options: MatchOptions<R> & { readonly lean: true }): MatchResult<R, LeanMatch>;
  match(query: QueryInput, options?: MatchOptions<R>): MatchResult<R>;
  match(query: QueryInput, options?: MatchOptions<R>): MatchResult<R, LeanMatch> {
    const resolved = resolveMatchOptions(options);
    const records = this.#engine.read([query]);
    const answering = this.#engine.answering(resolved);
    const [found] = this.#engine.answers(records, answering);
    return this.#engine.complete(records[0]!.id, found!, shown(answering.eligibility), resolved);
  }

  /**
   * Matches of many records, one result at a time in their order: memory does not grow with their number.
   * An array is validated as a whole before the first result; a stream in pieces as it comes. Filters are applied
   * once for the whole run.
   * @throws InputError for bad input or options; the signal's reason when stopped.
   */
  matchAll(
    queries: Queries,
    options: MatchOptions<R> & RunOptions & { readonly lean: true },
  ): AsyncGenerator<MatchResult<R, LeanMatch>, void, undefined>;
  matchAll(
    queries: Queries,
    options?: MatchOptions<R> & RunOptions,
  ): AsyncGenerator<MatchResult<R>, void, undefined>;
  matchAll(
    queries: Queries,
    options: MatchOptions<R> & RunOptions = {},
  ): AsyncGenerator<MatchResult<R, LeanMatch>, void, undefined> {
    return matchAll(this.#engine, queries, options);
  }

  /**
   * The records that are most like an indexed one, never the record itself.
   * @throws CuoheError `UNKNOWN_RECORD`; InputError for bad options.
   */
  similar(id: RecordId, options: MatchOptions<R> & { readonly lean: true }): MatchResult<R, LeanMatch>;
  similar(id: RecordId, options?: MatchOptions<R>): MatchResult<R>;
  similar(id: RecordId, options?: MatchOptions<R>): MatchResult<R, LeanMatch> {
    const resolved = resolveMatchOptions(options);
    const index = this.#indexOf(id);
    const answering = this.#engine.answering(resolved);
    const { segment, row } = this.#engine.segments.at(index);
    const { size } = this.#engine.segments.all[segment]!.live;
    const eligibility = without(answering.eligibility, segment, row, size);
    const found = this.#engine.answerOf(index, { ...answering, eligibility });
    return this.#engine.complete(String(id), found, shown(eligibility), resolved);
  }

  /**
   * Explains records that were found before, without ranking again: matches as {@link match} gives them, in the order of
   * the ids; `rank` is the place among these, and a record that shares nothing with the query scores 0.
   * @param options `explain: false` leaves phrases, chains and reasons out: the scores of some pairs.
   * @throws CuoheError `UNKNOWN_RECORD`; InputError for a bad query or option.
   */
  reasons(
    query: QueryInput,
    ids: readonly RecordId[],
    options: Pick<MatchOptions, 'explain'> = {},
  ): Match<R>[] {
    const { explain } = resolveMatchOptions(options, ['explain']);
    const record = this.read(query);
    const rows = ids.map((id) => this.#indexOf(id));
    const found = this.#engine.explained(record, rows, explain);
    const none = { candidates: rows.length, filtered: NOTHING_FILTERED };
    return this.#engine.complete<R>(record.id, found, none, { lean: false }).matches as Match<R>[];
  }

  /**
   * The records that pass filters, which nothing is ranked for. O(records).
   * @throws InputError for bad filters.
   */
  passing(filter: MatchFilter<R> = {}, kinds?: readonly RecordKind[]): Passing {
    const issues = new Issues();
    expectFilter(issues, kinds, filter);
    issues.throwAsOptions();
    const eligibility = this.#engine.eligibility(kinds, filter);
    const indices = this.#engine.segments.passing(eligibility.parts.map(({ bits }) => bits));
    return { indices, ...shown(eligibility) };
  }

  /**
   * The full tree of one score: signals, terms, places in both texts. Its leaves sum to the score.
   * @param id of the indexed record.
   * @throws CuoheError `UNKNOWN_RECORD`; InputError for a bad query.
   */
  explain(query: QueryInput, id: RecordId): Explanation {
    const record = this.read(query);
    return this.#engine.explain(record, this.#indexOf(id));
  }

  /**
   * Chains of any record, with what speaks for each; several, one or none.
   * @throws InputError for a bad record.
   */
  tagChains(record: QueryInput): ChainTag[] {
    const parsed = this.read(record);
    const { tagger, analyzer } = this.#engine.parts.reading;
    return tagger.tag(parsed, analyzer.analyze(parsed));
  }

  /**
   * The chains that an indexed record was tagged with, the surest first; nothing is read again.
   * @throws CuoheError `UNKNOWN_RECORD`
   */
  chainsOf(id: RecordId): StoredChain[] {
    return storedChains(this.#engine.tagsOf(this.#indexOf(id)), this.taxonomy);
  }

  /**
   * A new matcher after changes; this one goes on answering as before. What did not change is shared: one record takes as
   * long in a large index as in a small one. Document frequencies stay those of the index as it was built, so that scores
   * stay as they are: every answer is what an index of all records under the same `statistics` would give, to the bit.
   * {@link compact} takes new ones.
   * @throws InputError naming every bad record, id and option; then nothing is changed.
   */
  update(changes: IndexChanges<R>): Matcher<R> {
    return new Matcher<R>(new Engine(changedParts(this.#engine.parts, changes)));
  }

  /**
   * {@link update} in turns, with progress and cancellation: for some hundred records and more on a server or a page. The
   * index that changes is this one: of two changes that are made at the same time neither has the other.
   * @throws InputError as {@link update} does; the signal's reason when stopped.
   */
  async updateAsync(changes: IndexChanges<R>, options: RunOptions = {}): Promise<Matcher<R>> {
    requireRun(options);
    const total = Array.isArray(changes?.put) ? changes.put.length : 0;
    const parts = await inTurns(changedSteps(this.#engine.parts, changes), total, options);
    return new Matcher<R>(new Engine(parts));
  }

  /**
   * A new matcher of the same records in one part, in turns, with progress and cancellation: what changes left behind is
   * gone.
   * @throws InputError for bad options; the signal's reason when stopped.
   */
  async compact(options: CompactOptions & RunOptions = {}): Promise<Matcher<R>> {
    return new Matcher<R>(new Engine(await compacted(this.#engine.parts, options)));
  }

  /** How far the records have moved away from those that the statistics were counted over. Reads all postings. */
  drift(): Drift {
    return driftOf(this.#engine.segments);
  }

  /**
   * The whole index, records included, for `openMatcher`: a new buffer.
   */
  save(): ArrayBuffer;
  /**
   * The whole index, records included, for `openMatcher`, in bytes of the caller's.
   * @param allocate gives the bytes to write into, such as `indexMemory`.
   */
  save(allocate: Allocate): Uint8Array;
  save(allocate?: Allocate): ArrayBuffer | Uint8Array {
    const bytes = this.#engine.save(allocate);
    return allocate === undefined ? (bytes.buffer as ArrayBuffer) : bytes;
  }

  /**
   * {@link save} in turns, with progress and cancellation: the same bytes.
   * @param options `allocate` gives the bytes to write into, such as `indexMemory`.
   * @throws InputError for bad options; the signal's reason when stopped.
   */
  saveAsync(options: RunOptions & { readonly allocate: Allocate }): Promise<Uint8Array>;
  /**
   * {@link save} in turns, with progress and cancellation: the same bytes, in a new buffer.
   * @throws InputError for bad options; the signal's reason when stopped.
   */
  saveAsync(options?: RunOptions): Promise<ArrayBuffer>;
  async saveAsync({
    allocate,
    ...options
  }: RunOptions & { readonly allocate?: Allocate } = {}): Promise<ArrayBuffer | Uint8Array> {
    requireRun(options);
    const bytes = await inTurns(this.#engine.saveSteps(allocate), this.size, options);
    return allocate === undefined ? (bytes.buffer as ArrayBuffer) : bytes;
  }

  /** What a matcher is, in a few words: not the index, which `save` writes. */
  toJSON(): Pick<Matcher, 'side' | 'kernel'> & Pick<IndexStats, 'records' | 'terms'> {
    const { records, terms } = this.stats;
    return { side: this.side, kernel: this.kernel, records, terms };
  }

  /** @throws CuoheError `UNKNOWN_RECORD` */
  #indexOf(id: RecordId): number {
    return this.#engine.segments.positionOfId(String(id));
  }
}
