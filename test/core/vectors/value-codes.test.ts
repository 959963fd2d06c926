import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_CODE, sampledRows, ValueCodes, ValueCounts } from '../../../src/core/vectors/value-codes.ts';

const value = fc.oneof(fc.constantFrom(0, 0.5, 1, 2), fc.float({ min: 0, max: 9, noNaN: true }));

describe('values of rows', () => {
  it('are counted of all rows where these are few, and else of at least 512 evenly spaced ones', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat({ max: 3000 }), fc.nat({ max: 300_000 })), (rowCount) => {
        const rows = [...sampledRows(rowCount)];
        expect(rows.length).toBeLessThanOrEqual(1024);
        expect(rows.length).toBeGreaterThanOrEqual(Math.min(rowCount, 512));
        const step = rowCount > 1024 ? rows[1]! : 1;
        expect(rows).toEqual(Array.from({ length: rows.length }, (_, i) => i * step));
        expect(rows.length * step).toBeGreaterThanOrEqual(rowCount);
        expect(rows.at(-1) ?? -1).toBeLessThan(rowCount);
      }),
    );
  });

  it('have codes by how often they occur, in whichever parts and order they were counted', () => {
    fc.assert(
      fc.property(fc.array(fc.array(value)), fc.nat({ max: 9 }), (parts, most) => {
        const all = new ValueCounts();
        for (const one of parts.flat().reverse()) all.add(one);
        const joined = new ValueCounts();
        for (const part of parts) {
          const counts = new ValueCounts();
          for (const one of part) counts.add(one);
          for (const [one, often] of counts.counts) joined.add(one, often);
        }
        const often = (one: number) => parts.flat().filter((other) => other === one).length;
        const expected = [...new Set(parts.flat())]
          .filter((one) => one > 0)
          .sort((a, b) => often(b) - often(a) || a - b)
          .slice(0, most);
        expect(all.top(most)).toEqual(expected);
        expect(joined.top(most)).toEqual(expected);
        const codes = new ValueCodes(expected, 3);
        for (const one of parts.flat()) {
          const place = expected.indexOf(one);
          expect(codes.code(one)).toBe(place < 0 ? NO_CODE : place + 3);
        }
      }),
    );
  });
});
