import { Issues } from '../../base/issues.ts';
import { expectKeys, type OtherNames } from '../../base/options.ts';
import { last, type Steps, told } from '../../base/steps.ts';
import type { Collection } from '../collection/collection.ts';
import { openCollectionSteps, requireSame } from '../collection/saved.ts';
import type { SavedBytes } from '../collection/sections.ts';
import type { DenseRows } from '../dense/dense-rows.ts';
import { denseRowsSteps, readVectorOptions, type VectorOptions } from '../dense/read.ts';
import { expectCalibration, type LevelCalibration } from '../levels/calibration.ts';
import { expectRun, RUN_KEYS, type RunOptions } from '../matches/match-options.ts';
import { parseSteps, type Side } from '../records/parse.ts';
import type { AchievementInput, DemandInput, MatchRecord, RecordInput } from '../records/types.ts';
import type { Statistics, TermStatistics } from '../vectors/statistics.ts';
import {
  createReading,
  expectReading,
  READING_KEYS,
  type Reading,
  type ReadingOptions,
  termsPrint,
} from '../weigher/reading.ts';
import {
  expectFields,
  expectSameTerms,
  readWeighting,
  WEIGHTING_KEYS,
  type Weighting,
  type WeightingOptions,
} from '../weigher/weighting.ts';
import { buildSteps } from './build.ts';
import { Engine } from './engine.ts';
import { type Matcher, matcherOf } from './matcher.ts';
import { Part } from './part.ts';
import { keptRows, recordsSteps } from './rows.ts';
import { inTurns } from './run.ts';
import { expectKernel, type KernelOptions, requireKernel } from './scorer.ts';
import { Segments } from './segments.ts';

/** What the scores of a matcher mean. */
export interface LevelOptions {
  /**
   * How levels and probabilities follow from scores; it is used where it was made for the weights of the index, and else
   * matches have none. `false`: none. Default: none in `cuohe/core`, the shipped calibration in `cuohe`; `learn` of
   * `cuohe/learn` makes one from judgments.
   */
  readonly levels?: LevelCalibration | false;
}

/** Everything that `createMatcher` takes beside records, their side and how rows are read. */
export type MatcherOptions = ReadingOptions &
  WeightingOptions &
  KernelOptions &
  LevelOptions & {
    /**
     * What becomes of an end of validity that is no date (`明年`): `report` lists it in `matcher.warnings`, `refuse` makes
     * it an issue of the record. Default `report`.
     */
    readonly unreadable?: 'report' | 'refuse';
    /** Vectors of the host's models as a signal. Default: none. */
    readonly vectors?: VectorOptions;
  };

/** Which side the records are, and how a host's row becomes one. */
interface RowOptions<R> {
  /** Default `achievement` (any kind of supply). */
  readonly side?: Side;
  /** Makes a record of a row. Default: the row is one. */
  readonly read?: (row: R) => RecordInput;
}

/** `options` may be left out where all of them have defaults. */
type Options<O, Own> = object extends O ? [options?: O & Own] : [options: O & Own];

/** `createMatcher` over options `O`. */
export interface CreateMatcher<O> {
  <R extends AchievementInput>(
    rows: readonly R[],
    ...options: Options<O, { readonly side?: 'achievement'; readonly read?: undefined }>
  ): Matcher<R>;
  <R extends DemandInput>(
    rows: readonly R[],
    options: O & { readonly side: 'demand'; readonly read?: undefined },
  ): Matcher<R>;
  <R>(
    rows: readonly R[],
    options: O & { readonly side?: 'achievement'; readonly read: (row: R) => AchievementInput },
  ): Matcher<R>;
  <R>(
    rows: readonly R[],
    options: O & { readonly side: 'demand'; readonly read: (row: R) => DemandInput },
  ): Matcher<R>;
}

/** `createMatcherAsync` over options `O`. */
export interface CreateMatcherAsync<O> {
  <R extends AchievementInput>(
    rows: readonly R[],
    ...options: Options<O & RunOptions, { readonly side?: 'achievement'; readonly read?: undefined }>
  ): Promise<Matcher<R>>;
  <R extends DemandInput>(
    rows: readonly R[],
    options: O & RunOptions & { readonly side: 'demand'; readonly read?: undefined },
  ): Promise<Matcher<R>>;
  <R>(
    rows: readonly R[],
    options: O & RunOptions & { readonly side?: 'achievement'; readonly read: (row: R) => AchievementInput },
  ): Promise<Matcher<R>>;
  <R>(
    rows: readonly R[],
    options: O & RunOptions & { readonly side: 'demand'; readonly read: (row: R) => DemandInput },
  ): Promise<Matcher<R>>;
}

