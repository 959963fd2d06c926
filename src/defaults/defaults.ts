/**
 * Room `defaults`: a preset: the functions of the core with the default chains and words filled in.
 * Begin: this file; the words are in `lexicon/`, the chains in `taxonomy.ts`.
 * Order: knows the core; the core does not know it.
 */

import type { ChainTag } from '../core/chains/tagger.ts';
import type { SavedBytes } from '../core/collection/sections.ts';
import type { Lexicon } from '../core/lexicon/lexicon.ts';
import * as core from '../core/matcher/create.ts';
import { createLexicon } from '../core/matcher/lexicons.ts';
import type { Matcher } from '../core/matcher/matcher.ts';
import type { RunOptions } from '../core/matches/match-options.ts';
import { FIELD_WEIGHTS } from '../core/records/fields.ts';
import { parseQuery } from '../core/records/query.ts';
import type { Taxonomy } from '../core/records/taxonomy.ts';
import type { MatchRecord, QueryInput } from '../core/records/types.ts';
import type { Statistics } from '../core/vectors/statistics.ts';
import {
  createReading,
  type Reading,
  type ReadingOptions,
  requireReading,
  sideOf,
} from '../core/weigher/reading.ts';
import { type CountedCollections, collectStatistics as collect } from '../core/weigher/statistics.ts';
import { type Weigher, type WeigherOptions, weigherWith } from '../core/weigher/weigher.ts';
import type { WeightingOptions } from '../core/weigher/weighting.ts';
import { SHIPPED_LEVELS } from './levels.ts';
import { compiledLexicon, domainLexicon } from './lexicon/index.ts';
import { DEFAULT_TAXONOMY } from './taxonomy.ts';

/** Options of a function of the core, whose taxonomy and lexicon have defaults here. */
type Preset<O extends ReadingOptions> = Omit<O, keyof ReadingOptions> & Partial<ReadingOptions>;

/** Options of a matcher; taxonomy and lexicon have defaults here. */
export type MatcherOptions = Preset<core.MatcherOptions>;

const lexicons = new WeakMap<Taxonomy, Lexicon>();

/** The domain lexicon with the words of a taxonomy added; made once for each taxonomy. */
export function defaultLexicon(taxonomy: Taxonomy = DEFAULT_TAXONOMY): Lexicon {
  const known = lexicons.get(taxonomy);
  if (known !== undefined) return known;
  const made = taxonomy === DEFAULT_TAXONOMY ? compiledLexicon() : createLexicon(domainLexicon(), taxonomy);
  lexicons.set(taxonomy, made);
  return made;
}

/** Options with the default taxonomy and lexicon where they have none; what is no object is left to be refused. */
export function complete<O extends Partial<ReadingOptions>>(options: O = {} as O): O & ReadingOptions {
  if (typeof options !== 'object' || options === null) return options as O & ReadingOptions;
  const taxonomy = options.taxonomy ?? DEFAULT_TAXONOMY;
  return { ...options, taxonomy, lexicon: options.lexicon ?? defaultLexicon(taxonomy) };
}

/** Options with the shipped calibration of levels where they have none. */
export function withLevels<O extends core.LevelOptions>(options: O): O {
  if (typeof options !== 'object' || options === null) return options;
  return { ...options, levels: options.levels ?? SHIPPED_LEVELS };
}

/**
 * Indexes records in one go; `createMatcherAsync` does it with progress and cancellation. `match.record` is the row as
 * it was given.
 * @throws InputError naming every bad record or option; then nothing was built.
 */
export const createMatcher: core.CreateMatcher<MatcherOptions> = <R>(
  rows: readonly R[],
  options?: MatcherOptions,
): Matcher<R> => core.createMatcher(rows as readonly never[], withLevels(complete(options))) as Matcher<R>;

/**
 * Indexes records in turns, so that a page or a server stays alive, with progress and cancellation.
 * @throws InputError naming every bad record or option; the signal's reason when stopped.
 */
export const createMatcherAsync: core.CreateMatcherAsync<MatcherOptions> = <R>(
  rows: readonly R[],
  options?: MatcherOptions,
): Promise<Matcher<R>> =>
  core.createMatcherAsync(rows as readonly never[], withLevels(complete(options))) as Promise<Matcher<R>>;

/**
 * Opens what `save` wrote, without building anything again. The bytes are used in place and must not be changed; only
 * the WebAssembly kernel copies the postings, once, when it first ranks, unless the bytes lie in `indexMemory`. The
 * records of an opened index are the validated ones.
 * @param options the taxonomy, lexicon, tokenizer, simplifier and statistics that the index was made with, where not the
 * defaults.
 * @throws CuoheError `SAVED_INDEX_UNREADABLE` for damaged data, contents that no index has, or another version;
 * `SAVED_INDEX_MISMATCH` for other reading parts or statistics.
 */
export function openMatcher(
  saved: SavedBytes,
  options: core.OpenOptions<Partial<ReadingOptions>> = {},
): Matcher<MatchRecord> {
  return core.openMatcher(saved, withLevels(complete(options)));
}

/**
 * {@link openMatcher} in turns, so that a page or a server stays alive, with progress and cancellation. What the first
 * match and the first change of an opened index wait for is done as well: postings are where the kernel works on them.
 * @throws as {@link openMatcher}; the signal's reason when stopped.
 */
export function openMatcherAsync(
  saved: SavedBytes,
  options: core.OpenOptions<Partial<ReadingOptions>> & RunOptions = {},
): Promise<Matcher<MatchRecord>> {
  return core.openMatcherAsync(saved, withLevels(complete(options)));
}

/**
 * Document frequencies over achievements, demands, or both, for the `statistics` option.
 * @throws InputError naming every bad record.
 */
export function collectStatistics(
  collections: CountedCollections,
  options: Partial<ReadingOptions> & Pick<WeightingOptions, 'fields'> = {},
): Statistics {
  return collect(collections, complete(options));
}

/**
 * A weigher: rows, scores and explanations without an index, equal to the bit to those of an index under the same
 * statistics.
 * @throws InputError `INVALID_OPTIONS` naming every bad option.
 */
export function createWeigher(options: Preset<WeigherOptions>): Weigher {
  return weigherWith(complete(options), SHIPPED_LEVELS);
}

/**
 * Chains of one record, with what speaks for each; several, one or none. No index is needed.
 * @throws InputError for a bad record or option.
 */
export function tagChains(record: QueryInput, options: Partial<ReadingOptions> = {}): ChainTag[] {
  const reading = readingOf(complete(options));
  const parsed = parseQuery(record, sideOf(record, 'achievement'), reading.parsing);
  return reading.tagger.tag(parsed, reading.analyzer.analyze(parsed));
}

/** Readings of {@link tagChains} by lexicon: putting the parts together costs as much as hundreds of records. */
const readings = new WeakMap<Lexicon, Reading>();

function readingOf(options: ReadingOptions): Reading {
  requireReading(options);
  const { lexicon, taxonomy, tokenizer, simplifier, stages } = options;
  const isPlain = tokenizer === undefined && simplifier === undefined && stages === undefined;
  const known = isPlain ? readings.get(lexicon) : undefined;
  if (known?.taxonomy === taxonomy) return known;
  const made = createReading(options, FIELD_WEIGHTS);
  if (isPlain) readings.set(lexicon, made);
  return made;
}
