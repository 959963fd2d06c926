/**
 * Room `core/weigher`: what reads and weighs: options, statistics, rows and scores without an index.
 * Begin: `weigher.ts`; options are checked in this file and in `weighting.ts`.
 * Order: knows everything but the index.
 */

import { fingerprint } from '../../base/hash.ts';
import { Issues } from '../../base/issues.ts';
import { expectKeys } from '../../base/options.ts';
import { type ChainTagger, createChainTagger } from '../chains/tagger.ts';
import type { ReadingPrints } from '../collection/saved.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { FieldWeights } from '../records/fields.ts';
import { type ParseOptions, parseRecords, type Side } from '../records/parse.ts';
import { STAGE_RULES, type StageRule } from '../records/stages.ts';
import type { Taxonomy } from '../records/taxonomy.ts';
import type { MatchRecord } from '../records/types.ts';
import { type Analyzer, createAnalyzer } from '../terms/analyzer.ts';
import { ngramTokenizer } from '../terms/ngrams.ts';
import type { Simplifier } from '../terms/normalize.ts';
import type { Tokenizer } from '../terms/tokenizer.ts';

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

/** The keys of {@link ReadingOptions}. */
export const READING_KEYS = [
  'taxonomy',
  'lexicon',
  'tokenizer',
  'simplifier',
  'stages',
] as const satisfies readonly (keyof ReadingOptions)[];

/** What reads records. */
export interface Reading {
  readonly taxonomy: Taxonomy;
  readonly stages: readonly StageRule[];
  readonly fieldWeights: FieldWeights;
  /** How records are parsed. */
  readonly parsing: Required<Pick<ParseOptions, 'stages' | 'weighed'>>;
  readonly analyzer: Analyzer;
  readonly tagger: ChainTagger;
  /** Fingerprints of the parts: a saved index is bound to them. */
  readonly prints: ReadingPrints;
}

/** Puts the reading parts together. */
export function createReading(options: ReadingOptions, given: FieldWeights): Reading {
  const fieldWeights = Object.freeze({ ...given });
  const { taxonomy, lexicon, simplifier, stages = STAGE_RULES } = options;
  const tokenizer = options.tokenizer ?? ngramTokenizer(lexicon);
  const analyzer = createAnalyzer({ tokenizer, lexicon, fieldWeights, simplifier });
  const tagger = createChainTagger(taxonomy, lexicon);
  const prints = {
    analyzer: analyzer.fingerprint,
    tagger: tagger.fingerprint,
    stages: fingerprint(JSON.stringify(stages)),
  };
  const parsing = { stages, weighed: Object.keys(fieldWeights) };
  return { taxonomy, stages, fieldWeights, parsing, analyzer, tagger, prints };
}

/** Fingerprint of what cuts records into terms: tokenizer, lexicon, simplifier, and the fields with a weight. */
export function termsPrint({ prints, fieldWeights }: Reading): string {
  const fields = Object.keys(fieldWeights).filter((field) => fieldWeights[field]! > 0);
  return fingerprint(`${prints.analyzer}|${fields.sort().join()}`);
}

/** The side that a record says it is of by its `kind`, else the one that is expected. */
export function sideOf(record: unknown, expected: Side): Side {
  let kind: unknown;
  try {
    kind = (record as { readonly kind?: unknown } | null | undefined)?.kind;
  } catch {
    // Whoever reads the record tells of it.
    return expected;
  }
  return kind === undefined || kind === null ? expected : kind === 'demand' ? 'demand' : 'achievement';
}

/**
 * One record, validated, of its own `kind` or else of a side.
 * @throws InputError `INVALID_RECORDS` naming what is wrong with it.
 */
export function readRecord(record: unknown, expected: Side, { parsing }: Reading): MatchRecord {
  return parseRecords([record], sideOf(record, expected), parsing)[0]!;
}

/** Notes what is wrong with the parts that hosts may write themselves, by their shape. */
export function expectReading(issues: Issues, options: ReadingOptions): void {
  const { taxonomy, lexicon, tokenizer, simplifier, stages } = options;
  issues.expect(Array.isArray(taxonomy?.chains), 'taxonomy', 'a taxonomy of defineTaxonomy', taxonomy);
  issues.expect(typeof lexicon?.fingerprint === 'string', 'lexicon', 'a lexicon of createLexicon', lexicon);
  for (const [path, part, method] of [
    ['tokenizer', tokenizer, tokenizer?.tokenize],
    ['simplifier', simplifier, simplifier?.simplify],
  ] as const) {
    if (part === undefined) continue;
    issues.expect(typeof part?.fingerprint === 'string', `${path}.fingerprint`, 'a text', part?.fingerprint);
    issues.expect(typeof method === 'function', path, 'an object with its method', part);
  }
  issues.expect(stages === undefined || Array.isArray(stages), 'stages', 'an array of rules', stages);
}

/** @throws InputError `INVALID_OPTIONS` naming every bad part and every option that is none. */
export function requireReading(options: ReadingOptions): void {
  const issues = new Issues();
  if (expectKeys(issues, options, READING_KEYS)) expectReading(issues, options);
  issues.throwAsOptions();
}
