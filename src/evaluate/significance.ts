import { Issues } from '../base/issues.ts';
import { expectKeys } from '../base/options.ts';
import { expectNumbers, throwArguments } from './checks.ts';
import { seededRandom } from './random.ts';

/**
 * Is one configuration better than another, or were the queries kind to it? Both tests take one value for each query
 * from either configuration, in the same order, and give the same answer for the same seed.
 */

/** How a test draws. */
export interface TestOptions {
  /** Samples to draw, a whole number ≥ 1. Default 10,000. */
  readonly rounds?: number;
  /** Whole number that fixes what is drawn. Default 1. */
  readonly seed?: number;
}

/** How a bootstrap draws. */
export interface BootstrapOptions extends TestOptions {
  /** Share of the samples inside of the interval, in (0, 1). Default 0.95. */
  readonly confidence?: number;
}

/** What the randomisation test found. */
export interface RandomizationResult {
  /** Mean of after − before. */
  readonly difference: number;
  /** Two-sided: how often chance alone makes a difference as large, in (0, 1]. */
  readonly p: number;
  /** True if all assignments were tried rather than a sample. */
  readonly exact: boolean;
}

/** What the bootstrap found. */
export interface BootstrapResult {
  /** Mean of after − before. */
  readonly difference: number;
  /** Ends of the confidence interval of the difference. */
  readonly low: number;
  readonly high: number;
  /** Two-sided, in (0, 1]. */
  readonly p: number;
}

/**
 * Fisher's randomisation test on paired values: if the two configurations were the same, each query's two values
 * could as well be swapped. p is the share of the assignments of signs to the differences whose mean is at least as
 * far from 0 as the observed one (Smucker, Allan, Carterette, "A comparison of statistical significance tests for
 * information retrieval evaluation", CIKM 2007). Where `rounds` suffice all assignments are tried; else p of a sample
 * is (hits + 1) / (rounds + 1), which never claims a p of 0 (Phipson, Smyth, 2010).
 * @returns difference 0 and p 1 for empty lists.
 * @throws InputError `INVALID_OPTIONS` for values that are no finite numbers, unequal lengths and bad options.
 */
export function randomizationTest(
  before: readonly number[],
  after: readonly number[],
  options: TestOptions = {},
): RandomizationResult {
  const issues = new Issues();
  expectKeys(issues, options, DRAWING);
  const { differences, mean, rounds, random } = prepare(before, after, options, issues);
  // Queries without a difference have no sign to swap.
  const changed = differences.filter((value) => value !== 0);
  const reached = reaches(changed);
  if (2 ** changed.length <= rounds) {
    const total = 2 ** changed.length;
    let hits = 0;
    for (let signs = 0; signs < total; signs++) {
      if (reached(changed.reduce((sum, value, i) => sum + ((signs >>> i) & 1 ? -value : value), 0))) hits++;
    }
    return { difference: mean, p: hits / total, exact: true };
  }
  let hits = 0;
  for (let round = 0; round < rounds; round++) {
    if (reached(changed.reduce((sum, value) => sum + (random() < 0.5 ? -value : value), 0))) hits++;
  }
  return { difference: mean, p: (hits + 1) / (rounds + 1), exact: false };
}

/**
 * Paired bootstrap: queries are drawn with replacement, as many as there are. The interval holds the middle share of
 * the means of the samples (percentile method; Efron, Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13).
 * p is the share of the samples of the centred differences whose mean is at least as far from 0 as the observed one
 * (Sakai, "Evaluating evaluation metrics based on the bootstrap", SIGIR 2006), with the correction of
 * {@link randomizationTest}.
 * @returns zeros and p 1 for empty lists.
 * @throws InputError `INVALID_OPTIONS` for values that are no finite numbers, unequal lengths and bad options.
 */
export function pairedBootstrap(
  before: readonly number[],
  after: readonly number[],
  options: BootstrapOptions = {},
): BootstrapResult {
  const issues = new Issues();
  const { confidence = 0.95 } = expectKeys(issues, options, [...DRAWING, 'confidence']) ? options : {};
  issues.expect(confidence > 0 && confidence < 1, 'confidence', 'a number in (0, 1)', confidence);
  const { differences, mean, rounds, random } = prepare(before, after, options, issues);
  const count = differences.length;
  if (count === 0) return { difference: 0, low: 0, high: 0, p: 1 };
  const reached = reaches(differences);
  const means = new Float64Array(rounds);
  let hits = 0;
  for (let round = 0; round < rounds; round++) {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += differences[Math.floor(random() * count)]!;
    if (reached(sum - mean * count)) hits++;
    means[round] = sum / count;
  }
  means.sort();
  const tail = Math.floor(((1 - confidence) / 2) * rounds);
  return {
    difference: mean,
    low: means[tail]!,
    high: means[rounds - 1 - tail]!,
    p: (hits + 1) / (rounds + 1),
  };
}

/** Whether a sum is as far from 0 as that of the values, but for rounding in another order. */
function reaches(values: readonly number[]): (sum: number) => boolean {
  const observed = Math.abs(values.reduce((sum, value) => sum + value, 0));
  const slack = 1e-12 * values.reduce((sum, value) => sum + Math.abs(value), 0);
  return (sum) => Math.abs(sum) >= observed - slack;
}

const DRAWING = ['rounds', 'seed'] as const satisfies readonly (keyof TestOptions)[];

/** @throws InputError with what was noted of the options, and what is wrong with the values. */
function prepare(before: readonly number[], after: readonly number[], options: TestOptions, issues: Issues) {
  const { rounds = 10_000, seed = 1 } = options ?? {};
  expectNumbers(issues, 'before', before);
  expectNumbers(issues, 'after', after);
  const same = before.length === after.length;
  issues.expect(same, 'after', `${before.length} values, one for each query`, after.length);
  issues.expect(Number.isInteger(rounds) && rounds >= 1, 'rounds', 'a whole number ≥ 1', rounds);
  issues.expect(Number.isInteger(seed), 'seed', 'a whole number', seed);
  throwArguments(issues);
  const differences = before.map((value, i) => after[i]! - value);
  const sum = differences.reduce((total, value) => total + value, 0);
  const mean = differences.length === 0 ? 0 : sum / differences.length;
  return { differences, mean, rounds, random: seededRandom(seed) };
}
