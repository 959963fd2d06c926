import { ranges, type Steps, touchSteps } from '../base/steps.ts';
import type { WeighedRows } from '../core/vectors/row-factors.ts';
import { SIGNALS } from '../core/vectors/signals.ts';

/** Records that one worker read one after the other. */
export interface ReadChunk {
  /** Position of the worker. */
  readonly worker: number;
  /** Number of records. */
  readonly size: number;
}

/**
 * The rows of all records in their order, of what each worker gives of its own, in steps. What a worker gave is let go once
 * it is copied: no row is there twice for long.
 * @param chunks in the order of the records; a worker read its own in this order.
 * @param rows of each worker; left empty.
 */
export function* rowsOfWorkersSteps(
  chunks: readonly ReadChunk[],
  rows: (WeighedRows | undefined)[],
): Steps<WeighedRows> {
  const count = chunks.reduce((sum, { size }) => sum + size, 0);
  const offsets = new Uint32Array(count + 1);
  const next = rows.map(() => 0);
  let row = 0;
  for (const { worker, size } of chunks) {
    const from = rows[worker]!.offsets;
    for (let i = next[worker]!; i < next[worker]! + size; i++, row++) {
      offsets[row + 1] = offsets[row]! + from[i + 1]! - from[i]!;
    }
    next[worker]! += size;
    yield 0;
  }
  const ids = yield* touchSteps(new Uint32Array(offsets[count]!));
  const weights = yield* touchSteps(new Float32Array(offsets[count]!));
  const codes = yield* touchSteps(new Uint8Array(offsets[count]!));
  const scales = new Float64Array(count * SIGNALS.length);
  for (let worker = 0; worker < rows.length; worker++) {
    const from = rows[worker]!;
    rows[worker] = undefined;
    let first = 0;
    let own = 0;
    for (const chunk of chunks) {
      if (chunk.worker === worker) {
        const [start, end] = [from.offsets[own]!, from.offsets[own + chunk.size]!];
        const at = offsets[first]!;
        for (const [a, b] of ranges(end - start, ENTRIES_A_TURN)) {
          ids.set(from.ids.subarray(start + a, start + b), at + a);
          weights.set(from.weights.subarray(start + a, start + b), at + a);
          codes.set(from.codes.subarray(start + a, start + b), at + a);
          yield 0;
        }
        const ownScales = from.scales.subarray(own * SIGNALS.length, (own + chunk.size) * SIGNALS.length);
        scales.set(ownScales, first * SIGNALS.length);
        own += chunk.size;
      }
      first += chunk.size;
    }
  }
  return { offsets, ids, weights, codes, scales };
}

/**
 * Of some rows, those that each worker read, by their positions among its own.
 * @param chunks as above.
 * @param sampled positions among all rows, ascending.
 */
export function ownRows(
  chunks: readonly ReadChunk[],
  workers: number,
  sampled: Uint32Array,
): readonly Uint32Array[] {
  const own = Array.from({ length: workers }, () => [] as number[]);
  const read = own.map(() => 0);
  let first = 0;
  let i = 0;
  for (const { worker, size } of chunks) {
    for (; i < sampled.length && sampled[i]! < first + size; i++) {
      own[worker]!.push(read[worker]! + sampled[i]! - first);
    }
    read[worker]! += size;
    first += size;
  }
  return own.map((rows) => Uint32Array.from(rows));
}

/** Entries copied between two turns. */
const ENTRIES_A_TURN = 1 << 20;
