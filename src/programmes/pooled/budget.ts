import type { Demand } from '../../core/records/types.ts';

/** Budgets of one currency, added up. */
export interface BudgetSum {
  /** ISO 4217 code. */
  readonly currency: string;
  /** Sum of the lower ends, in units of the currency; a budget that states none (不超过50万元) adds 0. */
  readonly low: number;
  /** Sum of the upper ends; a budget that states none (50万元以上) adds its lower end. */
  readonly high: number;
  /** Budgets added up. */
  readonly stated: number;
  /** Those of them without an upper end: `high` may be exceeded. */
  readonly open: number;
}

/** What several demands would pay together. */
export interface PooledBudget {
  /** By currency code. */
  readonly sums: readonly BudgetSum[];
  /** Demands that leave the sum to negotiation (面议) and name none. */
  readonly negotiable: number;
  /** Demands without any sum. */
  readonly unstated: number;
}

/**
 * Adds up the budgets of demands, by currency, as a range.
 *
 * serves: 「组织有需求的企业签署预采购协议,众筹解决研发资金」
 *
 * Demands with a sum + negotiable + unstated = all demands. O(demands).
 */
export function pooledBudget(demands: readonly Pick<Demand, 'budget'>[]): PooledBudget {
  const sums = new Map<string, { -readonly [K in keyof BudgetSum]: BudgetSum[K] }>();
  let negotiable = 0;
  let unstated = 0;
  for (const { budget } of demands) {
    if (budget?.min === undefined && budget?.max === undefined) {
      if (budget?.negotiable === true) negotiable++;
      else unstated++;
      continue;
    }
    const { currency, min, max } = budget;
    const sum = sums.get(currency) ?? { currency, low: 0, high: 0, stated: 0, open: 0 };
    sums.set(currency, sum);
    sum.low += min ?? 0;
    sum.high += max ?? min!;
    sum.stated++;
    if (max === undefined) sum.open++;
  }
  const ordered = [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
  return { sums: ordered, negotiable, unstated };
}
