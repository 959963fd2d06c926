/** Numbers as Lucene keeps and writes them. */

const bits = new DataView(new ArrayBuffer(4));

/** Smallest weight of a feature: the smallest normal float. */
export const SMALLEST = 1.17549435e-38;

/** A feature's value as it is found again: sign, exponent and eight bits of the mantissa, cut down. */
export function kept(value: number): number {
  bits.setFloat32(0, value);
  bits.setInt32(0, (bits.getInt32(0) >> 15) << 15);
  return bits.getFloat32(0);
}

/** A float as it stands in JSON: the shortest decimals that give it again. As a double it is another number. */
export function asWritten(float: number): number {
  for (let digits = 1; digits <= 9; digits++) {
    const written = Number(float.toPrecision(digits));
    if (Math.fround(written) === float) return written;
  }
  return float;
}
