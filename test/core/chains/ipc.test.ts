import {
  type AchievementInput,
  type Chain,
  createMatcher,
  DEFAULT_TAXONOMY,
  defineTaxonomy,
  tagChains,
} from 'cuohe';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipcReader } from '../../../src/core/chains/ipc-evidence.ts';
import { createChainTagger } from '../../../src/core/chains/tagger.ts';
import { ipcKey, parseIpc, parseIpcArea } from '../../../src/core/records/ipc.ts';
import { achievements, codes, PARTS, thrownBy } from '../../fixtures.ts';

type Areas = NonNullable<Chain['ipc']>;
const withIpc = (...areas: Areas[]) =>
  defineTaxonomy(
    'own',
    PARTS.taxonomy.chains.map((chain, i) => ({ ...chain, ipc: areas[i] ?? {} })),
  );
const taxonomy = withIpc({ C23C: 3, 'C23C 14': 2, B: 1 }, { A61: 3, 'C23C 14': 3 }, {});
const matcher = createMatcher([], { ...PARTS, taxonomy });
const tag = (fields: Partial<AchievementInput>) =>
  matcher.tagChains({ id: 'a', title: '', ...fields } as AchievementInput);

describe('a symbol of the IPC', () => {
  it('tags a patent that no word speaks for, and is what the tag rests on', () => {
    expect(tag({ title: '一种装置', ipc: 'A61K 9/00(2006.01)I; C23C 4/00' })).toMatchObject([
      {
        code: 'T2',
        given: false,
        evidence: [{ field: 'ipc[0]', start: 0, end: 19, text: 'A61K 9/00(2006.01)I' }],
      },
      { code: 'T1', given: false, evidence: [{ field: 'ipc[1]', start: 0, end: 9, text: 'C23C 4/00' }] },
    ]);
    expect(tag({ ipc: 'A61' })).toMatchObject([{ code: 'T2' }]);
  });

  it('is surer the stronger its part, and surest with words', () => {
    const [strong] = tag({ ipc: 'C23C 14/00' }).filter(({ code }) => code === 'T1');
    const [settling] = tag({ ipc: 'C23C 4/00' });
    const [both] = tag({ ipc: 'C23C 4/00', title: '热障涂层' });
    expect(strong!.confidence).toBeLessThan(settling!.confidence);
    expect(settling!.confidence).toBeLessThan(both!.confidence);
    expect(both!.evidence.map(({ field }) => field)).toEqual(['ipc[0]', 'title']);
  });

  it('that is a hint tags nothing alone', () => {
    expect(tag({ ipc: 'B23B 1/00' })).toEqual([]);
  });

  it('that no chain owns speaks against nothing, nor does one that is none', () => {
    const codesOfNobody = fc.constantFrom('D01F 1/00', 'H04L', 'G06', 'TG142', '不详');
    fc.assert(
      fc.property(achievements(1), fc.array(codesOfNobody), (records, ipc) => {
        const record = { id: 'a', title: '', ...records[0] };
        expect(matcher.tagChains({ ...record, ipc })).toEqual(matcher.tagChains(record));
      }),
    );
  });

  it('never makes a tag of its own chain less sure', () => {
    const symbols = fc.array(fc.constantFrom('C23C 4/00', 'C23C 14/00', 'B23B 1/00', 'A61K'), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(achievements(1), symbols, (records, ipc) => {
        const record = { id: 'a', title: '', ...records[0], chains: undefined };
        const sureOf = (tags: ReturnType<typeof tag>, code: string) =>
          tags.find((one) => one.code === code)?.confidence ?? 0;
        const [before, after] = [matcher.tagChains(record), matcher.tagChains({ ...record, ipc })];
        for (const { code } of after)
          expect(sureOf(after, code)).toBeGreaterThanOrEqual(sureOf(before, code));
        for (const { confidence } of after) expect(confidence > 0 && confidence <= 1).toBe(true);
      }),
    );
  });

  it('stands beside tags of the host as evidence, and changes none', () => {
    expect(tag({ ipc: 'A61K', chains: ['T2', 'T1'] })).toEqual([
      {
        code: 'T2',
        confidence: 1,
        given: true,
        evidence: [{ field: 'ipc[0]', start: 0, end: 4, text: 'A61K' }],
      },
      { code: 'T1', confidence: 1, given: true, evidence: [] },
    ]);
  });

  it('says the same to an index as without one', () => {
    const record = { id: 'a', title: '一种装置', ipc: 'H01M 10/0525' };
    expect(createMatcher([record]).tagChains(record)).toEqual(tagChains(record));
    const [match] = createMatcher([record]).match(
      { title: '锂离子电池' },
      { filter: { chains: ['SY13'] } },
    ).matches;
    expect(match!.chains.map(({ code }) => code)).toEqual(['SY13']);
  });
});

