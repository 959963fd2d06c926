import {
  type AchievementInput,
  createMatcher,
  type InputError,
  type Matcher,
  type MatchFilter,
  type MatchOptions,
} from 'cuohe/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILTER_NAMES } from '../../../src/core/matches/filters.ts';
import { badPaths, PARTS, thrownBy } from '../../fixtures.ts';

const matcherOf = (...fields: Partial<AchievementInput>[]) =>
  createMatcher(
    fields.map((own, i) => ({ id: `r${i}`, title: '涂层', ...own })),
    PARTS,
  );
const query = { id: 'q', title: '涂层' };
const none = { secrecy: 0, expired: 0, kind: 0, region: 0, chain: 0, where: 0 };
/** Ids that pass, and what was counted. */
const ask = <R>(matcher: Matcher<R>, options: MatchOptions<R>) => {
  const { matches, candidates, filtered } = matcher.match(query, {
    limit: Number.POSITIVE_INFINITY,
    ...options,
  });
  expect(candidates).toBe(matches.length);
  return { ids: matches.map(({ id }) => id).sort(), filtered };
};

describe('the secrecy filter', () => {
  const matcher = matcherOf(
    {},
    { secrecyLevel: '公开' },
    { secrecyLevel: '内部' },
    { secrecyLevel: '秘密' },
    { secrecyLevel: '机密' },
    { secrecyLevel: '绝密' },
    { secrecyLevel: '看不懂' },
  );

  it.each([
    [undefined, 2, 'public only'],
    ['public', 2, 'public only'],
    ['internal', 3, 'and internal'],
    ['confidential', 4, 'and confidential (秘密)'],
    ['secret', 5, 'and secret (机密)'],
    ['top-secret', 7, 'all, with wording that nobody knows'],
    ['公开', 2, 'public only, in Chinese'],
    ['秘密', 4, 'and confidential, in Chinese'],
    ['绝密', 7, 'all, in Chinese'],
  ] as const)('with the clearance %s lets %i records pass: %s', (clearance, count, _why) => {
    const filter = clearance === undefined ? {} : { clearance };
    const { ids, filtered } = ask(matcher, { filter });
    expect(ids).toHaveLength(count);
    expect(filtered).toEqual({ ...none, secrecy: 7 - count });
  });
});

describe('the filter of expired records', () => {
  const day = '2027-06-30';
  const matcher = matcherOf(
    { validTo: day },
    { validTo: '2027年6月' },
    { validTo: '2027' },
    { validTo: '长期有效' },
    {},
  );
  const passing = (filter: MatchFilter) => ask(matcher, { filter }).ids;

  it('keeps a record on its last day, and a month or year to its end', () => {
    expect(passing({ asOf: '2027-06-29' })).toHaveLength(5);
    expect(passing({ asOf: day })).toHaveLength(5);
    expect(passing({ asOf: '2027-07-01' })).toEqual(['r2', 'r3', 'r4']);
    expect(passing({ asOf: '2027-12-31' })).toEqual(['r2', 'r3', 'r4']);
    expect(passing({ asOf: '2028-01-01' })).toEqual(['r3', 'r4']);
    expect(ask(matcher, { filter: { asOf: '2028-01-01' } }).filtered).toEqual({ ...none, expired: 3 });
  });

  it('takes a Date by its day in UTC, also far ones', () => {
    expect(passing({ asOf: new Date('2027-06-30T23:59:59.999Z') })).toHaveLength(5);
    expect(passing({ asOf: new Date('2027-07-01T00:00:00Z') })).toHaveLength(3);
    expect(passing({ asOf: new Date(8.64e15) })).toEqual(['r3', 'r4']);
    expect(passing({ asOf: new Date(-8.64e15) })).toHaveLength(5);
  });

  it('takes today where no day is given', () => {
    const past = matcherOf({ validTo: '2001-01-01' }, { validTo: '9999-12-31' });
    expect(ask(past, {}).ids).toEqual(['r1']);
  });

  it('can be left out', () => {
    expect(passing({ asOf: '2090-01-01', includeExpired: true })).toHaveLength(5);
    expect(passing({ asOf: '2090-01-01', includeExpired: false })).toHaveLength(2);
  });
});

describe('the filter by kind', () => {
  const matcher = matcherOf({}, { kind: 'patent' }, { kind: 'expert' });

  it('keeps the kinds that are asked for', () => {
    expect(ask(matcher, { kinds: ['patent', 'expert'] })).toEqual({
      ids: ['r1', 'r2'],
      filtered: { ...none, kind: 1 },
    });
    expect(ask(matcher, { kinds: ['demand'] }).ids).toEqual([]);
    expect(ask(matcher, { kinds: [] }).filtered.kind).toBe(3);
  });
});

