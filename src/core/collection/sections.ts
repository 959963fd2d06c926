import { describeValue } from '../../base/errors.ts';
import { shorten } from '../../base/printable.ts';
import { copySteps, last, type Steps } from '../../base/steps.ts';
import { BLOCK_BYTES, blockChecksSteps, type Checks, checksOf } from './checksum.ts';
import {
  ARRAY_TYPES,
  aligned,
  BLOCKS_CHECKED,
  blocksOfAll,
  bytesOf,
  bytesOfAll,
  CHECKED,
  type ContainerKind,
  type Fail,
  HEAD_CHECKED,
  HEAD_START,
  isAligned,
  SAVED_INDEX,
  type SectionArray,
  type SectionEntry,
  type TypeName,
  unreadable,
  wordsOf,
} from './container.ts';

export type { ArrayOf, ContainerKind, SectionArray, TypeName } from './container.ts';
export { unreadable } from './container.ts';

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
    const entry = { name, type: array.constructor.name as TypeName, start: size, length: array.length };
    entries.push(entry);
    size += bytesOf(entry);
  }
  const headBytes = new TextEncoder().encode(JSON.stringify({ head, sections: entries }));
  const base = HEAD_START + aligned(headBytes.length);
  const bytes = allocated(allocate, base + size + CHECKS_BYTES * blocksOfAll(entries));
  bytes.set(new TextEncoder().encode(kind.magic));
  bytes.fill(0x20, HEAD_START, base);
  bytes.set(headBytes, HEAD_START);
  for (const [i, array] of Object.values(sections).entries()) {
    const from = base + entries[i]!.start;
    yield* copySteps(bytes.subarray(from), new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  view.setUint32(8, version, true);
  view.setUint32(12, base - HEAD_START, true);
  view.setFloat64(16, bytes.length, true);
  yield* sealSteps(bytes, entries);
  return bytes;
}

/** Bytes of the checks of a block. */
const CHECKS_BYTES = 8;

/** Writes the checks of a container whose other bytes are there, in steps. */
export function* sealSteps(bytes: Uint8Array, entries: readonly SectionEntry[]): Steps<void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const base = HEAD_START + view.getUint32(12, true);
  const put = (at: number, [sum, weighted]: Checks) => {
    view.setInt32(at, sum, true);
    view.setInt32(at + 4, weighted, true);
  };
  const end = base + bytesOfAll(entries);
  let at = end;
  for (const entry of entries) {
    const start = base + entry.start;
    yield* blockChecksSteps(wordsOf(bytes, start, start + bytesOf(entry)), (_, checks) => {
      put(at, checks);
      at += CHECKS_BYTES;
    });
  }
  put(BLOCKS_CHECKED, checksOf(wordsOf(bytes, end, at)));
  put(HEAD_CHECKED, checksOf(wordsOf(bytes, HEAD_START, base)));
  put(CHECKED, checksOf(wordsOf(bytes, 0, CHECKED)));
}

function allocated(allocate: Allocate, byteLength: number): Uint8Array {
  const bytes: unknown = allocate(byteLength);
  if (bytes instanceof Uint8Array && bytes.length === byteLength && isAligned(bytes.byteOffset)) return bytes;
  throw unreadable(
    `a Uint8Array of ${byteLength} bytes at a multiple of 8`,
    describeValue(bytes),
    undefined,
    'write',
  );
}

