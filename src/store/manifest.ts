import {
  type ContainerKind,
  readSections,
  sealOf,
  unreadable,
  writeSections,
} from '../core/collection/sections.ts';
import { type FileKind, type Files, fileName, fileOf } from './files.ts';

/** Version of the files of a store but its base, which is a saved index. */
export const STORE_VERSION = 2;

/** A file that a manifest names. */
export interface Entry {
  readonly name: string;
  /** In bytes. */
  readonly length: number;
  /** The checksum in the head of the file. */
  readonly seal: string;
}

/** A change that a manifest names. */
export interface ChangeEntry extends Entry {
  /** Records put and removed. */
  readonly count: number;
}

/** What a store holds: an index, and the changes since, in their order. */
export interface Manifest {
  /** Of the state: each change and each new base makes the next one. It is the number in the name of the manifest. */
  readonly generation: number;
  readonly base: Entry;
  readonly changes: readonly ChangeEntry[];
}

/** A container of the store: it is named by its file in errors. */
export function containerOf(kind: Exclude<FileKind, 'base'>, name: string): ContainerKind {
  const magic = kind === 'manifest' ? 'CUOHEMAN' : 'CUOHECHG';
  return { magic, name: `file "${name}" of the store`, code: 'SAVED_INDEX_UNREADABLE' };
}

/** What a manifest says of a file. */
export function entryOf(name: string, bytes: Uint8Array): Entry {
  return { name, length: bytes.length, seal: sealOf(bytes) };
}

export function encodeManifest(manifest: Manifest): Uint8Array {
  const kind = containerOf('manifest', fileName('manifest', manifest.generation));
  return writeSections(STORE_VERSION, manifest, {}, undefined, kind);
}

/** @throws CuoheError `SAVED_INDEX_UNREADABLE` for anything but a whole manifest of this generation. */
export function decodeManifest(bytes: Uint8Array, generation: number): Manifest {
  const name = fileName('manifest', generation);
  const kind = containerOf('manifest', name);
  const { head } = readSections(bytes, STORE_VERSION, 'store', kind);
  const { base, changes, generation: own } = head as Partial<Manifest>;
  const isManifest =
    own === generation && isEntry(base, 'base') && Array.isArray(changes) && changes.every(isChangeEntry);
  if (!isManifest)
    throw unreadable(`a manifest of generation ${generation}`, 'another head', undefined, 'open', kind);
  return { generation, base, changes };
}

function isEntry(given: unknown, kind: FileKind): given is Entry {
  const { name, length, seal } = (given ?? {}) as Partial<Entry>;
  return (
    typeof name === 'string' && fileOf(name)?.kind === kind && isCount(length) && typeof seal === 'string'
  );
}

function isChangeEntry(given: unknown): given is ChangeEntry {
  return isEntry(given, 'change') && isCount((given as Partial<ChangeEntry>).count);
}

function isCount(given: unknown): boolean {
  return Number.isSafeInteger(given) && (given as number) >= 0;
}

/** The manifests among the files. */
export interface Found {
  /** The newest whole one; undefined where none is whole. */
  readonly newest: Manifest | undefined;
  /** Largest generation of any, torn ones included; 0 without any. */
  readonly last: number;
  /** Why the newest of all could not be read, where it could not. */
  readonly damage: unknown;
}

/**
 * Finds the newest whole manifest. One that is not whole was being written when the process ended: nobody was told of its
 * state, and the manifest before was not removed yet.
 */
export async function findManifest(files: Files, names: readonly string[]): Promise<Found> {
  const generations = names
    .map(fileOf)
    .filter((file) => file?.kind === 'manifest' && file.isWhole)
    .map((file) => file!.number)
    .sort((a, b) => b - a);
  const last = generations[0] ?? 0;
  let damage: unknown;
  for (const generation of generations) {
    const bytes = await files.read(fileName('manifest', generation));
    try {
      return { newest: decodeManifest(bytes ?? new Uint8Array(0), generation), last, damage };
    } catch (error) {
      damage ??= error;
    }
  }
  return { newest: undefined, last, damage };
}

/**
 * The bytes of a file that a manifest names.
 * @throws CuoheError `SAVED_INDEX_UNREADABLE` for a file that is missing, of another length or another checksum.
 */
export async function readEntry(
  files: Files,
  { name, length, seal }: Entry,
  allocate?: (byteLength: number) => Uint8Array,
): Promise<Uint8Array> {
  const bytes = await files.read(name, allocate);
  const fail = (expected: string, received: string) =>
    unreadable(expected, received, undefined, 'open', {
      magic: '',
      name: `file "${name}" of the store`,
      code: 'SAVED_INDEX_UNREADABLE',
    });
  if (bytes === undefined) throw fail('a file that the manifest names', 'none');
  if (bytes.length !== length) throw fail(`${length} bytes`, `${bytes.length} bytes: cut off or joined`);
  const found = sealOf(bytes);
  if (found !== seal) throw fail(`the checksum ${seal}`, `${found}: another file`);
  return bytes;
}
