import { describe, expect, it } from 'vitest';
import { defineLexicon } from '../../../src/core/lexicon/lexicon.ts';
import { parseLexicon } from '../../../src/core/lexicon/text-form.ts';
import { parseRecords } from '../../../src/core/records/parse.ts';
import { type AnalyzedField, createAnalyzer } from '../../../src/core/terms/analyzer.ts';
import { ngramTokenizer } from '../../../src/core/terms/ngrams.ts';
import { normalize } from '../../../src/core/terms/normalize.ts';
import { TEXT_SIGNALS, termFrequencies, titleOf } from '../../../src/core/terms/term-frequencies.ts';
import { TokenList } from '../../../src/core/terms/token-list.ts';
import type { Token } from '../../../src/core/terms/tokenizer.ts';

const fold = (text: string) => normalize(text).text;
const lexicon = defineLexicon(
  {
    name: 'test',
    entries: parseLexicon('涂层/镀层 0'),
    boilerplate: ['国内*水平'],
    functions: new Map([['plate', ['镀层']]]),
  },
  fold,
);
const WEIGHTS = { unigram: 0.5, bigram: 1, word: 1, synonym: 0, broader: 0.5, everyday: 0, latin: 1.5 };
const analyzer = createAnalyzer({
  tokenizer: ngramTokenizer(lexicon, WEIGHTS),
  lexicon,
  fieldWeights: { title: 3, abstract: 1 },
});
const analyzed = (title: string, abstract = ''): AnalyzedField[] =>
  analyzer.analyze(parseRecords([{ id: 'a', title, abstract }], 'achievement')[0]!);
const counts = (fields: readonly AnalyzedField[]) => {
  const frequencies = termFrequencies(fields);
  return Object.fromEntries(TEXT_SIGNALS.map((signal) => [signal, Object.fromEntries(frequencies[signal])]));
};
const NONE = { characters: {}, functions: {}, latin: {}, pairs: {}, title: {}, words: {} };
const withTokens = (tokens: readonly Token[]) =>
  analyzed('钢').map((field) => ({ ...field, tokens, counted: TokenList.of(tokens) }));

describe('term frequencies', () => {
  it('are sums of field weight times token weight, kind by kind; of the title, of token weight alone', () => {
    expect(counts(analyzed('镀层TC4', '涂层、tc4、涂'))).toEqual({
      characters: { 镀: 1.5, 层: 2, 涂: 1 },
      functions: { plate: 3 },
      latin: { tc4: 6 },
      pairs: { 镀层: 3, 涂层: 1 },
      title: { 镀: 0.5, 层: 0.5, tc4: 1.5 },
      // 镀层 counts under the first of its synonyms; the pair 涂层 of the abstract counts apart from it.
      words: { 涂层: 4 },
    });
  });

  it('are 32-bit floats', () => {
    const tokens = ['characters', 'functions', 'latin', 'pairs', 'words'] as const;
    const fields = withTokens(tokens.map((kind) => ({ term: 'x', start: 0, end: 1, weight: 0.1, kind })));
    const frequencies = termFrequencies([...fields, ...fields]);
    for (const signal of TEXT_SIGNALS) {
      const value = frequencies[signal].get('x')!;
      expect(value).toBe(Math.fround(value));
      expect(value).toBeGreaterThan(0.19);
    }
  });

  it('leave out what counts nothing', () => {
    expect(counts(withTokens([{ term: 'x', start: 0, end: 1, weight: 0 }]))).toEqual(NONE);
    expect(counts([])).toEqual(NONE);
  });

  it('count a token without weight as one, without kind as a word', () => {
    expect(counts(withTokens([{ term: 'x', start: 0, end: 1 }]))).toEqual({
      ...NONE,
      words: { x: 3 },
      title: { x: 1 },
    });
  });

  it('have every signal that a text may have, and no other', () => {
    expect(Object.keys(termFrequencies([])).sort()).toEqual([...TEXT_SIGNALS]);
  });
});

describe('the title', () => {
  const titleTerms = (fields: readonly AnalyzedField[]) => titleOf(fields)?.tokens.map(({ term }) => term);

  it('counts by its characters and Latin words', () => {
    expect(titleTerms(analyzed('镀层TC4', '钢'))).toEqual(['镀', '层', 'tc4']);
  });

  it('counts by all terms where a tokenizer gives neither', () => {
    const tokens: Token[] = [
      { term: '镀层', start: 0, end: 2 },
      { term: '层钢', start: 1, end: 3, kind: 'pairs' },
    ];
    expect(titleTerms(withTokens(tokens))).toEqual(['镀层', '层钢']);
  });

  it.each([
    ['', 'none at all'],
    ['，', 'signs only'],
    ['国内领先水平', 'a stop phrase only'],
  ])('%j of a record is stood in for by its first words: %s', (title, _why) => {
    expect(titleTerms(analyzed(title, '钢管'))).toEqual(['钢', '管']);
  });

  it('is stood in for by the first sixty units of the first field, no more', () => {
    const terms = titleTerms(analyzed('', `${'钢'.repeat(59)}管材`));
    expect(terms).toHaveLength(60);
    expect(terms!.at(-1)).toBe('管');
  });

  it('is stood in for by the first statement that is no introduction', () => {
    const introduction = '公司成立于2003年，坐落于北京，现有员工三百人。';
    expect(titleTerms(analyzed('', `${introduction}钢管`))).toEqual(['钢', '管']);
    expect(titleTerms(analyzed('', introduction))).toContain('坐');
  });

  it('is stood in for by the need where it only says who asks', () => {
    const fields = analyzed('镀层有限公司技术需求', '公司成立于2003年。希望解决钢管生锈的问题。');
    expect(titleTerms(fields)).toContain('钢');
    expect(titleTerms(fields)).not.toContain('镀');
    expect(titleTerms(analyzed('镀层有限公司技术需求'))).toContain('镀');
  });

  it('is none where no field has a term', () => {
    expect(titleOf(analyzed('，', '。'))).toBeUndefined();
    expect(titleOf([])).toBeUndefined();
  });
});
