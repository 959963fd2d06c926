import { createMatcher, DEFAULT_TAXONOMY, type DemandInput } from 'cuohe';
import { sessionThemes } from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionTheme } from '../../src/programmes/sessions/themes.ts';
import { badPathsOf } from './bad-paths.ts';
import { type SampleDemand, sampleFile } from './sample-file.ts';

const AS_OF = '2026-09-01';
const DEMANDS = sampleFile<SampleDemand>('demands');
const index = (demands: readonly DemandInput[]) => createMatcher(demands, { side: 'demand' });
const SAMPLE = index(DEMANDS);

const idsOf = (themes: readonly SessionTheme[]) => themes.flatMap(({ demandIds }) => demandIds);

/** Demands of a few chains and of none, some with words in common. */
const demands = fc
  .array(
    fc.record({
      words: fc.subarray(
        ['热障涂层', '主轴热误差', '锂电池', '轴承钢', '日光温室', '合唱团', '喷涂', '补偿'],
        {
          maxLength: 3,
        },
      ),
      chain: fc.option(fc.constantFrom('SY01', 'SY02', 'SY07', 'SY13', 'SY25'), { nil: undefined }),
      validTo: fc.option(fc.constantFrom('2025-01-01', '2027-01-01'), { nil: undefined }),
      secrecyLevel: fc.option(fc.constantFrom('公开', '机密'), { nil: undefined, freq: 2 }),
    }),
    { maxLength: 24 },
  )
  .map((drafts) =>
    drafts.map(
      ({ words, chain, validTo, secrecyLevel }, i): DemandInput => ({
        id: `d${String(i).padStart(2, '0')}`,
        title: words.join('与'),
        chains: chain === undefined ? [] : [chain],
        validTo,
        secrecyLevel,
      }),
    ),
  );

