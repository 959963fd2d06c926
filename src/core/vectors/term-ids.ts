import { last, ranges, type Steps } from '../../base/steps.ts';
import { codeOf } from '../terms/term-code.ts';
import type { VocabularyBuilder } from './vocabulary.ts';

/** Tables of short terms, by the high bits of their hash: one that grows moves all that it has. A power of two. */
const TABLE_BITS = 4;
const FIRST_SLOTS = 32;
/** 2³² divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
const SPREAD = 0x9e3779b1;
const UNIT = 0x10000;
const MOST_CODE = 0xffffffff;
/** Terms written between two turns. */
const TERMS_A_TURN = 8192;
/** Slots looked at between two turns. */
const SLOTS_A_TURN = 1 << 17;
/** Most terms that are sorted at once. */
const SORTED_AT_ONCE = 4096;
/** Maps of long terms, by the low bits of their first unit: one that grows moves all that it has. A power of two. */
const LONG_MAPS = 64;

/**
 * Numbers the different terms that are shown to it. Most terms are one or two UTF-16 units: these are kept as one
 * integer in an open hash table, which takes a third of the time of a Map of strings to find them and to sort them.
 */
export class TermIds {
  private readonly short: (ShortTerms | undefined)[] = [];
  private shortCount = 0;
  private readonly long: (Map<string, number> | undefined)[] = [];
  private longCount = 0;

  get size(): number {
    return this.shortCount + this.longCount;
  }

  /** The number of a term; that of a new one is how many there were before it. */
  number(term: string): number {
    const code = codeOf(term);
    if (code !== 0) return this.numberOfCode(code);
    const next = this.size;
    const place = firstUnit(term) % LONG_MAPS;
    let numbers = this.long[place];
    if (numbers === undefined) {
      numbers = new Map();
      this.long[place] = numbers;
    }
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, next);
    this.longCount++;
    return next;
  }

  /** The same of a short term, by its code. */
  numberOfCode(code: number): number {
    const next = this.size;
    const place = tableOf(code);
    let table = this.short[place];
    if (table === undefined) {
      table = new ShortTerms();
      this.short[place] = table;
    }
    const number = table.number(code, next);
    if (number === next) this.shortCount++;
    return number;
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
    const codes = yield* this.sortedCodesSteps();
    let s = 0;
    const writeShort = (most: number) => {
      for (; s < codes.length && codes[s]! <= most; s++) {
        const code = codes[s]!;
        vocabulary.push(mark);
        vocabulary.push(code >>> 16);
        if (code % UNIT !== 0) vocabulary.push(code % UNIT);
        ids[this.short[tableOf(code)]!.numberOf(code)] = vocabulary.end();
      }
    };
    const writeLong = (term: string) => {
      // A short term that is the beginning of a long one stands before it.
      writeShort(beginning(term));
      vocabulary.push(mark);
      for (let i = 0; i < term.length; i++) vocabulary.push(term.charCodeAt(i));
      ids[this.long[firstUnit(term) % LONG_MAPS]!.get(term)!] = vocabulary.end();
    };
    let written = 0;
    /** The short terms up to a code, some at a time. */
    function* writeShortSteps(most: number): Steps<void> {
      while (s < codes.length && codes[s]! <= most) {
        const end = Math.min(codes.length, s + TERMS_A_TURN);
        writeShort(Math.min(most, codes[end - 1]!));
        if (s === end) yield 0;
      }
    }
    for (const terms of yield* this.longByFirstSteps()) {
      yield* writeShortSteps(beginning(terms[0]!.charAt(0)));
      yield* sortSteps(terms);
      for (const term of terms) {
        writeLong(term);
        if (++written % TERMS_A_TURN === 0) yield 0;
      }
    }
    yield* writeShortSteps(MOST_CODE);
    return ids;
  }

  /** The long terms by their first units, ascending: to sort all at once would take long. */
  private *longByFirstSteps(): Steps<string[][]> {
    const by = new Map<number, string[]>();
    let count = 0;
    for (const numbers of this.long) {
      for (const term of numbers?.keys() ?? []) {
        const first = firstUnit(term);
        const terms = by.get(first);
        if (terms === undefined) by.set(first, [term]);
        else terms.push(term);
        if (++count % TERMS_A_TURN === 0) yield 0;
      }
    }
    return [...by.keys()].sort((a, b) => a - b).map((first) => by.get(first)!);
  }

  /** The short terms in their order: by their first units, then those of each, at most as many as there are units. */
  private *sortedCodesSteps(): Steps<Uint32Array> {
    if (this.shortCount <= SORTED_AT_ONCE) return this.codes().sort();
    const ends = new Uint32Array(UNIT + 1);
    for (const table of this.short) {
      const slots = table?.slots ?? NO_SLOTS;
      for (let at = 0; at < slots.length; at += 2) if (slots[at] !== 0) ends[(slots[at]! >>> 16) + 1]!++;
      yield 0;
    }
    for (let first = 0; first < UNIT; first++) ends[first + 1]! += ends[first]!;
    const codes = new Uint32Array(this.shortCount);
    for (const table of this.short) {
      const slots = table?.slots ?? NO_SLOTS;
      for (const [start, end] of ranges(slots.length, SLOTS_A_TURN)) {
        for (let at = start; at < end; at += 2) {
          const code = slots[at]!;
          if (code !== 0) codes[ends[code >>> 16]!++] = code;
        }
        yield 0;
      }
    }
    // Each end has moved on to where the next one begins.
    for (let first = 0, start = 0, sorted = 0; first < UNIT; first++) {
      const end = ends[first]!;
      if (end - start > 1) codes.subarray(start, end).sort();
      sorted += end - start;
      start = end;
      if (sorted < TERMS_A_TURN) continue;
      sorted = 0;
      yield 0;
    }
    return codes;
  }

  private codes(): Uint32Array {
    const codes = new Uint32Array(this.shortCount);
    let i = 0;
    for (const table of this.short) {
      const slots = table?.slots ?? NO_SLOTS;
      for (let at = 0; at < slots.length; at += 2) if (slots[at] !== 0) codes[i++] = slots[at]!;
    }
    return codes;
  }
}

