import * as z from 'zod/mini';
import { describeValue } from '../../base/errors.ts';
import { CONDITION_KINDS, type ConditionWeights } from '../conditions/condition.ts';
import { VECTOR_STORES, type VectorStore } from '../dense/vector.ts';
import { TILE } from '../postings/postings.ts';
import type { FieldWeights } from '../records/fields.ts';
import type { Side } from '../records/parse.ts';
import { SIGNALS, type SignalName, type SignalWeights } from '../vectors/signals.ts';
import { unreadable } from './container.ts';

/** What a saved index says about how it was made. */
export interface SavedHead {
  readonly side: Side;
  readonly fieldWeights: FieldWeights;
  readonly signalWeights: SignalWeights;
  readonly conditionWeights: ConditionWeights;
  /** Tokenizer, lexicon and simplifier. */
  readonly analyzer: string;
  /** Taxonomy, lexicon and model of the chain tagger. */
  readonly tagger: string;
  /** Wording of maturity stages. */
  readonly stages: string;
}

/** The parts of a head that say what read the records. */
export type ReadingPrints = Pick<SavedHead, 'analyzer' | 'tagger' | 'stages'>;

/** All of a head. */
export interface FullHead extends SavedHead {
  readonly tile: number;
  readonly count: number;
  readonly maxDocumentFrequency: number;
  readonly maxDocumentShare: number;
  /** Version of the statistics that the index was made with; '' for its own. */
  readonly statistics: string;
  readonly leastWeight: number;
  readonly columnLength: number;
  readonly tailBits: number;
  readonly tailStep: number;
  readonly regionKeys: readonly string[];
  readonly stageCodes: readonly string[];
  readonly chainCodes: readonly string[];
  /** How vectors count and are kept; absent without any. */
  readonly vectors?: { readonly weight: number; readonly store: VectorStore };
}

const weight = z.number().check(z.gte(0));
const count = z.int().check(z.gte(0));
/** A weight of a row, or of as much as one. */
const share = z.number().check(z.gte(0), z.lte(1));
const aboveZero = share.check(z.gt(0));
/** Keys that stand for numbers: none twice. */
const keys = z.array(z.string()).check(z.refine((all) => new Set(all).size === all.length));
/** The first of these is that of records without any. */
const keysFromNone = keys.check(z.refine((all) => all[0] === ''));
const each = <K extends string, S extends z.ZodMiniType>(names: readonly K[], one: S) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, one])) as Record<K, S>);
/** Shares are taken of the sum. */
const hasSum = z.refine<Record<SignalName, number>>((weights) => {
  const sum = SIGNALS.reduce((total, signal) => total + weights[signal], 0);
  return sum > 0 && sum < Number.POSITIVE_INFINITY;
});
/** Bits that a posting of the tail has for its weight: a 32-bit float holds so many exactly. */
const MOST_BITS = 24;
/** Strength of a condition, see `WeightingOptions`. */
const MOST_CONDITION = 4;

const schema = z.strictObject({
  side: z.enum(['achievement', 'demand']),
  fieldWeights: z.record(z.string(), weight),
  signalWeights: each(SIGNALS, weight).check(hasSum),
  conditionWeights: each(CONDITION_KINDS, weight.check(z.lte(MOST_CONDITION))),
  analyzer: z.string(),
  tagger: z.string(),
  stages: z.string(),
  tile: z.literal(TILE),
  count,
  maxDocumentFrequency: count,
  maxDocumentShare: aboveZero,
  statistics: z.string(),
  leastWeight: aboveZero,
  columnLength: share,
  tailBits: count.check(z.lte(MOST_BITS)),
  tailStep: share,
  regionKeys: keysFromNone,
  stageCodes: keysFromNone,
  chainCodes: keys,
  vectors: z.optional(z.strictObject({ weight: share, store: z.enum(VECTOR_STORES) })),
});

/** Reads a head that may be anything. @throws CuoheError `SAVED_INDEX_UNREADABLE` naming the field that is wrong. */
export function readSavedHead(given: unknown): FullHead {
  const { success, error } = schema.safeParse(given);
  // As it was written, in its order.
  if (success) return given as FullHead;
  const path = error.issues[0]!.path.map(String);
  const received = path.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | null)?.[key],
    given,
  );
  const place = path.join('.') || 'its fields';
  throw unreadable('a value that fits', describeValue(received), undefined, undefined, undefined, {
    section: 'head',
    place,
  });
}
