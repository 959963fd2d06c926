import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIndicators, type QuantifiedIndicator } from '../../../src/core/indicators/indicators.ts';

/** Name, comparator, number or range with unit, change: what a person would copy into a table. */
function line({ name = '', comparator, value, high, unitKey, change }: QuantifiedIndicator): string {
  const numbers = high === undefined ? `${value}` : `${value}..${high}`;
  const ratio = change?.ratio === undefined ? '' : ` ×${Number(change.ratio.toFixed(3))}`;
  return `${name} ${comparator} ${numbers}${unitKey}${change ? ` ${change.direction}-${change.kind}${ratio}` : ''}`;
}
const lines = (text: string) => parseIndicators(text).map(line);

/** Text, what is read, why. */
type Golden = readonly [text: string, expected: readonly string[], why: string];

const COMPARED: readonly Golden[] = [
  ['温度均匀性≤±1℃', ['温度均匀性 ± 1°C'], 'a tolerance stays one behind ≤'],
  ['盘面温差±1℃以内', ['盘面温差 ± 1°C'], '以内 adds nothing to a tolerance'],
  ['吸附力不低于15kPa', ['吸附力 ≥ 15kPa'], '不低于 includes the bound'],
  ['打磨力波动不大于3N', ['打磨力波动 ≤ 3N'], '不大于 includes the bound'],
  ['误差不得超过0.5mm', ['误差 ≤ 0.5mm'], '不得 negates as 不 does'],
  ['含量低于30mg/kg', ['含量 < 30mg/kg'], '低于 excludes the bound'],
  ['强度大于600MPa', ['强度 > 600MPa'], '大于 excludes the bound'],
  ['寿命至少10000小时', ['寿命 ≥ 10000h'], '至少'],
  ['成本至多3万元', ['成本 ≤ 30000元'], '至多, and 万 is part of the number'],
  ['单件节拍3分钟以内', ['单件节拍 ≤ 3min'], '以内 behind the unit'],
  ['盐雾1500小时以上', ['盐雾 ≥ 1500h'], '以上 behind the unit'],
  ['崩刃1秒内停机', ['崩刃 ≤ 1s'], '内 behind a time'],
  ['配5mm内径管', ['配 = 5mm'], '内径 is another word'],
  ['能耗约4kWh', ['能耗 ≈ 4kWh'], '约 keeps the number'],
  ['密度3.1g/cm³左右', ['密度 ≈ 3.1g/cm3'], '左右'],
  ['累计停机400多小时', ['累计停机 > 400h'], '多 between number and unit'],
  ['效率>=95%', ['效率 ≥ 95%'], 'two signs in a row are one'],
  ['效率＞９５％', ['效率 > 95%'], 'full width'],
  ['转速≧3000r/min', ['转速 ≥ 3000r/min'], 'another spelling of ≥'],
  ['寿命：≥10年', ['寿命 ≥ 10年'], 'a colon before the sign'],
  ['抽速（L/s）≥500', ['抽速 ≥ 500L/s'], 'the unit in brackets behind the name, as tables write it'],
  ['准确率达到95%', ['准确率 ≥ 95%'], '达到 means at least'],
  ['功耗达到5W', ['功耗 ≤ 5W'], 'but at most for what is better when less'],
  ['极限压力优于1Pa', ['极限压力 ≤ 1Pa'], '优于: less is better for a limit pressure'],
  ['合格率优于99%', ['合格率 ≥ 99%'], '优于: more is better for a yield'],
  ['色差小于1.5', ['色差 < 1.5'], 'no unit, but a comparator and a name'],
  ['温差&lt;5℃', ['温差 < 5°C'], 'an entity of a web page is its sign'],
];

