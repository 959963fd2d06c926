import { CuoheError } from '../../base/errors.ts';
import type { ChainTag } from '../chains/tagger.ts';
import type { Collection } from '../collection/collection.ts';
import { type ReadingPrints, saveCollection } from '../collection/saved.ts';
import type { Allocate } from '../collection/sections.ts';
import { contributionsOf } from '../explanation/contributions.ts';
import {
  type ExplainedSide,
  type ExplainingWords,
  type Explanation,
  explainFully,
  explainShort,
} from '../explanation/explain.ts';
import type { Reason } from '../explanation/reason.ts';
import { applyFilters, type Eligibility } from '../matches/filters.ts';
import {
  type MatchOptions,
  type ResolvedMatchOptions,
  type RunOptions,
  resolveMatchOptions,
} from '../matches/match-options.ts';
import { rank } from '../matches/rank.ts';
import type { FieldWeights } from '../records/fields.ts';
import type { Side } from '../records/parse.ts';
import type { Taxonomy } from '../records/taxonomy.ts';
import type { MatchRecord, RecordInput } from '../records/types.ts';
import type { KernelName, Scorer } from '../scores/scorer.ts';
import type { AnalyzedField } from '../terms/analyzer.ts';
import { termFrequencies } from '../terms/term-frequencies.ts';
import { featuresOf, type SignalWeights } from '../vectors/signals.ts';
import { remember } from './cache.ts';
import type { Answering, BareMatch, MatchResult } from './match.ts';
import { chunks, parseQueries, requireQueries } from './queries.ts';
import { BatchSize, Pacer } from './run.ts';
import { type KernelOptions, scorerFor } from './scorer.ts';
import type { Reading } from './setup.ts';

export type { Match, MatchResult } from './match.ts';

/** Where the index of a matcher lies. */
export interface Placing {
  /** Number of this matcher among those of other threads on the same memory, from 0, which is the default. */
  readonly place?: number;
  /** The bytes that the index was opened from. */
  readonly saved?: Uint8Array;
}

/** Records of the collection whose analysed texts are kept for explanations. */
const KEPT_ANALYSES = 256;
const NO_REASON: Reason = { zh: '', en: '' };

/**
 * An indexed collection of one side, ranked for records of the other. Immutable; every method is a pure function
 * of its arguments (and of today's date, where `filter.asOf` is not given).
 */
export class Matcher<R extends MatchRecord = MatchRecord> {
  /** Which side is indexed. */
  readonly side: Side;
  /** Number of indexed records. */
  readonly size: number;
  private readonly reading: Reading;
  private readonly collection: Collection;
  private readonly kernelWanted: KernelOptions['kernel'];
  private readonly placing: Placing;
  private madeScorer: Scorer | undefined;
  private readonly words: ExplainingWords;
  private readonly fieldsOf: (row: number) => readonly AnalyzedField[];

  /** Use `createMatcher` or `openMatcher`. */
  constructor(
    side: Side,
    reading: Reading,
    collection: Collection,
    { kernel }: KernelOptions = {},
    placing: Placing = {},
  ) {
    this.side = side;
    this.reading = reading;
    this.collection = collection;
    this.size = collection.records.size;
    this.kernelWanted = kernel;
    this.placing = placing;
    this.words = { taxonomy: reading.taxonomy, finder: reading.analyzer.lexicon.finder };
    this.fieldsOf = remember(KEPT_ANALYSES, (row) => reading.analyzer.analyze(collection.records.at(row)));
  }

  /** Made when first asked for: an index that was opened may have to move its postings for it. */
  private get scorer(): Scorer {
    this.madeScorer ??= scorerFor(this.collection, this.kernelWanted, this.placing.place);
    return this.madeScorer;
  }

  /** The kernel that scores. */
  get kernel(): KernelName {
    return this.scorer.kernel;
  }

  /** The chains in use. */
  get taxonomy(): Taxonomy {
    return this.reading.taxonomy;
  }

  /** The field weights in use. */
  get fields(): FieldWeights {
    return this.reading.fieldWeights;
  }

  /** The signal weights in use, as given. */
  get signals(): SignalWeights {
    return this.collection.vectorizer.parts.signalWeights;
  }