describe('the narrowest part of the IPC that holds a symbol speaks', () => {
  const area = fc.constantFrom(
    'C',
    'C22',
    'C22C',
    'C22C 38',
    'C22C 38/04',
    'C22C 5-49',
    'C21-C23',
    'C22B-C22F',
  );
  const symbol = fc.constantFrom(
    'C21',
    'C22C',
    'C22C 38/00',
    'C22C 38/04',
    'C22C 5/00',
    'C22F 1/00',
    'D01F',
    'C30B',
  );

  it('as a search through all parts finds it', () => {
    const table = fc.dictionary(area, fc.constantFrom(1, 2, 3)) as fc.Arbitrary<Areas>;
    fc.assert(
      fc.property(table, table, symbol, (one, two, code) => {
        const own = [one, two].map((areas) =>
          Object.entries(areas)
            .map(([text, strength]) => ({ ...parseIpcArea(text)!, strength }))
            .filter(({ from, to }) => from <= ipcKey(code) && ipcKey(code) <= to),
        );
        const all = own
          .flat()
          .sort((a, b) => (a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? 1 : -1));
        const [best] = all;
        const expected = own.flatMap((areas, chain) =>
          areas
            .filter(({ from, to }) => from === best!.from && to === best!.to)
            .map(({ strength }) => [chain, strength]),
        );
        const found = ipcReader(withIpc(one, two))(parseIpc(code));
        expect([...found].map(([chain, { strength }]) => [chain, strength]).toSorted()).toEqual(
          expected.toSorted(),
        );
      }),
    );
  });
});

describe('a table of the IPC', () => {
  it('is a part of the taxonomy, which may have none', () => {
    expect(createMatcher([], PARTS).tagChains({ id: 'a', title: '', ipc: 'A61K' })).toEqual([]);
    const print = (given: typeof taxonomy) => createChainTagger(given, PARTS.lexicon).fingerprint;
    expect(print(taxonomy)).not.toBe(print(PARTS.taxonomy));
    expect(print(taxonomy)).not.toBe(print(withIpc({ C23C: 2 })));
  });

  it('is refused with parts that are none, and with other strengths', () => {
    const [chain] = PARTS.taxonomy.chains;
    const made = (ipc: unknown) => thrownBy(() => defineTaxonomy('own', [{ ...chain!, ipc: ipc as Areas }]));
    expect(made({ C22C38: 3 }).message).toContain('parts of the IPC');
    expect(made({ C22C: 4 }).code).toBe('INVALID_TAXONOMY');
  });

  it('of the default taxonomy knows the main fields of every chain', () => {
    expect(DEFAULT_TAXONOMY.chains.filter(({ ipc }) => Object.keys(ipc ?? {}).length === 0)).toEqual([]);
  });

  it.each([
    ['B64C 1/00', 'SY01'],
    ['F02K 3/06', 'SY02'],
    ['F02C 7/00', 'SY03'],
    ['B25J 9/16', 'SY04'],
    ['G05B 19/418', 'SY05'],
    ['G03F 7/20', 'SY06'],
    ['B23Q 11/00', 'SY07'],
    ['B33Y 10/00', 'SY08'],
    ['B60W 30/00', 'SY09'],
    ['A61B 5/00', 'SY10'],
    ['B61F 5/52', 'SY11'],
    ['B64U 10/13', 'SY12'],
    ['H01M 10/0525', 'SY13'],
    ['H01H 33/66', 'SY14'],
    ['C04B 35/00', 'SY15'],
    ['C22C 38/04', 'SY16'],
    ['G11C 7/00', 'SY17'],
    ['H04L 9/40', 'SY18'],
    ['G06F 30/20', 'SY19'],
    ['G06N 3/08', 'SY20'],
    ['H01S 3/067', 'SY21'],
    ['F03D 1/06', 'SY22'],
    ['A61K 31/00', 'SY23'],
    ['C07C 1/00', 'SY24'],
    ['A01G 31/00', 'SY25'],
    ['A23L 33/00', 'SY26'],
    ['C02F 1/44', 'SY27'],
  ])('of the default taxonomy reads %s as %s', (ipc, code) => {
    expect(codes(tagChains({ title: '一种装置', ipc }))[0]).toBe(code);
  });
});
