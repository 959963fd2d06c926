import type { LearnedOptions } from '../../src/learn/index.ts';

/** What was learned, in a line for people. */
export function learnedLine(path: string, { signals, report }: LearnedOptions): string {
  const weights = Object.entries(signals)
    .sort(([, a], [, b]) => b - a)
    .map(([signal, weight]) => `${signal} ${weight.toFixed(3)}`);
  const { pairs, demands, contradictory, warnings } = report;
  const head = `学习 Learned from ${path}: ${pairs} 对 pairs, ${demands} 条需求 demands, ${contradictory} 处矛盾 contradictory`;
  return [`${head}; ${weights.join(', ')}`, ...warnings.map((text) => `  注意 warning: ${text}`)].join('\n');
}
