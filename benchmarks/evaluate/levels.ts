import type { JudgedSet } from '../../src/evaluate/judged.ts';
import { levelScore } from '../../src/evaluate/levels.ts';
import type { Matcher } from '../../src/index.ts';
import { createGrader, type LearnedOptions } from '../../src/learn/index.ts';
import { scorePairs } from '../../src/learn/pair-scores.ts';

/** The level score of what was learned: every judged pair is graded as a matcher of the whole collection sees it. */
export function measureLevels(
  judged: JudgedSet,
  matcher: Matcher,
  learned: LearnedOptions,
): number | undefined {
  const grader = createGrader(learned);
  const predicted: number[] = [];
  const given: number[] = [];
  for (const demand of judged.demands) {
    const judgments = judged.judgments.filter(({ demandId }) => demandId === demand.id);
    if (judgments.length === 0) continue;
    const ids = judgments.map(({ achievementId }) => achievementId);
    const { pairs, best } = scorePairs(matcher, demand, ids);
    for (const [i, { grade }] of judgments.entries()) {
      predicted.push(grader.grade(pairs[i]!, { best }).level);
      given.push(grade);
    }
  }
  return levelScore(predicted, given);
}

/** What was learned, in a line for people. */
export function learnedLine(path: string, { signals, report }: LearnedOptions): string {
  const weights = Object.entries(signals)
    .sort(([, a], [, b]) => b - a)
    .map(([signal, weight]) => `${signal} ${weight.toFixed(3)}`);
  const { pairs, demands, contradictory, warnings } = report;
  const head = `学习 Learned from ${path}: ${pairs} 对 pairs, ${demands} 条需求 demands, ${contradictory} 处矛盾 contradictory`;
  return [`${head}; ${weights.join(', ')}`, ...warnings.map((text) => `  注意 warning: ${text}`)].join('\n');
}
