import { CuoheError, describeValue, InputError, type InputIssue } from '../../base/errors.ts';
import { last, ranges, type Steps } from '../../base/steps.ts';
import type { Side } from '../records/parse.ts';
import type { MatchRecord } from '../records/types.ts';
import { type ContainerKind, unreadable } from './container.ts';
import { leadingId, RecordIds } from './record-ids.ts';
import { isStoredRecord } from './stored-record.ts';

/** The records of a collection by position; ids are found through `indexOf`. */
export interface RecordStore {
  readonly size: number;
  at(index: number): MatchRecord;
  /** The id of a record, for less than {@link at}. */
  id(index: number): string;
  /** Position of the record with an id, or -1. The first call looks at all ids. */
  indexOf(id: string): number;
  /** What the first call of {@link indexOf} does, in steps. */
  prepareIds(): Steps<void>;
  /** Where the records lie, of a store that is made of parts of others. */
  readonly places?: readonly StorePlace[];
}

/** A record of a store. */
export interface StorePlace {
  readonly store: RecordStore;
  readonly row: number;
}

/** Records in memory; they are frozen, so that nobody who is handed one changes the index by mistake. */
export function memoryStore(records: readonly MatchRecord[]): RecordStore {
  return last(memoryStoreSteps(records));
}

/** The same in steps. */
export function* memoryStoreSteps(records: readonly MatchRecord[]): Steps<RecordStore> {
  for (const [start, end] of ranges(records.length, FROZEN_A_TURN)) {
    for (let index = start; index < end; index++) Object.freeze(records[index]);
    yield 0;
  }
  return withIds(records.length, (index) => records[index]!);
}

/** Records frozen between two turns. */
const FROZEN_A_TURN = 1024;

/**
 * Records as JSON in a file, each parsed when it is asked for.
 * @param side what all of them are; undefined for either.
 * @param kind of the file, for the error of what is no record: it may be long ago that the file was opened.
 */
export function jsonStore(
  bytes: Uint8Array,
  offsets: Uint32Array,
  side?: Side,
  kind?: ContainerKind,
): RecordStore {
  const decoder = new TextDecoder();
  const read = (index: number): MatchRecord => {
    const fail = (received: string, cause?: unknown) =>
      unreadable('a record', received, cause, 'open', kind, {
        section: 'records.bytes',
        place: `row ${index}`,
      });
    let value: unknown;
    try {
      // Copied, because a decoder may refuse shared memory.
      value = JSON.parse(decoder.decode(bytes.slice(offsets[index]!, offsets[index + 1]!)));
    } catch (cause) {
      throw fail('no JSON', cause);
    }
    if (!isStoredRecord(value, side)) throw fail('other JSON');
    return value as MatchRecord;
  };
  return withIds(
    offsets.length - 1,
    read,
    (index) => leadingId(bytes, offsets[index]!, offsets[index + 1]!) ?? read(index).id,
  );
}

/** Records of several stores, one after the other; each is read where it lies. */
export function storeOf(places: readonly StorePlace[]): RecordStore {
  // Stores of stores would grow deeper with every change.
  const flat = places.map(({ store, row }) => store.places?.[row] ?? { store, row });
  const read = (index: number) => flat[index]!.store.at(flat[index]!.row);
  const idAt = (index: number) => flat[index]!.store.id(flat[index]!.row);
  return { ...withIds(flat.length, read, idAt), places: flat };
}

function withIds(
  size: number,
  read: (index: number) => MatchRecord,
  idAt = (index: number) => read(index).id,
): RecordStore {
  let ids: RecordIds | undefined;
  function* prepareIds(): Steps<void> {
    ids ??= yield* RecordIds.steps(size, idAt);
  }
  const at = (index: number) => {
    if (!Number.isInteger(index) || index < 0 || index >= size) {
      throw new CuoheError('UNKNOWN_RECORD', `No record at position ${index}: expected 0 to ${size - 1}`);
    }
    return read(index);
  };
  return {
    size,
    at,
    id: idAt,
    prepareIds,
    indexOf(id) {
      last(prepareIds());
      return ids!.indexOf(id);
    },
  };
}

/**
 * Records → JSON bytes, one after the other, and where each begins. What JSON leaves out (functions, `undefined`)
 * is left out.
 * @throws InputError `INVALID_RECORDS` naming every field that JSON cannot hold (big integers, cycles).
 */
export function encodeRecords(records: RecordStore): EncodedRecords {
  return last(encodeRecordsSteps(records));
}

/** Records in JSON. */
export interface EncodedRecords {
  readonly bytes: Uint8Array;
  /** Where each record begins; one more entry than records. */
  readonly offsets: Uint32Array;
}

/** {@link encodeRecords} in steps: yields the number of records written so far. */
export function* encodeRecordsSteps(records: RecordStore): Steps<EncodedRecords> {
  const encoder = new TextEncoder();
  const offsets = new Uint32Array(records.size + 1);
  const parts: Uint8Array[] = [];
  const issues: InputIssue[] = [];
  for (let index = 0; index < records.size; index++) {
    const record = records.at(index);
    const json = jsonOf(record);
    if (json === undefined) {
      issues.push(...jsonIssues(record, index));
      continue;
    }
    const part = encoder.encode(json);
    parts.push(part);
    offsets[index + 1] = offsets[index]! + part.length;
    yield index + 1;
  }
  if (issues.length > 0) throw new InputError('INVALID_RECORDS', 'Records that cannot be saved', issues);
  const bytes = new Uint8Array(offsets[records.size]!);
  for (const [index, part] of parts.entries()) {
    bytes.set(part, offsets[index]!);
    yield parts.length;
  }
  return { bytes, offsets };
}

/** The JSON of a record, or undefined where there is none. */
function jsonOf(record: MatchRecord): string | undefined {
  try {
    // A function in a field `toJSON` is left out like any function; it must not stand for the record.
    return JSON.stringify(typeof record.toJSON === 'function' ? { ...record, toJSON: undefined } : record);
  } catch {
    return undefined;
  }
}

/** Which fields of a record JSON cannot hold, and why. */
function jsonIssues(record: MatchRecord, index: number): InputIssue[] {
  const issue = (path: string, received: string) => ({
    index,
    id: record.id,
    path,
    expected: 'values that JSON can hold',
    received,
  });
  const issues = Object.entries(record).flatMap(([path, value]) => {
    try {
      JSON.stringify(value);
      return [];
    } catch (cause) {
      return [issue(path, cause instanceof Error ? cause.message.split('\n')[0]! : describeValue(cause))];
    }
  });
  return issues.length > 0 ? issues : [issue('', 'fields that JSON refuses together')];
}
