import type { Strength } from '../lexicon/entry.ts';

/** How evidence adds up to the confidence of a chain tag: confidence = 1 − exp(−points). */
export interface ChainModel {
  /** Points of one occurrence by strength; the n-th occurrence of a word counts 1/n of it. */
  readonly points: Readonly<Record<Strength, number>>;
  /** Factor by field. */
  readonly fieldFactors: Readonly<Record<string, number>>;
  /** Factor of the fields not named above. */
  readonly otherFields: number;
  /** Factor of evidence from a compound head. */
  readonly headFactor: number;
  /** Factor of horizontal chains beside an application chain. */
  readonly horizontalFactor: number;
  /** Points of an application chain from which horizontal chains step back. */
  readonly enough: number;
  /** Tags below this confidence are dropped. */
  readonly minConfidence: number;
  /** Tags below this share of the best tag's confidence are dropped. */
  readonly minShare: number;
  /** Most tags for one record. */
  readonly maxTags: number;
}

/** Default model. */
export const CHAIN_MODEL: ChainModel = {
  points: { 0: 0, 1: 0.35, 2: 1, 3: 2 },
  fieldFactors: { title: 1, keywords: 0.7 },
  otherFields: 0.25,
  headFactor: 0.8,
  horizontalFactor: 0.4,
  enough: 0.7,
  minConfidence: 0.5,
  minShare: 0.6,
  maxTags: 3,
};
