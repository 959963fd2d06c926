import type { ChainTag } from '../chains/tagger.ts';
import type { Collection } from '../collection/collection.ts';
import { saveCollection } from '../collection/saved.ts';
import type { Allocate } from '../collection/sections.ts';
import type { Party } from '../conditions/judge.ts';
import { partyOf } from '../conditions/pair.ts';
import { shifted, shiftOf } from '../conditions/shift.ts';
import { mayState } from '../conditions/stated.ts';
import { blend, cosineOf } from '../dense/blend.ts';
import type { DenseVector, GivenVector } from '../dense/vector.ts';
import { pairContributions } from '../explanation/contributions.ts';
import {
  type ExplainedSide,
  type ExplainingWords,
  type Explanation,
  explainFully,
  explainShort,
  judged,
} from '../explanation/explain.ts';
import type { Reason } from '../explanation/reason.ts';
import { type LevelCalibration, levelsFor } from '../levels/calibration.ts';
import { meaningOf } from '../levels/meaning.ts';
import { applyFilters, type Eligibility, type MatchFilter } from '../matches/filters.ts';
import {
  MATCH_KEYS,
  type MatchOptions,
  type ResolvedMatchOptions,
  RUN_KEYS,
  type RunOptions,
  resolveMatchOptions,
} from '../matches/match-options.ts';
import type { Ranking } from '../matches/rank.ts';
import { RECORD_KINDS, type RecordKind } from '../records/kinds.ts';
import type { Side } from '../records/parse.ts';
import type { MatchRecord } from '../records/types.ts';
import type { Scorer } from '../scores/scorer.ts';
import type { AnalyzedField } from '../terms/analyzer.ts';
import { termFrequencies } from '../terms/term-frequencies.ts';
import { innerProduct } from '../vectors/inner-product.ts';
import { featuresOf } from '../vectors/signals.ts';
import type { Reading } from '../weigher/reading.ts';
import { once, remember } from './cache.ts';
import { countsOf } from './counts.ts';
import type { Answering, BareMatch, BareResult, Completing, LeanMatch, Match, MatchResult } from './match.ts';
import { parseQueries, type Queries, requireQueries } from './queries.ts';
import { rankSides } from './rankings.ts';
import { type KernelOptions, scorerFor } from './scorer.ts';
import { storedTags } from './stored-tags.ts';

/** Where the index of an engine lies. */
export interface Placing {
  /** Number of this engine among those of other threads on the same memory, from 0, which is the default. */
  readonly place?: number;
  /** The bytes that the index was opened from. */
  readonly saved?: Uint8Array;
}

/** What an engine is made of. */
export interface EngineParts extends Placing {
  readonly side: Side;
  readonly reading: Reading;
  readonly collection: Collection;
  readonly kernel?: KernelOptions['kernel'];
  /** How levels follow from scores; used where it was made for scores of the collection's weights. */
  readonly levels?: LevelCalibration | undefined;
  /** The host's row at a position. */
  readonly row: (index: number) => unknown;
}

/** Records of the collection whose analysed texts are kept for explanations. */
const KEPT_ANALYSES = 256;
/** Records of the collection whose statements are kept for conditions: a few hundred bytes each. */
const KEPT_PARTIES = 8192;
const NO_REASON: Reason = { zh: '', en: '' };

/**
 * Reads queries, ranks an indexed collection for them, and completes what was found: what a matcher shows to hosts, and
 * what the threads of a pool share out among themselves.
 */
export class Engine {
  readonly parts: EngineParts;
  private madeScorer: Scorer | undefined;
  private readonly words: ExplainingWords;
  private readonly levels: LevelCalibration | undefined;
  private readonly anyStates: () => number;
  private readonly partyAt: (row: number) => Party;
  private readonly fieldsOf: (row: number) => readonly AnalyzedField[];

  constructor(parts: EngineParts) {
    this.parts = parts;
    const { reading, collection } = parts;
    const { lexicon } = reading.analyzer;
    this.levels = levelsFor(parts.levels, collection.vectorizer.parts.signalWeights, this.vectorWeight);
    this.anyStates = once(() => collection.attributes.states.reduce((all, bits) => all | bits, 0));
    this.words = {
      taxonomy: reading.taxonomy,
      lexicon,
      conditionWeights: collection.conditionWeights,
      vectorWeight: this.vectorWeight,
    };
    this.partyAt = remember(KEPT_PARTIES, (row) => {
      const { kinds, states } = collection.attributes;
      const stating = {
        isDemand: RECORD_KINDS[kinds[row]!] === 'demand',
        record: () => collection.records.at(row),
        fields: () => this.fieldsOf(row),
      };
      return partyOf(stating, states[row]!, lexicon);
    });
    this.fieldsOf = remember(KEPT_ANALYSES, (row) => reading.analyzer.analyze(collection.records.at(row)));
  }

