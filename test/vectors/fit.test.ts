import { createMatcher } from 'cuohe/core';
import { describe, expect, it } from 'vitest';
import { FACET_WEIGHTS, type Features } from '../../src/vectors/facets.ts';
import { FeatureCollector, type FitOptions } from '../../src/vectors/fit.ts';
import { PARTS, titled } from '../fixtures.ts';

const features = (...text: (string | [string, number])[]): Features => ({
  chains: new Map([['\u0001A', 1]]),
  modes: new Map(),
  region: new Map(),
  stage: new Map([['\u00045', 0.5]]),
  text: new Map(text.map((term) => (typeof term === 'string' ? [term, 1] : term))),
});
const options: FitOptions = { facetWeights: FACET_WEIGHTS, maxDocumentShare: 0.5, minRecordsForDropping: 4 };
const fitted = (rows: readonly Features[], change: Partial<FitOptions> = {}) => {
  const collector = new FeatureCollector();
  for (const row of rows) collector.add(row);
  return collector.fit({ ...options, ...change });
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

  it('lays facets side by side, with ids that ascend', () => {
    const { vectorizer, rows } = fitted([features('涂', 'a')]);
    const terms = Array.from(rows.ids, (id) => vectorizer.parts.vocabulary.term(id));
    expect(terms).toEqual(['\u0001A', '\u00045', 'a', '涂']);
    expect(vectorizer.facetStarts).toEqual([0, 1, 1, 1, 2, 4]);
  });

  it('scales every row to a length of at most 1', () => {
    const { rows } = fitted([features('涂', ['层', 3]), features(['药', 1e30])]);
    for (let row = 0; row < 2; row++) {
      const weights = rows.weights.slice(rows.offsets[row], rows.offsets[row + 1]);
      const length = weights.reduce((sum, weight) => sum + weight * weight, 0);
      expect(length).toBeLessThanOrEqual(1);
      expect(length).toBeGreaterThan(0.9);
    }
  });

  it('drops text terms of too many records, from the fourth record on, and no other terms', () => {
    const four = [features('系', '涂'), features('系'), features('系', '层'), features('涂')];
    const held = (rows: readonly Features[]) => {
      const { vectorizer, rows: matrix } = fitted(rows);
      return new Set(Array.from(matrix.ids, (id) => vectorizer.parts.vocabulary.term(id)));
    };
    expect(held(four)).toEqual(new Set(['\u0001A', '\u00045', '层', '涂']));
    expect(held(four.slice(0, 3))).toContain('系');
  });

  it('counts with the statistics that it is given', () => {
    const statistics = {
      count: 100,
      documentFrequencies: new Map([
        ['涂', 99],
        ['层', 1],
        ['另', 3],
      ]),
    };
    const { vectorizer, rows } = fitted([features('涂', '层', '新')], { statistics });
    const { vocabulary, documentFrequencies, count } = vectorizer.parts;
    expect(count).toBe(100);
    expect(['层', '另', '新'].map((term) => documentFrequencies[vocabulary.id(term)])).toEqual([1, 3, 0]);
    // 涂 stands in 99 of 100 records.
    expect(rows.ids).not.toContain(vocabulary.id('涂'));
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
    const only = { facets: { chains: 0 } };
    expect(createMatcher(records, { ...PARTS, ...only }).match(query).matches).toEqual([]);
    expect(
      createMatcher(records, { ...PARTS, ...only, maxDocumentShare: 0.25 }).match(query).matches,
    ).toHaveLength(10);
    expect(createMatcher(records.slice(1), { ...PARTS, ...only }).match(query).matches).toHaveLength(10);
  });
});
