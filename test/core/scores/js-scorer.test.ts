import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank } from '../../../src/core/matches/rank.ts';
import { CompactRows } from '../../../src/core/postings/compact-rows.ts';
import { buildPostings, type Layout } from '../../../src/core/postings/postings.ts';
import { createJsScorer } from '../../../src/core/scores/js-scorer.ts';
import type { Scorer } from '../../../src/core/scores/scorer.ts';
import { TopK } from '../../../src/core/scores/top-k.ts';
import { sortThenSlice } from '../../reference.ts';
import { dot, matrixOf, passing, type Row } from './rows.ts';

const TERMS = 6;
const sparse = fc
  .array(fc.option(fc.constantFrom(0.125, 0.25, 0.3, 0.5), { nil: 0 }), {
    minLength: TERMS,
    maxLength: TERMS,
  })
  .map((dense) => {
    const ids = dense.flatMap((weight, id) => (weight > 0 ? [id] : []));
    return { ids: Uint32Array.from(ids), weights: Float32Array.from(ids, (id) => dense[id]!) };
  });
/** Tiles and forms small enough for so few rows. */
const layout = fc.record({
  tileRows: fc.integer({ min: 1, max: 8 }),
  columnShare: fc.constantFrom(0.3, 0.6, 2),
  leastRows: fc.constantFrom(0, 20),
  listedPerTile: fc.integer({ min: 0, max: 3 }),
});

function scorerOf(rows: readonly Row[], terms: number, layout: Layout & { tileRows: number }): Scorer {
  const matrix = matrixOf(rows);
  return createJsScorer(buildPostings(matrix, terms, layout), layout.tileRows, CompactRows.from(matrix));
}

/** A scorer that counts how often the kernel is asked. */
function counting(scorer: Scorer): Scorer & { calls: number } {
  const counter = {
    kernel: scorer.kernel,
    calls: 0,
    search: (...args: Parameters<Scorer['search']>) => {
      counter.calls++;
      scorer.search(...args);
    },
  };
  return counter;
}

describe('the JavaScript kernel', () => {
  it('gives the sorted inner products over any number of tiles, bit for bit', () => {
    let several = 0;
    fc.assert(
      fc.property(
        fc.array(sparse, { maxLength: 40, size: 'max' }),
        sparse,
        layout,
        fc.constantFrom(0, 1, 3, Number.POSITIVE_INFINITY),
        fc.constantFrom(0, 0.1, 0.25, 1),
        fc.integer({ min: 1, max: 4 }),
        (rows, query, layout, limit, minScore, every) => {
          if (rows.length > layout.tileRows) several++;
          const scorer = counting(scorerOf(rows, TERMS, layout));
          const keep = (row: number) => row % every === 0;
          const scores = rows.map((row, i) => (keep(i) ? dot(query, row) : 0));
          const [best] = rank(scorer, [query], passing(rows, keep), limit, minScore);
          expect(Array.from(best!.rows)).toEqual(sortThenSlice(scores, limit, minScore));
          expect(Array.from(best!.scores)).toEqual(Array.from(best!.rows, (row) => scores[row]));
          expect(scorer.calls).toBe(1);
        },
      ),
      { numRuns: 500 },
    );
    expect(several).toBeGreaterThan(100);
  });

  it('gives the same whatever the tile, and the same again', () => {
    fc.assert(
      fc.property(fc.array(sparse, { maxLength: 40 }), sparse, layout, (rows, query, layout) => {
        const results = [1, 2, 7, 4096].map((tileRows) => {
          const scorer = scorerOf(rows, TERMS, { ...layout, tileRows });
          const once = () =>
            rank(
              scorer,
              [query],
              passing(rows, () => true),
              5,
              0,
            );
          const first = once();
          expect(once()).toEqual(first);
          return first;
        });
        for (const result of results) expect(result).toEqual(results[0]);
      }),
    );
  });

  it('leaves nothing behind from rows that a filter, a threshold or a full heap kept out', () => {
    const rows: Row[] = [0.5, 0.25, 0.125].map((weight) => ({
      ids: Uint32Array.of(0),
      weights: Float32Array.of(weight),
    }));
    const query = { ids: Uint32Array.of(0), weights: Float32Array.of(1) };
    const scorer = scorerOf(rows, 1, { tileRows: 4096 });
    const all = () =>
      rank(
        scorer,
        [query],
        passing(rows, () => true),
        3,
        0,
      )[0]!.scores;
    rank(
      scorer,
      [query],
      passing(rows, (row) => row === 1),
      1,
      0,
    );
    rank(
      scorer,
      [query],
      passing(rows, () => true),
      1,
      0.4,
    );
    scorer.search([query], { minScore: 0, eligible: undefined }, [new TopK(0)]);
    expect(Array.from(all())).toEqual([0.5, 0.25, 0.125]);
  });
});
