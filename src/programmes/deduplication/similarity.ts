import { areMadeAlike, areOtherThings } from './other-things.ts';
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

/**
 * Compares the records at two positions; nothing for records that cannot be the same. The titles are evidence where they name
 * something; copies under titles that are not made alike are of one unit, or of units that nobody names. O(length of both
 * texts).
 */
export function compare(portraits: Portraits, a: number, b: number): DuplicateSimilarity | undefined {
  const { titles, told, organizations, marks, subjects } = portraits;
  if (marks[a] !== marks[b]) return undefined;
  const title = jaccard(titles[a]!, titles[b]!);
  const copied = jaccard(told[a]!, told[b]!);
  const text = textOf(portraits, a, b);
  const isKnown = organizations[a] !== '' && organizations[b] !== '';
  const organization = isKnown ? Number(organizations[a] === organizations[b]) : undefined;
  const mean = weightedMean([
    [title, DUPLICATE_WEIGHTS.title],
    [text, DUPLICATE_WEIGHTS.text],
    [organization, DUPLICATE_WEIGHTS.organization],
  ]);
  const isNamed = subjects[a]!.length > 0 && subjects[b]!.length > 0;
  const isCopy =
    copied >= SAME_TEXT &&
    Math.min(told[a]!.length, told[b]!.length) >= MIN_TEXT &&
    (organization !== 0 || areMadeAlike(subjects[a]!, subjects[b]!));
  const similarity = Math.max(isNamed ? mean : 0, isCopy ? copied : 0);
  return {
    similarity,
    title,
    ...(text === undefined ? {} : { text }),
    ...(organization === undefined ? {} : { organization }),
  };
}

/**
 * True for records that are never the same, however alike: patents of other numbers, other steps of development, titles that
 * name other things. O(80²).
 */
export function areApart(
  { patents, steps, subjects, wholes, kinds }: Portraits,
  a: number,
  b: number,
): boolean {
  if (areOthers(patents[a]!, patents[b]!) || areOthers(steps[a]!, steps[b]!)) return true;
  const told = (at: number) => ({ units: subjects[at]!, whole: wholes[at]! });
  return areOtherThings(told(a), told(b), kinds[a] === 'patent');
}

/**
 * How much of the shorter text the longer one holds; nothing where one is short. Texts that tell nothing but slogans speak
 * against two records where they differ, and for them by nothing.
 */
function textOf({ texts, told }: Portraits, a: number, b: number): number | undefined {
  const share = contained(told[a]!, told[b]!);
  if (share !== undefined) return share;
  const whole = contained(texts[a]!, texts[b]!);
  return whole === undefined || whole >= SAME_TEXT ? undefined : whole;
}

function contained(a: Uint32Array, b: Uint32Array): number | undefined {
  const shorter = Math.min(a.length, b.length);
  return shorter < MIN_TEXT ? undefined : countShared(a, b) / shorter;
}

/**
 * True where both name some, and none is the same: of patents, of which one applicant has many of the same title, and of
 * steps of development.
 */
export function areOthers(a: readonly string[], b: readonly string[]): boolean {
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