  /** Counts that tell how heavy the index is. */
  get stats(): { readonly records: number; readonly terms: number; readonly postings: number } {
    const { rows, vectorizer } = this.collection;
    const { size: terms } = vectorizer.parts.vocabulary;
    return { records: this.size, terms, postings: rows.arrays.weights.length };
  }

  /**
   * The record at a position.
   * @throws CuoheError `UNKNOWN_RECORD`
   */
  record(index: number): R {
    return this.collection.records.at(index) as R;
  }

  /**
   * The record at a position as it was read: amounts, dates, stages and modes are values.
   * @throws CuoheError `UNKNOWN_RECORD`
   */
  parsed(index: number): MatchRecord {
    return this.collection.records.at(index);
  }

  /** Position of the record with an id, or -1. */
  indexOf(id: string): number {
    return this.collection.records.indexOf(id);
  }

  /**
   * The exact best records for one record of the other side (or of the same: its `kind` tells).
   * @throws InputError for bad input or options.
   */
  match(query: RecordInput, options?: MatchOptions): MatchResult<R> {
    const resolved = resolveMatchOptions(options);
    const records = this.read([query], 0);
    const answering = this.answering(resolved);
    const [found] = this.answers(records, answering);
    return this.result(records[0]!, found!, answering.eligibility);
  }

  /**
   * Matches of many records, one result at a time in their order: memory does not grow with their number.
   * An array is validated as a whole before the first result; a stream in pieces as it comes. Filters are applied
   * once for the whole run.
   * @throws InputError for bad input or options; the signal's reason when stopped.
   */
  async *matchAll(
    queries: Iterable<RecordInput> | AsyncIterable<RecordInput>,
    options: MatchOptions & RunOptions = {},
  ): AsyncGenerator<MatchResult<R>, void, undefined> {
    const answering = this.begin(queries, options);
    const pacer = new Pacer(Array.isArray(queries) ? queries.length : undefined, options);
    // An async iterable is answered item by item: its next item may be long in coming.
    const size = Symbol.asyncIterator in queries ? undefined : new BatchSize();
    let done = 0;
    for await (const chunk of chunks(queries, () => size?.next() ?? 1, options.signal)) {
      const records = this.read(chunk, done);
      let i = 0;
      for (const found of this.answers(records, answering)) {
        yield this.result(records[i++]!, found, answering.eligibility);
        await pacer.step(++done);
      }
    }
    pacer.finish(done);
  }

  /**
   * The full tree of one score: signals, terms, places in both texts. Its leaves sum to the score.
   * @param id of the indexed record.
   * @throws CuoheError `UNKNOWN_RECORD`; InputError for a bad query.
   */
  explain(query: RecordInput, id: string): Explanation {
    const [record] = this.read([query], 0);
    const index = this.indexOf(id);
    if (index < 0)
      throw new CuoheError('UNKNOWN_RECORD', `No record with the id ${JSON.stringify(id)} in the index`);
    const side = this.indexedSide(index);
    // Stored tags carry no evidence; the tagger finds it again.
    const tags = this.reading.tagger.tag(this.record(index), side.fields());
    return explainFully(this.querySide(record!), { ...side, tags }, this.collection.vectorizer, this.words);
  }

  /**
   * Chains of any record, with what speaks for each; several, one or none.
   * @throws InputError for a bad record.
   */
  tagChains(record: RecordInput): ChainTag[] {
    const [parsed] = this.read([record], 0);
    return this.reading.tagger.tag(parsed!, this.reading.analyzer.analyze(parsed!));
  }

  /**
   * The whole index, records included, for `openMatcher`.
   * @param allocate gives the bytes to write into, such as `indexMemory`. Default: a new buffer, which is returned.
   */
  save(): ArrayBuffer;
  save(allocate: Allocate): Uint8Array;
  save(allocate?: Allocate): ArrayBuffer | Uint8Array {
    const head = {
      side: this.side,
      fieldWeights: this.fields,
      signalWeights: this.signals,
      ...this.reading.prints,
    };
    const bytes = saveCollection(head, this.collection, allocate);
    return allocate === undefined ? (bytes.buffer as ArrayBuffer) : bytes;
  }

