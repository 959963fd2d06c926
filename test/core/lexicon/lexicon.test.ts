import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/base/errors.ts';
import { CanonicalTerms } from '../../../src/core/lexicon/canonical.ts';
import type { LexiconEntry } from '../../../src/core/lexicon/entry.ts';
import { defineLexicon, type LexiconSource, withTaxonomy } from '../../../src/core/lexicon/lexicon.ts';
import { TextEntries } from '../../../src/core/lexicon/senses.ts';
import { defineTaxonomy } from '../../../src/core/records/taxonomy.ts';
import { normalize } from '../../../src/core/terms/normalize.ts';

const fold = (text: string) => normalize(text).text;
const entry = (names: string, fields: Partial<LexiconEntry> = {}): LexiconEntry => ({
  names: names.split('/'),
  chains: {},
  ...fields,
});
const define = (source: Partial<LexiconSource>) =>
  defineLexicon({ name: 'test', entries: [], ...source }, fold);
const issuesOf = (source: Partial<LexiconSource>) => {
  try {
    define(source);
  } catch (error) {
    if (error instanceof InputError && error.code === 'INVALID_LEXICON') return error.issues;
    throw error;
  }
  return [];
};

describe('a lexicon', () => {
  it('knows its entries by normalised name, and heads apart', () => {
    const words = [entry('热障涂层/ＴＢＣ'), entry('燃机', { head: true })];
    const lexicon = define({ entries: words });
    expect([...lexicon.byName]).toEqual([
      ['热障涂层', words[0]],
      ['tbc', words[0]],
    ]);
    expect([...lexicon.heads]).toEqual([['燃机', words[1]]]);
    expect(lexicon.finder.segment('tbc热障涂层燃机').map(({ word }) => word)).toEqual(['tbc', '热障涂层']);
  });

  it('names every repeated and empty name, unknown broader entry, bad strength and bad generic word in one error', () => {
    const issues = issuesOf({
      entries: [
        entry('涂层/TBC'),
        entry('tbc'),
        entry('叶片/&nbsp;'),
        entry('高温合金', { broader: '合金' }),
        entry('钢', { broader: '钢' }),
        { names: [], chains: {} },
        entry('铝', { chains: { A: 4 as 3 } }),
      ],
      generic: new Map([
        ['涂层', 0.5],
        ['研发', 2],
        ['系统', Number.NaN],
        ['ＡＩ', 0],
        ['ai', 0],
      ]),
    });
    expect(issues.map(({ index, path, received }) => [index, path, received])).toEqual([
      [1, 'names', 'the text "tbc"'],
      [2, 'names', 'the text "&nbsp;"'],
      [5, 'names', 'none'],
      [6, 'chains.A', 'number 4'],
      [3, 'broader', 'the text "合金"'],
      [4, 'broader', 'the text "钢"'],
      [-1, 'generic 涂层', 'a word of both lists'],
      [-1, 'generic 研发', 'number 2'],
      [-1, 'generic 系统', 'number NaN'],
      [-1, 'generic ai', 'the text "ai"'],
    ]);
  });

  it('knows the meanings of a name that has several, and which words tell of which', () => {
    const plastics = entry('ABS树脂', { ambiguous: { ＡＢＳ: ['塑料', '注塑'] } });
    const brakes = entry('防抱死', { ambiguous: { ABS: ['制动'] } });
    const lexicon = define({ entries: [plastics, brakes] });
    expect(lexicon.senses.get('abs')).toEqual([
      { entry: plastics, words: ['塑料', '注塑'] },
      { entry: brakes, words: ['制动'] },
    ]);
    expect(lexicon.byName.has('abs')).toBe(false);
    const named = (text: string) => new TextEntries(text, lexicon).of('abs');
    expect(named('abs塑料')).toBe(plastics);
    expect(named('abs制动')).toBe(brakes);
    expect(named('abs塑料制动块')).toBeUndefined();
    expect(named('abs')).toBeUndefined();
    expect(new TextEntries('abs', lexicon).of('防抱死')).toBe(brakes);
  });

  it('reads the meaning of a name once for a text that holds it often', () => {
    const words = Array.from({ length: 50 }, (_, i) => `词${i}`);
    const lexicon = define({ entries: [entry('ABS树脂', { ambiguous: { ABS: words } })] });
    const entries = new TextEntries('abs '.repeat(250_000), lexicon);
    const found = Array.from({ length: 250_000 }, () => entries.of('abs'));
    expect(found.every((entry) => entry === undefined)).toBe(true);
  });

  it('refuses a name of several meanings that stands alone too, that no word tells of, or one word of two', () => {
    const issues = issuesOf({
      entries: [
        entry('ABS'),
        entry('防抱死', { ambiguous: { abs: ['制动'] } }),
        entry('聚酰胺', { ambiguous: { PA: ['塑料'], PA6: [], PA66: [''] } }),
        entry('功放', { ambiguous: { PA: ['射频', '塑料'], GPA: ['射频'] } }),
      ],
      generic: new Map([['gpa', 0]]),
    });
    expect(issues.map(({ index, path }) => [index, path])).toEqual([
      [1, 'ambiguous.abs'],
      [2, 'ambiguous.PA6'],
      [2, 'ambiguous.PA66'],
      [3, 'ambiguous.PA'],
      [-1, 'generic gpa'],
    ]);
  });

  it('lets a taxonomy say what a name means, unless a meaning is one of its chains already', () => {
    const plastics = entry('ABS树脂', { ambiguous: { ABS: ['塑料'], PA: ['尼龙'] } });
    const amplifier = entry('功放', { ambiguous: { PA: ['射频'] }, chains: { A: 1 } });
    const chains = [{ code: 'A', nameZh: '制动', nameEn: 'brakes', terms: ['ABS', 'PA'] }];
    const source = { name: 'test', entries: [plastics, amplifier] };
    const lexicon = defineLexicon(withTaxonomy(source, defineTaxonomy('test', chains), fold), fold);
    expect(lexicon.byName.get('abs')?.chains).toEqual({ A: 3 });
    expect([...lexicon.senses.keys()]).toEqual(['pa']);
  });

  it('names every bad everyday word', () => {
    const everyday = new Map([
      ['研发', ['研制']],
      ['', ['节电']],
      ['费电', []],
      ['掉皮', ['附着力', '']],
      ['ＡＩ', ['智能']],
      ['ai', ['智能']],
    ]);
    const issues = issuesOf({ entries: [], generic: new Map([['研发', 0.5]]), everyday });
    expect(issues.map(({ path, expected }) => [path, expected])).toEqual([
      ['everyday 研发', 'a word that is not generic'],
      ['everyday ', 'a word'],
      ['everyday 费电', 'technical terms'],
      ['everyday 掉皮', 'technical terms'],
      ['everyday ai', 'a word not used before'],
    ]);
  });

  it('names every bad word of a function', () => {
    const functions = new Map([
      [' ', ['堵塞']],
      ['rust', []],
      ['wear', ['磨损', '磨', '']],
      ['code', ['ＡＩ', 'ai']],
      ['other', ['磨损']],
    ]);
    expect(issuesOf({ entries: [], functions }).map(({ path, expected }) => [path, expected])).toEqual([
      ['functions  ', 'the name of a class'],
      ['functions rust', 'words'],
      ['functions wear', 'a word of two characters or more'],
      ['functions wear', 'a word of two characters or more'],
      ['functions code', 'a word not used before in the class'],
    ]);
  });

  it('knows all classes that a word tells of, and none where it is given none', () => {
    const functions = new Map([
      ['rust', ['ＣＬＣ涂层', '缓蚀']],
      ['corrosion', ['缓蚀']],
    ]);
    expect([...define({ entries: [], functions }).functions]).toEqual([
      ['clc涂层', ['rust']],
      ['缓蚀', ['rust', 'corrosion']],
    ]);
    expect(define({ entries: [] }).functions.size).toBe(0);
  });

  it('a head may be named like an entry', () => {
    expect(issuesOf({ entries: [entry('燃机'), entry('燃机', { head: true })] })).toEqual([]);
  });

  it('has a fingerprint of what it holds', () => {
    const base = { entries: [entry('涂层')], generic: new Map([['研发', 0.5]]), boilerplate: ['国内领先'] };
    const { fingerprint } = define(base);
    expect(define({ ...base, name: 'other' }).fingerprint).toBe(fingerprint);
    expect(define({ ...base, entries: [entry('涂料')] }).fingerprint).not.toBe(fingerprint);
    expect(define({ ...base, generic: new Map([['研发', 0.25]]) }).fingerprint).not.toBe(fingerprint);
    expect(define({ ...base, boilerplate: [] }).fingerprint).not.toBe(fingerprint);
    expect(define({ ...base, everyday: new Map([['费电', ['节电']]]) }).fingerprint).not.toBe(fingerprint);
    expect(define({ ...base, functions: new Map([['rust', ['生锈']]]) }).fingerprint).not.toBe(fingerprint);
  });

  it('gives each name its canonical and its broader term', () => {
    const lexicon = define({
      entries: [entry('ＴＢＣ涂层/热障涂层', { broader: '镀层' }), entry('涂层/镀层')],
    });
    const terms = new CanonicalTerms(lexicon, fold);
    expect(terms.of('热障涂层')).toEqual({ term: 'tbc涂层', broader: '涂层' });
    expect(terms.of('镀层')).toEqual({ term: '涂层', broader: undefined });
    expect(terms.of('constructor')).toBeUndefined();
  });
});

