import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import { DAY, FROM_1, ID, itemOf } from '../common/check.ts';
import type { SplitBasis } from './cost-split.ts';

/** What a firm signs for a joint development (预采购协议): plain data of the host. */
export interface Pledge {
  readonly id: string;
  /** What it is for: the id of a goal, such as that of the joint demand of `clusterDemand`. */
  readonly goalId: string;
  /** Name of the firm; spellings of one firm are one. */
  readonly firm: string;
  /** How much of what is developed it will take, in the unit of the goal, > 0. */
  readonly quantity?: number;
  /** Share of the cost that it will bear, in (0, 1]. */
  readonly share?: number;
  /** Sum that it will pay at most, in yuan, > 0, to the fen. */
  readonly sum?: number;
  /** The day on which it was signed, `YYYY-MM-DD`. */
  readonly on: string;
  /** The day on which it was withdrawn; from that day on it does not count. */
  readonly withdrawnOn?: string;
}

/** What must come together, until when, and what it costs. */
export interface PledgeGoal {
  readonly id: string;
  readonly title?: string;
  /** Last day on which a pledge counts, `YYYY-MM-DD`. */
  readonly by: string;
  /** Least number of firms, of the quantity, of the sum in yuan. None of them: one firm will do. */
  readonly least?: { readonly firms?: number; readonly quantity?: number; readonly sum?: number };
  /** What the development costs, in yuan, to the fen; without it nothing is split. */
  readonly cost?: number;
  /** How the cost is split. Default `equal`. */
  readonly split?: SplitBasis;
}

/** What became of a pledge on a day. */
export type PledgeStatus = 'counts' | 'duplicate' | 'conflict' | 'withdrawn' | 'late' | 'not-yet';

/** Labels of {@link PledgeStatus}. */
export const PLEDGE_STATUS_LABELS: Readonly<Record<PledgeStatus, Bilingual>> = {
  counts: { zh: '计入', en: 'counts' },
  duplicate: { zh: '重复，计一次', en: 'a duplicate, counted once' },
  conflict: { zh: '同一企业的认缴不一致，均不计入', en: 'pledges of one firm differ, none counts' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  late: { zh: '逾期签署', en: 'signed too late' },
  'not-yet': { zh: '基准日之后签署', en: 'signed after the day' },
};

/**
 * Whether a development goes ahead: enough is pledged; not yet, and there is time; not, and the time is over. Of
 * `ConditionStatus`, `go` is met and `no-go` failed; `open` is unknown until the last day, and never taken for met.
 */
export type PledgeState = 'go' | 'open' | 'no-go';

/** Labels of {@link PledgeState}. */
export const PLEDGE_STATE_LABELS: Readonly<Record<PledgeState, Bilingual>> = {
  go: { zh: '达标，可启动', en: 'go' },
  open: { zh: '未达标，征集中', en: 'not yet' },
  'no-go': { zh: '到期未达标', en: 'no go' },
};

/** Decimals of a quantity that count. */
export const DECIMALS = 6;

/** Whether a number has no more decimals than so many. */
function hasAtMost(decimals: number): (value: number) => boolean {
  return (value) => Number(value.toFixed(decimals)) === value;
}

const YUAN = z
  .number()
  .check(z.gt(0), z.maximum(1e12), z.refine(hasAtMost(2), { error: 'a sum in yuan, to the fen' }));
const QUANTITY = z
  .number()
  .check(z.gt(0), z.maximum(1e9), z.refine(hasAtMost(DECIMALS), { error: 'at most six decimals' }));

/** Shape of {@link Pledge}. */
export const PLEDGE = itemOf<Pledge>({
  id: ID,
  goalId: ID,
  firm: z.string().check(z.refine((name) => name.trim() !== '', { error: 'the name of a firm' })),
  quantity: z.optional(QUANTITY),
  share: z.optional(z.number().check(z.gt(0), z.maximum(1))),
  sum: z.optional(YUAN),
  on: DAY,
  withdrawnOn: z.optional(DAY),
}).check(
  z.refine(({ on, withdrawnOn }) => withdrawnOn === undefined || withdrawnOn >= on, {
    error: 'not withdrawn before it was signed',
    path: ['withdrawnOn'],
  }),
);

/** Shape of {@link PledgeGoal}. */
export const PLEDGE_GOAL = itemOf<PledgeGoal>({
  id: ID,
  title: z.optional(z.string()),
  by: DAY,
  least: z.optional(
    z.strictObject({
      firms: z.optional(FROM_1),
      quantity: z.optional(QUANTITY),
      sum: z.optional(YUAN),
    }) as z.ZodMiniType<NonNullable<PledgeGoal['least']>>,
  ),
  cost: z.optional(YUAN),
  split: z.optional(z.enum(['quantity', 'equal', 'share'])),
});
