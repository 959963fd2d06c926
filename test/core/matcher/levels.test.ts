import * as preset from 'cuohe';
import { createMatcher, openMatcher } from 'cuohe/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHIPPED_LEVELS } from '../../../src/defaults/levels.ts';
import { achievements, demand, EVERYTHING, PARTS, thrownBy } from '../../fixtures.ts';

const WITH = { ...PARTS, levels: SHIPPED_LEVELS };
const told = (matches: readonly preset.LeanMatch[]) =>
  matches.map(({ id, score, level, probability }) => ({ id, score, level, probability }));

describe('levels of matches', () => {
  it('are the same in a result, a lean one, any page, an opened index, and what was found before', () => {
    fc.assert(
      fc.property(achievements(), demand, (records, query) => {
        const matcher = createMatcher(records, WITH);
        const all = matcher.match(query, EVERYTHING);
        const expected = told(all.matches);
        const opened = openMatcher(matcher.save(), WITH);
        expect(told(opened.match(query, EVERYTHING).matches)).toEqual(expected);
        expect(told(matcher.match(query, { ...EVERYTHING, lean: true }).matches)).toEqual(expected);
        const page = matcher.match(query, { ...EVERYTHING, limit: 2, offset: 1 });
        expect(told(page.matches)).toEqual(expected.slice(1, 3));
        expect(page.answer).toEqual(all.answer);
        const ids = expected.map(({ id }) => id);
        expect(told(matcher.reasons(query, ids, { explain: false }))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('never rise with the rank, change no order, and say whether the best is 较强 at least', () => {
    fc.assert(
      fc.property(achievements(), demand, (records, query) => {
        const { matches, answer } = createMatcher(records, WITH).match(query, EVERYTHING);
        const without = createMatcher(records, PARTS).match(query, EVERYTHING);
        expect(matches.map(({ id, score }) => [id, score])).toEqual(
          without.matches.map(({ id, score }) => [id, score]),
        );
        matches.forEach(({ level, probability }, i) => {
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1);
          const next = matches[i + 1];
          expect(next?.probability ?? 0).toBeLessThanOrEqual(probability!);
          expect(next?.level?.level ?? 0).toBeLessThanOrEqual(level!.level);
        });
        expect(answer!.answered).toBe((matches[0]?.level?.level ?? 0) >= 2);
        expect(answer!.probability).toBe(matches[0]?.probability ?? 0);
      }),
      { numRuns: 100 },
    );
  });

  it('are told of collections of no record and of one', () => {
    for (const records of [[], [{ id: 'a', title: '热障涂层' }]]) {
      for (const title of ['热障涂层', '无关', '']) {
        const { matches, answer } = createMatcher(records, WITH).match({ title });
        expect(answer).toMatchObject({ answered: records.length === 1 && title === '热障涂层' });
        for (const { probability } of matches) expect(probability).toBeGreaterThan(0.5);
      }
    }
  });

  it('answer also where no match is shown', () => {
    const matcher = createMatcher([{ id: 'a', title: '热障涂层' }], WITH);
    const { matches, answer } = matcher.match('热障涂层', { limit: 0 });
    expect([matches, answer!.answered]).toEqual([[], true]);
    expect(matcher.match('热障涂层', { minScore: 1 }).answer).toMatchObject({
      answered: false,
      zh: '没有找到与这项需求相关的。',
    });
  });

  it('are for a demand and what may answer it, in both directions, and not for records of one side', () => {
    const supply = createMatcher(
      [
        { id: 'a', title: '热障涂层' },
        { id: 'b', title: '隔热涂层' },
      ],
      WITH,
    );
    expect(supply.similar('a').matches[0]!.level).toBeUndefined();
    expect(supply.similar('a').answer).toBeUndefined();
    expect(supply.match({ kind: 'achievement', title: '涂层' }).answer).toBeUndefined();
    const demands = createMatcher([{ id: 'd', title: '热障涂层' }], { ...WITH, side: 'demand' });
    expect(demands.match('热障涂层').answer).toMatchObject({
      answered: true,
      zh: '所列中有较有把握用得上这项成果的需求。',
    });
  });
});

describe('a calibration', () => {
  const rows = [{ id: 'a', title: '热障涂层' }];

  it('is shipped with the default words and chains, and can be left out or replaced', () => {
    const level = (options?: preset.MatcherOptions) =>
      preset.createMatcher(rows, { ...PARTS, ...options }).match('热障涂层').matches[0]!.level?.labelZh;
    expect(level()).toBe('强');
    expect(level({ levels: false })).toBeUndefined();
    expect(level({ levels: { ...SHIPPED_LEVELS, thresholds: [0, 0, 20] } })).toBe('较强');
    expect(createMatcher(rows, PARTS).match('热障涂层').matches[0]!.level).toBeUndefined();
  });

  it('says nothing of scores under other weights, or with vectors that it was made without', () => {
    const level = (options: preset.MatcherOptions) =>
      preset.createMatcher(rows, { ...PARTS, ...options }).match('热障涂层').matches[0]!.level;
    expect(level({ signals: { title: 0 } })).toBeUndefined();
    expect(level({ vectors: { records: [[1, 0]] } })).toBeUndefined();
    expect(level({ conditions: { quantity: 0 } })).toBeDefined();
  });

  it('that is none is refused, with all that is wrong', () => {
    const levels = { thresholds: [1, 0, 2], slope: -1, signals: { title: 1 }, extra: 1 } as never;
    for (const make of [
      () => createMatcher(rows, { ...PARTS, levels }),
      () => openMatcher(createMatcher(rows, PARTS).save(), { ...PARTS, levels }),
    ]) {
      const message = (thrownBy(make) as Error).message;
      for (const part of ['levels.thresholds', 'levels.slope', 'levels.signals.chains', 'levels.extra'])
        expect(message).toContain(part);
    }
  });
});

describe('the shipped levels', () => {
  it('call 强 what says the same, and find nothing where nothing is', () => {
    const matcher = preset.createMatcher([
      { id: 'A', title: '汽轮机叶片的耐磨涂层', abstract: '在叶片表面喷涂耐磨涂层，延长寿命' },
      { id: 'B', title: '苹果树腐烂病的防治', abstract: '筛选拮抗菌，防治苹果腐烂病' },
      { id: 'C', title: '矿井巷道支护技术' },
    ]);
    const answer = (query: string) => matcher.match(query).answer!;
    expect(answer('汽轮机叶片需要耐磨涂层').answered).toBe(true);
    expect(answer('燃煤锅炉烟气脱硝').answered).toBe(false);
    expect(answer('苹果手机屏幕贴合').answered).toBe(false);
    expect(matcher.match('汽轮机叶片需要耐磨涂层').matches[0]!.level!.labelZh).toBe('强');
  });
});
