import type { Bilingual } from '../../base/bilingual.ts';
import { Issues } from '../../base/issues.ts';
import { badLists, checkOptions, DAY, expectList, optionsOf } from '../common/check.ts';
import { groupBy } from '../common/group-by.ts';
import { organizationKey } from '../common/organization.ts';
import { type SplitBasis, splitFen } from './cost-split.ts';
import {
  DECIMALS,
  PLEDGE,
  PLEDGE_GOAL,
  type Pledge,
  type PledgeGoal,
  type PledgeState,
  type PledgeStatus,
} from './pledge.ts';

/** What one firm is to pay. */
export interface PledgedPart {
  readonly pledgeId: string;
  readonly firm: string;
  /** In yuan, to the fen. */
  readonly pays: number;
  /** What rounding added to the exact part (> 0) or took from it, in fen, between −1 and 1. */
  readonly rounding: number;
  /** Whether it is more than the sum that the firm pledged to pay at most. */
  readonly exceedsSum: boolean;
}

/** A cost split to the fen: the parts and what is uncovered are the cost. */
export interface CostSplit {
  readonly basis: SplitBasis;
  /** In yuan. */
  readonly cost: number;
  readonly parts: readonly PledgedPart[];
  /** What no pledged share covers, in yuan; 0 but for `share`. */
  readonly uncovered: number;
}

/** How far the pledges for one goal have come. */
export interface PledgedGoal {
  readonly goalId: string;
  readonly title?: string;
  /** The day that is looked at, and the last day on which pledges count. */
  readonly asOf: string;
  readonly by: string;
  readonly state: PledgeState;
  /** Why, in words. */
  readonly reason: Bilingual;
  /** Of pledges that count: firms, quantity, and the sum in yuan. A share of a known cost is a sum. */
  readonly firms: number;
  readonly quantity: number;
  readonly sum: number;
  /** Pledges that count and tell no quantity; no sum, nor a share of a known cost. */
  readonly withoutQuantity: number;
  readonly withoutSum: number;
  /** What is missing to go; 0 where nothing is asked or enough is there. */
  readonly missing: { readonly firms: number; readonly quantity: number; readonly sum: number };
  /** Every pledge for the goal, in the order given. */
  readonly pledges: readonly { readonly pledge: Pledge; readonly status: PledgeStatus }[];
  /** Who pays what. Absent without a cost, or where it cannot be split. */
  readonly split?: CostSplit;
  /** Why it cannot be split; absent where it is, and without a cost. */
  readonly notSplit?: Bilingual;
}

const OPTIONS = optionsOf<{ readonly asOf: string }>({ asOf: DAY });

/**
 * Counts the pledges (预采购协议, 众筹) for joint developments on a day: whether enough firms, quantity and money have come
 * together, what is missing, and who would pay what.
 *
 * serves: 「组织有需求的企业签署预采购协议,众筹解决研发资金」
 *
 * A pledge counts from its day on, if it was signed by the last day of the goal and is not withdrawn. Of pledges of one
 * firm for one goal that say the same, one counts; where they differ, none does until the firm has withdrawn all but
 * one. What a pledge does not tell adds nothing, and is counted. The cost is split to the fen, each part less than a fen
 * off the exact one; by shares, what no share covers stands in `uncovered`. O(pledges · log pledges).
 * @param options `asOf`: the day, `YYYY-MM-DD`.
 * @returns a result for each goal, in their order.
 * @throws InputError `INVALID_RECORDS` naming every bad goal and pledge, and every pledge for no goal; `INVALID_OPTIONS`.
 */
export function countPledges(
  goals: readonly PledgeGoal[],
  pledges: readonly Pledge[],
  options: { readonly asOf: string },
): PledgedGoal[] {
  checkOptions(options, OPTIONS);
  const lists = [
    { what: 'goals', items: goals, schema: PLEDGE_GOAL },
    { what: 'pledges', items: pledges, schema: PLEDGE },
  ];
  const issues = new Issues();
  for (const list of lists) expectList(issues, list);
  issues.throwAs('INVALID_RECORDS', badLists(lists));
  const known = new Set(goals.map(({ id }) => id));
  for (const [index, { id, goalId }] of pledges.entries()) {
    issues.expect(known.has(goalId), 'goalId', 'the id of a goal', goalId, { index, id, place: 'pledges' });
  }
  issues.throwAs('INVALID_RECORDS', badLists(lists));
  const byGoal = groupBy(pledges, ({ goalId }) => goalId);
  return goals.map((goal) => countedGoal(goal, byGoal.get(goal.id) ?? [], options.asOf));
}

