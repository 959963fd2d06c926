import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher, createWeigher, openMatcher } from '../../../src/index.ts';
import { sortThenSlice } from '../../reference.ts';

interface Texts {
  readonly title: string;
  readonly text?: string;
}

/** Outcomes of the conditions of a pair: `exclusion met`. */
function outcomes(demand: Texts, supply: Texts): string[] {
  const matcher = createMatcher([{ id: 'r', ...supply }]);
  const [match] = matcher.match({ id: 'q', ...demand }).matches;
  return (match?.conditions ?? []).map(({ kind, outcome }) => `${kind} ${outcome}`).sort();
}

describe('a condition', () => {
  it.each<[Texts, Texts, readonly string[], string]>([
    [
      { title: '永磁电机', text: '转子不用稀土。' },
      { title: '稀土永磁电机' },
      ['exclusion failed'],
      'what is ruled out stands in the title',
    ],
    [
      { title: '永磁电机', text: '转子不用稀土。' },
      { title: '铁氧体永磁电机', text: '不含稀土。' },
      ['exclusion met'],
      'both rule it out',
    ],
    [{ title: '永磁电机', text: '转子不用稀土。' }, { title: '铁氧体永磁电机' }, [], 'nothing is said of it'],
    [
      { title: '除锈', text: '车间里不用酸洗。' },
      { title: '酸洗废水处理与除锈' },
      [],
      'the waste of it is not it',
    ],
    [
      { title: '阀门检修', text: '不停机完成。' },
      { title: '阀门检修', text: '需停机两天。' },
      ['exclusion failed'],
      'an operation that is stopped',
    ],
    [
      { title: '含铬废水处理', text: '出水总铬≤0.5mg/L。' },
      { title: '含铬废水处理', text: '出水总铬0.1mg/L。' },
      ['quantity met'],
      'a figure within the bound',
    ],
    [
      { title: '含铬废水处理', text: '出水总铬≤0.5mg/L。' },
      { title: '含铬废水处理', text: '出水总铬降到10mg/L。' },
      ['quantity failed'],
      'a figure beyond it',
    ],
    [
      { title: '含铬废水处理', text: '出水总铬≤500μg/L。' },
      { title: '含铬废水处理', text: '出水总铬0.52mg/L。' },
      ['quantity near'],
      'a near miss, in another unit',
    ],
    [
      { title: '烘干机', text: '现在温度60℃，噪声不大于70dB。' },
      { title: '烘干机', text: '温度80℃。' },
      [],
      'how things are is no target',
    ],
    [
      { title: '检测设备', text: '要求技术成熟，可直接上线。' },
      { title: '检测设备', text: '已在多家工厂批量应用。' },
      ['maturity met'],
      'in use',
    ],
    [
      { title: '检测设备', text: '要求技术成熟，可直接上线。' },
      { title: '检测设备', text: '处于实验室阶段。' },
      ['maturity failed'],
      'in the laboratory',
    ],
    [
      { title: '巡逻机器人', text: '要带防爆证。' },
      { title: '巡逻机器人', text: '不具备防爆条件。' },
      ['limit failed'],
      'what it lacks is named',
    ],
    [{ title: '含铬废水治理' }, { title: '含铬废水在线分析仪' }, ['purpose failed'], 'it only measures'],
    [{ title: '含铬废水在线监测' }, { title: '含铬废水在线分析仪' }, [], 'measuring is asked for'],
    [
      { title: '含铬废水治理' },
      { title: '含铬废水检测室用排风柜' },
      [],
      'the head decides, not what stands before it',
    ],
  ])('of %j, with %j: %j: %s', (demand, supply, expected) => {
    expect(outcomes(demand, supply)).toEqual(expected);
  });

  it('shifts the score, is listed with what it adds, and is left out by weight', () => {
    const records = [
      { id: 'with', title: '稀土永磁电机' },
      { id: 'without', title: '铁氧体永磁电机', text: '不含稀土。' },
    ];
    const demand = { id: 'q', title: '永磁电机', text: '转子不用稀土。' };
    const matcher = createMatcher(records);
    const { score, signals, conditions } = matcher.explain(demand, 'with');
    const product = signals.reduce((sum, { value }) => sum + value, 0);
    expect(conditions[0]!.value).toBeLessThan(0);
    expect(product + conditions.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(score, 12);
    expect(matcher.match(demand).matches[0]!.id).toBe('without');
    const plain = createMatcher(records, { conditions: { exclusion: 0 } }).explain(demand, 'with');
    expect(plain.conditions).toEqual([]);
    expect(plain.score).toBeCloseTo(product, 12);
  });

  it('of a mistyped kind or weight is refused', () => {
    expect(() => createMatcher([], { conditions: { exclusions: 1 } as never })).toThrow('exclusion');
    expect(() => createMatcher([], { conditions: { quantity: -1 } })).toThrow('conditions.quantity');
    expect(() => createMatcher([], { conditions: { quantity: 9 } })).toThrow('conditions.quantity');
  });
});

const PIECES = [
  '永磁电机',
  '含铬废水',
  '阀门',
  '烘干',
  '不用稀土',
  '稀土',
  '不含铬',
  '六价铬',
  '不停机',
  '停机检修',
  '总铬≤0.5mg/L',
  '总铬0.1mg/L',
  '总铬10mg/L',
  '噪声不大于70dB',
  '噪声65dB',
  '要求技术成熟',
  '已批量应用',
  '实验室阶段',
  '温度80℃',
  '不具备停机条件',
  '阀门泄漏检测仪',
  '阀门管理系统',
];
const text = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join('，'));
const records = fc
  .array(text, { minLength: 1, maxLength: 60 })
  .map((texts) => texts.map((one, i) => ({ id: `r${i}`, title: one })));

