import { describe, expect, it } from 'vitest';
import { compareIndicator } from '../../../src/core/indicators/compare-indicators.ts';
import { parseIndicators, type QuantifiedIndicator } from '../../../src/core/indicators/indicators.ts';
import { nameSimilarity } from '../../../src/core/indicators/same-quantity.ts';

/** Name, comparator, number or range with unit, change: what a person would copy into a table. */
function line({ name = '', comparator, value, high, unitKey, change }: QuantifiedIndicator): string {
  const round = (number: number) => Number(number.toPrecision(6));
  const numbers = high === undefined ? `${round(value)}` : `${round(value)}..${round(high)}`;
  const ratio = change?.ratio === undefined ? '' : ` ×${Number(change.ratio.toFixed(3))}`;
  return `${name} ${comparator} ${numbers}${unitKey}${change ? ` ${change.direction}-${change.kind}${ratio}` : ''}`;
}
const lines = (text: string) => parseIndicators(text).map(line).join(' ; ');

/** Sentences of each kind, with what they say: decided before they were read. */
const KINDS: Readonly<Record<string, readonly (readonly [text: string, read: string])[]>> = {
  'scales of hardness and roughness': [
    ['表面粗糙度Ra0.8μm以下', '表面粗糙度Ra ≤ 0.8μm'],
    ['硬度HRC58-62', '硬度 ~ 58..62HRC'],
    ['粗糙度Rz 3.2', '粗糙度Rz = 3.2μm'],
    ['Ra≤1.6', 'Ra ≤ 1.6μm'],
    ['加工后Ra达到0.4μm', '加工后Ra ≤ 0.4μm'],
    ['布氏硬度HB≤220', '布氏硬度 ≤ 220HB'],
    ['邵氏A 60±5', '邵氏A ~ 55..65邵氏A'],
    ['橡胶硬度邵氏A70±5', '橡胶硬度 ~ 65..75邵氏A'],
    ['表面硬度HV800以上', '表面硬度 ≥ 800HV'],
    ['显微硬度HV0.3≥1200', '显微硬度HV0.3 ≥ 1200HV'],
    ['显微硬度≥800HV0.3', '显微硬度 ≥ 800HV'],
    ['心部硬度HRC 28～32', '心部硬度 ~ 28..32HRC'],
    ['牌号HB60不限', ''],
    ['内孔光洁度Ra0.2', '内孔光洁度Ra = 0.2μm'],
    ['要求表面光洁度达到Ra0.4', '表面光洁度 ≤ 0.4μm'],
    ['内壁粗糙度Rz≤6.3μm', '内壁粗糙度Rz ≤ 6.3μm'],
    ['淬火后硬度HRC60以上', '淬火后硬度 ≥ 60HRC'],
    ['齿面硬度HRC58～62，心部HRC33-45', '齿面硬度 ~ 58..62HRC ; 心部 ~ 33..45HRC'],
    ['硬度(HB)180-220', '硬度 ~ 180..220HB'],
    ['密封圈硬度为邵氏A 75', '密封圈硬度 = 75邵氏A'],
    ['镀层硬度不低于HV900', '镀层硬度 ≥ 900HV'],
    ['加工表面粗糙度要求Ra1.6以下', '加工表面粗糙度 ≤ 1.6μm'],
    ['硬度达到HRC62', '硬度 ≥ 62HRC'],
    ['轴颈粗糙度Ra≤0.4μm，圆度≤0.005mm', '轴颈粗糙度Ra ≤ 0.4μm ; 圆度 ≤ 0.005mm'],
    ['硬度HV10不大于350', '硬度HV10 ≤ 350HV'],
  ],
  changes: [
    ['速度快1倍', '速度 = 1倍 up-by ×2'],
    ['成本降到现在的三分之二', '成本 ≤ 66.6667% down-to ×0.667'],
    ['比现有产品节能一半', '节能 = 50% down-by ×0.5'],
    ['能耗降至一半', '能耗 ≤ 50% down-to ×0.5'],
    ['寿命比进口的长一倍', '寿命 = 1倍 up-by ×2'],
    ['重量轻20%以上', '重量 ≥ 20% down-by ×0.8'],
    ['能耗低三成', '能耗 = 3成 down-by ×0.7'],
    ['工期缩短三分之一', '工期 = 33.3333% down-by ×0.667'],
    ['效率比人工高5倍', '效率 = 5倍 up-by ×6'],
    ['电费省一半', '电费 = 50% down-by ×0.5'],
    ['较国外同类产品能耗降低15%', '能耗 = 15% down-by ×0.85'],
    ['与传统工艺相比寿命提高2倍', '寿命 = 2倍 up-by ×3'],
    ['比现有产品提高30%', ' = 30% up-by ×1.3'],
    ['干燥时间比原来短一半', '干燥时间 = 50% down-by ×0.5'],
    ['采摘速度比人工快3倍', '采摘速度 = 3倍 up-by ×4'],
    ['用水量少30%', '用水量 = 30% down-by ×0.7'],
    ['造价便宜20%', '造价 = 20% down-by ×0.8'],
    ['把能耗降到原来的一半', '能耗 ≤ 50% down-to ×0.5'],
    ['人工减少到三分之一', '人工 ≤ 33.3333% down-to ×0.333'],
    ['体积缩小四分之一', '体积 = 25% down-by ×0.75'],
    ['较传统方法节水40%以上', '节水 ≥ 40% down-by ×0.6'],
    ['比市面上的机型省电30%', '省电 = 30% down-by ×0.7'],
    ['相比现有工艺收率提高10%', '收率 = 10% up-by ×1.1'],
    ['检测速度快两倍', '检测速度 = 2倍 up-by ×3'],
    ['能耗比同行低20%以上', '能耗 ≥ 20% down-by ×0.8'],
    ['成本降至三成以下', '成本 ≤ 3成 down-to'],
    ['油耗降到原来的八成', '油耗 ≤ 8成 down-to ×0.8'],
    ['工时减少三分之二', '工时 = 66.6667% down-by ×0.333'],
    ['比传统窑炉节煤三分之一', '节煤 = 33.3333% down-by ×0.667'],
    ['较进口设备价格低一半', '价格 = 50% down-by ×0.5'],
    ['与人工相比，效率提高8倍', '效率 = 8倍 up-by ×9'],
    ['耗能降低15%', '耗能 = 15% down-by ×0.85'],
    ['产品占比高30%', '产品占比 = 30% up-by ×1.3'],
  ],
  'quantities for each of something, or in a time': [
    ['产能不少于年产2万吨', '产能 ≥ 20000t/年'],
    ['年产不低于3万吨', '年产 ≥ 30000t/年'],
    ['不少于日处理500吨', '日处理 ≥ 500t/d'],
    ['规模不小于年产5000台', '规模 ≥ 5000台/年'],
    ['日处理污水不少于2000吨', '日处理污水 ≥ 2000t/d'],
    ['成本每吨不超过300元', '成本 ≤ 300元/t'],
    ['每亩用水200立方米以下', '用水 ≤ 200m3/亩'],
    ['日产50吨', '日产 = 50t/d'],
  ],
  'names that stand behind the number': [
    ['要求5%以内的误差', '误差 ≤ 5%'],
    ['10年以上的使用寿命', '使用寿命 ≥ 10年'],
    ['需要达到99%以上的合格率', '合格率 ≥ 99%'],
    ['允许0.02mm以内的偏差', '偏差 ≤ 0.02mm'],
    ['低于5%的企业', ' < 5%'],
    ['甜度合格的占七成以上', '甜度合格的占 ≥ 7成'],
    ['实现3%以内的测量误差', '测量误差 ≤ 3%'],
    ['达到0.1mm的定位精度', '定位精度 ≤ 0.1mm'],
    ['能承受200℃以上的温度', '温度 ≥ 200°C'],
    ['有95%以上的回收率', '回收率 ≥ 95%'],
    ['占全市60%以上的企业', '占全市 ≥ 60%'],
    ['能达到2μm以内的重复定位精度', '重复定位精度 ≤ 2μm'],
    ['安徽省20%的企业', '安徽省 = 20%'],
  ],
  'bounds and shares in everyday words': [
    ['至少能用10年', ' ≥ 10年'],
    ['成活率超九成', '成活率 > 9成'],
    ['出芽率不低于九成五', '出芽率 ≥ 9.5成'],
    ['单机九成九', '单机 = 9.9成'],
    ['涂层至少能用8年', '涂层 ≥ 8年'],
    ['起码用15年', ' ≥ 15年'],
    ['寿命起码8000小时', '寿命 ≥ 8000h'],
    ['良率近八成', '良率 ≈ 8成'],
    ['回收率九成以上', '回收率 ≥ 9成'],
    ['合格率逾95%', '合格率 > 95%'],
    ['准确率超95%', '准确率 > 95%'],
    ['全省30%的企业', '全省 = 30%'],
    ['最高效率95%', '最高效率 = 95%'],
    ['设备起码能用20年', '设备 ≥ 20年'],
    ['电池至少要用8年', '电池 ≥ 8年'],
    ['出苗率超八成', '出苗率 > 8成'],
    ['覆盖率接近九成', '覆盖率 ≈ 9成'],
    ['断面收缩率起码45%', '断面收缩率 ≥ 45%'],
    ['服役至少能用到30年', '服役 ≥ 30年'],
    ['病死率不足一成', '病死率 < 1成'],
    ['废品率近三成', '废品率 ≈ 3成'],
    ['合格率最高95%', '合格率最高 = 95%'],
    ['三相电压380V', '三相电压 = 380V'],
    ['电价0.5元/度', '电价 = 0.5元/°C'],
  ],
};