/** Which table holds a code. */
function tableOf(code: number): number {
  return Math.imul(code, SPREAD) >>> (32 - TABLE_BITS);
}

const NO_SLOTS = new Uint32Array(0);

/** The numbers of some short terms, in an open hash table. */
class ShortTerms {
  /** Two entries a slot: the code of a term, or 0 for a free slot; its number. */
  slots = new Uint32Array(2 * FIRST_SLOTS);
  private shift = Math.clz32(FIRST_SLOTS - 1);
  private count = 0;

  /** The number of a code, which is `next` for a new one. */
  number(code: number, next: number): number {
    const at = this.placeOf(code);
    if (this.slots[at] === code) return this.slots[at + 1]!;
    this.slots[at] = code;
    this.slots[at + 1] = next;
    if (++this.count * 4 > this.slots.length) this.grow();
    return next;
  }

  /** The number of a code that is known. */
  numberOf(code: number): number {
    return this.slots[this.placeOf(code) + 1]!;
  }

  /** Where the slot of a code begins, or would. */
  private placeOf(code: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    // The highest bits are the same in all of the table.
    let at = ((Math.imul(code, SPREAD) << TABLE_BITS) >>> this.shift) * 2;
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
  return firstUnit(term) * UNIT + (term.length > 1 ? term.charCodeAt(1) : 0);
}

function firstUnit(term: string): number {
  return term.length > 0 ? term.charCodeAt(0) : 0;
}

/** Sorts terms in place by the order of their units: runs, then two of them at a time. */
function* sortSteps(terms: string[]): Steps<void> {
  let from = terms;
  if (terms.length <= SORTED_AT_ONCE) {
    terms.sort();
    return;
  }
  for (const [start, end] of ranges(terms.length, SORTED_AT_ONCE)) {
    const run = terms.slice(start, end).sort();
    for (let i = start; i < end; i++) terms[i] = run[i - start]!;
    yield 0;
  }
  let to = new Array<string>(terms.length);
  for (let width = SORTED_AT_ONCE; width < terms.length; width *= 2) {
    for (let start = 0; start < terms.length; start += 2 * width) {
      const middle = Math.min(terms.length, start + width);
      const end = Math.min(terms.length, middle + width);
      for (let a = start, b = middle, at = start; at < end; at++) {
        to[at] = b === end || (a < middle && from[a]! <= from[b]!) ? from[a++]! : from[b++]!;
        if (at % TERMS_A_TURN === 0) yield 0;
      }
    }
    [from, to] = [to, from];
  }
  if (from !== terms) for (let i = 0; i < terms.length; i++) terms[i] = from[i]!;
}
