import { describe, expect, it, vi } from 'vitest';
import { Trie } from '../../../src/core/lexicon/trie.ts';
import { ROLE_WEIGHTS, ROLES, type Role } from '../../../src/core/reading/roles.ts';
import { readStatements } from '../../../src/core/reading/statements.ts';
import { normalize } from '../../../src/core/terms/normalize.ts';

const told = (text: string, role?: Role) => {
  const { text: folded } = normalize(text);
  return readStatements(folded, role).map(
    ({ role, start, end }) => [role, folded.slice(start, end).trim()] as const,
  );
};
/** The role of the statement that holds a piece. */
const roleOf = (text: string, piece: string, role?: Role) =>
  told(text, role).find(([, said]) => said.includes(normalize(piece).text))?.[0];
const rolesOf = (text: string) => [...new Set(told(text).map(([role]) => role))];

const INTRODUCTION =
  '我公司成立于2003年，坐落于经济开发区，占地80亩，现有员工320人，其中工程技术人员45人，主要从事液压油缸的生产和销售。产品远销二十多个国家，深受用户好评。公司先后通过ISO9001质量管理体系认证，被认定为高新技术企业，拥有发明专利12项。';

describe('the statements of a demand', () => {
  it('tell an introduction from the matter that stands behind it', () => {
    const text = `${INTRODUCTION}缸筒内壁珩磨后有螺旋纹，密封圈三个月就漏油。希望找到一种内孔精加工的新办法。`;
    expect(roleOf(text, '占地80亩')).toBe('company');
    expect(roleOf(text, '液压油缸')).toBe('company');
    expect(roleOf(text, '远销')).toBe('praise');
    expect(roleOf(text, '发明专利')).toBe('praise');
    expect(roleOf(text, '螺旋纹')).toBe('problem');
    expect(roleOf(text, '内孔精加工')).toBe('need');
  });

  it.each([
    ['background', '随着新能源汽车产业的快速发展，动力电池回收日益受到重视。'],
    ['background', '近年来国家出台多项环保政策。'],
    ['present', '目前采用人工目视分拣。'],
    ['present', '现有工艺是先酸洗再磷化。'],
    ['problem', '辊面老是剥落。'],
    ['problem', '焊缝处经常开裂。'],
    ['problem', '烘干时间太长，成品率低。'],
    ['need', '想找一种不粘锅底的涂层。'],
    ['need', '急需解决粉尘收集的问题。'],
    ['need', '有没有能在线测厚的仪器？'],
    ['need', '寻求一套自动上料装置。'],
    ['indicator', '抗拉强度不低于600MPa，延伸率大于12%。'],
    ['condition', '设备必须防爆，不得停机。'],
    ['cooperation', '合作方式：技术转让或技术入股，费用面议。'],
    ['contact', '联系人：张先生，联系电话见附件。'],
    ['praise', '该成果荣获省科技进步二等奖。'],
    ['praise', '市场前景广阔，经济效益显著。'],
    ['offer', '本发明公开了一种砂轮修整机构。'],
    ['company', '公司简介：专业生产塑料管材的民营企业。'],
  ] as const)('read %s from: %s', (role, text) => {
    expect(rolesOf(text)).toEqual([role]);
  });

  it('change their role within a sentence', () => {
    const text = '我厂是一家做淀粉的老企业，年产8万吨，出料口经常结块，希望能有防结块的办法，价格面议。';
    expect(told(text).map(([role]) => role)).toEqual(['company', 'problem', 'need', 'cooperation']);
  });

  it('change their role where nothing but words parts them', () => {
    const text = '我们公司是做轴承的企业每年出口三百万套现急需解决套圈磨削烧伤的难题';
    expect(told(text)).toEqual([
      ['company', '我们公司是做轴承的企业每年出口三百万套'],
      ['need', '现急需解决套圈磨削烧伤的难题'],
    ]);
  });

  it('follow the heading above them', () => {
    const text =
      '一、企业简介\n从前做农机，后来做风机。\n二、需求内容：\n叶轮的动平衡在线校正。\n三、技术指标\n残余不平衡量见图纸。\n四、工作基础\n有两台试验台。';
    expect(roleOf(text, '后来做风机')).toBe('company');
    expect(roleOf(text, '动平衡')).toBe('need');
    expect(roleOf(text, '残余不平衡量')).toBe('indicator');
    expect(roleOf(text, '两台试验台')).toBe('present');
  });

  it('of an introduction go on until a need, a problem or a heading ends it', () => {
    const text =
      '公司是一家做油缸的企业。缸体由自家车间铸造。食堂有三十张桌子。拥有发明专利12项。缸筒内壁有螺旋纹。希望改进珩磨。费用面议。厂里有宿舍。';
    expect(roleOf(text, '自家车间')).toBe('company');
    expect(roleOf(text, '食堂')).toBe('company');
    expect(roleOf(text, '螺旋纹')).toBe('other');
    expect(roleOf(text, '宿舍')).toBe('cooperation');
    const headed = '公司是一家做油缸的企业。\n需求：\n缸筒珩磨。\n公司拥有发明专利12项。';
    expect(roleOf(headed, '缸筒珩磨')).toBe('need');
  });

  it('need no heading where their own words are clear', () => {
    expect(roleOf('企业简介：成立于1990年。急需高温合金的焊接技术。', '高温合金')).toBe('need');
  });

  it('are read from the field where no word tells them', () => {
    expect(rolesOf('炉衬用半年')).toEqual(['other']);
    expect(told('炉衬用半年', 'problem').map(([role]) => role)).toEqual(['problem']);
    expect(roleOf('炉衬用半年。希望用两年。', '两年', 'problem')).toBe('need');
  });

  it('leave a short text one that counts in full', () => {
    for (const text of ['泵', '水泵', '防腐漆', '包装机换型', '污泥怎么处理']) {
      const [only, ...more] = told(text);
      expect(more).toEqual([]);
      expect(ROLE_WEIGHTS[only![0]]).toBe(1);
    }
  });

  it('are not misled by longer words that hold a cue', () => {
    expect(rolesOf('需求量逐年上升。')).not.toContain('need');
    expect(rolesOf('不锈钢的难燃处理')).not.toContain('problem');
  });
});

