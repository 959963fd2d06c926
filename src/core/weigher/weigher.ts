import { fingerprint } from '../../base/hash.ts';
import { Issues } from '../../base/issues.ts';
import { expectKeys } from '../../base/options.ts';
import type { ChainTag } from '../chains/tagger.ts';
import { conditionsOf, partyOf } from '../conditions/pair.ts';
import { shifted, shiftOf } from '../conditions/shift.ts';
import { mayState } from '../conditions/stated.ts';
import { blend, cosineOf } from '../dense/blend.ts';
import { expectQueryVector, readSpace, type SpaceOptions } from '../dense/read.ts';
import type { DenseSpace } from '../dense/space.ts';
import type { GivenVector } from '../dense/vector.ts';
import {
  type ExplainedSide,
  type ExplainingWords,
  type Explanation,
  explainFully,
} from '../explanation/explain.ts';
import type { LevelCalibration } from '../levels/calibration.ts';
import { askedNeeds } from '../needs/asked.ts';
import { bestNeed } from '../needs/best-need.ts';
import { needRowsOf, type TermWeight } from '../needs/need-rows.ts';
import type { RecordKind } from '../records/kinds.ts';
import type { Side } from '../records/parse.ts';
import { regionOf } from '../records/region.ts';
import { regionLevels } from '../records/regions.ts';
import { SECRECY_LEVELS, type SecrecyLevel, secrecyRank } from '../records/secrecy.ts';
import type { MatchRecord, RecordInput } from '../records/types.ts';
import { type TermFrequencies, termFrequencies } from '../terms/term-frequencies.ts';
import { WeightScheme } from '../vectors/scheme.ts';
import { featuresOf, isTextSignal, SIGNAL_MARKS, SIGNALS } from '../vectors/signals.ts';
import type { Statistics, TermStatistics } from '../vectors/statistics.ts';
import { Vectorizer } from '../vectors/vectorizer.ts';
import { VocabularyBuilder } from '../vectors/vocabulary.ts';
import {
  createReading,
  expectReading,
  READING_KEYS,
  type Reading,
  type ReadingOptions,
  readRecord,
  termsPrint,
} from './reading.ts';
import { INSIDE, type WeighedRecord, type WeigherInside, type WeightedRow } from './weigher-inside.ts';
import {
  expectSameTerms,
  maxDocumentFrequency,
  readWeighting,
  WEIGHTING_KEYS,
  type WeightingOptions,
} from './weighting.ts';

export type { WeightedRow } from './weigher-inside.ts';

/** Options of a weigher: those of an index, with statistics in place of records. */
export type WeigherOptions = ReadingOptions &
  WeightingOptions & {
    readonly statistics: Statistics;
    /** How the field `vector` of records counts, as `matcher.vectors` of an index tells it. Default: not at all. */
    readonly vectors?: SpaceOptions;
  };

/** What filters ask of a record. */
export interface RecordAttributes {
  readonly kind: RecordKind;
  readonly secrecy: SecrecyLevel;
  /** Last valid day, `YYYY-MM-DD`; undefined for a validity without end. */
  readonly lastDay: string | undefined;
  /** The region and those that contain it, widest first: `['21', '2101']`. */
  readonly regions: readonly string[];
  /** Chains by confidence. */
  readonly chains: readonly { readonly code: string; readonly confidence: number }[];
}

/** Version of the formulas behind a weight; a change of any of them raises it. */
const FORMULAS = 3;

/**
 * Rows and scores without an index. Under the same statistics and options everything is equal, to the bit, to what an
 * index gives. Immutable; every method is a pure function of its arguments.
 */
export interface Weigher {
  /**
   * Fingerprint of all that a weight depends on: words, chains, wording, weights, statistics, formulas. Rows of the
   * same version can be scored against each other, wherever they are kept.
   */
  readonly version: string;
  readonly statistics: Statistics;
  /**
   * The row of a record. A record without `kind` is an achievement.
   * @throws InputError for a bad record.
   */
  row(record: RecordInput): WeightedRow;
  /**
   * What filters ask of a record.
   * @throws InputError for a bad record.
   */
  attributes(record: RecordInput): RecordAttributes;
  /**
   * The score of a pair, in [0, 1]. Without `kind`, the first is a demand and the second an achievement.
   * @throws InputError for a bad record.
   */
  score(query: RecordInput, record: RecordInput): number;
  /**
   * The full tree of a pair's score.
   * @throws InputError for a bad record.
   */
  explain(query: RecordInput, record: RecordInput): Explanation;
}

/**
 * A weigher: what an index knows of terms, without the index.
 * @throws InputError `INVALID_OPTIONS` naming every bad option.
 */
export function createWeigher(options: WeigherOptions): Weigher {
  return weigherWith(options, undefined);
}

