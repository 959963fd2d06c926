import { last, ranges, type Steps } from '../../base/steps.ts';
import { codeOf } from '../terms/term-code.ts';
import type { VocabularyBuilder } from './vocabulary.ts';

const FIRST_SLOTS = 256;
/** 2³² divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
const SPREAD = 0x9e3779b1;
const UNIT = 0x10000;
/** Terms written between two turns. */
const TERMS_A_TURN = 8192;

/**
 * Numbers the different terms that are shown to it. Most terms are one or two UTF-16 units: these are kept as one
 * integer in an open hash table, which takes a third of the time of a Map of strings to find them and to sort them.
 */
export class TermIds {
  /** Two entries a slot: the units of a short term, the second 0 where there is none, or 0 for a free slot; its number. */
  private slots = new Uint32Array(2 * FIRST_SLOTS);
  private shift = Math.clz32(FIRST_SLOTS - 1);
  private shortCount = 0;
  private readonly long = new Map<string, number>();

  get size(): number {
    return this.shortCount + this.long.size;
  }

  /** The number of a term; that of a new one is how many there were before it. */
  number(term: string): number {
    const code = codeOf(term);
    if (code !== 0) return this.numberOfCode(code);
    const known = this.long.get(term);
    if (known !== undefined) return known;
    const next = this.size;
    this.long.set(term, next);
    return next;
  }

  /** The same of a short term, by its code. */
  numberOfCode(code: number): number {
    const at = this.placeOf(code);
    if (this.slots[at] === code) return this.slots[at + 1]!;
    const next = this.size;
    this.slots[at] = code;
    this.slots[at + 1] = next;
    if (++this.shortCount * 4 > this.slots.length) this.grow();
    return next;
  }

  /**
   * Writes all terms into a vocabulary by the order of their units.
   * @param mark unit that is put before each.
   * @returns the id of each number.
   */
  writeSorted(vocabulary: VocabularyBuilder, mark: number): Uint32Array {
    return last(this.writeSortedSteps(vocabulary, mark));
  }

  /** The same in steps. */
  *writeSortedSteps(vocabulary: VocabularyBuilder, mark: number): Steps<Uint32Array> {
    const ids = new Uint32Array(this.size);
    const codes = this.codes().sort();
    let s = 0;
    const writeShort = (most: number) => {
      for (; s < codes.length && codes[s]! <= most; s++) {
        const code = codes[s]!;
        vocabulary.push(mark);
        vocabulary.push(code >>> 16);
        if (code % UNIT !== 0) vocabulary.push(code % UNIT);
        ids[this.slots[this.placeOf(code) + 1]!] = vocabulary.end();
      }
    };
    const writeLong = (term: string) => {
      // A short term that is the beginning of a long one stands before it.
      writeShort(beginning(term));
      vocabulary.push(mark);
      for (let i = 0; i < term.length; i++) vocabulary.push(term.charCodeAt(i));
      ids[this.long.get(term)!] = vocabulary.end();
    };
    yield 0;
    for (const terms of this.longByFirst()) {
      // The short terms before them, some at a time.
      for (const [, end] of ranges(codes.length, TERMS_A_TURN)) {
        if (end <= s) continue;
        const most = Math.min(codes[end - 1]!, beginning(terms[0]!.charAt(0)));
        writeShort(most);
        yield 0;
        if (most < codes[end - 1]!) break;
      }
      for (const [start, end] of ranges(terms.sort().length, TERMS_A_TURN)) {
        for (let i = start; i < end; i++) writeLong(terms[i]!);
        yield 0;
      }
    }
    for (const [, end] of ranges(codes.length, TERMS_A_TURN)) {
      writeShort(codes[end - 1]!);
      yield 0;
    }
    return ids;
  }

  /** The long terms by their first units, ascending: to sort all at once would take long. */
  private longByFirst(): string[][] {
    const by = new Map<number, string[]>();
    for (const term of this.long.keys()) {
      const first = term.length > 0 ? term.charCodeAt(0) : 0;
      const terms = by.get(first);
      if (terms === undefined) by.set(first, [term]);
      else terms.push(term);
    }
    return [...by.keys()].sort((a, b) => a - b).map((first) => by.get(first)!);
  }

  private codes(): Uint32Array {
    const codes = new Uint32Array(this.shortCount);
    for (let at = 0, i = 0; at < this.slots.length; at += 2) {
      if (this.slots[at] !== 0) codes[i++] = this.slots[at]!;
    }
    return codes;
  }

  /** Where the slot of a code begins, or would. */
  private placeOf(code: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let at = (Math.imul(code, SPREAD) >>> this.shift) * 2;
    while (slots[at] !== 0 && slots[at] !== code) at = (at + 2) & mask;
    return at;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Uint32Array(old.length * 2);
    this.shift--;
    for (let i = 0; i < old.length; i += 2) {
      if (old[i] === 0) continue;
      const at = this.placeOf(old[i]!);
      this.slots[at] = old[i]!;
      this.slots[at + 1] = old[i + 1]!;
    }
  }
}

/** The greatest code of a short term that stands before a long one. */
function beginning(term: string): number {
  return (term.length > 0 ? term.charCodeAt(0) : 0) * UNIT + (term.length > 1 ? term.charCodeAt(1) : 0);
}