  /**
   * What other threads need to open the same index and to answer alike.
   * @internal
   */
  get origin(): { readonly prints: ReadingPrints; readonly kernel: KernelOptions['kernel'] } & Placing {
    return { prints: this.reading.prints, kernel: this.kernelWanted, ...this.placing };
  }

  /**
   * What happens before the first query of many is answered: all checks that need no stream, and the filters.
   * @throws as {@link matchAll} does.
   * @internal
   */
  begin(
    queries: Iterable<RecordInput> | AsyncIterable<RecordInput>,
    options: MatchOptions & RunOptions,
  ): Answering {
    const resolved = resolveMatchOptions(options);
    options.signal?.throwIfAborted();
    requireQueries(queries);
    if (Array.isArray(queries)) this.read(queries, 0);
    return this.answering(resolved);
  }

  /**
   * Validated queries.
   * @param offset position of the first one among all that were asked for.
   * @throws InputError naming every bad query.
   * @internal
   */
  read(queries: readonly RecordInput[], offset: number): MatchRecord[] {
    return parseQueries(queries, this.side, this.reading, offset);
  }

  /**
   * Ranks validated queries together, then gives the matches of one after the other: the one way in which a chunk is
   * answered, on whatever thread.
   * @internal
   */
  *answers(
    queries: readonly MatchRecord[],
    { limit, minScore, explain, eligibility }: Answering,
  ): Generator<BareMatch[], void, undefined> {
    const sides = queries.map((record) => this.querySide(record));
    const rows = sides.map(({ row }) => row);
    const rankings = rank(this.scorer, rows, eligibility, limit, minScore);
    for (const [i, { rows, scores }] of rankings.entries()) {
      yield Array.from(rows, (index, k) => this.matchAt(sides[i]!, index, scores[k]!, k + 1, explain));
    }
  }

  /**
   * Completes what {@link answers} gave for a query.
   * @internal
   */
  result(query: MatchRecord, found: readonly BareMatch[], eligibility: Eligibility): MatchResult<R> {
    const matches = found.map(({ rank, index, ...rest }) => {
      const record = this.record(index);
      return { rank, id: record.id, index, ...rest, record };
    });
    return { queryId: query.id, matches, candidates: eligibility.passed, filtered: eligibility.filtered };
  }

  private answering({ kinds, filter, limit, minScore, explain }: ResolvedMatchOptions): Answering {
    const { attributes, records } = this.collection;
    return { limit, minScore, explain, eligibility: applyFilters(attributes, records, kinds, filter) };
  }

  private querySide(record: MatchRecord): ExplainedSide {
    const fields = this.reading.analyzer.analyze(record);
    const tags = this.reading.tagger.tag(record, fields);
    const row = this.collection.vectorizer.row(featuresOf(record, termFrequencies(fields), tags));
    return { row, tags, fields: () => fields };
  }

  private matchAt(
    query: ExplainedSide,
    index: number,
    score: number,
    position: number,
    explain: boolean,
  ): BareMatch {
    const { vectorizer } = this.collection;
    const side = this.indexedSide(index);
    const contributions = contributionsOf(query.row, side.row, vectorizer);
    const short = explain
      ? explainShort(query, side, vectorizer, this.words, contributions)
      : { phrases: [], chains: [], reason: NO_REASON };
    return {
      rank: position,
      index,
      score,
      signals: contributions.signals,
      phrases: short.phrases,
      chains: short.chains,
      reason: short.reason,
    };
  }

  /** An indexed record as a side of an explanation: its row and tags as stored, its texts when asked for. */
  private indexedSide(index: number): ExplainedSide {
    const { rows, attributes } = this.collection;
    const tags: ChainTag[] = [];
    for (let i = attributes.tagOffsets[index]!; i < attributes.tagOffsets[index + 1]!; i++) {
      const code = attributes.chainCodes[attributes.tagChains[i]!]!;
      tags.push({ code, confidence: attributes.tagConfidences[i]!, given: false, evidence: [] });
    }
    return { row: rows.row(index), tags, fields: () => this.fieldsOf(index) };
  }
}
