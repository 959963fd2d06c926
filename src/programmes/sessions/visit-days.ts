import { groupBy } from '../common/group-by.ts';
import { totalValue } from '../planning/planning.ts';
import { type Call, type Leave, piecesOf, type Round, roundsOf } from './visit-calls.ts';

/** A firm on an expert's way. */
export interface VisitStop {
  readonly firm: string;
  /** The pairs that are talked about there. */
  readonly pairIds: readonly string[];
  readonly value: number;
}

/** What one expert does on a day: the firms of one district, the most valuable first. */
export interface VisitRoute {
  readonly expert: string;
  readonly stops: readonly VisitStop[];
}

/** All experts who go to one district on one day. */
export interface VisitTrip {
  readonly day: string;
  /** District as a region key: `210112`, `2101`, or the host's own name. */
  readonly district: string;
  /** By expert. */
  readonly routes: readonly VisitRoute[];
  readonly value: number;
}

/**
 * Puts the chosen calls on days. Districts with most expert-days choose first, each time the day on which most of their
 * experts are free, of equal ones the first; these travel together. An expert is in one district on a day.
 * @param calls at most so many of an expert as fit in its days.
 */
export function tripsOf(calls: readonly Call[], leaveOf: (expert: string) => Leave): VisitTrip[] {
  const pieces = roundsOf(calls).flatMap(({ expert, district, calls: own }) =>
    piecesOf(own, leaveOf(expert).firmsPerDay).map((piece) => ({ expert, district, calls: piece })),
  );
  const byDistrict = [...groupBy(pieces, ({ district }) => district)].sort(
    ([a, one], [b, other]) => other.length - one.length || order(a, b),
  );
  const freeDays = new Map(pieces.map(({ expert }) => [expert, new Set(leaveOf(expert).days)]));
  const trips: VisitTrip[] = [];
  for (const [district, own] of byDistrict) {
    let waiting: readonly Round[] = own.sort((a, b) => order(a.expert, b.expert));
    while (waiting.length > 0) {
      const day = bestDay(waiting, freeDays);
      const going = new Map<string, Round>();
      for (const round of waiting) {
        const isFree = freeDays.get(round.expert)!.has(day);
        if (isFree && !going.has(round.expert)) going.set(round.expert, round);
      }
      for (const expert of going.keys()) freeDays.get(expert)!.delete(day);
      waiting = waiting.filter((round) => going.get(round.expert) !== round);
      const routes = [...going.values()].map(({ expert, calls: stops }) => ({
        expert,
        stops: stops.map(({ firm, pairIds, value }) => ({ firm, pairIds, value })),
      }));
      const value = totalValue(routes.flatMap(({ stops }) => stops));
      trips.push({ day, district, routes, value });
    }
  }
  return trips.sort((a, b) => order(a.day, b.day) || order(a.district, b.district));
}

/** The day on which most of the experts are free; of equal ones the first. */
function bestDay(rounds: readonly Round[], freeDays: ReadonlyMap<string, ReadonlySet<string>>): string {
  const counts = new Map<string, number>();
  for (const expert of new Set(rounds.map((round) => round.expert))) {
    for (const day of freeDays.get(expert)!) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].sort(([a, one], [b, other]) => other - one || order(a, b))[0]![0];
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
