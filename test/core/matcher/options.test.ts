import { collectStatistics, createMatcher, createMatcherAsync, openMatcher, type Progress } from 'cuohe/core';
import { describe, expect, it } from 'vitest';
import type { TextSignal } from '../../../src/core/terms/term-frequencies.ts';
import { SIGNALS } from '../../../src/core/vectors/signals.ts';
import { badPaths, PARTS, thrownBy, titled } from '../../fixtures.ts';

const records = titled('涂层', '新药');
const query = { id: 'q', title: '涂层' };
const bad = (options: object) => badPaths(() => createMatcher(records, { ...PARTS, ...options }));
const rejected = (run: Promise<unknown>) =>
  run.then(
    () => {
      throw new Error('expected an error');
    },
    (error: unknown) => error,
  );

describe('options of a matcher', () => {
  it('that are bad are named all at once', () => {
    expect(
      bad({
        side: 'both',
        taxonomy: {},
        lexicon: null,
        tokenizer: { tokenize: 1 },
        simplifier: { fingerprint: 's' },
        stages: 'none',
        fields: { title: -1, abstract: '1' },
        signals: { words: Number.NaN, text: 1 },
        maxDocumentShare: 0,
        statistics: { count: 1.5 },
      }),
    ).toEqual([
      'taxonomy',
      'lexicon',
      'tokenizer.fingerprint',
      'tokenizer',
      'simplifier',
      'stages',
      'fields.title',
      'fields.abstract',
      'signals.words',
      'signals.text',
      'maxDocumentShare',
      'statistics',
      'side',
    ]);
  });

  it.each([
    [{ fields: { title: Number.POSITIVE_INFINITY } }, ['fields.title']],
    [{ signals: Object.fromEntries(SIGNALS.map((signal) => [signal, 0])) }, ['signals']],
    [{ signals: { words: 1e308, chains: 1e308 } }, ['signals']],
    [{ maxDocumentShare: 1.01 }, ['maxDocumentShare']],
    [{ maxDocumentShare: '0.2' }, ['maxDocumentShare']],
    [{ tokenizer: null }, ['tokenizer.fingerprint', 'tokenizer']],
    [{ statistics: null }, ['statistics']],
    [{ statistics: { count: 2, documentFrequencies: new Map() } }, ['statistics']],
  ] as const)('%o are refused at %o', (options, paths) => {
    expect(bad(options)).toEqual(paths);
  });

  it('are checked wherever they are taken', async () => {
    const fields = { title: -1 };
    expect(badPaths(() => collectStatistics({}, { ...PARTS, fields }))).toEqual(['fields.title']);
    expect(badPaths(() => openMatcher(createMatcher([], PARTS).save(), {} as never))).toEqual([
      'taxonomy',
      'lexicon',
    ]);
    const run = { ...PARTS, signal: {}, onProgress: 1 } as never;
    expect(await rejected(createMatcherAsync(records, run))).toMatchObject({
      issues: [{ path: 'onProgress' }, { path: 'signal' }],
    });
  });

  it('weigh fields: 0 leaves one out, a new name takes one in', () => {
    const own = [{ id: 'a', title: '涂层', 用途: '新药' }];
    const matches = (fields: Record<string, number>, title: string) =>
      createMatcher(own, { ...PARTS, fields }).match({ id: 'q', title: '', text: title }).matches.length;
    expect(matches({}, '涂层')).toBe(1);
    expect(matches({}, '药')).toBe(0);
    expect(matches({ title: 0, 用途: 1 }, '障')).toBe(0);
    expect(matches({ title: 0 }, '层')).toBe(0);
    expect(matches({ 用途: 1 }, '药')).toBe(1);
  });

  it('weigh signals, scaled to sum to 1', () => {
    const texts = { characters: 3, functions: 0, latin: 1, pairs: 2, title: 0, words: 0 };
    const signals = { ...texts, chains: 2, region: 0, stage: 0, modes: 0 };
    const matcher = createMatcher(records, { ...PARTS, signals });
    expect(matcher.explain(query, 'r0').signals.map(({ signal, weight }) => [signal, weight])).toEqual([
      ['chains', 0.25],
      ['modes', 0],
      ['region', 0],
      ['stage', 0],
      ['characters', 0.375],
      ['functions', 0],
      ['latin', 0.125],
      ['pairs', 0.25],
      ['title', 0],
      ['words', 0],
    ]);
    expect(matcher.signals).toEqual(signals);
  });

  it('are not changed', () => {
    const options = Object.freeze({
      ...PARTS,
      fields: Object.freeze({ title: 2 }),
      signals: Object.freeze({ words: 1 }),
    });
    expect(createMatcher(records, options).match(query).matches).toHaveLength(1);
    expect([options.fields, options.signals]).toEqual([{ title: 2 }, { words: 1 }]);
  });
});

