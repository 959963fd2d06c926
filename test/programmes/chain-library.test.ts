import { readFileSync } from 'node:fs';
import {
  type AchievementInput,
  createMatcher,
  DEFAULT_TAXONOMY,
  type DemandInput,
  defineTaxonomy,
} from 'cuohe';
import {
  buildChainLibrary,
  type ChainLibrary,
  type ChainLibraryInput,
  type ChainRow,
  tagRecords,
  viewChain,
} from 'cuohe/programmes';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DemandMatches } from '../../src/programmes/chain-library/library.ts';
import { collected, LEXICON, TAXONOMY } from '../fixtures.ts';
import { badPathsOf } from './bad-paths.ts';

const read = <T>(name: string): T[] =>
  readFileSync(new URL(`../../examples/data/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const asOf = '2026-09-01';
const rowOf = ({ rows }: Pick<ChainLibrary, 'rows'>, code: string) => rows.find((row) => row.code === code)!;

describe('the chain library of the sample', () => {
  const sample = read<AchievementInput>('achievements').filter(({ kind }) => kind === undefined);
  const wanted = read<DemandInput>('demands');
  const tagger = createMatcher(sample);
  let library: ChainLibrary;
  let demands: DemandInput[];
  let matcher: ReturnType<typeof createMatcher>;

  beforeAll(async () => {
    const achievements = await tagRecords(sample, 'achievement', tagger);
    demands = await tagRecords(wanted, 'demand', tagger);
    matcher = createMatcher(achievements);
    const matches = await collected(
      matcher.matchAll(demands, { minScore: 0.25, filter: { asOf }, explain: false }),
    );
    library = buildChainLibrary({ achievements, demands, matches, taxonomy: DEFAULT_TAXONOMY, asOf });
  });

  it('has a row for each of the 27 chains in taxonomy order, and eleven of them in the subtotal', () => {
    expect(library.rows.map(({ code }) => code)).toEqual(DEFAULT_TAXONOMY.chains.map(({ code }) => code));
    expect(library.rows.filter((row) => row.advancedManufacturing)).toHaveLength(11);
    const { expired, withheld } = library.leftOut.achievements;
    expect([library.total.achievements.length, expired.length, withheld]).toEqual([105, 2, 3]);
    expect([library.total.demands.length, library.leftOut.demands.expired.length]).toEqual([59, 1]);
    const summed = library.rows.reduce((sum, row) => sum + row.achievements.length, 0);
    // Many records have two or three chains.
    expect(summed).toBeGreaterThan(105);
  });

  it('shows the six demands without a counterpart as gaps, and none that is matched with certainty', () => {
    const gaps = library.total.unmatchedDemands;
    expect(gaps).toEqual(expect.arrayContaining(['D055', 'D056', 'D057', 'D058', 'D059', 'D060']));
    // D004 (TBC coating) and D031 (GCr15 blooms) name what A005 and A060 do, word for word or by a synonym.
    expect(library.total.matchedDemands).toEqual(expect.arrayContaining(['D004', 'D031']));
  });

  it('links a row to its records: aero-engines have the coating, the cooling holes, and three demands at the least', () => {
    const engines = rowOf(library, 'SY02');
    expect(engines.achievements).toEqual(expect.arrayContaining(['A005', 'A006']));
    expect(engines.demands).toEqual(expect.arrayContaining(['D003', 'D004']));
    // A102 is secret.
    expect(engines.achievements).not.toContain('A102');
    expect(engines.units.find(({ name }) => name === '辽东航叶动力有限公司')?.demands).toContain('D003');
    // Pianos and ski boards belong to no chain.
    expect(library.withoutChain.unmatchedDemands).toEqual(expect.arrayContaining(['D057', 'D058']));
  });

  it('asks upstream for a gap: viruses on the controllers of a line find the protection of industrial control', async () => {
    const view = await viewChain(
      { library, code: 'SY05', demands, matcher },
      { minScore: 0.15, filter: { asOf } },
    );
    expect(rowOf(library, 'SY05').unmatchedDemands).toContain('D035');
    const security = view.upstream.find(({ code }) => code === 'SY18')!;
    expect(security.offers.map(({ demandId, achievementId }) => [demandId, achievementId])).toEqual([
      ['D035', 'A067'],
      ['D036', 'A068'],
    ]);
    expect(security.offers[0]!.reason.zh).toContain('“');
    // The taxonomy names six chains upstream and two downstream of SY05, some of them from the other side.
    expect(view.upstream.map(({ code }) => code)).toEqual(['SY04', 'SY17', 'SY18', 'SY19', 'SY20', 'SY21']);
    expect(view.downstream.map(({ code }) => code)).toEqual(['SY09', 'SY26']);
  });
});

/** Three chains, T1 supplies T2 and T2 names T3 as its customer. */
const CHAINS = defineTaxonomy('three', [
  { code: 'T1', nameZh: '甲', nameEn: 'A', terms: [], advancedManufacturing: true },
  { code: 'T2', nameZh: '乙', nameEn: 'B', terms: [], upstream: ['T1'], downstream: ['T3'] },
  { code: 'T3', nameZh: '丙', nameEn: 'C', terms: [] },
]);

const record = fc.record({
  chains: fc.option(fc.uniqueArray(fc.constantFrom('T1', 'T2', 'T3', 'X9'), { maxLength: 3 }), {
    nil: undefined,
  }),
  organization: fc.option(fc.constantFrom('沈阳甲（浑南）有限公司', '沈阳甲(浑南)', '乙所', ' '), {
    nil: undefined,
  }),
  validFrom: fc.option(fc.constantFrom('2026-01-15', '2026年2月', '2026-02-28', '2026-03-01', '择日'), {
    nil: undefined,
  }),
});
const world = fc
  .record({
    achievements: fc.array(record, { maxLength: 8 }),
    demands: fc.array(record, { maxLength: 8 }),
    pairs: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 10 }),
  })
  .map(({ achievements, demands, pairs }) => {
    const numbered = (prefix: string, list: typeof achievements) =>
      list.map((one, i) => ({ id: `${prefix}${i}`, title: '', ...one }));
    const matches = demands.map(
      (_, d): DemandMatches => ({
        queryId: `d${d}`,
        matches: pairs
          .filter(([from, to]) => from === d && to < achievements.length)
          .map(([, to]) => ({ id: `a${to}` })),
      }),
    );
    return {
      achievements: numbered('a', achievements),
      demands: numbered('d', demands),
      matches,
      taxonomy: CHAINS,
    } satisfies ChainLibraryInput;
  });

describe('who may see what', () => {
  const achievements = [
    { id: 'open', title: '热障涂层', chains: ['T1'], validTo: '2026-12-31' },
    { id: 'ended', title: '热障涂层', chains: ['T1'], validTo: '2020-01-01' },
    { id: 'secret', title: '热障涂层', chains: ['T1'], secrecyLevel: '秘密' },
    { id: 'unclear', title: '热障涂层', chains: ['T1'], secrecyLevel: '不宜公开' },
  ];
  const demands = [
    { id: 'd', title: '涂层剥落', chains: ['T1'] },
    { id: 'inner', title: '涂层剥落', chains: ['T1'], secrecyLevel: '内部' },
  ];
  const matches = [
    { queryId: 'd', matches: [{ id: 'secret' }, { id: 'ended' }] },
    { queryId: 'inner', matches: [{ id: 'open' }] },
  ];
  const input = { achievements, demands, matches, taxonomy: CHAINS };

  it('leaves out what is secret and what has ended, counts it, and takes it for no match', () => {
    const { total, leftOut, rows } = buildChainLibrary({ ...input, asOf: '2026-06-01' });
    expect([total.achievements, total.demands]).toEqual([['open'], ['d']]);
    expect([total.matchedDemands, total.unservedAchievements]).toEqual([[], ['open']]);
    expect(leftOut.achievements).toEqual({ expired: ['ended'], withheld: 2 });
    expect(leftOut.demands).toEqual({ expired: [], withheld: 1 });
    expect(JSON.stringify(rows)).not.toMatch(/secret|inner/);
  });

  it('shows more to who may see it, and without a day takes nothing for ended', () => {
    const { total, leftOut } = buildChainLibrary({ ...input, clearance: 'confidential' });
    expect(total.achievements).toEqual(['open', 'ended', 'secret']);
    expect(total.matchedDemands).toEqual(['d', 'inner']);
    expect(leftOut.achievements).toEqual({ expired: [], withheld: 1 });
  });
});

describe('rows and sums', () => {
  it('lose no record, and count each once in the total', () => {
    fc.assert(
      fc.property(world, (input) => {
        const library = buildChainLibrary(input);
        const rows = [...library.rows, library.withoutChain];
        for (const side of ['achievements', 'demands'] as const) {
          const ids = input[side].map(({ id }) => id);
          expect(library.total[side]).toEqual(ids);
          expect(ids.filter((id) => rows.some((row) => row[side].includes(id)))).toEqual(ids);
          const inChains = new Set(library.rows.flatMap((row) => row[side]));
          expect(library.withoutChain[side]).toEqual(ids.filter((id) => !inChains.has(id)));
        }
      }),
    );
  });

  it('are those of a naive count', () => {
    fc.assert(
      fc.property(world, (input) => {
        const library = buildChainLibrary(input);
        const isMatched = (id: string) =>
          input.matches.some(({ queryId, matches }) => queryId === id && matches.length > 0);
        const isServed = (id: string) =>
          input.matches.some(({ matches }) => matches.some((match) => match.id === id));
        for (const row of library.rows) {
          const has = ({ chains = [] }: { chains?: readonly string[] | undefined }) =>
            chains.includes(row.code!);
          const demands = input.demands.filter(has).map(({ id }) => id);
          const achievements = input.achievements.filter(has).map(({ id }) => id);
          expect(row.demands).toEqual(demands);
          expect(row.matchedDemands).toEqual(demands.filter(isMatched));
          expect(row.unmatchedDemands).toEqual(demands.filter((id) => !isMatched(id)));
          expect(row.unservedAchievements).toEqual(achievements.filter((id) => !isServed(id)));
        }
        expect(library.advancedManufacturing.demands).toEqual(rowOf(library, 'T1').demands);
      }),
    );
  });

  it('give every record to one unit, or to none where it names none', () => {
    fc.assert(
      fc.property(world, (input) => {
        for (const row of allRows(buildChainLibrary(input))) {
          for (const side of ['achievements', 'demands'] as const) {
            const spread = [...row.units.flatMap((unit) => unit[side]), ...row.withoutUnit[side]];
            expect(spread.sort()).toEqual([...row[side]].sort());
          }
          // The two spellings are one unit.
          expect(row.units.filter(({ name }) => name.startsWith('沈阳甲')).length).toBeLessThan(2);
        }
      }),
    );
  });

  it('are spread over periods without loss, by the first day of a date', () => {
    const period = { field: 'validFrom', cutOffs: ['2026-01-31', '2026-02-10', '2026-02-28'] };
    fc.assert(
      fc.property(world, (input) => {
        const { total, periods } = buildChainLibrary({ ...input, period });
        expect(periods.map(({ after, until, undated }) => [after, until, undated])).toEqual([
          [null, '2026-01-31', false],
          ['2026-01-31', '2026-02-10', false],
          ['2026-02-10', '2026-02-28', false],
          ['2026-02-28', null, false],
          [null, null, true],
        ]);
        const expected = ['2026-01-15', '2026年2月', '2026-02-28', '2026-03-01', '择日'];
        for (const [i, part] of periods.entries()) {
          const dated = input.demands.filter(({ validFrom = '择日' }) => validFrom === expected[i]);
          expect(part.total.demands).toEqual(dated.map(({ id }) => id));
        }
        const spread = periods.flatMap((part) => part.total.achievements);
        expect(spread.sort()).toEqual([...total.achievements].sort());
      }),
    );
  });

  it('hold all chains even without any record', () => {
    const { rows, total, periods } = buildChainLibrary({
      achievements: [],
      demands: [],
      matches: [],
      taxonomy: CHAINS,
    });
    expect(rows.map(({ code, demands }) => [code, demands])).toEqual([
      ['T1', []],
      ['T2', []],
      ['T3', []],
    ]);
    expect([total.units, periods]).toEqual([[], []]);
  });

  it('keep ids such as __proto__ apart', () => {
    const achievements = [{ id: '__proto__', title: '', chains: ['T1'], organization: 'constructor' }];
    const { rows } = buildChainLibrary({ achievements, demands: [], matches: [], taxonomy: CHAINS });
    expect(rows[0]!.units).toEqual([
      { key: 'constructor', name: 'constructor', achievements: ['__proto__'], demands: [] },
    ]);
  });
});

function allRows(library: ChainLibrary): ChainRow[] {
  return [...library.rows, library.withoutChain, library.advancedManufacturing, library.total];
}

describe('bad input of a library', () => {
  it('is named all at once: records, repeated ids and matches of nobody', async () => {
    const bad = {
      achievements: [
        { id: 'a', title: 1 },
        { id: 'a', title: '' },
      ],
      demands: [{ id: '', title: '' }, null],
      matches: [{ queryId: 'd9', matches: [{ id: 'a' }, { id: 'a9' }] }, 7],
      taxonomy: CHAINS,
    } as unknown as ChainLibraryInput;
    expect(await badPathsOf(() => buildChainLibrary(bad))).toEqual([
      'title',
      'id',
      'id',
      '',
      'queryId',
      'matches[1].id',
      '',
    ]);
  });

  it('is named for a bad taxonomy and period too', async () => {
    const period = { field: '', cutOffs: ['2026-02-30'] };
    const bad = {
      achievements: [],
      demands: [],
      matches: [],
      taxonomy: {},
      period,
    } as unknown as ChainLibraryInput;
    expect(await badPathsOf(() => buildChainLibrary(bad))).toEqual([
      'taxonomy.chains',
      'period.field',
      'period.cutOffs[0]',
    ]);
    const backwards = { field: 'validFrom', cutOffs: ['2026-02-28', '2026-02-28'] };
    const input = { achievements: [], demands: [], matches: [], taxonomy: CHAINS, period: backwards };
    expect(await badPathsOf(() => buildChainLibrary(input))).toEqual(['period.cutOffs']);
    expect(await badPathsOf(() => buildChainLibrary(undefined as unknown as ChainLibraryInput))).toEqual([
      '',
    ]);
  });

  it('is not changed, nor is good input', () => {
    fc.assert(
      fc.property(world, (input) => {
        const before = structuredClone(input);
        buildChainLibrary(input);
        expect(input).toEqual(before);
      }),
    );
  });
});

describe('tagRecords', () => {
  const matcher = createMatcher([], { taxonomy: TAXONOMY, lexicon: LEXICON });

  it('keeps the chains of the host, tags the others, and says so where there is none', async () => {
    const records: DemandInput[] = [
      { id: '1', title: '热障涂层' },
      { id: '2', title: '热障涂层', chains: ['T3'] },
      { id: '3', title: '钢琴' },
      { id: '4', title: '涂层', chains: [] },
    ];
    const tagged = await tagRecords(records, 'demand', matcher);
    expect(tagged.map(({ id, chains }) => [id, chains.map(({ code }) => code)])).toEqual([
      ['1', ['T1']],
      ['2', ['T3']],
      ['3', []],
      ['4', []],
    ]);
    expect(records[0]!.chains).toBeUndefined();
  });

  it('does not change how records rank', async () => {
    const records = [
      { id: 'a', title: '热障涂层软件' },
      { id: 'b', title: '隔热涂层制药' },
    ];
    const parts = { taxonomy: TAXONOMY, lexicon: LEXICON };
    const tagged = await tagRecords(records, 'achievement', matcher);
    const query = { id: 'q', title: '涂层制药算法' };
    const scores = (list: readonly AchievementInput[]) =>
      createMatcher(list, parts)
        .match(query)
        .matches.map(({ id, score }) => [id, score]);
    expect(scores(tagged)).toEqual(scores(records));
  });

  it('names every bad record, reports the end and stops when told', async () => {
    const bad = [{ id: 'a', title: 1 }, { id: 'b' }] as unknown as DemandInput[];
    expect(await badPathsOf(() => tagRecords(bad, 'demand', matcher))).toEqual(['title', 'title']);
    const done: number[] = [];
    await tagRecords([{ id: '1', title: '' }], 'demand', matcher, {
      onProgress: (state) => done.push(state.done),
    });
    expect(done.at(-1)).toBe(1);
    const stopped = tagRecords([{ id: '1', title: '' }], 'demand', matcher, {
      signal: AbortSignal.abort(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
    const badRun = { signal: 1 } as unknown as { signal: AbortSignal };
    expect(await badPathsOf(() => tagRecords([], 'demand', matcher, badRun))).toEqual(['signal']);
  });
});

describe('viewChain', () => {
  const achievements: AchievementInput[] = [
    { id: 'a1', title: '热障涂层制备', chains: ['T1'] },
    { id: 'a2', title: '热障涂层检测', chains: ['T2'] },
  ];
  const demands: DemandInput[] = [
    { id: 'd2', title: '热障涂层', chains: ['T2'] },
    { id: 'd3', title: '热障涂层检测', chains: ['T3'] },
  ];
  const taxonomy = CHAINS;
  const matcher = createMatcher(achievements, { taxonomy, lexicon: LEXICON });
  const library = buildChainLibrary({ achievements, demands, matches: [], taxonomy });
  const input = { library, code: 'T2', demands, matcher };
  const pairs = (offers: readonly { demandId: string; achievementId: string }[]) =>
    offers.map(({ demandId, achievementId }) => [demandId, achievementId]);

  it('offers what is upstream for its own gaps, and its own supply for gaps downstream, in the matcher’s scores', async () => {
    const { upstream, downstream } = await viewChain(input, { minScore: 0 });
    expect(upstream.map(({ code, offers }) => [code, pairs(offers)])).toEqual([['T1', [['d2', 'a1']]]]);
    expect(downstream.map(({ code, offers }) => [code, pairs(offers)])).toEqual([['T3', [['d3', 'a2']]]]);
    const all = matcher.match(demands[0]!).matches;
    expect(upstream[0]!.offers[0]!.score).toBe(all.find(({ id }) => id === 'a1')!.score);
  });

  it('sees a relation that only the other chain names', async () => {
    const view = await viewChain({ ...input, code: 'T1' }, { minScore: 0 });
    expect(view.downstream.map(({ code }) => code)).toEqual(['T2']);
    expect(
      (await viewChain({ ...input, code: 'T3' }, { minScore: 0 })).upstream.map(({ code }) => code),
    ).toEqual(['T2']);
  });

  it('keeps the caller’s filter and limit', async () => {
    const none = await viewChain(input, { minScore: 0, filter: { where: () => false } });
    expect(none.upstream[0]!.offers).toEqual([]);
    expect((await viewChain(input, { minScore: 0, limit: 0 })).upstream[0]!.offers).toEqual([]);
  });

  it('names an unknown chain, bad options, and gaps that were not handed in', async () => {
    const options = { minScore: 2, filter: { where: 1 } } as unknown as { minScore: number };
    expect(await badPathsOf(() => viewChain({ ...input, code: 'T9' }, options))).toEqual([
      'code',
      'minScore',
      'filter.where',
    ]);
    expect(await badPathsOf(() => viewChain({ ...input, demands: [] }, { minScore: 0 }))).toEqual([
      'demands',
      'demands',
    ]);
  });
});
