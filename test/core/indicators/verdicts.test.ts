import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIndicator } from '../../../src/core/indicators/compare-indicators.ts';
import { parseIndicators } from '../../../src/core/indicators/indicators.ts';
import { isOwnFigure } from '../../../src/core/indicators/own-figures.ts';
import { betterWhen } from '../../../src/core/indicators/polarity.ts';
import { indicatorsOf } from '../../../src/core/indicators/record-indicators.ts';
import { isSameQuantity } from '../../../src/core/indicators/same-quantity.ts';
import { apart } from '../../../src/core/indicators/same-thing.ts';
import { placed, toldOf } from '../../../src/core/indicators/told-things.ts';

/** What an offer's text says of a target, as a panel would be told: the best of its figures. */
function verdict(thing: string, target: string, offer: string): string {
  const demand = { id: 'D', title: thing, indicators: [{ raw: target }] };
  const record = { id: 'A', title: thing, abstract: offer };
  const asked = indicatorsOf(demand, ['indicators']).find(({ name }) => name !== undefined)!;
  const found = indicatorsOf(record, ['abstract']).filter((one) => isSameQuantity(asked, one));
  const told = found.map((one) => {
    const place = placed(
      () => demand,
      asked,
      toldOf(() => demand),
    );
    const why = apart(
      place,
      placed(() => record, one),
    );
    return why ?? compareIndicator(asked, one).status;
  });
  return (
    ['met', 'failed', 'not-own', 'other-state', 'other-thing'].find((one) => told.includes(one)) ?? 'unknown'
  );
}

describe('a verdict on a figure of a text', () => {
  it.each([
    // What others have, what was there, what a rule asks for, what is planned: no figure of the result.
    ['谐波减速器', '寿命≥1万小时', '国内同类产品寿命仅3000小时，本产品寿命达1.5万小时', 'met'],
    ['轧机油膜轴承', '轴承寿命不低于2万小时', '传统轴承寿命只有8000小时', 'not-own'],
    ['电主轴', '温升不超过20℃', '原有结构温升35℃，改进后温升18℃', 'met'],
    ['布匹检测', '检出率≥98%', '人工检测的检出率只有80%', 'not-own'],
    ['激光测量', '测量精度≤0.05mm', '目前国外的产品，测量精度一般为0.1mm', 'not-own'],
    ['制革废水', '总铬≤1.5mg/L', '原水总铬120mg/L，出水总铬0.8mg/L', 'met'],
    ['烧结机', '漏风率≤20%', '行业平均漏风率45%', 'not-own'],
    ['高速锭子', '噪声≤75dB', '针对现有锭子噪声高达88dB的问题，开发了新结构', 'not-own'],
    ['带钢表面检测', '检出率≥90%', '解决了检出率不足90%的问题', 'not-own'],
    ['干燥机', '能耗≤50kWh/t', '比传统工艺省电，能耗45kWh/t', 'met'],
    ['干燥机', '能耗≤50kWh/t', '力争能耗降到45kWh/t', 'not-own'],
    // In another state, or taken otherwise.
    ['水泥', '28天抗压强度≥52.5MPa', '3天抗压强度30MPa', 'other-state'],
    ['混凝土', '28天抗压强度≥52.5MPa', '28d抗压强度65MPa', 'met'],
    ['电芯', '1000次循环后容量保持率≥85%', '500次循环后容量保持率92%', 'other-state'],
    ['橡胶', '老化后拉伸强度≥10MPa', '拉伸强度18MPa', 'other-state'],
    ['芯片', '功耗≤1W', '静态功耗0.1W', 'other-state'],
    ['印染废水', '出水COD≤50mg/L', '进水COD高达8000mg/L', 'other-state'],
    ['玉米烘干', '水分不高于14%', '烘干前水分28%', 'other-state'],
    ['水表', '最大测量误差不超过2%', '平均测量误差1%', 'other-state'],
    // Longer times, better.
    ['应急灯', '续航时间8小时', '续航时间10小时', 'met'],
    ['应急灯', '续航时间8小时', '续航时间5小时', 'failed'],
    ['产线', '平均无故障时间2000小时', '平均无故障时间3500小时', 'met'],
    ['热压罐', '固化时间2小时', '固化时间3小时', 'failed'],
    // The table knows a word inside of the name, or not the thing: no verdict.
    ['导热硅脂', '导热系数5W/(m·K)', '导热系数8W/(m·K)', 'unknown'],
    ['隔声屏', '噪声衰减量25dB', '噪声衰减量32dB', 'unknown'],
    ['桥式起重机', '起重量50吨', '起重量75吨', 'unknown'],
    // Finer is better.
    ['光刻胶', '分辨率优于0.35μm', '分辨率达到0.25μm', 'met'],
    ['遥感相机', '地面分辨率优于1m', '地面分辨率2m', 'failed'],
    // What is not reached is not met.
    ['育种', '发芽率≥90%', '发芽率难以达到90%', 'failed'],
    ['信号识别', '识别率≥97%', '检出率、识别率分别达到95%、98%', 'met'],
    ['废水', '氨氮去除率≥90%', 'COD、氨氮去除率分别为96%和85%', 'failed'],
    ['织机', '转速不低于600转/分', '转速12转/秒', 'met'],
    ['质谱', '真空度优于10-5Pa', '真空度10-3Pa', 'failed'],
    ['风机', 'noise no more than 70 dB', 'noise less than 65 dB', 'met'],
    ['水泵', 'efficiency at least 80%', 'efficiency less than 80%', 'failed'],
  ])('%s: %s; %s → %s', (thing, target, offer, expected) => {
    expect(verdict(thing, target, offer)).toBe(expected);
  });

  it('knows no better side of a quantity that only begins with a known word', () => {
    const words = fc.constantFrom('噪声', '能耗', '寿命', '强度', '粉尘', '磨损', '效率');
    const behind = fc.constantFrom('监测点数', '捕集能力', '补偿次数', '预警提前天数', '频谱宽度');
    fc.assert(
      fc.property(words, behind, (word, rest) => {
        expect(betterWhen(word)).toBeDefined();
        expect(betterWhen(word + rest)).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  it('takes a figure that is told of nobody for one of the record, wherever its sentence begins', () => {
    const before = fc.constantFrom('传统轴承寿命8000小时。', '国外产品易坏；', '', '改造前温升35℃！');
    fc.assert(
      fc.property(before, fc.integer({ min: 1, max: 9999 }), (rest, value) => {
        const said = `寿命${value}小时`;
        const text = rest + said;
        expect(isOwnFigure(text, rest.length, text.length)).toBe(true);
        expect(isOwnFigure(`现有产品${said}`, 4, 4 + said.length)).toBe(false);
        expect(isOwnFigure(`比现有产品好，${said}`, 7, 7 + said.length)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('gives numbers behind 分别 no wrong name', () => {
    const names = ['检出率', '识别率', '合格率', '回收率'];
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }),
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 4 }),
        (count, values) => {
          const called = names.slice(0, count);
          const text = `${called.join('、')}分别为${values.map((value) => `${value}%`).join('、')}`;
          const found = parseIndicators(text).map(({ name, value }) => [name, value]);
          const expected = values.map((value, i) => [
            called.length === values.length ? called[i] : undefined,
            value,
          ]);
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('stays linear on long and hostile text', () => {
    for (const piece of ['分别为1%、', '传统，', '难以达到', '1亿2千', '10-5P', 'no more than ', '比现有']) {
      expect(() => parseIndicators(piece.repeat(5000))).not.toThrow();
    }
  });
});
