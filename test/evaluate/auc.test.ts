import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auc } from '../../src/evaluate/auc.ts';

// Few different scores, so that ties are common.
const items = fc.array(fc.record({ score: fc.integer({ min: -3, max: 3 }), relevant: fc.boolean() }), {
  maxLength: 40,
});

/** Every pair, one by one. */
function naiveAuc(scores: readonly number[], relevant: readonly boolean[]): number | undefined {
  let won = 0;
  let pairs = 0;
  scores.forEach((score, i) => {
    scores.forEach((other, j) => {
      if (!relevant[i] || relevant[j]) return;
      pairs++;
      if (score > other) won += 1;
      else if (score === other) won += 0.5;
    });
  });
  return pairs === 0 ? undefined : won / pairs;
}

describe('AUC', () => {
  it.each<[number[], boolean[], number | undefined, string]>([
    [[2, 1], [true, false], 1, 'the relevant one is above'],
    [[1, 2], [true, false], 0, 'the relevant one is below'],
    [[1, 1], [true, false], 0.5, 'a tie counts half'],
    [[0.9, 0.4, 0.6, 0.1], [true, true, false, false], 0.75, 'three of four pairs'],
    [[0, 0, 0, 1], [true, false, false, true], 0.75, '1 + 1 + ½ + ½ of four pairs'],
    [[1, 2], [true, true], undefined, 'there is no irrelevant one'],
    [[1], [false], undefined, 'there is no relevant one'],
    [[], [], undefined, 'there is none'],
  ])('of %j, relevant %j, is %d: %s', (scores, relevant, expected) => {
    expect(auc(scores, relevant)).toBe(expected);
  });

  it('is the share of pairs in the right order, ties half', () => {
    fc.assert(
      fc.property(items, (list) => {
        const scores = list.map(({ score }) => score);
        const relevant = list.map((item) => item.relevant);
        const naive = naiveAuc(scores, relevant);
        expect(auc(scores, relevant)).toEqual(naive === undefined ? undefined : expect.closeTo(naive, 12));
      }),
    );
  });

  it('does not depend on the order of the items, nor on the scale of the scores', () => {
    fc.assert(
      fc.property(items, fc.infiniteStream(fc.nat()), (list, keys) => {
        const shuffled = list
          .map((item) => ({ item, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item);
        const relevant = (of: typeof list) => of.map((item) => item.relevant);
        const plain = auc(
          list.map(({ score }) => score),
          relevant(list),
        );
        expect(
          auc(
            shuffled.map(({ score }) => score ** 3 * 10 - 7),
            relevant(shuffled),
          ),
        ).toBe(plain);
      }),
    );
  });

  it.each<[string, () => unknown]>([
    ['scores', () => auc([Number.NaN], [true])],
    ['relevant', () => auc([1, 2], [true])],
  ])('refuses bad %s', (path, act) => {
    expect(act).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTIONS', issues: [expect.objectContaining({ path })] }),
    );
  });
});
