import { createMatcher } from 'cuohe';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { dcg } from '../../src/evaluate/gain.ts';
import type { JudgedSet, Judgment } from '../../src/evaluate/judged.ts';
import { evaluateRanking } from '../../src/evaluate/ranking.ts';
import { SAMPLE } from './sample.ts';

const judge = (judgments: readonly Judgment[]): JudgedSet => ({ ...SAMPLE, judgments });

describe('the evaluation of a ranking', () => {
  it('ranks the judged pool of each demand and measures the order', () => {
    const { summary, perDemand } = evaluateRanking(SAMPLE);
    expect(
      perDemand.map(({ demandId, ranking }) => [demandId, ranking.map((item) => item.achievementId)]),
    ).toEqual([
      // By shared words; a3 shares nothing with d1.
      ['d1', ['a1', 'a4', 'a3']],
      ['d2', ['a2', 'a3']],
    ]);
    expect(perDemand[0]?.ranking.at(-1)).toEqual({ achievementId: 'a3', score: 0, grade: 0 });
    expect(perDemand[0]?.values).toEqual({ ndcg10: 1, p1: 1, mrr: 1, recall10: 1, map: 1, demandAuc: 1 });
    // Grades 1, 2 where 2, 1 is ideal: (1 + 3 / log2 3) / (3 + 1 / log2 3); the relevant one stands second.
    const second = dcg([1, 2]) / dcg([2, 1]);
    expect(perDemand[1]?.values).toEqual({
      ndcg10: second,
      p1: 0,
      mrr: 0.5,
      recall10: 1,
      map: 0.5,
      demandAuc: 0,
    });
    expect(summary).toMatchObject({
      ndcg10: (1 + second) / 2,
      p1: 0.5,
      mrr: 0.75,
      recall10: 1,
      map: 0.75,
      demandAuc: 0.5,
      demands: 2,
      relevantDemands: 2,
      pairs: 6,
    });
  });

  it('takes the AUC over the pairs of all judged demands', () => {
    const scores: Readonly<Record<string, number>> = { a1: 5, a2: 3, a3: 1, a4: 4, a5: 2 };
    const { summary } = evaluateRanking(SAMPLE, (_, pool) => pool.map(({ id }) => scores[id]!));
    // Relevant: d1–a1 5, d2–a3 1, d4–a5 2. Irrelevant: d1–a3 1, d1–a4 4, d2–a2 3.
    // Won: 3 of 3, ½ of 3 (a tie), 1 of 3.
    expect(summary.auc).toBe(4.5 / 9);
  });

  it('evaluates demands whose grades differ, and no others', () => {
    const { summary, perDemand } = evaluateRanking(
      judge([
        { demandId: 'd1', achievementId: 'a1', grade: 2 },
        { demandId: 'd1', achievementId: 'a2', grade: 2 },
        { demandId: 'd2', achievementId: 'a1', grade: 0 },
        { demandId: 'd2', achievementId: 'a2', grade: 1 },
      ]),
    );
    expect(perDemand.map(({ demandId }) => demandId)).toEqual(['d2']);
    // Without a relevant item there is nothing to recall, but the first place is still wrong.
    expect(perDemand[0]?.values).toEqual({
      ndcg10: 1,
      p1: 0,
      mrr: undefined,
      recall10: undefined,
      map: undefined,
      demandAuc: undefined,
    });
    expect(summary).toMatchObject({ demands: 1, relevantDemands: 0, pairs: 4, mrr: undefined });
  });

  it('ranks records that a portal would not show: a pool is judged whole', () => {
    const { perDemand } = evaluateRanking(
      judge([
        { demandId: 'd4', achievementId: 'a3', grade: 0 },
        { demandId: 'd4', achievementId: 'a5', grade: 3 },
      ]),
    );
    expect(perDemand[0]?.ranking.map(({ achievementId }) => achievementId)).toEqual(['a5', 'a3']);
    expect(perDemand[0]?.ranking[0]?.score).toBeGreaterThan(0);
  });

  it('ranks items of one score in the order of records, however the judgments stand', () => {
    const judgments = SAMPLE.achievements.map(({ id }, i) => ({
      demandId: 'd1',
      achievementId: id,
      grade: i % 4,
    }));
    fc.assert(
      fc.property(fc.shuffledSubarray(judgments, { minLength: 5 }), (shuffled) => {
        const { perDemand } = evaluateRanking(judge(shuffled), (_, pool) => pool.map(() => 1));
        expect(perDemand[0]?.ranking.map((item) => item.achievementId)).toEqual([
          'a1',
          'a2',
          'a3',
          'a4',
          'a5',
        ]);
      }),
    );
  });

  it('shows a scoring function the judged pool alone, in the order of records', () => {
    const score = vi.fn((_: unknown, pool: readonly unknown[]) => pool.map(() => 0));
    evaluateRanking(SAMPLE, score);
    const calls = score.mock.calls.map(([demand, pool]) => [demand, pool]);
    const [d1, d2, , d4] = SAMPLE.demands;
    const [a1, a2, a3, a4, a5] = SAMPLE.achievements;
    expect(calls).toEqual([
      [d1, [a1, a3, a4]],
      [d2, [a2, a3]],
      [d4, [a5]],
    ]);
  });

  it('takes a matcher that is built already', () => {
    expect(evaluateRanking(SAMPLE, createMatcher(SAMPLE.achievements))).toEqual(evaluateRanking(SAMPLE));
  });

  it('builds the matcher with the options given', () => {
    const blind = evaluateRanking(SAMPLE, { fields: { title: 0 }, signals: { chains: 0 } });
    expect(blind.perDemand[0]?.ranking.map(({ score }) => score)).toEqual([0, 0, 0]);
  });

  it('has no measures and no NaN without judgments', () => {
    const empty = evaluateRanking({ demands: [], achievements: [], judgments: [] });
    expect(empty).toEqual({
      summary: {
        ndcg10: undefined,
        p1: undefined,
        mrr: undefined,
        recall10: undefined,
        map: undefined,
        demandAuc: undefined,
        auc: undefined,
        demands: 0,
        relevantDemands: 0,
        pairs: 0,
      },
      perDemand: [],
    });
  });

  it('names every bad record and judgment in one error', () => {
    const bad = {
      demands: [{ id: 'd1', title: 7 }],
      achievements: [{ id: 'a1', title: '' }, { title: '' }, null],
      judgments: [
        { demandId: 'd1', achievementId: 'a1', grade: 1 },
        { demandId: 'd1', achievementId: 'a1', grade: 1 },
        { demandId: 'd1', achievementId: 'a1', grade: 2 },
        { demandId: 'd9', achievementId: 'a9', grade: 1.5 },
        'yes',
      ],
    } as unknown as JudgedSet;
    expect(() => evaluateRanking(bad)).toThrow(
      expect.objectContaining({
        code: 'INVALID_RECORDS',
        issues: [
          expect.objectContaining({ index: 0, place: 'demands', path: 'title' }),
          expect.objectContaining({ index: 1, place: 'achievements', path: 'id' }),
          expect.objectContaining({ index: 2, place: 'achievements', received: 'null' }),
          // The second judgment says the same again, which is no problem.
          expect.objectContaining({
            place: 'judgments[2]',
            received: 'number 2 after number 1 in judgments[0]',
          }),
          expect.objectContaining({ place: 'judgments[3]', path: 'demandId', received: 'the text "d9"' }),
          expect.objectContaining({
            place: 'judgments[3]',
            path: 'achievementId',
            received: 'the text "a9"',
          }),
          expect.objectContaining({ place: 'judgments[3]', path: 'grade', received: 'number 1.5' }),
          expect.objectContaining({ place: 'judgments[4]', expected: 'an object' }),
        ],
      }),
    );
  });

  it('names every bad score of a function', () => {
    expect(() => evaluateRanking(SAMPLE, () => [Number.NaN])).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ id: 'd1', path: 'scores', expected: '3 scores', received: '1' }),
          expect.objectContaining({ id: 'd1', path: 'scores[0]', received: 'number NaN' }),
          expect.objectContaining({ id: 'd2', path: 'scores' }),
          expect.objectContaining({ id: 'd2', path: 'scores[0]' }),
          expect.objectContaining({ id: 'd4', path: 'scores[0]' }),
        ],
      }),
    );
  });

  it('refuses a matcher that lacks judged achievements, and one of demands', () => {
    const few = createMatcher(SAMPLE.achievements.slice(0, 3));
    expect(() => evaluateRanking(SAMPLE, few)).toThrow('received one without a4, a5');
    const demands = createMatcher([{ id: 'a1', title: '' }], { side: 'demand' });
    expect(() => evaluateRanking(SAMPLE, demands)).toThrow('received a matcher of demands');
  });
});
