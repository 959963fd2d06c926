import { InputError, SIGNAL_WEIGHTS } from 'cuohe';
import {
  type JudgedRecords,
  type LearningJudgment,
  type LearnOptions,
  learn as learnFrom,
  parseLearned,
} from 'cuohe/learn';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIGNALS } from '../../src/core/vectors/signals.ts';
import { REASON_GRADES } from '../../src/learn/reasons.ts';
import { LEXICON, TAXONOMY } from '../fixtures.ts';
import { feedback, shuffled, world } from './world.ts';

/** Learns with a small lexicon: the large one takes longer to make ready than all judgments to learn from. */
const learn = (judgments: readonly LearningJudgment[], records: JudgedRecords, options: LearnOptions = {}) =>
  learnFrom(judgments, records, {
    ...options,
    matcher: { taxonomy: TAXONOMY, lexicon: LEXICON, ...options.matcher },
  });

const WORLD = world(10);
const LEARNED = learn(WORLD.judgments, WORLD);
/** The region decides, which says nothing here. */
const BLIND = { signals: { ...SIGNAL_WEIGHTS, region: 3 } };
const NOTHING = Object.fromEntries(SIGNALS.map((signal) => [signal, 0]));
const total = SIGNALS.reduce((sum, signal) => sum + SIGNAL_WEIGHTS[signal], 0);

function issuesOf(judgments: readonly unknown[], options = {}): InputError {
  try {
    learn(judgments as readonly LearningJudgment[], WORLD, options);
  } catch (error) {
    if (error instanceof InputError) return error;
  }
  throw new Error('no InputError');
}

describe('learning from judgments', () => {
  it('turns weights that rank badly into weights that rank left-out demands well', () => {
    const { signals, report } = learn(WORLD.judgments, WORLD, { matcher: BLIND, shrinkage: 20 });
    const { before = 1, after = 0 } = report.crossValidation?.ndcg10 ?? {};
    expect(after).toBeGreaterThan(before + 0.05);
    expect(report.warnings).toEqual([]);
    expect(signals.region).toBeLessThan(0.3);
    expect(signals.pairs + signals.characters + signals.title).toBeGreaterThan(0.5);
  });

  it('keeps weights that rank well, and says so', () => {
    for (const signal of SIGNALS)
      expect(LEARNED.signals[signal]).toBeCloseTo(SIGNAL_WEIGHTS[signal] / total, 5);
    expect(LEARNED.report.warnings).toEqual([expect.stringContaining('weights are the default ones')]);
  });

  it('grades left-out demands better than one level for all would', () => {
    const { before = 1, after = 0 } = LEARNED.report.crossValidation?.levelScore ?? {};
    expect(after).toBeGreaterThan(before + 0.1);
  });

  it('gives weights that sum to 1, none below 0, in plain JSON', () => {
    const { signals } = learn(WORLD.judgments, WORLD, { matcher: BLIND, shrinkage: 1 });
    const weights = SIGNALS.map((signal) => signals[signal]);
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 4);
    expect(JSON.parse(JSON.stringify(LEARNED))).toEqual(LEARNED);
    expect(parseLearned(JSON.stringify(LEARNED))).toEqual(LEARNED);
  });

  it('does not depend on the order of judgments', () => {
    const options = { matcher: BLIND };
    const expected = learn(WORLD.judgments, WORLD, options);
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(learn(shuffled(WORLD.judgments, seed), WORLD, options)).toEqual(expected);
      }),
      { numRuns: 3 },
    );
  });

  it('tells what it learned from', () => {
    expect(LEARNED.report).toMatchObject({
      judgments: 80,
      pairs: 80,
      demands: 10,
      merged: 0,
      contradictory: 0,
      crossValidation: { folds: 5, demands: 10 },
    });
  });
});

describe('feedback', () => {
  it('counts as the grades of its reasons', () => {
    const reasons = { 'too-early': { grade: 2 }, 'scientific-doubt': { grade: 1 } } as const;
    expect(learn(feedback(WORLD.judgments), WORLD, { reasons })).toEqual(LEARNED);
  });

  it('counts for less where its reason says little of the match', () => {
    expect(REASON_GRADES['too-early'].weight).toBeLessThan(1);
    expect(learn(feedback(WORLD.judgments), WORLD).levels).not.toEqual(LEARNED.levels);
  });

  it('may come in codes of the host', () => {
    const judgments = WORLD.judgments.map((judgment) =>
      judgment.grade === 0
        ? { demandId: judgment.demandId, achievementId: judgment.achievementId, reason: '不对口' }
        : judgment,
    );
    expect(learn(judgments, WORLD, { reasons: { 不对口: { grade: 0 } } })).toEqual(LEARNED);
    expect(() => learn(judgments, WORLD)).toThrow('reason: expected one of signed');
  });

  it('gives way to a grade that comes with it', () => {
    const both = WORLD.judgments.map((judgment) => ({ ...judgment, reasons: ['too-early'] }));
    expect(learn(both, WORLD)).toEqual(LEARNED);
  });
});

