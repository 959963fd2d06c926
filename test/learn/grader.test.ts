import { createMatcher } from 'cuohe';
import { createGrader, type LearnedOptions, learn, parseLearned } from 'cuohe/learn';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVEL_NAMES } from '../../src/learn/grader.ts';
import { world } from './world.ts';

const WORLD = world(10);
const LEARNED = learn(WORLD.judgments, WORLD);
const grader = createGrader(LEARNED);
const score = fc.double({ min: 0, max: 1, noNaN: true });

describe('a grader', () => {
  it('gives probabilities that sum to 1, and their mean', () => {
    fc.assert(
      fc.property(score, fc.option(score, { nil: undefined }), (value, best) => {
        const { probabilities, expected } = grader.grade(
          { score: value },
          best === undefined ? {} : { best },
        );
        expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
        expect(Math.min(...probabilities)).toBeGreaterThanOrEqual(0);
        expect(expected).toBeCloseTo(probabilities[1] + 2 * probabilities[2] + 3 * probabilities[3], 12);
      }),
    );
  });

  it('never lowers the level as the score rises', () => {
    fc.assert(
      fc.property(score, score, score, (one, other, best) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        for (const context of [{}, { best }]) {
          const a = grader.grade({ score: low }, context);
          const b = grader.grade({ score: high }, context);
          expect(b.level).toBeGreaterThanOrEqual(a.level);
          expect(b.expected).toBeGreaterThanOrEqual(a.expected - 1e-12);
          // Every "at least this level" becomes more probable.
          expect(b.probabilities[0]).toBeLessThanOrEqual(a.probabilities[0] + 1e-12);
          expect(b.probabilities[3]).toBeGreaterThanOrEqual(a.probabilities[3] - 1e-12);
        }
      }),
    );
  });

  it('takes the level from which the grades are the least far on average', () => {
    fc.assert(
      fc.property(score, (value) => {
        const { level, probabilities } = grader.grade({ score: value });
        const error = (guess: number) =>
          probabilities.reduce((sum, p, k) => sum + p * Math.abs(k - guess), 0);
        for (const other of [0, 1, 2, 3]) expect(error(level)).toBeLessThanOrEqual(error(other) + 1e-9);
      }),
    );
  });

  it('names the levels in two languages', () => {
    const { level, labelZh, labelEn } = grader.grade({ score: 0 });
    expect([level, labelZh, labelEn]).toEqual([0, '无', 'none']);
    expect(LEVEL_NAMES.map(({ zh }) => zh)).toEqual(['无', '弱', '较强', '强']);
  });

  it('grades the matches of a result beside the best of them', () => {
    const matcher = createMatcher(WORLD.achievements, { signals: LEARNED.signals });
    const result = matcher.match(WORLD.demands[0]!, { limit: 8 });
    const grades = grader.gradeAll(result);
    const best = result.matches[0]!.score;
    expect(grades).toEqual(result.matches.map((match) => grader.grade(match, { best })));
    expect(grades[0]!.level).toBe(3);
    expect(grades.at(-1)!.level).toBeLessThan(2);
    expect(grader.gradeAll({ matches: [] })).toEqual([]);
  });

  it('refuses what is no score', () => {
    for (const bad of [Number.NaN, -0.1, 2, '1', undefined]) {
      expect(() => grader.grade({ score: bad as number })).toThrow('score: expected a number in [0, 1]');
    }
    expect(() => grader.grade({ score: 0.5 }, { best: Number.NaN })).toThrow('best: expected');
  });
});

describe('saved learned options', () => {
  const changed = (change: (learned: Record<string, unknown>) => void) => {
    const copy = JSON.parse(JSON.stringify(LEARNED)) as Record<string, unknown>;
    change(copy);
    return copy;
  };
  const signals = (learned: Record<string, unknown>) => learned.signals as Record<string, unknown>;
  const calibration = (learned: Record<string, unknown>) =>
    learned.calibration as Record<string, Record<string, unknown>>;

  it('work as before', () => {
    const opened = createGrader(parseLearned(JSON.stringify(LEARNED)));
    expect(opened.grade({ score: 0.4 }, { best: 0.6 })).toEqual(grader.grade({ score: 0.4 }, { best: 0.6 }));
  });

  it.each<[string, (learned: Record<string, unknown>) => void, string]>([
    ['another version', (l) => Object.assign(l, { version: 2 }), 'version: expected the version 1'],
    ['an unknown signal', (l) => Object.assign(signals(l), { smell: 1 }), 'signals.smell: expected one of'],
    [
      'a signal too few',
      (l) => delete signals(l).region,
      'signals.region: expected a number ≥ 0, received nothing',
    ],
    [
      'a weight below 0',
      (l) => Object.assign(signals(l), { region: -1 }),
      'signals.region: expected a number ≥ 0',
    ],
    [
      'no weight above 0',
      (l) => Object.assign(l, { signals: Object.fromEntries(Object.keys(signals(l)).map((f) => [f, 0])) }),
      'signals: expected a weight above 0',
    ],
    [
      'thresholds out of order',
      (l) => Object.assign(calibration(l).pair!, { thresholds: [1, 0, 2] }),
      'calibration.pair.thresholds: expected three ascending numbers',
    ],
    [
      'a slope below 0',
      (l) => Object.assign(calibration(l).ranked!, { relative: -1 }),
      'calibration.ranked.relative: expected a number ≥ 0',
    ],
    ['no calibration', (l) => delete l.calibration, 'calibration: expected an object'],
    ['no report', (l) => delete l.report, 'report: expected an object'],
  ])('with %s are refused', (_, change, message) => {
    const bad = changed(change);
    expect(() => parseLearned(bad)).toThrow(message);
    expect(() => createGrader(bad as unknown as LearnedOptions)).toThrow('Bad learned options');
  });

  it.each([['{'], ['null'], ['[]'], [null], [undefined], [5]])('%j is refused', (json) => {
    expect(() => parseLearned(json)).toThrow('Bad learned options');
  });
});
