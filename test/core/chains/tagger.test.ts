import {
  type AchievementInput,
  type Chain,
  createLexicon,
  createMatcher,
  defineTaxonomy,
  FIELD_WEIGHTS,
  parseRecords,
  type Taxonomy,
  tagChains,
} from 'cuohe';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAIN_MODEL } from '../../../src/core/chains/model.ts';
import { createChainTagger } from '../../../src/core/chains/tagger.ts';
import { TokenList } from '../../../src/core/terms/token-list.ts';
import { createReading } from '../../../src/core/weigher/reading.ts';
import { achievements, codes, PARTS, text, thrownBy } from '../../fixtures.ts';

const tagger = createMatcher([], PARTS);
const tag = (fields: Partial<AchievementInput>) =>
  tagger.tagChains({ id: 'a', title: '', ...fields } as AchievementInput);

describe('chain tags', () => {
  it.each([
    [{ title: '热障涂层' }, ['T1'], 'a term in the title'],
    [{ title: 'TBC 制备' }, ['T1'], 'a synonym'],
    [{ title: '涂层与新药' }, ['T1', 'T2'], 'two chains, the order of the taxonomy between equals'],
    [{ title: '燃机' }, [], 'a compound head alone is no compound'],
    [{ title: '' }, [], 'no text'],
    [{ title: '热药' }, [], 'words of no chain'],
    [{ title: '算法' }, ['T3'], 'a horizontal chain stands where nothing else does'],
    [{ title: 'ＴＢＣ' }, ['T1'], 'full-width letters'],
  ])('of %o are %o: %s', (fields, expected, _why) => {
    expect(codes(tag(fields)).sort()).toEqual(expected);
  });

  it('carry a confidence in (0, 1] and the places that speak for them, in the text as given', () => {
    fc.assert(
      fc.property(achievements(1), text, (records, title) => {
        const record = { id: 'a', abstract: title, ...records[0], title, chains: undefined };
        const tags = tagger.tagChains(record);
        for (const { confidence, given, evidence } of tags) {
          expect(confidence > 0 && confidence <= 1).toBe(true);
          expect(given).toBe(false);
          expect(evidence.length).toBeGreaterThan(0);
          for (const { field, start, end, text: found } of evidence) {
            if (field.startsWith('keywords')) continue;
            expect((record as Record<string, unknown>)[field]).toSatisfy(
              (whole: string) => whole.slice(start, end) === found,
            );
          }
        }
        // Surer tags first, but a horizontal chain (T3) behind the applications that it serves.
        const order = tags.map(({ code, confidence }) => (code === 'T3' ? confidence - 1 : confidence));
        expect(order).toEqual([...order].sort((a, b) => b - a));
        expect(new Set(codes(tags)).size).toBe(tags.length);
      }),
    );
  });

  it('of a horizontal chain step back behind an application', () => {
    const alone = tag({ title: '软件' })[0]!.confidence;
    const [first, second] = tag({ title: '制药软件' });
    expect(first!.code).toBe('T2');
    expect(second?.confidence ?? 0).toBeLessThan(Math.min(alone, first!.confidence));
  });

  it('are surer from the title than from the abstract, and surer with more evidence', () => {
    const sure = (fields: Partial<AchievementInput>) => tag(fields)[0]?.confidence ?? 0;
    expect(sure({ title: '涂层' })).toBeGreaterThan(sure({ abstract: '涂层' }));
    expect(sure({ title: '涂层 热障涂层' })).toBeGreaterThan(sure({ title: '涂层' }));
  });

  it('are settled by a settling word that is a good part of the title, and by no small one', () => {
    // Where nothing else would give a tag.
    const settling = createChainTagger(PARTS.taxonomy, PARTS.lexicon, { ...CHAIN_MODEL, intercept: -20 });
    const { analyzer } = createReading(PARTS, FIELD_WEIGHTS);
    const settledBy = (title: string) => {
      const [record] = parseRecords([{ id: 'a', title }], 'achievement');
      return codes(settling.tag(record!, analyzer.analyze(record!)));
    };
    expect(settledBy('热障涂层')).toEqual(['T1']);
    expect(settledBy(`${'甲'.repeat(12)}热障涂层`)).toEqual(['T1']);
    expect(settledBy(`${'甲'.repeat(13)}热障涂层`)).toEqual([]);
  });

  it('list few places, however often a word stands there', () => {
    const [first] = tag({ title: '涂层，'.repeat(50) });
    expect(first!.evidence.length).toBeLessThanOrEqual(8);
  });
});

describe('chain tags of the host', () => {
  it('win over what the text says, and keep its evidence', () => {
    const given = [{ code: 'T2', confidence: 0.4 }, 'T1'];
    expect(tag({ title: '热障涂层', chains: given })).toEqual([
      { code: 'T2', confidence: 0.4, given: true, evidence: [] },
      {
        code: 'T1',
        confidence: 1,
        given: true,
        evidence: [{ field: 'title', start: 0, end: 4, text: '热障涂层' }],
      },
    ]);
  });

  it.each(['T2', 't2', '制药', '制药产业链', '制药产业', 'drugs'])(
    'may be named in place of a code: %s',
    (name) => {
      expect(tag({ title: '热障涂层', chains: [name] }).map(({ code }) => code)).toEqual(['T2']);
    },
  );

  it('may be an empty list: of no chain', () => {
    expect(tag({ title: '热障涂层', chains: [] })).toEqual([]);
  });

  it('may name chains that the taxonomy does not know, and match by them', () => {
    const chains = ['X9'];
    const matcher = createMatcher([{ id: 'a', title: '甲', chains }], PARTS);
    const [match] = matcher.match({ id: 'q', title: '乙', chains }).matches;
    expect(match!.chains).toEqual([{ code: 'X9', nameZh: 'X9', nameEn: 'X9', confidence: 1 }]);
    expect(match!.signals.chains).toBeGreaterThan(0);
  });

  it('may repeat a code, and share it once', () => {
    const chains = ['T1', 'T1'];
    const matcher = createMatcher([{ id: 'a', title: '甲', chains }], PARTS);
    const { matches } = matcher.match({ id: 'q', title: '乙', chains }, { filter: { chains: ['T1'] } });
    expect(codes(matches[0]!.chains as never)).toEqual(['T1']);
    expect(matches[0]!.score).toBeLessThanOrEqual(1);
  });
});