/** Options of `openMatcher` over reading options `O`. */
export type OpenOptions<O> = O &
  KernelOptions &
  LevelOptions & {
    /** The statistics that the index was made with, where they were not its own. */
    readonly statistics?: Statistics;
    /**
     * Whether what is in the index is taken as it is: for bytes that nobody but `save` can have written. Damage is seen
     * either way, by checks. Opening takes half the time. Default false: everything in it is looked at, so that bytes which
     * were forged are refused, or give answers as an index does.
     */
    readonly trust?: boolean;
  };

/** The keys of all options of `createMatcher`. */
export const CREATE_KEYS = [
  ...READING_KEYS,
  ...WEIGHTING_KEYS,
  'kernel',
  'levels',
  'side',
  'read',
  'unreadable',
  'vectors',
];
const OPEN_KEYS = [...READING_KEYS, 'kernel', 'levels', 'statistics', 'trust'];
/** Options of a match, and names of other libraries. */
const OTHER_NAMES: OtherNames = {
  weights: 'fields or signals',
  embeddings: 'vectors',
  boost: 'fields',
  facets: 'signals',
  minScore: 'minScore of match',
  limit: 'limit of match',
  filter: 'filter of match',
};
const SIDES: readonly unknown[] = ['achievement', 'demand'];

/** Options of `createMatcher` over rows `R`. */
export type AnyOptions<R> = MatcherOptions & RowOptions<R>;

/**
 * Indexes records in one go. `match.record` is the row as it was given.
 * @throws InputError naming every bad record or option; then nothing was built.
 */
export const createMatcher = (<R>(rows: readonly R[], options: AnyOptions<R>): Matcher<R> =>
  last(matcherSteps(rows, options, CREATE_KEYS))) as CreateMatcher<MatcherOptions>;

/**
 * Indexes records in turns, so that a page or a server stays alive, with progress and cancellation.
 * @throws InputError naming every bad record or option; the signal's reason when stopped.
 */
export const createMatcherAsync = (async <R>(
  rows: readonly R[],
  options: AnyOptions<R> & RunOptions,
): Promise<Matcher<R>> => {
  const issues = new Issues();
  expectRun(issues, options ?? {});
  issues.throwAsOptions();
  options?.signal?.throwIfAborted();
  const steps = matcherSteps(rows, options, [...CREATE_KEYS, ...RUN_KEYS]);
  return await inTurns(steps, rows?.length, options);
}) as CreateMatcherAsync<MatcherOptions>;

/** Yields the number of records that were read into the index so far: none while they are validated. */
function* matcherSteps<R>(
  rows: readonly R[],
  options: AnyOptions<R>,
  keys: readonly string[],
): Steps<Matcher<R>> {
  const plan = planMatcher(rows, options, keys);
  yield 0;
  const parsed = yield* plan.records();
  const dense = yield* plan.dense(parsed);
  return plan.finish(yield* buildSteps(parsed, plan.reading, plan.weighting, dense));
}

/** What is to be indexed, and how: options are checked, records are not. */
export interface MatcherPlan<R> {
  readonly reading: Reading;
  readonly weighting: Weighting;
  /**
   * The validated records, in steps.
   * @param taken takes each as it is read.
   * @throws InputError naming every bad record, and fields that none has.
   */
  records(taken?: MatchRecord[]): Steps<readonly MatchRecord[]>;
  /**
   * The vectors of the records, in steps.
   * @throws InputError where they do not fit these.
   */
  dense(records: readonly MatchRecord[]): Steps<DenseRows | undefined>;
  /** The matcher of the indexed records. */
  finish(collection: Collection): Matcher<R>;
}

/** @throws InputError naming every bad option. */
export function planMatcher<R>(
  rows: readonly R[],
  options: AnyOptions<R>,
  keys: readonly string[],
): MatcherPlan<R> {
  const issues = new Issues();
  const given = expectKeys(issues, options, keys, '', OTHER_NAMES) ? options : ({} as AnyOptions<R>);
  const { side = 'achievement', read, unreadable, kernel } = given;
  const levels = readLevels(issues, given);
  expectReading(issues, given);
  expectKernel(issues, given);
  const weighting = readWeighting(issues, given);
  const vectors = readVectorOptions(issues, given.vectors);
  issues.expect(SIDES.includes(side), 'side', `one of ${SIDES.join(', ')}`, side);
  issues.expect(read === undefined || typeof read === 'function', 'read', 'a function', read);
  const isKnown = unreadable === undefined || unreadable === 'report' || unreadable === 'refuse';
  issues.expect(isKnown, 'unreadable', 'report or refuse', unreadable);
  issues.throwAsOptions();
  requireKernel(given);
  const reading = createReading(options, weighting.fieldWeights);
  expectSameTerms(issues, weighting.statistics, termsPrint(reading));
  issues.throwAsOptions();
  let kept: readonly R[] = [];
  return {
    reading,
    weighting,
    *records(taken) {
      kept = keptRows(rows);
      const records = yield* recordsSteps(kept, read);
      const parsing = { ...reading.parsing, ...(unreadable && { unreadable }) };
      const parsed = yield* told(0, parseSteps(records, side, parsing, taken));
      expectFields(issues, given.fields, parsed);
      issues.throwAsOptions();
      return parsed;
    },
    *dense(records) {
      return vectors && (yield* denseRowsSteps(vectors, records.length));
    },
    finish(collection) {
      const part = new Part({ collection, reading, row: (index) => kept[index], kernel });
      const rowReading = { read, unreadable };
      const segments = Segments.of(part);
      const parts = { side, reading, segments, rowReading, levels, ...(kernel && { kernel }) };
      return matcherOf<R>(new Engine(parts));
    },
  };
}

