import { Issues } from '../../base/issues.ts';
import { expectKeys } from '../../base/options.ts';
import { openedStatistics, savedStatistics } from '../collection/saved-statistics.ts';
import type { Allocate, SavedBytes } from '../collection/sections.ts';
import { parseRecords } from '../records/parse.ts';
import type { AchievementInput, DemandInput, MatchRecord } from '../records/types.ts';
import { termFrequencies } from '../terms/term-frequencies.ts';
import {
  mergedStatistics,
  prunedStatistics,
  type Statistics,
  StatisticsBuilder,
  TermStatistics,
} from '../vectors/statistics.ts';
import { type Drift, DriftSum } from '../vectors/statistics-drift.ts';
import { createReading, expectReading, READING_KEYS, type ReadingOptions, termsPrint } from './reading.ts';
import {
  expectFields,
  MAX_DOCUMENT_SHARE,
  maxDocumentFrequency,
  readWeighting,
  type WeightingOptions,
} from './weighting.ts';

/** What document frequencies are counted over. */
export interface CountedCollections {
  readonly achievements?: readonly AchievementInput[];
  readonly demands?: readonly DemandInput[];
}

/**
 * Document frequencies over achievements, demands, or both: the background that several indexes share, so that a pair
 * scores the same in either direction and in any of them, or that gives a small collection the statistics of a large one.
 * O(text).
 * @throws InputError naming every bad record or option.
 */
export function collectStatistics(
  collections: CountedCollections,
  options: ReadingOptions & Pick<WeightingOptions, 'fields'>,
): Statistics {
  const issues = new Issues();
  expectKeys(issues, collections, ['achievements', 'demands'], 'collections');
  if (expectKeys(issues, options, [...READING_KEYS, 'fields'])) expectReading(issues, options);
  const { fieldWeights } = readWeighting(issues, { ...(options?.fields && { fields: options.fields }) });
  issues.throwAsOptions();
  const reading = createReading(options, fieldWeights);
  const parse = reading.parsing;
  const records: MatchRecord[] = [
    ...parseRecords(collections.achievements ?? [], 'achievement', parse),
    ...parseRecords(collections.demands ?? [], 'demand', parse),
  ];
  expectFields(issues, options.fields, records);
  issues.throwAsOptions();
  const builder = new StatisticsBuilder();
  for (const record of records) builder.add(termFrequencies(reading.analyzer.analyze(record)));
  return builder.finish(termsPrint(reading));
}

/**
 * The counts of several collections together: the same, to the version, as counting all their records at once.
 * @throws InputError `INVALID_OPTIONS` for anything but statistics of one tokenizer, lexicon, simplifier and choice of
 * fields, and for pruned ones: what each left out, all of them together might hold. Prune what was merged.
 */
export function mergeStatistics(first: Statistics, ...others: readonly Statistics[]): Statistics {
  const issues = new Issues();
  const all: TermStatistics[] = [];
  for (const [i, statistics] of [first, ...others].entries()) {
    const known = expectStatistics(issues, `[${i}]`, statistics);
    if (known !== undefined) all.push(known);
  }
  for (const [i, one] of all.entries()) {
    expectAll(issues, `[${i}]`, one);
    expectSameReading(issues, `[${i}]`, one, all[0]);
  }
  issues.throwAsOptions();
  return mergedStatistics(all, all[0]!.parts.reading);
}

/**
 * The same without the terms that fewer than `least` records hold: they count as unseen, and weigh as the rarest do. Of
 * large collections most terms stand in one record. The number of records stays; `least` is part of the version. Merge
 * first: pruned ones are not merged.
 * @param options `least`: records, an integer ≥ 1. Default 2. Of pruned statistics the greater one holds.
 * @throws InputError `INVALID_OPTIONS` for anything but statistics, and for bad options.
 */
export function pruneStatistics(
  statistics: Statistics,
  options: { readonly least?: number } = {},
): Statistics {
  const issues = new Issues();
  const known = expectStatistics(issues, 'statistics', statistics);
  const { least = 2 } = expectKeys(issues, options, ['least']) ? options : {};
  issues.expect(Number.isSafeInteger(least) && least >= 1, 'least', 'an integer ≥ 1', least);
  issues.throwAsOptions();
  return least <= known!.least ? known! : prunedStatistics(known!, least);
}

