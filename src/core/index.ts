/**
 * `cuohe/core`: the library without the default taxonomy and lexicon, for hosts that bring their own.
 * Begin: the matcher in `matcher/create.ts`; the rooms in their order stand in ARCHITECTURE.md.
 * Order: knows its own rooms and the base; `defaults` stands on it.
 */

export { CuoheError, describeIssue, type ErrorCode, InputError, type InputIssue } from '../base/errors.ts';
export type { ChainTag } from './chains/tagger.ts';
export { checkIndex } from './collection/check-index.ts';
export type { IndexFinding } from './collection/container.ts';
export type { SavedBytes } from './collection/sections.ts';
export type { Explanation } from './explanation/explain.ts';
export type { MatchedPhrase } from './explanation/phrases.ts';
export type { Reason } from './explanation/reason.ts';
export type { LevelCalibration } from './levels/calibration.ts';
export type { MatchLevel } from './levels/level.ts';
export type { LexiconEntry } from './lexicon/entry.ts';
export type { Lexicon, LexiconSource } from './lexicon/lexicon.ts';
export {
  parseEveryday,
  parseFactors,
  parseFunctions,
  parseLexicon,
  parsePhrases,
} from './lexicon/text-form.ts';
export {
  type CreateMatcher,
  type CreateMatcherAsync,
  createMatcher,
  createMatcherAsync,
  type MatcherOptions,
  type OpenOptions,
  openMatcher,
  openMatcherAsync,
} from './matcher/create.ts';
export { compileLexicon, createLexicon, openLexicon } from './matcher/lexicons.ts';
export type { LeanMatch, Match, MatchCounts, MatchResult, NeedMatch, NeedResult } from './matcher/match.ts';
export type { Matcher } from './matcher/matcher.ts';
export type { Queries } from './matcher/queries.ts';
export type { KernelOptions } from './matcher/scorer.ts';
export {
  type JudgedMatch,
  type SuggestedThreshold,
  suggestThreshold,
  type ThresholdOptions,
} from './matcher/threshold.ts';
export type { Passing, StoredChain } from './matcher/told.ts';
export type { IndexChanges } from './matcher/update.ts';
export type { FilteredCounts, MatchFilter } from './matches/filters.ts';
export type {
  Counted,
  MatchOptions,
  Progress,
  RunOptions,
} from './matches/match-options.ts';
export { indexMemory } from './postings/memory.ts';
export { type Amount, parseAmount } from './records/amount.ts';
export { type DateValue, parseDate } from './records/dates.ts';
export { FIELD_WEIGHTS } from './records/fields.ts';
export { type RecordKind, SUPPLY_KINDS, type SupplyKind } from './records/kinds.ts';
export { type Mode, parseMode } from './records/modes.ts';
export { parseRecords, type Side } from './records/parse.ts';
export { SECRECY_LEVELS, type SecrecyLevel, secrecyRank } from './records/secrecy.ts';
export { parseStage, STAGE_RULES, type Stage, type StageRule } from './records/stages.ts';
export { type Chain, defineTaxonomy, type Taxonomy } from './records/taxonomy.ts';
export type {
  Achievement,
  AchievementInput,
  Demand,
  DemandInput,
  MatchRecord,
  Organization,
  QueryInput,
  RecordId,
  RecordInput,
} from './records/types.ts';
export { NGRAM_WEIGHTS, ngramTokenizer } from './terms/ngrams.ts';
export { normalize, type Simplifier } from './terms/normalize.ts';
export type { FieldSpan } from './terms/span.ts';
export type { Token, Tokenizer } from './terms/tokenizer.ts';
export { SIGNAL_WEIGHTS, type SignalName } from './vectors/signals.ts';
export type { Statistics } from './vectors/statistics.ts';
export type { Drift } from './vectors/statistics-drift.ts';
export type { ReadingOptions } from './weigher/reading.ts';
export {
  collectStatistics,
  mergeStatistics,
  openStatistics,
  pruneStatistics,
  saveStatistics,
  statisticsDrift,
} from './weigher/statistics.ts';
export {
  createWeigher,
  type RecordAttributes,
  type Weigher,
  type WeigherOptions,
  type WeightedRow,
} from './weigher/weigher.ts';
export type { WeightingOptions } from './weigher/weighting.ts';