const NUMBERS: readonly Golden[] = [
  ['抽速500～700m³/h', ['抽速 ~ 500..700m3/h'], 'a range'],
  ['孔径0.4-0.6mm', ['孔径 ~ 0.4..0.6mm'], 'a hyphen between numbers with a unit'],
  ['负荷50%～100%', ['负荷 ~ 50..100%'], 'the unit twice'],
  ['粒径10nm至1μm', ['粒径 ~ 10..1000nm'], 'the second end in the unit of the first'],
  ['测温-40～300℃', ['测温 ~ -40..300°C'], 'a minus is no dash'],
  ['在零下二十度工作', [' = -20°C'], '零下 is a minus; 在 is no name'],
  ['NOx排放（15%氧）低于30mg/m³', ['NOx排放 < 30mg/m3'], 'a condition in brackets is part of the wording'],
  ['费用5～8万元', ['费用 ~ 50000..80000元'], '万 of the second end is for both'],
  ['长度100±5mm', ['长度 ~ 95..105mm'], 'a value with its tolerance is a range'],
  ['漏率≤1×10⁻³Pa·m³/s', ['漏率 ≤ 0.001Pa·m3/s'], 'raised digits'],
  ['漏率≤5×10^-3Pa·m3/s', ['漏率 ≤ 0.005Pa·m3/s'], 'a caret'],
  ['漏率≤10^-3Pa', ['漏率 ≤ 0.001Pa'], 'a power of ten alone'],
  ['漏率小于1E-10 Pa·m³/s', ['漏率 < 1e-10Pa·m3/s'], 'as programs write it'],
  ['寿命≥15,000小时', ['寿命 ≥ 15000h'], 'thousands separator'],
  ['误差5，300台', [], 'a Chinese comma separates no thousands, and 300台 is a count'],
  ['年产60万吨/年', ['年产 = 600000t/年'], '万 before a unit'],
  ['功率5千瓦', ['功率 = 5kW'], '千瓦 is a unit, not 5,000 watts in words'],
  ['造价2.5亿元', ['造价 = 250000000元'], '亿'],
  ['寿命十年', ['寿命 = 10年'], 'ideographs with a unit'],
  ['浪费一百二十吨', ['浪费 = 120t'], 'places in ideographs'],
  ['效率百分之九十五', ['效率 = 95%'], '百分之'],
  ['能耗三分之一', ['能耗 = 33.333333333333336%'], 'a fraction of two numerals'],
  ['速度每分钟一点五米', ['速度 = 1.5m/min'], '点 is the decimal point, 每分钟 the denominator'],
];

const CHANGES: readonly Golden[] = [
  ['热循环寿命提高1倍以上', ['热循环寿命 ≥ 1倍 up-by ×2'], '提高一倍 is twice as much'],
  ['热循环寿命提高一倍', ['热循环寿命 = 1倍 up-by ×2'], 'the same in ideographs'],
  ['成本降低30%', ['成本 = 30% down-by ×0.7'], 'a share less'],
  ['能耗减少三成', ['能耗 = 3成 down-by ×0.7'], '三成 is 30%'],
  ['停机时间缩短一半', ['停机时间 = 50% down-by ×0.5'], '一半 is 50%'],
  ['成品率翻番', ['成品率 = 1倍 up-by ×2'], '翻番'],
  ['产量翻两番', ['产量 = 3倍 up-by ×4'], 'twice doubled is four times'],
  ['能耗减半', ['能耗 = 0.5倍 down-by ×0.5'], '减半'],
  ['噪声降低5dB(A)', ['噪声 = 5dB(A) down-by'], 'an amount with a unit has no ratio'],
  ['至少提高30%', [' ≥ 30% up-by ×1.3'], 'the bound before the verb'],
  ['成本增加不超过5%', ['成本 ≤ 5% up-by ×1.05'], 'the bound behind the verb'],
  ['增重不超过20克', ['增重 ≤ 20g up-by'], 'a noun that says that something rises keeps its name'],
  ['交期达成率提高到90%', ['交期达成率 ≥ 90% up-to'], '提高到 is a target, not an amount'],
  ['铂用量降至0.2%', ['铂用量 ≤ 0.2% down-to'], '降至 is a target'],
  ['产量提高到3倍', ['产量 ≥ 3倍 up-to ×3'], 'three times as much, not four'],
  ['能耗降低到原来的60%', ['能耗 ≤ 60% down-to ×0.6'], 'of the old value, as the text says'],
  ['合格率由62%提高到91%', ['合格率 ≥ 91% up-to ×1.468'], 'from and to are one indicator'],
  ['热漂移由48微米降至6微米', ['热漂移 ≤ 6μm down-to ×0.125'], 'from and to with words for units'],
  ['单刀掘进由180m增至310m', ['单刀掘进 ≥ 310m up-to ×1.722'], 'a short verb with 至'],
  ['偏析指数由1.18降至1.06', ['偏析指数 ≤ 1.06 down-to ×0.898'], 'without a unit'],
  [
    '磨损量较常规H13刀圈降低40%',
    ['磨损量 = 40% down-by ×0.6'],
    'what it is compared with is no part of the name',
  ],
  ['全省30项', [], '省 alone is no verb, and 项 counts'],
];

