import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exclusionsOf } from '../../../src/core/reading/exclusions.ts';
import { defaultLexicon } from '../../../src/index.ts';

const lexicon = defaultLexicon();
const things = (text: string) => exclusionsOf(text, lexicon).map(({ from, end }) => text.slice(from, end));

describe('what a text rules out', () => {
  it.each<[string, readonly string[], string]>([
    ['磁体不用钕铁硼、不含稀土，功率15kw', ['钕铁硼', '稀土'], 'two wordings, one behind the other'],
    ['不含甲醛、苯等有害物质', ['甲醛', '苯'], 'a list ends at 等'],
    ['避免使用有机溶剂和重金属', ['有机溶剂', '重金属'], 'a list joined by a word'],
    ['无需酸洗即可除锈', ['酸洗'], 'what goes on ends it'],
    ['免拆模建筑', ['拆模'], '免 with a process'],
    ['无氰电镀银', ['氰'], '无 with a substance'],
    ['不停机检修阀门', ['停机'], 'an operation that may not be stopped'],
    ['设备不能停产改造', ['停产'], 'the same with a verb between'],
    ['不想再用燃煤锅炉烘干', ['燃煤锅炉'], 'the known word, not what is done with it'],
    ['别用胶水粘', ['胶水'], 'the known word, not what is done with it'],
    ['希望不再依赖进口切削油', ['切削油'], 'words of praise and origin are no part of it'],
    ['不得含磷', ['磷'], 'one ideograph that is a substance'],
    ['用三价铬替代六价铬钝化', ['六价铬'], 'what is to be replaced'],
  ])('%s → %j: %s', (text, expected) => {
    expect(things(text)).toEqual(expected);
  });

  it.each([
    ['不用担心开裂', 'no means is ruled out'],
    ['无人机巡检', '无人 is a word of its own'],
    ['无机非金属材料', 'so are 无机 and 非金属'],
    ['非接触测量', 'a kind of measuring'],
    ['免疫检测试剂', '免疫 is a word of its own'],
    ['现在的办法不能用了', 'nothing stands behind it'],
    ['不用于食品', 'a purpose, no means'],
    ['不断电源', '不断 is a word of its own'],
    ['替代进口', 'says nothing of what it is made of'],
  ])('is nothing in %s: %s', (text) => {
    expect(things(text)).toEqual([]);
  });

  it('marks what is to be replaced', () => {
    const [one] = exclusionsOf('替代六价铬', lexicon);
    expect(one!.replaced).toBe(true);
    expect(exclusionsOf('不用六价铬', lexicon)[0]!.replaced).toBe(false);
  });

  it('lies in the text, in order, on any text', () => {
    const piece = fc.constantFrom(
      '不用',
      '无',
      '免',
      '不',
      '酸洗',
      '、',
      '和',
      '铬',
      '的',
      '，',
      '稀土',
      '替代',
      'a',
      '停机',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, from, end } of exclusionsOf(text, lexicon)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(from).toBeGreaterThan(start);
          expect(from).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(from);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('answers on long repetitions', () => {
    for (const piece of ['不用', '不', '无需', '、', '不能', '替代', '不含铬、']) {
      expect(exclusionsOf(piece.repeat(100_000), lexicon).length).toBeGreaterThanOrEqual(0);
    }
  });
});
