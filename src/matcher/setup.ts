import { type ChainTagger, createChainTagger } from '../chains/tagger.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { InputError, type InputIssue } from '../records/errors.ts';
import { FIELD_WEIGHTS, type FieldWeights } from '../records/fields.ts';
import type { StageRule } from '../records/stages.ts';
import { STAGE_RULES } from '../records/stages.ts';
import type { Taxonomy } from '../records/taxonomy.ts';
import { type Analyzer, createAnalyzer } from '../terms/analyzer.ts';
import { ngramTokenizer } from '../terms/ngrams.ts';
import type { Simplifier } from '../terms/normalize.ts';
import type { Tokenizer } from '../terms/tokenizer.ts';
import { FACET_WEIGHTS, FACETS, type FacetWeights } from '../vectors/facets.ts';
import type { Statistics } from '../vectors/statistics.ts';

/** The parts that read texts: words, chains, tokens. A saved index is opened with the same parts. */
export interface ReadingOptions {
  /** Industry chains. */
  readonly taxonomy: Taxonomy;
  /** Technical words, synonyms, generic words, boilerplate. */
  readonly lexicon: Lexicon;
  /** Cuts texts into terms. Default: words of the lexicon plus character uni- and bigrams. */
  readonly tokenizer?: Tokenizer;
  /** Traditional → simplified characters (`cuohe/opencc`). Default: texts as they are. */
  readonly simplifier?: Simplifier;
  /** Wording of maturity stages. */
  readonly stages?: readonly StageRule[];
}

/** How an index weighs what it reads. */
export interface WeightingOptions {
  /**
   * Weights of text fields, each ≥ 0, laid over the defaults: 0 leaves a field out, a new name takes one in.
   */
  readonly fields?: FieldWeights;
  /** Weights of the facets, each ≥ 0, laid over the defaults and scaled to sum to 1. */
  readonly facets?: Partial<FacetWeights>;
  /**
   * Text terms in more than this share of the records are dropped, in (0, 1]. Default 0.2: it halves the work
   * and costs no quality. 1 keeps all.
   */
  readonly maxDocumentShare?: number;
  /** Document frequencies to use in place of the collection's own, from `collectStatistics`. */
  readonly statistics?: Statistics;
}

/** Default of `maxDocumentShare`. */
export const MAX_DOCUMENT_SHARE = 0.2;
/** Smaller collections drop no frequent terms: a share of few records says nothing. */
export const MIN_RECORDS_FOR_DROPPING = 200;

/** What reads records. */
export interface Reading {
  readonly taxonomy: Taxonomy;
  readonly stages: readonly StageRule[];
  readonly fieldWeights: FieldWeights;
  readonly analyzer: Analyzer;
  readonly tagger: ChainTagger;
}

/** Puts the reading parts together. */
export function createReading(options: ReadingOptions, fieldWeights: FieldWeights): Reading {
  const { taxonomy, lexicon, simplifier, stages = STAGE_RULES } = options;
  const tokenizer = options.tokenizer ?? ngramTokenizer(lexicon);
  return {
    taxonomy,
    stages,
    fieldWeights,
    analyzer: createAnalyzer({ tokenizer, lexicon, fieldWeights, simplifier }),
    tagger: createChainTagger(taxonomy, lexicon),
  };
}

/** Weighting options with defaults filled in. */
export interface Weighting {
  readonly fieldWeights: FieldWeights;
  readonly facetWeights: FacetWeights;
  readonly maxDocumentShare: number;
  readonly statistics: Statistics | undefined;
}

/**
 * Checks weights and fills in the defaults.
 * @throws InputError `INVALID_OPTIONS` naming every bad weight.
 */
export function resolveWeighting(options: WeightingOptions): Weighting {
  const issues: InputIssue[] = [];
  const check = (path: string, value: unknown, ok: boolean, expected: string) => {
    if (!ok) issues.push({ index: -1, path, expected, received: String(value) });
  };
  const isWeight = (value: unknown) =>
    typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY;
  const fieldWeights = { ...FIELD_WEIGHTS, ...options.fields };
  for (const [field, weight] of Object.entries(fieldWeights)) {
    check(`fields.${field}`, weight, isWeight(weight), 'a number ≥ 0');
  }
  const facetWeights = { ...FACET_WEIGHTS, ...options.facets };
  for (const [facet, weight] of Object.entries(facetWeights)) {
    const known: readonly string[] = FACETS;
    if (!known.includes(facet)) check(`facets.${facet}`, weight, false, `one of ${FACETS.join(', ')}`);
    else check(`facets.${facet}`, weight, isWeight(weight), 'a number ≥ 0');
  }
  const sum = FACETS.reduce((total, facet) => total + facetWeights[facet], 0);
  check('facets', 'only zeros', !(sum === 0), 'a weight above 0');
  const { maxDocumentShare = MAX_DOCUMENT_SHARE, statistics } = options;
  check(
    'maxDocumentShare',
    maxDocumentShare,
    maxDocumentShare > 0 && maxDocumentShare <= 1,
    'a number in (0, 1]',
  );
  if (statistics !== undefined) {
    const { count, documentFrequencies } = statistics;
    check('statistics.count', count, Number.isInteger(count) && count >= 0, 'a whole number ≥ 0');
    check(
      'statistics.documentFrequencies',
      typeof documentFrequencies,
      documentFrequencies instanceof Map,
      'a Map',
    );
  }
  if (issues.length > 0) throw new InputError('INVALID_OPTIONS', 'Bad options', issues);
  return { fieldWeights, facetWeights, maxDocumentShare, statistics };
}
