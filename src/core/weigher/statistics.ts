import { Issues } from '../../base/issues.ts';
import { expectKeys } from '../../base/options.ts';
import { openedStatistics, savedStatistics } from '../collection/saved-statistics.ts';
import type { Allocate, SavedBytes } from '../collection/sections.ts';
import { parseRecords } from '../records/parse.ts';
import type { AchievementInput, DemandInput, MatchRecord } from '../records/types.ts';
import { termFrequencies } from '../terms/term-frequencies.ts';
import {
  mergedStatistics,
  type Statistics,
  StatisticsBuilder,
  TermStatistics,
} from '../vectors/statistics.ts';
import { createReading, expectReading, READING_KEYS, type ReadingOptions, termsPrint } from './reading.ts';
import { expectFields, readWeighting, type WeightingOptions } from './weighting.ts';

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
 * @throws InputError `INVALID_OPTIONS` for anything but statistics of one tokenizer, lexicon, simplifier and choice of fields.
 */
export function mergeStatistics(first: Statistics, ...others: readonly Statistics[]): Statistics {
  const issues = new Issues();
  const all: TermStatistics[] = [];
  for (const [i, statistics] of [first, ...others].entries()) {
    if (statistics instanceof TermStatistics) all.push(statistics);
    else
      issues.add(`[${i}]`, 'statistics of collectStatistics, mergeStatistics or openStatistics', statistics);
  }
  const reading = all[0]?.parts.reading ?? '';
  for (const [i, { parts }] of all.entries()) {
    if (parts.reading === reading) continue;
    issues.addText(`[${i}]`, 'statistics counted with the same words and fields as the first', 'others');
  }
  issues.throwAsOptions();
  return mergedStatistics(all, reading);
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
  if (!(statistics instanceof TermStatistics)) {
    issues.add(
      'statistics',
      'statistics of collectStatistics, mergeStatistics or openStatistics',
      statistics,
    );
    issues.throwAsOptions();
  }
  const bytes = savedStatistics(statistics as TermStatistics, allocate);
  return allocate === undefined ? (bytes.buffer as ArrayBuffer) : bytes;
}

/**
 * Opens what {@link saveStatistics} wrote. The bytes are used in place and must not be changed.
 * @throws CuoheError `SAVED_INDEX_UNREADABLE` for damaged or other data.
 */
export function openStatistics(saved: SavedBytes): Statistics {
  return openedStatistics(saved);
}
