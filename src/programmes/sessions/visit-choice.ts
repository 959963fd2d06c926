import type { RunOptions } from '../../core/matches/match-options.ts';
import { solveInParts } from '../planning/parts.ts';
import { sumOfGreatest, totalValue } from '../planning/planning.ts';
import type { Column, Solver } from '../planning/solver.ts';
import { type Call, type Leave, piecesOf, roundsOf } from './visit-calls.ts';

/** Which calls are made, and what no choice exceeds. */
export interface VisitChoice {
  readonly chosen: ReadonlySet<Call>;
  readonly bound: number;
}

/** The calls to choose from, and what limits them. */
export interface VisitTask {
  /** By value; all in a district, of experts that can come. */
  readonly calls: readonly Call[];
  readonly leaveOf: (expert: string) => Leave;
  readonly visitsPerFirm: number;
}

/**
 * Again and again the expert-day in one district that is worth most. Best possible as long as no firm is visited as
 * often as it may be. O(days × calls).
 */
export function chooseGreedily({ calls, leaveOf, visitsPerFirm }: VisitTask): VisitChoice {
  const chosen = new Set<Call>();
  const days = new Map<string, number>();
  const visits = new Map<string, number>();
  const rounds = roundsOf(calls);
  for (;;) {
    let best: Call[] = [];
    let most = 0;
    for (const { expert, calls: own } of rounds) {
      const { maxDays, firmsPerDay } = leaveOf(expert);
      if ((days.get(expert) ?? 0) >= maxDays) continue;
      const day = own
        .filter((call) => !chosen.has(call) && (visits.get(call.firm) ?? 0) < visitsPerFirm)
        .slice(0, firmsPerDay);
      const worth = totalValue(day);
      if (worth > most) [best, most] = [day, worth];
    }
    if (best.length === 0) break;
    days.set(best[0]!.expert, (days.get(best[0]!.expert) ?? 0) + 1);
    for (const call of best) {
      chosen.add(call);
      visits.set(call.firm, (visits.get(call.firm) ?? 0) + 1);
    }
  }
  return { chosen, bound: boundOf(calls, leaveOf) };
}

/** What all experts could do if every firm could be visited by all of them: each its best days. */
function boundOf(calls: readonly Call[], leaveOf: VisitTask['leaveOf']): number {
  const days = new Map<string, number[]>();
  for (const { expert, calls: own } of roundsOf(calls)) {
    const worths = piecesOf(own, leaveOf(expert).firmsPerDay).map(totalValue);
    days.set(expert, [...(days.get(expert) ?? []), ...worths]);
  }
  let bound = 0;
  for (const [expert, worths] of days) {
    bound += sumOfGreatest(worths, leaveOf(expert).maxDays);
  }
  return bound;
}

/** The best choice: how many days each expert spends in each district, and which calls are made there. */
export async function chooseOptimally(
  { calls, leaveOf, visitsPerFirm }: VisitTask,
  solver: Solver,
  gap: number,
  run: RunOptions,
): Promise<VisitChoice> {
  const limits: number[] = [];
  const columns: Column[] = [];
  const rows = new Map<string, number>();
  const newRow = (limit: number) => limits.push(limit) - 1;
  const rowOf = (key: string, limit: number) => {
    const row = rows.get(key) ?? newRow(limit);
    rows.set(key, row);
    return row;
  };
  const called: (Call | undefined)[] = [];
  for (const { expert, calls: own } of roundsOf(calls)) {
    const { maxDays, firmsPerDay } = leaveOf(expert);
    const day = newRow(0);
    /** No call without a day: says more than `day` where parts of a day are thought of. */
    const each = own.map(() => newRow(0));
    const upper = Math.min(maxDays, Math.ceil(own.length / firmsPerDay));
    columns.push({
      value: 0,
      upper,
      rows: [rowOf(`expert ${expert}`, maxDays), day, ...each],
      uses: [1, -firmsPerDay, ...each.map(() => -1)],
    });
    called.push(undefined);
    own.forEach((call, i) => {
      columns.push({
        value: call.value,
        upper: 1,
        rows: [day, each[i]!, rowOf(`firm ${call.firm}`, visitsPerFirm)],
      });
      called.push(call);
    });
  }
  const { amounts, bound } = await solveInParts({ limits, columns }, solver, gap, run);
  const chosen = new Set(called.filter((call, c) => call !== undefined && amounts[c] === 1) as Call[]);
  // What the gap or the tolerance of the solver left out still has a place.
  fillUp({ calls, leaveOf, visitsPerFirm }, chosen);
  return { chosen, bound };
}

/** Adds calls, the most valuable first, that fit into days on the way or left. O(calls). */
function fillUp({ calls, leaveOf, visitsPerFirm }: VisitTask, chosen: Set<Call>): void {
  const days = new Map<string, number>();
  const firms = new Map<string, number>();
  const ofRound = new Map<string, number>();
  const roundOf = ({ expert, district }: Call) => JSON.stringify([expert, district]);
  const firmsIn = (call: Call) => ofRound.get(roundOf(call)) ?? 0;
  const opensDay = (call: Call) => firmsIn(call) % leaveOf(call.expert).firmsPerDay === 0;
  const add = (call: Call) => {
    if (opensDay(call)) days.set(call.expert, (days.get(call.expert) ?? 0) + 1);
    ofRound.set(roundOf(call), firmsIn(call) + 1);
    firms.set(call.firm, (firms.get(call.firm) ?? 0) + 1);
  };
  chosen.forEach(add);
  for (const call of calls) {
    const isFirmFull = (firms.get(call.firm) ?? 0) >= visitsPerFirm;
    const isDayLeft = (days.get(call.expert) ?? 0) < leaveOf(call.expert).maxDays;
    if (chosen.has(call) || isFirmFull || (opensDay(call) && !isDayLeft)) continue;
    chosen.add(call);
    add(call);
  }
}
