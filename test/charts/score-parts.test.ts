import { createMatcher } from 'cuohe';
import { type ScorePart, scoreParts } from 'cuohe/charts';
import { describe, expect, it } from 'vitest';
import { CONDITION_LABELS, SIGNAL_LABELS } from '../../src/charts/part-names.ts';
import { CONDITION_KINDS } from '../../src/core/conditions/condition.ts';
import { SIGNALS } from '../../src/core/vectors/signals.ts';
import { demands, forAchievements, forDemands, supply } from './sample.ts';

function expectWaterfall(parts: readonly ScorePart[], score: number): void {
  let at = 0;
  for (const { from, to, value } of parts) {
    expect(from).toBe(at);
    expect(to).toBe(from + value);
    at = to;
  }
  expect(Math.abs(at - score)).toBeLessThan(1e-9);
}

describe('the parts of a score', () => {
  it('sum to it, step by step, for every match of the sample in both directions', async () => {
    const matches = [...(await forDemands()), ...(await forAchievements())].flatMap(
      (result) => result.matches,
    );
    expect(matches.length).toBeGreaterThan(500);
    for (const match of matches) {
      const parts = scoreParts(match);
      expectWaterfall(parts, match.score);
      const signals = parts.filter(({ kind }) => kind === 'signal').map(({ value }) => value);
      expect(signals).toEqual([...signals].sort((a, b) => b - a));
    }
    const conditions = matches.flatMap(scoreParts).filter(({ kind }) => kind === 'condition');
    expect(conditions.some(({ value }) => value < 0)).toBe(true);
    expect(conditions.some(({ value }) => value > 0)).toBe(true);
    expect(conditions.every(({ clause }) => clause!.zh !== '' && clause!.en !== '')).toBe(true);
  });

  it('of an explanation are those of the match', () => {
    const demand = demands[0]!;
    const [match] = supply.match(demand, { limit: 1 }).matches;
    const codes = (parts: readonly ScorePart[]) => parts.map(({ code }) => code);
    expect(codes(scoreParts(supply.explain(demand, match!.id)))).toEqual(codes(scoreParts(match!)));
    expectWaterfall(scoreParts(supply.explain(demand, match!.id)), match!.score);
  });

  it('are the same where no reasons were asked for', () => {
    for (const demand of demands.slice(0, 20)) {
      const parts = (explain: boolean) => supply.match(demand, { explain, limit: 3 }).matches.map(scoreParts);
      expect(parts(false)).toEqual(parts(true));
    }
  });

  it('have a part for vectors, between the signals and the conditions', () => {
    const matcher = createMatcher(
      [
        { id: 'A', title: '涂层' },
        { id: 'B', title: '电池' },
      ],
      {
        vectors: {
          records: [
            [1, 0, 0],
            [0, 1, 0],
          ],
          weight: 0.5,
        },
      },
    );
    const [match] = matcher.match({ title: '涂层', vector: [1, 0, 0] }).matches;
    const parts = scoreParts(match!);
    expect(parts.at(-1)).toMatchObject({ kind: 'vectors', zh: '意思相近（向量）' });
    expectWaterfall(parts, match!.score);
  });

  it('are refused for a lean match, which keeps none', () => {
    const [lean] = supply.match(demands[0]!, { lean: true }).matches;
    expect(() => scoreParts(lean as never)).toThrow(/signals.*lean matches have none/);
    expect(() => scoreParts(undefined as never)).toThrow(/Bad match/);
  });

  it('have a name in both languages, whatever signal or condition it is, and no two the same', () => {
    for (const [labels, codes] of [
      [SIGNAL_LABELS, SIGNALS],
      [CONDITION_LABELS, CONDITION_KINDS],
    ] as const) {
      expect(Object.keys(labels).sort()).toEqual([...codes].sort());
      for (const language of ['zh', 'en'] as const) {
        const names = Object.values(labels).map((label) => label[language]);
        expect(new Set(names).size).toBe(names.length);
      }
    }
  });
});