const UNITS: readonly Golden[] = [
  ['温度≥5 ℃', ['温度 ≥ 5°C'], 'a space before the unit'],
  ['温度≥5°C，温度≥5度，温度≥5摄氏度', ['温度 ≥ 5°C', '温度 ≥ 5°C', '温度 ≥ 5°C'], 'spellings of one unit'],
  ['厚度≤5毫米；厚度≤5mm；厚度≤5MM', ['厚度 ≤ 5mm', '厚度 ≤ 5mm', '厚度 ≤ 5mm'], 'words and wrong case'],
  ['功率≥5KW', ['功率 ≥ 5kW'], 'wrong case'],
  ['强度≥5Mpa', ['强度 ≥ 5MPa'], 'wrong case of two letters'],
  ['导热系数≤0.022W/(m·K)', ['导热系数 ≤ 0.022W/(m·K)'], 'brackets of a denominator'],
  ['导热系数≤0.022W/m·K', ['导热系数 ≤ 0.022W/(m·K)'], 'all behind the slash divides'],
  ['电耗≤4.3kWh/Nm³', ['电耗 ≤ 4.3kWh/Nm3'], 'normal cubic metres are no newton metres'],
  ['扭矩≥50Nm', ['扭矩 ≥ 50N·m'], 'newton metres'],
  ['采样率≥500kS/s', ['采样率 ≥ 500kS/s'], 'samples'],
  ['费用≤6000元/m³', ['费用 ≤ 6000元/m3'], 'money by volume'],
  ['停机≤3天/台', ['停机 ≤ 3d/台'], 'a counted thing as denominator'],
  ['腐蚀速率≤0.3mm/a', ['腐蚀速率 ≤ 0.3mm/年'], 'a as year, in a denominator only'],
  ['耗电≤2kW·h', ['耗电 ≤ 2kWh'], 'a dot in an energy'],
  ['硬度58～62HRC', ['硬度 ~ 58..62HRC'], 'a scale'],
  ['黏度≤200mPa·s', ['黏度 ≤ 200mPa·s'], 'a product'],
];

const NOT_READ: readonly Golden[] = [
  ['2027年12月31日前完成', [], 'a date'],
  ['2027-12-31', [], 'a date with hyphens'],
  ['电话024-23456789', [], 'a telephone number'],
  ['TC4钛合金、18Ni300粉末、GB/T 2260-2007', [], 'codes'],
  ['第3代3D打印', [], 'an ordinal and a code'],
  ['板厚320×425mm', [], 'a size'],
  ['调节比1:6，速率为1/20', [], 'a ratio and a fraction'],
  ['五轴机床26台', [], 'a count that nothing compares'],
  ['三元闭式叶轮，二成分，一次成形，十分重要', [], 'words that hold numerals'],
  ['数十台，几十年，上百吨', [], 'guesses'],
  ['北纬41～46度', [], 'a latitude is no temperature'],
  ['近三四年', [], 'another guess'],
  ['', [], 'nothing'],
];

