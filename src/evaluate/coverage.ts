import { Issues } from '../base/issues.ts';
import { expectNumbers, throwArguments } from './checks.ts';

/**
 * Precision at coverage: if only the share `coverage` of demands were answered, those that the confidence is highest of,
 * how many of these answers were right? A point of the risk–coverage curve, risk = 1 − precision (El-Yaniv, Wiener, "On the
 * foundations of noise-free selective classification", JMLR 11, 2010). Of demands of one confidence that reach over the
 * edge, each counts in part, so that their order does not matter.
 * @param confidences one for each demand, on any scale; higher is surer.
 * @param right whether the answer to each is right: its first match is relevant.
 * @param coverage in (0, 1].
 * @returns in [0, 1]; undefined without any demand.
 * @throws InputError `INVALID_OPTIONS` for confidences that are no finite numbers, lists of unequal lengths, and a bad
 *   coverage.
 */
export function precisionAtCoverage(
  confidences: readonly number[],
  right: readonly boolean[],
  coverage: number,
): number | undefined {
  const issues = new Issues();
  expectNumbers(issues, 'confidences', confidences);
  const same = confidences.length === right.length;
  issues.expect(same, 'right', `${confidences.length} values, one for each confidence`, right.length);
  issues.expect(coverage > 0 && coverage <= 1, 'coverage', 'a number in (0, 1]', coverage);
  throwArguments(issues);
  const n = confidences.length;
  if (n === 0) return undefined;
  const wanted = Math.max(1, coverage * n);
  const order = confidences.map((_, i) => i).sort((a, b) => confidences[b]! - confidences[a]!);
  let sum = 0;
  for (let start = 0; start < wanted; ) {
    let end = start + 1;
    while (end < n && confidences[order[end]!] === confidences[order[start]!]) end++;
    const hits = order.slice(start, end).filter((i) => right[i] === true).length;
    sum += hits * Math.min(1, (wanted - start) / (end - start));
    start = end;
  }
  return sum / wanted;
}
