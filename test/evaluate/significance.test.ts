import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedBootstrap, randomizationTest } from '../../src/evaluate/significance.ts';

const zeros = (count: number) => Array<number>(count).fill(0);
const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), {
  maxLength: 12,
});

describe('the randomisation test', () => {
  it.each<[number[], number[], number, number, string]>([
    [[], [], 0, 1, 'nothing to compare'],
    [[0.5, 0.7], [0.5, 0.7], 0, 1, 'nothing changed'],
    [[0], [1], 1, 1, 'one query: either sign is as far from 0'],
    [[0, 0, 0], [1, 1, 1], 1, 0.25, 'all three gain: +++ and −−− of eight'],
    [[0, 0, 0, 0], [1, 1, 1, 0], 0.75, 0.25, 'a query without a difference has no sign'],
    [zeros(10), Array(10).fill(0.1), 0.1, 2 / 1024, 'two of 2¹⁰, whatever the rounding of the sums'],
    [[1, 0], [0, 1], 0, 1, 'one gains what the other loses'],
    [[0, 0], [2, 1], 1.5, 0.5, '+3, +1, −1, −3: two of four reach 3'],
  ])('from %j to %j finds %d with p %d: %s', (before, after, difference, p) => {
    const result = randomizationTest(before, after);
    expect(result).toEqual({ difference: expect.closeTo(difference, 12), p, exact: true });
  });

  it('comes close to the exact p by sampling', () => {
    const after = [5, 3, -1, 4, 2, -2, 6, 1, 3, 0.5];
    const exact = randomizationTest(zeros(10), after, { rounds: 1024 });
    const sampled = randomizationTest(zeros(10), after, { rounds: 1023 });
    expect([exact.exact, sampled.exact]).toEqual([true, false]);
    // Three standard errors of a share near 0.03 from 1,023 draws.
    expect(Math.abs(sampled.p - exact.p)).toBeLessThan(0.02);
  });

  it('never claims a p of 0 from a sample', () => {
    const { p, exact } = randomizationTest(zeros(40), Array(40).fill(1), { rounds: 99 });
    expect({ p, exact }).toEqual({ p: 0.01, exact: false });
  });

  it('is the same in either direction, but for the sign', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const a = list.map(([first]) => first);
        const b = list.map(([, second]) => second);
        const forth = randomizationTest(a, b);
        const back = randomizationTest(b, a);
        expect(back.p).toBe(forth.p);
        expect(back.difference).toBeCloseTo(-forth.difference, 12);
        expect(forth.p).toBeGreaterThan(0);
        expect(forth.p).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the paired bootstrap', () => {
  it('has an interval of no width where every query gains the same', () => {
    const result = pairedBootstrap([1, 2, 3], [2, 3, 4], { rounds: 999 });
    // Centred differences are all 0: no sample reaches the observed gain.
    expect(result).toEqual({ difference: 1, low: 1, high: 1, p: 0.001 });
  });

  it('is sure of nothing where nothing changed, or where nothing is compared', () => {
    expect(pairedBootstrap([1, 2], [1, 2])).toEqual({ difference: 0, low: 0, high: 0, p: 1 });
    expect(pairedBootstrap([], [])).toEqual({ difference: 0, low: 0, high: 0, p: 1 });
  });

  it('has the width that the standard error foretells', () => {
    // 100 differences of 1 and 100 of −1 around 0.2: standard error 1 / √200 = 0.0707, interval 0.2 ± 1.96 of it.
    const after = Array.from({ length: 200 }, (_, i) => 0.2 + (i % 2 === 0 ? 1 : -1));
    const { difference, low, high, p } = pairedBootstrap(zeros(200), after);
    expect(difference).toBeCloseTo(0.2, 12);
    expect(Math.abs(low - (0.2 - 0.1386))).toBeLessThan(0.015);
    expect(Math.abs(high - (0.2 + 0.1386))).toBeLessThan(0.015);
    // 0.2 is 2.83 standard errors from 0: p = 0.0047 under the normal curve.
    expect(p).toBeGreaterThan(0.001);
    expect(p).toBeLessThan(0.01);
  });

  it('has a narrower interval for less confidence', () => {
    const after = [5, 3, -1, 4, 2, -2, 6, 1, 3, 0.5];
    const wide = pairedBootstrap(zeros(10), after, { confidence: 0.99 });
    const narrow = pairedBootstrap(zeros(10), after, { confidence: 0.5 });
    expect(narrow.high - narrow.low).toBeLessThan((wide.high - wide.low) / 2);
  });

  it('keeps the interval within the differences', () => {
    fc.assert(
      fc.property(pairs, fc.integer(), (list, seed) => {
        fc.pre(list.length > 0);
        const differences = list.map(([a, b]) => b - a);
        const { low, high, p } = pairedBootstrap(
          list.map(([a]) => a),
          list.map(([, b]) => b),
          { rounds: 50, seed },
        );
        expect(low).toBeGreaterThanOrEqual(Math.min(...differences));
        expect(high).toBeGreaterThanOrEqual(low);
        expect(high).toBeLessThanOrEqual(Math.max(...differences));
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('both tests', () => {
  const before = Array.from({ length: 30 }, (_, i) => (i * 7) % 11);
  const after = Array.from({ length: 30 }, (_, i) => (i * 5) % 13);

  it.each([
    ['the randomisation test', randomizationTest],
    ['the bootstrap', pairedBootstrap],
  ])('%s gives the same answer for the same seed, and another one for another', (_, test) => {
    expect(test(before, after, { seed: 7 })).toEqual(test(before, after, { seed: 7 }));
    expect(test(before, after, { seed: 7 })).not.toEqual(test(before, after, { seed: 8 }));
  });

  it.each<[string, () => unknown]>([
    ['after', () => randomizationTest([1, 2], [1])],
    ['before', () => pairedBootstrap([Number.NaN], [1])],
    ['rounds', () => randomizationTest([1], [1], { rounds: 0 })],
    ['seed', () => pairedBootstrap([1], [1], { seed: 0.5 })],
    ['confidence', () => pairedBootstrap([1], [1], { confidence: 1 })],
  ])('refuse bad %s', (path, act) => {
    expect(act).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTIONS', issues: [expect.objectContaining({ path })] }),
    );
  });
});
