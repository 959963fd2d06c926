/** Most codes of one byte: the others mean something else where rows are kept. */
export const MOST_CODES = 254;
/** The code of values that have none. */
export const NO_CODE = 255;

/** Records whose values are counted. More would choose nearly the same codes. */
const MOST_SAMPLED = 1024;
const SLOTS = 1024;
/** 2³² divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
const SPREAD = 0x9e3779b1 | 0;
const SHIFT = Math.clz32(SLOTS - 1);

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** Which of so many rows have their values counted: evenly spaced ones, so that it is the same whoever counts them. */
export function sampledRows(rowCount: number): Uint32Array {
  const step = Math.max(1, Math.ceil(rowCount / MOST_SAMPLED));
  return Uint32Array.from({ length: Math.ceil(rowCount / step) }, (_, i) => i * step);
}

/** How often 32-bit floats above 0 occur. */
export class ValueCounts {
  /** By value. */
  readonly counts = new Map<number, number>();

  /** @param often how many times the value is counted. */
  add(value: number, often = 1): void {
    if (value > 0) this.counts.set(value, (this.counts.get(value) ?? 0) + often);
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
