import type { Bilingual } from '../../base/bilingual.ts';
import type { FieldSpan } from '../../core/terms/span.ts';

/** What a demand should tell, the most important first where they weigh the same. */
export const DEMAND_ELEMENTS = [
  'object',
  'problem',
  'indicator',
  'technology',
  'constraint',
  'budget',
  'deadline',
  'cooperation',
] as const;
export type DemandElementCode = (typeof DEMAND_ELEMENTS)[number];

/** Labels of {@link DEMAND_ELEMENTS}. */
export const DEMAND_ELEMENT_LABELS: Readonly<Record<DemandElementCode, Bilingual>> = {
  object: { zh: '对象', en: 'object' },
  problem: { zh: '问题', en: 'problem' },
  indicator: { zh: '指标', en: 'indicator' },
  technology: { zh: '关键技术', en: 'key technology' },
  constraint: { zh: '约束条件', en: 'constraint' },
  budget: { zh: '预算', en: 'budget' },
  deadline: { zh: '时限', en: 'deadline' },
  cooperation: { zh: '合作方式', en: 'way of cooperation' },
};

/**
 * What each element counts in the clarity score; they sum to 1. What a match can be found and judged by (object,
 * problem, indicator, technology) counts three quarters; what a contract needs, the rest. A proposal of this project.
 */
export const CLARITY_WEIGHTS: Readonly<Record<DemandElementCode, number>> = {
  object: 0.2,
  problem: 0.2,
  indicator: 0.2,
  technology: 0.15,
  constraint: 0.1,
  budget: 0.05,
  deadline: 0.05,
  cooperation: 0.05,
};

/**
 * Whether an element is there; `partial`: only hinted at, which counts half. Of `ConditionStatus`, `present` is met,
 * `missing` failed, and `partial` unknown: to be asked.
 */
export type ElementState = 'present' | 'partial' | 'missing';

/** Labels of {@link ElementState}. */
export const ELEMENT_STATE_LABELS: Readonly<Record<ElementState, Bilingual>> = {
  present: { zh: '已写明', en: 'stated' },
  partial: { zh: '不够明确', en: 'hinted at' },
  missing: { zh: '缺少', en: 'missing' },
};

/** What each state counts. */
export const STATE_VALUES: Readonly<Record<ElementState, number>> = { present: 1, partial: 0.5, missing: 0 };

/** One element of a demand. */
export interface DemandElement {
  readonly element: DemandElementCode;
  readonly state: ElementState;
  /** Of `CLARITY_WEIGHTS`. */
  readonly weight: number;
  /** The words that say it, with their places in the text as given; none where it is missing. */
  readonly evidence: readonly FieldSpan[];
}

/** In [0, 1]: Σ weight × (1 stated, ½ hinted at, 0 missing). */
export function clarityOf(elements: readonly DemandElement[]): number {
  const sum = elements.reduce((total, { weight, state }) => total + weight * STATE_VALUES[state], 0);
  // 0.1 + 0.2 is 0.3.
  return Math.round(sum * 1e6) / 1e6;
}
