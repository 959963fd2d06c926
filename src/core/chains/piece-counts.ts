import type { NameList } from '../lexicon/names.ts';
import { isCjkAt } from '../terms/runs.ts';

/** A piece of text as a number: the code point of an ideograph, or of a pair of neighbours both. */
export type PieceKey = number;

/** More than any code point. */
const CODE_POINTS = 0x110000;

/** The key of a pair: of two that are one unit each, nearly all, an integer of 32 bits, which is no object. */
export function pairOf(first: number, second: number): PieceKey {
  return (first | second) <= 0xffff ? (first << 16) | second : first * CODE_POINTS + second;
}

function firstOf(pair: PieceKey): number {
  return pair === (pair | 0) ? pair >>> 16 : Math.floor(pair / CODE_POINTS);
}

function secondOf(pair: PieceKey): number {
  return pair === (pair | 0) ? pair & 0xffff : pair % CODE_POINTS;
}

/** The last unit of a piece. */
function lastOf(piece: PieceKey): number {
  return lastUnit(isPair(piece) ? secondOf(piece) : piece);
}

/** Whether a key is that of a pair. */
export function isPair(piece: PieceKey): boolean {
  return piece < 0 || piece >= CODE_POINTS;
}

/** What an entry counts for a chain, by strength. */
const STRENGTH_COUNTS = [0, 0.3, 0.8, 1] as const;
/** Sweeps over the names before all pieces are counted at once: that takes as long as some dozens of them. */
const SWEEPS = 8;

/**
 * How often pieces stand in the names of a lexicon, by class: a class for each chain, and one more for words of no
 * chain. The pieces of the first texts are counted in sweeps over the names, so that one text costs little; then those of
 * all names at once. Either way a row is summed in the order of the names, to the same bits.
 */
export class PieceCounts {
  /** Names of each class that hold an ideograph, by what they count. */
  readonly totals: Float64Array;
  private readonly names: NameList;
  private readonly classes: Classes;
  private sweeps = 0;
  private all: PieceRows | undefined;

  constructor(names: NameList, codes: readonly string[]) {
    this.names = names;
    this.classes = new Classes(names, codes);
    const told = names.totals;
    this.totals =
      told !== undefined && JSON.stringify(told.codes) === JSON.stringify(codes)
        ? Float64Array.from(told.counts)
        : this.sumTotals(codes.length + 1);
  }

  private sumTotals(size: number): Float64Array {
    const totals = new Float64Array(size);
    const { pool, ranges, kindOf } = this.names;
    const { text, starts } = pool;
    for (const [from, to] of ranges) {
      for (let word = from; word < to; word++) {
        if (holdsCjk(text, starts[word]!, starts[word + 1]!)) this.classes.addTo(totals, 0, kindOf(word));
      }
    }
    return totals;
  }

  /** Counts by class of the pieces that are asked for, where they stand in a name. */
  rowsOf(pieces: ReadonlySet<PieceKey>): PieceRows {
    if (this.all !== undefined) return this.all;
    const isSweep = this.sweeps++ < SWEEPS;
    const rows = new PieceRows(this.totals.length, isSweep ? pieces : undefined);
    this.count(rows);
    if (!isSweep) this.all = rows;
    return rows;
  }

  private count(rows: PieceRows): void {
    const { names, classes } = this;
    const { text, starts } = names.pool;
    const { ends } = rows;
    for (const [from, to] of names.ranges) {
      let word = from;
      const end = starts[to]!;
      for (let at = rows.nextEnd(text, starts[from]!); at < end; at = rows.nextEnd(text, at + 1)) {
        while (starts[word + 1]! <= at) word++;
        const start = starts[word]!;
        const begin = pointAt(text, at, start);
        // The first half of a character: it counts with the second.
        if (begin < 0 || !isCjkAt(text, begin)) continue;
        const kind = names.kindOf(word);
        const flags = ends[text.charCodeAt(at)]!;
        const point = text.codePointAt(begin)!;
        if ((flags & SINGLE) !== 0) rows.add(point, classes, kind);
        if ((flags & PAIR) === 0 || begin === start) continue;
        if ((ends[text.charCodeAt(begin - 1)]! & FIRST) === 0) continue;
        const before = pointAt(text, begin - 1, start);
        if (before < 0 || !isCjkAt(text, before)) continue;
        rows.add(pairOf(text.codePointAt(before)!, point), classes, kind);
      }
    }
  }
}

/** Of the last unit of a piece: it ends one that is a single ideograph, it ends a pair, it ends the first of a pair. */
const SINGLE = 1;
const PAIR = 2;
const FIRST = 4;

