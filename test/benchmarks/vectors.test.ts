import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { agree, identical } from '../../benchmarks/speed/data/answers.ts';
import { readHead, readVectors, writeVectors } from '../../benchmarks/speed/data/files.ts';
import { gramRows, grams } from '../../benchmarks/speed/data/grams.ts';
import { referenceAnswers } from '../../benchmarks/speed/data/reference.ts';
import { topicRows } from '../../benchmarks/speed/data/topics.ts';
import { documentFrequencies, rowAt, rowsOf } from '../../benchmarks/speed/data/vectors.ts';
import { weigh } from '../../benchmarks/speed/data/weigh.ts';

const folder = mkdtempSync(join(tmpdir(), 'cuohe-vectors-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the generated vectors', () => {
  const counted = topicRows(1000, 50);
  const vectors = weigh(counted);

  it('are the same for the same numbers, and others for another seed', () => {
    expect(topicRows(30, 5)).toEqual(topicRows(30, 5));
    expect(topicRows(30, 5, 2)).not.toEqual(topicRows(30, 5));
  });

  it('have ascending ids, unit length, and no term of more than a fifth of the records', () => {
    const most = Math.max(...documentFrequencies(vectors.records, vectors.terms));
    expect(most).toBeLessThanOrEqual(200);
    expect(Math.max(...documentFrequencies(counted.records, counted.terms))).toBeGreaterThan(200);
    for (let row = 0; row < rowsOf(vectors.records); row++) {
      const { ids, weights } = rowAt(vectors.records, row);
      expect(ids.every((id, i) => i === 0 || id > ids[i - 1]!)).toBe(true);
      expect(Math.hypot(...weights)).toBeCloseTo(1, 5);
    }
  });

  it('have the sizes and the skew of real ones', () => {
    const { records, queries, terms } = vectors;
    expect(records.ids.length / 1000).toBeCloseTo(120, -2);
    expect(queries.ids.length / 50).toBeCloseTo(75, -2);
    const frequencies = documentFrequencies(records, terms);
    const touched = queries.ids.reduce((sum, id) => sum + frequencies[id]!, 0);
    const inLongLists = queries.ids.reduce(
      (sum, id) => sum + (frequencies[id]! >= 100 ? frequencies[id]! : 0),
      0,
    );
    expect(inLongLists / touched).toBeGreaterThan(0.45);
    expect(inLongLists / touched).toBeLessThan(0.7);
  });

  it('come back from files as they were written, with the postings that queries touch counted', () => {
    const few = weigh(topicRows(50, 5));
    const head = writeVectors(folder, few);
    expect(readHead(folder)).toEqual(head);
    expect(readVectors(folder)).toEqual(few);
    let touched = 0;
    for (const id of few.queries.ids) touched += few.records.ids.filter((other) => other === id).length;
    expect(head.touched).toBe(touched);
  });
});

describe('vectors of texts', () => {
  it('are single ideographs, pairs of neighbours and words in lower case', () => {
    expect(grams('耐磨涂层，TC4')).toEqual(['耐', '磨', '耐磨', '涂', '磨涂', '层', '涂层', 'tc4']);
  });

  it('count the terms of each text, ids in the order of the terms', () => {
    const { terms, records, queries } = gramRows(['泵b泵', 'a'], ['b']);
    expect(terms).toBe(3);
    expect(Array.from(records.ids)).toEqual([1, 2, 0]);
    expect(Array.from(records.counts)).toEqual([1, 2, 1]);
    expect(Array.from(queries.ids)).toEqual([1]);
  });
});

describe('the comparison of answers', () => {
  const expected = [{ rows: [3, 1, 2], scores: [0.9, 0.5, 0.5] }];

  it('takes other rows only where they are tied with the last', () => {
    expect(agree(expected, [{ rows: [3, 2, 1], scores: [0.9, 0.5, 0.5] }])).toBe(true);
    expect(agree(expected, [{ rows: [3, 1, 7], scores: [0.9, 0.5, 0.5000001] }])).toBe(true);
    expect(agree(expected, [{ rows: [7, 1, 2], scores: [0.9, 0.5, 0.5] }])).toBe(false);
    expect(identical(expected, [{ rows: [3, 2, 1], scores: [0.9, 0.5, 0.5] }])).toBe(false);
  });

  it('refuses other scores, missing rows and repeated rows', () => {
    expect(agree(expected, [{ rows: [3, 1, 2], scores: [0.9, 0.5, 0.4] }])).toBe(false);
    expect(agree(expected, [{ rows: [3, 1], scores: [0.9, 0.5] }])).toBe(false);
    expect(agree(expected, [{ rows: [3, 1, 1], scores: [0.9, 0.5, 0.5] }])).toBe(false);
    expect(agree(expected, [])).toBe(false);
  });
});

describe('the plain reference', () => {
  it('sums products of shared terms, best first, equal scores in the order of rows', () => {
    const vectors = weigh(gramRows(['a b', 'b a', 'a c', 'd'], ['a b']));
    const [cosine] = referenceAnswers(vectors, 'cosine', 1);
    expect(cosine!.rows).toEqual([0, 1, 2]);
    expect(cosine!.scores[0]).toBeCloseTo(1, 6);
    expect(cosine!.scores[1]).toBe(cosine!.scores[0]);
    const [counted] = referenceAnswers(vectors, 'tf · idf', 1);
    // idf of a, in three of four records, is 1 + ln(4/4); of b, in two, 1 + ln(4/3).
    expect(counted!.scores[0]).toBeCloseTo(2 + Math.log(4 / 3), 12);
    expect(counted!.scores[2]).toBeCloseTo(1, 12);
  });
});
