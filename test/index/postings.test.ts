import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPostings } from '../../src/index/postings.ts';

const TERMS = 5;
const rows = fc.array(fc.uniqueArray(fc.nat({ max: TERMS - 1 })), { maxLength: 30 });

describe('postings', () => {
  it('hold every entry of the rows once, by tile, term and row', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 12 }), (idsOfRows, tile) => {
        const sorted = idsOfRows.map((ids) => [...ids].sort((a, b) => a - b));
        const offsets = Uint32Array.from([0, ...sorted.map((_, i) => sorted.slice(0, i + 1).flat().length)]);
        const ids = Uint32Array.from(sorted.flat());
        const weights = Float32Array.from(ids, (_, i) => (i + 1) / 1024);
        const postings = buildPostings({ offsets, ids, weights }, TERMS, tile);
        const seen: [number, number, number][] = [];
        for (let id = 0; id < TERMS; id++) {
          let before = -1;
          for (let run = postings.runOffsets[id]!; run < postings.runOffsets[id + 1]!; run++) {
            expect(postings.runTiles[run]).toBeGreaterThan(before);
            before = postings.runTiles[run]!;
            expect(postings.runLengths[run]).toBeGreaterThan(0);
            const start = postings.runStarts[run]!;
            for (let i = start; i < start + postings.runLengths[run]!; i++) {
              if (i > start) expect(postings.rows[i]).toBeGreaterThan(postings.rows[i - 1]!);
              seen.push([before * tile + postings.rows[i]!, id, postings.weights[i]!]);
            }
          }
        }
        const expected = sorted.flatMap((list, row) =>
          list.map((id, i) => [row, id, weights[offsets[row]! + i]!]),
        );
        expect(seen.sort((a, b) => a[0] - b[0] || a[1] - b[1])).toEqual(expected);
        expect(postings.rowCount).toBe(sorted.length);
      }),
    );
  });
});