describe('statements', () => {
  const PIECES = [
    ...'。，；！？：\n、（）“”①1.一是 ',
    '我公司成立于',
    '希望',
    '问题',
    '不低于5%',
    '需求内容：',
    '联系人',
    '𠮷',
    'we need',
    '随着',
    '涂层',
    '1,200',
    '【背景】',
  ];
  let seed = 7;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % below;
  };
  const anyText = () => Array.from({ length: random(40) }, () => PIECES[random(PIECES.length)]!).join('');

  it('cover any text, in order, without overlap, and tear no character', () => {
    for (let i = 0; i < 3000; i++) {
      const { text } = normalize(anyText());
      let at = 0;
      for (const { start, end, role } of readStatements(text)) {
        expect(start).toBe(at);
        expect(end).toBeGreaterThan(start);
        expect(ROLES).toContain(role);
        expect(text.charCodeAt(end) >= 0xdc00 && text.charCodeAt(end) <= 0xdfff).toBe(false);
        at = end;
      }
      expect(at).toBe(text.length);
    }
  });

  it('are the same for the same text', () => {
    for (let i = 0; i < 200; i++) {
      const { text } = normalize(anyText());
      expect(readStatements(text)).toEqual(readStatements(text));
    }
  });

  it.each([
    ['sentences', `${INTRODUCTION}辊面剥落。`],
    ['one sentence', '公司成立于2003年,辊面剥落,'],
    ['no signs', '我公司希望解决辊面剥落的问题'],
    ['lines', '辊面剥落\n'],
    ['headings', '需求内容:'],
    ['numbers', '1.2.3.'],
    ['half a cue', '希希希'],
  ])('take steps that grow with the length of the text: %s', (_, piece) => {
    const steps = (length: number) => {
      const begins = vi.spyOn(Trie.prototype, 'begins');
      const edge = vi.spyOn(Trie.prototype, 'edge');
      const slice = vi.spyOn(String.prototype, 'slice');
      readStatements(piece.repeat(Math.ceil(length / piece.length)).slice(0, length));
      const count = begins.mock.calls.length + edge.mock.calls.length + slice.mock.calls.length;
      for (const spy of [begins, edge, slice]) spy.mockRestore();
      return count;
    };
    expect(steps(10_000)).toBeLessThan(11 * steps(1000));
  });

  it('are read from a million characters', () => {
    const text = normalize('公司成立于2003年，辊面剥落。'.repeat(62_500)).text;
    expect(readStatements(text).at(-1)?.end).toBe(text.length);
  });
});

describe('what a statement counts', () => {
  it('lies above 0 and is at most 1; needs and problems count most', () => {
    for (const role of ROLES) {
      expect(ROLE_WEIGHTS[role]).toBeGreaterThan(0);
      expect(ROLE_WEIGHTS[role]).toBeLessThanOrEqual(1);
    }
    expect([ROLE_WEIGHTS.need, ROLE_WEIGHTS.problem]).toEqual([1, 1]);
    for (const role of ['company', 'praise', 'contact'] as const) {
      expect(ROLE_WEIGHTS[role]).toBeLessThan(ROLE_WEIGHTS.background);
    }
  });
});