describe('sessionThemes', () => {
  it('puts every open demand in one theme, names those that have ended and counts those that are secret', async () => {
    await fc.assert(
      fc.asyncProperty(demands, fc.integer({ min: 1, max: 4 }), fc.nat(4), async (list, minDemands, more) => {
        const maxDemands = minDemands + more;
        const options = { asOf: AS_OF, minDemands, maxDemands };
        const { themes, leftOut } = await sessionThemes(index(list), options);
        const secret = list.filter(({ secrecyLevel }) => secrecyLevel === '机密').map(({ id }) => id);
        expect([...idsOf(themes), ...leftOut.expired, ...secret].sort()).toEqual(list.map(({ id }) => id));
        expect(leftOut.withheld).toBe(secret.length);
        for (const { demandIds } of themes) expect(demandIds.length).toBeLessThanOrEqual(maxDemands);
        // Whatever is small found no room: two small ones would have been joined if they fit together.
        const small = themes
          .filter(({ demandIds }) => demandIds.length < minDemands)
          .map(({ demandIds }) => demandIds);
        for (const [i, one] of small.entries()) {
          for (const other of small.slice(i + 1))
            expect(one.length + other.length).toBeGreaterThan(maxDemands);
        }
        for (const ended of leftOut.expired) {
          expect(list.find(({ id }) => id === ended)!.validTo).toBe('2025-01-01');
        }
      }),
      { numRuns: 100 },
    );
  });

  it('forms the same themes whatever the order of records', async () => {
    await fc.assert(
      fc.asyncProperty(demands, async (list) => {
        const options = { asOf: AS_OF, maxDemands: 5 };
        const { themes } = await sessionThemes(index(list), options);
        const { themes: others } = await sessionThemes(index(list.toReversed()), options);
        expect(others.map(({ demandIds }) => demandIds)).toEqual(themes.map(({ demandIds }) => demandIds));
      }),
      { numRuns: 100 },
    );
  });

  it('keeps demands of one chain together as long as they fit', async () => {
    await fc.assert(
      fc.asyncProperty(demands, async (list) => {
        const { themes } = await sessionThemes(index(list), { asOf: AS_OF, minDemands: 1, maxDemands: 24 });
        for (const { chains } of themes) expect(chains.length).toBeLessThanOrEqual(1);
        const codes = themes.map(({ chains }) => chains[0] ?? '');
        expect(new Set(codes).size).toBe(codes.length);
      }),
      { numRuns: 100 },
    );
  });

  it('joins what is small with a neighbouring chain before any other', async () => {
    // SY08 supplies SY02; SY25 stands apart, though its demands read like those of SY02.
    const list = [
      ['a', '热障涂层喷涂', 'SY02'],
      ['b', '热障涂层补偿', 'SY02'],
      ['c', '锂电池', 'SY08'],
      ['d', '轴承钢', 'SY08'],
      ['e', '热障涂层喷涂', 'SY25'],
      ['f', '热障涂层补偿', 'SY25'],
    ].map(([id, title, chain]): DemandInput => ({ id: id!, title: title!, chains: [chain!] }));
    const { themes } = await sessionThemes(index(list), { asOf: AS_OF, maxDemands: 4 });
    expect(themes.map(({ demandIds }) => demandIds.join(''))).toEqual(['abcd', 'ef']);
    expect(themes[0]!.chains).toEqual(['SY02', 'SY08']);
  });

  it('keeps together what belongs together in the sample', async () => {
    const { themes, leftOut } = await sessionThemes(SAMPLE, { asOf: AS_OF });
    // D052 is valid until 2023.
    expect(leftOut).toEqual({ expired: ['D052'], withheld: 0 });
    const themeOf = (id: string) => themes.find(({ demandIds }) => demandIds.includes(id))!;
    // GCr15 castings and inclusions of bearing steel; etching parts and electrostatic chucks; two gas turbines.
    for (const [one, other] of [
      ['D031', 'D032'],
      ['D011', 'D012'],
      ['D005', 'D006'],
    ] as const) {
      expect(themeOf(one)).toBe(themeOf(other));
    }
    // 59 demands of 27 chains, two each: joined to sessions of three or more.
    for (const { demandIds } of themes) expect(demandIds.length).toBeGreaterThanOrEqual(3);
  });

  it('names a theme by its chains and by what its demands say', async () => {
    const { themes } = await sessionThemes(SAMPLE, { asOf: AS_OF });
    const chainOf = new Map(DEFAULT_TAXONOMY.chains.map((chain) => [chain.code, chain]));
    for (const { name, chains, phrases, demandIds } of themes) {
      const first = chainOf.get(chains[0] ?? '');
      expect(name.zh.startsWith(first?.nameZh ?? '综合')).toBe(true);
      expect(name.en.startsWith(first?.nameEn ?? 'Mixed')).toBe(true);
      expect(phrases.length).toBeLessThanOrEqual(3);
      const text = JSON.stringify(DEMANDS.filter(({ id }) => demandIds.includes(id)));
      for (const phrase of phrases) {
        expect(text).toContain(phrase);
        expect(name.zh).toContain(phrase);
      }
      // Words that any two demands may share name nothing.
      expect(phrases).not.toEqual(expect.arrayContaining([expect.stringMatching(/^办法$|\d/)]));
    }
    // GCr15 is a bearing steel; both demands of the mill say 轴承钢 or its grade.
    const steel = themes.find(({ demandIds }) => demandIds.includes('D032'))!;
    expect(steel.phrases.join()).toMatch(/轴承钢|GCr15|夹杂/);
  });

  it('cuts a chain with many demands by topic', async () => {
    const topics = ['锂电池低温充电', '钒液流电池电堆密封'];
    const list = Array.from(
      { length: 8 },
      (_, i): DemandInput => ({
        id: `d${i}`,
        title: topics[i % 2]!,
        chains: ['SY13'],
      }),
    );
    const { themes } = await sessionThemes(index(list), { asOf: AS_OF, maxDemands: 4 });
    expect(themes.map(({ demandIds }) => demandIds.join())).toEqual(['d0,d2,d4,d6', 'd1,d3,d5,d7']);
  });

  it('makes no theme of no demands', async () => {
    expect(await sessionThemes(index([]), { asOf: AS_OF })).toEqual({
      themes: [],
      leftOut: { expired: [], withheld: 0 },
    });
  });

  it('lets what is secret take part where it may', async () => {
    const list = [{ id: 'd', title: '涂层', secrecyLevel: '秘密' }];
    const { themes } = await sessionThemes(index(list), { asOf: AS_OF, clearance: 'secret' });
    expect(idsOf(themes)).toEqual(['d']);
  });

  it('names every bad option', async () => {
    const bad = { asOf: 'today', clearance: 'all', minDemands: 0, maxDemands: 1.5, signal: 1 } as never;
    expect((await badPathsOf(() => sessionThemes(SAMPLE, bad))).sort()).toEqual([
      'asOf',
      'clearance',
      'maxDemands',
      'minDemands',
      'signal',
    ]);
    await expect(sessionThemes(SAMPLE, { asOf: AS_OF, minDemands: 13 })).rejects.toThrow(
      /minDemands .* at most maxDemands/,
    );
  });

  it('stops at the signal', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(sessionThemes(SAMPLE, { asOf: AS_OF, signal })).rejects.toThrow('stopped');
  });
});
