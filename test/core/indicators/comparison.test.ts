import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIndicator } from '../../../src/core/indicators/compare-indicators.ts';
import { parseIndicators } from '../../../src/core/indicators/indicators.ts';
import { indicatorsOf, OFFER_FIELDS, TARGET_FIELDS } from '../../../src/core/indicators/record-indicators.ts';
import { isSameQuantity, nameSimilarity } from '../../../src/core/indicators/same-quantity.ts';

function compare(required: string, offered: string) {
  const [[target], [offer]] = [parseIndicators(required), parseIndicators(offered)];
  const { status, finding, margin } = compareIndicator(target!, offer!);
  return margin === undefined ? [status, finding] : [status, margin];
}

describe('compareIndicator', () => {
  it.each<[string, string, readonly [string, number | string], string]>([
    ['吸附力不低于15kPa', '吸附力大于20kPa', ['met', 5], 'a better bound'],
    ['吸附力不低于15kPa', '吸附力12kPa', ['failed', -3], 'a value below the bound'],
    ['吸附力不低于15kPa', '吸附力不低于12kPa', ['failed', -3], 'a promise of 12 does not cover 15'],
    ['吸附力不低于15kPa', '吸附力0.02MPa', ['met', 5], 'units are converted to that of the target'],
    [
      '吸附力不低于15kPa',
      '吸附力不超过20kPa',
      ['unknown', 'open-bound'],
      'a limit from above leaves it open',
    ],
    ['吸附力不低于15kPa', '吸附力不超过10kPa', ['failed', -5], 'a limit below the target excludes it'],
    ['NOx低于30mg/m³', 'NOx低于30mg/m³', ['met', 0], 'the same promise'],
    ['NOx低于30mg/m³', 'NOx不高于30mg/m³', ['failed', 0], '30 itself is not below 30'],
    ['NOx低于30mg/m³', 'NOx低于25mg/m³', ['met', 5], 'less is better under an upper bound'],
    ['抽速500～700m³/h', '抽速600m³/h', ['met', 100], 'inside of a range'],
    ['抽速500～700m³/h', '抽速450m³/h', ['failed', -50], 'below a range'],
    ['抽速500～700m³/h', '抽速450～600m³/h', ['unknown', 'open-bound'], 'a range that sticks out'],
    ['盘面温差±1℃', '盘面温度均匀性±0.8℃', ['met', 0.2], 'a narrower tolerance'],
    ['误差不大于0.3mm', '误差±0.2mm', ['met', 0.1], 'a tolerance bounds a deviation'],
    ['误差不大于0.3mm', '误差0.2mm', ['met', 0.1], 'a value under an upper bound'],
    ['温度±1℃', '温度25℃', ['unknown', 'other-kind'], 'a temperature is no deviation'],
    ['寿命十年', '寿命8年', ['failed', -2], 'a bare number of a life is asked for at least'],
    ['误检率5%', '误检率低于2%', ['met', 3], 'a bare number of false alarms at most'],
    ['炉温850℃', '炉温900℃', ['unknown', 'no-direction'], 'of a temperature nobody knows which is better'],
    ['炉温850℃', '炉温850℃', ['met', 0], 'but the same is the same'],
    ['寿命提高1倍以上', '寿命提高120%', ['met', 20], 'shares of the old value, in percent'],
    ['寿命提高1倍以上', '寿命由180m增至310m', ['failed', -27.7777778], 'from and to give a share'],
    ['寿命提高1倍以上', '寿命提高到3倍', ['met', 100], 'three times is an increase by 200%'],
    ['寿命提高1倍以上', '寿命10年', ['unknown', 'other-kind'], 'a value tells of no change'],
    ['寿命10年', '寿命提高1倍', ['unknown', 'other-kind'], 'and a change of no value'],
    ['成本降低三成', '成本下降20%', ['failed', -10], 'a bare change is asked for at least'],
    ['成本增加不超过5%', '成本增加3%', ['met', 2], 'a limited change'],
    ['噪声降低5dB(A)', '噪声降低7dB', ['met', 2], 'decibels by decibels'],
    ['噪声降低5dB(A)', '噪声降低30%', ['unknown', 'other-unit'], 'decibels by percent'],
    ['合格率提高到90%', '合格率由62%提高到91%', ['met', 1], 'targets are values'],
    ['效率不低于0.8', '效率82%', ['unknown', 'other-unit'], 'a share without % is not guessed'],
  ])('%s / %s → %s (%s)', (required, offered, expected) => {
    expect(compare(required, offered)).toEqual(expected);
  });

  const bound = fc.constantFrom('≥', '≤', '>', '<', '~', '=', '±');
  const number = fc.integer({ min: 1, max: 50 });
  const indicator = fc
    .tuple(bound, number, number)
    .map(([sign, a, b]) => (sign === '~' ? `误差${a}～${a + b}mm` : `误差${sign}${a}mm`));

  it('agrees with the naive reading: an offer meets where all that it leaves possible is allowed', () => {
    /** What a statement allows, on a grid of halves; a bound of an offer counts as its worst value. */
    const GRID = Array.from({ length: 240 }, (_, i) => i / 2);
    const allows = (text: string) => {
      const [, sign, from, to] = /^误差([≥≤><=±]?)(\d+)(?:～(\d+))?mm$/.exec(text)!;
      const [low, high] = [Number(from), Number(to ?? from)];
      return (x: number) => {
        if (sign === '≥') return x >= low;
        if (sign === '>') return x > low;
        if (sign === '<') return x < low;
        // Less of an error is better, so that a bare target is an upper bound.
        return sign === '' ? x >= low && x <= high : x <= low;
      };
    };
    fc.assert(
      fc.property(indicator, indicator, (required, offered) => {
        const { status } = compareIndicator(parseIndicators(required)[0]!, parseIndicators(offered)[0]!);
        const allowed = allows(required);
        const isValue = /=/.test(offered);
        const possible = GRID.filter((x) =>
          isValue ? x === Number(/\d+/.exec(offered)![0]) : allows(offered)(x),
        );
        if (status === 'met') expect(possible.every(allowed)).toBe(true);
        if (possible.every((x) => !allowed(x))) expect(status).not.toBe('met');
        if (status === 'failed') expect(possible.every(allowed)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('is met by itself, and a margin has the sign of the status', () => {
    fc.assert(
      fc.property(indicator, indicator, (a, b) => {
        const [[one], [other]] = [parseIndicators(a), parseIndicators(b)];
        expect(compareIndicator(one!, one!).status).toBe('met');
        const { status, margin } = compareIndicator(one!, other!);
        expect(margin === undefined).toBe(status === 'unknown');
        if (status === 'met') expect(margin).toBeGreaterThanOrEqual(0);
        if (status === 'failed') expect(margin).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same status whatever unit either side is written in', () => {
    const [mm, other] = [
      fc.constantFrom('mm', '毫米'),
      fc.constantFrom(['μm', 1000], ['cm', 0.1], ['m', 0.001]),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom('≥', '≤', '>', '<'),
        number,
        bound,
        number,
        mm,
        other,
        (sign, a, by, b, unit, to) => {
          const offer = by === '~' ? `误差${b}～${b + 1}mm` : `误差${by}${b}mm`;
          const [name, factor] = to as [string, number];
          const converted = `误差${sign}${Number((a * factor).toPrecision(10))}${name}`;
          expect(compare(converted, offer)[0]).toBe(compare(`误差${sign}${a}${unit}`, offer)[0]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('nameSimilarity', () => {
  it.each([
    ['磨损量估计误差', '磨损误差', true, 'the shorter name is in the longer one'],
    ['盘面温差', '盘面温度均匀性', true, 'two of three pairs'],
    ['一次合格率', '大型接头件一次成形合格率', true, 'three of four pairs'],
    ['NOx', '负荷范围NOx排放', true, 'a Latin word'],
    ['VOC', 'VOC含量', true, 'a Latin word'],
    ['检出率', '误检率', false, '误 turns the name'],
    ['漏检率', '误检率', false, '漏 turns it another way'],
    ['锂收率', '锂吸收率', false, 'what is taken up is no yield'],
    ['合格率', '不合格率', false, '不 turns the name'],
    ['测量误差', '定位误差', false, 'one of three pairs'],
    ['寿命', '强度', false, 'nothing shared'],
  ])('of %s and %s is enough: %s %s (%s)', (a, b, expected) => {
    expect(isSameQuantity({ name: a }, { name: b })).toBe(expected);
    expect(isSameQuantity({ name: b }, { name: a })).toBe(expected);
  });

  it('is 1 for a name and itself, 0 without a name, symmetric and in [0, 1]', () => {
    const name = fc.array(fc.constantFrom('合', '格', '率', '误', '差', 'NOx', ' ', 'T'), { maxLength: 6 });
    expect(nameSimilarity(undefined, '寿命')).toBe(0);
    fc.assert(
      fc.property(name, name, (one, other) => {
        const [a, b] = [one.join(''), other.join('')];
        const similarity = nameSimilarity(a, b);
        expect(similarity).toBe(nameSimilarity(b, a));
        expect(similarity >= 0 && similarity <= 1).toBe(true);
        expect(nameSimilarity(a, a)).toBe(1);
      }),
    );
  });
});

describe('indicatorsOf', () => {
  it('reads the fields of a record, and says which', () => {
    const demand = {
      id: 'D',
      title: '泵',
      indicators: '抽速≥500L/s',
      expectedOutcome: '寿命十年，噪声低于60dB',
    };
    expect(indicatorsOf(demand, TARGET_FIELDS).map(({ field, name, value }) => [field, name, value])).toEqual(
      [
        ['indicators', '抽速', 500],
        ['expectedOutcome', '寿命', 10],
        ['expectedOutcome', '噪声', 60],
      ],
    );
    expect(indicatorsOf(demand, OFFER_FIELDS)).toHaveLength(1);
  });

  it('takes indicators in parts as they are, and reads their wording where parts are missing', () => {
    const record = {
      id: 'A',
      title: '炉',
      indicators: [
        { raw: '温度均匀性≤±1℃', name: '温度均匀性', comparator: '±', value: 1, unit: '℃' },
        { raw: '寿命不低于10年', name: '寿命' },
        '抽速≥500L/s',
        { raw: '亮度500坎', name: '亮度', value: 500, unit: '坎' },
      ],
    };
    const found = indicatorsOf(record, OFFER_FIELDS);
    expect(
      found.map(({ field, name, comparator, value, unitKey }) => [field, name, comparator, value, unitKey]),
    ).toEqual([
      ['indicators[0]', '温度均匀性', '±', 1, '°C'],
      ['indicators[1]', '寿命', '≥', 10, '年'],
      ['indicators[2]', '抽速', '≥', 500, 'L/s'],
      // A unit that is not known stays as it is, and compares with itself.
      ['indicators[3]', '亮度', '=', 500, '坎'],
    ]);
    expect(found[0]?.base).toEqual({ unit: '°C', factor: 1, value: 1 });
    expect(found[3]?.base).toBeUndefined();
  });

  it('finds nothing in fields that are absent or hold something else', () => {
    const odd = { id: 'A', title: '', indicators: [{ raw: '' }], abstract: 5 } as never;
    expect(indicatorsOf(odd, [...OFFER_FIELDS, '__proto__', 'constructor'])).toEqual([]);
  });
});
