import { clausesOf } from './clauses.ts';
import type { NamedThing } from './names.ts';
import { slogansIn } from './slogans.ts';

/**
 * What the words of a title count by the part of it that they stand in, and those of a text by whether they are
 * slogans: factors on what they count else. Chosen on invented cases and measured on judged demands;
 * benchmarks/EVALUATION.md has the figures.
 */
export const EMPHASIS = {
  /** Slogans in a title, and clauses of a text that are mostly slogans. */
  slogan: 0.2,
  /** The other words of a title with slogans that the needs told beside it do not name. */
  besideSlogan: 0.4,
  /** What stands before the thing: by which means, where to, which kind (基于…的, 面向…的, 新型). */
  before: 0.4,
  /** The head of the thing: 钢 of 轴承钢. */
  head: 1.3,
  /** What is done to the thing. */
  process: 1.3,
  /** A title beside a text that says the matter too. */
  besideText: 2 / 3,
} as const;

/** Share of the letters and digits of a clause from which slogans make it one. */
const MOSTLY = 0.5;
/** Needs as short as this tell nothing that a title could be held against. In UTF-16 units. */
const SHORT_NEED = 8;

/**
 * What each unit of a title counts, ≥ 0. O(title length × told length), where `told` has a bound; only for titles with slogans.
 * @param named its parts; undefined where it is read as no name.
 * @param told the needs and problems of the record's texts; empty where none is told.
 * @param hasText whether the record has a text beside its title.
 */
export function titleEmphasis(
  title: string,
  named: NamedThing | undefined,
  told: string,
  hasText: boolean,
): Float64Array {
  const factors = new Float64Array(title.length).fill(hasText ? EMPHASIS.besideText : 1);
  damp(factors, title, told);
  if (named === undefined) return factors;
  const { object, head, process: done } = named;
  if (object !== undefined) {
    multiply(factors, 0, object.start, EMPHASIS.before);
    if (head !== undefined && head > object.start) multiply(factors, head, object.end, EMPHASIS.head);
  }
  if (done !== undefined) multiply(factors, done.start, done.end, EMPHASIS.process);
  return factors;
}

/** Takes the words of a title with slogans back, but for what the needs name. */
function damp(factors: Float64Array, title: string, told: string): void {
  const found = slogansIn(title);
  if (found?.isTold !== true) return;
  const isNamed = new Uint8Array(title.length);
  for (let at = 0; at + 1 < title.length; at++) {
    if (told.includes(title.slice(at, at + 2))) isNamed.fill(1, at, at + 2);
  }
  const other = told.length < SHORT_NEED ? 1 : EMPHASIS.besideSlogan;
  for (let at = 0; at < title.length; at++) {
    if (isNamed[at] === 0) factors[at]! *= found.covered[at] === 1 ? EMPHASIS.slogan : other;
  }
}

function multiply(factors: Float64Array, start: number, end: number, by: number): void {
  for (let at = start; at < end; at++) factors[at]! *= by;
}

/** What each unit of a text counts, in [0, 1]; nothing where all count 1. O(length). */
export function textEmphasis(text: string): Float64Array | undefined {
  const found = slogansIn(text);
  if (found === undefined) return undefined;
  let factors: Float64Array | undefined;
  for (const { start, end } of clausesOf(text)) {
    let [letters, slogans] = [0, 0];
    for (let at = start; at < end; at++) {
      if (!isLetter(text.charCodeAt(at))) continue;
      letters++;
      slogans += found.covered[at]!;
    }
    if (letters === 0 || slogans < MOSTLY * letters) continue;
    factors ??= new Float64Array(text.length).fill(1);
    factors.fill(EMPHASIS.slogan, start, end);
  }
  return factors;
}

/** Of normalised texts: small letters, digits and all that is no sign of the common blocks. */
function isLetter(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a);
  return (unit >= 0xc0 && unit < 0x2000) || (unit >= 0x3040 && unit < 0xfe10);
}
