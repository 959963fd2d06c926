import { nodeRsJiebaTokenizer } from 'cuohe/node-rs-jieba';
import { nodejiebaTokenizer } from 'cuohe/nodejieba';
import { describe, expect, it } from 'vitest';
import { defineLexicon } from '../../src/core/lexicon/lexicon.ts';
import { normalize } from '../../src/core/terms/normalize.ts';
import { GOLDEN, LEXICON, termsOf, tokensOf } from '../adapters/node-rs-jieba/lexicon.ts';

const bare = await nodejiebaTokenizer(undefined, { bigrams: false });
/** Before the words of the lexicon are inserted for the whole process. */
const beforehand = termsOf(bare, '立方氮化硼');
const words = await nodejiebaTokenizer(LEXICON, { bigrams: false });
const search = await nodejiebaTokenizer(LEXICON, { bigrams: false, search: true });

describe('the nodejieba tokenizer', () => {
  it.each(GOLDEN)('cuts $text because $why', ({ text, terms, not }) => {
    const found = termsOf(words, text);
    expect(found).toEqual(expect.arrayContaining(terms));
    expect(found.filter((term) => not.includes(term))).toEqual([]);
  });

  it('shares one dictionary in the process, as documented', () => {
    expect(beforehand).toEqual(['立方', '氮化硼']);
    expect(termsOf(bare, '立方氮化硼')).toEqual(['立方氮化硼']);
  });

  it('adds the words inside of words in search mode, each at its place', () => {
    const tokens = tokensOf(search, '研究所研究燃气轮机');
    expect(tokens.map(({ term, start }) => [term, start])).toEqual([
      ['研究', 0],
      ['研究所', 0],
      ['研究', 3],
      ['燃气', 5],
      ['轮机', 7],
      ['气轮机', 6],
      ['燃气轮机', 5],
    ]);
  });

  it('agrees with the @node-rs/jieba tokenizer on common technical wording', async () => {
    const other = await nodeRsJiebaTokenizer(LEXICON, { bigrams: false });
    for (const text of [
      '锂离子动力电池正极材料',
      '永磁同步电机无位置传感器矢量控制',
      '聚乳酸可降解地膜的制备方法',
    ]) {
      expect(termsOf(words, text)).toEqual(termsOf(other, text));
    }
  });

  it('gives the same tokens again', () => {
    const text = '面向5G工业互联网的TC4钛合金激光选区熔化系统研发';
    const again = tokensOf(words, text);
    expect(again.length).toBeGreaterThan(5);
    expect(tokensOf(words, text)).toEqual(again);
  });

  it.each(['', '燃气\ud800轮机\udc00涂层', '😀涂层😀', '\u0000涂层', '𠮷野家𠀀𠀁', 'リチウム 한국어'])(
    'takes %j',
    (text) => {
      const tokens = bare.tokenize(text);
      expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(tokens.map(({ term }) => term));
      expect(tokens.some(({ term }) => term === '涂层')).toBe(text.includes('涂层'));
    },
  );

  it.each(['涂', 'a', '😀', '\ud800', '涂 '])('takes a megabyte of %j', (char) => {
    const text = char.repeat(2 ** 20 / char.length);
    const tokens = words.tokenize(text);
    expect(tokens.length).toBeLessThanOrEqual(text.length);
    expect(tokens.every(({ term, start, end }) => text.slice(start, end) === term)).toBe(true);
  });

  it('has a fingerprint that names package and version and changes with options and lexicon', async () => {
    const fold = (text: string) => normalize(text).text;
    const other = defineLexicon({ name: 'words', entries: [{ names: ['季铵盐'], chains: {} }] }, fold);
    const prints = [
      bare,
      words,
      search,
      await nodejiebaTokenizer(LEXICON),
      await nodejiebaTokenizer(other),
    ].map((tokenizer) => tokenizer.fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
    expect(prints.every((print) => /nodejieba@\d+\.\d+\.\d+/.test(print))).toBe(true);
  });
});