describe('a lexicon with a taxonomy', () => {
  const chains = [
    {
      code: 'A',
      nameZh: '航空',
      nameEn: 'Aviation',
      aliases: ['民机'],
      terms: ['机翼', '发动机', '轴承'],
      confusable: ['航空杯', '燃机'],
    },
    { code: 'B', nameZh: '燃机', nameEn: 'Gas turbine', terms: ['发动机', '系统', '涂层', '燃机'] },
  ];
  const source: LexiconSource = {
    name: 'test',
    entries: [
      entry('涂层', { chains: { C: 1 } }),
      entry('轴承', { chains: { A: 1 } }),
      entry('翼', { head: true }),
    ],
    generic: new Map([['系统', 0.5]]),
  };
  const lexicon = defineLexicon(withTaxonomy(source, defineTaxonomy('test', chains), fold), fold);

  it.each([
    ['the name of a chain settles it', '航空', { A: 3 }],
    ['another name settles it', '民机', { A: 3 }],
    ['a term settles it', '机翼', { A: 3 }],
    ['a term of two chains speaks for both', '发动机', { A: 3, B: 3 }],
    ['a confusable word speaks for none', '航空杯', {}],
    ['a word that one chain confuses and another names speaks for that other', '燃机', { B: 3 }],
    [
      'a word of the lexicon that speaks for other chains only speaks for this one too',
      '涂层',
      { C: 1, B: 3 },
    ],
    ['what the lexicon says of a chain holds', '轴承', { A: 1 }],
  ])('%s', (_reason, word, expected) => {
    expect(lexicon.byName.get(word)?.chains).toEqual(expected);
  });

  it('leaves generic words and the source alone', () => {
    expect(lexicon.byName.has('系统')).toBe(false);
    expect(source.entries).toHaveLength(3);
    expect(source.entries[0]!.chains).toEqual({ C: 1 });
  });
});
