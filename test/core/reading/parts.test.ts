import { describe, expect, it } from 'vitest';
import { defineLexicon } from '../../../src/core/lexicon/lexicon.ts';
import { parseLexicon } from '../../../src/core/lexicon/text-form.ts';
import { PARTS, type Part, partsOf, partsOfName } from '../../../src/core/reading/parts.ts';
import { readStatements } from '../../../src/core/reading/statements.ts';
import { normalize } from '../../../src/core/terms/normalize.ts';

const lexicon = defineLexicon(
  {
    name: 'test',
    entries: parseLexicon('轴承 0\n套圈 0\n液压油缸 0\n缸筒 0\n废水 0\n涂层 0\n叶轮 0\n稀土 0\n~钢 0'),
  },
  (text) => normalize(text).text,
);
const shown = (text: string, parts: readonly Part[]) =>
  parts.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
const partsIn = (given: string) => {
  const { text } = normalize(given);
  return shown(text, partsOf(text, readStatements(text), lexicon));
};
const named = (text: string) => shown(text, partsOfName(text, lexicon));

describe('the parts of a name', () => {
  it.each([
    ['轴承套圈表面缺陷检测方法及装置', ['object: 轴承套圈表面缺陷', 'process: 检测']],
    ['一种基于机器视觉的轴承套圈在线检测系统', ['object: 轴承套圈', 'process: 在线检测']],
    ['一种用于污水处理的陶瓷膜', ['object: 陶瓷膜']],
    ['液压油缸缸筒的珩磨技术', ['object: 液压油缸缸筒', 'process: 珩磨']],
    ['电镀废水回收及综合利用技术的研究与应用', ['object: 电镀废水', 'process: 回收及综合利用']],
    ['耐磨涂层', ['object: 耐磨涂层']],
    ['一种耐磨涂层及其制备方法', ['object: 耐磨涂层']],
    ['一种具有自润滑性的涂层的制备方法', ['object: 涂层', 'process: 制备']],
    ['一种具有瓷白外观的制备方法', ['object: 瓷白外观', 'process: 制备']],
    ['焊接', ['process: 焊接']],
    ['泵', ['object: 泵']],
    ['', []],
  ])('of %s', (title, parts) => {
    expect(named(title)).toEqual(parts);
  });

  it('tell the head of a thing from what says its kind', () => {
    const heads = (title: string) =>
      partsOfName(title, lexicon).flatMap(({ kind, head, end }) =>
        kind === 'object' ? [title.slice(head, end)] : [],
      );
    expect(heads('水泵叶轮')).toEqual(['叶轮']);
    expect(heads('高碳铬轴承钢')).toEqual(['钢']);
    expect(heads('耐磨的刀')).toEqual(['刀']);
    expect(heads('刀')).toEqual(['刀']);
  });
});

describe('the parts of a need', () => {
  it.each([
    ['对缸筒进行珩磨。', ['object: 缸筒', 'process: 珩磨']],
    ['急需解决套圈磨削的难题。', ['object: 套圈', 'process: 磨削']],
    ['套圈经常开裂。', ['object: 套圈', 'effect: 经常开裂']],
    ['希望提高叶轮的寿命。', ['effect: 提高叶轮的寿命', 'object: 叶轮']],
    ['设备必须防爆。', ['condition: 设备必须防爆']],
  ])('of %s', (text, parts) => {
    expect(partsIn(text)).toEqual(parts);
  });

  it('hold figures and what is ruled out', () => {
    const parts = partsIn('寻求一种轴承涂层，不用稀土，硬度不低于60HRC。');
    expect(parts).toContain('exclusion: 不用稀土');
    expect(parts.some((part) => part.startsWith('indicator: 硬度不低于60'))).toBe(true);
    expect(parts).toContain('object: 轴承涂层');
  });

  it('come from needs, not from introductions', () => {
    expect(partsIn('公司成立于2003年，主要生产液压油缸，年产5万吨。')).toEqual([]);
  });

  it('are none where nothing tells them', () => {
    expect(partsIn('你好')).toEqual([]);
    expect(partsIn('')).toEqual([]);
  });

  const PIECES = [
    ...'的及和，。、（）\n ',
    '缸筒',
    '珩磨',
    '提高',
    '希望',
    '对',
    '进行',
    '开裂',
    '不用',
    '不低于5%',
    '方法',
    '一种',
    '基于',
    '𠮷',
    '必须',
  ];
  let seed = 5;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % below;
  };

  it('lie in any text, in the order of their beginnings, and tear no character', () => {
    for (let i = 0; i < 2000; i++) {
      const given = Array.from({ length: random(30) }, () => PIECES[random(PIECES.length)]!).join('');
      const { text } = normalize(given);
      for (const parts of [partsOf(text, readStatements(text), lexicon), partsOfName(text, lexicon)]) {
        let at = 0;
        for (const { kind, start, end, head } of parts) {
          expect(PARTS).toContain(kind);
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          if (kind === 'object') {
            expect(head).toBeGreaterThanOrEqual(start);
            expect(head).toBeLessThan(end);
          }
          for (const edge of [start, end, head ?? end]) {
            const isTorn = text.charCodeAt(edge) >= 0xdc00 && text.charCodeAt(edge) <= 0xdfff;
            expect(isTorn).toBe(false);
          }
          at = start;
        }
      }
    }
  });

  it('are read from a long text', () => {
    for (const piece of ['套圈经常开裂。', '提高的', '对缸筒', '方法及', '检测']) {
      const { text } = normalize(piece.repeat(20_000));
      const parts = partsOf(text, readStatements(text), lexicon);
      expect(parts.every(({ end }) => end <= text.length)).toBe(true);
    }
  });
});