describe.each(Object.entries(KINDS))('parseIndicators reads %s:', (_, sentences) => {
  it.each(sentences)('%s', (text, read) => {
    expect(lines(text)).toBe(read);
  });
});

describe('compareIndicator', () => {
  it.each([
    ['成本降低30%', '成本降低20～40%', 'unknown', 'open-bound'],
    ['处理量≥24吨/天', '处理量1吨/小时', 'met', 'reached'],
    ['处理量≥24吨/天', '处理量0.9吨/小时', 'failed', 'missed'],
    ['产量≥30万件/年', '产量1000件/天', 'unknown', 'other-unit'],
    ['成本≤800元/吨', '成本0.7元/公斤', 'met', 'reached'],
    ['节能率30%', '节能率20～40%', 'unknown', 'open-bound'],
    ['产能≥2万吨/年', '年产3万吨', 'met', 'reached'],
    ['流量≥100吨/小时', '流量2500吨/天', 'met', 'reached'],
    ['流量≥100吨/小时', '流量2000吨/天', 'failed', 'missed'],
    ['产能≥100吨/天', '产能3万吨/年', 'unknown', 'other-unit'],
    ['能耗降低30%', '能耗下降25%～35%', 'unknown', 'open-bound'],
    ['能耗降低30%', '能耗下降31%～35%', 'met', 'reached'],
    ['粗糙度Ra≤0.8μm', '粗糙度Ra400nm', 'met', 'reached'],
    ['成本≤1.2元/斤', '成本2000元/吨', 'met', 'reached'],
    ['硬度≥60HRC', '硬度HRC58-62', 'unknown', 'open-bound'],
    ['硬度≥60HRC', '硬度HV800', 'unknown', 'other-unit'],
  ])('%s against %s is %s, %s', (asked, offered, status, finding) => {
    const [target, offer] = [parseIndicators(asked)[0]!, parseIndicators(offered)[0]!];
    expect(compareIndicator(target, offer)).toMatchObject({ status, finding });
  });

  it('takes roughness by one parameter for no roughness by another', () => {
    expect(nameSimilarity('表面粗糙度Ra', '粗糙度Rz')).toBe(0);
    expect(nameSimilarity('表面粗糙度Ra', '粗糙度Ra')).toBeGreaterThan(0.5);
    expect(nameSimilarity('表面粗糙度Ra', '粗糙度')).toBeGreaterThan(0.5);
  });
});
