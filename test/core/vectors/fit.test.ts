import { createMatcher } from 'cuohe/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { last } from '../../../src/base/steps.ts';
import { FeatureCollector, type FitOptions } from '../../../src/core/vectors/fit.ts';
import { type Features, SIGNAL_WEIGHTS, SIGNALS } from '../../../src/core/vectors/signals.ts';
import { StatisticsBuilder } from '../../../src/core/vectors/statistics.ts';
import { PARTS, titled } from '../../fixtures.ts';

/** Features with the given text terms: Latin ones in their signal, ideographs in theirs. */
const features = (...text: (string | [string, number])[]): Features => {
  const entries = text.map((term): [string, number] => (typeof term === 'string' ? [term, 1] : term));
  const signal = (isIn: (term: string) => boolean) => new Map(entries.filter(([term]) => isIn(term)));
  return {
    chains: new Map([['A', 1]]),
    modes: new Map(),
    region: new Map(),
    stage: new Map([['5', 0.5]]),
    characters: signal((term) => term >= '一'),
    latin: signal((term) => term < '一'),
    functions: new Map(),
    pairs: new Map(),
    title: new Map(),
    words: new Map(),
  };
};
const options: FitOptions = {
  signalWeights: SIGNAL_WEIGHTS,
  maxDocumentShare: 0.5,
  minRecordsForDropping: 4,
};
const fitted = (rows: readonly Features[], change: Partial<FitOptions> = {}) => {
  const collector = new FeatureCollector();
  for (const row of rows) {
    for (const signal of SIGNALS) for (const [term, value] of row[signal]) collector.add(signal, term, value);
    collector.endRecord();
  }
  return last(collector.fit({ ...options, ...change }));
};

/** Statistics of `count` records, of which so many hold each character. */
const counted = (count: number, held: Readonly<Record<string, number>>) => {
  const builder = new StatisticsBuilder();
  const none = features();
  for (let i = 0; i < count; i++) {
    const characters = Object.keys(held).filter((term) => i < held[term]!);
    builder.add({ ...none, characters: new Map(characters.map((term) => [term, 1])) });
  }
  return builder.finish('test');
};

