import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordFinder } from '../../../src/core/lexicon/word-finder.ts';

const wordsIn = (text: string, ...words: string[]) =>
  new WordFinder(words).segment(text).map(({ word }) => word);
const isLatin = (char: string | undefined) => char !== undefined && /[A-Za-z0-9à-ÿα-ω]/.test(char);

/** Every way to cut, tried: the best sum of squared lengths behind each place, and whether a word may stand. */
function naive(words: readonly string[], text: string): string[] {
  const stands = (word: string, at: number) => {
    const end = at + word.length;
    const cutsLeft = isLatin(text[at - 1]) && isLatin(text[at]);
    const cutsRight = isLatin(text[end - 1]) && isLatin(text[end]);
    return text.slice(at, end) === word && !cutsLeft && !cutsRight;
  };
  const byLength = [...new Set(words)].filter((word) => word.length >= 2).sort((a, b) => b.length - a.length);
  const best: { sum: number; words: string[] }[] = [];
  best[text.length] = { sum: 0, words: [] };
  for (let at = text.length - 1; at >= 0; at--) {
    const cuts = byLength
      .filter((word) => stands(word, at))
      .map((word) => {
        const rest = best[at + word.length]!;
        return { sum: word.length ** 2 + rest.sum, words: [word, ...rest.words] };
      });
    // The first of equal sums: the longest word here, and none last.
    best[at] = [...cuts, best[at + 1]!].reduce((a, b) => (b.sum > a.sum ? b : a));
  }
  return best[0]!.words;
}

describe('finding words', () => {
  it.each([
    ['long words win', '高温合金叶片', ['高温', '高温合金', '叶片'], ['高温合金', '叶片']],
    ['a word that breaks a longer one does not', '铝合金属材料', ['铝合金', '合金属材料'], ['合金属材料']],
    [
      'two words may beat one that overlaps both',
      '北京大学生活',
      ['北京大学', '学生', '大学生活', '北京'],
      ['北京', '大学生活'],
    ],
    ['of equal sums the longer word at the earlier place wins', '甲乙丙', ['甲乙', '乙丙'], ['甲乙']],
    ['words that are not there are not found', '涂层', ['涂料', '涂层材料'], []],
    ['a Latin word is no piece of a longer one', 'steel pla scale', ['pla'], ['pla']],
    ['a Latin word next to ideographs stands', '用pla材料', ['pla'], ['pla']],
    ['a number is no piece of a longer one', '7075 075', ['075'], ['075']],
    ['a Greek letter is a letter', 'αpla', ['pla'], []],
    ['a letter behind an ideograph cuts nothing', '3d打印机b 13d打印机', ['3d打印机'], ['3d打印机']],
    ['a hyphen parts words', 'al-li', ['al', 'li'], ['al', 'li']],
    ['words of one unit are left out', '钢', ['钢'], []],
    ['an ideograph of two units is a word', '𠮷𠮷野', ['𠮷野'], ['𠮷野']],
  ])('%s', (_reason, text, words, expected) => {
    expect(wordsIn(text, ...words)).toEqual(expected);
  });

  it('words that begin at a place come longest first', () => {
    const finder = new WordFinder(['热障', '热障涂层', '热障涂', '涂层']);
    expect(finder.wordsAt('热障涂层', 0)).toEqual(['热障涂层', '热障涂', '热障']);
    expect(finder.wordsAt('热障涂层', 2)).toEqual(['涂层']);
    expect(finder.wordsAt('热障涂层', 3)).toEqual([]);
    expect(finder.wordsAt('', 0)).toEqual([]);
  });

  it('segment cuts as a search through all ways does', () => {
    const letter = fc.constantFrom('涂', '层', '热', 'a', 'b', '1', ' ', 'é');
    const text = fc.string({ unit: letter, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(fc.string({ unit: letter, minLength: 1, maxLength: 5 })), text, (words, given) => {
        const found = new WordFinder(words).segment(given);
        expect(found.map(({ word }) => word)).toEqual(naive(words, given));
        let last = 0;
        for (const { word, start, end } of found) {
          expect(given.slice(start, end)).toBe(word);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('segments a text of a million characters', () => {
    const finder = new WordFinder(['涂涂', '涂涂涂涂涂涂涂', 'aa aa']);
    expect(finder.segment('涂'.repeat(1_000_000))).toHaveLength(142_857);
    expect(finder.segment('a'.repeat(1_000_000))).toEqual([]);
    expect(finder.segment('aa '.repeat(333_333))).toHaveLength(166_666);
  });
});

describe('everyday words', () => {
  const spoken = new Set(['皮带跑偏', '轴承发热']);
  const finder = new WordFinder([...spoken, '皮带', '跑偏检测', '太阳'], spoken);
  const spansIn = (text: string) =>
    finder.segment(text).map(({ word, start, end }) => [word, text.slice(start, end)]);

  it('are found with one adverb inside, under the word without it', () => {
    expect(spansIn('皮带老是跑偏')).toEqual([['皮带跑偏', '皮带老是跑偏']]);
    expect(spansIn('皮带总跑偏，轴承三天两头发热')).toEqual([
      ['皮带跑偏', '皮带总跑偏'],
      ['轴承发热', '轴承三天两头发热'],
    ]);
    expect(spansIn('皮带跑偏')).toEqual([['皮带跑偏', '皮带跑偏']]);
  });

  it('are not found with two adverbs, with other words inside, after one character only, or cut by the end', () => {
    expect(spansIn('皮带老是太跑偏')).toEqual([['皮带', '皮带']]);
    expect(spansIn('皮带机跑偏')).toEqual([['皮带', '皮带']]);
    expect(spansIn('轴老承发热')).toEqual([]);
    expect(spansIn('皮带老是')).toEqual([['皮带', '皮带']]);
  });

  it('with an adverb inside count the length of the word alone, and technical words hold none', () => {
    expect(spansIn('皮带老跑偏检测')).toEqual([
      ['皮带', '皮带'],
      ['跑偏检测', '跑偏检测'],
    ]);
    expect(new WordFinder(['皮带跑偏']).segment('皮带老是跑偏')).toEqual([]);
  });

  it('are where a naive reading without the adverb has them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('皮带跑偏', '轴承发热'),
        fc.constantFrom('', '老', '老是', '总是', '容易', '动不动就', '机'),
        fc.constantFrom('', '机上的', '，', '太'),
        (word, inside, around) => {
          const text = `${around}${word.slice(0, 2)}${inside}${word.slice(2)}${around}`;
          const found = finder.segment(text).filter((place) => place.word === word);
          expect(found.map(({ start, end }) => [start, end])).toEqual(
            inside === '机' ? [] : [[around.length, text.length - around.length]],
          );
        },
      ),
    );
  });
});
