import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/evaluate/random.ts';
import { type ColumnPair, fitWeights, linearScore } from '../../src/learn/signal-weights.ts';

/** Pairs whose grades follow known weights of five signals, with noise; the last signal is in no record. */
function pairsOf(truth: readonly number[], seed: number, noise = 0.1): ColumnPair[] {
  const random = seededRandom(seed);
  return Array.from({ length: 600 }, (_, i) => {
    const cosines = truth.map((_, f) => (f === truth.length - 1 ? 0 : random()));
    const level = linearScore(truth, cosines) + noise * (random() - 0.5);
    const gain = Math.max(0, Math.min(7, 12 * (level - 0.2)));
    const grade = Math.round(Math.log2(1 + gain));
    return { demandId: `d${i % 30}`, achievementId: `a${i}`, grade, weight: 1, columns: cosines, own: [] };
  });
}

const EVEN = [0.2, 0.2, 0.2, 0.2, 0.2];
const TRUTH = [0.6, 0.3, 0.1, 0, 0];

describe('fitted signal weights', () => {
  it('come in the order of the weights that the grades were made with', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [first = 0, second = 0, third = 0, fourth = 0] =
          fitWeights(pairsOf(TRUTH, seed), EVEN, 5, 5) ?? [];
        expect(first).toBeGreaterThan(second);
        expect(second).toBeGreaterThan(third);
        expect(third).toBeGreaterThan(fourth);
      }),
      { numRuns: 30 },
    );
  });

  it('are never negative and sum to 1', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.01, max: 1e4, noNaN: true }), (seed, shrinkage) => {
        const weights = fitWeights(pairsOf([0, 0.7, 0, 0.3, 0], seed, 1), EVEN, 5, shrinkage) ?? [];
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      }),
      { numRuns: 30 },
    );
  });

  it('are drawn to the defaults the more, the stronger the shrinkage', () => {
    const distance = (shrinkage: number) =>
      (fitWeights(pairsOf(TRUTH, 1), EVEN, 5, shrinkage) ?? []).reduce(
        (sum, weight, f) => sum + Math.abs(weight - EVEN[f]!),
        0,
      );
    expect(distance(100)).toBeLessThan(distance(1));
    expect(distance(10_000)).toBeLessThan(distance(100));
    expect(distance(1e12)).toBeCloseTo(0, 6);
  });

  it('leave a signal that no record has its part', () => {
    const [, , , , absent] = fitWeights(pairsOf(TRUTH, 1), EVEN, 5, 5) ?? [];
    expect(absent).toBeGreaterThan(0.1);
  });

  it('do not mind by how much a demand is graded more kindly than another', () => {
    const pairs = pairsOf(TRUTH, 1).filter(({ grade }) => grade <= 1);
    // A gain of 0 or 1 becomes one of 1 or 2, no grade but a constant more.
    const kinder = pairs.map((pair) =>
      pair.demandId === 'd0' ? { ...pair, grade: Math.log2(2 ** pair.grade + 1) } : pair,
    );
    const fitted = fitWeights(kinder, EVEN, 5, 5) ?? [];
    fitWeights(pairs, EVEN, 5, 5)?.forEach((weight, f) => {
      expect(fitted[f]).toBeCloseTo(weight, 8);
    });
    expect(fitted).toHaveLength(5);
  });

  it('are not to be had where grades fall with the score', () => {
    const against = pairsOf(TRUTH, 1).map((pair) => ({ ...pair, grade: 3 - pair.grade }));
    expect(fitWeights(against, EVEN, 5, 5)).toBeUndefined();
    expect(fitWeights([], EVEN, 5, 5)).toBeUndefined();
  });
});

describe('fitted weights of conditions', () => {
  /** Two signals that share the score, and two conditions that every fourth pair has. */
  const conditioned = (amounts: readonly [number, number], seed: number, size = 0.3): ColumnPair[] => {
    const random = seededRandom(seed);
    return Array.from({ length: 1200 }, (_, i) => {
      const columns = [
        random(),
        random(),
        i % 4 === 0 ? -size * random() : 0,
        i % 4 === 1 ? -size * random() : 0,
      ];
      const level = linearScore([0.5, 0.5, ...amounts], columns) + 0.05 * (random() - 0.5);
      const gain = Math.max(0, Math.min(7, 8 * level));
      const grade = Math.round(Math.log2(1 + gain));
      return { demandId: `d${i % 60}`, achievementId: `a${i}`, grade, weight: 1, columns, own: [] };
    });
  };
  const fitted = (amounts: readonly [number, number], seed: number, size?: number) =>
    fitWeights(conditioned(amounts, seed, size), [0.5, 0.5, 1, 1], 2, 5) ?? [];

  it('come near to those that the grades were made with, beside shares that sum to 1', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [first = 0, second = 0, strong = 0, idle = 0] = fitted([2, 0], seed);
        expect(first + second).toBeCloseTo(1, 12);
        expect(Math.abs(strong - 2)).toBeLessThan(0.9);
        expect(idle).toBeLessThan(0.5);
      }),
      { numRuns: 20 },
    );
  });

  it('stay within their bounds, whatever the grades say', () => {
    const [, , most] = fitted([12, 1], 1, 0.05);
    expect(most).toBe(4);
    const [, , least] = fitted([-3, 1], 1);
    expect(least).toBe(0);
  });

  it('keep their default where no pair has the condition', () => {
    const none = conditioned([1, 1], 1).map((pair) => ({
      ...pair,
      columns: [...pair.columns.slice(0, 3), 0],
    }));
    const [, , , absent = 0] = fitWeights(none, [0.5, 0.5, 1, 1], 2, 5) ?? [];
    expect(Math.abs(absent - 1)).toBeLessThan(0.2);
  });
});
