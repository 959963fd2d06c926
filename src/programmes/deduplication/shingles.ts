import type { Simplifier } from '../../core/terms/normalize.ts';
import { normalize } from '../../core/terms/normalize.ts';

/** Texts as sets of pairs of neighbouring characters: what the similarity of near-duplicates is counted on. */

const NO_LETTER_OR_DIGIT = /[^\p{L}\p{N}]/gu;

/** A text without what portals change when they copy it: width, case, markup, punctuation, white space. */
export function bareText(text: string, simplifier?: Simplifier): string {
  return bareNormalized(normalize(text, simplifier).text);
}

/** The same of a normalised text. */
export function bareNormalized(text: string): string {
  return text.replace(NO_LETTER_OR_DIGIT, '');
}

/** The sets of one field of all records; the numbers of their shingles follow how rare these are. */
export class ShingleSets {
  private readonly numbers = new Map<number, number>();
  private readonly frequencies: number[] = [];
  private readonly sets: Uint32Array[] = [];

  /** Adds the set of the next record. A text of one character is its own shingle. */
  add(bare: string): void {
    const set = new Set<number>();
    for (let i = 1; i < bare.length; i++) {
      set.add(this.numberOf(bare.charCodeAt(i - 1) * 0x10000 + bare.charCodeAt(i)));
    }
    if (bare.length === 1) set.add(this.numberOf(bare.charCodeAt(0)));
    for (const number of set) this.frequencies[number]!++;
    this.sets.push(Uint32Array.from(set));
  }

  /** All sets, each ascending; the rarest shingle has the least number. */
  finish(): readonly Uint32Array[] {
    const { frequencies } = this;
    const byRarity = frequencies.map((_, number) => number);
    byRarity.sort((a, b) => frequencies[a]! - frequencies[b]! || a - b);
    const places = new Uint32Array(byRarity.length);
    for (const [place, number] of byRarity.entries()) places[number] = place;
    return this.sets.map((set) => set.map((number) => places[number]!).sort());
  }

  private numberOf(shingle: number): number {
    let number = this.numbers.get(shingle);
    if (number === undefined) {
      number = this.frequencies.length;
      this.numbers.set(shingle, number);
      this.frequencies.push(0);
    }
    return number;
  }
}

/** Members that two ascending sets share. */
export function countShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}
