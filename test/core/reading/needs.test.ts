import { describe, expect, it } from 'vitest';
import { needsOf } from '../../../src/core/reading/needs.ts';
import { readStatements } from '../../../src/core/reading/statements.ts';
import { normalize } from '../../../src/core/terms/normalize.ts';

const needs = (given: string) => {
  const { text } = normalize(given);
  return needsOf(text, readStatements(text)).map(({ start, end }) => text.slice(start, end));
};

const A = '葡萄套袋后日灼果多，想要透气的袋子';
const B = '果园割草费工，求小型割草机';

describe('the needs of a text', () => {
  it.each([
    ['numbers', `1. ${A}。2. ${B}。`],
    ['numbers with 、', `1、${A}；2、${B}。`],
    ['numbers in brackets', `（1）${A}；（2）${B}`],
    ['circles', `①${A}；②${B}`],
    ['ideographs', `一、${A}\n二、${B}`],
    ['一是 and 二是', `一是${A}；二是${B}。`],
    ['ordinals', `第一，${A}。第二，${B}。`],
    ['其一 and 其二', `其一，${A}。其二，${B}。`],
    ['labels', `需求一：${A}\n需求二：${B}`],
    ['labels with numbers', `技术难题1：${A}；技术难题2：${B}。`],
    ['letters', `a.${A}；b.${B}`],
    ['words of order', `首先，${A}；其次，${B}。`],
    ['signs before lines', `● ${A}\n● ${B}`],
    ['labels behind an introduction', `合作社成立于2011年。需求一：${A}。需求二：${B}。`],
    ['numbers behind an introduction', `合作社成立于2011年，占地900亩。1、${A}；2、${B}。`],
    ['points with what else is told behind them', `一是${A}；二是${B}。合作社有果农五十户，果园在山坡上。`],
    ['points before ways of cooperation', `1、${A}；2、${B}；3、合作方式：共同开发，费用面议`],
  ])('are the points of a list: %s', (_, text) => {
    expect(needs(text).map((need) => need.replaceAll(',', '，'))).toEqual([A, B]);
  });

  it('leave out the introduction that they share, and what stands behind them', () => {
    const text = `合作社成立于2011年，占地900亩，产品获得绿色食品认证。目前急需解决以下难题：\n1、${A}；\n2、${B}。\n合作方式：面议。联系人：王女士。`;
    expect(needs(text).map((need) => need.replaceAll(',', '，'))).toEqual([A, B]);
  });

  it('keep the lines of a point, and what one would like besides behind the last one', () => {
    const text = `技术需求：\n（一）套袋材料\n${A}。\n（二）割草机\n${B}。\n联系人：李工`;
    expect(needs(text).map((need) => need.replaceAll(',', '，'))).toEqual([`套袋材料\n${A}`, `割草机\n${B}`]);
    expect(needs(`1、${A}；2、${B}；另外还希望有防鸟网的新材料。`)).toHaveLength(3);
    expect(needs('①葡萄日灼果多，想要透气的袋子；②PLC控制的割草机老停机')).toHaveLength(2);
  });

  it('are lines that stand alone', () => {
    expect(needs('葡萄透气套袋材料\n小型果园割草机器人\n园区病虫害图像识别')).toHaveLength(3);
    expect(needs('葡萄套袋的问题，\n透气不好，日灼多')).toHaveLength(1);
  });

  it('are parted by what one would like besides', () => {
    const text = '希望找到透气的葡萄套袋。另外还想买一台小型割草机。同时希望学习病害识别。';
    expect(needs(text)).toEqual([
      '希望找到透气的葡萄套袋',
      '另外还想买一台小型割草机',
      '同时希望学习病害识别',
    ]);
  });

  it.each([
    ['a title', '葡萄透气套袋'],
    ['a decimal', '套袋透气率要1.5倍以上，希望降到2.5分钱一只。'],
    ['a date', '希望在2026年3月前解决葡萄日灼。2027年推广。'],
    ['a standard', '希望产品符合GB/T 1.1-2020和GB 2762的要求。'],
    ['sizes', '急需3D打印的模具，2台样机。'],
    [
      'figures to reach',
      '急需透气的葡萄套袋。技术指标：1、透气率不低于80%；2、成本低于0.05元；3、寿命大于200天。',
    ],
    [
      'what it must do',
      '需要果园割草机。具体要求：（1）能上二十度的坡；（2）一次充电割五亩地；（3）自动避让树干。',
    ],
    ['headings', '一、需求内容\n葡萄透气套袋的研制\n二、预期目标\n日灼减半\n三、合作方式\n面议'],
    ['what is to be researched', '研究内容：1）套袋材料的透气模型；2）日灼的机理与防止方法'],
    ['steps', '割草机首先启动发动机，其次放下刀盘，最后沿行前进。'],
    ['sections', '（1）技术需求情况。葡萄透气套袋。（2）技术指标。透气率不低于80%。'],
    ['sizes behind signs', '套袋要1kg装,2kg装,3kg装的。'],
    ['aspects of one problem', '割草机问题：（1）太重；（2）费油；（3）噪声大。'],
    ['a list of honours', '公司荣获：1、省科技进步二等奖；2、市优秀企业称号。急需葡萄透气套袋。'],
    ['a list that begins with two', '希望解决2、葡萄套袋透气。3、割草机太重的问题。'],
  ])('are one: %s', (_, text) => {
    expect(needs(text)).toHaveLength(1);
  });

  it('are the needs below the heading, not the headings', () => {
    const text = `一、需求内容\n1、${A}\n2、${B}\n二、技术指标\n1、透气率不低于80%\n2、成本低于0.05元`;
    expect(needs(text).map((need) => need.replaceAll(',', '，'))).toEqual([A, B]);
  });

  it('are all of a text that tells none', () => {
    expect(needs('公司成立于2003年')).toEqual(['公司成立于2003年']);
    expect(needs('')).toEqual([]);
  });
});

describe('needs', () => {
  const PIECES = [
    ...'一二三123①②.、（）；。，：\n ',
    '需求一：',
    '一是',
    '第二，',
    '希望',
    '另外还想',
    '涂层',
    '技术指标：',
    '公司成立于',
    '𠮷',
  ];
  let seed = 11;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % below;
  };

  it('lie in any text, in order, without overlap, and tear no character', () => {
    for (let i = 0; i < 3000; i++) {
      const given = Array.from({ length: random(40) }, () => PIECES[random(PIECES.length)]!).join('');
      const { text } = normalize(given);
      const found = needsOf(text, readStatements(text));
      expect(found.length > 0).toBe(text !== '');
      let at = 0;
      for (const { start, end } of found) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
        for (const edge of [start, end]) {
          const isTorn = text.charCodeAt(edge) >= 0xdc00 && text.charCodeAt(edge) <= 0xdfff;
          expect(isTorn).toBe(false);
        }
        at = end;
      }
    }
  });

  it.each([
    `1、${A}。`,
    '一是',
    '需求一：',
    '1.2.3.',
    '（1）涂层',
    '（1）太重；（2）费油；',
    '另外还想要涂层。',
    '涂层的研制与应用\n',
  ])('are read from a long text: %s', (piece) => {
    const { text } = normalize(piece.repeat(40_000));
    expect(needsOf(text, readStatements(text)).length).toBeGreaterThan(0);
  });
});