describe('a taxonomy of the host', () => {
  const chainOf = (i: number): Chain => ({
    code: `C${i}`,
    nameZh: `第${i}链`,
    nameEn: `Chain ${i}`,
    terms: [`部件k${i}号`],
  });
  const partsOf = (taxonomy: Taxonomy) => ({
    taxonomy,
    lexicon: createLexicon({ name: 'none', entries: [] }, taxonomy),
  });

  it.each([2, 60])('may have %i chains', (count) => {
    const taxonomy = defineTaxonomy(
      'own',
      Array.from({ length: count }, (_, i) => chainOf(i)),
    );
    const records = taxonomy.chains.map(({ code, terms }) => ({ id: code, title: terms[0]! }));
    const matcher = createMatcher(records, partsOf(taxonomy));
    for (const { id, title } of records) {
      expect(codes(matcher.tagChains({ id, title }))).toEqual([id]);
      const [match] = matcher.match({ id: 'q', title }, { filter: { chains: [id] } }).matches;
      expect([match!.id, match!.chains[0]!.nameEn]).toEqual([id, `Chain ${id.slice(1)}`]);
    }
  });

  it('may be a tree: a term of parent and child speaks for both', () => {
    const parent = { ...chainOf(1), terms: ['装备', '机床'] };
    const child = { ...chainOf(2), parent: 'C1', terms: ['机床', '五轴机床'] };
    const matcher = createMatcher([], partsOf(defineTaxonomy('tree', [parent, child])));
    const found = (title: string) => codes(matcher.tagChains({ id: 'a', title })).sort();
    expect([found('机床'), found('五轴机床'), found('装备')]).toEqual([['C1', 'C2'], ['C2'], ['C1']]);
  });

  it('may come without defineTaxonomy, and without a chain', () => {
    const empty = { name: 'none', chains: [] };
    expect(createMatcher([], { taxonomy: empty }).tagChains({ id: 'a', title: '涂层' })).toEqual([]);
  });

  it('has a confusable word that holds a term speak for nothing', () => {
    const chain = { ...chainOf(1), terms: ['粮食'], confusable: ['精神粮食'] };
    const matcher = createMatcher([], partsOf(defineTaxonomy('own', [chain])));
    expect(codes(matcher.tagChains({ id: 'a', title: '粮食烘干' }))).toEqual(['C1']);
    expect(matcher.tagChains({ id: 'a', title: '精神粮食' })).toEqual([]);
  });
});

describe('compound heads', () => {
  it('speak at the end of a longer word that the lexicon does not know', () => {
    const model = { ...CHAIN_MODEL, heads: 6, minConfidence: 0.1, minShare: 0 };
    const own = createChainTagger(PARTS.taxonomy, PARTS.lexicon, model);
    expect(own.fingerprint).not.toBe(createChainTagger(PARTS.taxonomy, PARTS.lexicon).fingerprint);
    const normalized = (given: string) => ({
      text: given,
      starts: Uint32Array.from(given, (_, at) => at),
      ends: Uint32Array.from(given, (_, at) => at + 1),
    });
    const found = (given: string) =>
      own.tag({ id: 'a', title: given, kind: 'achievement' }, [
        {
          field: { path: 'title', field: 'title', text: given, weight: 1 },
          normalized: normalized(given),
          statements: [],
          tokens: [],
          counted: new TokenList(),
          words: [],
          exclusions: [],
        },
      ]);
    expect(found('微型燃机')).toMatchObject([{ code: 'T1', evidence: [{ text: '燃机' }] }]);
    expect(found('燃机')).toEqual([]);
  });
});

describe('tagging without an index', () => {
  it('gives what a matcher gives, for either side', () => {
    const record = { id: 'a', title: '燃气轮机叶片热障涂层' };
    const tags = tagChains(record);
    expect(tags.length).toBeGreaterThan(0);
    expect(tagChains(record)).toEqual(tags);
    expect(createMatcher([]).tagChains(record)).toEqual(tags);
    expect(tagChains({ ...record, kind: 'demand' })).toEqual(tags);
  });

  it('takes other parts, and keeps them apart', () => {
    const record = { id: 'a', title: '热障涂层' };
    expect(codes(tagChains(record, PARTS))).toEqual(['T1']);
    const simplifier = { fingerprint: 'none', simplify: () => '新药新药' };
    expect(codes(tagChains(record, { ...PARTS, simplifier }))).toEqual(['T2']);
    expect(codes(tagChains(record, PARTS))).toEqual(['T1']);
    const turned = { ...PARTS, taxonomy: defineTaxonomy('two', PARTS.taxonomy.chains.slice(1)) };
    expect(tagChains(record, turned)).toEqual([]);
  });

  it('refuses bad records and options', () => {
    expect(thrownBy(() => tagChains(null as never)).code).toBe('INVALID_RECORDS');
    expect(thrownBy(() => tagChains({ id: 'a', title: 1 } as never)).code).toBe('INVALID_RECORDS');
    const tokenizer = { fingerprint: 'x' } as never;
    expect(thrownBy(() => tagChains({ id: 'a', title: '' }, { tokenizer })).code).toBe('INVALID_OPTIONS');
  });
});