/** Counts of pieces by class: of those that are wanted, or of all. */
export class PieceRows {
  /** What each unit may end, see {@link SINGLE}. */
  readonly ends: Uint8Array;
  private readonly size: number;
  private readonly wanted: ReadonlySet<PieceKey> | undefined;
  /** By piece: where its row begins. */
  private readonly places = new Map<PieceKey, number>();
  /** The same of single ideographs of one unit, and 1 more; where all pieces are counted. */
  private readonly singles: Int32Array;
  private rows: Float32Array;
  private used = 0;
  /** Finds the units that end a wanted piece: in a process that has just begun patterns are faster than loops. */
  private readonly anyEnd: RegExp | undefined;

  /** @param size classes. */
  constructor(size: number, wanted: ReadonlySet<PieceKey> | undefined) {
    this.size = size;
    this.wanted = wanted;
    this.rows = new Float32Array(64 * size);
    this.ends = new Uint8Array(0x10000);
    this.singles = new Int32Array(wanted === undefined ? 0x10000 : 0);
    if (wanted === undefined) this.ends.fill(SINGLE | PAIR | FIRST);
    for (const piece of wanted ?? []) {
      this.ends[lastOf(piece)]! |= isPair(piece) ? PAIR : SINGLE;
      if (isPair(piece)) this.ends[lastUnit(firstOf(piece))]! |= FIRST;
    }
    if (wanted !== undefined) {
      const units = new Set([...wanted].map(lastOf));
      const escaped = [...units].map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`);
      this.anyEnd = new RegExp(`[${escaped.join('')}]`, 'g');
    }
  }

  /** The next unit of a text that may end a piece; behind the text where none does. */
  nextEnd(text: string, from: number): number {
    const { anyEnd } = this;
    if (anyEnd === undefined) return from;
    anyEnd.lastIndex = from;
    return anyEnd.test(text) ? anyEnd.lastIndex - 1 : text.length;
  }

  /** Counts of a piece by class; undefined where it stands in no name. */
  get(piece: PieceKey): Float32Array | undefined {
    const place = this.placeOf(piece);
    return place < 0 ? undefined : this.rows.subarray(place, place + this.size);
  }

  /** Counts a piece of a name. */
  add(piece: PieceKey, classes: Classes, kind: number): void {
    let place = this.placeOf(piece);
    if (place < 0) {
      if (this.wanted?.has(piece) === false) return;
      place = this.newRow(piece);
    }
    classes.addTo(this.rows, place, kind);
  }

  private placeOf(piece: PieceKey): number {
    return this.isSingle(piece) ? this.singles[piece]! - 1 : (this.places.get(piece) ?? -1);
  }

  private isSingle(piece: PieceKey): boolean {
    return piece >= 0 && piece < this.singles.length;
  }

  private newRow(piece: PieceKey): number {
    const place = this.used;
    this.used += this.size;
    if (this.used > this.rows.length) {
      const old = this.rows;
      this.rows = new Float32Array(old.length * 2);
      this.rows.set(old);
    }
    if (this.isSingle(piece)) this.singles[piece] = place + 1;
    else this.places.set(piece, place);
    return place;
  }
}

function lastUnit(point: number): number {
  return point > 0xffff ? 0xdc00 + (point & 0x3ff) : point;
}

/** The classes that a name is of, and what it counts in each, by the kind of its entry. */
class Classes {
  private readonly names: NameList;
  private readonly position: ReadonlyMap<string, number>;
  private readonly none: number;
  /** Of the kinds that were asked for: classes and counts, in turn. */
  private readonly known: (readonly number[] | undefined)[] = [];

  constructor(names: NameList, codes: readonly string[]) {
    this.names = names;
    this.position = new Map(codes.map((code, i) => [code, i]));
    this.none = codes.length;
  }

  /** Adds what a name counts to a row. */
  addTo(row: Float32Array | Float64Array, place: number, kind: number): void {
    const pairs = this.known[kind] ?? this.read(kind);
    for (let i = 0; i < pairs.length; i += 2) row[place + pairs[i]!]! += pairs[i + 1]!;
  }

  private read(kind: number): readonly number[] {
    const pairs: number[] = [];
    for (const [code, strength] of Object.entries(this.names.kinds[kind]!)) {
      const at = this.position.get(code);
      if (at !== undefined && strength > 0) pairs.push(at, STRENGTH_COUNTS[strength]);
    }
    if (pairs.length === 0) pairs.push(this.none, 1);
    this.known[kind] = pairs;
    return pairs;
  }
}

/** Where the character begins that ends at a unit; -1 where none ends there. */
function pointAt(text: string, at: number, start: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdfff) return at;
  if (unit < 0xdc00 || at === start) return -1;
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before < 0xdc00 ? at - 1 : -1;
}

function holdsCjk(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isCjkAt(text, at)) return true;
  return false;
}
