import { createMatcher, DEFAULT_TAXONOMY, defineTaxonomy, parseRecords, tagChains } from 'cuohe';
import { type SupplyAndDemandInput, supplyAndDemand } from 'cuohe/charts';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { achievements, demands, forAchievements, forDemands, supply } from './sample.ts';

const records = { achievements, demands };
const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);

describe('supply and demand of the sample', () => {
  let results: Awaited<ReturnType<typeof forDemands>>;
  beforeAll(async () => {
    results = await forDemands();
  });

  it('has every chain of the taxonomy in its order, then the records without one', () => {
    const { chains } = supplyAndDemand({ results, records, chains: supply });
    expect(chains.map(({ code }) => code)).toEqual([...DEFAULT_TAXONOMY.chains.map(({ code }) => code), '']);
    expect(chains.at(-1)).toMatchObject({ nameZh: '未归入产业链', nameEn: 'no chain' });
    expect(chains.map((chain) => chain.advancedManufacturing)).toEqual([
      ...DEFAULT_TAXONOMY.chains.map((chain) => chain.advancedManufacturing),
      undefined,
    ]);
  });

  it('counts each record once: chains, regions and the total say the same', () => {
    const { chains, regions, total, pairs } = supplyAndDemand({ results, records, chains: supply });
    expect([total.demands, total.achievements]).toEqual([demands.length, achievements.length]);
    for (const key of ['demands', 'achievements', 'answered', 'gap', 'wanted'] as const) {
      expect(sum(chains.map((chain) => chain[key]))).toBe(total[key]);
      expect(sum(regions.map((region) => region[key]))).toBe(total[key]);
    }
    for (const key of ['matches', 'answering'] as const)
      expect(sum(pairs.map((pair) => pair[key]))).toBe(total[key]);
    expect(total.matches).toBe(sum(results.map(({ matches }) => matches.length)));
    expect(total.answered + total.gap).toBe(total.demands);
  });

  it('gives what a count by hand gives', () => {
    const { basis, chains, regions, pairs } = supplyAndDemand({ results, records, chains: supply });
    expect(basis).toBe('levels');
    const chainOf = new Map(
      [...demands, ...achievements].map((record) => [record.id, supply.tagChains(record)[0]?.code ?? '']),
    );
    const isAnswered = new Map(
      results.map(({ queryId, matches }) => [queryId, (matches[0]?.level?.level ?? 0) >= 2]),
    );
    for (const { code, ...figures } of chains) {
      const own = demands.filter(({ id }) => chainOf.get(id) === code);
      expect(figures.demands).toBe(own.length);
      expect(figures.answered).toBe(own.filter(({ id }) => isAnswered.get(id)).length);
      expect(figures.achievements).toBe(achievements.filter(({ id }) => chainOf.get(id) === code).length);
    }
    for (const pair of pairs) {
      const own = results
        .filter(({ queryId }) => chainOf.get(queryId) === pair.demandChain)
        .flatMap(({ matches }) => matches)
        .filter(({ id }) => chainOf.get(id) === pair.supplyChain);
      expect(pair.matches).toBe(own.length);
      expect(pair.answering).toBe(own.filter(({ level }) => level!.level >= 2).length);
    }
    expect(regions[0]).toMatchObject({ key: '21', zh: '辽宁省', en: 'Liaoning' });
  });

  it('finds the same pairs that are strong from the other side, and says that lists of achievements end', async () => {
    const other = supplyAndDemand({ results: await forAchievements(), records, chains: supply });
    expect(other.total.demands).toBe(demands.length);
    expect(other.note.zh).toContain('由成果查需求');
    expect(supplyAndDemand({ results, records, chains: supply }).note.zh).not.toContain('由成果查需求');
    expect(other.total.answered).toBeGreaterThan(0);
  });

  it('is the same for lean matches, whose records are not there', async () => {
    const lean = [];
    for await (const one of supply.matchAll(demands, {
      limit: 5,
      lean: true,
      filter: { asOf: '2026-06-30' },
    }))
      lean.push(one);
    expect(supplyAndDemand({ results: lean, records, chains: supply })).toEqual(
      supplyAndDemand({ results, records, chains: supply }),
    );
  });

  it('is plain JSON, and takes chains without an index', () => {
    const figures = supplyAndDemand({ results, records, chains: supply });
    expect(JSON.parse(JSON.stringify(figures))).toEqual(figures);
    const chains = { taxonomy: DEFAULT_TAXONOMY, tagChains };
    expect(supplyAndDemand({ results, records, chains })).toEqual(figures);
  });

  it('counts no demand that was not asked for, and tells how many there are', () => {
    const { total, unasked } = supplyAndDemand({ results: results.slice(0, 10), records, chains: supply });
    expect([total.demands, unasked]).toEqual([10, demands.length - 10]);
    expect(total.achievements).toBe(achievements.length);
  });
});

