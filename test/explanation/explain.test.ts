import { createMatcher, type DemandInput, type FacetName, type Matcher } from 'cuohe/core';
import { describe, expect, it } from 'vitest';
import { contributionsOf } from '../../src/explanation/contributions.ts';
import { sharedChains } from '../../src/explanation/explain.ts';
import { openCollection } from '../../src/index/saved.ts';
import { PARTS, TAXONOMY, tinyMatcher } from '../fixtures.ts';

const leavesOf = (matcher: Matcher, query: DemandInput, facet: FacetName) =>
  matcher.explain(query, 'r0').facets.find((part) => part.facet === facet)!.terms;
const spans = (list: readonly { readonly text: string }[]) => list.map(({ text }) => text);

describe('the contributions to a score', () => {
  it('are the products of shared terms, in ascending order of ids, facet by facet', () => {
    const { collection } = openCollection(tinyMatcher('热障涂层', '新药').save());
    const { vectorizer, rows } = collection;
    const row = (index: number) => ({
      ids: rows.ids.subarray(rows.offsets[index], rows.offsets[index + 1]),
      weights: rows.weights.subarray(rows.offsets[index], rows.offsets[index + 1]),
    });
    const own = contributionsOf(row(0), row(0), vectorizer);
    expect(own.terms.map(({ id }) => id)).toEqual([...row(0).ids]);
    expect(own.terms.map(({ facet }) => facet)).toEqual(
      [...own.terms.keys()].map((i) => (i === 0 ? 'chains' : 'text')),
    );
    expect(own.facets.chains + own.facets.text).toBeCloseTo(own.score, 12);
    expect(contributionsOf(row(0), row(1), vectorizer)).toMatchObject({ score: 0, terms: [] });
    const none = { ids: new Uint32Array(0), weights: new Float32Array(0) };
    expect(contributionsOf(none, row(0), vectorizer).score).toBe(0);
  });
});

describe('a full explanation', () => {
  it('shows where a synonym stands on either side', () => {
    const matcher = tinyMatcher('隔热涂层的制备');
    const leaf = leavesOf(matcher, { id: 'q', title: '求TBC' }, 'text').find(
      ({ term }) => term === '热障涂层',
    )!;
    expect([spans(leaf.querySpans), spans(leaf.recordSpans)]).toEqual([['TBC'], ['隔热涂层']]);
    expect(leaf.documentFrequency).toBe(1);
  });

  it('points into titles, lists and noise as they were given', () => {
    const matcher = createMatcher(
      [{ id: 'r0', title: '<p>ＴＣ４</p>', keywords: ['甲', '热 障&nbsp;涂层'], abstract: '见 TC4' }],
      PARTS,
    );
    const query = { id: 'q', title: 'tc4 热障涂层' };
    const leaves = leavesOf(matcher, query, 'text');
    const alloy = leaves.find(({ term }) => term === 'tc4')!;
    expect(alloy.recordSpans).toEqual([
      { field: 'title', start: 3, end: 6, text: 'ＴＣ４' },
      { field: 'abstract', start: 2, end: 5, text: 'TC4' },
    ]);
    const word = leaves.find(({ term }) => term === '热障涂层')!;
    expect(word.recordSpans).toEqual([{ field: 'keywords[1]', start: 0, end: 11, text: '热 障&nbsp;涂层' }]);
  });

  it('points into a traditional text that a simplifier read', () => {
    const simplifier = {
      fingerprint: 'tiny',
      simplify: (text: string) => text.replaceAll('塗', '涂').replaceAll('層', '层').replaceAll('熱', '热'),
    };
    const matcher = createMatcher([{ id: 'r0', title: '新型熱障塗層' }], { ...PARTS, simplifier });
    const [match] = matcher.match({ id: 'q', title: '热障涂层' }).matches;
    expect(spans(match!.terms[0]!.recordSpans)).toEqual(['熱障塗層']);
  });

  it('lists a place once, though a word and a pair of characters give the same term', () => {
    const [word] = leavesOf(tinyMatcher('涂层'), { id: 'q', title: '涂层' }, 'text').filter(
      ({ term }) => term === '涂层',
    );
    expect(word!.recordSpans).toEqual([{ field: 'title', start: 0, end: 2, text: '涂层' }]);
    expect(word!.querySpans).toHaveLength(1);
  });

  it('lists a limited number of places', () => {
    const matcher = tinyMatcher('钢，'.repeat(100));
    const [leaf] = leavesOf(matcher, { id: 'q', title: '钢' }, 'text');
    expect(leaf!.recordSpans).toHaveLength(20);
  });

  it('names what the other facets share', () => {
    const common = { regionCode: '210100', stage: '中试', chains: ['T1'] };
    const matcher = createMatcher([{ id: 'r0', title: '甲', transferModes: '合作开发', ...common }], PARTS);
    const query = { id: 'q', title: '乙', cooperationModes: '合作开发', ...common };
    const terms = (facet: FacetName) =>
      leavesOf(matcher, query, facet).map(({ term, documentFrequency }) => [term, documentFrequency]);
    expect(terms('chains')).toEqual([['T1', 0]]);
    expect(terms('region')).toEqual([
      ['21', 0],
      ['2101', 0],
    ]);
    expect(terms('stage')).toEqual(['5', '6', '7', '8'].map((level) => [level, 0]));
    expect(terms('modes')).toEqual([['joint-development', 0]]);
    const { reason, score } = matcher.explain(query, 'r0');
    expect(reason.zh).toContain('涂层');
    expect(reason.en).toContain('Coatings');
    expect(matcher.match(query).matches[0]).toMatchObject({ score, reason });
  });

  it('shows the evidence of a chain that both sides name', () => {
    const matcher = tinyMatcher('热障涂层');
    const [leaf] = leavesOf(
      matcher,
      { id: 'q', title: '', text: '', problem: '', keywords: ['新涂层'] },
      'chains',
    );
    expect(leaf === undefined ? [] : spans(leaf.recordSpans)).toEqual(leaf === undefined ? [] : ['热障涂层']);
    const [surer] = leavesOf(matcher, { id: 'q', title: 'TBC' }, 'chains');
    expect([spans(surer!.querySpans), spans(surer!.recordSpans)]).toEqual([['TBC'], ['热障涂层']]);
  });
});

