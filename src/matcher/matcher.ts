import type { ChainTag } from '../chains/tagger.ts';
import { contributionsOf } from '../explanation/contributions.ts';
import {
  type ExplainedSide,
  type ExplainingWords,
  type Explanation,
  explainFully,
  explainShort,
} from '../explanation/explain.ts';
import type { MatchedPhrase } from '../explanation/phrases.ts';
import type { Reason, SharedChain } from '../explanation/reason.ts';
import type { Collection } from '../index/collection.ts';
import { saveCollection } from '../index/saved.ts';
import type { Allocate } from '../index/sections.ts';
import { applyFilters, type Eligibility, type FilteredCounts } from '../matches/filters.ts';
import {
  type MatchOptions,
  type ResolvedMatchOptions,
  type RunOptions,
  resolveMatchOptions,
} from '../matches/match-options.ts';
import { type Ranking, rank } from '../matches/rank.ts';
import { CuoheError } from '../records/errors.ts';
import type { FieldWeights } from '../records/fields.ts';
import type { Side } from '../records/parse.ts';
import type { Taxonomy } from '../records/taxonomy.ts';
import type { MatchRecord, RecordInput } from '../records/types.ts';
import type { KernelName, Scorer } from '../scores/scorer.ts';
import type { AnalyzedField } from '../terms/analyzer.ts';
import { termFrequencies } from '../terms/term-frequencies.ts';
import { type FacetName, type FacetWeights, featuresOf } from '../vectors/facets.ts';
import { remember } from './cache.ts';
import { chunks, parseQueries, requireQueries } from './queries.ts';
import { BatchSize, Pacer } from './run.ts';
import { type KernelOptions, scorerFor } from './scorer.ts';
import type { Reading } from './setup.ts';

/** One ranked record. */
export interface Match<R extends MatchRecord = MatchRecord> {
  /** From 1. */
  readonly rank: number;
  readonly id: string;
  /** Position of the record in the collection, from 0. */
  readonly index: number;
  /** In [0, 1]: Σ facets. */
  readonly score: number;
  /** What each facet adds to the score. */
  readonly facets: Readonly<Record<FacetName, number>>;
  /** The top shared phrases with their places in both texts; empty without `explain`. */
  readonly terms: readonly MatchedPhrase[];
  /** Chains of both records; empty without `explain`. */
  readonly chains: readonly SharedChain[];
  /** One sentence in two languages; empty texts without `explain`. */
  readonly reason: Reason;
  readonly record: R;
}

/** The matches of one record. */
export interface MatchResult<R extends MatchRecord = MatchRecord> {
  /** Id of the record that matches were asked for. */
  readonly queryId: string;
  readonly matches: readonly Match<R>[];
  /** Records that passed the filters and were ranked. */
  readonly ranked: number;
  /** Records that each filter removed. */
  readonly filtered: FilteredCounts;
}

/** A record that matches are asked for, read and weighed. */
interface Query {
  readonly record: MatchRecord;
  readonly side: ExplainedSide;
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
  private readonly place: number;
  private madeScorer: Scorer | undefined;
  private readonly words: ExplainingWords;
  private readonly fieldsOf: (row: number) => readonly AnalyzedField[];

  /**
   * Use `createMatcher` or `openMatcher`.
   * @param place number of this matcher among those of other threads on the same memory, from 0.
   */
  constructor(
    side: Side,
    reading: Reading,
    collection: Collection,
    { kernel }: KernelOptions = {},
    place = 0,
  ) {
    this.side = side;
    this.reading = reading;
    this.collection = collection;
    this.size = collection.records.size;
    this.kernelWanted = kernel;
    this.place = place;
    this.words = { taxonomy: reading.taxonomy, finder: reading.analyzer.lexicon.finder };
    this.fieldsOf = remember(KEPT_ANALYSES, (row) => reading.analyzer.analyze(collection.records.at(row)));
  }

