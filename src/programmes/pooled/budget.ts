import * as z from 'zod/mini';
import { type Amount, parseAmount } from '../../core/records/amount.ts';
import type { DemandInput } from '../../core/records/types.ts';
import { checkLists, itemOf } from '../common/check.ts';

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

/** What a budget is added up of: of a demand that was read, or as the host has it. */
type Budgeted = Pick<DemandInput, 'budget'>;

const SUM = z.number().check(z.gte(0));
const BUDGETED = itemOf<Budgeted>({
  budget: z.nullish(
    z.union([
      z.string(),
      SUM,
      z.looseObject({
        raw: z.string(),
        currency: z.string(),
        negotiable: z.boolean(),
        min: z.nullish(SUM),
        max: z.nullish(SUM),
        unread: z.nullish(z.string()),
      }),
    ]),
  ),
});

/** A budget as it was read, or read now. */
function amountOf({ budget }: Budgeted): Pick<Amount, 'currency' | 'negotiable' | 'min' | 'max'> | undefined {
  if (budget === undefined || budget === null) return undefined;
  if (typeof budget !== 'object') return parseAmount(budget);
  const { currency, negotiable, min, max } = budget;
  return {
    currency,
    negotiable,
    ...(typeof min === 'number' ? { min } : {}),
    ...(typeof max === 'number' ? { max } : {}),
  };
}

/**
 * Adds up the budgets of demands, by currency, as a range.
 *
 * serves: 「组织有需求的企业签署预采购协议,众筹解决研发资金」
 *
 * Demands with a sum + negotiable + unstated = all demands. Budgets in words (100万元) are read. O(demands).
 * @throws InputError `INVALID_RECORDS` naming every budget that is none.
 */
export function pooledBudget(demands: readonly Budgeted[]): PooledBudget {
  checkLists([{ what: 'demands', items: demands, schema: BUDGETED, unique: false }]);
  const sums = new Map<string, { -readonly [K in keyof BudgetSum]: BudgetSum[K] }>();
  let negotiable = 0;
  let unstated = 0;
  for (const demand of demands) {
    const budget = amountOf(demand);
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
