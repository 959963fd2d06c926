import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponential } from '../../../src/base/exponential.ts';
import { answerOf } from '../../../src/core/levels/answer.ts';
import { type LevelCalibration, levelsFor } from '../../../src/core/levels/calibration.ts';
import { evidenceOf, gradeOf } from '../../../src/core/levels/grade.ts';
import { LEVELS } from '../../../src/core/levels/level.ts';
import { SIGNAL_WEIGHTS, SIGNALS } from '../../../src/core/vectors/signals.ts';
import { SHIPPED_LEVELS } from '../../../src/defaults/levels.ts';
import { levelProbabilities } from '../../../src/learn/ordinal.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const calibration = fc
  .tuple(
    fc.array(fc.double({ min: -5, max: 15, noNaN: true }), { minLength: 3, maxLength: 3 }),
    fc.double({ min: 0, max: 20, noNaN: true }),
  )
  .map(([cuts, slope]): LevelCalibration => {
    return { thresholds: cuts.sort((a, b) => a - b), slope, signals: SIGNAL_WEIGHTS };
  });

describe('the level of a score', () => {
  it('never falls as the score rises, and neither does the probability', () => {
    fc.assert(
      fc.property(calibration, share, share, share, (levels, one, other, own) => {
        const low = gradeOf(levels, Math.min(one, other), own);
        const high = gradeOf(levels, Math.max(one, other), own);
        expect(high.level.level).toBeGreaterThanOrEqual(low.level.level);
        expect(high.probability).toBeGreaterThanOrEqual(low.probability);
      }),
    );
  });

  it('is the median of the model, and the probability that of the two upper levels', () => {
    fc.assert(
      fc.property(calibration, share, share, (levels, score, own) => {
        const chances = levelProbabilities({ thresholds: levels.thresholds, slopes: [levels.slope] }, [
          evidenceOf(score, own),
        ]);
        const { level, probability } = gradeOf(levels, score, own);
        expect(Math.abs(probability - (chances[2]! + chances[3]!))).toBeLessThan(0.00051);
        const error = (guess: number) => chances.reduce((sum, p, k) => sum + p * Math.abs(k - guess), 0);
        for (const other of [0, 1, 2, 3]) expect(error(level.level)).toBeLessThanOrEqual(error(other) + 1e-9);
      }),
    );
  });

  it('is told whatever numbers come: of nothing, and of more than all', () => {
    for (const own of [0, 1e-320, 0.5, 1]) {
      for (const score of [0, 1e-320, 0.5, 1 + 1e-9]) {
        const { level, probability } = gradeOf(SHIPPED_LEVELS, score, own);
        expect(LEVELS).toContain(level);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
      }
    }
    expect(gradeOf(SHIPPED_LEVELS, 0, 0)).toEqual({ level: LEVELS[0], probability: 0.002 });
  });

  it('is by the shipped calibration 强 for a record that says the same, 无 for one that shares little', () => {
    expect(gradeOf(SHIPPED_LEVELS, 0.8, 0.9)).toEqual({ level: LEVELS[3], probability: 0.936 });
    expect(gradeOf(SHIPPED_LEVELS, 0.1, 0.9).level).toBe(LEVELS[0]);
  });
});

describe('an exponential of sums and products', () => {
  it('is that of the platform to thirteen digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -16, max: 16, noNaN: true }), (x) => {
        expect(Math.abs(exponential(x, 7) / Math.exp(x) - 1)).toBeLessThan(1e-13);
      }),
    );
    expect(exponential(0, 7)).toBe(1);
  });
});

describe('a calibration', () => {
  const scaled = Object.fromEntries(
    SIGNALS.map((signal) => [signal, 7 * SIGNAL_WEIGHTS[signal]]),
  ) as unknown as typeof SIGNAL_WEIGHTS;

  it('is for the weights that it was made under, whatever they sum to', () => {
    expect(levelsFor(SHIPPED_LEVELS, scaled, 0)).toBe(SHIPPED_LEVELS);
  });

  it('is for no other weights, and not for scores with another share of vectors', () => {
    expect(levelsFor(SHIPPED_LEVELS, { ...scaled, title: 0 }, 0)).toBeUndefined();
    expect(levelsFor(SHIPPED_LEVELS, scaled, 0.2)).toBeUndefined();
    expect(levelsFor({ ...SHIPPED_LEVELS, vectors: 0.2 }, scaled, 0.2)).toBeDefined();
  });
});

describe('what a result says', () => {
  it('differs by side and by the level of the best', () => {
    const texts = (['achievement', 'demand'] as const).flatMap((side) =>
      [undefined, ...LEVELS].map((level) => {
        const said = answerOf(side, level && { level, probability: 0.5 });
        expect(said.answered).toBe((level?.level ?? 0) >= 2);
        return [said.zh, said.en];
      }),
    );
    expect(new Set(texts.map(([zh]) => zh)).size).toBe(10);
    expect(new Set(texts.map(([, en]) => en)).size).toBe(10);
  });
});
