import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import { checkLists, checkOptions, DAY, ELSEWHERE, FROM_1, optionsOf } from '../common/check.ts';
import {
  byId,
  PLANNING,
  type PlanningOptions,
  type PlanQuality,
  qualityOf,
  totalValue,
} from '../planning/planning.ts';
import { loadSolver } from '../planning/solver.ts';
import {
  type Call,
  callsOf,
  type Leave,
  VISIT_PAIR,
  VISITING_EXPERT,
  type VisitingExpert,
  type VisitPair,
} from './visit-calls.ts';
import { chooseGreedily, chooseOptimally } from './visit-choice.ts';
import { tripsOf, type VisitTrip } from './visit-days.ts';

/** What visits are planned from. */
export interface VisitInput {
  readonly pairs: readonly VisitPair[];
  /** Days of the plan, `YYYY-MM-DD`. */
  readonly days: readonly string[];
  /** Limits of experts; those not listed can come on every day. */
  readonly experts?: readonly VisitingExpert[];
}

/** How visits are planned. */
export interface VisitOptions extends PlanningOptions {
  /** Most firms that an expert visits on a day, a whole number ≥ 1. Default 4. */
  readonly firmsPerDay?: number;
  /** Most experts that visit a firm, a whole number ≥ 1. Default: no limit. */
  readonly visitsPerFirm?: number;
}

/** Why an expert does not go to a firm. */
export type UnvisitedCode = 'no-region' | 'unavailable' | 'firm-full' | 'expert-full';

export const UNVISITED_LABELS: Readonly<Record<UnvisitedCode, Bilingual>> = {
  'no-region': { zh: '企业未注明所在地区', en: 'the firm names no region' },
  unavailable: { zh: '专家在计划日期内没有时间', en: 'the expert has no time in the plan' },
  'firm-full': { zh: '该企业接待的专家已满', en: 'as many experts visit the firm as may' },
  'expert-full': {
    zh: '专家的日程已排满',
    en: 'the days of the expert are full',
  },
};

/** Pairs of one expert and one firm that no visit is planned for. */
export interface Unvisited {
  readonly expert: string;
  readonly firm: string;
  readonly pairIds: readonly string[];
  readonly value: number;
  readonly reason: UnvisitedCode;
}

/** Who goes where and when. */
export interface VisitPlan extends PlanQuality {
  /** By day and district. */
  readonly trips: readonly VisitTrip[];
  /** By value. */
  readonly unvisited: readonly Unvisited[];
}

const INPUT = optionsOf<VisitInput>({ pairs: ELSEWHERE, days: ELSEWHERE, experts: ELSEWHERE });
const OPTIONS = optionsOf<VisitOptions>({
  ...PLANNING,
  firmsPerDay: z.optional(FROM_1),
  visitsPerFirm: z.optional(FROM_1),
});

/**
 * Sends experts to the firms that they match, one district on a day, so that the total value of visits is greatest; an
 * expert settles all demands of a firm in a district in one visit. Experts to one district travel together where their
 * days allow.
 * serves: 「每年开展“专家企业行”等对接活动30场以上」.
 *
 * With `greedy` each time the expert-day in one district that is worth most: O(days × calls), a call being an expert at
 * a firm. That is the best plan unless `visitsPerFirm` turns experts away; only then does `highs` solve a whole-number
 * programme, and `method` of the plan says which of the two made it. The order of the input does not matter.
 * @throws InputError `INVALID_RECORDS` naming every bad pair, day and expert; `INVALID_OPTIONS`; CuoheError
 *   `MISSING_PACKAGE` without `highs`; the signal's reason when stopped.
 */
export async function planVisits(input: VisitInput, options: VisitOptions = {}): Promise<VisitPlan> {
  checkOptions(options, OPTIONS);
  checkOptions(input, INPUT);
  const { pairs, days, experts } = checkedInput(input);
  const { method = 'highs', gap = 0, firmsPerDay = 4, visitsPerFirm = pairs.length } = options;
  options.signal?.throwIfAborted();
  const leaves = new Map(
    pairs.map(({ supplier }) => [supplier, leave(experts.get(supplier), days, firmsPerDay)]),
  );
  const leaveOf = (expert: string) => leaves.get(expert)!;
  const canCome = (expert: string) => leaveOf(expert).maxDays > 0 && leaveOf(expert).firmsPerDay > 0;
  const solver = method === 'highs' ? await loadSolver() : undefined;
  const all = callsOf(pairs);
  const calls = all.filter(({ expert, district }) => district !== '' && canCome(expert));
  const task = { calls, leaveOf, visitsPerFirm };
  let choice = chooseGreedily(task);
  let quality = qualityOf('greedy', totalValue([...choice.chosen]), choice.bound);
  if (solver !== undefined && !quality.optimal) {
    choice = await chooseOptimally(task, solver, gap, options);
    quality = qualityOf('highs', totalValue([...choice.chosen]), choice.bound);
  }
  const chosen = calls.filter((call) => choice.chosen.has(call));
  const visits = new Map<string, number>();
  for (const { firm } of chosen) visits.set(firm, (visits.get(firm) ?? 0) + 1);
  const reasonOf = ({ district, expert, firm }: Call): UnvisitedCode => {
    if (district === '') return 'no-region';
    if (!canCome(expert)) return 'unavailable';
    return (visits.get(firm) ?? 0) >= visitsPerFirm ? 'firm-full' : 'expert-full';
  };
  return {
    trips: tripsOf(chosen, leaveOf),
    unvisited: all
      .filter((call) => !choice.chosen.has(call))
      .map((call) => {
        const { expert, firm, pairIds, value } = call;
        return { expert, firm, pairIds, value, reason: reasonOf(call) };
      }),
    ...quality,
  };
}

function leave(expert: VisitingExpert | undefined, days: readonly string[], firmsPerDay: number): Leave {
  const open = expert?.days === undefined ? days : days.filter((day) => expert.days!.includes(day));
  return {
    days: open,
    maxDays: Math.min(expert?.maxDays ?? open.length, open.length),
    firmsPerDay: expert?.firmsPerDay ?? firmsPerDay,
  };
}

/** The input in an order of its own, so that the order given does not matter. */
function checkedInput({ pairs, days, experts = [] }: VisitInput) {
  checkLists([
    { what: 'pairs', items: pairs, schema: VISIT_PAIR },
    { what: 'days', items: days, schema: DAY },
    { what: 'experts', items: experts, schema: VISITING_EXPERT },
  ]);
  return {
    pairs: [...pairs].sort(byId),
    days: [...new Set(days)].sort(),
    experts: new Map(experts.map((expert) => [expert.id, expert])),
  };
}
