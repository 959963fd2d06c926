import { badOptions } from '../../base/errors.ts';
import { openCollection, requireSame } from '../collection/saved.ts';
import type { SavedBytes } from '../collection/sections.ts';
import { type RunOptions, runIssues } from '../matches/match-options.ts';
import { parseRecords, type Side } from '../records/parse.ts';
import type {
  Achievement,
  AchievementInput,
  Demand,
  DemandInput,
  MatchRecord,
  RecordInput,
} from '../records/types.ts';
import { termFrequencies } from '../terms/term-frequencies.ts';
import { textTerms } from '../vectors/signals.ts';
import { countTerms, type Statistics } from '../vectors/statistics.ts';
import { buildSteps } from './build.ts';
import { Matcher } from './matcher.ts';
import { Pacer } from './run.ts';
import { type KernelOptions, requireKernel } from './scorer.ts';
import {
  createReading,
  type Reading,
  type ReadingOptions,
  resolveWeighting,
  type WeightingOptions,
} from './setup.ts';

/** Everything that `createMatcher` takes beside records and their side. */
export type MatcherOptions = ReadingOptions & WeightingOptions & KernelOptions;

/** Which side the records are. Default `achievement` (any kind of supply). */
interface SideOption {
  readonly side?: Side;
}

/**
 * Indexes records in one go.
 * @throws InputError naming every bad record or option; then nothing was built.
 */
export function createMatcher(
  records: readonly DemandInput[],
  options: MatcherOptions & { readonly side: 'demand' },
): Matcher<Demand>;
export function createMatcher(
  records: readonly AchievementInput[],
  options: MatcherOptions & { readonly side?: 'achievement' },
): Matcher<Achievement>;
export function createMatcher(
  records: readonly RecordInput[],
  options: MatcherOptions & SideOption,
): Matcher {
  const { side, steps, reading } = start(records, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return new Matcher(side, reading, step.value, options);
  }
}

/**
 * Indexes records in turns, so that a page or a server stays alive, with progress and cancellation.
 * @throws InputError naming every bad record or option; the signal's reason when stopped.
 */
export async function createMatcherAsync(
  records: readonly DemandInput[],
  options: MatcherOptions & RunOptions & { readonly side: 'demand' },
): Promise<Matcher<Demand>>;
export async function createMatcherAsync(
  records: readonly AchievementInput[],
  options: MatcherOptions & RunOptions & { readonly side?: 'achievement' },
): Promise<Matcher<Achievement>>;
export async function createMatcherAsync(
  records: readonly RecordInput[],
  options: MatcherOptions & SideOption & RunOptions,
): Promise<Matcher> {
  const issues = runIssues(options);
  if (issues.length > 0) throw badOptions(issues);
  options.signal?.throwIfAborted();
  const { side, steps, reading } = start(records, options);
  const pacer = new Pacer(records.length, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      pacer.finish(records.length);
      return new Matcher(side, reading, step.value, options);
    }
    await pacer.step(step.value);
  }
}

function start(records: readonly RecordInput[], options: MatcherOptions & SideOption) {
  const { side = 'achievement' } = options;
  const weighting = resolveWeighting(options);
  requireKernel(options);
  const reading = createReading(options, weighting.fieldWeights);
  const parsed: readonly MatchRecord[] = parseRecords(records, side, { stages: reading.stages });
  return { side, reading, steps: buildSteps(parsed, reading, weighting) };
}

/**
 * Opens what `save` wrote, without building anything again. The bytes are used in place and must not be changed; only
 * the WebAssembly kernel copies the postings, once, when it first ranks, unless the bytes lie in `indexMemory`.
 * @param options the reading parts that the index was made with, and a kernel.
 * @throws CuoheError `SAVED_INDEX_UNREADABLE` for damaged data or another version, `SAVED_INDEX_MISMATCH` for
 * other reading parts; InputError for bad options.
 */
export function openMatcher(saved: SavedBytes, options: ReadingOptions & KernelOptions): Matcher {
  return openAt(saved, options, 0);
}

/**
 * {@link openMatcher} on one of several threads that work on the same memory.
 * @param place number of this matcher among those of the other threads, from 0.
 */
export function openAt(given: SavedBytes, options: ReadingOptions & KernelOptions, place: number): Matcher {
  resolveWeighting(options);
  requireKernel(options);
  const { head, collection, saved } = openCollection(given);
  const reading: Reading = createReading(options, head.fieldWeights);
  requireSame(head, reading.prints);
  return new Matcher(head.side, reading, collection, options, { place, saved });
}

/**
 * Document frequencies over achievements, demands, or both: the background that two indexes share, so that a pair
 * scores the same in either direction, or that gives a small collection the statistics of a large one.
 * @throws InputError naming every bad record.
 */
export function collectStatistics(
  collections: {
    readonly achievements?: readonly AchievementInput[];
    readonly demands?: readonly DemandInput[];
  },
  options: ReadingOptions & Pick<WeightingOptions, 'fields'>,
): Statistics {
  const reading = createReading(options, resolveWeighting(options).fieldWeights);
  const parse = { stages: reading.stages };
  const records: MatchRecord[] = [
    ...parseRecords(collections.achievements ?? [], 'achievement', parse),
    ...parseRecords(collections.demands ?? [], 'demand', parse),
  ];
  return countTerms(termsOf(records, reading));
}

function* termsOf(records: readonly MatchRecord[], reading: Reading): Generator<Iterable<string>> {
  for (const record of records) yield textTerms(termFrequencies(reading.analyzer.analyze(record)));
}
