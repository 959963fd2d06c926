import { fingerprint } from '../base/hash.ts';
import type { WeightedRow } from '../core/weigher/weigher-inside.ts';

/**
 * Bytes of the longest name of a feature as it is. The engine refuses names from 32,767 bytes on, and each name stands in
 * every document that has it.
 */
const LONGEST_NAME = 512;
/** A unit of a text is at most so many bytes in UTF-8. */
const BYTES_A_UNIT = 3;

/** A name with a dot is taken by the engine and never found again; half a surrogate pair is none in UTF-8. */
const SPECIAL = /[.%]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * The name of the feature that a term is for the engine: the same for the same term, without a dot. One that is too long
 * has the fingerprint of the term in its place; documents with two terms of one fingerprint would be refused when they are
 * scored.
 */
export function featureName(term: string): string {
  const name = term.replace(SPECIAL, (sign) =>
    sign === '.' ? '%2E' : sign === '%' ? '%25' : `%u${sign.charCodeAt(0).toString(16)}`,
  );
  if (name.length * BYTES_A_UNIT <= LONGEST_NAME) return name;
  if (new TextEncoder().encode(name).length <= LONGEST_NAME) return name;
  return `${name.charAt(0)}%#${fingerprint(term)}`;
}

/** The least weight that the engine takes: the least normal 32-bit float. */
const LEAST_WEIGHT = 2 ** -126;
/** Digits that tell a 32-bit float from every other. */
const FLOAT_DIGITS = 9;

/** A weight as JSON has it: the shortest of which the same 32-bit float is read again. */
export function told(weight: number): number {
  return Number(Math.max(weight, LEAST_WEIGHT).toPrecision(FLOAT_DIGITS));
}

/** A row as the engine takes it: names of features and their weights. */
export type FeatureRow = Readonly<Record<string, number>>;

export function featureRow({ terms, weights }: WeightedRow): FeatureRow {
  return Object.fromEntries(terms.map((term, i) => [featureName(term), told(weights[i]!)]));
}