describe('the filter by region', () => {
  const matcher = matcherOf(
    { regionCode: '210000' },
    { regionCode: '210100' },
    { regionCode: '210112' },
    { regionCode: '370200' },
    { regionCode: '沈抚新区' },
    {},
    { organization: { name: '厂', regionCode: '210112' } },
  );
  const passing = (...regions: (string | number)[]) => ask(matcher, { filter: { regions } }).ids;

  it('refuses an area that nobody knows, with the nearest one', () => {
    const error = thrownBy(() => passing('沈抚', '辽宁', '沈阳是')) as InputError;
    expect(error.issues).toEqual([
      {
        index: -1,
        path: 'filter.regions[0]',
        expected: 'a known name: did you mean 沈抚新区?',
        received: 'the text "沈抚"',
      },
      {
        index: -1,
        path: 'filter.regions[2]',
        expected: 'a known name: did you mean 沈阳 (2101)?',
        received: 'the text "沈阳是"',
      },
    ]);
  });

  it.each<[string | number, string[], string]>([
    ['210000', ['r0', 'r1', 'r2', 'r6'], 'a province holds its cities'],
    ['21', ['r0', 'r1', 'r2', 'r6'], 'the same in short'],
    ['２１００００', ['r0', 'r1', 'r2', 'r6'], 'full-width digits'],
    ['210100', ['r1', 'r2', 'r6'], 'a city holds its districts, not its province'],
    ['210112', ['r2', 'r6'], 'a district'],
    ['沈抚新区', ['r4'], 'an area by name'],
    ['沈阳', ['r1', 'r2', 'r6'], 'a city by name'],
    ['沈阳市', ['r1', 'r2', 'r6'], 'the same in full'],
    ['shenyang', ['r1', 'r2', 'r6'], 'the same in English'],
    [210100, ['r1', 'r2', 'r6'], 'a code as a number'],
    ['99', [], 'nowhere'],
  ])('%s keeps %o: %s', (region, ids) => {
    expect(passing(region)).toEqual(ids);
  });

  it('keeps what lies in one of several, and nothing for none', () => {
    expect(passing('3702', '沈抚新区')).toEqual(['r3', 'r4']);
    expect(passing()).toEqual([]);
    expect(ask(matcher, { filter: { regions: ['37'] } }).filtered).toEqual({ ...none, region: 6 });
  });
});

describe('the filter by chain', () => {
  const matcher = matcherOf({}, { chains: ['T2', 'X9'] }, { chains: [] });

  it('keeps records of one of the chains, found or given', () => {
    const passing = (...chains: string[]) => ask(matcher, { filter: { chains } });
    expect(passing('T1').ids).toEqual(['r0']);
    expect(passing('X9').ids).toEqual(['r1']);
    expect(passing('T1', 'T2').ids).toEqual(['r0', 'r1']);
    expect(passing('T3')).toEqual({ ids: [], filtered: { ...none, chain: 3 } });
    expect(passing().filtered.chain).toBe(3);
  });

  it('takes names in either language, and refuses chains that nobody knows', () => {
    const ids = (...chains: string[]) => ask(matcher, { filter: { chains } }).ids;
    expect([ids('制药'), ids('drugs'), ids('Coatings'), ids('涂层产业链')]).toEqual([
      ['r1'],
      ['r1'],
      ['r0'],
      ['r0'],
    ]);
    const error = thrownBy(() => ids('T1', 'Coating', '造船')) as InputError;
    expect(error.issues.map(({ path, expected }) => `${path}: ${expected}`)).toEqual([
      'filter.chains[1]: a known name: did you mean coatings (T1)?',
      'filter.chains[2]: one of T1 涂层, T2 制药, T3 软件',
    ]);
  });
});

describe('the function `where`', () => {
  it('is called once for each record that passed the others, and never for one above the clearance', () => {
    const matcher = matcherOf(
      {},
      { secrecyLevel: '机密' },
      { validTo: '2001' },
      { kind: 'patent' },
      { regionCode: '37' },
      { regionCode: '21', chains: [] },
      { regionCode: '21' },
    );
    const seen: string[] = [];
    const { ids, filtered } = ask(matcher, {
      kinds: ['achievement'],
      filter: { regions: ['21'], chains: ['T1'], where: ({ id }) => seen.push(String(id)) < 0 },
    });
    expect(ids).toEqual([]);
    expect(seen).toEqual(['r6']);
    expect(filtered).toEqual({ secrecy: 1, expired: 1, kind: 1, region: 2, chain: 1, where: 1 });
  });

  it('sees the rows as the host gave them', () => {
    const rows = [{ id: 7, title: '涂层', price: '50万元', remark: null }];
    const matcher = createMatcher(rows, PARTS);
    const seen: unknown[] = [];
    const { matches } = matcher.match('涂层', { filter: { where: (row) => seen.push(row) > 0 } });
    expect(seen).toEqual(rows);
    expect(seen[0]).toBe(rows[0]);
    expect(matches[0]!.record.id).toBe(7);
  });

  it.each([
    ['a Promise', async () => false],
    ['a text', () => 'no'],
    ['nothing', () => undefined],
    ['a number', () => 1],
  ])('that gives %s is refused: it must not open the gate', (_what, where) => {
    const matcher = matcherOf({}, {});
    const error = thrownBy(() => ask(matcher, { filter: { where: where as never } })) as InputError;
    expect([error.code, error.issues[0]!.path, error.issues[0]!.index]).toEqual([
      'INVALID_OPTIONS',
      'filter.where',
      0,
    ]);
  });

  it('that throws is an error that says so', () => {
    const where = () => {
      throw new Error('no rights');
    };
    const error = thrownBy(() => ask(matcherOf({}), { filter: { where } })) as InputError;
    expect(error.issues[0]!.received).toBe('an error: no rights');
    expect(error.cause).toMatchObject({ message: 'no rights' });
  });
});

