import { nodeRsJiebaTokenizer } from 'cuohe/node-rs-jieba';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineLexicon } from '../../../src/core/lexicon/lexicon.ts';
import { normalize } from '../../../src/core/terms/normalize.ts';
import { GOLDEN, LEXICON, termsOf, tokensOf } from './lexicon.ts';

const words = await nodeRsJiebaTokenizer(LEXICON, { bigrams: false });
const plain = await nodeRsJiebaTokenizer();
const search = await nodeRsJiebaTokenizer(LEXICON, { bigrams: false, search: true });

describe('the @node-rs/jieba tokenizer', () => {
  it.each(GOLDEN)('cuts $text because $why', ({ text, terms, not }) => {
    const found = termsOf(words, text);
    expect(found).toEqual(expect.arrayContaining(terms));
    expect(found.filter((term) => not.includes(term))).toEqual([]);
  });

  it('cuts by its own dictionary alone where no lexicon is given', () => {
    expect(termsOf(plain, '季铵盐')).toEqual(['季铵', '铵盐', '铵盐']);
  });

  it('keeps the dictionary of each tokenizer apart', async () => {
    const before = termsOf(plain, '立方氮化硼');
    await nodeRsJiebaTokenizer(LEXICON);
    expect(termsOf(plain, '立方氮化硼')).toEqual(before);
    expect(before).toContain('氮化硼');
  });

  it('adds pairs of neighbouring ideographs unless told otherwise', async () => {
    const withPairs = await nodeRsJiebaTokenizer(LEXICON);
    expect(termsOf(withPairs, '柔性轴承')).toEqual(['柔性', '性轴', '轴承', '柔性', '轴承']);
    expect(termsOf(words, '柔性轴承')).toEqual(['柔性', '轴承']);
  });

  it('gives words, pairs and Latin words as kinds of their own, and no single ideographs', async () => {
    const kinds = tokensOf(await nodeRsJiebaTokenizer(LEXICON), '热障涂层TC4轴承').map(
      ({ term, kind = 'words' }) => `${kind} ${term}`,
    );
    expect(kinds.sort()).toEqual(
      ['热障', '障涂', '涂层', '轴承']
        .map((pair) => `pairs ${pair}`)
        .concat(['words 热障涂层', 'words 轴承', 'latin tc4'])
        .sort(),
    );
  });

  it('adds the words inside of words in search mode, each at its place', () => {
    expect(tokensOf(search, '研究所研究燃气轮机')).toEqual([
      { term: '研究', start: 0, end: 2, weight: 1 },
      { term: '研究所', start: 0, end: 3, weight: 1 },
      { term: '研究', start: 3, end: 5, weight: 1 },
      { term: '燃气', start: 5, end: 7, weight: 1 },
      { term: '轮机', start: 7, end: 9, weight: 1 },
      { term: '气轮机', start: 6, end: 9, weight: 1 },
      { term: '燃气轮机', start: 5, end: 9, weight: 1 },
    ]);
  });

  it('counts a generic word by its factor and drops one of factor 0', () => {
    expect(tokensOf(words, '轴承系统平台')).toEqual([
      { term: '轴承', start: 0, end: 2, weight: 1 },
      { term: '系统', start: 2, end: 4, weight: 0.2 },
    ]);
  });

  it('counts a word of the dictionary that is made of generic words as the least generic of them', () => {
    expect(tokensOf(words, '关键技术')).toEqual([{ term: '关键技术', start: 0, end: 4, weight: 0.2 }]);
  });

  it('places every word of the dictionary at the text that it is', () => {
    const piece = fc.constantFrom(
      '燃气轮机',
      '的',
      '5G',
      'TC4',
      ' ',
      '，',
      '\n',
      '😀',
      '𠮷野',
      '\ud800',
      '\udc00',
      '涂层',
      'リチウム',
      '研究所研究',
      '季铵盐',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { text } = normalize(pieces.join(''));
        for (const tokenizer of [plain, search]) {
          for (const { term, start, end, weight } of tokenizer.tokenize(text)) {
            expect(weight).toBeGreaterThan(0);
            expect(start).toBeLessThan(end);
            expect(text.slice(start, end)).toBe(term);
          }
        }
        expect(plain.tokenize(text)).toEqual(plain.tokenize(text));
      }),
    );
  });

  it('loses no character of a run: the words of a text of two-character words cover it', () => {
    const text = '燃气涡轮叶片涂层制造设备';
    const covered = new Set(
      tokensOf(words, text).flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, i) => start + i),
      ),
    );
    expect([...covered].sort((a, b) => a - b)).toEqual(Array.from(text, (_, i) => i));
  });

  it.each([
    ['nothing', ''],
    ['lone surrogates, unnormalised', '燃气\ud800轮机\udc00涂层'],
    ['emoji', '😀涂层😀👩‍🔬'],
    ['control characters', '\u0000涂层\u0007'],
  ])('takes %s', (_, text) => {
    const terms = words.tokenize(text).map((token) => token.term);
    expect(terms).toEqual(text.includes('涂层') ? expect.arrayContaining(['涂层']) : []);
    expect(terms.every((term) => text.includes(term) && !/[\ud800-\udfff\0]/.test(term))).toBe(true);
  });

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
      words,
      plain,
      search,
      await nodeRsJiebaTokenizer(other),
      await nodeRsJiebaTokenizer(LEXICON),
    ].map((tokenizer) => tokenizer.fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
    expect(prints.every((print) => /@node-rs\/jieba@\d+\.\d+\.\d+/.test(print))).toBe(true);
    expect((await nodeRsJiebaTokenizer(LEXICON, { bigrams: false })).fingerprint).toBe(words.fingerprint);
  });
});
