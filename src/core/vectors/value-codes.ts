/** Most codes of one byte: the others mean something else where rows are kept. */
export const MOST_CODES = 254;
/** The code of values that have none. */
export const NO_CODE = 255;

/** Values counted of one signal. More would choose nearly the same codes. */
const MOST_COUNTED = 1 << 16;
const SLOTS = 1024;
/** 2³² divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
const SPREAD = 0x9e3779b1 | 0;
const SHIFT = Math.clz32(SLOTS - 1);

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** How often 32-bit floats occur. */
export class ValueCounts {
  private readonly counts = new Map<number, number>();

  /** Counts some of so many values, evenly spaced. */
  addSome(size: number, value: (index: number) => number): void {
    const step = Math.ceil(size / MOST_COUNTED);
    for (let i = 0; i < size; i += step) {
      const one = value(i);
      if (one > 0) this.counts.set(one, (this.counts.get(one) ?? 0) + 1);
    }
  }

  /** The most frequent ones, those as frequent as others in ascending order. */
  top(most: number): number[] {
    return [...this.counts]
      .sort(([a, often], [b, rarely]) => rarely - often || a - b)
      .slice(0, most)
      .map(([value]) => value);
  }
}

/** The codes of some 32-bit floats above 0, found by their bits. */
export class ValueCodes {
  private readonly keys = new Int32Array(SLOTS);
  private readonly codes = new Uint8Array(SLOTS);

  /** @param first code of the first of them; at most {@link MOST_CODES} in all. */
  constructor(values: readonly number[], first: number) {
    values.forEach((value, i) => {
      const slot = this.slotOf(value);
      this.keys[slot] = bits[0]!;
      this.codes[slot] = first + i;
    });
  }

  /** {@link NO_CODE} for others. */
  code(value: number): number {
    const slot = this.slotOf(value);
    return this.keys[slot] === 0 ? NO_CODE : this.codes[slot]!;
  }

  /** Leaves the bits of the value where they can be read. */
  private slotOf(value: number): number {
    float[0] = value;
    const key = bits[0]!;
    let slot = Math.imul(key, SPREAD) >>> SHIFT;
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & (SLOTS - 1);
    return slot;
  }
}
