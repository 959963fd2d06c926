import { createMatcher, type InputError, openMatcher } from 'cuohe/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { achievements, badPaths, demand, EVERYTHING, PARTS, thrownBy, titled } from '../../fixtures.ts';

const rows = [
  {
    id: 1,
    title: '热障涂层',
    regionCode: 210100,
    stage: '中试',
    abstract: null,
    validTo: new Date('2090-01-01'),
  },
  { id: 2, title: '涂层', regionCode: 210200, stage: null, abstract: null, validTo: null },
  { id: 3, title: '新药 涂层', regionCode: null, stage: '小试', abstract: '制药', validTo: null },
  { id: 4, title: '钢', regionCode: 370200, stage: null, abstract: null, validTo: null },
];
const matcher = createMatcher(rows, PARTS);

describe('rows of a host', () => {
  it('come back as they were given, with null, numbers and Dates', () => {
    const { matches } = matcher.match('热障涂层');
    expect(matches[0]!.record).toBe(rows[0]);
    expect(matches[0]!.id).toBe('1');
    expect(matches[0]!.record.validTo).toBeInstanceOf(Date);
    expect(matcher.record(1)).toBe(rows[1]);
    expect(matcher.parsed(0)).toMatchObject({ id: '1', regionCode: '210100', validTo: { to: '2090-01-01' } });
    expect('abstract' in matcher.parsed(0)).toBe(false);
    expect([matcher.indexOf(3), matcher.indexOf('3'), matcher.indexOf(9)]).toEqual([2, 2, -1]);
  });

  it('of any shape are made records of by `read`', () => {
    class Row {
      constructor(
        readonly key: number,
        readonly name: string,
      ) {}
    }
    const own = [new Row(7, '涂层'), new Row(8, '药')];
    const made = createMatcher(own, { ...PARTS, read: ({ key, name }) => ({ id: key, title: name }) });
    const [match] = made.match('涂层').matches;
    expect(match!.record).toBe(own[0]);
    expect(match!.record.key).toBe(7);
    expect(made.match('涂层', { filter: { where: (row) => row.key > 7 } }).candidates).toBe(1);
  });

  it('that `read` throws at are named, all of them', () => {
    const read = (row: { title: string | undefined }) => ({ id: 'x', title: row.title!.trim() });
    const error = thrownBy(() =>
      createMatcher([{ title: undefined }, { title: 'a' }, { title: undefined }], { ...PARTS, read }),
    ) as InputError;
    expect(error.issues.map(({ index }) => index)).toEqual([0, 2]);
  });
});

describe('queries', () => {
  it('are texts, or records without an id', () => {
    const text = matcher.match('热障涂层');
    const record = matcher.match({ title: '热障涂层' });
    expect([text.queryId, record.queryId]).toEqual(['', '']);
    expect(text).toEqual(record);
    expect(matcher.match({ title: '热障涂层', id: 9 }).queryId).toBe('9');
  });

  it('are read as the matcher reads them', () => {
    expect(matcher.read({ title: '涂层', budget: 5000 })).toMatchObject({
      kind: 'demand',
      budget: { max: 5000 },
    });
    expect(matcher.read({ title: '涂层', kind: 'patent' }).kind).toBe('patent');
    const own = createMatcher(rows, { ...PARTS, stages: [{ code: 'own', trl: [2, 3], words: ['样机'] }] });
    expect(own.read({ title: '涂层', stage: '样机' }).stage?.code).toBe('own');
  });

  it('without any text are refused: a mistyped field would find nothing without a sign', () => {
    for (const query of [{ titel: '涂层' }, { id: 'q' }, {}] as never[]) {
      expect(thrownBy(() => matcher.match(query)).code).toBe('INVALID_RECORDS');
    }
  });
});