describe.each([
  ['comparators', COMPARED],
  ['numbers', NUMBERS],
  ['changes', CHANGES],
  ['units', UNITS],
  ['what is no indicator', NOT_READ],
])('parseIndicators reads %s:', (_, goldens) => {
  it.each(goldens)('%s (%s)', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});

describe('parseIndicators', () => {
  it('tells where an indicator stands in the text as given', () => {
    const text = '要求：吸附力不低于１５kPa，其他。';
    const [found] = parseIndicators(text);
    expect(found).toEqual({
      name: '吸附力',
      comparator: '≥',
      value: 15,
      unit: 'kPa',
      unitKey: 'kPa',
      base: { unit: 'Pa', factor: 1000, value: 15000 },
      raw: '吸附力不低于１５kPa',
      start: 3,
      end: 14,
    });
    expect(text.slice(found!.start, found!.end)).toBe(found!.raw);
  });

  it('converts units of one dimension to one base', () => {
    const bases = (text: string) => parseIndicators(text).map(({ base }) => base?.value);
    expect(bases('厚≤5000μm，厚≤5mm，厚≤0.5厘米，厚≤0.005m')).toEqual([0.005, 0.005, 0.005, 0.005]);
    expect(bases('重≤2t，重≤2000公斤')).toEqual([2000, 2000]);
    expect(bases('时间≤2h，时间≤120min，时间≤7200秒')).toEqual([7200, 7200, 7200]);
    expect(bases('功率≥0.5MW，功率≥500千瓦')).toEqual([500000, 500000]);
    expect(bases('强度≥0.5GPa，强度≥500兆帕')).toEqual([5e8, 5e8]);
    expect(bases('提高1倍，提高100%，提高十成')).toEqual([100, 100, 100]);
    expect(bases('密度≥3.1g/cm³，密度≥3100kg/m³')).toEqual([3100, 3100]);
    expect(bases('流量≥60L/min，流量≥0.001m³/s')).toEqual([0.001, 0.001]);
  });

  it('reads every comparator of a number that it writes itself', () => {
    const signs = ['≥', '≤', '>', '<', '±', '='] as const;
    const units = ['mm', '℃', 'MPa', '%', '小时', 'm³/h', 'kWh/Nm³', ''];
    const number = fc.oneof(
      fc.integer({ min: 0, max: 1e9 }),
      fc.double({ min: 1e-6, max: 1e6, noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...signs), number, fc.constantFrom(...units), (sign, value, unit) => {
        fc.pre(!(sign === '=' && unit === ''));
        const found = parseIndicators(`其中吸附力${sign}${value}${unit}，其余不变`);
        expect(found.map(({ name, comparator, value, unit }) => [name, comparator, value, unit])).toEqual([
          ['吸附力', sign, value, unit],
        ]);
      }),
      { numRuns: 300 },
    );
  });
});

/** Pieces that make the readers look far or back. */
const PIECES =
  '1|12|1,111|±|℃|mm|不低于|不超过|1×10|⁻³|^-3|1e5|由|提高到|降至|降低|倍|成|(|)|（|一|一百|百分之|翻番|半|<p |<b>|&lt;|~|～|-|至|的|m/|/|W/(m·K)|.|，|。|、|较|年|2027年|\n| |０|％|以上|以内|内|多|万|亿|第|T|\ud800|\udc00|😀|零|两|点|°|²|:|x|*|"'.split(
    '|',
  );

describe('parseIndicators on any text', () => {
  const anyText = fc.oneof(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  it('gives finite numbers, places in order that do not overlap, and the words that stand there', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end, raw, value, high = value, base, name } of parseIndicators(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(raw);
          expect(Number.isFinite(value) && Number.isFinite(high) && high >= value).toBe(true);
          expect(base === undefined || Number.isFinite(base.value)).toBe(true);
          expect(name === undefined || raw.startsWith(name)).toBe(true);
          last = end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('reads a full-width text as it reads its half-width form', () => {
    const wide = (text: string) =>
      text.replace(/[!-+\--~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES.filter((piece) => !/[<&]/.test(piece)))), (pieces) => {
        const text = pieces.join('');
        expect(lines(wide(text)).map((found) => found.normalize('NFKC'))).toEqual(
          lines(text).map((found) => found.normalize('NFKC')),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('reads the same behind a full stop as alone', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES.filter((piece) => !/[<&]/.test(piece)))), (pieces) => {
        const text = pieces.join('');
        expect(lines(`前文没有数。${text}`)).toEqual(lines(text));
      }),
      { numRuns: 500 },
    );
  });

  it('answers on long repetitions, which a backtracking pattern would not survive', () => {
    const LENGTH = 20_000;
    for (const piece of [...PIECES, '1 ', '1-', '1~', '(1)', '由1%', '1×10', '一点', '较1%降低', '1,111,']) {
      const text = piece.repeat(Math.ceil(LENGTH / piece.length));
      expect(parseIndicators(text).every(({ end }) => end <= text.length)).toBe(true);
    }
  });
});
