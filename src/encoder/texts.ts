/** Texts in two arrays: made one by one when they are asked for, since there are some hundred thousand of them. */
export class Texts {
  /** How many texts there are. */
  readonly size: number;
  /** Where each begins in the units, and where the last ends. */
  protected readonly starts: Uint32Array;

  /**
   * @param units UTF-16 units of all texts, one behind another.
   * @param lengths of the texts in units.
   * @throws RangeError where the lengths do not add up to the units.
   */
  constructor(
    protected readonly units: Uint16Array,
    lengths: Uint8Array,
  ) {
    this.size = lengths.length;
    this.starts = startsOf(lengths, units.length);
  }

  /** A text by its number. */
  text(i: number): string {
    return String.fromCharCode(...this.units.subarray(this.starts[i]!, this.starts[i + 1]!));
  }
}

/**
 * Where each of several pieces begins that lie one behind another, and where the last ends.
 * @throws RangeError where their lengths do not add up to `total`.
 */
export function startsOf(lengths: Uint8Array | Uint16Array, total: number): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  let sum = 0;
  for (let i = 0; i < lengths.length; i++) {
    sum += lengths[i]!;
    starts[i + 1] = sum;
  }
  if (sum !== total) throw new RangeError(`lengths that add up to ${total}`);
  return starts;
}