describe('pages', () => {
  it('laid side by side are the whole ranking', () => {
    fc.assert(
      fc.property(achievements(), demand, fc.integer({ min: 1, max: 4 }), (records, query, limit) => {
        const own = createMatcher(records, PARTS);
        const { matches } = own.match(query, EVERYTHING);
        const pages = Array.from({ length: Math.ceil(matches.length / limit) + 1 }, (_, page) =>
          own.match(query, { ...EVERYTHING, limit, offset: page * limit }),
        );
        expect(pages.flatMap((page) => page.matches)).toEqual(matches);
      }),
      { numRuns: 100 },
    );
  });

  it('tell on demand how many records match, and what they have', () => {
    const result = matcher.match('涂层', { limit: 1, counts: ['chains', 'regions', 'kinds', 'stages'] });
    expect(result.matches).toHaveLength(1);
    expect(result.total).toBe(3);
    expect(result.counts).toEqual({
      chains: { T1: 3, T2: 1 },
      regions: { 21: 2, 2101: 1, 2102: 1, '': 1 },
      kinds: { achievement: 3 },
      stages: { 'pilot-scale': 1, 'lab-scale': 1, '': 1 },
    });
    expect(matcher.match('涂层', { total: true, minScore: 0.99 }).total).toBe(0);
    expect('total' in matcher.match('涂层')).toBe(false);
  });

  it('count what ranking without a limit gives', () => {
    fc.assert(
      fc.property(
        achievements(),
        demand,
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (records, query, minScore) => {
          const own = createMatcher(records, PARTS);
          const all = own.match(query, { limit: Number.POSITIVE_INFINITY, minScore });
          const { total, counts, matches } = own.match(query, { limit: 2, minScore, counts: ['kinds'] });
          expect(total).toBe(all.matches.length);
          expect(Object.values(counts!.kinds!).reduce((sum, count) => sum + count, 0)).toBe(total);
          expect(matches).toEqual(all.matches.slice(0, 2));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('are lean by option: what a list shows', () => {
    const full = matcher.match('涂层');
    const lean = matcher.match('涂层', { lean: true });
    expect(lean.matches).toEqual(
      full.matches.map(({ rank, id, index, score, reason }) => ({ rank, id, index, score, reason })),
    );
  });
});

describe('what was found before', () => {
  it('is explained without ranking, as a match of its own', () => {
    fc.assert(
      fc.property(achievements(), demand, (records, query) => {
        const own = createMatcher(records, PARTS);
        const { matches } = own.match(query, EVERYTHING);
        const ids = matches.map(({ id }) => id).reverse();
        const again = own.reasons(query, ids);
        expect(again.map((match) => ({ ...match, rank: 0 }))).toEqual(
          [...matches].reverse().map((match) => ({ ...match, rank: 0 })),
        );
        expect(again.map(({ rank }) => rank)).toEqual(ids.map((_, i) => i + 1));
      }),
      { numRuns: 100 },
    );
    expect(matcher.reasons('药', [4])[0]!.score).toBe(0);
    expect(matcher.reasons('涂层', [2], { explain: false })[0]!.reason).toEqual({ zh: '', en: '' });
    expect(thrownBy(() => matcher.reasons('药', [9])).code).toBe('UNKNOWN_RECORD');
  });

  it('has similar records, never itself', () => {
    fc.assert(
      fc.property(achievements(), (records) => {
        const own = createMatcher(records, PARTS);
        for (const { id } of records) {
          const query = { ...own.parsed(own.indexOf(id)), id: 'q' };
          const all = own.match(query as never, EVERYTHING);
          const expected = all.matches.filter((match) => match.id !== id);
          const found = own.similar(id, EVERYTHING);
          expect(found.matches.map((match) => [match.id, match.score])).toEqual(
            expected.map((match) => [match.id, match.score]),
          );
          expect(found.queryId).toBe(id);
        }
      }),
      { numRuns: 50 },
    );
    const { candidates, total } = matcher.similar(1, { total: true });
    expect([candidates, total]).toEqual([3, 2]);
    expect(matcher.similar(1, { filter: { regions: ['沈阳'] } }).candidates).toBe(0);
  });

  it('has the chains that it was tagged with', () => {
    expect(matcher.chainsOf(3).map(({ code, nameZh }) => [code, nameZh])).toEqual(
      matcher
        .tagChains({ title: '新药 涂层', abstract: '制药', kind: 'achievement' })
        .map(({ code }) => [code, PARTS.taxonomy.chains.find((chain) => chain.code === code)!.nameZh]),
    );
    expect(thrownBy(() => matcher.chainsOf('none')).code).toBe('UNKNOWN_RECORD');
  });
});

describe('what passes a filter', () => {
  it('is told without a query', () => {
    expect(matcher.passing()).toMatchObject({ indices: [0, 1, 2, 3], candidates: 4 });
    expect(matcher.passing({ regions: ['辽宁'] })).toMatchObject({
      indices: [0, 1],
      filtered: { region: 2 },
    });
    expect(matcher.passing({ where: ({ id }) => id > 2 }).indices).toEqual([2, 3]);
    expect(matcher.passing({}, ['patent']).indices).toEqual([]);
    expect(badPaths(() => matcher.passing({ region: ['21'] } as never, ['poem'] as never))).toEqual([
      'kinds[0]',
      'filter.region',
    ]);
  });
});

describe('what a matcher did not understand', () => {
  const own = [
    { id: 'a', title: '涂层', validTo: '明年' },
    { id: 'b', title: '涂层', validTo: '长期有效' },
    { id: 'c', title: '涂层', validTo: '2090' },
  ];

  it('is told, also after opening', () => {
    const made = createMatcher(own, PARTS);
    const told = [{ index: 0, id: 'a', path: 'validTo', received: 'the text "明年"' }];
    expect(made.warnings).toMatchObject(told);
    expect(openMatcher(made.save(), PARTS).warnings).toMatchObject(told);
  });

  it('is refused by option', () => {
    const error = thrownBy(() => createMatcher(own, { ...PARTS, unreadable: 'refuse' })) as InputError;
    expect(error.issues.map(({ id, path }) => [id, path])).toEqual([['a', 'validTo']]);
  });
});

describe('in JSON', () => {
  it('a matcher is a few words, not an index', () => {
    const own = createMatcher(titled('涂层'), PARTS);
    expect(JSON.parse(JSON.stringify(own))).toEqual({
      side: 'achievement',
      kernel: own.kernel,
      records: 1,
      terms: own.stats.terms,
    });
  });
});