describe('filters', () => {
  it('count a record for the first one that removes it', () => {
    const worst = {
      secrecyLevel: '绝密',
      validTo: '2001',
      kind: 'patent',
      regionCode: '37',
      chains: [],
    } as const;
    const options = {
      kinds: ['achievement'],
      filter: { regions: ['21'], chains: ['T1'], where: () => false },
    } as const;
    const better = {
      secrecyLevel: '公开',
      validTo: '2999',
      kind: 'achievement',
      regionCode: '21',
      chains: ['T1'],
    } as const;
    let own: object = worst;
    const counted = ['', 'secrecyLevel', 'validTo', 'kind', 'regionCode', 'chains'].map((field) => {
      own = { ...own, [field]: (better as Record<string, unknown>)[field] };
      const { filtered } = ask(matcherOf(own), options);
      return FILTER_NAMES.filter((name) => filtered[name] === 1);
    });
    expect(counted).toEqual(FILTER_NAMES.map((name) => [name]));
  });

  it('account for every record, also beyond 32', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('公开', '内部'), { maxLength: 100 }),
        fc.integer({ min: 1, max: 5 }),
        (levels, every) => {
          const matcher = matcherOf(...levels.map((secrecyLevel) => ({ secrecyLevel })));
          const { ids, filtered } = ask(matcher, {
            filter: { where: ({ id }) => Number(String(id).slice(1)) % every === 0 },
          });
          const expected = levels.flatMap((level, i) =>
            level === '公开' && i % every === 0 ? [`r${i}`] : [],
          );
          expect(ids).toEqual(expected.sort());
          expect(ids.length + Object.values(filtered).reduce((sum, count) => sum + count, 0)).toBe(
            levels.length,
          );
        },
      ),
    );
  });
});

describe('match options', () => {
  const bad = (options: unknown) => badPaths(() => matcherOf({}).match(query, options as MatchOptions));

  it('that are bad are named all at once', () => {
    expect(
      bad({
        limit: -1,
        minScore: 2,
        explain: 'no',
        kinds: ['patent', 'poem'],
        filter: {
          asOf: '2027-02-30',
          includeExpired: 'false',
          clearance: 'all',
          regions: ['21', 3.7],
          chains: 'T1',
          where: true,
        },
      }),
    ).toEqual([
      'limit',
      'minScore',
      'explain',
      'kinds[1]',
      'filter.asOf',
      'filter.includeExpired',
      'filter.clearance',
      'filter.regions[1]',
      'filter.chains',
      'filter.where',
    ]);
  });

  it.each([
    [{ limit: 1.5 }, 'limit'],
    [{ limit: Number.NaN }, 'limit'],
    [{ limit: '10' }, 'limit'],
    [{ limit: Number.NEGATIVE_INFINITY }, 'limit'],
    [{ minScore: Number.NaN }, 'minScore'],
    [{ minScore: -0.1 }, 'minScore'],
    [{ kinds: 'patent' }, 'kinds'],
    [{ kinds: [1n] }, 'kinds[0]'],
    [{ filter: null }, 'filter'],
    [{ filter: 'none' }, 'filter'],
    [{ filter: { asOf: new Date(Number.NaN) } }, 'filter.asOf'],
    [{ filter: { asOf: '2027-6-1' } }, 'filter.asOf'],
    [{ filter: { asOf: '2027-13-01' } }, 'filter.asOf'],
    [{ filter: { asOf: 20270601 } }, 'filter.asOf'],
    [{ filter: { clearance: Object.create(null) } }, 'filter.clearance'],
    [null, ''],
    ['all', ''],
  ])('%o are refused at "%s"', (options, path) => {
    expect(bad(options)).toEqual([path]);
  });

  it('may be left out, or be undefined', () => {
    const all = matcherOf({}).match(query);
    expect(matcherOf({}).match(query, {})).toEqual(all);
    expect(matcherOf({}).match(query, { limit: undefined, filter: undefined } as never)).toEqual(all);
  });

  it('give ten matches and explanations unless told', () => {
    const matcher = matcherOf(...Array.from({ length: 12 }, () => ({})));
    const explained = matcher.match(query).matches;
    const plain = matcher.match(query, { explain: false }).matches;
    expect(explained).toHaveLength(10);
    expect(explained[0]!.reason.zh).not.toBe('');
    expect(plain.map(({ phrases, chains, reason }) => [phrases, chains, reason])).toEqual(
      plain.map(() => [[], [], { zh: '', en: '' }]),
    );
    expect(plain.map(({ score, signals }) => [score, signals])).toEqual(
      explained.map(({ score, signals }) => [score, signals]),
    );
  });
});
