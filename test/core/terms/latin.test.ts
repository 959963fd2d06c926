import { describe, expect, it } from 'vitest';
import { tokenizeWordRun, wordTerm } from '../../../src/core/terms/latin.ts';
import type { Token } from '../../../src/core/terms/tokenizer.ts';

const termsOf = (run: string) => {
  const tokens: Token[] = [];
  tokenizeWordRun(`--${run}--`, 2, 2 + run.length, 1, tokens);
  for (const { start, end } of tokens) expect(start >= 2 && end <= 2 + run.length && start < end).toBe(true);
  return tokens.map(({ term }) => term);
};

describe('names', () => {
  const kindsOf = (run: string) => {
    const tokens: Token[] = [];
    tokenizeWordRun(run, 0, run.length, 1, tokens);
    return tokens.map(({ weight, kind = 'words' }) => [kind, weight]);
  };

  it.each(['5g', '316l', '3d', '42crmo', '7075', 'tc4'])('%s is one, and counts in full', (run) => {
    expect(kindsOf(run)).toEqual([['latin', 1]]);
  });
});

describe('terms of Latin words', () => {
  it.each([
    ['a word is stemmed', 'coatings', ['coat']],
    ['forms of a word meet', 'coated', ['coat']],
    ['an alloy keeps its digits', 'tc4', ['tc4']],
    ['a steel keeps its letters and digits', 'q345b', ['q345b']],
    ['a generation is a word', '5g', ['5g']],
    ['an acronym is a word', 'cbn', ['cbn']],
    ['two letters are a word', 'ai', ['ai']],
    ['a formula is a word', 'al2o3', ['al2o3']],
    ['a language keeps its signs', 'c++', ['c++']],
    ['a number of four digits is an alloy', '7075', ['7075']],
    ['a number of three digits stays', '304', ['304']],
    ['a short number is a count', '12', []],
    ['a short number with a point is a count', '3.5', []],
    ['digits of a composed number count together', '3.55', ['3.55']],
    ['one letter is no word', 'c', []],
    ['function words carry nothing', 'with', []],
    ['joined words count as one and each', 'iso/ts', ['iso/ts', 'iso', 'ts']],
    ['joined formulas count as one and each', 'al2o3-tio2', ['al2o3-tio2', 'al2o3', 'tio2']],
    ['parts are stemmed', 'laser-welding', ['laser-welding', 'laser', 'weld']],
    ['parts are kept, a dash before a digit is not', 'ti-6al-4v', ['ti6al4v', 'ti', '6al', '4v']],
    ['a model with a dash is one name', 'x-900', ['x900']],
    ['an alloy with a dash', 'tc-4', ['tc4', 'tc']],
    ['a dash between digits tells numbers apart', '7075-651', ['7075-651']],
    ['a point between digits parts nothing', 'pm2.5-cd', ['pm2.5-cd', 'pm2.5', 'cd']],
    ['zeros at the end of a decimal say nothing', '3.550', ['3.55']],
    ['nor do they make it longer', '3.50', []],
    ['whole decimals are numbers', '1200.0', ['1200']],
    ['a version number is not cut', '10.15.7', ['10.15.7']],
    ['what is too long to be a word is data', 'x'.repeat(101), []],
    ['names of members of Object are words', 'constructor', ['constructor']],
  ])('%s', (_reason, run, expected) => {
    expect(termsOf(run)).toEqual(expected);
  });

  it.each(['1.', 'a-', 'ab', '1'])('a million characters of %s are no word', (piece) => {
    const tokens: Token[] = [];
    tokenizeWordRun(piece.repeat(1e6 / piece.length), 0, 1e6, 1, tokens);
    expect(tokens).toEqual([]);
  });

  it('stand at their exact places', () => {
    const tokens: Token[] = [];
    tokenizeWordRun('用iso/ts标准', 1, 7, 2, tokens);
    expect(tokens).toEqual([
      { term: 'iso/ts', start: 1, end: 7, weight: 2, kind: 'latin' },
      { term: 'iso', start: 1, end: 4, weight: 2, kind: 'latin' },
      { term: 'ts', start: 5, end: 7, weight: 2, kind: 'latin' },
    ]);
  });

  it('are the same however often they are asked for', () => {
    const words = Array.from(
      { length: 60_000 },
      (_, i) => `w${'abcdefghij'.charAt(i % 10)}${i.toString(36).replace(/\d/g, 'z')}ings`,
    );
    expect(words.map(wordTerm)).toEqual(words.map(wordTerm));
  });
});
