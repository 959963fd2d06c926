import { last, type Steps, told } from '../../base/steps.ts';
import type { ChainTag } from '../chains/tagger.ts';
import { tagsAt } from '../collection/attributes.ts';
import type { Collection } from '../collection/collection.ts';
import type { Allocate } from '../collection/sections.ts';
import { shifted, shiftOf } from '../conditions/shift.ts';
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
  type Counted,
  MATCH_KEYS,
  type MatchOptions,
  type ResolvedMatchOptions,
  RUN_KEYS,
  type RunOptions,
  resolveMatchOptions,
} from '../matches/match-options.ts';
import { bestNeed } from '../needs/best-need.ts';
import type { RecordKind } from '../records/kinds.ts';
import type { MatchRecord } from '../records/types.ts';
import type { KernelName } from '../scores/scorer.ts';
import { once } from './cache.ts';
import { completed } from './complete.ts';
import { addedCounts, countsOf } from './counts.ts';
import type { EngineParts } from './engine-parts.ts';
import { foldedParts, foldedSteps } from './folded.ts';
import type {
  Answering,
  BareMatch,
  BareResult,
  Completing,
  LeanMatch,
  MatchCounts,
  MatchResult,
} from './match.ts';
import { answersOf } from './need-results.ts';
import { displayed } from './notebook.ts';
import { parseQueries, parseQueriesSteps, type Queries, requireQueries } from './queries.ts';
import { MATCHES_OF_NEED, mostWanted, rankSides, type SideRanking } from './rankings.ts';
import { saveSteps } from './save.ts';
import type { Segments } from './segments.ts';
import { indexedQueryOf, type QuerySide, querySideOf, sideAt } from './sides.ts';

/** How queries are answered, and answers completed. */
interface Begun<R> {
  readonly answering: Answering;
  readonly completing: Completing<R>;
}

const NO_REASON: Reason = { zh: '', en: '' };

/**
 * Reads queries, ranks an indexed collection for them, and completes what was found: what a matcher shows to hosts, and
 * what the threads of a pool share out among themselves.
 */
export class Engine {
  readonly parts: EngineParts;
  private readonly words: ExplainingWords;
  /** How scores of records of the other side are graded; nothing where they are not. */
  readonly levels: LevelCalibration | undefined;
  /** The same index in one part, in which positions are rows. */
  readonly folded: () => Engine;

  constructor(parts: EngineParts) {
    this.parts = parts;
    const { reading } = parts;
    const { signalWeights } = this.base.vectorizer.parts;
    this.levels = levelsFor(parts.levels, signalWeights, this.vectorWeight);
    this.words = {
      taxonomy: reading.taxonomy,
      lexicon: reading.analyzer.lexicon,
      conditionWeights: this.base.conditionWeights,
      vectorWeight: this.vectorWeight,
    };
    this.folded = once(() => (parts.segments.isPlain ? this : new Engine(foldedParts(parts))));
  }

  get segments(): Segments {
    return this.parts.segments;
  }

  /** The collection of the first segment: what weighs is that of the whole index. */
  get base(): Collection {
    return this.segments.base.collection;
  }

  /** Number of records. */
  get size(): number {
    return this.segments.size;
  }

  get kernel(): KernelName {
    return this.segments.base.scorer().kernel;
  }

  /**
   * Validated queries.
   * @param offset position of the first one among all that were asked for.
   * @throws InputError naming every bad query.
   */
  read(queries: readonly unknown[], offset = 0): MatchRecord[] {
    const { side, reading } = this.parts;
    return parseQueries(queries, side, reading, offset, this.base.dense?.space);
  }

  private get vectorWeight(): number {
    return this.base.dense?.space.parts.weight ?? 0;
  }

  /**
   * What happens before the first query of many is answered: all checks that need no stream, and the filters.
   * @throws InputError for bad input or options; the signal's reason when stopped.
   */
  begin<R>(queries: Queries, options: MatchOptions<R> & RunOptions): Begun<R> {
    return last(this.beginSteps(queries, options));
  }

  /** The same in steps. */
  *beginSteps<R>(queries: Queries, options: MatchOptions<R> & RunOptions): Steps<Begun<R>> {
    const resolved = resolveMatchOptions<R>(options, [...MATCH_KEYS, ...RUN_KEYS]);
    options.signal?.throwIfAborted();
    requireQueries(queries);
    const { side, reading } = this.parts;
    if (Array.isArray(queries)) yield* parseQueriesSteps(queries, side, reading, 0, this.base.dense?.space);
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
    const { segments, reading } = this.parts;
    const parts = segments.all.map(({ part, live, first }) => ({
      attributes: part.collection.attributes,
      live,
      first,
    }));
    const row = (index: number) => segments.row(index) as R;
    return applyFilters({ parts, taxonomy: reading.taxonomy, row }, kinds, filter);
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
    const side = this.indexedQuery(index);
    return this.found(side, this.rankings([side], answering)[0]!, answering);
  }

  /** What an answer says of rows that were found before: in their order, none ranked again. */
  explained(query: MatchRecord, rows: readonly number[], explain: boolean): BareResult {
    const side = this.querySide(query);
    const matches = rows.map((row, i) => this.matchAt(side, row, i + 1, explain));
    return { matches, best: 0, ...this.measureOf(side) };
  }

  /** Completes what {@link answers} gave for a query. */
  complete<R>(
    queryId: string,
    bare: BareResult,
    told: Pick<MatchResult, 'candidates' | 'filtered'>,
    completing: Completing<R>,
  ): MatchResult<R, LeanMatch> {
    const { segments, side } = this.parts;
    const meaning = meaningOf(this.levels, side, bare.own);
    return displayed({ queryId, ...completed<R>(bare, told, completing, segments, meaning) });
  }

