import { type Comparison, compareRankings } from '../../src/evaluate/compare.ts';
import { evaluateLevels, type LevelEvaluation } from '../../src/evaluate/graded.ts';
import type { JudgedSet } from '../../src/evaluate/judged.ts';
import { evaluateRanking, RANKING_METRICS, type RankingEvaluation } from '../../src/evaluate/ranking.ts';
import type { TaggedTitle } from '../../src/evaluate/tagged-title.ts';
import { evaluateTags, type TagEvaluation } from '../../src/evaluate/tags.ts';
import { createMatcher, type MatcherOptions } from '../../src/index.ts';
import type { LearnedOptions } from '../../src/learn/index.ts';
import { type KindMeasures, measuresByKind } from './kinds.ts';

/** What was learned from a judged folder. */
export interface Learned {
  readonly path: string;
  readonly options: LearnedOptions;
}

/** What was measured on a judged folder. */
export interface DataResult {
  readonly kind: 'data';
  readonly path: string;
  readonly evaluation: RankingEvaluation;
  /** By kind of difficulty, where demands say it. */
  readonly kinds: readonly KindMeasures[];
  /** What was learned elsewhere and is measured here in place of the default. */
  readonly learned?: Learned;
  /** What levels and probabilities are worth: the shipped ones, or those that were learned. */
  readonly levels: LevelEvaluation;
  /** The configuration compared with the default one. */
  readonly other?: { readonly evaluation: RankingEvaluation; readonly comparisons: readonly Comparison[] };
}

/** What was measured on tagged titles. */
export interface TagsResult {
  readonly kind: 'tags';
  readonly path: string;
  readonly evaluation: TagEvaluation;
}

export type Result = DataResult | TagsResult;

/** Measures the default configuration, and another one where given, on judged demands. */
export function measureData(path: string, judged: JudgedSet, config: MatcherOptions | undefined): DataResult {
  const matcher = createMatcher(judged.achievements);
  const evaluation = evaluateRanking(judged, matcher);
  const kinds = measuresByKind(judged, evaluation);
  const levels = evaluateLevels(judged, matcher);
  if (config === undefined) return { kind: 'data', path, evaluation, kinds, levels };
  const other = evaluateRanking(judged, config);
  const comparisons = RANKING_METRICS.map((metric) => compareRankings(evaluation, other, metric));
  return { kind: 'data', path, evaluation, kinds, levels, other: { evaluation: other, comparisons } };
}

/** Measures what was learned from another judged folder. */
export function measureLearned(path: string, judged: JudgedSet, from: Learned): DataResult {
  const { signals, conditions, levels } = from.options;
  const matcher = createMatcher(judged.achievements, { signals, conditions, levels });
  const evaluation = evaluateRanking(judged, matcher);
  const kinds = measuresByKind(judged, evaluation);
  return { kind: 'data', path, evaluation, kinds, levels: evaluateLevels(judged, matcher), learned: from };
}

/** Measures the default tagger on tagged titles. */
export function measureTags(path: string, titles: readonly TaggedTitle[]): TagsResult {
  return { kind: 'tags', path, evaluation: evaluateTags(titles) };
}