/** The checks of the beginning, and through it of all, as 16 hex digits: they tell one from another. '' for what is too short for any. */
export function sealOf(bytes: Uint8Array): string {
  if (bytes.length < HEAD_START) return '';
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [0, 4]
    .map((i) =>
      view
        .getUint32(CHECKED + i, true)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
}

/**
 * Reads a container; the sections are views into the bytes, nothing is copied (but bytes that begin at no multiple
 * of 8 in their buffer, which are copied as a whole).
 * @throws CuoheError `SAVED_INDEX_UNREADABLE` for anything but a whole, unchanged buffer of this version; it names the
 * section that was changed.
 */
export function readSections(
  saved: SavedBytes,
  version: number,
  what?: string,
  kind?: ContainerKind,
): ReadSections {
  return last(readSectionsSteps(saved, version, what, kind));
}

/** A section that was changed. */
export interface Damage {
  readonly section: string;
  /** Where the first block begins that was changed. */
  readonly byte: number;
}

/** What a container holds. */
export interface ReadSections {
  readonly head: unknown;
  /** @throws CuoheError for a section that there is none of. */
  readonly section: <A extends SectionArray>(name: string, type: TypeName) => A;
  readonly bytes: Uint8Array;
  /** The sections whose checks are others; none unless they were asked for. */
  readonly damaged: readonly Damage[];
}

/**
 * What becomes of sections: `refuse` throws for the first that was changed, `tell` reads on and names all of them, and
 * `trust` does not look: the bytes were looked at before by who gives them.
 */
export type Looking = 'refuse' | 'tell' | 'trust';

/** {@link readSections} in steps. */
export function* readSectionsSteps(
  saved: SavedBytes,
  version: number,
  what = 'index',
  kind = SAVED_INDEX,
  looking: Looking = 'refuse',
): Steps<ReadSections> {
  const fail: Fail = (expected, received, cause) => unreadable(expected, received, cause, 'open', kind);
  const bytes = yield* bytesSteps(saved, fail);
  if (bytes.length < HEAD_START) throw fail(`a whole ${kind.name}`, `${bytes.length} bytes`);
  if ([...kind.magic].some((letter, i) => bytes[i] !== letter.charCodeAt(0))) {
    throw fail(`a ${kind.name}`, 'another kind of data');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const found = view.getUint32(8, true);
  if (found !== version) throw fail(`format version ${version}`, `version ${found}; build the ${what} again`);
  const isSame = (at: number, [sum, weighted]: Checks) =>
    view.getInt32(at, true) === sum && view.getInt32(at + 4, true) === weighted;
  if (!isSame(CHECKED, checksOf(wordsOf(bytes, 0, CHECKED)))) throw changed('beginning', fail);
  const length = view.getFloat64(16, true);
  if (length !== bytes.length) throw fail(`${length} bytes`, `${bytes.length} bytes: cut off or joined`);
  if (!isAligned(length)) throw fail('a length that is a multiple of 8', `${length} bytes`);
  const base = HEAD_START + view.getUint32(12, true);
  if (!isAligned(base) || base > bytes.length) {
    throw fail('a head inside the buffer', `${base - HEAD_START} bytes`);
  }
  if (!isSame(HEAD_CHECKED, checksOf(wordsOf(bytes, HEAD_START, base)))) throw changed('head', fail);
  const { head, entries } = readHead(bytes.slice(HEAD_START, base), fail);
  const end = base + bytesOfAll(entries);
  if (end + CHECKS_BYTES * blocksOfAll(entries) !== length) {
    throw fail('sections that fill the buffer', 'others');
  }
  const checks = wordsOf(bytes, end, length);
  if (!isSame(BLOCKS_CHECKED, checksOf(checks))) throw changed('list of checks', fail);
  const damaged = looking === 'trust' ? [] : yield* damagedSteps(bytes, base, entries, checks);
  const [first] = damaged;
  if (looking === 'refuse' && first !== undefined) {
    const place = first.byte === 0 ? '' : `, from its byte ${first.byte},`;
    throw changed(`section ${JSON.stringify(first.section)}${place}`, fail);
  }
  return {
    head,
    bytes,
    damaged,
    section<A extends SectionArray>(name: string, type: TypeName): A {
      const entry = entries.find((candidate) => candidate.name === name && candidate.type === type);
      if (entry === undefined) throw fail(`a section "${name}" of ${type}`, 'none');
      const start = bytes.byteOffset + base + entry.start;
      return new ARRAY_TYPES[type](bytes.buffer as ArrayBuffer, start, entry.length) as SectionArray as A;
    },
  };
}

function changed(part: string, fail: Fail): Error {
  return fail('the checks that the data was saved with', `others: the ${part} was changed`);
}

/** The sections whose checks are others, in steps. */
function* damagedSteps(
  bytes: Uint8Array,
  base: number,
  entries: readonly SectionEntry[],
  checks: Int32Array,
): Steps<Damage[]> {
  const damaged: Damage[] = [];
  let at = 0;
  for (const entry of entries) {
    let bad = -1;
    const start = base + entry.start;
    yield* blockChecksSteps(wordsOf(bytes, start, start + bytesOf(entry)), (block, [sum, weighted]) => {
      if (bad < 0 && (sum !== checks[at] || weighted !== checks[at + 1])) bad = block;
      at += 2;
    });
    if (bad >= 0) damaged.push({ section: shorten(entry.name), byte: bad * BLOCK_BYTES });
  }
  return damaged;
}

function* bytesSteps(saved: unknown, fail: Fail): Steps<Uint8Array> {
  const kind = Object.prototype.toString.call(saved).slice('[object '.length, -1);
  if (kind === 'ArrayBuffer' || kind === 'SharedArrayBuffer') return new Uint8Array(saved as ArrayBuffer);
  if (!ArrayBuffer.isView(saved)) throw fail('an ArrayBuffer, a SharedArrayBuffer or a view of one', kind);
  const bytes = new Uint8Array(saved.buffer, saved.byteOffset, saved.byteLength);
  if (isAligned(saved.byteOffset)) return bytes;
  const copy = new Uint8Array(bytes.length);
  yield* copySteps(copy, bytes);
  return copy;
}

/** Reads a head that may be anything, and may say anything. @param bytes a copy, because a decoder may refuse shared memory. */
function readHead(bytes: Uint8Array, fail: Fail): { head: unknown; entries: readonly SectionEntry[] } {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw fail('a head in JSON', 'something else', cause);
  }
  const { head, sections } = (json ?? {}) as { head?: unknown; sections?: unknown };
  if (typeof head !== 'object' || head === null || !Array.isArray(sections)) {
    throw fail('a head with sections', 'another head');
  }
  const names = new Set<unknown>();
  let end = 0;
  for (const entry of sections as readonly unknown[]) {
    const { name, type, start, length } = (entry ?? {}) as Partial<SectionEntry>;
    const isKnown = typeof name === 'string' && !names.has(name) && typeof type === 'string';
    if (
      !isKnown ||
      !Object.hasOwn(ARRAY_TYPES, type) ||
      start !== end ||
      !Number.isSafeInteger(length) ||
      (length as number) < 0
    )
      throw fail(
        'a head with sections one after the other',
        `${describeValue(name)} elsewhere or of another form`,
      );
    names.add(name);
    end += bytesOf(entry as SectionEntry);
  }
  return { head, entries: sections as readonly SectionEntry[] };
}
