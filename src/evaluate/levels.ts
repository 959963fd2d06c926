import { Issues } from '../base/issues.ts';
import { expectNumbers, throwArguments } from './checks.ts';

/**
 * How close predicted grades come to the given ones: 1 / (1 + MAE), MAE the mean of |predicted − given|. 1 means that
 * every grade was met, 0.5 that they are one level off on average. (The score of the CCF BDCI 2019 contest on matching
 * technology demands with achievements.)
 * @param predicted grades, which need not be whole numbers.
 * @param given grades, in the same order.
 * @returns in (0, 1]; undefined for empty lists.
 * @throws InputError `INVALID_OPTIONS` for values that are no finite numbers and for lists of unequal lengths.
 */
export function levelScore(predicted: readonly number[], given: readonly number[]): number | undefined {
  const issues = new Issues();
  expectNumbers(issues, 'predicted', predicted);
  expectNumbers(issues, 'given', given);
  const same = predicted.length === given.length;
  issues.expect(same, 'given', `${predicted.length} values, one for each prediction`, given.length);
  throwArguments(issues);
  if (predicted.length === 0) return undefined;
  const error = predicted.reduce((sum, value, i) => sum + Math.abs(value - given[i]!), 0) / predicted.length;
  return 1 / (1 + error);
}
