import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shifted } from '../../../src/core/conditions/shift.ts';
import { rankRefined } from '../../../src/core/matches/second-stage.ts';
import type { Scorer } from '../../../src/core/scores/scorer.ts';
import { sortThenSlice } from '../../reference.ts';

const QUERY = { ids: new Uint32Array(0), weights: new Float32Array(0) };

/** A first stage over products that are given; counts what it is asked for. */
function firstStage(products: readonly number[]) {
  const asked: number[] = [];
  const scorer: Scorer = {
    kernel: 'js',
    search: (_, { minScore, eligible }, tops) => {
      asked.push(tops[0]!.capacity);
      products.forEach((product, row) => {
        const passes = eligible === undefined || (eligible[row >>> 5]! & (1 << (row & 31))) !== 0;
        if (passes && product > 0 && product >= minScore) tops[0]!.offer(row, product);
      });
    },
  };
  return { scorer, asked };
}

const product = fc.oneof(fc.constantFrom(0, 0.25, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const shift = fc.oneof(fc.constantFrom(0, 1, -2), fc.double({ min: -2, max: 1, noNaN: true }));
const refinementOf = (shifts: readonly number[], most = 1) => ({
  score: (row: number, value: number) => shifted(value, shifts[row]!),
  bound: (value: number) => shifted(value, most) * (1 + 1e-12),
  least: (score: number) => shifted(score, -most) / (1 + 1e-12),
});

describe('a second stage', () => {
  it('gives the true top k by refined scores, as sorting all of them does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(product, shift), { maxLength: 200 }),
        fc.oneof(fc.nat({ max: 12 }), fc.constant(Number.POSITIVE_INFINITY)),
        fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
        (rows, limit, minScore) => {
          const products = rows.map(([value]) => value);
          const shifts = rows.map(([, by]) => by);
          const { scorer } = firstStage(products);
          const eligibility = { bits: undefined, passed: rows.length };
          const found = rankRefined(scorer, QUERY, eligibility, limit, minScore, refinementOf(shifts));
          const finals = products.map((value, row) => shifted(value, shifts[row]!));
          expect([...found.rows]).toEqual(sortThenSlice(finals, limit, minScore));
          expect([...found.scores]).toEqual([...found.rows].map((row) => finals[row]));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('asks for few candidates where these prove the answer, and for more only where they do not', () => {
    const products = Array.from({ length: 1000 }, (_, row) => 0.9 / (row + 1));
    const eligibility = { bits: undefined, passed: 1000 };
    const few = firstStage(products);
    rankRefined(few.scorer, QUERY, eligibility, 5, 0, refinementOf(products.map(() => 0)));
    expect(few.asked).toEqual([21]);
    const flat = firstStage(products.map(() => 0.5));
    const down = products.map((_, row) => (row < 900 ? -2 : 0));
    const { rows } = rankRefined(flat.scorer, QUERY, eligibility, 5, 0, refinementOf(down));
    expect([...rows]).toEqual([900, 901, 902, 903, 904]);
    expect(flat.asked.length).toBeGreaterThan(1);
  });
});

describe('a shifted score', () => {
  it('rises with the product, stays in [0, 1], and is the product itself without a shift', () => {
    fc.assert(
      fc.property(product, product, shift, (a, b, by) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(shifted(low, by)).toBeLessThanOrEqual(shifted(high, by) * (1 + 1e-12));
        expect(shifted(high, by)).toBeGreaterThanOrEqual(0);
        expect(shifted(high, by)).toBeLessThanOrEqual(1);
        expect(shifted(a, 0)).toBe(a);
        expect(shifted(0, by)).toBe(0);
      }),
    );
  });
});
