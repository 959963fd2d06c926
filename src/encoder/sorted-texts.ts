import { Texts } from './texts.ts';

/** Units that a text may begin with. */
const UNITS = 0x10000;

/**
 * Different texts in ascending order of their UTF-16 units, in two arrays. {@link first} and {@link next} walk along a
 * text of the caller's and narrow down which of them begin so: no more than some 20 steps a unit, and no table of
 * prefixes.
 */
export class SortedTexts extends Texts {
  /** Number of the first text that begins with a unit or a greater one. */
  private readonly begins: Uint32Array;
  private low = 0;
  private high = 0;
  private depth = 0;

  /**
   * @param units of all texts, one behind another.
   * @param lengths of the texts in units, each at least 1; their sum is that of the units.
   * @throws RangeError where this does not hold, or where a text does not stand behind all lesser ones.
   */
  constructor(units: Uint16Array, lengths: Uint8Array) {
    super(units, lengths);
    this.begins = new Uint32Array(UNITS + 1);
    for (let i = 0; i < this.size; i++) {
      if (lengths[i] === 0 || (i > 0 && !this.ascends(i))) throw new RangeError('texts in ascending order');
      this.begins[units[this.starts[i]!]! + 1]!++;
    }
    for (let unit = 0; unit < UNITS; unit++) this.begins[unit + 1]! += this.begins[unit]!;
  }

  /** Begins a walk with its first unit; whether any text begins so. */
  first(unit: number): boolean {
    this.low = this.begins[unit]!;
    this.high = this.begins[unit + 1]!;
    this.depth = 1;
    return this.low < this.high;
  }

  /** Goes on by one unit; whether any text begins so. Only while the step before found one. */
  next(unit: number): boolean {
    this.low = this.lowerBound(unit);
    this.high = this.lowerBound(unit + 1);
    this.depth++;
    return this.low < this.high;
  }

  /** Number of the text that is just what was walked; -1 where there is none. The least of its range, if any. */
  get found(): number {
    const { low } = this;
    return low < this.high && this.starts[low + 1]! - this.starts[low]! === this.depth ? low : -1;
  }

  /** Number of the first text of the range that goes on with this unit or a greater one. */
  private lowerBound(unit: number): number {
    let low = this.low;
    let high = this.high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const at = this.starts[middle]! + this.depth;
      // A text that ends here stands before all that go on.
      if (at === this.starts[middle + 1]! || this.units[at]! < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private ascends(i: number): boolean {
    const [before, at, end] = [this.starts[i - 1]!, this.starts[i]!, this.starts[i + 1]!];
    for (let k = 0; at + k < end; k++) {
      if (before + k === at) return true;
      const difference = this.units[at + k]! - this.units[before + k]!;
      if (difference !== 0) return difference > 0;
    }
    return false;
  }
}
