import { encodeRecords, jsonStore, memoryStore } from '../core/collection/record-store.ts';
import { readSections, unreadable, writeSections } from '../core/collection/sections.ts';
import type { GivenVector } from '../core/dense/vector.ts';
import type { MatchRecord } from '../core/records/types.ts';
import { containerOf, STORE_VERSION } from './manifest.ts';

/** A vector of a record, or none. */
export type MaybeVector = GivenVector | undefined;

/** A change as it is kept: what was validated, and removes only what is there. */
export interface Change {
  /** Records to put, as they were validated, in JSON and back: those of the files are the same to the bit. */
  readonly put: readonly MatchRecord[];
  /** A vector for each of them, where any came with vectors. */
  readonly vectors: readonly MaybeVector[] | undefined;
  /** Ids of records to remove, none of them put. */
  readonly removed: readonly string[];
}

interface ChangeHead {
  readonly removed: readonly string[];
  readonly vectors: boolean;
}

/**
 * The records of a change as JSON and back, at once: what the host does with its own afterwards is nothing to the store.
 * @throws InputError naming every field that JSON cannot hold.
 */
export function plainRecords(records: readonly MatchRecord[]): MatchRecord[] {
  const { bytes, offsets } = encodeRecords(memoryStore(records));
  return all(bytes, offsets);
}

/** The file of a change: records in JSON, vectors as their numbers. */
export function encodeChange(name: string, { put, vectors, removed }: Change): Uint8Array {
  const { bytes, offsets } = encodeRecords(memoryStore(put));
  const head: ChangeHead = { removed, vectors: vectors !== undefined };
  const lengths = Uint32Array.from(vectors ?? [], (vector) => vector?.length ?? 0);
  const numbers = (vectors ?? []).flatMap((vector) => Array.from(vector ?? []));
  // Most models give floats of 32 bits; of others nothing is lost either.
  const areFloats = numbers.every((number) => Object.is(Math.fround(number), number));
  const sections = {
    'records.bytes': bytes,
    'records.offsets': offsets,
    'vectors.lengths': lengths,
    'vectors.floats': Float32Array.from(areFloats ? numbers : []),
    'vectors.doubles': Float64Array.from(areFloats ? [] : numbers),
  };
  return writeSections(STORE_VERSION, head, sections, undefined, containerOf('change', name));
}

/** @throws CuoheError `SAVED_INDEX_UNREADABLE` for anything but the whole, unchanged file of a change. */
export function decodeChange(name: string, file: Uint8Array): Change {
  const kind = containerOf('change', name);
  const { head, section } = readSections(file, STORE_VERSION, 'store', kind);
  const { removed, vectors } = head as ChangeHead;
  const bytes = section<Uint8Array>('records.bytes', 'Uint8Array');
  const offsets = section<Uint32Array>('records.offsets', 'Uint32Array');
  const lengths = section<Uint32Array>('vectors.lengths', 'Uint32Array');
  const floats = section<Float32Array>('vectors.floats', 'Float32Array');
  const doubles = section<Float64Array>('vectors.doubles', 'Float64Array');
  const numbers = floats.length > 0 ? floats : doubles;
  let put: MatchRecord[];
  try {
    put = all(bytes, offsets);
  } catch (cause) {
    throw unreadable('records in JSON in the section "records.bytes"', 'something else', cause, 'open', kind);
  }
  let end = 0;
  const read = (length: number): MaybeVector => {
    end += length;
    return length === 0 ? undefined : numbers.slice(end - length, end);
  };
  return { put, removed, vectors: vectors ? Array.from(lengths, read) : undefined };
}

function all(bytes: Uint8Array, offsets: Uint32Array): MatchRecord[] {
  const { size, at } = jsonStore(bytes, offsets);
  return Array.from({ length: size }, (_, index) => at(index));
}
