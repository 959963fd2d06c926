import { CuoheError } from '../records/errors.ts';
import type { MatchRecord } from '../records/types.ts';

/** The records of a collection by position; ids are found through `indexOf`. */
export interface RecordStore {
  readonly size: number;
  at(index: number): MatchRecord;
  /** Position of the record with an id, or -1. */
  indexOf(id: string): number;
}

/** Records in memory. */
export function memoryStore(records: readonly MatchRecord[]): RecordStore {
  return withIds(records.length, (index) => records[index]!);
}

/** Records as JSON in a saved index, each parsed when it is asked for. */
export function jsonStore(bytes: Uint8Array, offsets: Uint32Array): RecordStore {
  const decoder = new TextDecoder();
  return withIds(
    offsets.length - 1,
    (index) =>
      JSON.parse(decoder.decode(bytes.subarray(offsets[index]!, offsets[index + 1]!))) as MatchRecord,
  );
}

function withIds(size: number, read: (index: number) => MatchRecord): RecordStore {
  let positions: Map<string, number> | undefined;
  const at = (index: number) => {
    if (!Number.isInteger(index) || index < 0 || index >= size) {
      throw new CuoheError('UNKNOWN_RECORD', `No record at position ${index}: expected 0 to ${size - 1}`);
    }
    return read(index);
  };
  return {
    size,
    at,
    indexOf(id) {
      positions ??= new Map(Array.from({ length: size }, (_, index) => [read(index).id, index]));
      return positions.get(id) ?? -1;
    },
  };
}

/** Records → JSON bytes, one after the other, and where each begins. */
export function encodeRecords(records: RecordStore): {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
} {
  const encoder = new TextEncoder();
  const offsets = new Uint32Array(records.size + 1);
  const parts: Uint8Array[] = [];
  for (let index = 0; index < records.size; index++) {
    const part = encoder.encode(JSON.stringify(records.at(index)));
    parts.push(part);
    offsets[index + 1] = offsets[index]! + part.length;
  }
  const bytes = new Uint8Array(offsets[records.size]!);
  parts.forEach((part, index) => {
    bytes.set(part, offsets[index]!);
  });
  return { bytes, offsets };
}