describe('contradictions', () => {
  const again = (grades: readonly number[]) => [
    ...WORLD.judgments.slice(1),
    ...grades.map((grade) => ({ ...WORLD.judgments[0]!, grade })),
  ];

  it.each([
    // One judge of three differs.
    [[0, 0, 3], 0],
    [[3, 2, 3, 3], 3],
    // An even split is no praise.
    [[1, 2], 1],
  ])('%j of one pair become their median, %d', (grades, median) => {
    const alone = [...WORLD.judgments.slice(1), { ...WORLD.judgments[0]!, grade: median }];
    const { report, ...rest } = learn(again(grades), WORLD);
    const { report: _, ...expected } = learn(alone, WORLD);
    expect(rest).toEqual(expected);
    expect(report).toMatchObject({ judgments: 79 + grades.length, pairs: 80, merged: 1, contradictory: 1 });
    expect(report.warnings).toContainEqual(expect.stringContaining('1 of 1 pairs judged more than once'));
  });

  it('of a heavy and a light judgment go to the heavy one', () => {
    const light = [...again([3]), { ...WORLD.judgments[0]!, grade: 0, weight: 0.5 }];
    expect(learn(light, WORLD).levels).toEqual(learn(again([3]), WORLD).levels);
  });

  it('are none where a judgment is said again', () => {
    const { report } = learn(again([0, 0]), WORLD);
    expect(report).toMatchObject({ merged: 1, contradictory: 0 });
    expect(report.warnings).not.toContainEqual(expect.stringContaining('different grades'));
  });

  it('everywhere keep the default weights', () => {
    const upside = WORLD.judgments.map((judgment) => ({ ...judgment, grade: 3 - judgment.grade }));
    const { signals, report } = learn(upside, WORLD);
    expect(signals).toEqual(LEARNED.signals);
    expect(report.warnings).toContainEqual(
      expect.stringContaining('higher grades do not go with higher scores'),
    );
  });
});

describe('too little', () => {
  const few = (demands: number) => world(demands);

  it('to learn anything from is refused, naming all that is missing', () => {
    const tiny = few(1);
    const flat = tiny.judgments.map((judgment) => ({ ...judgment, grade: 1 }));
    expect(() => learn(flat, tiny)).toThrow(
      expect.objectContaining({
        code: 'INVALID_RECORDS',
        issues: [
          expect.objectContaining({ path: 'judged pairs', expected: 'at least 20', received: '8' }),
          expect.objectContaining({ path: 'demands with judgments', expected: 'at least 3', received: '1' }),
          expect.objectContaining({ path: 'different grades', expected: 'at least 2', received: '1' }),
        ],
      }),
    );
    expect(() => learn([], tiny)).toThrow('at least 20, received 0');
  });

  it.each([
    // 32 pairs.
    [4, '32 pairs, fewer than 60'],
  ])('to fit weights to with %d demands keeps them as they are', (demands, warning) => {
    const small = few(demands);
    const { signals, report } = learn(small.judgments, small, { matcher: BLIND });
    expect(signals.region).toBeCloseTo(3 / (total - SIGNAL_WEIGHTS.region + 3), 5);
    expect(report.warnings).toEqual([expect.stringContaining(warning)]);
  });

  it('to fit weights to are demands of which few have different grades', () => {
    const judgments = WORLD.judgments.map((judgment) =>
      ['d0', 'd1', 'd2', 'd3', 'd4'].includes(judgment.demandId) ? judgment : { ...judgment, grade: 1 },
    );
    const { report } = learn(judgments, WORLD, { matcher: BLIND });
    expect(report.warnings).toEqual([expect.stringContaining('5 demands whose grades differ, fewer than 6')]);
  });
});

describe('bad input', () => {
  it('of judgments is named in one error', () => {
    const { code, issues } = issuesOf([
      ...WORLD.judgments,
      { demandId: 'd99', achievementId: 'a99', grade: 1 },
      { demandId: 'd0', achievementId: 'a0-0', grade: Number.NaN },
      { demandId: 'd0', achievementId: 'a0-0', grade: 1.5, weight: 0 },
      { demandId: 'd0', achievementId: 'a0-0' },
      { demandId: 'd0', achievementId: 'a0-0', reason: 'toString' },
      { demandId: 'd0', achievementId: 'a0-0', grade: 1, reasons: ['too-early', 'bored'] },
      null,
    ]);
    expect(code).toBe('INVALID_RECORDS');
    expect(issues.map(({ index, path }) => [index - WORLD.judgments.length, path])).toEqual([
      [0, 'demandId'],
      [0, 'achievementId'],
      [1, 'grade'],
      [2, 'grade'],
      [2, 'weight'],
      [3, 'grade'],
      [4, 'reason'],
      [5, 'reasons[1]'],
      [6, ''],
    ]);
  });

  it('of both sides of records is named in one error', () => {
    const records = {
      demands: [{ id: 'd', title: 5 }],
      achievements: [{ title: 'x' }],
    } as unknown as Parameters<typeof learn>[1];
    expect(() => learn([], records)).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ place: 'demands', path: 'title' }),
          expect.objectContaining({ place: 'achievements', path: 'id' }),
        ],
      }),
    );
  });

  it.each([
    [{ shrinkage: 0 }, 'shrinkage: expected a number > 0'],
    [{ shrinkage: Number.NaN }, 'shrinkage: expected a number > 0'],
    [{ reasons: { bored: { grade: 4 } } }, 'reasons.bored.grade: expected a grade 0, 1, 2 or 3'],
    [{ reasons: { bored: { grade: 1, weight: -1 } } }, 'reasons.bored.weight: expected a number in (0, 100]'],
    [{ reasons: [] }, 'reasons: expected an object'],
    [{ matcher: 5 }, 'matcher: expected an object'],
    [{ matcher: { signals: { text: 1 } } }, 'matcher.signals.text: expected one of'],
    [{ matcher: { signals: { region: -1 } } }, 'matcher.signals.region: expected a number ≥ 0'],
    [{ matcher: { signals: NOTHING } }, 'matcher.signals: expected a weight above 0'],
    [{ matcher: { signals: 5 } }, 'matcher.signals: expected an object'],
    [null, 'expected an object'],
  ])('%j as options is refused', (options, message) => {
    expect(() => learnFrom(WORLD.judgments, WORLD, options as object)).toThrow(message);
  });
});