  /** The whole index, records included, in new bytes or in those that are allocated for it. */
  save(allocate?: Allocate): Uint8Array {
    return last(saveSteps(this.folded().parts, allocate));
  }

  /** The same in steps; of an index in several parts nothing is kept folded. */
  *saveSteps(allocate?: Allocate): Steps<Uint8Array> {
    const { parts, segments } = this;
    return yield* saveSteps(segments.isPlain ? parts : yield* told(0, foldedSteps(parts)), allocate);
  }

  /** The full tree of the score of a query and an indexed record. */
  explain(query: MatchRecord, index: number): Explanation {
    const { reading, segments } = this.parts;
    const { segment } = segments.at(index);
    const side = this.indexedSide(index);
    // Stored tags carry no evidence; the tagger finds it again.
    const tags = reading.tagger.tag(segments.record(index), side.analyzed());
    const asked = this.querySide(query).sides[segment]!;
    const { vectorizer } = segments.all[segment]!.part.collection;
    return explainFully(asked, { ...side, tags }, vectorizer, this.words);
  }

  /** Stored chain tags of an indexed record. */
  tagsOf(index: number): ChainTag[] {
    const { segment, row } = this.segments.at(index);
    return tagsAt(this.segments.all[segment]!.part.collection.attributes, row);
  }

  /** What queries find: positions and scores, of the whole index. */
  rankings(queries: readonly QuerySide[], answering: Answering): SideRanking[] {
    const { side, segments } = this.parts;
    const found = segments.all.map(({ part }, segment) => {
      const { collection } = part;
      const refined = {
        isOfDemands: side === 'demand',
        states: collection.attributes.states,
        anyStates: part.anyStates(),
        weights: collection.conditionWeights,
        side: (row: number) => sideAt(part, row),
        sum: (query: ExplainedSide, record: ExplainedSide) => this.sumOfSides(query, record),
      };
      const asked = queries.map(({ sides }) => sides[segment]!);
      const eligibility = answering.eligibility.parts[segment]!;
      return rankSides(asked, { ...answering, eligibility }, { scorer: part.scorer(), collection, refined });
    });
    const most = mostWanted(answering);
    return queries.map((_, i) => {
      const ranked = found.map((rankings) => rankings[i]!);
      const needs = ranked[0]!.needs?.map((_, need) => {
        const ofNeed = ranked.map((one) => one.needs![need]!);
        return segments.merged(ofNeed, MATCHES_OF_NEED);
      });
      return { ...segments.merged(ranked, most), ...(needs && { needs }) };
    });
  }

  /** What is told of a ranking. */
  found(query: QuerySide, { rows, scores, needs }: SideRanking, answering: Answering): BareResult {
    const { limit, offset, explain, total, counts } = answering;
    const page = rows.subarray(offset, offset + limit);
    return {
      matches: Array.from(page, (index, i) => this.matchAt(query, index, offset + i + 1, explain)),
      best: scores[0] ?? 0,
      ...(needs && { needs: answersOf(query, needs, this.segments) }),
      ...this.measureOf(query),
      ...(total || counts.length > 0 ? { total: rows.length } : {}),
      ...(counts.length > 0 ? { counts: this.countsOf(rows, counts) } : {}),
    };
  }

  /** Counts what records at positions have. */
  private countsOf(positions: Uint32Array, counts: readonly Counted[]): MatchCounts {
    const { all } = this.segments;
    const rows = this.segments.rowsBySegment(positions);
    return addedCounts(all.map(({ part }, i) => countsOf(rows[i]!, counts, part.collection.attributes)));
  }

  /** Score of a query with itself, as far as the statistics know its words: what its scores are measured by. */
  ownOf({ own, dense }: QuerySide): number {
    return blend(own, cosineOf(dense, dense), this.vectorWeight);
  }

  /** The same for a result; nothing for a query that no record of its own side answers. */
  private measureOf(query: QuerySide): Pick<BareResult, 'own'> {
    return query.isDemand === (this.parts.side === 'demand') ? {} : { own: this.ownOf(query) };
  }

  /** A validated query as a side of a pair. */
  querySide(record: MatchRecord): QuerySide {
    const { reading, segments } = this.parts;
    return querySideOf(record, this.denseOf(record), reading, segments);
  }

  /** The vector that a query brings, where the index has any. */
  private denseOf(record: MatchRecord): DenseVector | undefined {
    const { vector } = record as { readonly vector?: GivenVector | null };
    if (vector === undefined || vector === null) return undefined;
    return this.base.dense?.space.place(vector);
  }

  /** The score of a query and an indexed record before conditions shift it, to the bit. */
  sumOf(query: QuerySide, index: number): number {
    return this.sumOfSides(query.sides[this.segments.at(index).segment]!, this.indexedSide(index));
  }

  private sumOfSides(query: ExplainedSide, record: ExplainedSide): number {
    const { product } = bestNeed(query, record);
    return blend(product, cosineOf(query.dense, record.dense), this.vectorWeight);
  }

  /** One match: the sum of its contributions is what a kernel gave, to the bit. */
  private matchAt(asked: QuerySide, index: number, position: number, explain: boolean): BareMatch {
    const { segment } = this.segments.at(index);
    const query = asked.sides[segment]!;
    const { vectorizer } = this.segments.all[segment]!.part.collection;
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
      ...(contributions.need !== undefined && { need: contributions.need }),
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
    const { segment, row } = this.segments.at(index);
    return sideAt(this.segments.all[segment]!.part, row);
  }

  /** An indexed record as a query. */
  indexedQuery(index: number): QuerySide {
    return indexedQueryOf(index, this.segments);
  }
}
