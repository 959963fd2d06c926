import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldPlain, mayAttach, NOT_PLAIN } from '../../../src/core/terms/fold-char.ts';
import { normalize } from '../../../src/core/terms/normalize.ts';

const fold = (text: string) => normalize(text).text;

describe('normalising', () => {
  it.each([
    ['case', 'TBC涂层', 'tbc涂层'],
    ['full width', 'ＴＣ４合金', 'tc4合金'],
    ['half-width kana, with its voice mark', 'ｶﾞｽﾀｰﾋﾞﾝ', 'ガスタービン'],
    ['full-width signs', '涂层，（热障）', '涂层,(热障)'],
    ['Chinese signs without an ASCII form stay', '涂层。《热障》', '涂层。《热障》'],
    ['ligatures', 'ﬁlm', 'film'],
    ['İ becomes i with a dot above', 'İ', 'i\u0307'],
    ['ß stays: upper case does not matter to lower case', 'Straße', 'straße'],
    ['squared units', '5㎡', '5m2'],
    ['degrees', '1200℃', '1200°c'],
    ['circled digits', '①涂层', '1涂层'],
    ['a power of a number: 10⁵ is not 105', '10⁵', '10^5'],
    ['a power with a sign', '10⁻³', '10^\u22123'],
    ['a power with a sign, behind a unit', 'W·cm⁻²', 'w·cm^\u22122'],
    ['the exponent of a unit', 'm³', 'm3'],
    ['the charge of an ion', 'Fe³⁺', 'fe3+'],
    ['compatibility ideographs', '\uf9b4', '領'],
    ['a base and its mark become one', 'e\u0301', 'é'],
    ['marks in another order become one form', 'a\u0323\u0301', fold('a\u0301\u0323')],
    ['Hangul in pieces', '\u1112\u1161\u11ab', '한'],
    ['a Hangul syllable and its final', '하\u11ab', '한'],
    ['compatibility jamo', 'ㅎㅏ', '하'],
    [
      'soft hyphens, joiners and marks of direction vanish',
      'tur\u00adbine\u200b\u2060\ufeff叶\u200d片',
      'turbine叶片',
    ],
    ['variation selectors vanish', '葛\u{e0100}飾\ufe00', '葛飾'],
    ['control characters are spaces', 'a\u0000b\u0007c', 'a b c'],
    ['lone surrogates are spaces', 'a\ud800b\udc00c', 'a b c'],
    ['private characters are spaces', 'a\ue000b', 'a b'],
    ['white space is one space', 'gas \t\u3000 turbine', 'gas turbine'],
    ['white space at the ends goes', '  a\n ', 'a'],
    ['spaces between ideographs go', '热 障　涂 层', '热障涂层'],
    ['spaces between ideographs beyond the BMP go', '𠮷 野 𠮷', '𠮷野𠮷'],
    ['spaces beside Latin stay', '热障 TBC 涂层', '热障 tbc 涂层'],
    ['lines stay, as one break', '热\r\n\n 障', '热\n障'],
    ['an empty text is empty', '', ''],
    ['white space alone is empty', ' \n\u3000', ''],
  ])('%s', (_reason, given, expected) => {
    expect(fold(given)).toBe(expected);
  });

  it.each([
    ['a break is a line', '热障<br>涂层<BR/>叶片', '热障\n涂层\n叶片'],
    ['blocks are lines', '<p>热障</p><div class="a">涂层</div>', '热障\n涂层'],
    ['inline tags vanish', '<b>热障</b><span style="color:red">涂层</span>', '热障涂层'],
    [
      'attributes may be bare, quoted, or empty',
      `<a href=http://x.cn/?a=1 target='_blank' title="">链</a><input disabled>`,
      '链<input disabled>'.replace(/[<>]/g, ' ').trim(),
    ],
    [
      'word processors leave their own',
      "<o:p></o:p><p class=MsoNormal style='text-indent:24.0pt'>文</p >",
      '文',
    ],
    ['a subscript joins', 'CO<sub>2</sub>、m<sup>2</sup>', 'co2、m2'],
    ['a power in markup', '10<sup>-3</sup>Pa', '10^-3pa'],
    ['an image goes', '图<img src="data:image/png;base64,AAAA" onerror=alert(1)>片', '图片'],
    ['scripts lose their tags', '<script>x()</script>文', 'x()\n文'],
    ['entities of space are spaces', 'gas&nbsp;&ensp;turbine', 'gas turbine'],
    ['entities that were escaped twice', 'gas&amp;nbsp;turbine', 'gas turbine'],
    ['numeric entities are characters', '&#20013;&#x6587;', '中文'],
    ['numeric entities of no character are spaces', 'a&#55296;b&#9999999;c', 'a b c'],
    ['known names are characters', '5&deg;&plusmn;3&mu;m', '5°±3μm'],
    ['unknown names are spaces', 'a&foo;b', 'a b'],
    ['a mark by number joins its base', 'e&#769;', 'é'],
    ['an ampersand alone is a space', 'R&D', 'r d'],
    ['comparison is no tag', '温度<100℃', '温度 100°c'],
    ['letters compared are no tag', '若a<b 且 c>d', '若a b 且 c d'],
    ['comparison without spaces is no tag', 'a<b', 'a b'],
    ['an unclosed tag is text', '涂层<span style="a', '涂层 span style="a'],
    ['an unknown element is text', '<foo>文', 'foo 文'],
    ['full-width brackets are no tag', '＜br＞', 'br'],
  ])('markup: %s', (_reason, given, expected) => {
    expect(fold(given)).toBe(expected);
  });
});

