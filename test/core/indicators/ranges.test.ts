import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIndicator } from '../../../src/core/indicators/compare-indicators.ts';
import { parseIndicators } from '../../../src/core/indicators/indicators.ts';
import { rangeUse } from '../../../src/core/indicators/range-use.ts';

const read = (text: string) => parseIndicators(text)[0]!;

describe('a range that is asked for', () => {
  // Capabilities are to hold it, deviations, products and processes to lie inside; else both readings must agree.
  it.each([
    ['工作温度-40～85℃', '工作温度-55～125℃', 'met'],
    ['工作温度-40～85℃', '工作温度-20～60℃', 'failed'],
    ['工作温度-40～85℃', '工作温度范围：-55℃～+125℃', 'met'],
    ['使用环境温度-10～50℃', '使用环境温度-20~60℃', 'met'],
    ['储存温度-20～60℃', '储存温度0～40℃', 'failed'],
    ['输入电压AC 180～260V', '输入电压85～265V', 'met'],
    ['工作电压220V', '工作电压85～265V', 'met'],
    ['工作电压380V', '工作电压85～265V', 'failed'],
    ['量程0～10MPa', '量程0～25MPa', 'met'],
    ['量程0～10MPa', '量程0～6MPa', 'failed'],
    ['测量范围0.1～100μm', '测量范围0.05～500μm', 'met'],
    ['转速范围100～3000r/min', '转速范围500～2000r/min', 'failed'],
    ['频率范围1～6GHz', '频率范围0.5～8GHz', 'met'],
    ['适用管径50～300mm', '适用管径30～500mm', 'met'],
    ['适用管径50～300mm', '适用管径80～200mm', 'failed'],
    ['适应工件偏差±3mm', '适应工件偏差±5mm', 'met'],
    ['适应工件偏差±3mm', '适应工件偏差±2mm', 'failed'],
    ['定位误差±0.05mm', '定位误差±0.02mm', 'met'],
    ['定位误差±0.05mm', '定位误差±0.1mm', 'failed'],
    ['温度波动控制在±2℃以内', '温度波动±1℃', 'met'],
    ['出水pH控制在6～9', '出水pH 6.5～8.5', 'met'],
    ['出水pH控制在6～9', '出水pH 5～10', 'unknown'],
    ['碳含量0.10～0.30%', '碳含量0.15～0.25%', 'met'],
    ['碳含量0.10～0.30%', '碳含量0.05～0.5%', 'unknown'],
    ['碳含量0.10～0.30%', '碳含量0.5～0.8%', 'failed'],
    ['车间温度控制在20～25℃', '车间温度22～24℃', 'met'],
    ['车间温度控制在20～25℃', '车间温度10～40℃', 'unknown'],
    ['炉温800～900℃', '炉温700～1000℃', 'unknown'],
    ['炉温800～900℃', '炉温820～880℃', 'unknown'],
    ['炉温800～900℃', '炉温800～900℃', 'met'],
    ['炉温800～900℃', '炉温1000～1100℃', 'failed'],
    ['寿命5～8年', '寿命10年', 'met'],
    ['寿命5～8年', '寿命3年', 'failed'],
    ['能耗30～40kWh', '能耗20kWh', 'met'],
    ['效率85～90%', '效率80～95%', 'unknown'],
    ['产量提高20～30%', '产量提高40%', 'met'],
    ['成本降低30%', '成本降低20～40%', 'unknown'],
    ['成本降低30%', '成本降低35～40%', 'met'],
    ['粒径2～5μm', '粒径3～4μm', 'met'],
    ['适用粒径2～50μm', '适用粒径1～100μm', 'met'],
    ['涂层厚度200～300μm', '涂层厚度250μm', 'met'],
    ['误差范围±0.5%', '误差范围±0.2%', 'met'],
    ['检测精度范围0.1～0.5mm', '检测精度范围0.2～0.4mm', 'met'],
    ['电压波动±10%', '电压波动±5%', 'met'],
    ['适应电压波动±10%', '适应电压波动±15%', 'met'],
    ['工作湿度20～90%', '工作湿度10～95%', 'met'],
    ['耐温-50～200℃', '耐温-60～260℃', 'met'],
    ['水分8～12%', '水分9～11%', 'met'],
    ['测温范围-20～500℃', '测温范围-50～1200℃', 'met'],
    ['功率密度2～3kW/kg', '功率密度4kW/kg', 'met'],
    ['运行负荷30%～100%', '运行负荷20%～110%', 'met'],
  ])('%s, offered %s: %s', (required, offered, status) => {
    expect(compareIndicator(read(required), read(offered)).status).toBe(status);
  });

  it('is told with the room at the narrower end, or with what is missing', () => {
    const margin = (a: string, b: string) => compareIndicator(read(a), read(b)).margin;
    expect(margin('工作温度-40～85℃', '工作温度-55～125℃')).toBe(15);
    expect(margin('工作温度-40～85℃', '工作温度-20～60℃')).toBe(-25);
    expect(margin('工作温度-40～85℃', '工作温度-40～85℃')).toBe(0);
    expect(margin('量程0～10MPa', '量程0～25000kPa')).toBe(0);
  });

  it('is left open by one end alone, which can only fall short', () => {
    const finding = (a: string, b: string) => compareIndicator(read(a), read(b)).finding;
    expect(finding('工作温度-40～85℃', '工作温度不超过100℃')).toBe('open-bound');
    expect(finding('工作温度-40～85℃', '工作温度不超过60℃')).toBe('missed');
    expect(finding('工作温度-40～85℃', '工作温度85℃')).toBe('open-bound');
    expect(finding('工作温度-40～85℃', '工作温度±1℃')).toBe('other-kind');
    expect(finding('炉温800～900℃', '炉温820～880℃')).toBe('range-use');
  });

  it('meets a capability where it holds every point, and a window where none lies outside', () => {
    const ends = fc.tuple(fc.integer({ min: -60, max: 200 }), fc.integer({ min: 1, max: 90 }));
    fc.assert(
      fc.property(ends, ends, fc.constantFrom('工作温度', '温度误差', '炉温'), (a, b, name) => {
        const [[low, wide], [from, far]] = [a, b];
        const text = (start: number, length: number) => `${name}${start}～${start + length}℃`;
        const { status } = compareIndicator(read(text(low, wide)), read(text(from, far)));
        const holds = from <= low && from + far >= low + wide;
        const inside = from >= low && from + far <= low + wide;
        if (name === '工作温度') expect(status).toBe(holds ? 'met' : 'failed');
        else if (name === '温度误差') expect(status === 'met').toBe(inside);
        else expect(status === 'met').toBe(holds && inside);
      }),
      { numRuns: 500 },
    );
  });
});

describe('rangeUse', () => {
  it.each([
    ['工作温度-40～85℃', 'covers'],
    ['工作温度控制在20～25℃', 'within'],
    ['测量范围0～5m', 'covers'],
    ['测量范围误差0～5mm', 'within'],
    ['可补偿偏差±3mm', 'covers'],
    ['可补偿误差±3mm', 'within'],
    ['可加工直径50～300mm', 'covers'],
    ['补偿精度±3mm', 'within'],
    ['固含量40～45%', 'within'],
    ['烧结温度1100～1200℃', 'within'],
    ['寿命5～8年', 'at-least'],
    ['能耗30～40kWh', 'at-most'],
    ['故障频率1～2Hz', undefined],
    ['厚度2～5mm', undefined],
  ])('of %s is %s', (text, use) => {
    expect(rangeUse(read(text))).toBe(use);
  });
});
