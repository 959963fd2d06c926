const FIRST_SLOTS = 256;
/** 2³² divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
const SPREAD = 0x9e3779b1;
const UNIT = 0x10000;

/** Terms and their numbers, by the order of UTF-16 units of the terms. */
export interface SortedTerms {
  readonly terms: readonly string[];
  readonly numbers: Uint32Array;
}

/**
 * Numbers the different terms that are shown to it. Most terms are one or two UTF-16 units: these are kept as one
 * integer in an open hash table, which takes a third of the time of a Map of strings to find them and to sort them.
 */
export class TermIds {
  /** Units of a short term, the second 0 where there is none; 0 for a free slot. */
  private codes = new Uint32Array(FIRST_SLOTS);
  private numbers = new Uint32Array(FIRST_SLOTS);
  private shift = Math.clz32(FIRST_SLOTS - 1);
  private shortCount = 0;
  private readonly long = new Map<string, number>();

  get size(): number {
    return this.shortCount + this.long.size;
  }

  /** The number of a term; `next` for one that was never seen, which has that number from now on. */
  number(term: string, next: number): number {
    const code = codeOf(term);
    if (code === 0) {
      const known = this.long.get(term);
      if (known === undefined) this.long.set(term, next);
      return known ?? next;
    }
    const slot = this.slotOf(code);
    if (this.codes[slot] === code) return this.numbers[slot]!;
    this.codes[slot] = code;
    this.numbers[slot] = next;
    if (++this.shortCount * 2 > this.codes.length) this.grow();
    return next;
  }

  /** All terms. */
  sorted(): SortedTerms {
    const codes = this.codes.filter((code) => code !== 0).sort();
    const long = [...this.long.keys()].sort();
    const terms: string[] = [];
    const numbers = new Uint32Array(this.size);
    let s = 0;
    for (const term of long) {
      // A short term that is the beginning of a long one stands before it.
      const limit = beginning(term);
      while (s < codes.length && codes[s]! <= limit) this.take(codes[s++]!, terms, numbers);
      numbers[terms.length] = this.long.get(term)!;
      terms.push(term);
    }
    while (s < codes.length) this.take(codes[s++]!, terms, numbers);
    return { terms, numbers };
  }

  private take(code: number, terms: string[], numbers: Uint32Array): void {
    numbers[terms.length] = this.numbers[this.slotOf(code)]!;
    const [first, second] = [code >>> 16, code & (UNIT - 1)];
    terms.push(second === 0 ? String.fromCharCode(first) : String.fromCharCode(first, second));
  }

  /** Where a code is, or would be. */
  private slotOf(code: number): number {
    const { codes } = this;
    const mask = codes.length - 1;
    let slot = Math.imul(code, SPREAD) >>> this.shift;
    while (codes[slot] !== 0 && codes[slot] !== code) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { codes, numbers } = this;
    this.codes = new Uint32Array(codes.length * 2);
    this.numbers = new Uint32Array(codes.length * 2);
    this.shift--;
    for (let i = 0; i < codes.length; i++) {
      if (codes[i] === 0) continue;
      const slot = this.slotOf(codes[i]!);
      this.codes[slot] = codes[i]!;
      this.numbers[slot] = numbers[i]!;
    }
  }
}

/** A term of one or two units as an integer; 0 for others, among them those with the unit 0. */
function codeOf(term: string): number {
  if (term.length === 1) return term.charCodeAt(0) * UNIT;
  if (term.length !== 2) return 0;
  const [first, second] = [term.charCodeAt(0), term.charCodeAt(1)];
  return first === 0 || second === 0 ? 0 : first * UNIT + second;
}

/** The greatest code of a short term that stands before a long one. */
function beginning(term: string): number {
  return (term.length > 0 ? term.charCodeAt(0) : 0) * UNIT + (term.length > 1 ? term.charCodeAt(1) : 0);
}
