import { Issues } from '../base/issues.ts';
import { expectNumbers, throwArguments } from './checks.ts';

/** Bins of the calibration error. */
const BINS = 10;

/**
 * Expected calibration error: by how much probabilities miss the shares that they promise,
 *
 *     ECE = Σ_bins (size / n) · |mean probability − share of relevant items|
 *
 * over bins of equal size in the order of probabilities (Naeini, Cooper, Hauskrecht, "Obtaining well calibrated
 * probabilities using Bayesian binning", AAAI 2015; equal sizes in place of equal widths: Nixon et al., "Measuring
 * calibration in deep learning", CVPR Workshops 2019, which are less biased, Roelofs et al., "Mitigating bias in calibration
 * error estimation", AISTATS 2022). Items of one probability share a bin, that in which the first of them lies, so that the
 * order of items does not matter. Few items make it large by chance: with n items about √(bins / n) / 4.
 * @param probabilities in [0, 1].
 * @param relevant whether each item is relevant.
 * @param bins a whole number ≥ 1. Default 10.
 * @returns in [0, 1], 0 is best; undefined for empty lists.
 * @throws InputError `INVALID_OPTIONS` for values that are no probabilities, lists of unequal lengths, and bad bins.
 */
export function calibrationError(
  probabilities: readonly number[],
  relevant: readonly boolean[],
  bins = BINS,
): number | undefined {
  const issues = new Issues();
  expectProbabilities(issues, 'probabilities', probabilities);
  const same = probabilities.length === relevant.length;
  issues.expect(
    same,
    'relevant',
    `${probabilities.length} values, one for each probability`,
    relevant.length,
  );
  issues.expect(Number.isInteger(bins) && bins >= 1, 'bins', 'a whole number ≥ 1', bins);
  throwArguments(issues);
  const n = probabilities.length;
  if (n === 0) return undefined;
  const order = probabilities.map((_, i) => i).sort((a, b) => probabilities[a]! - probabilities[b]!);
  // What each bin promises less what it holds: its items weigh the same, so the sizes cancel out.
  const misses = new Map<number, number>();
  let bin = 0;
  for (const [place, i] of order.entries()) {
    const isNew = place === 0 || probabilities[i] !== probabilities[order[place - 1]!];
    if (isNew) bin = Math.floor((place * bins) / n);
    misses.set(bin, (misses.get(bin) ?? 0) + probabilities[i]! - (relevant[i] === true ? 1 : 0));
  }
  return [...misses.values()].reduce((sum, miss) => sum + Math.abs(miss), 0) / n;
}

/** Notes every number that is no probability. */
export function expectProbabilities(issues: Issues, path: string, values: readonly number[]): void {
  expectNumbers(issues, path, values);
  for (const [index, value] of values.entries()) {
    const isOne = !Number.isFinite(value) || (value >= 0 && value <= 1);
    issues.expect(isOne, path, 'a number in [0, 1]', value, { index });
  }
}