describe('ranking with conditions', () => {
  it('returns the true top k, in both directions, for any limit and least score', () => {
    let shifted = 0;
    fc.assert(
      fc.property(
        records,
        text,
        fc.nat({ max: 5 }),
        fc.double({ min: 0, max: 0.6, noNaN: true }),
        fc.boolean(),
        (rows, query, limit, minScore, turned) => {
          const side = turned ? 'demand' : 'achievement';
          const matcher = createMatcher(rows, { side } as never);
          const asked = { id: 'q', title: query };
          const finals = rows.map(({ id }) => {
            const { score, conditions } = matcher.explain(asked, id);
            shifted += conditions.length;
            return score;
          });
          const { matches } = matcher.match(asked, { limit, minScore });
          expect(matches.map(({ index }) => index)).toEqual(sortThenSlice(finals, limit, minScore));
          expect(matches.map(({ score }) => score)).toEqual(matches.map(({ index }) => finals[index]));
          const { total } = matcher.match(asked, { limit, minScore, total: true });
          expect(total).toBe(sortThenSlice(finals, Number.POSITIVE_INFINITY, minScore).length);
        },
      ),
      { numRuns: 60 },
    );
    expect(shifted).toBeGreaterThan(40);
  });

  it('gives the same number in either direction, without an index, and from a saved one', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const demand = { id: 'd', kind: 'demand', title: one } as const;
        const supply = { id: 'a', kind: 'achievement', title: other } as const;
        const own = createMatcher([supply]);
        const { statistics } = own;
        const there = createMatcher([demand], { side: 'demand', statistics });
        const weigher = createWeigher({ statistics });
        const { score } = own.explain(demand, 'a');
        expect(there.explain(supply, 'd').score).toBe(score);
        expect(weigher.score(demand, supply)).toBe(score);
        expect(weigher.explain(demand, supply).conditions).toEqual(own.explain(demand, 'a').conditions);
        expect(openMatcher(own.save()).explain(demand, 'a').score).toBe(score);
      }),
      { numRuns: 60 },
    );
  });
});
