import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nonNegativeLeastSquares } from '../../src/learn/least-squares.ts';
import { solve } from '../../src/learn/solve.ts';

const number = fc.double({ min: -1, max: 1, noNaN: true });
/** XᵀX + ridge, and a right side. */
const system = fc.integer({ min: 1, max: 6 }).chain((n) =>
  fc.record({
    rows: fc.array(fc.array(number, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 12 }),
    right: fc.array(number, { minLength: n, maxLength: n }),
  }),
);
const gramOf = (rows: readonly (readonly number[])[], n: number) =>
  Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) =>
      rows.reduce((sum, row) => sum + row[i]! * row[j]!, i === j ? 0.1 : 0),
    ),
  );
const times = (a: readonly (readonly number[])[], x: readonly number[]) =>
  a.map((row) => row.reduce((sum, value, j) => sum + value * x[j]!, 0));

describe('the solver', () => {
  it('solves every positive definite system', () => {
    fc.assert(
      fc.property(system, ({ rows, right }) => {
        const a = gramOf(rows, right.length);
        const x = solve(a, right);
        times(a, x ?? []).forEach((value, i) => {
          expect(value).toBeCloseTo(right[i]!, 8);
        });
      }),
    );
  });

  it('refuses a matrix that is not positive definite', () => {
    expect(solve([[0]], [1])).toBeUndefined();
    expect(
      solve(
        [
          [1, 2],
          [2, 1],
        ],
        [1, 1],
      ),
    ).toBeUndefined();
  });
});

describe('non-negative least squares', () => {
  it('finds the point where no coefficient can do better', () => {
    fc.assert(
      fc.property(system, ({ rows, right }) => {
        const a = gramOf(rows, right.length);
        const b = nonNegativeLeastSquares(a, right);
        // The conditions of Karush, Kuhn and Tucker.
        times(a, b).forEach((value, i) => {
          const gradient = value - right[i]!;
          expect(b[i]).toBeGreaterThanOrEqual(0);
          expect(gradient).toBeGreaterThan(-1e-6);
          expect(b[i]! * gradient).toBeCloseTo(0, 6);
        });
      }),
    );
  });

  it('leaves a coefficient that nothing depends on at 0', () => {
    expect(
      nonNegativeLeastSquares(
        [
          [2, 0],
          [0, 0],
        ],
        [4, 1],
      ),
    ).toEqual([2, 0]);
  });
});