function countedGoal(goal: PledgeGoal, pledges: readonly Pledge[], asOf: string): PledgedGoal {
  const { id, title, by, least = {}, cost } = goal;
  const told = statusesOf(pledges, by, asOf);
  const counted = told.filter(({ status }) => status === 'counts').map(({ pledge }) => pledge);
  const units = counted.reduce((total, { quantity = 0 }) => total + scaled(quantity), 0);
  const sum = pledgedFen(counted, cost);
  const missing = {
    firms: Math.max(0, (least.firms ?? 1) - counted.length),
    quantity: Math.max(0, scaled(least.quantity ?? 0) - units) / 10 ** DECIMALS,
    sum: Math.max(0, inFen(least.sum ?? 0) - sum) / 100,
  };
  const isEnough = Object.values(missing).every((one) => one === 0);
  const split = cost === undefined || counted.length === 0 ? {} : splitOf(goal, cost, counted);
  const state = isEnough ? 'go' : asOf <= by ? 'open' : 'no-go';
  return {
    goalId: id,
    ...(title === undefined ? {} : { title }),
    asOf,
    by,
    state,
    reason: reasonOf(state, by, missing, split),
    firms: counted.length,
    quantity: units / 10 ** DECIMALS,
    sum: sum / 100,
    withoutQuantity: counted.filter(({ quantity }) => quantity === undefined).length,
    withoutSum: counted.filter((one) => one.sum === undefined && !isShareOfCost(one, cost)).length,
    missing,
    pledges: told,
    ...split,
  };
}

/** Yuan in fen, quantities in millionths, shares in as small parts as a number holds: whole numbers. */
function inFen(yuan: number): number {
  return Math.round(yuan * 100);
}
function scaled(quantity: number): number {
  return Math.round(quantity * 10 ** DECIMALS);
}

const WHOLE = 1e15;
function inParts(share: number): number {
  return Math.round(share * WHOLE);
}

/** Whether so many shares are all of it: three thirds of six decimals are 0.999999. */
function areWhole(parts: number, shares: number): boolean {
  return Math.abs(parts - WHOLE) <= shares * (WHOLE / 1e6);
}

function isShareOfCost({ share }: Pledge, cost: number | undefined): boolean {
  return share !== undefined && cost !== undefined;
}

/** What pledges bring, in fen. Shares of the cost are taken together, so that three thirds are the cost. */
function pledgedFen(counted: readonly Pledge[], cost: number | undefined): number {
  const sums = counted.reduce((total, { sum = 0 }) => total + inFen(sum), 0);
  const shares = counted.filter((one) => one.sum === undefined && isShareOfCost(one, cost));
  if (cost === undefined || shares.length === 0) return sums;
  const parts = shares.reduce((total, { share = 0 }) => total + inParts(share), 0);
  if (areWhole(parts, shares.length)) return sums + inFen(cost);
  const [whole, product] = [BigInt(WHOLE), BigInt(inFen(cost)) * BigInt(parts)];
  return sums + Number((2n * product + whole) / (2n * whole));
}

function statusesOf(
  pledges: readonly Pledge[],
  by: string,
  asOf: string,
): { pledge: Pledge; status: PledgeStatus }[] {
  const apart = new Map(
    pledges.map((pledge): [Pledge, PledgeStatus] => {
      const { on, withdrawnOn } = pledge;
      if (withdrawnOn !== undefined && withdrawnOn <= asOf) return [pledge, 'withdrawn'];
      return [pledge, on > by ? 'late' : on > asOf ? 'not-yet' : 'counts'];
    }),
  );
  const valid = pledges.filter((pledge) => apart.get(pledge) === 'counts');
  for (const own of groupBy(valid, ({ firm }) => organizationKey(firm)).values()) {
    const isOne =
      new Set(own.map(({ quantity, share, sum }) => JSON.stringify([quantity, share, sum]))).size === 1;
    for (const [i, pledge] of own.entries()) {
      if (!isOne) apart.set(pledge, 'conflict');
      else if (i > 0) apart.set(pledge, 'duplicate');
    }
  }
  return pledges.map((pledge) => ({ pledge, status: apart.get(pledge)! }));
}

