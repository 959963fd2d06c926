import { evidenceOf } from '../core/levels/grade.ts';
import { ANSWERING, LEVELS } from '../core/levels/level.ts';
import { calibrationError } from '../evaluate/calibration-error.ts';
import { ndcgAt } from '../evaluate/gain.ts';
import { levelScore } from '../evaluate/levels.ts';
import { meanOf } from '../evaluate/mean.ts';
import type { CrossValidation } from './learned.ts';
import { medianPosition } from './median.ts';
import { fitOrdinal, levelProbabilities, type OrdinalModel } from './ordinal.ts';
import { byDemand, type ColumnPair, linearScore } from './signal-weights.ts';

/** Parts that the demands are cut into; each is left out once. */
const FOLDS = 5;

/** Fits weights to pairs. */
export type WeightFit = (pairs: readonly ColumnPair[]) => readonly number[];

/**
 * Measures what was learned on demands that it was not learned from: the demands, in the order of ids, are dealt
 * into five parts; each part is measured with what the other four teach.
 * @param pairs in the order of demands.
 * @returns undefined for fewer than two demands whose grades differ.
 */
export function crossValidate(
  pairs: readonly ColumnPair[],
  defaults: readonly number[],
  weigh: WeightFit,
  ridge: number,
): CrossValidation | undefined {
  const groups = [...byDemand(pairs).values()];
  const demands = groups.filter(differ).length;
  if (demands < 2) return undefined;
  const folds = Math.min(FOLDS, groups.length);
  const before: number[] = [];
  const after: number[] = [];
  const grades: number[] = [];
  const levels: number[] = [];
  const constants: number[] = [];
  const probabilities: number[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const train = groups.filter((_, i) => i % folds !== fold).flat();
    const weights = weigh(train);
    const model = fitPairs(train, weights, ridge);
    const constant = medianPosition(shares(train));
    for (const group of groups.filter((_, i) => i % folds === fold)) {
      if (differ(group)) {
        before.push(ndcg(group, defaults));
        after.push(ndcg(group, weights));
      }
      for (const pair of group) {
        grades.push(pair.grade);
        const chances = levelProbabilities(model, featuresOf(pair, weights));
        levels.push(medianPosition(chances));
        probabilities.push(chances.slice(ANSWERING).reduce((sum, chance) => sum + chance, 0));
        constants.push(constant);
      }
    }
  }
  return {
    folds,
    demands,
    ndcg10: {
      before: meanOf(before) ?? 0,
      after: meanOf(after) ?? 0,
      standardError: standardError(before, after),
    },
    levelScore: { before: levelScore(constants, grades) ?? 0, after: levelScore(levels, grades) ?? 0 },
    calibrationError:
      calibrationError(
        probabilities,
        grades.map((grade) => grade >= ANSWERING),
      ) ?? 0,
  };
}

/** Whether a demand's grades differ: else every order of them is as good. */
export function differ(group: readonly ColumnPair[]): boolean {
  return group.some(({ grade }) => grade !== group[0]!.grade);
}

/** The model of levels, from the columns of pairs. */
function fitPairs(pairs: readonly ColumnPair[], weights: readonly number[], ridge: number): OrdinalModel {
  const observations = pairs.map((pair) => ({
    features: featuresOf(pair, weights),
    level: pair.grade,
    weight: pair.weight,
  }));
  return fitOrdinal(observations, LEVELS.length, ridge);
}

/** What speaks for the level of a pair, as a matcher under such weights sees it. */
function featuresOf({ columns, own }: ColumnPair, weights: readonly number[]): number[] {
  return [evidenceOf(linearScore(weights, columns), linearScore(weights, own))];
}

function ndcg(group: readonly ColumnPair[], weights: readonly number[]): number {
  const scores = group.map(({ columns }) => linearScore(weights, columns));
  const order = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b);
  // Defined where grades differ.
  return ndcgAt(order.map((i) => group[i]!.grade)) ?? 0;
}

/** Share of each level. */
function shares(pairs: readonly ColumnPair[]): number[] {
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  return Array.from(
    { length: LEVELS.length },
    (_, level) => pairs.reduce((sum, p) => sum + (p.grade === level ? p.weight : 0), 0) / total,
  );
}

/** Standard error of the mean of after − before. */
function standardError(before: readonly number[], after: readonly number[]): number {
  const differences = after.map((value, i) => value - before[i]!);
  const mean = meanOf(differences) ?? 0;
  const squares = differences.reduce((sum, difference) => sum + (difference - mean) ** 2, 0);
  return Math.sqrt(squares / (differences.length - 1) / differences.length);
}
