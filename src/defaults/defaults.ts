import type { ChainTag } from '../core/chains/tagger.ts';
import type { SavedBytes } from '../core/collection/sections.ts';
import type { Lexicon } from '../core/lexicon/lexicon.ts';
import * as core from '../core/matcher/create.ts';
import { createLexicon } from '../core/matcher/lexicons.ts';
import type { Matcher } from '../core/matcher/matcher.ts';
import type { KernelOptions } from '../core/matcher/scorer.ts';
import {
  createReading,
  type Reading,
  type ReadingOptions,
  resolveWeighting,
  type WeightingOptions,
} from '../core/matcher/setup.ts';
import type { RunOptions } from '../core/matches/match-options.ts';
import { parseRecords, type Side } from '../core/records/parse.ts';
import type { Taxonomy } from '../core/records/taxonomy.ts';
import type {
  Achievement,
  AchievementInput,
  Demand,
  DemandInput,
  RecordInput,
} from '../core/records/types.ts';
import type { Statistics } from '../core/vectors/statistics.ts';
import { domainLexicon } from './lexicon/index.ts';
import { DEFAULT_TAXONOMY } from './taxonomy.ts';

/** The functions of the core with the default taxonomy and the domain lexicon filled in. */

const lexicons = new WeakMap<Taxonomy, Lexicon>();

/** The domain lexicon with the words of a taxonomy added; made once for each taxonomy. */
export function defaultLexicon(taxonomy: Taxonomy = DEFAULT_TAXONOMY): Lexicon {
  const known = lexicons.get(taxonomy);
  if (known !== undefined) return known;
  const made = createLexicon(domainLexicon(), taxonomy);
  lexicons.set(taxonomy, made);
  return made;
}

/** Options of a matcher; taxonomy and lexicon have defaults here. */
export type MatcherOptions = Partial<ReadingOptions> & WeightingOptions & KernelOptions;

interface SideOption {
  readonly side?: Side;
}

/** Options with the default taxonomy and lexicon where they have none. */
export function complete<O extends Partial<ReadingOptions>>(options: O): O & ReadingOptions {
  const taxonomy = options.taxonomy ?? DEFAULT_TAXONOMY;
  return { ...options, taxonomy, lexicon: options.lexicon ?? defaultLexicon(taxonomy) };
}

/**
 * Indexes records in one go; `createMatcherAsync` does it with progress and cancellation.
 * @throws InputError naming every bad record or option; then nothing was built.
 */
export function createMatcher(
  records: readonly DemandInput[],
  options: MatcherOptions & { readonly side: 'demand' },
): Matcher<Demand>;
export function createMatcher(
  records: readonly AchievementInput[],
  options?: MatcherOptions & { readonly side?: 'achievement' },
): Matcher<Achievement>;
export function createMatcher(
  records: readonly RecordInput[],
  options: MatcherOptions & SideOption = {},
): Matcher {
  return core.createMatcher(
    records as readonly AchievementInput[],
    complete(options) as core.MatcherOptions & { side?: 'achievement' },
  );
}

/**
 * Indexes records in turns, so that a page or a server stays alive, with progress and cancellation.
 * @throws InputError naming every bad record or option; the signal's reason when stopped.
 */
export function createMatcherAsync(
  records: readonly DemandInput[],
  options: MatcherOptions & RunOptions & { readonly side: 'demand' },
): Promise<Matcher<Demand>>;
export function createMatcherAsync(
  records: readonly AchievementInput[],
  options?: MatcherOptions & RunOptions & { readonly side?: 'achievement' },
): Promise<Matcher<Achievement>>;
export function createMatcherAsync(
  records: readonly RecordInput[],
  options: MatcherOptions & SideOption & RunOptions = {},
): Promise<Matcher> {
  return core.createMatcherAsync(
    records as readonly AchievementInput[],
    complete(options) as core.MatcherOptions & RunOptions & { side?: 'achievement' },
  );
}

/**
 * Opens what `save` wrote, without building anything again. The bytes are used in place and must not be changed; only
 * the WebAssembly kernel copies the postings, once, when it first ranks, unless the bytes lie in `indexMemory`.
 * @param options the taxonomy, lexicon, tokenizer and simplifier that the index was made with, where not the defaults.
 * @throws CuoheError `SAVED_INDEX_UNREADABLE` for damaged data or another version, `SAVED_INDEX_MISMATCH` for
 * other reading parts.
 */
export function openMatcher(
  saved: SavedBytes,
  options: Partial<ReadingOptions> & KernelOptions = {},
): Matcher {
  return core.openMatcher(saved, complete(options));
}

/**
 * Document frequencies over achievements, demands, or both, for the `statistics` option.
 * @throws InputError naming every bad record.
 */
export function collectStatistics(
  collections: {
    readonly achievements?: readonly AchievementInput[];
    readonly demands?: readonly DemandInput[];
  },
  options: Partial<ReadingOptions> & Pick<WeightingOptions, 'fields'> = {},
): Statistics {
  return core.collectStatistics(collections, complete(options));
}

/**
 * Chains of one record, with what speaks for each; several, one or none. No index is needed.
 * @throws InputError for a bad record.
 */
export function tagChains(record: RecordInput, options: Partial<ReadingOptions> = {}): ChainTag[] {
  const reading = readingOf(complete(options));
  const side = (record as { kind?: unknown } | null)?.kind === 'demand' ? 'demand' : 'achievement';
  const [parsed] = parseRecords([record], side, { stages: reading.stages });
  return reading.tagger.tag(parsed!, reading.analyzer.analyze(parsed!));
}

/** Readings of {@link tagChains} by lexicon: putting the parts together costs as much as hundreds of records. */
const readings = new WeakMap<Lexicon, Reading>();

function readingOf(options: ReadingOptions): Reading {
  const { lexicon, taxonomy, tokenizer, simplifier, stages } = options;
  const isPlain = tokenizer === undefined && simplifier === undefined && stages === undefined;
  const known = isPlain ? readings.get(lexicon) : undefined;
  if (known?.taxonomy === taxonomy) return known;
  const made = createReading(options, resolveWeighting(options).fieldWeights);
  if (isPlain) readings.set(lexicon, made);
  return made;
}
