/** Bits of a word. */
const WORD = 32;

/**
 * The rows of a collection that are records still: one bit a row. Immutable. Records are counted by position: that of a row
 * is how many live rows lie before it.
 */
export class LiveRows {
  /** Rows, live or not. */
  readonly size: number;
  /** Live rows. */
  readonly count: number;
  /** One bit a row, set for live ones; undefined while all are. */
  readonly bits: Uint32Array | undefined;
  /** Live rows before each word of `bits`. */
  private readonly before: Uint32Array;

  private constructor(size: number, bits: Uint32Array | undefined) {
    this.size = size;
    this.bits = bits;
    this.before = new Uint32Array(bits?.length ?? 0);
    let count = 0;
    bits?.forEach((word, i) => {
      this.before[i] = count;
      count += bitCount(word);
    });
    this.count = bits === undefined ? size : count;
  }

  static all(size: number): LiveRows {
    return new LiveRows(size, undefined);
  }

  has(row: number): boolean {
    return this.bits === undefined || (this.bits[row >>> 5]! & (1 << (row & 31))) !== 0;
  }

  /** The position of a live row. */
  position(row: number): number {
    if (this.bits === undefined) return row;
    const lower = this.bits[row >>> 5]! & ((1 << (row & 31)) - 1);
    return this.before[row >>> 5]! + bitCount(lower);
  }

  /** The row at a position in [0, count). O(log size). */
  row(position: number): number {
    if (this.bits === undefined) return position;
    let low = 0;
    let high = this.before.length;
    // The last word with at most so many live rows before it.
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.before[middle]! <= position) low = middle;
      else high = middle;
    }
    let word = this.bits[low]!;
    for (let left = position - this.before[low]!; left > 0; left--) word &= word - 1;
    return low * WORD + WORD - 1 - Math.clz32(word & -word);
  }

  /** The same without some rows. O(size / 32). */
  without(rows: readonly number[]): LiveRows {
    if (rows.length === 0) return this;
    const bits = this.bits?.slice() ?? allBits(this.size);
    for (const row of rows) bits[row >>> 5]! &= ~(1 << (row & 31));
    return new LiveRows(this.size, bits);
  }

  /** The live rows, ascending. */
  *[Symbol.iterator](): Generator<number> {
    for (let row = 0; row < this.size; row++) if (this.has(row)) yield row;
  }
}

/** So many bits, all set. */
export function allBits(size: number): Uint32Array {
  const bits = new Uint32Array(Math.ceil(size / WORD)).fill(0xffffffff);
  if (size % WORD !== 0) bits[bits.length - 1] = 2 ** (size % WORD) - 1;
  return bits;
}

/** Set bits of 32 (Warren, Hacker's Delight, 2nd edition, 5-1). */
function bitCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  n = (n + (n >>> 4)) & 0x0f0f0f0f;
  return Math.imul(n, 0x01010101) >>> 24;
}
