import type { ChainTag } from '../chains/tagger.ts';
import type { Condition, ConditionWeights } from '../conditions/condition.ts';
import type { Party } from '../conditions/judge.ts';
import { conditionsOf } from '../conditions/pair.ts';
import { shifted, shiftOf, valued } from '../conditions/shift.ts';
import type { DenseVector } from '../dense/vector.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { NeedRows } from '../needs/need-rows.ts';
import type { Taxonomy } from '../records/taxonomy.ts';
import type { AnalyzedField, ReadField } from '../terms/analyzer.ts';
import { type FieldSpan, spanOf } from '../terms/span.ts';
import { kindOf, type TextSignal, titleOf } from '../terms/term-frequencies.ts';
import type { Token } from '../terms/tokenizer.ts';
import { signalShares } from '../vectors/scheme.ts';
import { isTextSignal, SIGNAL_MARKS, SIGNALS, type SignalName } from '../vectors/signals.ts';
import type { SparseRow, Vectorizer } from '../vectors/vectorizer.ts';
import { type Contributions, pairContributions, type VectorPart } from './contributions.ts';
import { correspondence } from './corresponding-need.ts';
import { type MatchedPhrase, matchedPhrases } from './phrases.ts';
import { queryTextOf } from './query-text.ts';
import { readTextOf } from './read-text.ts';
import { type Reason, reasonOf, type SharedChain } from './reason.ts';

/** One side of a pair, ready to be explained. */
export interface ExplainedSide {
  readonly row: SparseRow;
  /** The vector that the host gave, where the index has any. */
  readonly dense?: DenseVector | undefined;
  readonly tags: readonly ChainTag[];
  /** The texts as they are read; asked for only when phrases or conditions are wanted. */
  readonly fields: () => readonly ReadField[];
  /** The same with their tokens; asked for of queries, and of records when spans are wanted. */
  readonly analyzed: () => readonly AnalyzedField[];
  readonly isDemand: boolean;
  /** What it may state, as `mayState` tells. */
  readonly states: () => number;
  /** What the record states; asked for only where the other side may speak to it. */
  readonly party: () => Party;
  /** The needs of a demand that has several; asked for only where the other side is none. Default: none. */
  readonly needs?: (() => NeedRows | undefined) | undefined;
}

/** A short explanation: what a person reads beside a match. */
export interface ShortExplanation {
  readonly phrases: readonly MatchedPhrase[];
  readonly chains: readonly SharedChain[];
  readonly reason: Reason;
  /** What the demand asks for beside its matter and the achievement speaks to, the most decisive first. */
  readonly conditions: readonly Condition[];
}

/** What gives explanations their words. */
export interface ExplainingWords {
  readonly taxonomy: Taxonomy;
  readonly lexicon: Lexicon;
  readonly conditionWeights: ConditionWeights;
  /** The share of vectors in a score; 0 without any. */
  readonly vectorWeight: number;
}

/** A leaf: one shared term. `value` = `queryWeight` × `recordWeight`, and × (1 − `vectors.weight`) where there are these. */
export interface TermExplanation {
  /** The term; without the signal's mark. */
  readonly term: string;
  readonly value: number;
  readonly queryWeight: number;
  readonly recordWeight: number;
  /** Records that hold the term, of `count`; 0 for signals other than text. */
  readonly documentFrequency: number;
  readonly querySpans: readonly FieldSpan[];
  readonly recordSpans: readonly FieldSpan[];
}

/** One signal: `value` = `weight` × `cosine` = the sum of its terms. */
export interface SignalExplanation {
  readonly signal: SignalName;
  readonly value: number;
  /** The signal's weight, scaled so that all weights sum to 1, that of the vectors included. */
  readonly weight: number;
  /** In [0, 1]. */
  readonly cosine: number;
  readonly terms: readonly TermExplanation[];
}

/**
 * The full tree of a score: `score` = the sum of its signals, vectors and conditions = the sum of all leaves and
 * conditions.
 */
export interface Explanation extends ShortExplanation {
  readonly score: number;
  /** As of a match. */
  readonly need?: number;
  /** Number of records behind the document frequencies. */
  readonly count: number;
  readonly signals: readonly SignalExplanation[];
  /** What the vectors of both add; absent where either has none. */
  readonly vectors?: VectorPart;
}

/** The reason of a pair that only its vectors speak for. */
const NEAR_IN_MEANING: Reason = Object.freeze({
  zh: '双方没有相同的词语，按向量意思相近。',
  en: 'They share no words; by their vectors they are near in meaning.',
});
/** Phrases kept beside a match. */
const SHORT_PHRASES = 8;
/** Places listed for one leaf and side. */
const MAX_SPANS = 20;

/**
 * Explains a pair briefly; `contributions` may be passed where they are known.
 * @param points what was read elsewhere and may be told in the reason. Default: none.
 */
export function explainShort(
  query: ExplainedSide,
  record: ExplainedSide,
  vectorizer: Vectorizer,
  words: ExplainingWords,
  contributions: Contributions = pairContributions(query, record, vectorizer, words.vectorWeight),
  conditions: readonly Condition[] = judged(query, record, contributions.score, words),
): ShortExplanation {
  const phrases = sharedPhrases(query, record, contributions, vectorizer, words.lexicon);
  const chains = sharedChains(query.tags, record.tags, words.taxonomy);
  return {
    phrases,
    chains,
    reason:
      contributions.terms.length === 0 && chains.length === 0 && (contributions.vectors?.value ?? 0) > 0
        ? NEAR_IN_MEANING
        : reasonOf(
            phrases,
            chains,
            sharedRegion(contributions, vectorizer),
            contributions.signals,
            conditions,
            correspondence(query, record, contributions.need, phrases),
            conditions.flatMap(({ kind, demand }) => (kind === 'exclusion' ? [demand.text] : [])),
          ),
    conditions,
  };
}