describe('fitting', () => {
  it('gives a record the same row in the index and as a query', () => {
    const rows = [features(['涂', 0.1], '层'), features('层', ['药', 7]), features()];
    const { vectorizer, rows: matrix } = fitted(rows);
    rows.forEach((row, i) => {
      const [start, end] = [matrix.offsets[i]!, matrix.offsets[i + 1]!];
      expect(vectorizer.row(row)).toEqual({
        ids: matrix.ids.slice(start, end),
        weights: matrix.weights.slice(start, end),
      });
    });
  });

  it('gives any record, counted bit by bit, the row that a query with its sums has', () => {
    const value = fc.float({ min: Math.fround(1e-30), max: 1000, noNaN: true });
    const signal = fc.array(fc.tuple(fc.constantFrom('a', 'b', '涂', '涂层', '涂层钢', '😀', 'ab'), value), {
      maxLength: 8,
    });
    const counted = fc.record(Object.fromEntries(SIGNALS.map((name) => [name, signal])));
    fc.assert(
      fc.property(fc.array(counted, { minLength: 1, maxLength: 6 }), (records) => {
        const collector = new FeatureCollector();
        for (const record of records) {
          for (const name of SIGNALS) for (const [term, one] of record[name]!) collector.add(name, term, one);
          collector.endRecord();
        }
        const { vectorizer, rows: matrix } = last(collector.fit(options));
        for (const [i, record] of records.entries()) {
          const sums = Object.fromEntries(
            SIGNALS.map((name) => {
              const sum = new Map<string, number>();
              for (const [term, one] of record[name]!) sum.set(term, Math.fround((sum.get(term) ?? 0) + one));
              return [name, sum];
            }),
          ) as unknown as Features;
          const [start, end] = [matrix.offsets[i]!, matrix.offsets[i + 1]!];
          expect(vectorizer.row(sums)).toEqual({
            ids: matrix.ids.slice(start, end),
            weights: matrix.weights.slice(start, end),
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('lays signals side by side, with ids that ascend', () => {
    const row = { ...features('涂', 'a', 'b'), words: new Map([['涂', 1]]) };
    const { vectorizer, rows } = fitted([row]);
    const terms = Array.from(rows.ids, (id) => vectorizer.parts.vocabulary.term(id));
    expect(terms).toEqual(['\u0001A', '\u00045', '\u0005涂', '\u0007a', '\u0007b', '\u000b涂']);
    expect(vectorizer.signalStarts).toEqual([0, 1, 1, 1, 2, 3, 3, 5, 5, 5, 6]);
  });

  it('scales every row to a length of at most 1', () => {
    const whole = Object.fromEntries(
      SIGNALS.map((signal) => [
        signal,
        new Map([
          ['5', 1],
          ['6', 1e30],
        ]),
      ]),
    ) as unknown as Features;
    const { rows } = fitted([features('涂', ['层', 3]), features(['药', 1e30]), whole]);
    const { chains, stage, characters } = SIGNAL_WEIGHTS;
    // A signal that a record has nothing in leaves its share of the length empty.
    [chains + stage + characters, chains + stage + characters, 1].forEach((most, row) => {
      const weights = rows.weights.slice(rows.offsets[row], rows.offsets[row + 1]);
      const length = weights.reduce((sum, weight) => sum + weight * weight, 0);
      expect(length).toBeLessThanOrEqual(most + Number.EPSILON);
      expect(length).toBeGreaterThan(most - 1e-6);
    });
  });

  it('counts document frequencies in each text signal for itself', () => {
    const word = { ...features(), words: new Map([['涂', 1]]) };
    const { vectorizer } = fitted([features('涂'), features('涂'), word]);
    const { vocabulary, documentFrequencies } = vectorizer.parts;
    const terms = ['\u0005涂', '\u000b涂', '\u0001A', '\u00045'];
    expect(terms.map((term) => documentFrequencies[vocabulary.id(term)])).toEqual([2, 1, 0, 0]);
  });

  it('drops text terms of too many records, from the fourth record on, and no other terms', () => {
    const four = [features('系', '涂'), features('系'), features('系', '层'), features('涂')];
    const held = (rows: readonly Features[]) => {
      const { vectorizer, rows: matrix } = fitted(rows);
      return new Set(Array.from(matrix.ids, (id) => vectorizer.parts.vocabulary.term(id)));
    };
    expect(held(four)).toEqual(new Set(['\u0001A', '\u00045', '\u0005层', '\u0005涂']));
    expect(held(four.slice(0, 3))).toContain('\u0005系');
  });

  it('counts with the statistics that it is given', () => {
    const statistics = counted(100, { 涂: 99, 层: 1, 另: 3 });
    const { vectorizer, rows } = fitted([features('涂', '层', '新')], { statistics });
    const { vocabulary, documentFrequencies, count } = vectorizer.parts;
    expect(count).toBe(100);
    expect(['层', '新'].map((term) => documentFrequencies[vocabulary.id(`\u0005${term}`)])).toEqual([1, 0]);
    // Only the counts of the terms that the rows hold come along.
    expect(vocabulary.id('\u0005另')).toBe(-1);
    // 涂 stands in 99 of 100 records.
    expect(vocabulary.id('\u0005涂')).toBeGreaterThanOrEqual(0);
    expect(rows.ids).not.toContain(vocabulary.id('\u0005涂'));
  });

  it('weighs a query by the statistics, also in terms that no row holds', () => {
    const statistics = counted(100, { 涂: 1, 另: 90, 稀: 0 });
    const { vectorizer } = fitted([features('涂')], { statistics, maxDocumentShare: 1 });
    const beside = (term: string) => vectorizer.row(features('涂', term)).weights.at(-1)!;
    // What stands in 90 of 100 records takes less of the row's length than what stands in none.
    expect(beside('另')).toBeGreaterThan(beside('稀'));
  });

  it('counts terms outside of the vocabulary for the length of a row', () => {
    const { vectorizer } = fitted([features('涂')]);
    const alone = vectorizer.row(features('涂')).weights.at(-1)!;
    const beside = vectorizer.row(features('涂', '外')).weights.at(-1)!;
    expect(beside).toBeLessThan(alone);
  });

  it('drops in a collection what stands in more than a fifth of 200 records', () => {
    const records = titled(...Array.from({ length: 200 }, (_, i) => `${i < 50 ? '涂层' : '新药'} n${i}`));
    const query = { id: 'q', title: '涂层' };
    const only = { signals: { chains: 0 } };
    expect(createMatcher(records, { ...PARTS, ...only }).match(query).matches).toEqual([]);
    expect(
      createMatcher(records, { ...PARTS, ...only, maxDocumentShare: 0.25 }).match(query).matches,
    ).toHaveLength(10);
    expect(createMatcher(records.slice(1), { ...PARTS, ...only }).match(query).matches).toHaveLength(10);
  });
});
