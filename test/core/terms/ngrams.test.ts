import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineLexicon } from '../../../src/core/lexicon/lexicon.ts';
import { parseLexicon } from '../../../src/core/lexicon/text-form.ts';
import { FUNCTION_CHARACTERS, SEPARATING_CHARACTERS } from '../../../src/core/terms/function-characters.ts';
import { ngramTokenizer } from '../../../src/core/terms/ngrams.ts';
import { normalize } from '../../../src/core/terms/normalize.ts';

const fold = (text: string) => normalize(text).text;
const lexicon = defineLexicon(
  {
    name: 'test',
    entries: parseLexicon(
      '热障涂层/TBC/隔热涂层 0 < 涂层\n涂层/镀层 0\n3D打印/增材制造 0\n钛合金 0\n𠮷野家 0',
    ),
    generic: new Map([
      ['研发', 0.5],
      ['一种', 0],
    ]),
    everyday: new Map([['掉皮', ['镀层', '附着力']]]),
    functions: new Map([
      ['rust', ['除锈', '锈蚀']],
      ['clean', ['除锈', '激光清洗']],
    ]),
  },
  fold,
);
/** Weights that tell the kinds apart. */
const WEIGHTS = { unigram: 0.5, bigram: 1, word: 1, synonym: 0, broader: 0.5, everyday: 0, latin: 1.5 };
const tokenizer = ngramTokenizer(lexicon, WEIGHTS);
/** `term@weight` of each token, in place order. */
const cut = (given: string, use = tokenizer) =>
  [...use.tokenize(fold(given))]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ term, weight }) => `${term}@${weight}`);

describe('a name of several meanings', () => {
  const senses = ngramTokenizer(
    defineLexicon(
      {
        name: 'senses',
        entries: parseLexicon(
          '选择性催化还原/SCR?烟气,脱硝 2\n晶闸管/SCR?整流,调压 2\nSCR催化剂 2\nSCR脱硝 2',
          'A',
        ),
      },
      fold,
    ),
    { unigram: 0, bigram: 0, latin: 0, synonym: 0 },
  );
  it.each([
    ['counts as what a word of the same text tells', '烟气SCR系统', ['选择性催化还原']],
    ['or as the other', 'SCR整流模块', ['晶闸管']],
    ['and as nothing where none is told', 'SCR系统', []],
    ['or both', '烟气SCR与SCR调压', []],
    ['also inside of a compound that tells', 'SCR脱硝', ['scr脱硝', '选择性催化还原']],
    ['but of no compound that does not', 'SCR催化剂', ['scr催化剂']],
  ])('%s: %s', (_what, text, expected) => {
    expect(senses.tokenize(fold(text)).map(({ term }) => term)).toEqual(expected);
  });
});

describe('the parts of a compound', () => {
  const compounds = ngramTokenizer(
    defineLexicon(
      {
        name: 'compounds',
        entries: parseLexicon(
          '碳化硅/SiC 2\n晶圆/wafer 2\n碳化硅晶圆 2\n碳化硅器件 2 < 器件\n器件 1\n集成 1\n集成灶 0\n高分子 1\n分子膜 1\n高分子膜/聚合物膜 2\nSiC晶圆盒 2\n晶圆盒 1',
          'A',
        ),
      },
      fold,
    ),
    { unigram: 0, bigram: 0, latin: 0 },
  );
  it.each([
    [
      'are what it begins and ends with, each at its place',
      '碳化硅晶圆',
      ['碳化硅@0-3', '碳化硅晶圆@0-5', '晶圆@3-5'],
    ],
    ['count under the first of their names', 'SiC晶圆盒', ['碳化硅@0-3', 'sic晶圆盒@0-6', '晶圆盒@3-6']],
    [
      'are not counted again where they are what it is a kind of',
      '碳化硅器件',
      ['碳化硅@0-3', '器件@0-5', '碳化硅器件@0-5'],
    ],
    ['never overlap: the end decides', '高分子膜', ['高分子膜@0-4', '分子膜@1-4']],
    ['are none in a word that speaks for no chain: a stove is no integration', '集成灶', ['集成灶@0-3']],
    ['are none in a word without any', '晶圆', ['晶圆@0-2']],
  ])('%s', (_what, text, expected) => {
    const found = compounds.tokenize(fold(text)).map(({ term, start, end }) => `${term}@${start}-${end}`);
    expect(found.sort()).toEqual(expected.sort());
  });
});

