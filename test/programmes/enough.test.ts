import { createMatcher, suggestThreshold } from 'cuohe';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enoughFor, type Mark } from '../../src/programmes/common/enough.ts';
import { achievements, demand, PARTS } from '../fixtures.ts';
import { badPathsOf } from './bad-paths.ts';

const EVERYTHING = { includeExpired: true, clearance: 'top-secret' } as const;
const MARKS: readonly (readonly [Mark, least: number, noise: number])[] = [
  ['answers', 2, 1 / 1000],
  ['near', 1, 1 / 200],
];

describe('what is enough', () => {
  it('is told by the level of a match, and no floor takes away what is', () => {
    fc.assert(
      fc.property(achievements(), demand, fc.constantFrom(...MARKS), (records, query, [mark, least]) => {
        const matcher = createMatcher(records, PARTS);
        const enough = enoughFor(matcher, mark, undefined);
        const options = { limit: Number.POSITIVE_INFINITY, filter: EVERYTHING, explain: false } as const;
        const { matches } = matcher.match(query, options);
        const wanted = matches.filter(({ level }) => level!.level >= least).map(({ id }) => id);
        expect(matches.filter(enough.passes).map(({ id }) => id)).toEqual(wanted);
        for (const minScore of [enough.floor(), enough.floor(query)]) {
          const cut = matcher.match(query, { ...options, minScore }).matches;
          expect(cut.filter(enough.passes).map(({ id }) => id)).toEqual(wanted);
        }
        expect(enough.minScore).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('is what the host gives, where there is something', () => {
    const matcher = createMatcher([{ id: '1', title: '热障涂层' }], PARTS);
    const enough = enoughFor(matcher, 'answers', 0.4);
    expect([enough.minScore, enough.floor(), enough.floor({ id: 'q', title: '热' })]).toEqual([
      0.4, 0.4, 0.4,
    ]);
    expect([0.39, 0.4].map((score) => enough.passes({ score }))).toEqual([false, true]);
  });

  it('is drawn from the collection without levels, and between records of one side', () => {
    const words = ['热障涂层', '制药新药', '软件算法', '燃机', '隔热涂层'];
    const records = Array.from({ length: 40 }, (_, i) => ({
      id: `r${i}`,
      title: `${words[i % 5]}${words[(i * 7 + 3) % 5]}`,
      abstract: words[(i * 3) % 4]!,
      chains: [`T${(i % 3) + 1}`],
    }));
    const plain = createMatcher(records, { ...PARTS, levels: false });
    for (const [mark, , noise] of MARKS) {
      const { minScore } = suggestThreshold(plain, { noise });
      expect(enoughFor(plain, mark, undefined).minScore).toBe(minScore);
      const levelled = createMatcher(records, PARTS);
      const beside = enoughFor(levelled, mark, undefined);
      // A match without a level is held to the score.
      expect([beside.passes({ score: minScore }), beside.passes({ score: minScore - 0.001 })]).toEqual([
        true,
        false,
      ]);
      expect(beside.floor({ id: 'q', kind: 'achievement', title: '热' })).toBe(minScore);
    }
  });

  it('lets no unrelated pair of a small collection pass, and asks for a score where there is none to draw', async () => {
    const few = createMatcher(
      ['热障涂层', '制药', '算法', '燃机', '新药'].map((title, i) => ({
        id: `${i}`,
        title,
        chains: [`X${i}`],
      })),
      { ...PARTS, levels: false },
    );
    const { minScore } = enoughFor(few, 'answers', undefined);
    const scores = Array.from({ length: 5 }, (_, i) => few.similar(String(i), { limit: 5 }).matches).flat();
    expect(scores.every(({ score }) => score < minScore!)).toBe(true);
    const one = createMatcher([{ id: '1', title: '热障涂层' }], { ...PARTS, levels: false });
    expect(await badPathsOf(() => enoughFor(one, 'near', undefined).floor())).toEqual(['minScore']);
    expect(enoughFor(createMatcher([], { ...PARTS, levels: false }), 'near', undefined).floor()).toBe(0);
  });
});
