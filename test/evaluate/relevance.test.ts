import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averagePrecision,
  mrr,
  precisionAt,
  recallAt,
  reciprocalRank,
} from '../../src/evaluate/relevance.ts';

const grades = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 });
const cut = fc.integer({ min: 1, max: 15 });

describe('measures of relevance', () => {
  it.each<[number[], number, number, string]>([
    [[2, 1, 3], 1, 1, 'grade 2 is relevant'],
    [[1, 3], 1, 0, 'grade 1 is not'],
    [[3, 0, 2, 0], 4, 0.5, 'two of four'],
    [[3], 5, 0.2, 'ranks that are not filled count as irrelevant'],
    [[], 1, 0, 'an empty ranking has nothing right'],
  ])('precision of %j at %d is %d: %s', (list, k, expected) => {
    expect(precisionAt(list, k)).toBe(expected);
  });

  it.each<[number[], number, number | undefined, string]>([
    [[3, 0, 2, 0], 1, 0.5, 'one of two'],
    [[3, 0, 2, 0], 3, 1, 'both'],
    [[0, 0, 2], 2, 0, 'it stands behind the cut'],
    [[1, 0], 2, undefined, 'there is nothing to find'],
    [[], 10, undefined, 'there is nothing at all'],
  ])('recall of %j at %d is %d: %s', (list, k, expected) => {
    expect(recallAt(list, k)).toBe(expected);
  });

  it.each<[number[], number | undefined, string]>([
    [[2, 0], 1, 'first'],
    [[1, 0, 3, 3], 1 / 3, 'the first of two stands third'],
    [[1, 1], undefined, 'none is relevant'],
    [[], undefined, 'there is none'],
  ])('reciprocal rank of %j is %d: %s', (list, expected) => {
    expect(reciprocalRank(list)).toBe(expected);
  });

  it.each<[number[], number | undefined, string]>([
    [[3, 2, 0], 1, 'all in front'],
    [[0, 2, 0, 3], 0.5, '(1/2 + 2/4) / 2'],
    [[3, 0, 2], 5 / 6, '(1/1 + 2/3) / 2'],
    [[0, 1], undefined, 'none is relevant'],
  ])('average precision of %j is %d: %s', (list, expected) => {
    expect(averagePrecision(list)).toEqual(expected === undefined ? undefined : expect.closeTo(expected, 12));
  });

  it('look for the relevant items of the whole pool', () => {
    expect(recallAt([3], 10, 2, [3, 2])).toBe(0.5);
    expect(reciprocalRank([0], 2, [0, 3])).toBe(0);
    expect(averagePrecision([0, 3], 2, [0, 3, 3])).toBe(0.25);
  });

  it('take another border of relevance', () => {
    expect(precisionAt([1], 1, 1)).toBe(1);
    expect(recallAt([1, 3], 1, 3)).toBe(0);
  });

  it('mean reciprocal rank leaves out rankings without a relevant item', () => {
    // (1 + 1/2) / 2
    expect(mrr([[3], [0, 2], [1, 1], []])).toBe(0.75);
    expect(mrr([[1]])).toBeUndefined();
    expect(mrr([])).toBeUndefined();
  });

  it('count what their definitions say', () => {
    fc.assert(
      fc.property(grades, cut, (list, k) => {
        let found = 0;
        for (let i = 0; i < Math.min(k, list.length); i++) if (list[i]! >= 2) found++;
        let total = 0;
        for (const grade of list) if (grade >= 2) total++;
        expect(precisionAt(list, k)).toBe(found / k);
        expect(recallAt(list, k)).toBe(total === 0 ? undefined : found / total);
        // Average precision by its definition: Σ P@rank over the ranks of relevant items.
        let sum = 0;
        list.forEach((grade, i) => {
          if (grade >= 2) sum += precisionAt(list, i + 1);
        });
        const value = averagePrecision(list);
        if (total === 0) expect(value).toBeUndefined();
        else expect(value).toBeCloseTo(sum / total, 12);
      }),
    );
  });

  it.each<[string, () => unknown]>([
    ['grades', () => precisionAt([Number.NaN], 1)],
    ['k', () => precisionAt([1], Number.POSITIVE_INFINITY)],
    ['k', () => recallAt([1], -1)],
    ['pool', () => averagePrecision([1], 2, [99])],
    ['relevant', () => reciprocalRank([1], 0)],
  ])('refuse bad %s', (path, act) => {
    expect(act).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTIONS', issues: [expect.objectContaining({ path })] }),
    );
  });
});
