import { readFileSync } from 'node:fs';
import { createMatcher } from 'cuohe';
import { diagnoseDemand } from 'cuohe/programmes/clarity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherMatterOf } from '../../src/programmes/clarity/other-matter.ts';

const achievements = readFileSync(new URL('../../examples/data/achievements.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const matcher = createMatcher(achievements);
const diagnose = (title: string) =>
  diagnoseDemand(matcher, { id: 'D', title }, { filter: { asOf: '2026-09-01' }, terms: 0 });

/** Sentences as firms say them; the thing that they are about; P: a problem, B: a sum to spend, D: a term. */
const SAID: readonly (readonly [text: string, thing: string, told: string])[] = [
  ['焊接变形太大，50万以内', '焊接', 'PB'],
  ['焊接变形太大，三个月要见效', '焊接', 'PD'],
  ['轴承老坏，明年6月前解决', '轴承', 'PD'],
  ['叶片老掉皮', '叶片', 'P'],
  ['苹果放不住', '苹果', 'P'],
  ['锅炉费煤，烟囱冒黑烟', '锅炉', 'P'],
  ['污水排不掉', '污水', 'P'],
  ['能不能把设备联网，手机上就能看', '设备', ''],
  ['50万以内，三个月要见效，焊接变形太大', '焊接', 'PBD'],
  ['预算二十来万，想治一治车间粉尘', '粉尘', 'B'],
  ['年底前上线一套质检系统', '质检', 'D'],
  ['水泵三天两头坏，十万以内', '水泵', 'PB'],
  ['输送带老跑偏，下个月必须弄好', '输送带', 'PD'],
  ['玉米烘不干，费煤', '玉米', 'P'],
  ['铸件里面气孔太多，经费不超过80万元', '铸件', 'PB'],
  ['稻壳锅炉结焦，烟味呛人', '锅炉', 'P'],
  ['猪场污水处理不了，臭味大', '污水', 'P'],
  ['螺栓拧不紧', '螺栓', 'P'],
  ['刀具磨得太快，一年损失50万元', '刀具', 'P'],
  ['喷漆掉色', '喷漆', 'P'],
  ['皮带打滑，花5万块钱能不能弄好', '皮带', 'PB'],
  ['半年内要上线一套排产软件，预算30万到50万', '排产', 'BD'],
  ['葡萄运到南方就烂，放不住', '葡萄', 'P'],
  ['轴承用三个月就坏', '轴承', 'P'],
  ['密封圈老漏油，使用寿命只有半年', '密封圈', 'P'],
  ['车间粉尘太大，工人受不了', '粉尘', 'P'],
  ['2027年3月前交付样机，叶片焊不牢', '叶片', 'PD'],
  ['牛奶保质期三个月内变质', '牛奶', 'P'],
  ['河蟹养不活', '河蟹', 'P'],
  ['砂轮磨不动，费工', '砂轮', 'P'],
  ['预算八十万左右，国庆前投产', '', 'BD'],
  ['面包放两天就变质', '面包', 'P'],
  ['阀门关不严，老漏气', '阀门', 'P'],
  ['煤矿水泵抽不上来，今年年底前必须解决', '水泵', 'PD'],
  ['布料染不匀，颜色发黄', '布料', 'P'],
  ['烘干机太费电', '烘干机', 'P'],
  ['最多拿15万，管道老堵', '管道', 'PB'],
  ['大米生虫', '大米', 'P'],
  ['注塑件毛边太多', '注塑件', 'P'],
  ['齿轮箱噪音大，质保三年', '齿轮箱', 'P'],
  ['两个月内出样品，经费20万', '', 'BD'],
  ['锅炉一年烧煤500万元', '锅炉', ''],
  ['膜片粘不牢，想请专家看看', '膜片', 'P'],
  ['混凝土路面裂缝多', '混凝土', 'P'],
  ['花生剥壳破碎多，出油率低', '花生', 'P'],
  ['鸡蛋运输磕碰多', '鸡蛋', 'P'],
  ['酱油起白醭', '酱油', 'P'],
  ['社保卡读卡器识别慢', '读卡器', 'P'],
  ['广告机屏幕在太阳下看不清', '屏幕', 'P'],
  ['大棚卷帘机三个月坏两次', '卷帘', 'P'],
  ['电镀废水铬超标，环保限三个月整改', '废水', 'PD'],
  ['春节前必须解决，酒糟堆着发臭，费用控制在15万', '酒糟', 'PBD'],
  ['ＡＧＶ小车经常撞货架，２０万元以内', '', 'PB'],
  ['人工贵、招工难，想把包装工序改成自动化', '包装', 'P'],
  ['厂房屋顶漏雨，防水材料用两年就老化', '防水材料', 'P'],
  ['高新技术企业，主营阀门，密封面易拉伤', '', 'P'],
];

describe('what a demand says in everyday words', () => {
  it.each(SAID)('%s', (text, thing, told) => {
    const { elements, otherMatter } = diagnose(text);
    const of = (code: string) => elements.find(({ element }) => element === code)!;
    expect(otherMatter).toBeUndefined();
    expect(of('problem').state !== 'missing').toBe(told.includes('P'));
    expect(of('budget').state === 'present').toBe(told.includes('B'));
    expect(of('deadline').state !== 'missing').toBe(told.includes('D'));
    if (thing !== '') {
      expect(of('object').evidence[0]?.text).toContain(thing);
      expect(of('object').evidence[0]!.text.length).toBeLessThanOrEqual(thing.length + 3);
    }
  });

  it('takes a loss, a price and a term of life for no budget and no deadline', () => {
    for (const text of [
      '刀具磨得太快，一年损失50万元',
      '锅炉一年烧煤500万元',
      '年产50万台电机',
      '每吨成本800元',
    ]) {
      expect(diagnose(text).missing, text).toContain('budget');
    }
    for (const text of ['轴承用三个月就坏', '牛奶保质期三个月内变质', '密封圈寿命只有半年']) {
      expect(diagnose(text).missing, text).toContain('deadline');
    }
  });

  it('quotes no sentence, sum or term as a thing', () => {
    for (const text of ['想做点新东西', '50万以内，三个月要见效', '想知道手机上能不能看锅炉温度', '放不住']) {
      for (const { text: asked } of diagnose(text).questions.filter(
        ({ element }) => element !== 'deadline',
      )) {
        expect(asked.zh).not.toMatch(/“[^”]*(?:想|三个月|手机上|放不住)[^”]*”(?:目前|做到|具体)/);
      }
    }
  });
});

it('calls similar only what names the object, and asks more of a problem that is told', () => {
  for (const text of ['鸡蛋运输磕碰多', 'ＡＧＶ小车经常撞货架', '酱油起白醭']) {
    const zh = diagnose(text).questions.map((question) => question.text.zh);
    expect(zh.join()).not.toContain('相近成果');
    expect(zh.join()).toContain(`“${text}”：在什么工况下出现`);
    expect(zh.join()).not.toContain('目前出了什么问题');
  }
});

/** Whole demands, and whose matter they are. */
const MATTERS: readonly (readonly [text: string, code: string])[] = [
  ['你好', 'no-content'],
  ['我们没有需求', 'no-demand'],
  ['想申请高新技术企业', 'policy'],
  ['求贷款', 'finance'],
  ['招聘工程师', 'talent'],
  ['您好，请问在吗', 'no-content'],
  ['暂无', 'no-demand'],
  ['公司目前没有技术需求', 'no-demand'],
  ['想办贷款，最近资金周转不开', 'finance'],
  ['您好，想咨询专精特新补贴政策', 'policy'],
  ['高薪招聘技术员两名', 'talent'],
  ['帮我们申请专利', 'rights'],
  ['苹果卖不出去，想找经销商', 'sales'],
  ['贷款风控系统开发', 'technical'],
  ['招人解决焊接变形', 'technical'],
  ['高新技术企业认定后想改进烧结工艺', 'technical'],
  ['没有合适的办法去除烟气中的氨', 'technical'],
  ['专利检索软件', 'technical'],
  ['hello', 'no-content'],
  ['我单位暂时没什么需求', 'no-demand'],
  ['求融资500万', 'finance'],
  ['缺工人，招不到年轻人', 'talent'],
  ['怎么办理环评', 'permit'],
  ['谢谢', 'no-content'],
  ['想找客户打开市场', 'sales'],
  ['商标注册', 'rights'],
  ['老师好，我们厂想申报高企', 'policy'],
  ['工人招不到，想上自动焊', 'technical'],
  ['需要贷款购买新型节能改造技术', 'technical'],
  ['没有噪音的风机', 'technical'],
  ['暂时没有什么需求，有了再联系你们', 'no-demand'],
  ['谢谢领导关心，我们一切都好', 'no-content'],
  ['招两名焊工和一名电工', 'talent'],
  ['员工社保怎么交', 'talent'],
  ['请问创新券怎么申领', 'policy'],
  ['请问今年的科技项目什么时候开始申报', 'policy'],
  ['咱们这个平台怎么注册账号', 'other'],
  ['贷款利息太高', 'finance'],
  ['贷款买的收割机，收玉米破碎率太高', 'technical'],
  ['社保卡读卡器识别慢', 'technical'],
  ['出租车计价器不准', 'technical'],
  ['融资租赁设备的远程锁机和定位', 'technical'],
  ['商标印刷机套印不准', 'technical'],
  ['招投标文件的相似度自动比对', 'technical'],
  ['申请排污许可证时氨氮超标，需要降氨氮的办法', 'technical'],
  ['想申请科技项目，一起攻关高温轴承的润滑失效', 'technical'],
];

describe('what is no technical demand', () => {
  it.each(MATTERS)('%s: %s', (text, code) => {
    const { otherMatter, questions, terms, clarity, missing } = diagnose(text);
    if (code === 'technical') {
      expect(otherMatter).toBeUndefined();
      expect(questions.length).toBeGreaterThan(0);
      return;
    }
    expect(otherMatter?.code).toBe(code);
    expect(otherMatter?.whereTo.zh).not.toBe('');
    expect(otherMatter?.whereTo.en).not.toBe('');
    expect([questions, terms, clarity, missing.length]).toEqual([[], [], 0, 8]);
  });

  it('is decided by all that a demand tells', () => {
    const about = (rest: object) => diagnoseDemand(matcher, { id: 'D', title: '你好', ...rest }).otherMatter;
    expect(about({})?.code).toBe('no-content');
    expect(about({ problem: '叶片开裂' })).toBeUndefined();
    expect(about({ keyTechnology: '激光熔覆' })).toBeUndefined();
    expect(about({ text: '求贷款' })?.code).toBe('finance');
  });

  it('is never said of a text with a clause that no table knows, and says the same of any text twice', () => {
    const clause = fc.constantFrom('你好', '求贷款', '招聘工程师', '没有需求', '谢谢');
    fc.assert(
      fc.property(fc.array(clause, { maxLength: 5 }), fc.nat({ max: 5 }), (clauses, at) => {
        expect(otherMatterOf(clauses.join('，')) === undefined).toBe(clauses.length === 0);
        const more = [...clauses.slice(0, at), '叶片开裂', ...clauses.slice(at)];
        expect(otherMatterOf(more.join('，'))).toBeUndefined();
      }),
    );
  });
});
