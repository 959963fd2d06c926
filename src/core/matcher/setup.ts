import { describeValue, InputError, type InputIssue } from '../../base/errors.ts';
import { fingerprint } from '../../base/hash.ts';
import { type ChainTagger, createChainTagger } from '../chains/tagger.ts';
import type { ReadingPrints } from '../collection/saved.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { FIELD_WEIGHTS, type FieldWeights } from '../records/fields.ts';
import type { Side } from '../records/parse.ts';
import type { StageRule } from '../records/stages.ts';
import { STAGE_RULES } from '../records/stages.ts';
import type { Taxonomy } from '../records/taxonomy.ts';
import { type Analyzer, createAnalyzer } from '../terms/analyzer.ts';
import { ngramTokenizer } from '../terms/ngrams.ts';
import type { Simplifier } from '../terms/normalize.ts';
import { TEXT_SIGNALS } from '../terms/term-frequencies.ts';
import type { Tokenizer } from '../terms/tokenizer.ts';
import { SIGNAL_MARKS, SIGNAL_WEIGHTS, SIGNALS, type SignalWeights } from '../vectors/signals.ts';
import type { Statistics } from '../vectors/statistics.ts';
import { type KernelOptions, kernelIssues } from './scorer.ts';

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
  /** Weights of the signals, each ≥ 0, laid over the defaults and scaled to sum to 1. */
  readonly signals?: Partial<SignalWeights>;
  /**
   * Text terms in more than this share of the records are dropped, in (0, 1]. Default 0.2: it shortens the lists
   * that a query touches, and costs no measurable quality. 1 keeps all.
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
  /** Fingerprints of the parts: a saved index is bound to them. */
  readonly prints: ReadingPrints;
}

/** Puts the reading parts together. */
export function createReading(options: ReadingOptions, fieldWeights: FieldWeights): Reading {
  const { taxonomy, lexicon, simplifier, stages = STAGE_RULES } = options;
  const tokenizer = options.tokenizer ?? ngramTokenizer(lexicon);
  const analyzer = createAnalyzer({ tokenizer, lexicon, fieldWeights, simplifier });
  const tagger = createChainTagger(taxonomy, lexicon);
  const prints = {
    analyzer: analyzer.fingerprint,
    tagger: tagger.fingerprint,
    stages: fingerprint(JSON.stringify(stages)),
  };
  return { taxonomy, stages, fieldWeights, analyzer, tagger, prints };
}

/** Weighting options with defaults filled in. */
export interface Weighting {
  readonly fieldWeights: FieldWeights;
  readonly signalWeights: SignalWeights;
  readonly maxDocumentShare: number;
  readonly statistics: Statistics | undefined;
}

/**
 * Checks all options but those of a run, and fills in the defaults of the weights.
 * @throws InputError `INVALID_OPTIONS` naming every bad option.
 */
export function resolveWeighting(
  options: WeightingOptions & ReadingOptions & KernelOptions & { readonly side?: Side },
): Weighting {
  const issues: InputIssue[] = kernelIssues(options);
  const check: Check = (path, ok, expected, received) => {
    if (!ok) issues.push({ index: -1, path, expected, received: describeValue(received) });
  };
  const { side, maxDocumentShare = MAX_DOCUMENT_SHARE, statistics } = options;
  check('side', side === undefined || SIDES.includes(side), `one of ${SIDES.join(', ')}`, side);
  checkReading(options, check);
  const fieldWeights = { ...FIELD_WEIGHTS, ...options.fields };
  for (const [field, weight] of Object.entries(fieldWeights)) {
    check(`fields.${field}`, isWeight(weight), 'a number ≥ 0', weight);
  }
  const signalWeights = { ...SIGNAL_WEIGHTS, ...options.signals };
  for (const [signal, weight] of Object.entries(signalWeights)) {
    const known: readonly string[] = SIGNALS;
    if (known.includes(signal)) check(`signals.${signal}`, isWeight(weight), 'a number ≥ 0', weight);
    else check(`signals.${signal}`, false, `one of ${SIGNALS.join(', ')}`, weight);
  }
  const sum = SIGNALS.reduce((total, signal) => total + signalWeights[signal], 0);
  if (SIGNALS.every((signal) => isWeight(signalWeights[signal]))) {
    check('signals', sum > 0 && sum < Number.POSITIVE_INFINITY, 'weights with a finite sum above 0', sum);
  }
  check(
    'maxDocumentShare',
    isWeight(maxDocumentShare) && maxDocumentShare > 0 && maxDocumentShare <= 1,
    'a number in (0, 1]',
    maxDocumentShare,
  );
  if (statistics !== undefined) checkStatistics(statistics, check);
  if (issues.length > 0) throw new InputError('INVALID_OPTIONS', 'Bad options', issues);
  return { fieldWeights, signalWeights, maxDocumentShare, statistics };
}

/** Notes an issue where a check fails. */
type Check = (path: string, ok: boolean, expected: string, received: unknown) => void;

const SIDES: readonly Side[] = ['achievement', 'demand'];

function isWeight(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY;
}

/** The parts that hosts may write themselves, by their shape. */
function checkReading(options: ReadingOptions, check: Check): void {
  const { taxonomy, lexicon, tokenizer, simplifier, stages } = options;
  check('taxonomy', Array.isArray(taxonomy?.chains), 'a taxonomy of defineTaxonomy', taxonomy);
  check('lexicon', typeof lexicon?.fingerprint === 'string', 'a lexicon of createLexicon', lexicon);
  for (const [path, part, method] of [
    ['tokenizer', tokenizer, tokenizer?.tokenize],
    ['simplifier', simplifier, simplifier?.simplify],
  ] as const) {
    if (part === undefined) continue;
    check(`${path}.fingerprint`, typeof part?.fingerprint === 'string', 'a text', part?.fingerprint);
    check(path, typeof method === 'function', 'an object with its method', part);
  }
  check('stages', stages === undefined || Array.isArray(stages), 'an array of rules', stages);
}

/** How the terms of statistics begin. */
const TEXT_MARKS: readonly string[] = TEXT_SIGNALS.map((signal) => SIGNAL_MARKS[signal]);

function checkStatistics(statistics: Statistics, check: Check): void {
  check('statistics', statistics !== null, 'statistics of collectStatistics', statistics);
  if (statistics === null) return;
  const { count, documentFrequencies } = statistics;
  const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;
  check('statistics.count', isCount(count), 'a whole number ≥ 0', count);
  const isMap = documentFrequencies instanceof Map;
  check('statistics.documentFrequencies', isMap, 'a Map', documentFrequencies);
  if (!isMap) return;
  for (const [term, frequency] of documentFrequencies) {
    const path = `statistics.documentFrequencies ${JSON.stringify(term)}`;
    check(path, TEXT_MARKS.includes(String(term)[0] ?? ''), 'a term of collectStatistics', term);
    check(path, isCount(frequency) && frequency <= count, 'a whole number ≤ count', frequency);
  }
}
