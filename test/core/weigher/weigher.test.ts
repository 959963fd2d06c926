import {
  collectStatistics,
  createMatcher,
  createWeigher,
  mergeStatistics,
  openMatcher,
  openStatistics,
  saveStatistics,
  type Weigher,
} from 'cuohe/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engineOf } from '../../../src/core/matcher/engine-of.ts';
import {
  achievements,
  badPaths,
  demand,
  EVERYTHING,
  LEXICON,
  PARTS,
  TAXONOMY,
  thrownBy,
  titled,
} from '../../fixtures.ts';

const records = titled('热障涂层', '新药 tc4', '算法', '涂层');
const statistics = collectStatistics({ achievements: records }, PARTS);
/** The row of an indexed record as text and weight. */
const rowIn = (matcher: ReturnType<typeof createMatcher>, index: number) => {
  const { rows, vectorizer } = engineOf(matcher)!.base;
  const { ids, weights } = rows.row(index);
  return { terms: Array.from(ids, (id) => vectorizer.parts.vocabulary.term(id)), weights };
};

const told = (value: unknown) =>
  JSON.stringify(value, (_key, inner) => (inner instanceof Float32Array ? [...inner] : inner));

describe('a weigher', () => {
  it('gives rows, scores and explanations equal to the bit to those of an index under the same statistics', () => {
    let pairs = 0;
    let shared = 0;
    fc.assert(
      fc.property(achievements(), achievements(), demand, (own, others, query) => {
        const background = collectStatistics({ achievements: others, demands: [query] }, PARTS);
        const matcher = createMatcher(own, { ...PARTS, statistics: background });
        const weigher = createWeigher({ ...PARTS, statistics: background });
        const { matches } = matcher.match(query, { ...EVERYTHING, explain: false });
        const scores = new Map(matches.map(({ index, score }) => [index, score]));
        own.forEach((record, index) => {
          pairs++;
          if (scores.has(index)) shared++;
          // As text: comparing trees of objects takes longer than all the rest.
          expect(told(weigher.row(record))).toBe(told(rowIn(matcher, index)));
          expect(weigher.score(query, record)).toBe(scores.get(index) ?? 0);
          // A third of them: they take longer than all the rest.
          if (pairs % 3 !== 0) return;
          expect(told(weigher.explain(query, record))).toBe(told(matcher.explain(query, record.id)));
        });
      }),
      { numRuns: 2200 },
    );
    // Enough of them, and enough that share something.
    expect(pairs).toBeGreaterThan(10_000);
    expect(shared).toBeGreaterThan(pairs / 10);
  });

  it('equals an index of its own statistics too, through `matcher.statistics`', () => {
    const matcher = createMatcher(records, PARTS);
    expect(matcher.statistics.version).toBe(statistics.version);
    const weigher = createWeigher({ ...PARTS, statistics: matcher.statistics });
    records.forEach((record, index) => {
      expect(weigher.row(record)).toEqual(rowIn(matcher, index));
    });
  });

  it('orders terms by UTF-16 units and keeps rows within length 1', () => {
    fc.assert(
      fc.property(achievements(), (own) => {
        const weigher = createWeigher({ ...PARTS, statistics });
        for (const record of own) {
          const { terms, weights } = weigher.row(record);
          expect(terms).toEqual([...terms].sort());
          expect(weights.reduce((sum, weight) => sum + weight * weight, 0)).toBeLessThanOrEqual(1);
          expect(weights.every((weight) => weight > 0)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is symmetric', () => {
    fc.assert(
      fc.property(achievements(), demand, ([record], query) => {
        if (record === undefined) return;
        const weigher = createWeigher({ ...PARTS, statistics });
        const asked = { ...query, kind: 'demand' as const };
        const found = { ...record, kind: record.kind ?? ('achievement' as const) };
        expect(weigher.score(found, asked)).toBe(weigher.score(asked, found));
      }),
      { numRuns: 200 },
    );
  });

  it('tells what filters ask of a record', () => {
    const weigher = createWeigher({ ...PARTS, statistics });
    const record = {
      id: 'a',
      title: '热障涂层',
      kind: 'patent' as const,
      secrecyLevel: '秘密',
      validTo: '2028年6月',
      regionCode: 210112,
      chains: ['T2'],
    };
    expect(weigher.attributes(record)).toEqual({
      kind: 'patent',
      secrecy: 'confidential',
      lastDay: '2028-06-30',
      regions: ['21', '2101', '210112'],
      chains: [{ code: 'T2', confidence: 1 }],
    });
    expect(weigher.attributes({ id: 'b', title: '' })).toEqual({
      kind: 'achievement',
      secrecy: 'public',
      lastDay: undefined,
      regions: [],
      chains: [],
    });
  });

  it('has another version with anything else that a weight depends on', () => {
    const other = collectStatistics({ achievements: records.slice(1) }, PARTS);
    const variants: Weigher[] = [
      createWeigher({ ...PARTS, statistics }),
      createWeigher({ ...PARTS, statistics: other }),
      createWeigher({ ...PARTS, statistics, signals: { chains: 0.5 } }),
      createWeigher({ ...PARTS, statistics, fields: { title: 4 } }),
      createWeigher({ ...PARTS, statistics, stages: [] }),
      createWeigher({ taxonomy: { ...TAXONOMY, chains: [] }, lexicon: LEXICON, statistics }),
    ];
    expect(new Set(variants.map(({ version }) => version)).size).toBe(variants.length);
    expect(createWeigher({ ...PARTS, statistics }).version).toBe(variants[0]!.version);
  });

  it('names bad options all at once', () => {
    const bad = (options: object) => badPaths(() => createWeigher(options as never));
    expect(bad({})).toEqual(['taxonomy', 'lexicon', 'statistics']);
    expect(bad({ ...PARTS, statistics: {}, kernel: 'js', maxDocumentShare: 2 })).toEqual([
      'kernel',
      'maxDocumentShare',
      'statistics',
    ]);
    expect(thrownBy(() => createWeigher({ ...PARTS, statistics }).row({ id: 'a' } as never)).code).toBe(
      'INVALID_RECORDS',
    );
  });
});

describe('statistics', () => {
  it('merged are those of all records counted at once', () => {
    fc.assert(
      fc.property(achievements(), achievements(), achievements(), (a, b, c) => {
        const [first, ...others] = [a, b, c].map((own) => collectStatistics({ achievements: own }, PARTS));
        const all = [a, b, c].flatMap((own, i) =>
          own.map((record) => ({ ...record, id: `${i}${record.id}` })),
        );
        const whole = collectStatistics({ achievements: all }, PARTS);
        expect(mergeStatistics(first!, ...others).version).toBe(whole.version);
      }),
      { numRuns: 100 },
    );
  });

  it('are the same after saving and opening, in place', () => {
    const bytes = saveStatistics(statistics);
    const opened = openStatistics(bytes);
    expect([opened.version, opened.count, opened.size]).toEqual([
      statistics.version,
      statistics.count,
      statistics.size,
    ]);
    expect(opened.documentFrequency('characters', '涂')).toBe(2);
    expect(opened.documentFrequency('characters', '无')).toBe(0);
    const first = createMatcher(records, { ...PARTS, statistics });
    const second = createMatcher(records, { ...PARTS, statistics: opened });
    expect(new Uint8Array(second.save())).toEqual(new Uint8Array(first.save()));
  });

  it('that are damaged, or no statistics, are refused', () => {
    const bytes = new Uint8Array(saveStatistics(statistics));
    bytes[bytes.length - 1]! ^= 1;
    for (const bad of [bytes, new Uint8Array(100), createMatcher(records, PARTS).save()]) {
      expect(thrownBy(() => openStatistics(bad)).code).toBe('SAVED_INDEX_UNREADABLE');
    }
    expect(thrownBy(() => openMatcher(saveStatistics(statistics), PARTS)).code).toBe(
      'SAVED_INDEX_UNREADABLE',
    );
    expect(badPaths(() => saveStatistics({} as never))).toEqual(['statistics']);
    expect(badPaths(() => mergeStatistics(statistics, {} as never))).toEqual(['[1]']);
  });

  it('counted with other words or fields are refused where they would weigh wrongly without a sign', () => {
    const fields = { title: 0, remark: 1 };
    const rows = [{ id: 'a', title: '', remark: '涂层' }];
    const other = collectStatistics({ achievements: rows }, { ...PARTS, fields });
    expect(badPaths(() => createMatcher(records, { ...PARTS, statistics: other }))).toEqual(['statistics']);
    expect(badPaths(() => createWeigher({ ...PARTS, statistics: other }))).toEqual(['statistics']);
    expect(badPaths(() => mergeStatistics(statistics, other))).toEqual(['[1]']);
    // Weights do not change what is counted.
    createMatcher(records, { ...PARTS, statistics, fields: { title: 5 } });
  });

  it('of a large collection leave an index of few records small', () => {
    const many = titled(...Array.from({ length: 500 }, (_, i) => `词${i} 涂层 n${i}`));
    const background = collectStatistics({ achievements: many }, PARTS);
    const few = titled('涂层 n1', '新药');
    const { terms } = createMatcher(few, { ...PARTS, statistics: background }).stats;
    expect(terms).toBe(createMatcher(few, PARTS).stats.terms);
    expect(background.size).toBeGreaterThan(20 * terms);
  });

  it('that an index was made with are needed to open it', () => {
    const background = collectStatistics({ achievements: titled('涂层', '钢', '药') }, PARTS);
    const saved = createMatcher(records, { ...PARTS, statistics: background }).save();
    const query = { id: 'q', title: '涂层 钢 药' };
    const opened = openMatcher(saved, { ...PARTS, statistics: background });
    expect(opened.match(query).matches[0]!.score).toBe(
      createMatcher(records, { ...PARTS, statistics: background }).match(query).matches[0]!.score,
    );
    for (const options of [PARTS, { ...PARTS, statistics }]) {
      const error = thrownBy(() => openMatcher(saved, options));
      expect(error.code).toBe('SAVED_INDEX_MISMATCH');
      expect(error.message).toContain('statistics');
    }
    const own = createMatcher(records, PARTS).save();
    expect(thrownBy(() => openMatcher(own, { ...PARTS, statistics })).code).toBe('SAVED_INDEX_MISMATCH');
  });
});