/** The same, with what its scores mean by default. */
export function weigherWith(options: WeigherOptions, levels: LevelCalibration | undefined): Weigher {
  const issues = new Issues();
  if (expectKeys(issues, options, [...READING_KEYS, ...WEIGHTING_KEYS, 'vectors']))
    expectReading(issues, options);
  const weighting = readWeighting(issues, options ?? {});
  const space = readSpace(issues, options?.vectors);
  if (options?.statistics === undefined)
    issues.add('statistics', 'statistics of collectStatistics', undefined);
  issues.throwAsOptions();
  const reading = createReading(options, weighting.fieldWeights);
  expectSameTerms(issues, weighting.statistics, termsPrint(reading));
  issues.throwAsOptions();
  return new StatisticsWeigher(reading, { ...weighting, statistics: weighting.statistics! }, space, levels);
}

/** A record that was read, and its row. */
interface Weighed {
  readonly row: WeightedRow;
  readonly side: Omit<ExplainedSide, 'row'>;
}

type Scheme = ConstructorParameters<typeof WeightScheme>[0];

class StatisticsWeigher implements Weigher {
  readonly statistics: TermStatistics;
  readonly version: string;
  readonly #reading: Reading;
  readonly #parts: Scheme;
  readonly #words: ExplainingWords;
  readonly #scheme: WeightScheme;
  readonly #space: DenseSpace | undefined;
  readonly #termWeight: TermWeight;

  readonly [INSIDE]: WeigherInside;

  constructor(
    reading: Reading,
    weighting: WeigherInside['weighting'],
    space: DenseSpace | undefined,
    levels: LevelCalibration | undefined,
  ) {
    const { statistics, signalWeights, conditionWeights, maxDocumentShare } = weighting;
    const { count } = statistics;
    const parts = {
      signalWeights,
      maxDocumentFrequency: maxDocumentFrequency(count, maxDocumentShare),
      count,
    };
    this.statistics = statistics;
    this.#reading = reading;
    this.#parts = parts;
    const { lexicon } = reading.analyzer;
    this.#space = space;
    const vectorWeight = space?.parts.weight ?? 0;
    this.#words = { taxonomy: reading.taxonomy, lexicon, conditionWeights, vectorWeight };
    this.#scheme = new WeightScheme(parts);
    this.#termWeight = (mark, term, frequency) =>
      this.#scheme.textWeight(frequency, statistics.frequencyOf(term, mark));
    const { prints, fieldWeights } = reading;
    const told = [FORMULAS, prints, fieldWeights, parts, conditionWeights, statistics.version];
    const counted = space && { ...space.parts, mean: [...space.parts.mean] };
    this.version = fingerprint(JSON.stringify(counted === undefined ? told : [...told, counted]));
    const weighed = (record: MatchRecord) => this.#weighed(record);
    // Not for hosts to see.
    this[INSIDE] = { reading, weighting, levels, hasVectors: space !== undefined, weighed };
    Object.defineProperty(this, INSIDE, { enumerable: false });
  }

  row(record: RecordInput): WeightedRow {
    return this.#weigh(record, 'achievement').row;
  }

