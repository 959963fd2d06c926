import type { Portraits } from './portraits.ts';
import { countShared } from './shingles.ts';

/** How alike two records are; every part in [0, 1]. */
export interface DuplicateSimilarity {
  /** What is held against the threshold: the greater of the weighted mean of the parts and `sameText`. */
  readonly similarity: number;
  /** Jaccard similarity of the titles. */
  readonly title: number;
  /** Share of the shorter text that the longer one holds; absent where a text is missing or short. */
  readonly text?: number;
  /** 1 for the same organisation, 0 for another; absent where one names none. */
  readonly organization?: number;
}

/**
 * Weights of the parts; those of missing parts go to the others. A proposal: the title names the thing, texts are
 * rewritten and cut short from portal to portal, organisations are spelled in many ways.
 */
export const DUPLICATE_WEIGHTS = { title: 0.6, text: 0.2, organization: 0.2 } as const;
/** Texts that are this much alike (Jaccard) are copies, whatever the titles say. */
export const SAME_TEXT = 0.9;
/** A text with fewer pairs of characters says too little. */
const MIN_TEXT = 20;

/** Least Jaccard similarity of titles at which a pair can still reach a threshold: the other parts are all 1. */
export function leastTitle(threshold: number): number {
  const { title } = DUPLICATE_WEIGHTS;
  return (threshold - (1 - title)) / title;
}

/** Compares the records at two positions; nothing for records that cannot be the same. O(length of both texts). */
export function compare(portraits: Portraits, a: number, b: number): DuplicateSimilarity | undefined {
  const { titles, texts, organizations, marks, patents } = portraits;
  if (marks[a] !== marks[b] || areOthers(patents[a]!, patents[b]!)) return undefined;
  const title = jaccard(titles[a]!, titles[b]!);
  const [short, long] = [texts[a]!, texts[b]!].sort((x, y) => x.length - y.length) as [
    Uint32Array,
    Uint32Array,
  ];
  const shared = short.length < MIN_TEXT ? undefined : countShared(short, long);
  const text = shared === undefined ? undefined : shared / short.length;
  const isKnown = organizations[a] !== '' && organizations[b] !== '';
  const organization = isKnown ? Number(organizations[a] === organizations[b]) : undefined;
  const mean = weightedMean([
    [title, DUPLICATE_WEIGHTS.title],
    [text, DUPLICATE_WEIGHTS.text],
    [organization, DUPLICATE_WEIGHTS.organization],
  ]);
  const copied = shared === undefined ? 0 : shared / (short.length + long.length - shared);
  return {
    similarity: Math.max(mean, copied >= SAME_TEXT ? copied : 0),
    title,
    ...(text === undefined ? {} : { text }),
    ...(organization === undefined ? {} : { organization }),
  };
}

/** True where both name patents, and none is the same: one applicant has many of the same title. */
function areOthers(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((number) => b.includes(number));
}

function jaccard(a: Uint32Array, b: Uint32Array): number {
  const shared = countShared(a, b);
  return shared === 0 ? 0 : shared / (a.length + b.length - shared);
}

function weightedMean(parts: readonly (readonly [value: number | undefined, weight: number])[]): number {
  let sum = 0;
  let weights = 0;
  for (const [value, weight] of parts) {
    if (value === undefined) continue;
    sum += value * weight;
    weights += weight;
  }
  return sum / weights;
}
