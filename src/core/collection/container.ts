import { CuoheError, type ErrorCode } from '../../base/errors.ts';
import { blocksOf } from './checksum.ts';

/**
 * The container of a saved index, and of other data of its kind: one buffer of named typed arrays with a JSON head.
 *
 *     0  8 bytes   magic, by the kind
 *     8  uint32    format version
 *    12  uint32    length of the head in bytes
 *    16  float64   length of the whole buffer in bytes
 *    24  2×uint32  checks of the checks of all blocks
 *    32  2×uint32  checks of the head
 *    40  2×uint32  checks of bytes 0 to 39
 *    48  head      JSON, UTF-8, padded with spaces to 8 bytes
 *        sections  one after the other as the head lists them, each padded with zeros to 8 bytes
 *        checks    2×uint32 for each block of 64 kB of each section
 *
 * A block belongs to one section. Every byte belongs to the beginning, the head, a block or the checks of these, each of
 * which has checks (`checksum.ts`). So what is always seen, wherever it is: any burst of up to 32 bits, any two flipped bits,
 * any odd number of them outside of the last 8 bytes of the beginning, and whatever happened to one or two words of 4 bytes of
 * each part. Other damage of a part escapes once in 2⁶⁴.
 *
 * Numbers are little-endian, as typed arrays are on every platform that runs JavaScript engines in practice.
 */
export const HEAD_START = 48;
/** Where the checks of blocks, of the head, and of the beginning stand. */
export const [BLOCKS_CHECKED, HEAD_CHECKED, CHECKED] = [24, 32, 40] as const;
const ALIGNMENT = 8;

/** What a container holds. */
export interface ContainerKind {
  /** Its first bytes: 8 ASCII characters. */
  readonly magic: string;
  /** Its name in errors: 'saved index'. */
  readonly name: string;
  /** Code of the error where it cannot be read. */
  readonly code: ErrorCode;
}
export const SAVED_INDEX: ContainerKind = {
  magic: 'CUOHEIDX',
  name: 'saved index',
  code: 'SAVED_INDEX_UNREADABLE',
};

export const ARRAY_TYPES = {
  Int8Array,
  Uint8Array,
  Uint16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
} as const;
/** Name of one of these types. */
export type TypeName = keyof typeof ARRAY_TYPES;
/** The array of a type. */
export type ArrayOf<N extends TypeName> = Extract<SectionArray, { readonly [Symbol.toStringTag]: N }>;

/** A section: any of the typed arrays that the container knows. */
export type SectionArray =
  | Int8Array
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;

/** What the head says of a section. */
export interface SectionEntry {
  readonly name: string;
  readonly type: TypeName;
  /** In bytes, from the end of the head. */
  readonly start: number;
  /** In numbers. */
  readonly length: number;
}

/** A length with its padding. */
export function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

/** Bytes of a section with its padding. */
export function bytesOf({ type, length }: Pick<SectionEntry, 'type' | 'length'>): number {
  return aligned(length * ARRAY_TYPES[type].BYTES_PER_ELEMENT);
}

/** Bytes of all sections. */
export function bytesOfAll(entries: readonly SectionEntry[]): number {
  return entries.reduce((sum, entry) => sum + bytesOf(entry), 0);
}

/** Blocks of all sections. */
export function blocksOfAll(entries: readonly SectionEntry[]): number {
  return entries.reduce((sum, entry) => sum + blocksOf(bytesOf(entry)), 0);
}

/** Whether bytes lie so that arrays of any type can be views of them. */
export function isAligned(byteOffset: number): boolean {
  return byteOffset % ALIGNMENT === 0;
}

/** The words of some of the bytes; both places are multiples of 8. */
export function wordsOf(bytes: Uint8Array, start: number, end: number): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset + start, (end - start) / 4);
}

/** Makes the error of one kind of container. */
export type Fail = (expected: string, received: string, cause?: unknown) => UnreadableError;

/** What is wrong with a saved index, and where. */
export interface IndexFinding {
  /** Name of a section, `head` for what stands before all sections, '' for the whole. */
  readonly section: string;
  /** `row 3`, `term 17`, `place 5` (of a number in its section, from 0), `byte 65536`, a field of the head. */
  readonly place: string;
  readonly expected: string;
  readonly received: string;
}

/** The error of what cannot be read, with its parts. */
export class UnreadableError extends CuoheError {
  readonly finding: IndexFinding;

  constructor(code: ErrorCode, message: string, finding: IndexFinding, options?: ErrorOptions) {
    super(code, message, options);
    this.finding = finding;
  }
}

/** The error of a buffer that is no saved index, or none of another kind, or no longer. */
export function unreadable(
  expected: string,
  received: string,
  cause?: unknown,
  verb = 'open',
  { name, code }: ContainerKind = SAVED_INDEX,
  { section = '', place = '' }: Partial<IndexFinding> = {},
): UnreadableError {
  const inside = section === '' ? '' : ` in the section "${section}"`;
  const at = place === '' ? '' : ` at ${place}`;
  const message = `Cannot ${verb} the ${name}: expected ${expected}${inside}, received ${received}${at}`;
  const options = cause === undefined ? undefined : { cause };
  return new UnreadableError(code, message, { section, place, expected, received }, options);
}
