import { Issues } from '../base/issues.ts';
import { expectNumbers, throwArguments } from './checks.ts';

/**
 * Area under the ROC curve: the probability that a relevant item, drawn at random, is scored above an irrelevant one,
 * where a tie counts half. From the mid-ranks of the scores in O(n log n), as the Mann–Whitney statistic
 *
 *     AUC = (Σ ranks of relevant items − R (R + 1) / 2) / (R · I)    with R relevant and I irrelevant items
 *
 * (Hanley, McNeil, "The meaning and use of the area under a receiver operating characteristic (ROC) curve",
 * Radiology 143, 1982).
 * @param scores higher is better; any scale.
 * @param relevant whether each scored item is relevant.
 * @returns in [0, 1], 0.5 for scores that tell nothing; undefined if all items are relevant, or none is.
 * @throws InputError `INVALID_OPTIONS` for scores that are no finite numbers and for lists of unequal lengths.
 */
export function auc(scores: readonly number[], relevant: readonly boolean[]): number | undefined {
  const issues = new Issues();
  expectNumbers(issues, 'scores', scores);
  const same = scores.length === relevant.length;
  issues.expect(same, 'relevant', `${scores.length} values, one for each score`, relevant.length);
  throwArguments(issues);
  const order = scores.map((_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
  let relevantCount = 0;
  let rankSum = 0;
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && scores[order[end]!] === scores[order[start]!]) end++;
    // Ranks start + 1 to end are tied: each of them gets the middle one.
    const tied = order.slice(start, end).filter((i) => relevant[i] === true).length;
    relevantCount += tied;
    rankSum += (tied * (start + 1 + end)) / 2;
    start = end;
  }
  const pairs = relevantCount * (order.length - relevantCount);
  return pairs === 0 ? undefined : (rankSum - (relevantCount * (relevantCount + 1)) / 2) / pairs;
}
