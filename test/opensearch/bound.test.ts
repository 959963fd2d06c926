import fc from 'fast-check';
import { expect, test } from 'vitest';
import { productBelow } from '../../src/opensearch/bound.ts';

/** What Lucene keeps of a weight: `FeatureField` cuts a 32-bit float to its sign, exponent and 8 bits of its mantissa. */
function kept(weight: number): number {
  const bits = new DataView(new ArrayBuffer(4));
  bits.setFloat32(0, weight);
  bits.setUint32(0, (bits.getUint32(0) >>> 15) << 15);
  return bits.getFloat32(0);
}

const weight = fc.oneof(
  fc.float({ min: Math.fround(1e-6), max: 1, noNaN: true, noDefaultInfinity: true }),
  // Weights whose upper bits cut the most, and the least normal ones.
  fc.constantFrom(...[1 - 2 ** -24, 0.5 - 2 ** -25, 2 ** -126, 2 ** -120].map(Math.fround)),
);
const pairs = fc.array(fc.tuple(weight, weight), { minLength: 1, maxLength: 400 });
/** Engines may add in 64 bits, or in 32; and in any order. */
const adding = fc.constantFrom<(sum: number) => number>((sum) => sum, Math.fround);

test('the exact product lies between the score of the engine and its bound, however the engine adds', () => {
  fc.assert(
    fc.property(pairs, adding, fc.boolean(), (all, round, isReversed) => {
      const exact = all.reduce((sum, [query, record]) => sum + query * record, 0);
      const clauses = (isReversed ? [...all].reverse() : all).map(([query, record]) =>
        Math.fround(query * kept(record)),
      );
      const score = Math.fround(clauses.reduce((sum, one) => round(sum + one), 0));
      expect(exact).toBeLessThan(productBelow(score, all.length));
      expect(score).toBeLessThanOrEqual(exact * (1 + (all.length + 2) * 2 ** -23) + all.length * 2 ** -149);
    }),
    { numRuns: 2000 },
  );
});

test('the bound is not idle: a weight that is cut by nearly 2⁻⁸ comes to within a thousandth of it', () => {
  const worst = Math.fround(0.5 + 2 ** -9 - 2 ** -24);
  expect(worst / productBelow(kept(worst), 1)).toBeGreaterThan(0.999);
  expect(worst).toBeLessThan(productBelow(kept(worst), 1));
});

test('it rises with the score and with the number of clauses, and is above 0 for a score that the engine rounded to 0', () => {
  expect(productBelow(0.2, 10)).toBeLessThan(productBelow(0.3, 10));
  expect(productBelow(0.2, 10)).toBeLessThan(productBelow(0.2, 500));
  expect(productBelow(0, 3)).toBeGreaterThan(0);
});