  /** Made when first asked for: an index that was opened may have to move its postings for it. */
  get scorer(): Scorer {
    this.madeScorer ??= scorerFor(this.parts.collection, this.parts.kernel, this.parts.place);
    return this.madeScorer;
  }

  /**
   * Validated queries.
   * @param offset position of the first one among all that were asked for.
   * @throws InputError naming every bad query.
   */
  read(queries: readonly unknown[], offset = 0): MatchRecord[] {
    const { side, reading, collection } = this.parts;
    return parseQueries(queries, side, reading, offset, collection.dense?.space);
  }

  private get vectorWeight(): number {
    return this.parts.collection.dense?.space.parts.weight ?? 0;
  }

  /**
   * What happens before the first query of many is answered: all checks that need no stream, and the filters.
   * @throws InputError for bad input or options; the signal's reason when stopped.
   */
  begin<R>(
    queries: Queries,
    options: MatchOptions<R> & RunOptions,
  ): { readonly answering: Answering; readonly completing: Completing<R> } {
    const resolved = resolveMatchOptions<R>(options, [...MATCH_KEYS, ...RUN_KEYS]);
    options.signal?.throwIfAborted();
    requireQueries(queries);
    if (Array.isArray(queries)) this.read(queries);
    return { answering: this.answering(resolved), completing: resolved };
  }

  /** How queries are answered under options: the filters are applied once. */
  answering<R>({
    kinds,
    filter,
    limit,
    offset,
    minScore,
    explain,
    total,
    counts,
  }: ResolvedMatchOptions<R>): Answering {
    const eligibility = this.eligibility(kinds, filter);
    return { limit, offset, minScore, explain, total, counts, eligibility };
  }

  /** @throws InputError `INVALID_OPTIONS` for filters that cannot be applied. */
  eligibility<R>(kinds: readonly RecordKind[] | undefined, filter: MatchFilter<R>): Eligibility {
    const { collection, reading, row } = this.parts;
    const { attributes, records } = collection;
    const filtered = { attributes, taxonomy: reading.taxonomy, size: records.size, row };
    return applyFilters(filtered as typeof filtered & { row: (index: number) => R }, kinds, filter);
  }

  /**
   * Ranks validated queries together, then gives what each finds one after the other: the one way in which a chunk is
   * answered, on whatever thread.
   */
  *answers(queries: readonly MatchRecord[], answering: Answering): Generator<BareResult, void, undefined> {
    const sides = queries.map((record) => this.querySide(record));
    const rankings = this.rankings(sides, answering);
    for (const [i, ranking] of rankings.entries()) yield this.found(sides[i]!, ranking, answering);
  }

  /** What an indexed record, as it is stored, finds. */
  answerOf(index: number, answering: Answering): BareResult {
    const side = this.indexedSide(index);
    return this.found(side, this.rankings([side], answering)[0]!, answering);
  }

  /** What an answer says of rows that were found before: in their order, none ranked again. */
  explained(query: MatchRecord, rows: readonly number[], explain: boolean): BareResult {
    const side = this.querySide(query);
    const matches = rows.map((row, i) => this.matchAt(side, row, i + 1, explain));
    return { matches, best: 0, ...this.ownOf(side) };
  }

  /** Completes what {@link answers} gave for a query. */
  complete<R>(
    queryId: string,
    { matches, best, own, total, counts }: BareResult,
    { candidates, filtered }: Pick<MatchResult, 'candidates' | 'filtered'>,
    { lean }: Completing<R>,
  ): MatchResult<R, LeanMatch> {
    const { collection, row, side } = this.parts;
    const { grade, answer } = meaningOf(this.levels, side, own);
    const told = answer(best);
    const completed = matches.map((bare): LeanMatch => {
      const { rank, index, score, reason, signals, vectors, conditions, phrases, chains } = bare;
      const { id } = collection.records.at(index);
      const graded = grade(score);
      if (lean) return { rank, id, index, score, ...graded, reason };
      const record = row(index) as R;
      return {
        rank,
        id,
        index,
        score,
        ...graded,
        signals,
        ...(vectors && { vectors }),
        conditions,
        phrases,
        chains,
        reason,
        record,
      } as Match<R>;
    });
    return {
      queryId,
      matches: completed,
      ...(told && { answer: told }),
      candidates,
      ...(total === undefined ? {} : { total }),
      ...(counts === undefined ? {} : { counts }),
      filtered,
    };
  }

  /** The whole index, records included, in new bytes or in those that are allocated for it. */
  save(allocate?: Allocate): Uint8Array {
    const { side, reading, collection } = this.parts;
    const { signalWeights } = collection.vectorizer.parts;
    const { conditionWeights } = collection;
    const { fieldWeights, prints } = reading;
    const head = { side, fieldWeights, signalWeights, conditionWeights, ...prints };
    return saveCollection(head, collection, allocate);
  }