describe('places in the text as given', () => {
  const source = (given: string, piece: string) => {
    const { text, starts, ends } = normalize(given);
    const at = text.indexOf(piece);
    return given.slice(starts[at], ends[at + piece.length - 1]);
  };

  it.each([
    ['a word', '一种热障涂层', '热障', '热障'],
    ['full width', '用ＴＣ４合金', 'tc4', 'ＴＣ４'],
    ['one character that becomes two', '1200℃以上', '°c', '℃'],
    ['half of a ligature', 'ﬁlm', 'i', 'ﬁ'],
    ['across a dropped space', '热 障涂层', '热障', '热 障'],
    ['across a tag', '热<b>障</b>涂层', '热障', '热<b>障'],
    ['an entity', 'a&#20013;b', '中', '&#20013;'],
    ['a base with its mark', 'cafe\u0301 x', 'é', 'e\u0301'],
    ['kana of two pieces', 'ｶﾞｽ', 'ガ', 'ｶﾞ'],
    ['a syllable of two rounds', 'xㅎㅏy', '하', 'ㅎㅏ'],
    ['behind characters of two units', '𠮷😀涂层', '涂层', '涂层'],
    ['behind what vanishes', '\u200b\ufeff涂\u00ad层', '涂层', '涂\u00ad层'],
  ])('%s', (_reason, given, piece, expected) => {
    expect(source(given, piece)).toBe(expected);
  });
});