describe('without levels', () => {
  const achievementsOf = parseRecords(
    [
      { id: 'A', title: '甲' },
      { id: 'B', title: '乙' },
    ],
    'achievement',
  );
  const demandsOf = parseRecords(
    [
      { id: 'D', title: '丙' },
      { id: 'E', title: '丁' },
    ],
    'demand',
  );
  const small = { achievements: achievementsOf, demands: demandsOf };
  const none = { taxonomy: defineTaxonomy('none', []), tagChains: () => [{ code: 'X' }] };
  const match = (id: string) => ({ id, rank: 1, index: 0, score: 0.1, reason: { zh: '', en: '' } });
  const result = (queryId: string, ...ids: string[]) =>
    ({ queryId, matches: ids.map(match), candidates: 2, filtered: {} }) as never;

  it('any match answers, and the note says so', () => {
    const figures = supplyAndDemand({
      results: [result('D', 'A'), result('E')],
      records: small,
      chains: none,
    });
    expect(figures.basis).toBe('matches');
    expect(figures.note).toMatchObject({ zh: expect.stringContaining('没有等级') });
    expect(figures.chains).toEqual([
      {
        code: '',
        nameZh: '未归入产业链',
        nameEn: 'no chain',
        demands: 2,
        achievements: 2,
        answered: 1,
        gap: 1,
        wanted: 1,
      },
    ]);
    expect(figures.pairs).toEqual([{ demandChain: '', supplyChain: '', matches: 1, answering: 1 }]);
    expect(figures.regions).toEqual([
      expect.objectContaining({ key: '', zh: '未写明地区', en: 'region not told', demands: 2 }),
    ]);
  });

  it('an answer on a page before the one at hand counts', () => {
    const answered = {
      ...(result('D') as object),
      answer: { answered: true, probability: 0.9, zh: '', en: '' },
    };
    const figures = supplyAndDemand({ results: [answered as never], records: small, chains: none });
    expect([figures.basis, figures.total.answered, figures.total.gap]).toEqual(['levels', 1, 0]);
  });

  it('nothing at all gives zeros', () => {
    const figures = supplyAndDemand({
      results: [],
      records: { achievements: [], demands: [] },
      chains: none,
    });
    expect(figures.total).toEqual({
      demands: 0,
      achievements: 0,
      answered: 0,
      gap: 0,
      wanted: 0,
      matches: 0,
      answering: 0,
    });
    expect(figures.regions).toEqual([]);
  });

  it('ids that both sides have tell no side: it is asked for', () => {
    const same = {
      achievements: parseRecords([{ id: '1', title: '甲' }], 'achievement'),
      demands: parseRecords([{ id: '1', title: '丙' }], 'demand'),
    };
    const input: SupplyAndDemandInput = { results: [result('1', '1')], records: same, chains: none };
    expect(() => supplyAndDemand(input)).toThrow(/queries: expected 'demand' or 'achievement'/);
    expect(supplyAndDemand({ ...input, queries: 'demand' }).total.answered).toBe(1);
    expect(supplyAndDemand({ ...input, queries: 'achievement' }).note.zh).toContain('由成果查需求');
  });

  it('results of records that are not there, and mistyped names, are refused', () => {
    const input = { results: [result('D', 'Z')], records: small, chains: none };
    expect(() => supplyAndDemand(input)).toThrow(
      /results\[0\]\.matches\[0\]\.id.*achievements, received the text "Z"/,
    );
    expect(() => supplyAndDemand({ ...input, result: [] } as never)).toThrow(/results/);
    expect(() => supplyAndDemand({ ...input, chains: {} } as never)).toThrow(/tagChains/);
    expect(() => supplyAndDemand({ ...input, results: 'x' } as never)).toThrow(/results/);
    expect(() => supplyAndDemand(undefined as never)).toThrow(/Bad options/);
  });

  it('sums agree whatever records, regions, chains and matches there are', () => {
    const taxonomy = defineTaxonomy('two', [
      { code: 'a', nameZh: '甲链', nameEn: 'a', terms: [] },
      { code: 'b', nameZh: '乙链', nameEn: 'b', terms: [] },
    ]);
    const region = fc.constantFrom(undefined, '210100', '21', '110000', '高新区', '999999');
    const records = (prefix: string) =>
      fc
        .array(fc.record({ regionCode: region, chain: fc.constantFrom('a', 'b', 'none') }), { maxLength: 8 })
        .map((list) =>
          list.map(({ regionCode, chain }, i) => ({
            id: `${prefix}${i}`,
            title: '甲',
            chains: [{ code: chain }],
            ...(regionCode === undefined ? {} : { regionCode }),
          })),
        );
    fc.assert(
      fc.property(records('A'), records('D'), fc.infiniteStream(fc.nat(9)), (supply, wanted, random) => {
        const results = wanted.map(({ id }) =>
          result(id, ...supply.filter(() => random.next().value! < 4).map((one) => one.id)),
        );
        const figures = supplyAndDemand({
          results,
          records: { achievements: supply as never, demands: wanted as never },
          chains: { taxonomy, tagChains: ({ chains = [] }) => chains },
        });
        for (const list of [figures.chains, figures.regions]) {
          expect(sum(list.map((one) => one.demands))).toBe(wanted.length);
          expect(sum(list.map((one) => one.achievements))).toBe(supply.length);
          expect(sum(list.map((one) => one.answered))).toBe(figures.total.answered);
        }
        expect(figures.total.answered).toBe(
          results.filter((one) => (one as { matches: [] }).matches.length > 0).length,
        );
      }),
    );
  });
});

it('an index of a taxonomy of the host counts by its chains', () => {
  const taxonomy = defineTaxonomy('own', [{ code: 'c', nameZh: '链', nameEn: 'chain', terms: ['叶片'] }]);
  const matcher = createMatcher([{ id: 'A', title: '叶片', chains: ['c'] }], { taxonomy });
  const demands = parseRecords([{ id: 'D', title: '叶片修复', chains: ['c'] }], 'demand');
  const figures = supplyAndDemand({
    results: [matcher.match(demands[0]!)],
    records: { achievements: [matcher.parsed(0)], demands },
    chains: matcher,
  });
  expect(figures.chains.map(({ code, demands, achievements }) => [code, demands, achievements])).toEqual([
    ['c', 1, 1],
    ['', 0, 0],
  ]);
});