describe('a matcher', () => {
  const matcher = createMatcher(records, PARTS);

  it('tells what it holds', () => {
    expect([matcher.side, matcher.size, matcher.taxonomy]).toEqual(['achievement', 2, PARTS.taxonomy]);
    expect(matcher.record(1)).toBe(records[1]);
    expect(matcher.parsed(1)).toMatchObject({ id: 'r1', kind: 'achievement' });
    expect([matcher.indexOf('r1'), matcher.indexOf('r2')]).toEqual([1, -1]);
    expect(matcher.stats.records).toBe(2);
    expect(matcher.stats.postings).toBeGreaterThanOrEqual(matcher.stats.terms);
  });

  it('explains records that it holds only', () => {
    for (const id of ['r2', '', undefined as never]) {
      expect(thrownBy(() => matcher.explain(query, id)).code).toBe('UNKNOWN_RECORD');
    }
    expect(thrownBy(() => matcher.record(2)).code).toBe('UNKNOWN_RECORD');
  });

  it('explains a pair that shares nothing as 0', () => {
    const tree = matcher.explain(query, 'r1');
    expect(tree).toMatchObject({ score: 0, phrases: [], chains: [] });
    expect(tree.signals.flatMap(({ terms }) => terms)).toEqual([]);
  });

  it('keeps answers right when more texts are explained than are kept', () => {
    const many = createMatcher(titled(...Array.from({ length: 300 }, (_, i) => `涂层 n${i}`)), {
      ...PARTS,
      maxDocumentShare: 1,
    });
    const all = { limit: Number.POSITIVE_INFINITY };
    const first = many.match(query, all);
    expect(many.match(query, all)).toEqual(first);
    expect(
      first.matches.every(({ phrases, index }) => phrases[0]!.recordSpans[0]!.text === '涂层' && index >= 0),
    ).toBe(true);
  });
});

describe('building in turns', () => {
  it('gives the same index, and reports', async () => {
    const reports: Progress[] = [];
    const matcher = await createMatcherAsync(records, {
      ...PARTS,
      onProgress: (report) => reports.push(report),
    });
    expect(new Uint8Array(matcher.save())).toEqual(new Uint8Array(createMatcher(records, PARTS).save()));
    expect(reports.at(-1)).toMatchObject({ done: 2, total: 2 });
    expect(reports.every(({ rate }) => Number.isFinite(rate))).toBe(true);
  });

  it('of nothing reports the end', async () => {
    const reports: Progress[] = [];
    const matcher = await createMatcherAsync([], { ...PARTS, onProgress: (report) => reports.push(report) });
    expect(matcher.size).toBe(0);
    expect(reports.at(-1)).toMatchObject({ done: 0, total: 0 });
    expect(reports.every(({ done }) => done === 0)).toBe(true);
  });

  it('stops with the reason of its signal, before and during', async () => {
    const reason = new Error('closed');
    const signal = AbortSignal.abort(reason);
    expect(await rejected(createMatcherAsync([null] as never, { ...PARTS, signal }))).toBe(reason);
    const controller = new AbortController();
    const onProgress = ({ done }: Progress) => {
      expect(done).toBeLessThan(records.length);
      controller.abort(reason);
    };
    const options = { ...PARTS, signal: controller.signal, onProgress };
    expect(await rejected(createMatcherAsync(records, options))).toBe(reason);
  });

  it('lets others run in between', async () => {
    const many = titled(...Array.from({ length: 3000 }, (_, i) => `涂层 新药 软件 算法 n${i}`.repeat(8)));
    let turns = 0;
    let ticking = true;
    const tick = () => {
      turns++;
      if (ticking) setTimeout(tick, 0);
    };
    setTimeout(tick, 0);
    await createMatcherAsync(many, PARTS);
    ticking = false;
    expect(turns).toBeGreaterThan(0);
  });

  it('names bad records', async () => {
    expect(await rejected(createMatcherAsync([{ id: 'a' }] as never, PARTS))).toMatchObject({
      code: 'INVALID_RECORDS',
      issues: [{ index: 0, path: 'title' }],
    });
  });
});

describe('statistics', () => {
  it('count both sides, and name bad records', () => {
    const demands = [{ id: 'd', title: '涂层' }];
    const statistics = collectStatistics({ achievements: records, demands }, PARTS);
    expect(statistics.count).toBe(3);
    // 涂层 is a pair and a word; the title has its characters.
    const held = (signal: TextSignal, term: string) => statistics.documentFrequency(signal, term);
    expect([held('pairs', '涂层'), held('words', '涂层'), held('title', '涂')]).toEqual([2, 2, 2]);
    expect([held('pairs', '新药'), held('characters', '新'), held('title', '涂层')]).toEqual([1, 1, 0]);
    expect(collectStatistics({}, PARTS).count).toBe(0);
    expect(badPaths(() => collectStatistics({ demands: [{ id: 'd' }] as never }, PARTS))).toEqual(['title']);
  });

  it('of none weigh all terms alike', () => {
    const statistics = collectStatistics({}, PARTS);
    expect(createMatcher(records, { ...PARTS, statistics }).match(query).matches).toHaveLength(1);
  });
});