function splitOf(
  { split: basis = 'equal' }: PledgeGoal,
  cost: number,
  counted: readonly Pledge[],
): Pick<PledgedGoal, 'split' | 'notSplit'> {
  const given = counted.map(({ quantity, share }) => {
    if (basis === 'equal') return 1;
    if (basis === 'quantity') return quantity && scaled(quantity);
    return share && inParts(share);
  });
  const untold = counted.filter((_, i) => given[i] === undefined).map(({ firm }) => firm);
  if (untold.length > 0) {
    const [zh, en] = basis === 'quantity' ? ['数量', 'quantity'] : ['比例', 'share'];
    return {
      notSplit: {
        zh: `${untold.join('、')}未填${zh}，无法分摊。`,
        en: `Without a ${en}: ${untold.join(', ')}.`,
      },
    };
  }
  const weights = given as readonly number[];
  const total = weights.reduce((sum, one) => sum + one, 0);
  const isWhole = areWhole(total, weights.length);
  if (basis === 'share' && total > WHOLE && !isWhole) {
    const percent = Number(((100 * total) / WHOLE).toFixed(4));
    return {
      notSplit: {
        zh: `认缴比例合计${percent}%，超过100%，无法分摊。`,
        en: `The shares sum to ${percent}%, more than all.`,
      },
    };
  }
  const rest = basis === 'share' && !isWhole ? [WHOLE - total] : [];
  const parts = splitFen(inFen(cost), [...weights, ...rest]);
  return {
    split: {
      basis,
      cost,
      parts: counted.map(({ id, firm, sum }, i) => {
        const { fen, rounding } = parts[i]!;
        const exceedsSum = sum !== undefined && fen > inFen(sum);
        return { pledgeId: id, firm: firm.trim(), pays: fen / 100, rounding, exceedsSum };
      }),
      uncovered: rest.length === 0 ? 0 : parts.at(-1)!.fen / 100,
    },
  };
}

function reasonOf(
  state: PledgeState,
  by: string,
  { firms, quantity, sum }: PledgedGoal['missing'],
  split: Pick<PledgedGoal, 'split' | 'notSplit'>,
): Bilingual {
  if (state === 'go') {
    const open = openPoints(split);
    return {
      zh: `${['要求均已达到', ...open.map((one) => one.zh)].join('；')}。`,
      en: `${['All that is asked for is pledged', ...open.map((one) => one.en)].join('; ')}.`,
    };
  }
  const zh = [
    ...(firms > 0 ? [`${firms}家企业`] : []),
    ...(quantity > 0 ? [`数量${quantity}`] : []),
    ...(sum > 0 ? [yuanText(sum)] : []),
  ].join('、');
  const en = [
    ...(firms > 0 ? [`${firms} ${firms === 1 ? 'firm' : 'firms'}`] : []),
    ...(quantity > 0 ? [`a quantity of ${quantity}`] : []),
    ...(sum > 0 ? [`${sum} yuan`] : []),
  ].join(', ');
  return state === 'open'
    ? { zh: `还差${zh}，${by}截止。`, en: `Missing: ${en}; until ${by}.` }
    : { zh: `到${by}仍差${zh}。`, en: `On ${by} still missing: ${en}.` };
}

/** What must be agreed before it goes ahead, though enough is pledged. */
function openPoints({ split, notSplit }: Pick<PledgedGoal, 'split' | 'notSplit'>): Bilingual[] {
  if (notSplit !== undefined) return [{ zh: '但费用尚不能分摊', en: 'but the cost cannot be split yet' }];
  const firms = (split?.parts ?? []).filter(({ exceedsSum }) => exceedsSum).map(({ firm }) => firm);
  const uncovered = split?.uncovered ?? 0;
  return [
    ...(firms.length === 0
      ? []
      : [
          {
            zh: `但${firms.join('、')}应分摊的超过其认缴金额，启动前须先商定`,
            en: `but the part of ${firms.join(', ')} is more than pledged, which must be agreed on first`,
          },
        ]),
    ...(uncovered === 0
      ? []
      : [
          {
            zh: `但费用中${yuanText(uncovered)}无人承担，启动前须先落实`,
            en: `but ${uncovered} yuan of the cost are covered by nobody, which must be settled first`,
          },
        ]),
  ];
}

/** A sum to the fen, without what a division by ten thousand leaves behind. */
function yuanText(yuan: number): string {
  return yuan >= 10_000 ? `${Number((yuan / 10_000).toFixed(6))}万元` : `${yuan}元`;
}
