import {
  type AchievementInput,
  collectStatistics,
  createMatcher,
  createWeigher,
  mergeStatistics,
  openMatcher,
  openStatistics,
  pruneStatistics,
  saveStatistics,
  statisticsDrift,
} from 'cuohe/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TermStatistics } from '../../../src/core/vectors/statistics.ts';
import { achievements, badPaths, demand, EVERYTHING, PARTS, titled } from '../../fixtures.ts';

const counted = (own: readonly AchievementInput[]) => collectStatistics({ achievements: own }, PARTS);
/** All counts, by term with the mark of its signal. */
const countsOf = (statistics: unknown) => {
  const { vocabulary, frequencies } = (statistics as TermStatistics).parts;
  return Array.from(frequencies, (frequency, id) => [vocabulary.term(id), frequency] as const);
};
const records = titled('热障涂层', '新药 tc4', '算法', '涂层');
const statistics = counted(records);

describe('pruned statistics', () => {
  it('are the counts without those below the least, of as many records', () => {
    let left = 0;
    fc.assert(
      fc.property(achievements(), fc.integer({ min: 1, max: 5 }), (own, least) => {
        const all = counted(own);
        const pruned = pruneStatistics(all, { least });
        const expected = countsOf(all).filter(([, frequency]) => frequency >= least);
        left += countsOf(all).length - expected.length;
        expect(countsOf(pruned)).toEqual(expected);
        expect([pruned.count, pruned.size, pruned.least]).toEqual([all.count, expected.length, least]);
        for (const [term, frequency] of countsOf(all)) {
          const held = (pruned as TermStatistics).frequencyOf(term.slice(1), term.charAt(0));
          expect(held).toBe(frequency >= least ? frequency : 0);
        }
      }),
      { numRuns: 200 },
    );
    expect(left).toBeGreaterThan(500);
  });

  it('have the definition in their version, whether or not it left anything out', () => {
    const every = counted(titled('涂层', '涂层'));
    const versions = [every, ...[2, 3].map((least) => pruneStatistics(every, { least }))].map(
      ({ version }) => version,
    );
    expect(pruneStatistics(every).size).toBe(every.size);
    expect(new Set(versions).size).toBe(3);
    expect(pruneStatistics(every, { least: 1 })).toBe(every);
  });

  it('are of two records at least unless told otherwise, and pruned again of the greater number', () => {
    const pruned = pruneStatistics(statistics, { least: 3 });
    expect(pruneStatistics(statistics).least).toBe(2);
    expect(pruneStatistics(pruned)).toBe(pruned);
    expect(pruneStatistics(pruneStatistics(statistics), { least: 3 }).version).toBe(pruned.version);
  });

  it('are the same after saving and opening; what is not pruned is saved as ever', () => {
    const pruned = pruneStatistics(statistics);
    const opened = openStatistics(saveStatistics(pruned));
    expect([opened.version, opened.least, opened.size]).toEqual([pruned.version, 2, pruned.size]);
    expect(openStatistics(saveStatistics(statistics)).least).toBe(1);
    const head = Buffer.from(saveStatistics(statistics)).toString('latin1');
    expect(head).not.toContain('least');
  });

  it('are not merged, since a term that each left out might stand in enough records of all', () => {
    const pruned = pruneStatistics(statistics);
    expect(badPaths(() => mergeStatistics(statistics, pruned))).toEqual(['[1]']);
    expect(
      badPaths(() => mergeStatistics(pruned, statistics, openStatistics(saveStatistics(pruned)))),
    ).toEqual(['[0]', '[2]']);
  });

  it('weigh alike in an index, in one that was saved, and without one', () => {
    fc.assert(
      fc.property(achievements(), achievements(), demand, (own, others, query) => {
        const shared = pruneStatistics(counted(others));
        const matcher = createMatcher(own, { ...PARTS, statistics: shared });
        const weigher = createWeigher({ ...PARTS, statistics: shared });
        const opened = openMatcher(matcher.save(), { ...PARTS, statistics: shared });
        const { matches } = matcher.match(query, { ...EVERYTHING, explain: false });
        expect(opened.match(query, { ...EVERYTHING, explain: false }).matches).toEqual(
          matches.map((match) => ({ ...match, record: expect.anything() })),
        );
        for (const { index, score } of matches) expect(weigher.score(query, own[index]!)).toBe(score);
      }),
      { numRuns: 200 },
    );
  });

  it('refuse anything else by name', () => {
    expect(badPaths(() => pruneStatistics({} as never))).toEqual(['statistics']);
    for (const least of [0, 1.5, Number.NaN, '2', null] as never[])
      expect(badPaths(() => pruneStatistics(statistics, { least }))).toEqual(['least']);
    expect(badPaths(() => pruneStatistics(statistics, { min: 2 } as never))).toEqual(['min']);
  });
});

describe('the drift between two statistics', () => {
  it('is that of an index under the first with the records of the second, to the bit', () => {
    let drifted = 0;
    fc.assert(
      fc.property(achievements(), achievements(), fc.integer({ min: 1, max: 3 }), (before, after, least) => {
        const used = pruneStatistics(counted(before), { least });
        const drift = statisticsDrift(used, counted(after));
        expect(drift).toEqual(createMatcher(after, { ...PARTS, statistics: used }).drift());
        if (drift.shift > 0 && drift.unknown > 0) drifted++;
      }),
      { numRuns: 300 },
    );
    expect(drifted).toBeGreaterThan(100);
  });

  it('leaves out terms that are dropped, as an index does', () => {
    const many = (offset: number) => titled(...Array.from({ length: 250 }, (_, i) => `涂层 词${i + offset}`));
    for (const maxDocumentShare of [0.2, 1]) {
      const options = { maxDocumentShare };
      const used = counted(many(0));
      const own = createMatcher(many(100), { ...PARTS, statistics: used, ...options });
      expect(statisticsDrift(used, counted(many(100)), options)).toEqual(own.drift());
    }
    const [byDefault, all] = [{}, { maxDocumentShare: 1 }].map((options) =>
      statisticsDrift(counted(many(0)), counted(many(100)), options),
    );
    expect(byDefault!.unknown).toBeGreaterThan(all!.unknown);
  });

  it('is none to statistics of the same records, pruned or not, nor of no records', () => {
    const none = { records: 4, counted: 4, unknown: 0, shift: 0 };
    expect(statisticsDrift(statistics, statistics)).toEqual(none);
    expect(statisticsDrift(pruneStatistics(statistics), statistics)).toEqual(none);
    const matcher = createMatcher(records, { ...PARTS, statistics: pruneStatistics(statistics) });
    expect(matcher.drift()).toEqual(none);
    expect(statisticsDrift(statistics, counted([]))).toEqual({ ...none, records: 0 });
  });

  it('refuses pruned counts of today, other words, and anything else by name', () => {
    const pruned = pruneStatistics(statistics);
    const other = collectStatistics({ achievements: records }, { ...PARTS, fields: { title: 0 } });
    expect(badPaths(() => statisticsDrift(statistics, pruned))).toEqual(['now']);
    expect(badPaths(() => statisticsDrift(statistics, other))).toEqual(['now']);
    expect(badPaths(() => statisticsDrift({} as never, 1 as never))).toEqual(['used', 'now']);
    expect(badPaths(() => statisticsDrift(statistics, statistics, { maxDocumentShare: 2 }))).toEqual([
      'maxDocumentShare',
    ]);
    expect(badPaths(() => statisticsDrift(statistics, statistics, { share: 1 } as never))).toEqual(['share']);
  });
});
