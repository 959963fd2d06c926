import type { Issues } from '../../base/issues.ts';
import { nearest } from '../../base/options.ts';
import { CONDITION_KINDS, CONDITION_WEIGHTS, type ConditionWeights } from '../conditions/condition.ts';
import { FIELD_WEIGHTS, type FieldWeights } from '../records/fields.ts';
import { KNOWN_FIELDS } from '../records/schema.ts';
import { SIGNAL_WEIGHTS, SIGNALS, type SignalWeights } from '../vectors/signals.ts';
import { type Statistics, TermStatistics } from '../vectors/statistics.ts';

/** How rows are weighed. */
export interface WeightingOptions {
  /**
   * Weights of text fields, each ≥ 0, laid over the defaults: 0 leaves a field out, a new name takes one in.
   */
  readonly fields?: FieldWeights;
  /** Weights of the signals, each ≥ 0, laid over the defaults and scaled to sum to 1. */
  readonly signals?: Partial<SignalWeights>;
  /**
   * How strongly what a demand asks for beside its matter shifts scores, by kind, each in [0, 4], laid over the default
   * 1: 0 leaves a kind out.
   */
  readonly conditions?: Partial<ConditionWeights>;
  /**
   * Text terms in more than this share of the records are dropped, in (0, 1]. Default 0.2: it shortens the lists
   * that a query touches, and costs no measurable quality. 1 keeps all; collections under 200 records drop none.
   */
  readonly maxDocumentShare?: number;
  /** Document frequencies to use in place of the collection's own, from `collectStatistics`. */
  readonly statistics?: Statistics;
}

/** The keys of {@link WeightingOptions}. */
export const WEIGHTING_KEYS = [
  'fields',
  'signals',
  'conditions',
  'maxDocumentShare',
  'statistics',
] as const satisfies readonly (keyof WeightingOptions)[];

/** Weighting options with defaults filled in. */
export interface Weighting {
  readonly fieldWeights: FieldWeights;
  readonly signalWeights: SignalWeights;
  readonly conditionWeights: ConditionWeights;
  readonly maxDocumentShare: number;
  readonly statistics: TermStatistics | undefined;
}

/** Default of `maxDocumentShare`. */
export const MAX_DOCUMENT_SHARE = 0.2;
/** Smaller collections drop no frequent terms: a share of few records says nothing. */
export const MIN_RECORDS_FOR_DROPPING = 200;

/** Most records of `count` that a text term may stand in. */
export function maxDocumentFrequency(count: number, share: number): number {
  return count < MIN_RECORDS_FOR_DROPPING ? count : Math.floor(count * share);
}

/** Fills in the defaults, and notes what is wrong. */
export function readWeighting(issues: Issues, options: WeightingOptions): Weighting {
  const { maxDocumentShare = MAX_DOCUMENT_SHARE, statistics } = options;
  const fieldWeights = weightsOver(issues, 'fields', FIELD_WEIGHTS, options.fields);
  const signalWeights = weightsOver(issues, 'signals', SIGNAL_WEIGHTS, options.signals) as SignalWeights;
  for (const signal of Object.keys(options.signals ?? {})) {
    const known: readonly string[] = SIGNALS;
    if (!known.includes(signal)) issues.add(`signals.${signal}`, oneOf(signal, known), options.signals);
  }
  const conditionWeights = readConditions(issues, options.conditions);
  const sum = SIGNALS.reduce((total, signal) => total + signalWeights[signal], 0);
  if (SIGNALS.every((signal) => isWeight(signalWeights[signal]))) {
    issues.expect(
      sum > 0 && sum < Number.POSITIVE_INFINITY,
      'signals',
      'weights with a finite sum above 0',
      sum,
    );
  }
  const isShare = isWeight(maxDocumentShare) && maxDocumentShare > 0 && maxDocumentShare <= 1;
  issues.expect(isShare, 'maxDocumentShare', 'a number in (0, 1]', maxDocumentShare);
  const isKnown = statistics === undefined || statistics instanceof TermStatistics;
  issues.expect(
    isKnown,
    'statistics',
    'statistics of collectStatistics, mergeStatistics or openStatistics',
    statistics,
  );
  return {
    fieldWeights,
    signalWeights,
    conditionWeights,
    maxDocumentShare,
    statistics: statistics instanceof TermStatistics ? statistics : undefined,
  };
}

/**
 * Notes weights of fields that neither the schema knows nor any record has: `{ abstrct: 2 }` would weigh nothing, and
 * nobody would see it.
 */
export function expectFields(
  issues: Issues,
  fields: FieldWeights | undefined,
  records: readonly object[],
): void {
  for (const field of Object.keys(fields ?? {})) {
    const known: readonly string[] = KNOWN_FIELDS;
    if (known.includes(field) || records.length === 0) continue;
    if (records.some((record) => (record as Readonly<Record<string, unknown>>)[field] !== undefined))
      continue;
    issues.addText(`fields.${field}`, oneOf(field, known), 'a field that no record has');
  }
}

/** Notes statistics that were counted over other terms than a reading gives. */
export function expectSameTerms(issues: Issues, statistics: TermStatistics | undefined, print: string): void {
  if (statistics === undefined || statistics.parts.reading === print) return;
  const expected = 'statistics of the same tokenizer, lexicon, simplifier and fields';
  issues.addText('statistics', expected, 'statistics of others');
}

function oneOf(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return meant === undefined ? `one of ${known.join(', ')}` : `a known name: did you mean ${meant}?`;
}

/** More than this would let one condition turn any score over. */
const MOST_CONDITION = 4;

function readConditions(issues: Issues, given: Partial<ConditionWeights> | undefined): ConditionWeights {
  const weights = weightsOver(issues, 'conditions', CONDITION_WEIGHTS, given) as ConditionWeights;
  const known: readonly string[] = CONDITION_KINDS;
  for (const [kind, weight] of Object.entries(given ?? {})) {
    if (!known.includes(kind)) issues.add(`conditions.${kind}`, oneOf(kind, known), given);
    else issues.expect(!(weight > MOST_CONDITION), `conditions.${kind}`, `at most ${MOST_CONDITION}`, weight);
  }
  return weights;
}

function weightsOver(
  issues: Issues,
  path: string,
  defaults: Readonly<Record<string, number>>,
  given: Readonly<Record<string, number | undefined>> | undefined,
): Readonly<Record<string, number>> {
  if (given !== undefined && (typeof given !== 'object' || given === null)) {
    issues.add(path, 'an object of weights', given);
    return defaults;
  }
  for (const [name, weight] of Object.entries(given ?? {})) {
    issues.expect(isWeight(weight), `${path}.${name}`, 'a number ≥ 0', weight);
  }
  return { ...defaults, ...given } as Readonly<Record<string, number>>;
}

function isWeight(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY;
}
