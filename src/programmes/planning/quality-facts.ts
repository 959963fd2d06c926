import { rounded } from '../common/sheets.ts';
import type { PlanningMethod, PlanQuality } from './planning.ts';

const METHODS: Readonly<Record<PlanningMethod, { readonly zh: string; readonly en: string }>> = {
  highs: { zh: '最优求解', en: 'solved (HiGHS)' },
  greedy: { zh: '按价值依次安排', en: 'the most valuable first' },
};

/** Facts: how good a plan is. */
export function qualityFacts({ method, value, bound, optimal }: PlanQuality) {
  return [
    ['总价值', 'total value', rounded(value)],
    ['价值上限', 'no plan is worth more than', rounded(bound)],
    ['已达上限', 'reaches it', optimal],
    ['方法', 'method', METHODS[method]],
  ] as const;
}
