import { last, ranges, type Steps, touchSteps } from '../../base/steps.ts';
import { GrowableUint16, GrowableUint32 } from './growable.ts';

/** Different terms, ascending. */
export interface Terms {
  /** UTF-16 units of all terms, one after the other. */
  readonly pool: Uint16Array;
  /** Where each term begins in `pool`; one more entry than terms. */
  readonly offsets: Uint32Array;
}

/**
 * Term ↔ integer id in four flat arrays, so that a saved vocabulary is used as it lies in the file.
 * Ids follow the order of UTF-16 units: the same terms have the same ids however they were collected.
 */
export interface VocabularyArrays extends Terms {
  /** Open-addressing hash table: id + 1, or 0 for an empty slot. Its length is a power of two. */
  readonly slots: Uint32Array;
}

/** Terms hashed between two turns. */
const TERMS_A_TURN = 1 << 13;
/** UTF-16 units decoded in one call. */
const PIECE = 4096;

/** A frozen vocabulary. */
export class Vocabulary {
  readonly size: number;
  readonly arrays: VocabularyArrays;

  constructor(arrays: VocabularyArrays) {
    this.arrays = arrays;
    this.size = arrays.offsets.length - 1;
  }

  /** The id of a term, or -1. @param prefix what the term begins with, so that it need not be put before it. */
  id(term: string, prefix = ''): number {
    return this.idOf(term, prefix, termHash(term, prefix));
  }

  /** The same by the hash of the term, for one that is looked up in several vocabularies. */
  idOf(term: string, prefix: string, hash: number): number {
    const { slots } = this.arrays;
    const mask = slots.length - 1;
    const start = hash & mask;
    for (let slot = start; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const id = slots[slot]! - 1;
      if (this.holds(id, term, prefix)) return id;
    }
    return -1;
  }

  /** The term of an id in [0, size). */
  term(id: number): string {
    const { pool, offsets } = this.arrays;
    const end = offsets[id + 1]!;
    let term = '';
    // In pieces, because a call takes only so many arguments and a term may be a pasted book without a space.
    for (let at = offsets[id]!; at < end; at += PIECE) {
      term += String.fromCharCode(...pool.subarray(at, Math.min(end, at + PIECE)));
    }
    return term;
  }

  /** The first id whose term is not less than the given text: where a prefix begins. */
  lowerBound(text: string): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.term(middle) < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private holds(id: number, term: string, prefix: string): boolean {
    const { pool, offsets } = this.arrays;
    const start = offsets[id]!;
    const from = start + prefix.length;
    if (offsets[id + 1]! - from !== term.length) return false;
    for (let i = 0; i < term.length; i++) if (pool[from + i] !== term.charCodeAt(i)) return false;
    for (let i = 0; i < prefix.length; i++) if (pool[start + i] !== prefix.charCodeAt(i)) return false;
    return true;
  }
}

/** Takes distinct terms in ascending order of UTF-16 units, each unit by unit, and freezes them. */
export class VocabularyBuilder {
  private readonly pool = new GrowableUint16();
  private readonly offsets = new GrowableUint32();

  constructor() {
    this.offsets.push(0);
  }

  /** Adds a unit to the term that is being written. */
  push(unit: number): void {
    this.pool.push(unit);
  }

  /** Ends the term, and gives its id. */
  end(): number {
    this.offsets.push(this.pool.length);
    return this.offsets.length - 2;
  }

  /** The terms alone, without what finds them. */
  terms(): Terms {
    return { pool: this.pool.finish(), offsets: this.offsets.finish() };
  }

  finish(): Vocabulary {
    return last(this.finishSteps());
  }

  /** The same in steps. */
  *finishSteps(): Steps<Vocabulary> {
    const pool = yield* this.pool.finishSteps();
    const offsets = yield* this.offsets.finishSteps();
    const size = offsets.length - 1;
    const slots = yield* touchSteps(new Uint32Array(slotCount(size)));
    for (const [start, end] of ranges(size, TERMS_A_TURN)) {
      fillSlots({ pool, offsets, slots }, start, end);
      yield 0;
    }
    return new Vocabulary({ pool, offsets, slots });
  }
}

/** Slots of the hash table of so many terms: half-empty ones keep probe runs short. */
export function slotCount(size: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, size * 2)));
}

/** Puts the terms from `start` to `end` into the hash table. */
function fillSlots({ pool, offsets, slots }: VocabularyArrays, start: number, end: number): void {
  for (let id = start; id < end; id++) {
    let hash = FNV_START;
    for (let i = offsets[id]!; i < offsets[id + 1]!; i++) hash = rolledUnit(pool[i]!, hash);
    let slot = mixed(hash) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = id + 1;
  }
}

/** The hash of a term that begins with a prefix. */
export function termHash(term: string, prefix: string): number {
  return mixed(rolled(term, rolled(prefix, FNV_START)));
}

const FNV_START = 0x811c9dc5;

/** A 32-bit FNV-1a hash, carried on over one UTF-16 unit. */
function rolledUnit(unit: number, from: number): number {
  return Math.imul(from ^ unit, 0x01000193);
}

/** The same, over the units of a text. */
function rolled(text: string, from: number): number {
  let h = from;
  for (let i = 0; i < text.length; i++) h = rolledUnit(text.charCodeAt(i), h);
  return h;
}

/** FNV's low bits mix worst, and the low bits choose the slot. */
function mixed(h: number): number {
  return (h ^ (h >>> 15)) >>> 0;
}
