import {
  collectStatistics,
  createMatcher,
  createMatcherAsync,
  createWeigher,
  defineTaxonomy,
  mergeStatistics,
  openMatcher,
  openStatistics,
  suggestThreshold,
  tagChains,
} from 'cuohe';
import { ndcgAt } from 'cuohe/evaluate';
import { readAchievements } from 'cuohe/io';
import { createMatchPool } from 'cuohe/parallel';
import { rerank } from 'cuohe/rerank';
import { describe, expect, it } from 'vitest';

/**
 * Mistakes that a host plausibly makes, and what each is told: a file for people, who ask of every line whether they would
 * know what to do. None of them may pass in silence.
 */

const rows = [
  { id: 'a', title: '燃气轮机热障涂层', abstract: '耐热', regionCode: '210100', validTo: '2090-01-01' },
  { id: 'b', title: '抗肿瘤新药', abstract: '小分子', regionCode: '370200', validTo: '2090-01-01' },
];
const matcher = createMatcher(rows);
const demand = { id: 'd', title: '叶片隔热涂层' };
/** Anything: hosts without types make the same mistakes. */
const any = (value: unknown) => value as never;
const all = async (run: AsyncIterable<unknown>) => {
  for await (const _ of run);
};

const MISTAKES: Readonly<Record<string, () => unknown>> = {
  'topK for limit': () => matcher.match(demand, any({ topK: 3 })),
  'limit mistyped': () => matcher.match(demand, any({ limt: 3 })),
  'limit as a text': () => matcher.match(demand, any({ limit: '10' })),
  'a page for an offset': () => matcher.match(demand, any({ page: 2 })),
  'a negative offset': () => matcher.match(demand, { offset: -10 }),
  'minScore in percent': () => matcher.match(demand, { minScore: 30 }),
  'a threshold': () => matcher.match(demand, any({ threshold: 0.3 })),
  'regions outside of filter': () => matcher.match(demand, any({ regions: ['2101'] })),
  'where outside of filter': () => matcher.match(demand, any({ where: () => false })),
  'filter.region': () => matcher.match(demand, any({ filter: { region: ['2101'] } })),
  'filter.chain': () => matcher.match(demand, any({ filter: { chain: ['SY01'] } })),
  'filter.expired of before': () => matcher.match(demand, any({ filter: { expired: true } })),
  'kinds inside of filter': () => matcher.match(demand, any({ filter: { kinds: ['patent'] } })),
  'an async where': () => matcher.match(demand, { filter: { where: any(async () => false) } }),
  'a where that forgets to return': () => matcher.match(demand, { filter: { where: any(() => {}) } }),
  'a where that throws': () =>
    matcher.match(demand, {
      filter: {
        where: () => {
          throw new Error('no session');
        },
      },
    }),
  'an unknown chain code': () => matcher.match(demand, { filter: { chains: ['SY99'] } }),
  'a chain mistyped': () => matcher.match(demand, { filter: { chains: ['航空装被'] } }),
  'a region mistyped': () => matcher.match(demand, { filter: { regions: ['沈阳是'] } }),
  'a region in one text': () => matcher.match(demand, any({ filter: { regions: '沈阳' } })),
  'an unknown clearance': () => matcher.match(demand, any({ filter: { clearance: '保密' } })),
  'a date that is none': () => matcher.match(demand, { filter: { asOf: '2027-02-30' } }),
  'an unknown kind': () => matcher.match(demand, any({ kinds: ['paper'] })),
  'counts of something else': () => matcher.match(demand, any({ counts: ['chain'] })),
  'a title mistyped in a query': () => matcher.match(any({ titel: '涂层' })),
  'no query at all': () => matcher.match(any(undefined)),
  'a record that is not there': () => matcher.explain(demand, 'c'),
  'similar to a record that is not there': () => matcher.similar('c'),
  'one record in place of a list': () => createMatcher(any(rows[0])),
  'records without titles': () => createMatcher(any([{ id: 'a', name: '涂层' }])),
  'two records with one id': () => createMatcher([...rows, rows[0]!]),
  'a readiness level of 10': () => createMatcher([{ id: 'a', title: '涂层', trl: 10 }]),
  'demands without the side': () => createMatcher([{ ...demand, kind: any('demand') }]),
  'side in the plural': () => createMatcher(rows, any({ side: 'demands' })),
  'a field mistyped': () => createMatcher(rows, { fields: { abstrct: 2 } }),
  'a signal mistyped': () => createMatcher(rows, any({ signals: { regoin: 1 } })),
  'facets of before': () => createMatcher(rows, any({ facets: { region: 1 } })),
  'a match option for the index': () => createMatcher(rows, any({ minScore: 0.2 })),
  'an unreadable end of validity, refused': () =>
    createMatcher([{ id: 'a', title: '涂层', validTo: '明年' }], { unreadable: 'refuse' }),
  'a read that throws': () =>
    createMatcher(rows, {
      read: (row) => any((row as unknown as { missing: { title: string } }).missing.title),
    }),
  'onProgress that is no function': () => createMatcherAsync(rows, any({ onProgress: true })),
  'a saved index cut off': () => openMatcher(matcher.save().slice(0, 1000)),
  'a saved index opened with another taxonomy': () =>
    openMatcher(matcher.save(), { taxonomy: defineTaxonomy('own', []) }),
  'statistics by hand': () => createMatcher(rows, any({ statistics: { count: 2 } })),
  'statistics of other fields': () =>
    createMatcher(rows, {
      statistics: collectStatistics({ achievements: rows }, { fields: { abstract: 0 } }),
    }),
  'statistics from an index': () => openStatistics(matcher.save()),
  'merging a matcher': () => mergeStatistics(any(matcher)),
  'a weigher without statistics': () => createWeigher(any({})),
  'a threshold of two records': () => suggestThreshold(matcher),
  'a query text for all': () => all(matcher.matchAll(any('涂层'))),
  'an option of tagging': () => tagChains(demand, any({ lexcion: {} })),
  'a pool of one option too many': () => createMatchPool(matcher, any({ workers: 2 })),
  'a table without known headers': () => readAchievements('甲,乙\n1,2\n', { format: 'csv' }),
  'a format that is none': () => readAchievements('x', any({ format: 'xlsx' })),
  'a metric that is none': () =>
    rerank(matcher.match(demand), { query: [1], records: new Map() }, any({ metric: 'cosin' })),
  'a cut-off of zero': () => ndcgAt([1], 0),
};

describe('plausible mistakes', () => {
  it('are at least forty, and each is told what is wrong', async () => {
    const told: string[] = [];
    for (const [mistake, act] of Object.entries(MISTAKES)) {
      let message: string | undefined;
      try {
        await act();
      } catch (error) {
        expect((error as { code?: string }).code, mistake).toBeTypeOf('string');
        message = (error as Error).message;
      }
      expect(message, `${mistake} passes in silence`).toBeDefined();
      told.push(`${mistake}\n${message!.replace(/^/gm, '    ')}`);
    }
    expect(told.length).toBeGreaterThanOrEqual(40);
    await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot('mistakes.txt');
  });
});
