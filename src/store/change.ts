import * as z from 'zod/mini';
import { last, type Steps } from '../base/steps.ts';
import {
  encodeRecords,
  encodeRecordsSteps,
  jsonStore,
  memoryStore,
} from '../core/collection/record-store.ts';
import {
  type ContainerKind,
  readSectionsSteps,
  unreadable,
  writeSectionsSteps,
} from '../core/collection/sections.ts';
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
  return last(allSteps(bytes, offsets));
}

/** The file of a change, in steps: records in JSON, vectors as their numbers. */
export function* encodeChangeSteps(name: string, { put, vectors, removed }: Change): Steps<Uint8Array> {
  const { bytes, offsets } = yield* encodeRecordsSteps(memoryStore(put));
  const head: ChangeHead = { removed, vectors: vectors !== undefined };
  const lengths = Uint32Array.from(vectors ?? [], (vector) => vector?.length ?? 0);
  const numbers = yield* numbersSteps(
    vectors ?? [],
    lengths.reduce((sum, length) => sum + length, 0),
  );
  // Most models give floats of 32 bits; of others nothing is lost either.
  const areFloats = numbers instanceof Float32Array;
  const sections = {
    'records.bytes': bytes,
    'records.offsets': offsets,
    'vectors.lengths': lengths,
    'vectors.floats': areFloats ? numbers : new Float32Array(0),
    'vectors.doubles': areFloats ? new Float64Array(0) : numbers,
  };
  const kind = containerOf('change', name);
  return yield* writeSectionsSteps(STORE_VERSION, head, sections, undefined, kind);
}

/** The numbers of all vectors, one after the other: of 32 bits, where these hold all of them. */
function* numbersSteps(vectors: readonly MaybeVector[], count: number): Steps<Float32Array | Float64Array> {
  const numbers = new Float64Array(count);
  let areFloats = true;
  let at = 0;
  for (const vector of vectors) {
    for (let i = 0; i < (vector?.length ?? 0); i++) {
      const number = vector![i]!;
      areFloats &&= Object.is(Math.fround(number), number);
      numbers[at++] = number;
    }
    yield 0;
  }
  return areFloats ? Float32Array.from(numbers) : numbers;
}

/**
 * Reads the file of a change, in steps.
 * @throws CuoheError `SAVED_INDEX_UNREADABLE` for anything but the whole, unchanged file of a change.
 */
export function* decodeChangeSteps(name: string, file: Uint8Array): Steps<Change> {
  const kind = containerOf('change', name);
  const { head, section } = yield* readSectionsSteps(file, STORE_VERSION, 'store', kind);
  const { success, data } = schema.safeParse(head);
  const bytes = section<Uint8Array>('records.bytes', 'Uint8Array');
  const offsets = section<Uint32Array>('records.offsets', 'Uint32Array');
  const lengths = section<Uint32Array>('vectors.lengths', 'Uint32Array');
  const floats = section<Float32Array>('vectors.floats', 'Float32Array');
  const doubles = section<Float64Array>('vectors.doubles', 'Float64Array');
  const numbers = floats.length > 0 ? floats : doubles;
  const areOffsets =
    offsets[0] === 0 &&
    offsets.at(-1) === bytes.length &&
    offsets.every((offset, i) => i === 0 || offset >= offsets[i - 1]!);
  const sum = lengths.reduce((total, length) => total + length, 0);
  const isWhole = success && lengths.length === (data.vectors ? offsets.length - 1 : 0);
  if (!isWhole || !areOffsets || sum !== numbers.length) {
    throw unreadable('a change whose parts fit together', 'others', undefined, 'open', kind);
  }
  const put = yield* allSteps(bytes, offsets, kind);
  let end = 0;
  const read = (length: number): MaybeVector => {
    end += length;
    return length === 0 ? undefined : numbers.slice(end - length, end);
  };
  return { put, removed: data.removed, vectors: data.vectors ? Array.from(lengths, read) : undefined };
}

const schema = z.strictObject({ removed: z.array(z.string()), vectors: z.boolean() });

function* allSteps(bytes: Uint8Array, offsets: Uint32Array, kind?: ContainerKind): Steps<MatchRecord[]> {
  const { size, at } = jsonStore(bytes, offsets, undefined, kind);
  const records: MatchRecord[] = [];
  for (let index = 0; index < size; index++) {
    records.push(at(index));
    yield 0;
  }
  return records;
}
