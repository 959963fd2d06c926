import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dcg, ndcgAt } from '../../src/evaluate/gain.ts';

const grades = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 });
const cut = fc.integer({ min: 1, max: 15 });

/** The definitions once more, word for word. */
function naiveDcg(list: readonly number[], k: number): number {
  let sum = 0;
  for (let rank = 1; rank <= list.length && rank <= k; rank++) {
    sum += (2 ** list[rank - 1]! - 1) / (Math.log(rank + 1) / Math.log(2));
  }
  return sum;
}

describe('discounted cumulative gain', () => {
  it.each<[number[], number, number, string]>([
    [[], 10, 0, 'an empty ranking gains nothing'],
    [[3], 10, 7, '2³ − 1 at rank 1, discount log2(2) = 1'],
    [[0, 3], 10, 7 / Math.log2(3), 'the same one rank later'],
    [[0, 0, 3], 10, 3.5, 'at rank 3 the discount is log2(4) = 2'],
    [[1, 0, 2], 10, 2.5, '1 / 1 + 0 + 3 / 2'],
    [[1, 0, 2], 2, 1, 'rank 3 is cut off'],
    [[0, 0], 10, 0, 'grade 0 has gain 2⁰ − 1 = 0'],
  ])('of %j at %d is %d: %s', (list, k, expected) => {
    expect(dcg(list, k)).toBeCloseTo(expected, 12);
  });

  it('is the sum of its definition', () => {
    fc.assert(
      fc.property(grades, cut, (list, k) => {
        expect(dcg(list, k)).toBeCloseTo(naiveDcg(list, k), 9);
      }),
    );
  });
});

describe('nDCG', () => {
  it.each<[number[], number, number, string]>([
    [[3, 2, 1, 0], 10, 1, 'the ideal order'],
    [[0, 3], 10, 1 / Math.log2(3), '7 / log2(3) against 7'],
    [[1, 0, 2], 10, 2.5 / (3 + 1 / Math.log2(3)), 'the ideal is 2, 1, 0'],
    [[0, 0, 3], 2, 0, 'the only gain is below the cut'],
    [[2, 2], 10, 1, 'equal grades leave one order'],
  ])('of %j at %d is %d: %s', (list, k, expected) => {
    expect(ndcgAt(list, k)).toBeCloseTo(expected, 12);
  });

  it('takes the ideal from the whole pool where the ranking holds a part of it', () => {
    // Gain 1 at rank 1, where the pool has 7.
    expect(ndcgAt([1], 1, [1, 3])).toBeCloseTo(1 / 7, 12);
  });

  it('counts ten ranks unless told otherwise', () => {
    const late = [...Array<number>(10).fill(0), 3];
    expect(ndcgAt(late)).toBe(0);
    expect(ndcgAt(late, 11)).toBeCloseTo(1 / Math.log2(12), 12);
  });

  it.each([[[]], [[0, 0]]])('is undefined for %j: nothing could be gained', (list) => {
    expect(ndcgAt(list)).toBeUndefined();
  });

  it('lies in [0, 1], and is 1 for falling grades', () => {
    fc.assert(
      fc.property(grades, cut, (list, k) => {
        const value = ndcgAt(list, k);
        if (Math.max(0, ...list) === 0) {
          expect(value).toBeUndefined();
          return;
        }
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        const ideal = list.toSorted((a, b) => b - a);
        expect(ndcgAt(ideal, k)).toBe(1);
      }),
    );
  });

  it('never falls when a better item moves up', () => {
    fc.assert(
      fc.property(grades, cut, fc.nat(), (list, k, at) => {
        fc.pre(list.length >= 2);
        const i = at % (list.length - 1);
        const better = [...list];
        [better[i], better[i + 1]] = [Math.max(list[i]!, list[i + 1]!), Math.min(list[i]!, list[i + 1]!)];
        expect(ndcgAt(better, k) ?? 0).toBeGreaterThanOrEqual((ndcgAt(list, k) ?? 0) - 1e-12);
      }),
    );
  });

  it.each<[string, () => unknown]>([
    ['grades', () => ndcgAt([1, Number.NaN])],
    ['grades', () => dcg([-1])],
    ['grades', () => dcg([2000])],
    ['pool', () => ndcgAt([1], 10, [Number.NaN])],
    ['k', () => ndcgAt([1], 0)],
    ['k', () => ndcgAt([1], 2.5)],
  ])('refuses bad %s', (path, act) => {
    expect(act).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTIONS', issues: [expect.objectContaining({ path })] }),
    );
  });
});