describe('phrases', () => {
  const phrases = (title: string, query: string) =>
    tinyMatcher(title).match({ id: 'q', title: query }).matches[0]?.terms ?? [];

  it('join the pieces that stand together on both sides', () => {
    expect(phrases('高温钢铁冶炼', '冶炼高温钢铁').map(({ phrase }) => phrase)).toEqual(
      expect.arrayContaining(['高温钢铁', '冶炼']),
    );
  });

  it('are readable: a single ideograph is none', () => {
    for (const { phrase } of phrases('钢与药', '药与钢')) expect(phrase.length).toBeGreaterThan(1);
    expect(phrases('甲钢乙', '丙钢丁')).toEqual([]);
  });

  it('come by value and are at most eight', () => {
    const words = Array.from({ length: 20 }, (_, i) => `w${i}x`);
    const list = phrases(words.join(' '), [...words].reverse().join('，'));
    expect(list.length).toBeLessThanOrEqual(8);
    const values = list.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });

  it('show the synonym that the record uses', () => {
    const [first] = phrases('隔热涂层', 'TBC');
    expect([first!.phrase, new Set(spans(first!.recordSpans))]).toEqual(['TBC', new Set(['隔热涂层'])]);
  });
});

describe('shared chains', () => {
  const tag = (code: string, confidence: number) => ({ code, confidence, given: true, evidence: [] });

  it('are those of both, the surest first, with the smaller confidence, each once', () => {
    const query = [tag('T1', 0.5), tag('T2', 0.9), tag('T1', 0.4), tag('T3', 1)];
    const record = [tag('T2', 0.8), tag('T1', 0.6), tag('X', 1)];
    expect(sharedChains(query, record, TAXONOMY)).toEqual([
      { code: 'T2', nameZh: '制药', nameEn: 'Drugs', confidence: 0.8 },
      { code: 'T1', nameZh: '涂层', nameEn: 'Coatings', confidence: 0.5 },
    ]);
  });
});

describe('the reason', () => {
  it('is one sentence in both languages, also where little is shared', () => {
    const matcher = tinyMatcher('甲钢乙', '热障涂层');
    for (const title of ['丙钢丁', 'TBC', '热障涂层']) {
      const { reason } = matcher.match({ id: 'q', title }).matches[0]!;
      expect(reason.zh).toMatch(/。$/);
      expect(reason.en).toMatch(/^[A-Z“].*\.$/);
    }
  });
});
