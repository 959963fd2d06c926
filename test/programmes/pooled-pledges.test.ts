import { countPledges, type Pledge, type PledgeGoal, rows } from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFen } from '../../src/programmes/pooled/cost-split.ts';

const GOAL: PledgeGoal = { id: 'J1', title: '高盐废水', by: '2026-06-30' };
const signed = (...pledges: Partial<Pledge>[]): Pledge[] =>
  pledges.map((pledge, i) => ({
    id: `P${i + 1}`,
    goalId: 'J1',
    firm: `${'甲乙丙丁戊'[i]}厂`,
    on: '2026-03-01',
    ...pledge,
  }));
const count = (goal: Partial<PledgeGoal>, pledges: readonly Pledge[], asOf = '2026-05-01') =>
  countPledges([{ ...GOAL, ...goal }], pledges, { asOf })[0]!;

describe('pledges for a joint development', () => {
  const least = { firms: 3, quantity: 10, sum: 500_000 };

  it('go when firms, quantity and sum have come together', () => {
    const enough = signed({ quantity: 4, sum: 200_000 }, { quantity: 3, sum: 300_000 }, { quantity: 3 });
    expect(count({ least }, enough)).toMatchObject({
      state: 'go',
      firms: 3,
      quantity: 10,
      sum: 500_000,
      withoutSum: 1,
      missing: { firms: 0, quantity: 0, sum: 0 },
    });
    const few = enough.slice(0, 2);
    expect(count({ least }, few)).toMatchObject({
      state: 'open',
      missing: { firms: 1, quantity: 3, sum: 0 },
      reason: { zh: '还差1家企业、数量3，2026-06-30截止。' },
    });
    expect(count({ least }, few, '2026-06-30').state).toBe('open');
    expect(count({ least }, few, '2026-07-01')).toMatchObject({
      state: 'no-go',
      reason: { zh: '到2026-06-30仍差1家企业、数量3。' },
    });
  });

  it('count from their day until they are withdrawn, and not after the last day', () => {
    const pledges = signed(
      { on: '2026-05-02' },
      { on: '2026-07-01' },
      { withdrawnOn: '2026-05-01' },
      { withdrawnOn: '2026-05-02' },
    );
    const statuses = (asOf: string) => count({}, pledges, asOf).pledges.map(({ status }) => status);
    expect(statuses('2026-05-01')).toEqual(['not-yet', 'late', 'withdrawn', 'counts']);
    expect(statuses('2026-08-01')).toEqual(['counts', 'late', 'withdrawn', 'withdrawn']);
  });

  it('of one firm count once where they say the same, and not at all where they differ', () => {
    const twice = signed(
      { firm: '甲有限公司', sum: 100 },
      { firm: '甲公司', sum: 100 },
      { firm: '乙厂', sum: 100 },
      { firm: '乙厂', sum: 200 },
    );
    const found = count({}, twice);
    expect(found.pledges.map(({ status }) => status)).toEqual([
      'counts',
      'duplicate',
      'conflict',
      'conflict',
    ]);
    expect([found.firms, found.sum]).toEqual([1, 100]);
    const settled = twice.map((one) => (one.id === 'P3' ? { ...one, withdrawnOn: '2026-04-01' } : one));
    expect(count({}, settled)).toMatchObject({ firms: 2, sum: 300 });
  });

  it('split the cost to the fen, and tell what rounding did', () => {
    const { split } = count({ cost: 100 }, signed({}, {}, { sum: 33 }));
    expect(
      split!.parts.map(({ firm, pays, rounding, exceedsSum }) => [firm, pays, rounding, exceedsSum]),
    ).toEqual([
      ['甲厂', 33.34, 0.6667, false],
      ['乙厂', 33.33, -0.3333, false],
      ['丙厂', 33.33, -0.3333, true],
    ]);
    const byQuantity = count(
      { cost: 1000.01, split: 'quantity' },
      signed({ quantity: 0.5 }, { quantity: 1.5 }),
    );
    expect(byQuantity.split!.parts.map(({ pays }) => pays)).toEqual([250, 750.01]);
  });

  it('by shares leave open what nobody bears, and refuse more than all', () => {
    const share = (...shares: number[]) =>
      count({ cost: 1000, split: 'share' }, signed(...shares.map((one) => ({ share: one }))));
    expect(share(0.3, 0.3)).toMatchObject({
      sum: 600,
      split: { uncovered: 400, parts: [{ pays: 300 }, { pays: 300 }] },
    });
    expect(share(1 / 3, 1 / 3, 1 / 3).split).toMatchObject({
      uncovered: 0,
      parts: [{ pays: 333.34 }, {}, {}],
    });
    expect(share(0.7, 0.5)).toMatchObject({ notSplit: { zh: '认缴比例合计120%，超过100%，无法分摊。' } });
    const untold = count({ cost: 1000, split: 'quantity' }, signed({ quantity: 1 }, {}));
    expect([untold.split, untold.notSplit?.zh]).toEqual([undefined, '乙厂未填数量，无法分摊。']);
  });

  it('of a third each are the cost, and two of them two thirds', () => {
    const thirds = (n: number, share: number) =>
      count(
        { cost: 1_000_000, split: 'share', least: { sum: 1_000_000 } },
        signed(...Array.from({ length: n }, () => ({ share }))),
      );
    for (const third of [1 / 3, 0.333333]) {
      expect(thirds(3, third)).toMatchObject({ state: 'go', sum: 1_000_000, missing: { sum: 0 } });
    }
    const two = thirds(2, 1 / 3);
    expect([two.sum, two.missing.sum, two.split!.uncovered]).toEqual([666_666.67, 333_333.33, 333_333.34]);
    expect(thirds(3, 0.25).reason.zh).toBe('还差25万元，2026-06-30截止。');
    const odd = count({ least: { sum: 1_000_000 } }, signed({ sum: 766_666.68 }));
    expect(odd.reason.zh).toBe('还差23.333332万元，2026-06-30截止。');
  });

  it('that are enough do not say go without what is to be agreed on first', () => {
    const goal = { cost: 1000, least: { sum: 600 } };
    expect(count(goal, signed({ sum: 400 }, { sum: 600 })).reason).toEqual({
      zh: '要求均已达到；但甲厂应分摊的超过其认缴金额，启动前须先商定。',
      en: 'All that is asked for is pledged; but the part of 甲厂 is more than pledged, which must be agreed on first.',
    });
    expect(count({ ...goal, split: 'share' }, signed({ share: 0.6 })).reason.zh).toBe(
      '要求均已达到；但费用中400元无人承担，启动前须先落实。',
    );
    expect(count({ ...goal, split: 'quantity' }, signed({ sum: 600 })).reason.zh).toBe(
      '要求均已达到；但费用尚不能分摊。',
    );
    expect(count(goal, signed({ sum: 500 }, { sum: 600 })).reason.zh).toBe('要求均已达到。');
  });

  it('are refused where they are for nothing, or make no sense, each with its reason', () => {
    const bad = signed({ goalId: 'J9' });
    expect(() => count({}, bad)).toThrow(/goalId/);
    const senseless = signed({ withdrawnOn: '2026-01-01' }, { sum: 0.001 }, { share: 2 }, { quantity: 0 });
    expect(() => count({}, senseless)).toThrow(
      expect.objectContaining({ code: 'INVALID_RECORDS', total: 4 }),
    );
    expect(() => count({ least: { firm: 3 } as never }, [])).toThrow(/least/);
    expect(() => countPledges([GOAL], [], {} as never)).toThrow(/asOf/);
  });

  it('are tables', () => {
    const [goals, parts, pledges] = rows([count({ cost: 100, least }, signed({}, {}))]);
    expect(goals!.rows[0]!.slice(0, 3)).toEqual(['J1', '高盐废水', '未达标，征集中']);
    expect([parts!.rows.length, pledges!.rows.length]).toEqual([2, 2]);
  });
});

