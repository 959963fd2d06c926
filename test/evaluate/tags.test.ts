import { tagChains } from 'cuohe';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TaggedTitle } from '../../src/evaluate/tagged-title.ts';
import { evaluateTags } from '../../src/evaluate/tags.ts';

/** Titles whose text is what the tagger says. */
const spoken = ({ title }: TaggedTitle) => title.split(' ').filter((code) => code !== '');
const titled = (title: string, codes: string[], accepted = codes): TaggedTitle => ({
  id: `id of ${title}`,
  title,
  codes,
  accepted,
});

describe('the evaluation of tags', () => {
  it.each<[TaggedTitle, object, string]>([
    [titled('A', ['A']), { microF1: 1, precision: 1, recall: 1, macroF1: 1, firstCode: 1 }, 'right'],
    [
      titled('B', ['A']),
      { microF1: 0, precision: 0, recall: 0, macroF1: 0, firstCode: 0 },
      'one wrong, one missed',
    ],
    [titled('', ['A']), { microF1: 0, precision: 0, recall: 0, macroF1: 0, firstCode: 0 }, 'missed'],
    [titled('', []), { microF1: 0, precision: 0, recall: 0, macroF1: 0, firstCode: 1 }, 'rightly none'],
    [titled('A', []), { microF1: 0, precision: 0, recall: 0, firstCode: 0 }, 'one too many'],
    [titled('A B', ['A'], ['A', 'B']), { precision: 1, recall: 1, firstCode: 1 }, 'B is accepted'],
    [titled('A', ['A'], ['A', 'B']), { precision: 1, recall: 1, firstCode: 1 }, 'B need not be found'],
    [titled('B A', ['A'], ['A', 'B']), { precision: 1, recall: 1, firstCode: 0 }, 'A should come first'],
    [
      titled('A C', ['A', 'B']),
      { precision: 0.5, recall: 0.5, microF1: 0.5 },
      'one right, one wrong, one missed',
    ],
    [titled('A A', ['A']), { precision: 1, recall: 1, microF1: 1 }, 'said twice counts once'],
  ])('of %j is %j: %s', (title, expected) => {
    expect(evaluateTags([title], spoken)).toMatchObject(expected);
  });

  it('sums counts over titles for micro F1, and takes the mean over codes for macro F1', () => {
    const result = evaluateTags([titled('A', ['A']), titled('A B', ['A'], ['A']), titled('', ['C'])], spoken);
    // Right: A, A. Wrong: B. Missed: C. Precision 2/3, recall 2/3.
    expect(result.precision).toBeCloseTo(2 / 3, 12);
    expect(result.recall).toBeCloseTo(2 / 3, 12);
    expect(result.microF1).toBeCloseTo(2 / 3, 12);
    // F1 of A is 1, of B and C 0.
    expect(result.macroF1).toBeCloseTo(1 / 3, 12);
    expect(result.perCode.get('B')).toMatchObject({ right: 0, wrong: 1, missed: 0, f1: 0 });
    expect(result.perTitle[1]).toEqual({
      id: 'id of A B',
      predicted: ['A', 'B'],
      right: ['A'],
      wrong: ['B'],
      missed: [],
      firstRight: true,
    });
  });

  it('accepts the codes where nothing else is said', () => {
    expect(evaluateTags([{ id: 'x', title: 'A', codes: ['A'] }], spoken)).toMatchObject({ microF1: 1 });
  });

  it('has zeros for no titles', () => {
    expect(evaluateTags([])).toMatchObject({ microF1: 0, macroF1: 0, firstCode: 0, titles: 0, perTitle: [] });
  });

  it('tags the bare title with the default chains unless given a tagger', () => {
    const title = '燃气轮机叶片热障涂层';
    const codes = tagChains({ id: 'x', title }).map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(0);
    expect(evaluateTags([{ id: 'x', title, codes }]).perTitle[0]?.predicted).toEqual(codes);
  });

  it('counts what the definition says', () => {
    const code = fc.constantFrom<string[]>('A', 'B', 'C', 'D');
    const title = fc
      .tuple(fc.uniqueArray(code), fc.uniqueArray(code), fc.uniqueArray(code))
      .map(([said, codes, more]) => ({ title: said.join(' '), codes, accepted: [...codes, ...more] }));
    fc.assert(
      fc.property(fc.array(title), (list) => {
        const titles = list.map((item, i) => ({ ...item, id: String(i) }));
        let right = 0;
        let wrong = 0;
        let missed = 0;
        for (const item of titles) {
          for (const said of spoken(item)) item.accepted.includes(said) ? right++ : wrong++;
          for (const wanted of item.codes) if (!spoken(item).includes(wanted)) missed++;
        }
        const result = evaluateTags(titles, spoken);
        expect(result.precision).toBe(right + wrong === 0 ? 0 : right / (right + wrong));
        expect(result.recall).toBe(right + missed === 0 ? 0 : right / (right + missed));
        // F1 = 2 TP / (2 TP + FP + FN), another way to write it.
        const all = 2 * right + wrong + missed;
        expect(result.microF1).toBeCloseTo(all === 0 ? 0 : (2 * right) / all, 12);
        expect(result.macroF1).toBeLessThanOrEqual(1);
        expect(result.firstCode).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('names every bad title in one error', () => {
    const bad = [{ id: 'x', title: 1, codes: 'A' }, { id: 'x', title: '', codes: [], accepted: [2] }, null];
    expect(() => evaluateTags(bad as unknown as TaggedTitle[])).toThrow(
      expect.objectContaining({
        code: 'INVALID_RECORDS',
        issues: [
          expect.objectContaining({ place: 'titles[0]', path: 'title' }),
          expect.objectContaining({ place: 'titles[0]', path: 'codes', expected: 'an array of codes' }),
          expect.objectContaining({ place: 'titles[1]', path: 'id', received: 'the id of titles[0]' }),
          expect.objectContaining({ place: 'titles[1]', path: 'accepted[0]' }),
          expect.objectContaining({ place: 'titles[2]', expected: 'an object' }),
        ],
      }),
    );
  });
});
