import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorToFloat32, idfWeight, tfWeight } from '../../../src/core/vectors/weighting.ts';

describe('weights', () => {
  it('grow with the frequency, ever more slowly', () => {
    expect(tfWeight(0)).toBe(0);
    expect(tfWeight(1)).toBeCloseTo(Math.LN2, 12);
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e6, noNaN: true }), (f) => {
        expect(tfWeight(2 * f)).toBeGreaterThan(tfWeight(f));
        expect(tfWeight(3 * f) - tfWeight(2 * f)).toBeLessThan(tfWeight(2 * f) - tfWeight(f));
      }),
    );
  });

  it('are finite for any frequency', () => {
    for (const f of [1e39, Number.MAX_VALUE, Number.POSITIVE_INFINITY])
      expect(tfWeight(f)).toBe(tfWeight(3.4028234663852886e38));
  });

  it('fall with the number of records that hold a term, to 1', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (count, df) => {
        const least = Math.min(df, count);
        expect(idfWeight(count, least)).toBeGreaterThanOrEqual(1);
        expect(idfWeight(count + 1, least)).toBeGreaterThan(idfWeight(count + 1, least + 1));
      }),
    );
    expect(idfWeight(7, 7)).toBe(1);
    expect(idfWeight(0, 0)).toBe(1);
  });

  it('are rounded towards zero', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e30, max: 1e30, noNaN: true }), (value) => {
        const floor = floorToFloat32(value);
        expect(Math.fround(floor)).toBe(floor);
        expect(Math.abs(floor)).toBeLessThanOrEqual(Math.abs(value));
        expect(Math.abs(floor - value)).toBeLessThanOrEqual(Math.abs(value) * 2 ** -23 + 1.5e-45);
      }),
    );
    expect([floorToFloat32(1), floorToFloat32(1 + 2 ** -40), floorToFloat32(1e-46)]).toEqual([1, 1, 0]);
  });
});