describe('a sum split to the fen', () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 1e15 }), { minLength: 1, maxLength: 12 })
    .filter((all) => all.some((one) => one > 0));

  it('is the sum of its parts, each less than a fen off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e14 }), weights, (fen, all) => {
        const parts = splitFen(fen, all);
        expect(parts.reduce((sum, part) => sum + part.fen, 0)).toBe(fen);
        const total = all.reduce((sum, one) => sum + BigInt(one), 0n);
        for (const [i, part] of parts.entries()) {
          const off = BigInt(part.fen) * total - BigInt(fen) * BigInt(all[i]!);
          expect(off > -total && off < total).toBe(true);
          expect(Math.abs(Number((off * 10_000n) / total) / 10_000 - part.rounding)).toBeLessThan(0.0002);
          if (all[i] === 0) expect(part.fen).toBe(0);
        }
      }),
    );
  });
});

describe('countPledges', () => {
  const pledge = fc.record({
    firm: fc.constantFrom('甲厂', '乙厂', '丙厂', '丁厂'),
    sum: fc.option(
      fc.integer({ min: 1, max: 3 }).map((n) => n * 100),
      { nil: undefined },
    ),
    month: fc.integer({ min: 1, max: 9 }),
    kept: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  });

  it('counts what a naive count does', () => {
    fc.assert(
      fc.property(fc.array(pledge, { maxLength: 8 }), fc.integer({ min: 1, max: 9 }), (given, month) => {
        const day = (n: number) => `2026-${String(n).padStart(2, '0')}-15`;
        const pledges = given.map(({ firm, sum, month: on, kept }, i) => ({
          id: `P${i}`,
          goalId: 'J1',
          firm,
          on: day(on),
          ...(sum === undefined ? {} : { sum }),
          ...(kept === undefined ? {} : { withdrawnOn: day(Math.min(12, on + kept)) }),
        }));
        const asOf = day(month);
        const valid = pledges.filter(
          ({ on, withdrawnOn = '9999' }) => on <= asOf && on <= '2026-06-30' && withdrawnOn > asOf,
        );
        const firms = ['甲厂', '乙厂', '丙厂', '丁厂'].flatMap((firm) => {
          const own = valid.filter((one) => one.firm === firm);
          return own.length > 0 && own.every(({ sum }) => sum === own[0]!.sum) ? [own[0]!.sum ?? 0] : [];
        });
        const least = { firms: 2, sum: 300 };
        const sum = firms.reduce((total, one) => total + one, 0);
        const isEnough = firms.length >= 2 && sum >= 300;
        expect(count({ least }, pledges, asOf)).toMatchObject({
          firms: firms.length,
          sum,
          state: isEnough ? 'go' : month > 6 ? 'no-go' : 'open',
        });
      }),
    );
  });
});