  /** The full tree of the score of a query and an indexed record. */
  explain(query: MatchRecord, index: number): Explanation {
    const { collection, reading } = this.parts;
    const side = this.indexedSide(index);
    // Stored tags carry no evidence; the tagger finds it again.
    const tags = reading.tagger.tag(collection.records.at(index), side.fields());
    return explainFully(this.querySide(query), { ...side, tags }, collection.vectorizer, this.words);
  }

  /** Stored chain tags of an indexed record. */
  tagsOf(index: number): ChainTag[] {
    return storedTags(this.parts.collection.attributes, index);
  }

  private rankings(sides: readonly ExplainedSide[], answering: Answering): Ranking[] {
    const { collection, side } = this.parts;
    const refined = {
      isOfDemands: side === 'demand',
      states: collection.attributes.states,
      anyStates: this.anyStates(),
      weights: collection.conditionWeights,
      side: (row: number) => this.indexedSide(row),
    };
    return rankSides(sides, answering, { scorer: this.scorer, collection, refined });
  }

  private found(query: ExplainedSide, { rows, scores }: Ranking, answering: Answering): BareResult {
    const { limit, offset, explain, total, counts } = answering;
    const page = rows.subarray(offset, offset + limit);
    return {
      matches: Array.from(page, (index, i) => this.matchAt(query, index, offset + i + 1, explain)),
      best: scores[0] ?? 0,
      ...this.ownOf(query),
      ...(total || counts.length > 0 ? { total: rows.length } : {}),
      ...(counts.length > 0 ? { counts: countsOf(rows, counts, this.parts.collection.attributes) } : {}),
    };
  }

  /** What scores of a query are measured by; nothing for a query that no record of its own side answers. */
  private ownOf(query: ExplainedSide): Pick<BareResult, 'own'> {
    return query.isDemand === (this.parts.side === 'demand') ? {} : { own: this.sumOf(query, query) };
  }

  /** A validated query as a side of a pair. */
  querySide(record: MatchRecord): ExplainedSide {
    const { reading, collection } = this.parts;
    const fields = reading.analyzer.analyze(record);
    const tags = reading.tagger.tag(record, fields);
    const row = collection.vectorizer.row(featuresOf(record, termFrequencies(fields), tags));
    const isDemand = record.kind === 'demand';
    const stating = { isDemand, record: () => record, fields: () => fields };
    const states = once(() => mayState(record, fields));
    const party = once(() => partyOf(stating, states(), reading.analyzer.lexicon));
    return { row, dense: this.denseOf(record), isDemand, states, tags, fields: () => fields, party };
  }

  /** The vector that a query brings, where the index has any. */
  private denseOf(record: MatchRecord): DenseVector | undefined {
    const { vector } = record as { readonly vector?: GivenVector | null };
    if (vector === undefined || vector === null) return undefined;
    return this.parts.collection.dense?.space.place(vector);
  }

  /** The score of a pair before conditions shift it, to the bit. */
  sumOf(query: ExplainedSide, record: ExplainedSide): number {
    const product = innerProduct(query.row, record.row);
    return blend(product, cosineOf(query.dense, record.dense), this.vectorWeight);
  }

  /** One match: the sum of its contributions is what a kernel gave, to the bit. */
  private matchAt(query: ExplainedSide, index: number, position: number, explain: boolean): BareMatch {
    const { vectorizer } = this.parts.collection;
    const side = this.indexedSide(index);
    const contributions = pairContributions(query, side, vectorizer, this.vectorWeight);
    const conditions = judged(query, side, contributions.score, this.words);
    const short = explain
      ? explainShort(query, side, vectorizer, this.words, contributions, conditions)
      : { phrases: [], chains: [], reason: NO_REASON };
    return {
      rank: position,
      index,
      score: shifted(contributions.score, shiftOf(conditions)),
      signals: contributions.signals,
      ...(contributions.vectors && { vectors: contributions.vectors }),
      conditions,
      phrases: short.phrases,
      chains: short.chains,
      reason: short.reason,
    };
  }

  /** An indexed record as a side of an explanation: its row and tags as stored, its texts when asked for. */
  indexedSide(index: number): ExplainedSide {
    return {
      row: this.parts.collection.rows.row(index),
      dense: this.parts.collection.dense?.at(index),
      isDemand: RECORD_KINDS[this.parts.collection.attributes.kinds[index]!] === 'demand',
      tags: this.tagsOf(index),
      fields: () => this.fieldsOf(index),
      states: () => this.parts.collection.attributes.states[index]!,
      party: () => this.partyAt(index),
    };
  }
}
