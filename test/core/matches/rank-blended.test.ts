import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shifted } from '../../../src/core/conditions/shift.ts';
import { blend } from '../../../src/core/dense/blend.ts';
import { rankBlended } from '../../../src/core/matches/rank-blended.ts';
import type { CompactRows } from '../../../src/core/postings/compact-rows.ts';
import type { Scorer } from '../../../src/core/scores/scorer.ts';
import { sortThenSlice } from '../../reference.ts';

const QUERY = { ids: new Uint32Array(0), weights: new Float32Array(0) };

/** Words and vectors that are given, row by row; counts how deep the words are asked, and how many rows are scored. */
function stage(products: readonly number[], cosines: readonly number[], weight: number) {
  const asked: number[] = [];
  let scored = 0;
  const scorer: Scorer = {
    kernel: 'js',
    search: (_, { eligible }, tops) => {
      asked.push(tops[0]!.capacity);
      products.forEach((product, row) => {
        const passes = eligible === undefined || (eligible[row >>> 5]! & (1 << (row & 31))) !== 0;
        if (passes && product > 0) tops[0]!.offer(row, product);
      });
    },
  };
  const rows = {
    product: (row: number) => {
      scored++;
      return products[row]!;
    },
  } as unknown as CompactRows;
  return {
    scorer,
    asked,
    scored: () => scored,
    dense: { weight, cosines: Float64Array.from(cosines), rows },
  };
}

const product = fc.oneof(fc.constantFrom(0, 0.25, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const cosine = fc.oneof(fc.constantFrom(Number.NaN, 0, 1), fc.double({ min: -1, max: 1, noNaN: true }));
const shift = fc.oneof(fc.constantFrom(0, 1, -2), fc.double({ min: -2, max: 1, noNaN: true }));
const everything = (passed: number) => ({ bits: undefined, passed });

describe('a ranking by words and vectors', () => {
  it('gives the true top k of the shifted sums, as sorting all of them does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(product, cosine, shift, fc.boolean()), { maxLength: 300 }),
        fc.oneof(fc.nat({ max: 12 }), fc.constant(Number.POSITIVE_INFINITY)),
        fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
        fc.constantFrom(0, 0.2, 0.7, 1),
        fc.boolean(),
        (rows, limit, minScore, weight, isShifted) => {
          const by = (row: number) => (isShifted ? rows[row]![2] : 0);
          const bits = new Uint32Array(Math.ceil(rows.length / 32));
          rows.forEach(([, , , passes], row) => {
            if (passes) bits[row >>> 5]! |= 1 << (row & 31);
          });
          const passed = rows.filter(([, , , passes]) => passes).length;
          const { scorer, dense } = stage(
            rows.map(([value]) => value),
            rows.map(([, value, , passes]) => (passes ? value : Number.NaN)),
            weight,
          );
          const refinement = {
            score: (row: number, sum: number) => shifted(sum, by(row)),
            bound: (sum: number) => shifted(sum, 1) * (1 + 1e-12),
            least: () => 0,
          };
          const asked = [scorer, QUERY, { bits, passed }, limit, minScore, dense] as const;
          const found = isShifted ? rankBlended(...asked, refinement) : rankBlended(...asked);
          const finals = rows.map(([value, near, , passes], row) =>
            passes ? shifted(blend(value, near, weight), by(row)) : 0,
          );
          expect([...found.rows]).toEqual(sortThenSlice(finals, limit, minScore));
          expect([...found.scores]).toEqual([...found.rows].map((row) => finals[row]));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds the row that is among the best of neither words nor vectors, and is the best of both', () => {
    const rows = Array.from({ length: 121 }, (_, row) =>
      row < 60 ? [0.9, 0] : row < 120 ? [0, 0.9] : [0.8, 0.8],
    );
    const { scorer, dense } = stage(
      rows.map(([value]) => value!),
      rows.map(([, value]) => value!),
      0.5,
    );
    const found = rankBlended(scorer, QUERY, everything(rows.length), 1, 0, dense);
    expect([...found.rows]).toEqual([120]);
    expect([...found.scores]).toEqual([blend(0.8, 0.8, 0.5)]);
  });

  it('scores few rows one by one where the words decide, and asks them deeper where too many rows stay open', () => {
    const count = 5000;
    const spread = stage(
      Array.from({ length: count }, (_, row) => 0.9 / (row + 1)),
      Array.from({ length: count }, (_, row) => 0.9 / (count - row)),
      0.2,
    );
    rankBlended(spread.scorer, QUERY, everything(count), 5, 0, spread.dense);
    expect(spread.asked).toEqual([21]);
    expect(spread.scored()).toBeLessThan(100);
    // Many products lie close together, and any of them may be lifted.
    const products = Array.from({ length: count }, (_, row) => (row < 1000 ? 0.5 : 0.1) + row / 1e6);
    const cosines = Array.from({ length: count }, (_, row) => (row < 3000 ? 0.4 : 0.1));
    const flat = stage(products, cosines, 0.2);
    const found = rankBlended(flat.scorer, QUERY, everything(count), 5, 0, flat.dense);
    const finals = products.map((value, row) => blend(value, cosines[row]!, 0.2));
    expect([...found.rows]).toEqual(sortThenSlice(finals, 5, 0));
    const open = stage(
      products,
      cosines.map(() => 0.4),
      0.9,
    );
    const same = rankBlended(open.scorer, QUERY, everything(count), 5, 0, open.dense);
    expect([...same.rows]).toEqual([999, 998, 997, 996, 995]);
    const late = stage(
      products,
      cosines.map((_, row) => (row === 4999 ? 1 : 0.4 + row / 1e6)),
      0.99,
    );
    rankBlended(late.scorer, QUERY, everything(count), 5, 0, late.dense);
    expect(flat.asked.length + open.asked.length + late.asked.length).toBeGreaterThan(3);
  });
});