/** The conditions of a pair, with what each adds to its score. */
export function judged(
  query: ExplainedSide,
  record: ExplainedSide,
  product: number,
  { conditionWeights }: ExplainingWords,
): readonly Condition[] {
  if (product === 0) return [];
  return valued(conditionsOf(query, record, conditionWeights), product).map(ownCopy);
}

/** What is read of records is kept for the next question: results hold copies. */
function ownCopy(condition: Condition): Condition {
  const { demand, supply } = condition;
  return { ...condition, demand: { ...demand }, ...(supply && { supply: { ...supply } }) };
}

/** Explains a pair in full. */
export function explainFully(
  query: ExplainedSide,
  record: ExplainedSide,
  vectorizer: Vectorizer,
  words: ExplainingWords,
): Explanation {
  const contributions = pairContributions(query, record, vectorizer, words.vectorWeight);
  const { vocabulary, documentFrequencies, count, signalWeights } = vectorizer.parts;
  const shares = signalShares(signalWeights);
  const { vectors } = contributions;
  const rest = vectors === undefined ? 1 : 1 - vectors.weight;
  const querySpans = termSpans(query.analyzed());
  const recordSpans = termSpans(record.analyzed());
  const signals = SIGNALS.map((signal): SignalExplanation => {
    const weight = shares[signal] * rest;
    const value = contributions.signals[signal];
    const terms = contributions.terms
      .filter((part) => part.signal === signal)
      .map(({ id, value, queryWeight, recordWeight }): TermExplanation => {
        const marked = vocabulary.term(id);
        const term = marked.slice(SIGNAL_MARKS[signal].length);
        const isText = isTextSignal(signal);
        return {
          term,
          value,
          queryWeight,
          recordWeight,
          documentFrequency: documentFrequencies[id]!,
          querySpans: isText ? (querySpans.get(marked) ?? []) : tagSpans(signal, term, query.tags),
          recordSpans: isText ? (recordSpans.get(marked) ?? []) : tagSpans(signal, term, record.tags),
        };
      });
    return { signal, value, weight, cosine: weight > 0 ? Math.min(1, value / weight) : 0, terms };
  });
  const conditions = judged(query, record, contributions.score, words);
  return {
    score: shifted(contributions.score, shiftOf(conditions)),
    ...(contributions.need !== undefined && { need: contributions.need }),
    count,
    signals,
    ...(vectors && { vectors }),
    ...explainShort(query, record, vectorizer, words, contributions, conditions),
  };
}

/** The narrowest region that both share. */
function sharedRegion(contributions: Contributions, vectorizer: Vectorizer): string | undefined {
  const keys = contributions.terms
    .filter(({ signal }) => signal === 'region')
    .map(({ id }) => vectorizer.parts.vocabulary.term(id).slice(SIGNAL_MARKS.region.length));
  return keys.sort((a, b) => b.length - a.length)[0];
}

function sharedPhrases(
  query: ExplainedSide,
  record: ExplainedSide,
  contributions: Contributions,
  vectorizer: Vectorizer,
  lexicon: Lexicon,
): MatchedPhrase[] {
  if (!contributions.terms.some(({ signal }) => isTextSignal(signal))) return [];
  const asked = queryTextOf(query.analyzed(), lexicon);
  const shared = asked.shared(query.row, contributions, vectorizer);
  const pair = { query: asked, record: readTextOf(record.fields(), lexicon.finder), shared, lexicon };
  return matchedPhrases(pair, SHORT_PHRASES);
}

/** Where the terms of the text signals stand, by the term with its signal's mark. */
function termSpans(fields: readonly AnalyzedField[]): Map<string, FieldSpan[]> {
  const spans = new Map<string, FieldSpan[]>();
  const add = (signal: TextSignal, field: AnalyzedField, { term, start, end }: Token) => {
    const key = SIGNAL_MARKS[signal] + term;
    const list = spans.get(key) ?? [];
    spans.set(key, list);
    if (list.length === MAX_SPANS) return;
    const span = spanOf(field, start, end);
    // A tokenizer may give one term at one place twice.
    const isKnown = (other: FieldSpan) =>
      other.field === span.field && other.start === span.start && other.end === span.end;
    if (!list.some(isKnown)) list.push(span);
  };
  for (const field of fields) for (const token of field.tokens) add(kindOf(token), field, token);
  const title = titleOf(fields);
  if (title !== undefined) for (const token of title.tokens) add('title', title, token);
  return spans;
}

function tagSpans(signal: SignalName, code: string, tags: readonly ChainTag[]): readonly FieldSpan[] {
  return signal === 'chains' ? (tags.find((tag) => tag.code === code)?.evidence ?? []) : [];
}

/** Chains of both sides, the surest first, then in the query's order. */
export function sharedChains(
  query: readonly ChainTag[],
  record: readonly ChainTag[],
  taxonomy: Taxonomy,
): SharedChain[] {
  const shared: SharedChain[] = [];
  for (const { code, confidence } of query) {
    if (shared.some((known) => known.code === code)) continue;
    const other = record.find((tag) => tag.code === code);
    if (other === undefined) continue;
    const chain = taxonomy.chains.find((candidate) => candidate.code === code);
    shared.push({
      code,
      nameZh: chain?.nameZh ?? code,
      nameEn: chain?.nameEn ?? code,
      confidence: Math.min(confidence, other.confidence),
    });
  }
  return shared.sort((a, b) => b.confidence - a.confidence);
}