/**
 * How far records have moved away from statistics in use, without an index: what `matcher.drift()` tells of an index
 * under `used` with the records that `now` was counted over.
 * @param used the statistics in use, pruned or not.
 * @param now of all records of today, not pruned.
 * @param options `maxDocumentShare` of the weigher or matcher: terms that stand in more are dropped, and do not drift.
 * @throws InputError `INVALID_OPTIONS` for anything but statistics of one reading, for a pruned `now`, and for bad options.
 */
export function statisticsDrift(
  used: Statistics,
  now: Statistics,
  options: Pick<WeightingOptions, 'maxDocumentShare'> = {},
): Drift {
  const issues = new Issues();
  const [before, after] = [expectStatistics(issues, 'used', used), expectStatistics(issues, 'now', now)];
  const { maxDocumentShare } = expectKeys(issues, options, ['maxDocumentShare'])
    ? readWeighting(issues, options)
    : { maxDocumentShare: MAX_DOCUMENT_SHARE };
  if (after !== undefined) {
    expectAll(issues, 'now', after);
    expectSameReading(issues, 'now', after, before);
  }
  issues.throwAsOptions();
  return driftBetween(before!, after!, maxDocumentShare);
}

/** O(terms of `now`). */
function driftBetween(used: TermStatistics, now: TermStatistics, maxDocumentShare: number): Drift {
  const most = maxDocumentFrequency(used.count, maxDocumentShare);
  const sum = new DriftSum(used, now.count);
  const { vocabulary, frequencies } = now.parts;
  for (let id = 0; id < vocabulary.size; id++) {
    const known = used.parts.vocabulary.id(vocabulary.term(id));
    const before = known < 0 ? 0 : used.parts.frequencies[known]!;
    if (frequencies[id]! > 0 && before <= most) sum.add(frequencies[id]!, before);
  }
  return sum.finish();
}

/** Statistics that this library made; anything else is noted. */
function expectStatistics(issues: Issues, path: string, given: unknown): TermStatistics | undefined {
  if (given instanceof TermStatistics) return given;
  issues.add(path, 'statistics of collectStatistics, mergeStatistics or openStatistics', given);
  return undefined;
}

/** Notes statistics that terms were left out of. */
function expectAll(issues: Issues, path: string, { least }: TermStatistics): void {
  if (least > 1) issues.addText(path, 'statistics of all terms: prune what was merged', 'pruned ones');
}

/** Notes statistics that were counted over other terms. */
function expectSameReading(
  issues: Issues,
  path: string,
  { parts }: TermStatistics,
  first: TermStatistics | undefined,
): void {
  if (first === undefined || parts.reading === first.parts.reading) return;
  issues.addText(path, 'statistics counted with the same words and fields as the first', 'others');
}

/**
 * Statistics as one compact buffer, for {@link openStatistics}: a new one.
 * @throws InputError `INVALID_OPTIONS` for anything but statistics.
 */
export function saveStatistics(statistics: Statistics): ArrayBuffer;
/**
 * Statistics in compact form, for {@link openStatistics}, in bytes of the caller's.
 * @param allocate gives the bytes to write into.
 * @throws InputError `INVALID_OPTIONS` for anything but statistics.
 */
export function saveStatistics(statistics: Statistics, allocate: Allocate): Uint8Array;
export function saveStatistics(statistics: Statistics, allocate?: Allocate): ArrayBuffer | Uint8Array {
  const issues = new Issues();
  const known = expectStatistics(issues, 'statistics', statistics);
  issues.throwAsOptions();
  const bytes = savedStatistics(known!, allocate);
  return allocate === undefined ? (bytes.buffer as ArrayBuffer) : bytes;
}

/**
 * Opens what {@link saveStatistics} wrote. The bytes are used in place and must not be changed.
 * @throws CuoheError `SAVED_INDEX_UNREADABLE` for damaged or other data.
 */
export function openStatistics(saved: SavedBytes): Statistics {
  return openedStatistics(saved);
}