  /** Made when first asked for: an index that was opened may have to move its postings for it. */
  private get scorer(): Scorer {
    this.madeScorer ??= scorerFor(this.collection, this.kernelWanted, this.place);
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

  /** The facet weights in use, as given. */
  get facets(): FacetWeights {
    return this.collection.vectorizer.parts.facetWeights;
  }

  /** Counts that tell how heavy the index is. */
  get stats(): { readonly records: number; readonly terms: number; readonly postings: number } {
    const { postings, vectorizer } = this.collection;
    return { records: this.size, terms: vectorizer.parts.vocabulary.size, postings: postings.weights.length };
  }

  /**
   * The record at a position.
   * @throws CuoheError `UNKNOWN_RECORD`
   */
  record(index: number): R {
    return this.collection.records.at(index) as R;
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
    const [prepared] = this.prepare([query], 0);
    const eligibility = this.eligibility(resolved);
    const [ranking] = this.rank([prepared!], resolved, eligibility);
    return this.answer(prepared!, ranking!, resolved, eligibility);
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
    const resolved = resolveMatchOptions(options);
    options.signal?.throwIfAborted();
    requireQueries(queries);
    const total = Array.isArray(queries) ? queries.length : undefined;
    if (Array.isArray(queries)) parseQueries(queries, this.side, this.reading, 0);
    const eligibility = this.eligibility(resolved);
    const pacer = new Pacer(total, options);
    // An async iterable is answered item by item: its next item may be long in coming.
    const size = Symbol.asyncIterator in queries ? undefined : new BatchSize();
    let done = 0;
    for await (const chunk of chunks(queries, () => size?.next() ?? 1, options.signal)) {
      const prepared = this.prepare(chunk, done);
      const rankings = this.rank(prepared, resolved, eligibility);
      for (const [i, query] of prepared.entries()) {
        yield this.answer(query, rankings[i]!, resolved, eligibility);
        await pacer.step(++done);
      }
    }
    pacer.finish(done);
  }

  /**
   * The full tree of one score: facets, terms, places in both texts. Its leaves sum to the score.
   * @param id of the indexed record.
   * @throws CuoheError `UNKNOWN_RECORD`; InputError for a bad query.
   */
  explain(query: RecordInput, id: string): Explanation {
    const [prepared] = this.prepare([query], 0);
    const index = this.indexOf(id);
    if (index < 0)
      throw new CuoheError('UNKNOWN_RECORD', `No record with the id ${JSON.stringify(id)} in the index`);
    const side = this.indexedSide(index);
    // Stored tags carry no evidence; the tagger finds it again.
    const tags = this.reading.tagger.tag(this.record(index), side.fields());
    return explainFully(prepared!.side, { ...side, tags }, this.collection.vectorizer, this.words);
  }

  /**
   * Chains of any record, with what speaks for each; several, one or none.
   * @throws InputError for a bad record.
   */
  tagChains(record: RecordInput): ChainTag[] {
    const [parsed] = parseQueries([record], this.side, this.reading, 0);
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
      facetWeights: this.facets,
      ...this.reading.prints,
    };
    const bytes = saveCollection(head, this.collection, allocate);
    return allocate === undefined ? (bytes.buffer as ArrayBuffer) : bytes;
  }

  private eligibility({ kinds, filter }: ResolvedMatchOptions): Eligibility {
    return applyFilters(this.collection.attributes, this.collection.records, kinds, filter);
  }

  private prepare(queries: readonly RecordInput[], offset: number): Query[] {
    return parseQueries(queries, this.side, this.reading, offset).map((record) => {
      const fields = this.reading.analyzer.analyze(record);
      const tags = this.reading.tagger.tag(record, fields);
      const row = this.collection.vectorizer.row(featuresOf(record, termFrequencies(fields), tags));
      return { record, side: { row, tags, fields: () => fields } };
    });
  }

  private rank(
    queries: readonly Query[],
    { limit, minScore }: ResolvedMatchOptions,
    eligibility: Eligibility,
  ): Ranking[] {
    const rows = queries.map(({ side }) => side.row);
    return rank(this.scorer, rows, eligibility, limit, minScore);
  }

  private answer(
    query: Query,
    { rows, scores }: Ranking,
    { explain }: ResolvedMatchOptions,
    eligibility: Eligibility,
  ): MatchResult<R> {
    const matches = Array.from(rows, (index, i) => this.matchAt(query, index, scores[i]!, i + 1, explain));
    return { queryId: query.record.id, matches, ranked: eligibility.passed, filtered: eligibility.filtered };
  }

  private matchAt(query: Query, index: number, score: number, position: number, explain: boolean): Match<R> {
    const { vectorizer } = this.collection;
    const record = this.record(index);
    const side = this.indexedSide(index);
    const contributions = contributionsOf(query.side.row, side.row, vectorizer);
    const short = explain
      ? explainShort(query.side, side, vectorizer, this.words, contributions)
      : { phrases: [], chains: [], reason: NO_REASON };
    return {
      rank: position,
      id: record.id,
      index,
      score,
      facets: contributions.facets,
      terms: short.phrases,
      chains: short.chains,
      reason: short.reason,
      record,
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