/** Notes what is wrong with a calibration. */
function readLevels(issues: Issues, { levels }: LevelOptions): LevelCalibration | undefined {
  if (levels === undefined || levels === false) return undefined;
  expectCalibration(issues, levels);
  return levels;
}

/**
 * Opens what `save` wrote, without building anything again. The bytes are used in place and must not be changed; only
 * the WebAssembly kernel copies the postings, once, when it first ranks, unless the bytes lie in `indexMemory`. The
 * records of an opened index are the validated ones.
 * @param options the reading parts and statistics that the index was made with, and a kernel.
 * @throws CuoheError `SAVED_INDEX_UNREADABLE` for damaged data, contents that no index has, or another version;
 * `SAVED_INDEX_MISMATCH` for other reading parts or statistics; InputError for bad options. A record is parsed when it is
 * asked for: where forged bytes hold none, that throws `SAVED_INDEX_UNREADABLE`, and nothing else ever comes of them.
 */
export function openMatcher(saved: SavedBytes, options: OpenOptions<ReadingOptions>): Matcher<MatchRecord> {
  return matcherOf<MatchRecord>(openEngine(saved, options));
}

/**
 * {@link openMatcher} in turns, so that a page or a server stays alive, with progress and cancellation. What the first
 * match and the first change of an opened index wait for is done as well: postings are where the kernel works on them.
 * @throws as {@link openMatcher}; the signal's reason when stopped.
 */
export async function openMatcherAsync(
  saved: SavedBytes,
  options: OpenOptions<ReadingOptions> & RunOptions,
): Promise<Matcher<MatchRecord>> {
  const issues = new Issues();
  expectRun(issues, options ?? {});
  issues.throwAsOptions();
  options?.signal?.throwIfAborted();
  const engine = await inTurns(preparedSteps(saved, options), undefined, options);
  return matcherOf<MatchRecord>(engine);
}

function* preparedSteps(saved: SavedBytes, options: OpenOptions<ReadingOptions>): Steps<Engine> {
  const engine = yield* openSteps(saved, options, undefined, [...OPEN_KEYS, ...RUN_KEYS]);
  yield* engine.segments.base.prepare();
  yield engine.size;
  return engine;
}

/**
 * The engine of {@link openMatcher}, on one of several threads that may work on the same memory.
 * @param place number of this engine among those of the other threads, from 0.
 */
export function openEngine(given: SavedBytes, options: OpenOptions<ReadingOptions>, place?: number): Engine {
  return last(openSteps(given, options, place, OPEN_KEYS));
}

function* openSteps(
  given: SavedBytes,
  options: OpenOptions<ReadingOptions>,
  place: number | undefined,
  keys: readonly string[],
): Steps<Engine> {
  const issues = new Issues();
  const known = expectKeys(issues, options, keys, '', OTHER_NAMES) ? options : ({} as typeof options);
  expectReading(issues, known);
  expectKernel(issues, known);
  const levels = readLevels(issues, known);
  const { statistics } = readWeighting(issues, { ...(known.statistics && { statistics: known.statistics }) });
  const { trust = false } = known;
  issues.expect(typeof trust === 'boolean', 'trust', 'true or false', trust);
  issues.throwAsOptions();
  requireKernel(options);
  const { head, collection, saved } = yield* openCollectionSteps(
    given,
    statistics as TermStatistics | undefined,
    // On another thread they were opened before.
    place === undefined ? (trust ? 'contents' : 'nothing') : 'all',
  );
  const reading: Reading = createReading(options, head.fieldWeights);
  requireSame(head, reading.prints);
  const { kernel } = options;
  const part = new Part({ collection, reading, row: collection.records.at, kernel, place });
  const segments = Segments.of(part);
  return new Engine({ side: head.side, reading, segments, levels, ...(kernel && { kernel }), saved });
}