  attributes(record: RecordInput): RecordAttributes {
    const parsed = readRecord(record, 'achievement', this.#reading);
    const tags = this.#reading.tagger.tag(parsed, this.#reading.analyzer.analyze(parsed));
    return {
      kind: parsed.kind,
      secrecy: SECRECY_LEVELS[secrecyRank(parsed.secrecyLevel)]!,
      lastDay: parsed.validTo?.to,
      regions: regionLevels(regionOf(parsed) ?? ''),
      chains: tags.map(({ code, confidence }) => ({ code, confidence })),
    };
  }

  score(query: RecordInput, record: RecordInput): number {
    const [asked, found] = [this.#weigh(query, 'demand'), this.#weigh(record, 'achievement')];
    const { conditionWeights, vectorWeight } = this.#words;
    const isSeveral = [asked, found].some(({ side }) => side.isDemand && askedNeeds(side.analyzed()));
    const product = isSeveral
      ? bestNeed(...this.#pairOf(asked, found).sides).product
      : scoreRows(asked.row, found.row);
    const sum = blend(product, cosineOf(asked.side.dense, found.side.dense), vectorWeight);
    if (sum === 0) return 0;
    return shifted(sum, shiftOf(conditionsOf(asked.side, found.side, conditionWeights)));
  }

  explain(query: RecordInput, record: RecordInput): Explanation {
    const { terms, sides } = this.#pairOf(this.#weigh(query, 'demand'), this.#weigh(record, 'achievement'));
    return explainFully(...sides, this.#pairVectorizer(terms), this.#words);
  }

  /** A pair in the terms that both have, in ascending order. */
  #pairOf(query: Weighed, record: Weighed) {
    const terms = [...new Set([query, record].flatMap(({ row }) => row.terms))].sort();
    const place = new Map(terms.map((term, id) => [term, id]));
    const sideOf = ({ row, side }: Weighed): ExplainedSide => {
      const ids = Uint32Array.from(row.terms, (term) => place.get(term)!);
      const placed = { ids, weights: row.weights };
      const needs = side.isDemand
        ? needRowsOf(side.analyzed(), placed, (position) => row.terms[position]!, this.#termWeight)
        : undefined;
      return { ...side, row: placed, needs: () => needs };
    };
    return { terms, sides: [sideOf(query), sideOf(record)] as const };
  }

  /** What explains a pair: the vocabulary of its terms alone. */
  #pairVectorizer(terms: readonly string[]): Vectorizer {
    const builder = new VocabularyBuilder();
    for (const term of terms) {
      for (let i = 0; i < term.length; i++) builder.push(term.charCodeAt(i));
      builder.end();
    }
    const documentFrequencies = Uint32Array.from(terms, (term) =>
      this.statistics.frequencyOf(term.slice(1), term.charAt(0)),
    );
    return new Vectorizer({ ...this.#parts, vocabulary: builder.finish(), documentFrequencies });
  }

  #weigh(record: RecordInput, expected: Side): Weighed {
    return this.#weighParsed(readRecord(record, expected, this.#reading));
  }

  /** A validated record and the rows of its needs. */
  #weighed(record: MatchRecord): WeighedRecord {
    const { row, side } = this.#weighParsed(record);
    const all = { ids: Uint32Array.from(row.terms.keys()), weights: row.weights };
    const term = (position: number) => row.terms[position]!;
    const needs = side.isDemand
      ? needRowsOf(side.analyzed(), all, (position) => term(position), this.#termWeight)
      : undefined;
    const rows = needs?.rows.map(({ ids, weights }) => ({ terms: Array.from(ids, term), weights }));
    return { row, needs: rows, side };
  }

  #weighParsed(parsed: MatchRecord): Weighed {
    const dense = this.#denseOf(parsed);
    const fields = this.#reading.analyzer.analyze(parsed);
    const tags = this.#reading.tagger.tag(parsed, fields);
    const row = this.#rowOf(parsed, termFrequencies(fields), tags);
    const isDemand = parsed.kind === 'demand';
    const stating = { isDemand, record: () => parsed, fields: () => fields };
    const { lexicon } = this.#words;
    const states = () => mayState(parsed, fields);
    const party = () => partyOf(stating, states(), lexicon);
    const analyzed = () => fields;
    return { row, side: { dense, isDemand, states, tags, fields: analyzed, analyzed, party } };
  }

  /** @throws InputError `INVALID_RECORDS` for a vector that cannot be used. */
  #denseOf(record: MatchRecord) {
    const { vector } = record as { readonly vector?: GivenVector | null };
    if (this.#space === undefined || vector === undefined || vector === null) return undefined;
    const issues = new Issues();
    expectQueryVector(issues, record, this.#space, { index: 0, id: record.id });
    issues.throwAs('INVALID_RECORDS', 'Bad vectors');
    return this.#space.place(vector);
  }

  #rowOf(record: MatchRecord, frequencies: TermFrequencies, tags: readonly ChainTag[]): WeightedRow {
    const features = featuresOf(record, frequencies, tags);
    const found: { readonly term: string; readonly weight: number }[] = [];
    for (const [s, signal] of SIGNALS.entries()) {
      const mark = SIGNAL_MARKS[signal];
      const terms = [...features[signal].keys()];
      const values = Float32Array.from(features[signal].values());
      const held = Uint32Array.from(terms, (term) =>
        isTextSignal(signal) ? this.statistics.frequencyOf(term, mark) : 0,
      );
      const weights = new Float32Array(terms.length);
      this.#scheme.weigh(s, values, 0, terms.length, held, weights);
      terms.forEach((term, i) => {
        if (weights[i]! > 0) found.push({ term: mark + term, weight: weights[i]! });
      });
    }
    found.sort((a, b) => (a.term < b.term ? -1 : 1));
    return {
      terms: found.map(({ term }) => term),
      weights: Float32Array.from(found, ({ weight }) => weight),
    };
  }
}

/** The inner product of two rows, added in ascending order of terms, as the kernels do. */
function scoreRows(a: WeightedRow, b: WeightedRow): number {
  let score = 0;
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    const [left, right] = [a.terms[i]!, b.terms[j]!];
    if (left < right) i++;
    else if (left > right) j++;
    else score += a.weights[i++]! * b.weights[j++]!;
  }
  return score;
}
