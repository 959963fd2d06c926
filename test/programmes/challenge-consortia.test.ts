import { createMatcher } from 'cuohe';
import { type ChallengeRanking, challengeConsortia, rankChallengeUnits, rows } from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Covers, smallestCovers } from '../../src/programmes/challenge/set-cover.ts';

const supply = createMatcher([
  { id: 'C1', title: '晶圆静电卡盘', organization: '甲研究所', abstract: '盘面温差±0.8℃。' },
  { id: 'C2', title: '晶圆静电吸附装置', organization: '乙公司', abstract: '吸附力20kPa。' },
  { id: 'C3', title: '静电卡盘陶瓷', organization: '丙大学', abstract: '吸附力18kPa，使用寿命5年。' },
  { id: 'C4', title: '晶圆静电卡盘', organization: '丁公司', abstract: '吸附力12kPa。' },
  { id: 'C5', title: '晶圆静电卡盘', organization: '戊公司', abstract: '吸附力30kPa，盘面温差±0.5℃。' },
]);
const challenge = {
  id: 'J1',
  title: '晶圆静电卡盘研制',
  expectedOutcome: '盘面温差±1℃以内，吸附力不低于15kPa，使用寿命不低于3年，漏率不高于0.1%',
};
const rules = [{ id: 'R1', excludes: ['戊公司'] }];

describe('consortia of a challenge', () => {
  const ranking = rankChallengeUnits(supply, challenge, { rules });
  const found = challengeConsortia(ranking);

  it('meet together what no member does alone, smallest first, with who meets what and by which words', () => {
    expect(found.consortia.map(({ members }) => members.map(({ name }) => name).toSorted())).toEqual([
      ['丙大学', '甲研究所'],
    ]);
    const [best] = found.consortia;
    expect(best!.met.map(({ target, metBy }) => [target.name, metBy.map(({ name }) => name)])).toEqual([
      ['盘面温差', ['甲研究所']],
      ['吸附力', ['丙大学']],
      ['使用寿命', ['丙大学']],
    ]);
    expect(best!.met[1]!.metBy[0]!.source).toMatchObject({ recordId: 'C3', offered: { raw: '吸附力18kPa' } });
    expect(best!.members.find(({ name }) => name === '丙大学')!.alone).toEqual([
      '吸附力不低于15kPa',
      '使用寿命不低于3年',
    ]);
    expect([found.bound, found.optimal, found.complete]).toEqual([2, true, true]);
  });

  it('leave out who may not answer, and tell what stays open whoever does', () => {
    expect(ranking.ineligible.map(({ name }) => name)).toEqual(['戊公司']);
    expect(JSON.stringify(found.consortia)).not.toContain('戊公司');
    expect(found.open.map(({ target, status, told }) => [target.name, status, told])).toEqual([
      ['漏率', 'unknown', []],
    ]);
    expect(found.consortia[0]!.text.zh).toMatch(/合起来达到4项指标中的3项，其余1项没有单位达到。$/);
  });

  it('do not count what falls short or is not known', () => {
    const harder = { ...challenge, expectedOutcome: '吸附力不低于25kPa，寿命不低于3年' };
    const short = challengeConsortia(rankChallengeUnits(supply, harder, { rules }));
    const [force] = short.open;
    expect([force!.target.name, force!.status]).toEqual(['吸附力', 'failed']);
    expect(force!.told.map(({ name }) => name).toSorted()).toEqual(['丁公司', '丙大学', '乙公司']);
  });

  it('are none where no unit meets anything, or too few may join', () => {
    const nothing = challengeConsortia(rankChallengeUnits(supply, { id: 'J2', title: '晶圆静电卡盘' }));
    expect([nothing.consortia, nothing.bound, nothing.targets]).toEqual([[], 0, 0]);
    const alone = challengeConsortia(ranking, { largest: 1 });
    expect([alone.consortia, alone.bound, alone.optimal]).toEqual([[], 2, false]);
  });

  it('are tables, also of a ranking that was stored', () => {
    const stored = challengeConsortia(JSON.parse(JSON.stringify(ranking)) as ChallengeRanking);
    expect(stored.consortia).toEqual(found.consortia);
    const [consortia, members, met, open] = rows(found);
    expect(consortia!.rows[0]!.slice(2, 3)).toEqual([2]);
    expect([members, met, open].map((table) => table!.rows.length)).toEqual([2, 3, 1]);
    expect(() => challengeConsortia({ ...ranking, targets: [] })).toThrow(/rankChallengeUnits/);
    const inOtherWords = JSON.parse(
      JSON.stringify(ranking).replaceAll('"eligibility":"met"', '"eligibility":"yes"'),
    );
    expect(() => challengeConsortia(inOtherWords as ChallengeRanking)).toThrow(/rankChallengeUnits/);
  });
});

/** All covers without a superfluous item, by trying all subsets. */
function naive(
  all: bigint,
  masks: readonly bigint[],
  scores: readonly number[],
  largest: number,
): number[][] {
  const found: number[][] = [];
  for (let subset = 1; subset < 1 << masks.length; subset++) {
    const items = [...masks.keys()].filter((i) => subset & (1 << i));
    const union = (some: readonly number[]) => some.reduce((mask, i) => mask | masks[i]!, 0n) & all;
    const isLean = items.every((i) => union(items.filter((other) => other !== i)) !== all);
    if (items.length <= largest && union(items) === all && isLean) found.push(items);
  }
  const sum = (items: readonly number[]) => items.reduce((total, i) => total + scores[i]!, 0);
  const text = (items: readonly number[]) => items.map((i) => String.fromCharCode(65 + i)).join('');
  return found.sort((a, b) => a.length - b.length || sum(b) - sum(a) || (text(a) < text(b) ? -1 : 1));
}

const instance = fc
  .tuple(
    fc.array(fc.tuple(fc.bigInt({ min: 0n, max: 31n }), fc.integer({ min: 1, max: 4 })), {
      minLength: 1,
      maxLength: 9,
    }),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([items, limit, largest]) => ({
    masks: items.map(([mask]) => mask),
    scores: items.map(([, score]) => score),
    limit,
    largest,
  }))
  .filter(({ masks }) => masks.some((mask) => mask !== 0n));
const unionOf = (masks: readonly bigint[]) => masks.reduce((all, mask) => all | mask, 0n);

describe('the smallest covers', () => {
  it('are those of trying all subsets', () => {
    fc.assert(
      fc.property(instance, ({ masks, scores, limit, largest }) => {
        const all = unionOf(masks);
        const wanted = naive(all, masks, scores, largest);
        const found = smallestCovers({ all, masks, scores }, { limit, largest, steps: 1e6 });
        expect(found).toEqual({
          covers: wanted.slice(0, limit),
          bound: wanted[0]?.length ?? largest + 1,
          complete: true,
        });
      }),
    );
  });

  it('are covers under a bound that holds, when the steps do not suffice', () => {
    fc.assert(
      fc.property(instance, fc.integer({ min: 0, max: 12 }), ({ masks, scores, limit }, steps) => {
        const all = unionOf(masks);
        const least = naive(all, masks, scores, masks.length)[0]!.length;
        const found: Covers = smallestCovers({ all, masks, scores }, { limit, largest: masks.length, steps });
        expect(found.bound).toBeLessThanOrEqual(least);
        expect(found.covers.length).toBeGreaterThan(0);
        for (const cover of found.covers) {
          expect(unionOf(cover.map((i) => masks[i]!)) & all).toBe(all);
          expect(cover.length).toBeGreaterThanOrEqual(least);
        }
      }),
    );
  });
});
