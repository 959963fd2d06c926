import { createMatcher } from 'cuohe';
import { calibrationError, evaluateLevels, precisionAtCoverage } from 'cuohe/evaluate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/evaluate/random.ts';
import { learn } from '../../src/learn/index.ts';
import { shuffled, world } from '../learn/world.ts';

const probability = fc.double({ min: 0, max: 1, noNaN: true });
const items = fc.array(fc.tuple(probability, fc.boolean()), { minLength: 1, maxLength: 60 });
const columns = <A, B>(list: readonly (readonly [A, B])[]) =>
  [list.map(([a]) => a), list.map(([, b]) => b)] as const;

describe('the calibration error', () => {
  it('is the mean difference of promise and share, bin by bin: by hand', () => {
    expect(calibrationError([0.1, 0.2, 0.8, 0.9], [false, true, true, true], 2)).toBeCloseTo(
      (2 / 4) * Math.abs(0.15 - 0.5) + (2 / 4) * Math.abs(0.85 - 1),
      12,
    );
    expect(calibrationError([0.5, 0.5, 0.5, 0.5], [true, false, true, false], 4)).toBe(0);
    expect(calibrationError([1, 0], [true, false])).toBe(0);
    expect(calibrationError([1, 0], [false, true])).toBe(1);
    expect(calibrationError([], [])).toBeUndefined();
  });

  it('lies in [0, 1], is never less than the error of the whole, and does not depend on the order', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 12 }), fc.integer(), (list, bins, seed) => {
        const error = calibrationError(...columns(list), bins)!;
        const whole = Math.abs(list.reduce((sum, [p, is]) => sum + p - (is ? 1 : 0), 0)) / list.length;
        expect(error).toBeGreaterThanOrEqual(whole - 1e-12);
        expect(error).toBeLessThanOrEqual(1);
        expect(calibrationError(...columns(shuffled(list, seed)), bins)).toBeCloseTo(error, 12);
      }),
    );
  });

  it('is small for probabilities that items were drawn by, and large for others', () => {
    const random = seededRandom(1);
    const drawn = Array.from({ length: 5000 }, () => {
      const p = random();
      return [p, random() < p] as const;
    });
    expect(calibrationError(...columns(drawn))).toBeLessThan(0.03);
    expect(calibrationError(...columns(drawn.map(([p, is]) => [p / 2, is] as const)))).toBeGreaterThan(0.2);
  });

  it('refuses what is no probability', () => {
    expect(() => calibrationError([1.1], [true])).toThrow('probabilities: expected a number in [0, 1]');
    expect(() => calibrationError([Number.NaN], [true])).toThrow('probabilities: expected a finite number');
    expect(() => calibrationError([0.5], [])).toThrow('relevant: expected 1 values');
    expect(() => calibrationError([0.5], [true], 0)).toThrow('bins: expected a whole number ≥ 1');
  });
});

describe('precision at coverage', () => {
  it('is the share of right answers among the surest: by hand', () => {
    const confidences = [0.9, 0.1, 0.8, 0.2];
    const right = [true, false, true, true];
    expect(precisionAtCoverage(confidences, right, 0.5)).toBe(1);
    expect(precisionAtCoverage(confidences, right, 1)).toBe(0.75);
    // Of two that are as sure, one has room: each counts half.
    expect(precisionAtCoverage([1, 1], [true, false], 0.5)).toBe(0.5);
    expect(precisionAtCoverage([], [], 0.5)).toBeUndefined();
  });

  it('does not depend on the order, and at all demands is the share of right ones', () => {
    fc.assert(
      fc.property(items, fc.double({ min: 0.01, max: 1, noNaN: true }), fc.integer(), (list, share, seed) => {
        const tied = list.map(([p, is]) => [Math.round(p * 4), is] as const);
        const precision = precisionAtCoverage(...columns(tied), share)!;
        expect(precision).toBeGreaterThanOrEqual(0);
        expect(precision).toBeLessThanOrEqual(1 + 1e-12);
        expect(precisionAtCoverage(...columns(shuffled(tied, seed)), share)).toBeCloseTo(precision, 12);
        expect(precisionAtCoverage(...columns(tied), 1)).toBeCloseTo(
          tied.filter(([, is]) => is).length / tied.length,
          12,
        );
      }),
    );
  });

  it('refuses what is no coverage', () => {
    for (const coverage of [0, 1.5, Number.NaN])
      expect(() => precisionAtCoverage([1], [true], coverage)).toThrow(
        'coverage: expected a number in (0, 1]',
      );
    expect(() => precisionAtCoverage([Number.NaN], [true], 1)).toThrow('confidences: expected a finite');
    expect(() => precisionAtCoverage([1], [], 1)).toThrow('right: expected 1 values');
  });
});

describe('levels on judged data', () => {
  const judged = world(8);
  const { signals, conditions, levels } = learn(judged.judgments, judged);

  it('are measured against the grades', () => {
    const found = evaluateLevels(judged, { signals, conditions, levels });
    expect(found.levelScore).toBeGreaterThan(0.75);
    expect(found.calibrationError).toBeLessThan(0.25);
    expect(found).toMatchObject({ precisionAtHalf: 1, precisionAtAll: 1, answered: 1, answeredRight: 1 });
    // A level for all is worse.
    const flat = { ...levels, slope: 0 };
    expect(evaluateLevels(judged, { signals, conditions, levels: flat }).levelScore).toBeLessThan(0.6);
  });

  it('are those of a matcher too, and not to be had of one without', () => {
    const matcher = createMatcher(judged.achievements, { signals, conditions, levels });
    expect(evaluateLevels(judged, matcher)).toEqual(evaluateLevels(judged, { signals, conditions, levels }));
    expect(() => evaluateLevels(judged, { levels: false })).toThrow('a matcher whose matches have levels');
    expect(() => evaluateLevels(judged, createMatcher([{ id: 'x', title: '涂层' }]))).toThrow(
      'a matcher that holds every judged achievement',
    );
  });

  it('have no measure without judgments', () => {
    const { levelScore, answered } = evaluateLevels({ ...judged, judgments: [] });
    expect([levelScore, answered]).toEqual([undefined, undefined]);
  });
});
