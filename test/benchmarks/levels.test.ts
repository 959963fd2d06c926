import { describe, expect, it } from 'vitest';
import { fitLevels } from '../../benchmarks/levels/fit.ts';
import { listsOf } from '../../benchmarks/levels/lists.ts';
import { crossValidated } from '../../benchmarks/levels/measure.ts';
import { shippedSets } from '../../benchmarks/levels/sets.ts';
import { gradeOf } from '../../src/core/levels/grade.ts';
import { SHIPPED_LEVELS } from '../../src/defaults/levels.ts';

const sets = shippedSets().map((set) => ({ set, full: listsOf(set) }));

/** A change of scores that moves a probability by more than this asks for `npm run fit:levels`. */
const MOST_APART = 0.04;

describe('the shipped levels', () => {
  it('are those that the judgments of the repository give', () => {
    const fitted = { ...SHIPPED_LEVELS, ...fitLevels(sets.map(({ full }) => full)) };
    for (let score = 0; score <= 1; score += 0.05) {
      const apart = gradeOf(fitted, score, 1).probability - gradeOf(SHIPPED_LEVELS, score, 1).probability;
      expect(Math.abs(apart), `at a score of ${score}`).toBeLessThan(MOST_APART);
    }
  });

  it('hold for demands that they were not fitted on', () => {
    const lists = sets.map(({ set, full }) => {
      const answerable = set.judged.judgments.filter(({ grade }) => grade >= 2);
      return {
        name: set.name,
        isComplete: true,
        full,
        without: [],
        answerable: new Set(answerable.map(({ demandId }) => demandId)),
      };
    });
    for (const { name, calibrationError, promised, held } of crossValidated(lists)) {
      expect(calibrationError, name).toBeLessThan(0.1);
      expect(Math.abs(promised - held), name).toBeLessThan(0.1);
    }
  });
});
