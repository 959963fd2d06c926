import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { last } from '../../src/base/steps.ts';
import type { WeighedRows } from '../../src/core/vectors/row-factors.ts';
import { SIGNALS } from '../../src/core/vectors/signals.ts';
import { ownRows, rowsOfWorkersSteps } from '../../src/parallel/rows-of-workers.ts';

const WORKERS = 3;
const chunks = fc.array(fc.record({ worker: fc.nat({ max: WORKERS - 1 }), size: fc.nat({ max: 4 }) }));

/** The rows of some records: each has as many entries as it leaves by three, all of its number. */
function rowsOf(records: readonly number[]): WeighedRows {
  const entries = records.flatMap((record) => Array<number>(record % 3).fill(record));
  const offsets = new Uint32Array(records.length + 1);
  records.forEach((record, i) => {
    offsets[i + 1] = offsets[i]! + (record % 3);
  });
  return {
    offsets,
    ids: Uint32Array.from(entries),
    weights: Float32Array.from(entries, (record) => record / 7),
    codes: Uint8Array.from(entries),
    scales: Float64Array.from({ length: records.length * SIGNALS.length }, (_, i) =>
      Math.sin(records[Math.floor(i / SIGNALS.length)]! + (i % SIGNALS.length)),
    ),
  };
}

/** Which records each worker read, in its order. */
function readBy(given: readonly { readonly worker: number; readonly size: number }[]): number[][] {
  const read = Array.from({ length: WORKERS }, () => [] as number[]);
  let record = 0;
  for (const { worker, size } of given) for (let i = 0; i < size; i++) read[worker]!.push(record++);
  return read;
}

describe('rows of workers', () => {
  it('are put back in the order of the records, with all that is known of them', () => {
    fc.assert(
      fc.property(chunks, (given) => {
        const read = readBy(given);
        const rows: (WeighedRows | undefined)[] = read.map(rowsOf);
        const all = Array.from({ length: read.flat().length }, (_, record) => record);
        expect(last(rowsOfWorkersSteps(given, rows))).toEqual(rowsOf(all));
        expect(rows).toEqual([undefined, undefined, undefined]);
      }),
    );
  });

  it('are found among those of the worker that read them', () => {
    fc.assert(
      fc.property(chunks, fc.integer({ min: 1, max: 3 }), (given, step) => {
        const read = readBy(given);
        const sampled = Uint32Array.from(
          read
            .flat()
            .sort((a, b) => a - b)
            .filter((record) => record % step === 0),
        );
        const own = ownRows(given, WORKERS, sampled);
        expect(own.map((rows, worker) => Array.from(rows, (row) => read[worker]![row]))).toEqual(
          read.map((records) => records.filter((record) => record % step === 0)),
        );
      }),
    );
  });
});
