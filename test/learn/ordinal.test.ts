import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/evaluate/random.ts';
import {
  fitOrdinal,
  levelProbabilities,
  type Observation,
  type OrdinalModel,
} from '../../src/learn/ordinal.ts';

const TRUTH: OrdinalModel = { thresholds: [0, 2, 3], slopes: [4, 0] };

/** Observations drawn from a model: two features in [0, 1]. */
function drawn(count: number, seed: number, model = TRUTH): Observation[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const features = [random(), random()];
    let left = random();
    const level = levelProbabilities(model, features).findIndex((p) => {
      left -= p;
      return left < 0;
    });
    return { features, level: level < 0 ? 3 : level, weight: 1 };
  });
}

const loss = (observations: readonly Observation[], model: OrdinalModel) =>
  observations.reduce(
    (sum, { features, level, weight }) =>
      sum - weight * Math.log(levelProbabilities(model, features)[level]!),
    0,
  );

describe('the proportional-odds model', () => {
  it('finds the thresholds and slopes that its data were drawn from', () => {
    const { thresholds, slopes } = fitOrdinal(drawn(20_000, 1), 4, 0.01);
    thresholds.forEach((threshold, k) => {
      expect(Math.abs(threshold - TRUTH.thresholds[k]!)).toBeLessThan(0.15);
    });
    expect(Math.abs(slopes[0]! - 4)).toBeLessThan(0.2);
    expect(slopes[1]).toBeLessThan(0.15);
  });

  it('has thresholds in ascending order and slopes of at least 0', () => {
    const level = fc.record({
      features: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
      level: fc.integer({ min: 0, max: 3 }),
      weight: fc.double({ min: 0.01, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(level, { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (observations, ridge) => {
          const { thresholds, slopes } = fitOrdinal(observations, 4, ridge);
          expect(thresholds.every(Number.isFinite)).toBe(true);
          expect(thresholds).toEqual([...thresholds].sort((a, b) => a - b));
          expect(slopes.every((slope) => slope >= 0 && Number.isFinite(slope))).toBe(true);
        },
      ),
    );
  });

  it('fits better than any model nearby', () => {
    const observations = drawn(300, 2);
    const ridge = 1e-9;
    const best = fitOrdinal(observations, 4, ridge);
    const { slopes, thresholds } = best;
    for (const step of [-0.2, 0.2]) {
      const moved = slopes.map((slope, j) => ({
        thresholds,
        slopes: slopes.map((other, i) => (i === j ? Math.max(0, slope + step) : other)),
      }));
      const shifted = thresholds.map((_, k) => ({
        slopes,
        thresholds: thresholds.map((t, i) => (i === k ? t + step : t)),
      }));
      // Half an average observation of each level, which the fit adds, moves the best point by a hair.
      for (const other of [...moved, ...shifted]) {
        expect(loss(observations, other)).toBeGreaterThan(loss(observations, best) - 0.02);
      }
    }
  });

  it('gives the shares of the levels where features say nothing', () => {
    const flat = [0, 0, 0, 0, 1, 1, 2, 3].map((level) => ({ features: [0.5], level, weight: 1000 }));
    const p = levelProbabilities(fitOrdinal(flat, 4, 1), [0.5]);
    [0.5, 0.25, 0.125, 0.125].forEach((share, k) => {
      expect(p[k]).toBeCloseTo(share, 3);
    });
  });

  it('does not use a feature that speaks against the level', () => {
    const against = drawn(500, 3).map((o) => ({ ...o, features: o.features.map((x) => 1 - x) }));
    expect(fitOrdinal(against, 4, 1).slopes[0]).toBe(0);
  });

  it('counts an observation of weight 2 as two', () => {
    const once = drawn(100, 4);
    const heavy = fitOrdinal(
      once.map((o) => ({ ...o, weight: 2 })),
      4,
      1,
    );
    const twice = fitOrdinal([...once, ...once], 4, 1);
    heavy.thresholds.forEach((t, k) => {
      expect(t).toBeCloseTo(twice.thresholds[k]!, 6);
    });
    expect(heavy.slopes[0]).toBeCloseTo(twice.slopes[0]!, 6);
  });

  it('has probabilities that sum to 1, far out too', () => {
    const p = levelProbabilities({ thresholds: [-900, 0, 900], slopes: [1] }, [700]);
    expect(p.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    expect(Math.min(...p)).toBeGreaterThanOrEqual(0);
  });
});
