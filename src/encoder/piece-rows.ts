import { startsOf } from './texts.ts';

/** Bits that a code has at most. */
const MOST_BITS = 12;
const TABLE = 1 << MOST_BITS;
/** Steps of a number in a row. */
export const STEPS = 64;

/** The rows of the pieces as they lie in the file. */
export interface PackedRows {
  /** Codes of all rows, the first bit of a byte first; each row begins with a byte. */
  readonly bytes: Uint8Array;
  /** Bytes of each row. */
  readonly lengths: Uint16Array;
  /** To which group a row belongs: each has steps and codes of its own. */
  readonly groups: Uint8Array;
  /** {@link STEPS} a group: how many bits the code of a step has; 0 for a step that is not there. */
  readonly codeLengths: Uint8Array;
  /** A number is `low + step × scale` of its group. */
  readonly scales: Float32Array;
  readonly lows: Float32Array;
}

/**
 * The vectors of the pieces, each unpacked when it is asked for: canonical Huffman codes of 64 steps, a code for every
 * group of rows. They take a third of what bytes take, in the file and in memory, and a row is unpacked in microseconds.
 */
export class PieceRows {
  private readonly starts: Uint32Array;
  /** By group and the next bits: step × 16 + bits of its code. */
  private readonly tables: Uint16Array;
  private readonly values: Float32Array;

  /**
   * @param width numbers of a row.
   * @throws RangeError where lengths do not add up, a row is of no group, or codes are no complete prefix code.
   */
  constructor(
    private readonly packed: PackedRows,
    private readonly width: number,
  ) {
    const { bytes, lengths, groups, codeLengths, scales, lows } = packed;
    this.starts = startsOf(lengths, bytes.length);
    if (groups.some((group) => group >= scales.length)) throw new RangeError('rows of known groups');
    this.tables = new Uint16Array(scales.length * TABLE);
    this.values = new Float32Array(scales.length * STEPS);
    for (let group = 0; group < scales.length; group++) {
      const lengths = codeLengths.subarray(group * STEPS, (group + 1) * STEPS);
      fillTable(lengths, this.tables.subarray(group * TABLE, (group + 1) * TABLE));
      for (let step = 0; step < STEPS; step++) {
        this.values[group * STEPS + step] = Math.fround(scales[group]! * step) + lows[group]!;
      }
    }
  }

  /** Writes the vector of a piece. Beyond the end of the bytes there are zeros. */
  read(piece: number, out: Float32Array, at: number): void {
    const { bytes, groups } = this.packed;
    const table = groups[piece]! * TABLE;
    const value = groups[piece]! * STEPS;
    let next = this.starts[piece]!;
    let bits = 0;
    let count = 0;
    for (let i = 0; i < this.width; i++) {
      for (; count < MOST_BITS; count += 8) bits = (bits << 8) | (bytes[next++] ?? 0);
      const code = this.tables[table + ((bits >>> (count - MOST_BITS)) & (TABLE - 1))]!;
      count -= code & 15;
      out[at + i] = this.values[value + (code >>> 4)]!;
    }
  }
}

/** Which step the next bits are: codes ascend by length, then by step. */
function fillTable(lengths: Uint8Array, table: Uint16Array): void {
  let at = 0;
  for (let bits = 1; bits <= MOST_BITS; bits++) {
    for (let step = 0; step < STEPS; step++) {
      if (lengths[step] !== bits) continue;
      const end = at + (TABLE >>> bits);
      table.fill((step << 4) | bits, at, end);
      at = end;
    }
  }
  if (at !== TABLE || lengths.some((bits) => bits > MOST_BITS))
    throw new RangeError('a complete code of steps');
}
