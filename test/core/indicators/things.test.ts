import { describe, expect, it } from 'vitest';
import { parseIndicators } from '../../../src/core/indicators/indicators.ts';
import { isSameQuantity } from '../../../src/core/indicators/same-quantity.ts';
import { apart, holding, type Placed } from '../../../src/core/indicators/same-thing.ts';
import { toldBy, toldOf } from '../../../src/core/indicators/told-things.ts';

const areOfOneThing = (target: Placed, offer: Placed) => apart(target, offer) === undefined;

/** Whether a figure of an offer may be held against a target, by their records. */
function isOfOne(demand: string, target: string, title: string, offer: string): boolean {
  const [asked, offered] = [parseIndicators(target)[0]!, parseIndicators(offer)[0]!];
  const record = { id: 'A', title, abstract: offer };
  return (
    isSameQuantity(asked, offered) &&
    areOfOneThing(
      { name: asked.name!, holds: toldOf(() => ({ id: 'D', title: demand })) },
      { name: offered.name!, holds: toldBy(() => record, { ...offered, field: 'abstract' }) },
    )
  );
}

describe('a figure whose name tells of a thing', () => {
  it.each([
    [
      '带钢表面缺陷在线检测 热轧带钢划伤、辊印漏检多',
      '检出率≥95%',
      '复合材料脱粘超声检测',
      '脱粘检出率98%',
      false,
    ],
    [
      '带钢表面缺陷在线检测 热轧带钢划伤、辊印漏检多',
      '检出率≥95%',
      '带钢表面缺陷视觉检测系统',
      '表面缺陷检出率98%',
      true,
    ],
    ['带钢表面缺陷在线检测 热轧带钢划伤、辊印漏检多', '检出率≥95%', '冷轧板带检测', '划伤检出率97%', true],
    ['带钢表面缺陷在线检测', '检出率≥95%', '农产品检测仪', '农药残留检出率99%', false],
    ['高温工业相机系统', '寿命≥5000小时', '高温摄像装置', '轴承寿命8000小时', false],
    ['高温工业相机系统', '寿命≥5000小时', '高温摄像装置', '平均寿命8000小时', true],
    ['高温工业相机系统', '寿命≥5000小时', '高温摄像装置', '相机寿命8000小时', true],
    ['高速主轴 电主轴轴承发热', '寿命≥5000小时', '陶瓷轴承', '轴承寿命8000小时', true],
    ['高速主轴', '轴承寿命≥5000小时', '角接触陶瓷球轴承', '寿命8000小时', true],
    ['高速主轴', '轴承寿命≥5000小时', '工业相机', '寿命8000小时', false],
    ['合金钢', '铁含量≤0.1%', '铝合金精炼', '钠含量0.05%', false],
    ['铝液净化', '铁含量≤0.1%', '铝液除铁工艺', '含量0.05%', true],
    ['污水处理', 'COD去除率≥90%', '制药废水处理', 'COD去除率95%', true],
    ['污水处理', '去除率≥90%', '制药废水处理', 'COD去除率95%', false],
    ['印染废水COD和色度超标', '去除率≥90%', '制药废水处理', 'COD去除率95%', true],
    ['锂云母提锂', '回收率≥85%', '锂云母提锂新工艺', '锂回收率90%', true],
    ['锂云母提锂', '回收率≥85%', '贵金属回收', '铂回收率99%', false],
    ['电机', '效率≥95%', '永磁电机', '电机效率96%', true],
    ['电机', '效率≥95%', '变频器', '变频器效率98%', false],
    ['电机驱动系统 含变频器', '效率≥95%', '变频器', '变频器效率98%', true],
    ['刀具涂层', '硬度≥30GPa', '刀具涂层', '基体硬度35GPa', false],
    ['刀具涂层', '硬度≥30GPa', '刀具涂层', '涂层硬度35GPa', true],
    ['风电叶片涂层', '附着力≥10MPa', '海工涂层', '底漆附着力12MPa', false],
    ['风电叶片涂层', '附着力≥10MPa', '海工涂层', '涂层附着力12MPa', true],
    ['水稻收获机', '损失率≤3%', '玉米收获机', '玉米损失率2%', false],
    ['水稻收获机', '损失率≤3%', '收割机', '水稻损失率2%', true],
    ['人脸门禁', '识别率≥99%', '车牌识别', '车牌识别率99.5%', false],
    ['人脸门禁', '识别率≥99%', '门禁', '人脸识别率99.5%', true],
    ['矿石分选', '识别准确率≥95%', '煤矸分选', '煤矸识别准确率96%', false],
    ['苗木繁育', '成活率≥90%', '海参育苗', '苗种成活率95%', false],
    ['苗木繁育', '成活率≥90%', '组培', '苗木成活率95%', true],
    ['高压泵', '噪声≤75dB', '泵', '整机噪声70dB', true],
    ['高压泵', '噪声≤75dB', '电机', '电机噪声70dB', false],
    ['高压泵 配套电机', '噪声≤75dB', '电机', '电机噪声70dB', true],
    ['激光器', '平均功率≥100W', '光纤激光器', '功率120W', true],
    ['激光器', '功率≥100W', '光纤激光器', '泵浦功率120W', false],
    ['热障涂层', '热循环寿命≥1000次', '热障涂层', '循环寿命1200次', true],
    ['齿轮', '接触疲劳寿命≥1000小时', '齿轮', '弯曲疲劳寿命2000小时', false],
    ['电池', '容量保持率≥80%', '电池', '低温容量保持率85%', false],
    ['电池 冬天低温掉电', '容量保持率≥80%', '电池', '低温容量保持率85%', true],
  ])('%s: %s; %s: %s → %s', (demand, target, title, offer, expected) => {
    expect(isOfOne(demand, target, title, offer)).toBe(expected);
  });

  it('may be of a thing that a target in the same words does not name, where nothing is said of any', () => {
    const nothing = { holds: () => false };
    expect(areOfOneThing({ name: '寿命', ...nothing }, { name: '平均寿命', ...nothing })).toBe(true);
    expect(areOfOneThing({ name: '盘面温差', ...nothing }, { name: '盘面温度均匀性', ...nothing })).toBe(
      true,
    );
    expect(areOfOneThing({ name: '寿命', ...nothing }, { name: '寿命预测误差', ...nothing })).toBe(false);
    expect(areOfOneThing(nothing, nothing)).toBe(true);
  });

  it('reads texts only when a piece is looked for, and in width and case as names are', () => {
    let reads = 0;
    const holds = holding(() => {
      reads++;
      return ['ＣＯＤ 超标'];
    });
    expect(reads).toBe(0);
    expect(areOfOneThing({ name: '去除率', holds }, { name: 'COD去除率', holds })).toBe(true);
    expect(areOfOneThing({ name: '去除率', holds }, { name: '总磷去除率', holds })).toBe(false);
    expect(reads).toBe(1);
  });
});
