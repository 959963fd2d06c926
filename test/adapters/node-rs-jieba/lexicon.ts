import { defineLexicon } from '../../../src/core/lexicon/lexicon.ts';
import { normalize } from '../../../src/core/terms/normalize.ts';
import type { Token, Tokenizer } from '../../../src/core/terms/tokenizer.ts';

/** A small lexicon for the tokenizers that cut by a dictionary. */
export const LEXICON = defineLexicon(
  {
    name: 'words',
    entries: [
      { names: ['季铵盐'], chains: {} },
      { names: ['立方氮化硼', 'CBN'], chains: {}, broader: '超硬材料' },
      { names: ['超硬材料'], chains: {} },
      { names: ['激光选区熔化', 'SLM'], chains: {} },
      { names: ['热障涂层', '隔热涂层'], chains: {} },
      { names: ['X射线'], chains: {} },
    ],
    generic: new Map([
      ['系统', 0.2],
      ['研发', 0.1],
      ['关键', 0.2],
      ['技术', 0.1],
      ['平台', 0],
    ]),
  },
  (text) => normalize(text).text,
);

/** The tokens of a text as it would come in from a record. */
export function tokensOf(tokenizer: Tokenizer, text: string): Token[] {
  return tokenizer.tokenize(normalize(text).text);
}

/** The terms of a text as it would come in from a record. */
export function termsOf(tokenizer: Tokenizer, text: string): string[] {
  return tokensOf(tokenizer, text).map((token) => token.term);
}

/** Texts with the terms that must come out, the terms that must not, and why. For a tokenizer with {@link LEXICON}. */
export const GOLDEN: readonly { text: string; terms: string[]; not: string[]; why: string }[] = [
  {
    text: '有机硅季铵盐',
    terms: ['有机硅', '季铵盐'],
    not: ['铵盐'],
    why: 'the dictionary alone cuts 季/铵盐',
  },
  {
    text: '高韧性立方氮化硼单晶',
    terms: ['立方氮化硼', '单晶'],
    not: ['氮化硼'],
    why: 'the dictionary alone cuts 立方/氮化硼',
  },
  {
    text: '激光选区熔化增材制造',
    terms: ['激光选区熔化', '制造'],
    not: ['选区', '熔化'],
    why: 'the dictionary alone cuts 激光/选区/熔化',
  },
  {
    text: 'CBN刀具',
    terms: ['cbn', '立方氮化硼', '超硬材料', '刀具'],
    not: ['c', 'b', 'n'],
    why: 'an abbreviation stays whole, stands for its name and for what it is a kind of',
  },
  {
    text: '隔热涂层',
    terms: ['热障涂层'],
    not: ['隔热涂层', '隔热'],
    why: 'a synonym is counted under the first name',
  },
  { text: '5G工业互联网', terms: ['5g', '工业', '互联网'], not: ['5', 'g'], why: 'nodejieba would cut 5/g' },
  { text: 'TC4钛合金', terms: ['tc4', '钛合金'], not: ['tc', '4'], why: 'an alloy is one term' },
  {
    text: '耐温1200℃的涂层',
    terms: ['1200°C', '涂层'],
    not: ['1200', '的'],
    why: 'a number keeps its unit, a single ideograph is no word',
  },
  {
    text: '便携X射线探伤',
    terms: ['x射线', '便携', '探伤'],
    not: ['x'],
    why: 'a name of letters and ideographs is found',
  },
  {
    text: '燃气轮机，叶片！',
    terms: ['燃气轮机', '叶片'],
    not: ['，', ',', '!'],
    why: 'punctuation is no term',
  },
  {
    text: 'bearings 轴承',
    terms: ['bear', '轴承'],
    not: ['bearings', ' '],
    why: 'Latin words are stemmed as by the default tokenizer',
  },
];
