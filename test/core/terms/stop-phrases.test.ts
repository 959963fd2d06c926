import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize } from '../../../src/core/terms/normalize.ts';
import { StopPhrases } from '../../../src/core/terms/stop-phrases.ts';

const fold = (text: string) => normalize(text).text;
const cutOut = (text: string, ...phrases: string[]) =>
  new StopPhrases(phrases, fold).find(text).map(({ start, end }) => text.slice(start, end));

/** A search with regular expressions, as phrases are documented: at each place the longest match. */
function naive(text: string, phrases: readonly string[]): string[] {
  const escaped = (part: string) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const patterns = phrases
    .map((phrase) => phrase.split('*').filter((part) => part !== ''))
    .filter((parts) => parts.length > 0)
    .map((parts) => new RegExp(parts.map(escaped).join('[^\\s,.;:!?、。，；：！？()（）]{0,12}?'), 'y'));
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    let longest = '';
    for (const pattern of patterns) {
      pattern.lastIndex = at;
      const match = pattern.exec(text)?.[0] ?? '';
      if (match.length > longest.length) longest = match;
    }
    if (longest !== '') found.push(longest);
    at += Math.max(1, longest.length);
  }
  return found;
}

describe('stop phrases', () => {
  it.each([
    ['a phrase', '达到国内领先水平。', ['国内领先水平'], ['国内领先水平']],
    ['the longest match at a place', '国内领先水平', ['国内', '国内领先水平', '国内领先'], ['国内领先水平']],
    ['a gap of nothing', '国内水平', ['国内*水平'], ['国内水平']],
    [
      'a gap of twelve characters',
      '国内一二三四五六七八九十一二水平',
      ['国内*水平'],
      ['国内一二三四五六七八九十一二水平'],
    ],
    ['no gap of thirteen', '国内一二三四五六七八九十一二三水平', ['国内*水平'], []],
    [
      'characters of two units count as one',
      `国内${'𠮷'.repeat(12)}水平`,
      ['国内*水平'],
      [`国内${'𠮷'.repeat(12)}水平`],
    ],
    ['no gap over signs', '国内领先,水平', ['国内*水平'], []],
    ['no gap over lines', '国内领先\n水平', ['国内*水平'], []],
    ['the shortest gap', '国内水平水平', ['国内*水平'], ['国内水平']],
    ['several gaps', '经某省鉴定达到先进水平', ['经*鉴定*水平'], ['经某省鉴定达到先进水平']],
    ['a first part of one character', '以人为本为宗旨', ['以*为宗旨'], ['以人为本为宗旨']],
    ['a phrase of one character', '的涂层的', ['的'], ['的', '的']],
    ['gaps at the ends count nothing', '领先水平高', ['*领先水平*'], ['领先水平']],
    [
      'signs of regular expressions are signs',
      'a.b(c)[d]{2}^$|\\+?',
      ['a.b(c)[d]{2}^$|\\+?', 'a.b'],
      ['a.b(c)[d]{2}^$|\\+?'],
    ],
    ['a point stands for a point', 'axb', ['a.b'], []],
    ['phrases are normalised', '国内(领先)tbc', ['国内（领先）ＴＢＣ'], ['国内(领先)tbc']],
    ['a full-width asterisk is no gap', '国内领先水平 国内*水平', ['国内＊水平'], ['国内*水平']],
    ['phrases of nothing are nothing', '国内', ['', '*', '**', ' '], []],
    ['no phrases find nothing', '国内', [], []],
  ])('%s', (_reason, text, phrases, expected) => {
    expect(cutOut(text, ...phrases)).toEqual(expected);
  });

  it('are found as a search with regular expressions finds them', () => {
    const letter = fc.constantFrom('甲', '乙', '丙', '，', '.', '+');
    const phrase = fc.array(
      fc.oneof({ weight: 4, arbitrary: letter }, { weight: 1, arbitrary: fc.constant('*') }),
      { maxLength: 7 },
    );
    fc.assert(
      fc.property(
        fc.array(
          phrase.map((parts) => parts.join('')),
          { maxLength: 6 },
        ),
        fc.string({ unit: letter, maxLength: 60 }),
        (phrases, text) => {
          const spans = new StopPhrases(phrases, (part) => part).find(text);
          expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(naive(text, phrases));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('take time linear in texts made to try many ways', () => {
    const phrases = new StopPhrases(['涂涂*涂涂*涂涂*国', 'aa*a*a*a*a*a*a*a*b', '合作方式*面议'], fold);
    expect(phrases.find('合作方式'.repeat(100_000))).toEqual([]);
    expect(phrases.find('涂'.repeat(200_000))).toEqual([]);
    expect(phrases.find('a'.repeat(200_000))).toEqual([]);
    expect(phrases.find(`${'合作方式'.repeat(100_000)}面议`)).toEqual([{ start: 399_984, end: 400_002 }]);
  });
});
