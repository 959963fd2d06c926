import { CuoheError, describeValue, type ErrorCode } from '../../base/errors.ts';
import { copySteps, last, type Steps } from '../../base/steps.ts';
import { checksumSteps } from './checksum.ts';

/**
 * The container of a saved index, and of other data of its kind: one buffer of named typed arrays with a JSON head.
 *
 *     0  8 bytes   magic, by the kind
 *     8  uint32    format version
 *    12  uint32    length of the head in bytes
 *    16  float64   length of the whole buffer in bytes
 *    24  2×uint32  checksum of everything from byte 32
 *    32  head      JSON, UTF-8, padded with spaces to 8 bytes
 *        sections  each padded with zeros to 8 bytes
 *
 * Numbers are little-endian, as typed arrays are on every platform that runs JavaScript engines in practice.
 */
const HEAD_START = 32;
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
const SAVED_INDEX: ContainerKind = {
  magic: 'CUOHEIDX',
  name: 'saved index',
  code: 'SAVED_INDEX_UNREADABLE',
};

const ARRAY_TYPES = {
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

interface SectionEntry {
  readonly name: string;
  readonly type: TypeName;
  readonly start: number;
  readonly length: number;
}

/** Where a saved index is written: gives so many bytes, all zero, at a multiple of 8 in their buffer. */
export type Allocate = (byteLength: number) => Uint8Array;

/** A saved index: a whole buffer, or bytes in one (a Node Buffer, what was read into `indexMemory`). */
export type SavedBytes = ArrayBuffer | SharedArrayBuffer | ArrayBufferView;

/**
 * Writes a head and sections.
 * @throws CuoheError `SAVED_INDEX_UNREADABLE` where `allocate` gives other bytes than it was asked for.
 */
export function writeSections(
  version: number,
  head: unknown,
  sections: Readonly<Record<string, SectionArray>>,
  allocate?: Allocate,
  kind?: ContainerKind,
): Uint8Array {
  return last(writeSectionsSteps(version, head, sections, allocate, kind));
}

/** The same in steps. */
export function* writeSectionsSteps(
  version: number,
  head: unknown,
  sections: Readonly<Record<string, SectionArray>>,
  allocate: Allocate = (byteLength) => new Uint8Array(byteLength),
  kind = SAVED_INDEX,
): Steps<Uint8Array> {
  const entries: SectionEntry[] = [];
  let size = 0;
  for (const [name, array] of Object.entries(sections)) {
    entries.push({ name, type: typeName(array), start: size, length: array.length });
    size += aligned(array.byteLength);
  }
  const headBytes = new TextEncoder().encode(JSON.stringify({ head, sections: entries }));
  const headLength = aligned(headBytes.length);
  const bytes = allocated(allocate, HEAD_START + headLength + size);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  bytes.set(new TextEncoder().encode(kind.magic));
  view.setUint32(8, version, true);
  view.setUint32(12, headLength, true);
  view.setFloat64(16, bytes.length, true);
  bytes.fill(0x20, HEAD_START, HEAD_START + headLength);
  bytes.set(headBytes, HEAD_START);
  for (const [i, array] of Object.values(sections).entries()) {
    const from = HEAD_START + headLength + entries[i]!.start;
    yield* copySteps(bytes.subarray(from), new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  }
  const [a, b] = yield* checksumSteps(summed(bytes));
  view.setUint32(24, a, true);
  view.setUint32(28, b, true);
  return bytes;
}

function allocated(allocate: Allocate, byteLength: number): Uint8Array {
  const bytes: unknown = allocate(byteLength);
  if (bytes instanceof Uint8Array && bytes.length === byteLength && bytes.byteOffset % ALIGNMENT === 0) {
    return bytes;
  }
  throw unreadable(
    `a Uint8Array of ${byteLength} bytes at a multiple of 8`,
    describeValue(bytes),
    undefined,
    'write',
  );
}

/** The checksum that a container says it has, as 16 hex digits: tells one from another. '' for what is too short for one. */
export function sealOf(bytes: Uint8Array): string {
  if (bytes.length < HEAD_START) return '';
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [24, 28].map((at) => view.getUint32(at, true).toString(16).padStart(8, '0')).join('');
}

/** What the checksum is over. */
function summed(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset + HEAD_START, (bytes.length - HEAD_START) / 4);
}

/**
 * Reads a container; the sections are views into the bytes, nothing is copied (but bytes that begin at no multiple
 * of 8 in their buffer, which are copied as a whole).
 * @throws CuoheError `SAVED_INDEX_UNREADABLE` for anything but a whole, unchanged buffer of this version.
 */
export function readSections(
  saved: SavedBytes,
  version: number,
  what?: string,
  kind?: ContainerKind,
): ReadSections {
  return last(readSectionsSteps(saved, version, what, kind));
}

/** What a container holds. */
export interface ReadSections {
  readonly head: unknown;
  /** @throws CuoheError for a section that there is none of. */
  readonly section: <A extends SectionArray>(name: string, type: TypeName) => A;
  readonly bytes: Uint8Array;
}

/** {@link readSections} in steps. */
export function* readSectionsSteps(
  saved: SavedBytes,
  version: number,
  what = 'index',
  kind = SAVED_INDEX,
): Steps<ReadSections> {
  const fail = (expected: string, received: string, cause?: unknown) =>
    unreadable(expected, received, cause, 'open', kind);
  const bytes = yield* bytesSteps(saved, fail);
  if (bytes.length < HEAD_START) throw fail(`a whole ${kind.name}`, `${bytes.length} bytes`);
  if ([...kind.magic].some((letter, i) => bytes[i] !== letter.charCodeAt(0))) {
    throw fail(`a ${kind.name}`, 'another kind of data');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const found = view.getUint32(8, true);
  if (found !== version) throw fail(`format version ${version}`, `version ${found}; build the ${what} again`);
  const length = view.getFloat64(16, true);
  if (length !== bytes.length) throw fail(`${length} bytes`, `${bytes.length} bytes: cut off or joined`);
  if (length % ALIGNMENT !== 0) throw fail('a length that is a multiple of 8', `${length} bytes`);
  const [a, b] = yield* checksumSteps(summed(bytes));
  if (view.getUint32(24, true) !== a || view.getUint32(28, true) !== b) {
    throw fail('the checksum that the data was saved with', 'another: the data was changed');
  }
  const headLength = view.getUint32(12, true);
  const { head, sections } = readHead(bytes, headLength, fail);
  const base = HEAD_START + headLength;
  return {
    head,
    bytes,
    section<A extends SectionArray>(name: string, type: TypeName): A {
      const entry = sections.find((candidate) => candidate.name === name && candidate.type === type);
      if (entry === undefined) throw fail(`a section "${name}" of ${type}`, 'none');
      const ArrayType = ARRAY_TYPES[type];
      const end = base + entry.start + entry.length * ArrayType.BYTES_PER_ELEMENT;
      if (!isPlace(entry.start) || !Number.isInteger(entry.length) || entry.length < 0 || end > bytes.length)
        throw fail(`section "${name}" inside the buffer`, 'one that reaches beyond it');
      const start = bytes.byteOffset + base + entry.start;
      return new ArrayType(bytes.buffer as ArrayBuffer, start, entry.length) as SectionArray as A;
    },
  };
}

/** Makes the error of one kind of container. */
type Fail = (expected: string, received: string, cause?: unknown) => CuoheError;

function* bytesSteps(saved: unknown, fail: Fail): Steps<Uint8Array> {
  const kind = Object.prototype.toString.call(saved).slice('[object '.length, -1);
  if (kind === 'ArrayBuffer' || kind === 'SharedArrayBuffer') return new Uint8Array(saved as ArrayBuffer);
  if (!ArrayBuffer.isView(saved)) throw fail('an ArrayBuffer, a SharedArrayBuffer or a view of one', kind);
  const bytes = new Uint8Array(saved.buffer, saved.byteOffset, saved.byteLength);
  if (saved.byteOffset % ALIGNMENT === 0) return bytes;
  const aligned = new Uint8Array(bytes.length);
  yield* copySteps(aligned, bytes);
  return aligned;
}

function readHead(
  bytes: Uint8Array,
  headLength: number,
  fail: Fail,
): { head: unknown; sections: readonly SectionEntry[] } {
  if (headLength % ALIGNMENT !== 0 || HEAD_START + headLength > bytes.length) {
    throw fail('a head inside the buffer', `${headLength} bytes`);
  }
  let json: unknown;
  try {
    // Copied, because a decoder may refuse shared memory.
    json = JSON.parse(new TextDecoder().decode(bytes.slice(HEAD_START, HEAD_START + headLength)));
  } catch (cause) {
    throw fail('a head in JSON', 'something else', cause);
  }
  const { head, sections } = (json ?? {}) as { head?: unknown; sections?: unknown };
  const isEntry = (entry: unknown) => typeof entry === 'object' && entry !== null;
  if (!isEntry(head) || !Array.isArray(sections) || !sections.every(isEntry)) {
    throw fail('a head with sections', 'another head');
  }
  return { head, sections: sections as readonly SectionEntry[] };
}

/** The error of a buffer that is no saved index, or none of another kind, or no longer. */
export function unreadable(
  expected: string,
  received: string,
  cause?: unknown,
  verb = 'open',
  { name, code }: ContainerKind = SAVED_INDEX,
): CuoheError {
  const message = `Cannot ${verb} the ${name}: expected ${expected}, received ${received}`;
  return new CuoheError(code, message, cause === undefined ? undefined : { cause });
}

/** Whether a section may begin there; the head of forged data may say anything. */
function isPlace(start: unknown): boolean {
  return Number.isInteger(start) && (start as number) >= 0 && (start as number) % ALIGNMENT === 0;
}

function typeName(array: SectionArray): TypeName {
  return array.constructor.name as TypeName;
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}