/** Characters that fold in odd ways, beside any. */
const odd = fc.constantFrom(
  ...'aZ1涂热 \n\t<>&;#/=\'"，。、',
  ...[
    'İ',
    'ß',
    'ﬁ',
    '㎡',
    '℃',
    '①',
    '㈱',
    '㌀',
    '½',
    'Σ',
    'ς',
    'ﷺ',
    '´',
    '゛',
    'ﾞ',
    'ﾟ',
    'ｶ',
    'カ',
    'か',
    'ー',
    'ㅎ',
    'ㅏ',
    'ㄳ',
    'ﾡ',
  ],
  ...[
    '\u1100',
    '\u1161',
    '\u11a8',
    '가',
    '각',
    '\u115f',
    '\u3164',
    '\ud7b0',
    '\ua960',
    '\u0301',
    '\u0323',
    '\u0308',
    '\u0344',
    '\u3099',
    '\u0307',
  ],
  ...[
    '\u200b',
    '\u200d',
    '\ufe0f',
    '\u{e0100}',
    '\u00ad',
    '\ufeff',
    '\u034f',
    '\ud800',
    '\udc00',
    '\u{1d15e}',
    '\u{1d165}',
    '𠮷',
    '😀',
    '\ufffe',
    '\u0378',
    '\ue000',
  ],
  ...[
    '<br>',
    '</p>',
    '<b x=1>',
    '&nbsp;',
    '&amp;',
    '&#769;',
    '&#x1161;',
    'amp;',
    '\u0dcf',
    '\u0dd9',
    '\u09be',
    '\u09c7',
    '\u1b35',
    '\u1b05',
    '領',
  ],
);
const anyText = fc.oneof(
  fc.string({ unit: odd, maxLength: 12 }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
  fc.string({
    unit: fc.oneof(
      odd,
      fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
    ),
    maxLength: 12,
  }),
);
const RUNS = { numRuns: 5000 };

describe('normalising any text', () => {
  it('is idempotent', () => {
    fc.assert(
      fc.property(anyText, (given) => {
        const once = fold(given);
        expect(fold(once)).toBe(once);
      }),
      RUNS,
    );
  });

  it('gives every unit a place that is not empty, in ascending order, inside the text as given', () => {
    fc.assert(
      fc.property(anyText, (given) => {
        const { text, starts, ends } = normalize(given);
        expect([starts.length, ends.length]).toEqual([text.length, text.length]);
        for (let i = 0; i < text.length; i++) {
          expect(starts[i]).toBeLessThan(ends[i]!);
          if (i > 0) {
            expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1]!);
            expect(ends[i]).toBeGreaterThanOrEqual(ends[i - 1]!);
          }
        }
        expect(ends.at(-1) ?? 0).toBeLessThanOrEqual(given.length);
      }),
      RUNS,
    );
  });

  it('gives text in NFKC and lower case, without markup signs, odd white space or halves of pairs', () => {
    fc.assert(
      fc.property(anyText, (given) => {
        const text = fold(given);
        expect(text).not.toMatch(/\p{Cs}/u);
        expect(text).toBe(text.toLowerCase());
        expect(text.normalize('NFKC')).toBe(text);
        expect(text.replaceAll('\n', '')).not.toMatch(/[<>&\p{Cc}]/u);
        expect(text).not.toMatch(/^\s|\s$|\s\s|[^\S \n]/u);
      }),
      RUNS,
    );
  });

  it('what one place folds to is what stands there, for any single character', () => {
    for (let code = 0x21; code < 0x20000; code++) {
      if ((code >= 0xd800 && code <= 0xdfff) || /[<>&]/.test(String.fromCodePoint(code))) continue;
      const char = String.fromCodePoint(code);
      const { text, starts, ends } = normalize(`涂${char}层`);
      const first = text.lastIndexOf('层');
      if (text[0] !== '涂' || first < 0 || starts[0] !== 0 || ends[first] !== 2 + char.length)
        expect(char).toBe('mapped');
    }
    expect(fold('涂!层')).toBe('涂!层');
  });

  it('the short way for frequent characters is the long way', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const plain = foldPlain(unit);
      if (plain === NOT_PLAIN) continue;
      // Beside a mark a character takes the long way; without it must come to the same.
      const long = fold(`a${String.fromCharCode(unit)}\u0f84a`).replace('\u0f84', '');
      if (long !== `a${String.fromCharCode(plain)}a`) expect(unit).toBe('folded alike');
    }
    for (let unit = 0; unit < 0x10000; unit++) {
      const isMark = /\p{M}/u.test(String.fromCharCode(unit));
      if (isMark && !mayAttach(unit)) expect(unit).toBe('a unit that attaches');
    }
    expect(mayAttach(0x61)).toBe(false);
  });

  it('keeps the first thirty marks of a character', () => {
    const marks = '\u0301\u0323'.repeat(500);
    expect(fold(`a${marks}b`).length).toBeLessThan(40);
    expect(fold(fold(`a${marks}b`))).toBe(fold(`a${marks}b`));
    expect(fold(`${marks}b`).at(-1)).toBe('b');
  });
});

describe('normalising with a simplifier', () => {
  const table = new Map([
    ['塗', '涂'],
    ['層', '层'],
  ]);
  const simplify = (text: string) => Array.from(text, (char) => table.get(char) ?? char).join('');

  it('converts before anything else', () => {
    expect(normalize('塗層', { fingerprint: 'x', simplify }).text).toBe('涂层');
  });

  it('keeps places true when the whole would change its length', () => {
    const longer = { fingerprint: 'x', simplify: (text: string) => simplify(text).replace('软件', '软软件') };
    const { text, starts, ends } = normalize('软件塗層', longer);
    expect([text, [...starts], [...ends]]).toEqual(['软件涂层', [0, 1, 2, 3], [1, 2, 3, 4]]);
  });
});

describe('normalising a million characters', () => {
  const repeat = (unit: string) => unit.repeat(Math.ceil(1_000_000 / unit.length));
  it.each([
    ['of one ideograph', repeat('涂'), 1_000_000],
    ['<', repeat('<'), 0],
    ['&', repeat('&'), 0],
    ['of half an entity', repeat('&#1'), 1_000_001],
    ['of half a tag', repeat('<a '), 666_667],
    ['of half a tag with half a value', repeat('<a b="'), 1_000_001],
    ['of one tag that never ends', `<a ${repeat('b=c ')}`, 1_000_001],
    ['white space', repeat(' '), 0],
    ['of marks on one base', `a${repeat('\u0301\u0323')}`, 30],
    ['of marks alone', repeat('\u0301\u0323'), 31],
    ['of jamo', repeat('\u1100\u1161\u11a8'), 333_334],
    ['of vowels of Hangul', repeat('\u1161'), 1_000_000],
    ['of pairs', repeat('😀'), 1_000_000],
    ['of halves of pairs', repeat('\ud800'), 0],
  ])('%s', (_what, given, length) => {
    expect(normalize(given).text).toHaveLength(length);
  });
});
