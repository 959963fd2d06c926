import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelScore } from '../../src/evaluate/levels.ts';

describe('the level score', () => {
  it.each<[number[], number[], number | undefined, string]>([
    [[0, 3], [0, 3], 1, 'every grade met'],
    [[1, 2], [0, 3], 0.5, 'one level off: 1 / (1 + 1)'],
    [[3, 0], [0, 0], 0.4, 'an error of 1.5 on average: 1 / 2.5'],
    [[0.5], [1], 2 / 3, 'half a level: 1 / 1.5'],
    [[], [], undefined, 'no grades'],
  ])('of %j for %j is %d: %s', (predicted, given, expected) => {
    expect(levelScore(predicted, given)).toBe(expected);
  });

  it('is the same with the lists swapped, and at least 1/4 on the scale 0 to 3', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(pairs, (list) => {
        const a = list.map(([first]) => first);
        const b = list.map(([, second]) => second);
        const score = levelScore(a, b);
        expect(score).toBeGreaterThanOrEqual(0.25);
        expect(score).toBeLessThanOrEqual(1);
        expect(levelScore(b, a)).toBe(score);
      }),
    );
  });

  it.each<[string, () => unknown]>([
    ['predicted', () => levelScore([Number.NaN], [1])],
    ['given', () => levelScore([1], [])],
  ])('refuses bad %s', (path, act) => {
    expect(act).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTIONS', issues: [expect.objectContaining({ path })] }),
    );
  });
});