describe('the default tokenizer', () => {
  it.each([
    ['ideographs give themselves and their pairs', '钢管', ['钢@0.5', '钢管@1', '管@0.5']],
    [
      'a word of the lexicon comes on top, and its pair counts on',
      '镀层',
      ['镀@0.5', '涂层@1', '镀层@1', '层@0.5'],
    ],
    ['pairs do not reach over signs', '钢，管', ['钢@0.5', '管@0.5']],
    ['a space between ideographs is none', '钢 管', ['钢@0.5', '钢管@1', '管@0.5']],
    ['pairs do not reach over Latin', '钢a管', ['钢@0.5', '管@0.5']],
    ['an ideograph of two units is one', '𠮷钢', ['𠮷@0.5', '𠮷钢@1', '钢@0.5']],
    [
      'a generic word counts less, and so does a pair that reaches into it',
      '研发钢',
      ['研@0.25', '研发@0.5', '发@0.25', '发钢@0.5', '钢@0.5'],
    ],
    ['a word that counts nothing gives nothing', '一种钢', ['钢@0.5']],
    ['an alloy', 'TC4', ['tc4@1.5']],
    ['a generation', '5G', ['5g@1.5']],
    ['an acronym', 'CBN', ['cbn@1.5']],
    ['a temperature, in one sign or two: a quantity says little alone', '1200℃', ['1200°C@0.375']],
    ['half of a part is no five parts', '0.5ppm', ['0.00005%@0.375']],
    ['a unit in ideographs gives no terms of its own', '5兆帕泵', ['5000000Pa@0.375', '泵@0.5']],
    ['a range gives its bounds', '长50-80mm', ['长@0.5', '0.05m@0.375', '0.08m@0.375']],
    ['a standard and its year', 'GB/T 9876-2011', ['gb/t9876@1.5', 'gb/t9876-2011@1.5']],
    ['a share', '95%', ['95%@0.375']],
    ['a steel', 'Q345B', ['q345b@1.5']],
    ['a formula', 'Al2O3', ['al2o3@1.5']],
    ['a formula with markup', 'Al<sub>2</sub>O<sub>3</sub>', ['al2o3@1.5']],
    ['a language', 'C++', ['c++@1.5']],
    ['a standard', 'ISO/TS', ['iso@1.5', 'iso/ts@1.5', 'ts@1.5']],
    ['an English word', 'Coatings', ['coat@1.5']],
    ['an English stop word', 'of the', []],
    ['a short number', '12', []],
    ['a long number', '7075', ['7075@1.5']],
    ['a word of both scripts', '3D打印', ['3d@1.5', '3d打印@1', '打@0.5', '打印@1', '印@0.5']],
  ])('%s', (_reason, given, expected) => {
    expect(cut(given)).toEqual(expected);
  });

  it('tells the kind of each term', () => {
    const kinds = (given: string) =>
      tokenizer.tokenize(fold(given)).map(({ term, kind = 'words' }) => [term, kind] as const);
    expect(new Map(kinds('镀层TC4'))).toEqual(
      new Map([
        ['涂层', 'words'],
        ['镀', 'characters'],
        ['镀层', 'pairs'],
        ['层', 'characters'],
        ['tc4', 'latin'],
      ]),
    );
    expect(kinds('TBC')).toEqual([
      ['热障涂层', 'words'],
      ['涂层', 'words'],
      ['tbc', 'latin'],
    ]);
  });

  it('gives the classes of functions that a word tells of, also of one inside of another word', () => {
    const found = (given: string) =>
      tokenizer
        .tokenize(fold(given))
        .filter(({ kind }) => kind === 'functions')
        .map(({ term, start, end, weight = 1 }) => `${term}@${start}-${end}:${weight}`);
    expect(found('激光除锈机')).toEqual(['rust@2-4:1', 'clean@2-4:1']);
    expect(found('不锈蚀，用激光清洗')).toEqual(['rust@1-3:1', 'clean@5-9:1']);
    expect(found('锈')).toEqual([]);
  });

  it('changes its fingerprint with the words of functions', () => {
    const other = defineLexicon(
      { name: 'test', entries: [], functions: new Map([['rust', ['除锈']]]) },
      fold,
    );
    const none = defineLexicon({ name: 'test', entries: [] }, fold);
    expect(ngramTokenizer(other).fingerprint).not.toBe(ngramTokenizer(none).fingerprint);
  });

  it.each([
    ['a function word alone is no term, its pairs are: 等离子', '等离', ['等离@1', '离@0.5']],
    ['one in the middle', '钢等管', ['钢@0.5', '钢等@1', '等管@1', '管@0.5']],
    ['one that separates gives no pair either', '钢的管', ['钢@0.5', '管@0.5']],
    ['several beside each other give their pairs', '钢的等了管', ['钢@0.5', '管@0.5']],
    ['only such', '的', []],
  ])('leaves out ideographs that work as function words: %s', (_reason, given, expected) => {
    expect(cut(given)).toEqual(expected);
  });

  it('knows separating ideographs as function words', () => {
    expect([...SEPARATING_CHARACTERS].filter((one) => !FUNCTION_CHARACTERS.has(one))).toEqual([]);
    for (const one of [...FUNCTION_CHARACTERS]) expect(cut(one)).toEqual([]);
    for (const one of SEPARATING_CHARACTERS) expect(cut(`钢${one}管`)).toEqual(['钢@0.5', '管@0.5']);
  });

  it('gives synonyms one term, and their broader term too', () => {
    for (const name of ['热障涂层', 'TBC', '隔热涂层']) {
      const words = cut(name).filter((term) => /^(热障涂层|涂层)@/.test(term));
      expect([name, ...words]).toEqual([
        name,
        '热障涂层@1',
        '涂层@0.5',
        ...(name === 'TBC' ? [] : ['涂层@1']),
      ]);
    }
  });

  it('spells a synonym as the name that stands for it, at its place; a Latin name too', () => {
    const spelling = ngramTokenizer(lexicon, { ...WEIGHTS, synonym: 0.5 });
    // 镀 and 镀层 as written, 涂 and 涂层 of the canonical name at half weight.
    expect(cut('镀层', spelling)).toEqual([
      '镀@0.5',
      '涂层@1',
      '涂@0.25',
      '层@0.25',
      '涂层@0.5',
      '镀层@1',
      '层@0.5',
    ]);
    const places = spelling.tokenize('tbc').map(({ start, end }) => [start, end]);
    expect(places.length).toBeGreaterThan(7);
    expect(new Set(places.map(String))).toEqual(new Set(['0,3']));
    // The canonical name itself is spelled once.
    expect(cut('涂层', spelling)).toEqual(cut('涂层'));
  });

  it('counts an everyday word as its technical terms too, under the names that stand for them, the n-th 1/n', () => {
    const technical = ngramTokenizer(lexicon, { ...WEIGHTS, everyday: 0.5 });
    expect(cut('掉皮', technical)).toEqual([
      '掉@0.5',
      '涂层@0.5',
      '涂@0.25',
      '层@0.25',
      '涂层@0.5',
      '附着力@0.25',
      '附@0.125',
      '着@0.125',
      '附着@0.25',
      '力@0.125',
      '着力@0.25',
      '掉皮@1',
      '皮@0.5',
    ]);
    // One way: the technical term is no everyday word.
    expect(cut('附着力', technical)).toEqual(cut('附着力'));
    expect(cut('掉皮')).toEqual(['掉@0.5', '掉皮@1', '皮@0.5']);
  });

  it('takes the weights that it is given; 0 leaves a kind out', () => {
    const wordsOnly = ngramTokenizer(lexicon, { unigram: 0, bigram: 0, latin: 0, broader: 0, word: 3 });
    expect(cut('隔热涂层 TC4', wordsOnly)).toEqual(['热障涂层@3']);
    expect(cut('隔热涂层 与 TBC', wordsOnly)).toEqual(['热障涂层@3', '热障涂层@3']);
    expect(wordsOnly.fingerprint).not.toBe(tokenizer.fingerprint);
  });

  const unit = fc.oneof(
    fc.constantFrom(
      ...'热障涂层隔镀钛合金研发一种 ,.-+%/°\n',
      'tbc',
      'iso/ts',
      '𠮷',
      '野家',
      '3d打印',
      '😀',
      'é',
      '1200',
      'ー',
      '한',
    ),
    fc.string({ unit: 'binary', maxLength: 2 }),
  );
  const anyText = fc.array(unit, { maxLength: 40 }).map((parts) => fold(parts.join('')));

  it('is a pure function of the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(tokenizer.tokenize(text)).toEqual(ngramTokenizer(lexicon, WEIGHTS).tokenize(text));
      }),
    );
  });

  it('gives tokens inside the text, of positive weight, that cut no pair of units', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { term, start, end, weight } of tokenizer.tokenize(text)) {
          expect(0 <= start && start < end && end <= text.length).toBe(true);
          expect(weight).toBeGreaterThan(0);
          expect(term).not.toBe('');
          expect(/[\ud800-\udbff]$|^[\udc00-\udfff]/.test(text.slice(start, end))).toBe(false);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives ideographs and pairs under what stands at their place', () => {
    const plain = ngramTokenizer(lexicon, { ...WEIGHTS, word: 0, broader: 0, latin: 0 });
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { term, start, end } of plain.tokenize(text)) expect(text.slice(start, end)).toBe(term);
      }),
    );
  });

  it('takes a text of a million characters', () => {
    expect(tokenizer.tokenize('钢'.repeat(1_000_000))).toHaveLength(1_999_999);
    expect(tokenizer.tokenize('a'.repeat(1_000_000))).toEqual([]);
    expect(tokenizer.tokenize('a-'.repeat(500_000))).toEqual([]);
    expect(tokenizer.tokenize('1.'.repeat(500_000))).toEqual([]);
  });
});
