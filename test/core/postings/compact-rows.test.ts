import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { last } from '../../../src/base/steps.ts';
import { CompactRows } from '../../../src/core/postings/compact-rows.ts';
import { rowsOf } from '../../../src/core/postings/row-source.ts';
import { QueryTable } from '../../../src/core/scores/query-table.ts';
import { FeatureCollector } from '../../../src/core/vectors/fit.ts';
import { SIGNAL_WEIGHTS, SIGNALS } from '../../../src/core/vectors/signals.ts';
import { dot, matrixOf } from '../scores/rows.ts';

/** Ids close together and far apart: distances of 16 bits and of more. */
const row = fc
  .uniqueArray(fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: 70_000 }), fc.nat({ max: 2 ** 28 })), {
    maxLength: 8,
  })
  .map((list) => {
    const ids = Uint32Array.from(list).sort();
    return { ids, weights: Float32Array.from(ids, (_, i) => (i + 1) / 10) };
  });

describe('compact rows', () => {
  it('give back the rows that they were made of', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const compact = CompactRows.from(matrixOf(rows));
        expect(compact.size).toBe(rows.length);
        rows.forEach((one, i) => {
          expect(compact.row(i)).toEqual(one);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('give inner products to the bit', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), row, (rows, query) => {
        const compact = CompactRows.from(matrixOf(rows));
        const table = new QueryTable();
        table.fill(query);
        rows.forEach((one, i) => {
          expect(compact.product(i, table)).toBe(dot(query, one));
        });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [[0], 1],
    [[65534], 1],
    [[65535], 3],
    [[0, 65535, 131070], 3],
    [[0, 65536], 4],
    [[2 ** 32 - 1], 3],
  ])('keep the ids %j in %i numbers', (ids, units) => {
    const one = { ids: Uint32Array.from(ids), weights: new Float32Array(ids.length).fill(0.5) };
    const compact = CompactRows.from(matrixOf([one]));
    expect(compact.arrays.steps).toHaveLength(units);
    expect(compact.row(0)).toEqual(one);
  });

  it('make weights again, to the bit, from what they were made of', () => {
    const value = fc.oneof(fc.constantFrom(0.1, 0.5, 1, 2), fc.double({ min: 0.01, max: 9, noNaN: true }));
    const features = fc.array(fc.tuple(fc.constantFrom(...SIGNALS), fc.nat({ max: 20 }), value), {
      maxLength: 12,
    });
    let coded = 0;
    fc.assert(
      fc.property(fc.array(features, { minLength: 1, maxLength: 8 }), (records) => {
        const collector = new FeatureCollector();
        for (const record of records) {
          for (const [signal, term, value] of record) collector.add(signal, `t${term}`, value);
          collector.endRecord();
        }
        const { rows: matrix } = last(
          collector.fit({ signalWeights: SIGNAL_WEIGHTS, maxDocumentShare: 1, minRecordsForDropping: 9 }),
        );
        const compact = CompactRows.from(matrix);
        coded += compact.arrays.codes.length - compact.arrays.weights.length;
        const expected = rowsOf(matrix);
        const table = new QueryTable();
        table.fill(expected.row(0));
        records.forEach((_, i) => {
          expect(compact.row(i)).toEqual(expected.row(i));
          expect(compact.product(i, table)).toBe(dot(expected.row(0), expected.row(i)));
        });
      }),
      { numRuns: 500 },
    );
    expect(coded).toBeGreaterThan(5000);
  });
});
