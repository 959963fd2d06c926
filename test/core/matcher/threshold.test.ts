import { createMatcher, suggestThreshold } from 'cuohe/core';
import { describe, expect, it } from 'vitest';
import { badPaths, PARTS, thrownBy } from '../../fixtures.ts';

/** Records of two chains and of none, which share the characters of a few common words. */
const records = Array.from({ length: 60 }, (_, i) => ({
  id: i,
  title: ['热障涂层', '新药', '钢'][i % 3]!,
  abstract: `${['设备', '系统', '方法', '工艺', '平台'][i % 5]}研究 n${i % 7}`,
}));
const matcher = createMatcher(records, PARTS);

describe('a suggested threshold', () => {
  it('lets at most the share of unrelated pairs through that is asked for, and a thousandth less would not', () => {
    for (const noise of [0.005, 0.05, 0.3]) {
      const found = suggestThreshold(matcher, { noise });
      expect(found.basis).toBe('collection');
      expect(found.noise).toBeLessThanOrEqual(noise);
      const scores = records.flatMap(({ id }) => {
        const chains = new Set(matcher.chainsOf(id).map(({ code }) => code));
        const others = records.filter(
          (other) => other.id !== id && !matcher.chainsOf(other.id).some(({ code }) => chains.has(code)),
        );
        const query = { ...matcher.parsed(matcher.indexOf(id)), kind: 'achievement' as const };
        return matcher
          .reasons(
            query,
            others.map((other) => other.id),
            { explain: false },
          )
          .map(({ score }) => score);
      });
      expect(found.pairs).toBe(scores.length);
      const share = (least: number) => scores.filter((score) => score >= least).length / scores.length;
      expect(share(found.minScore)).toBe(found.noise);
      expect(share(found.minScore - 0.001)).toBeGreaterThan(noise);
    }
  });

  it('comes from queries like those that will be asked', () => {
    const queries = Array.from({ length: 20 }, (_, i) => `${i % 2 ? '涂层' : '新药'} 系统 n${i}`);
    const found = suggestThreshold(matcher, { queries, noise: 0.02 });
    expect(found.basis).toBe('queries');
    const kept = queries.flatMap((query) => {
      const chains = new Set(matcher.tagChains(query).map(({ code }) => code));
      const { matches } = matcher.match(query, { limit: 100, minScore: found.minScore });
      return matches.filter(({ id }) => !matcher.chainsOf(id).some(({ code }) => chains.has(code)));
    });
    expect(kept.length / found.pairs).toBe(found.noise);
  });

  it('comes from judgments where there are any, with the share of relevant pairs that it keeps', () => {
    const judgments = records.map(({ id, title }) => ({
      query: '热障涂层',
      id,
      relevant: title === '热障涂层',
    }));
    const found = suggestThreshold(matcher, { judgments, noise: 0.05 });
    expect(found).toMatchObject({ basis: 'judgments', pairs: 40, recall: 1 });
    expect(found.noise).toBeLessThanOrEqual(0.05);
  });

  it('is the same for the same collection', () => {
    expect(suggestThreshold(createMatcher(records, PARTS))).toEqual(suggestThreshold(matcher));
  });

  it('is not made up where there are too few pairs', () => {
    const error = thrownBy(() => suggestThreshold(createMatcher(records.slice(0, 5), PARTS)));
    expect(error.message).toContain(
      'noise: expected a share of at least 200 unrelated pairs, or a larger share',
    );
  });

  it('refuses bad options', () => {
    const bad = (options: object) => badPaths(() => suggestThreshold(matcher, options as never));
    expect(bad({ noise: 0, quieries: [], judgments: {} })).toEqual(['quieries', 'noise', 'judgments']);
    expect(badPaths(() => suggestThreshold({} as never))).toEqual(['matcher']);
  });
});
