import * as z from 'zod/mini';
import type { Reason } from '../../core/explanation/reason.ts';
import type { Match } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchOptions, RunOptions } from '../../core/matches/match-options.ts';
import { checkOptions, FROM_1, optionsOf } from '../common/check.ts';
import { enoughFor } from '../common/enough.ts';
import { forMatch, forRun, MATCHING, RUN } from '../common/matching.ts';
import { closedBy, gatesOf } from '../common/open-records.ts';
import { organizationOf } from '../common/organization.ts';
import type { DemandCluster } from './cluster.ts';

/** How supply is found for a cluster; what is not listed is as in `match`. */
export interface ClusterSupplyOptions<R = unknown>
  extends Pick<MatchOptions<R>, 'kinds' | 'filter'>,
    RunOptions {
  /**
   * Least score for a member, in [0, 1]. Default: what the matcher's levels call worth a look (弱), else a score drawn from
   * the collection.
   */
  readonly minScore?: number;
  /** Most records to return, a whole number ≥ 1. Default 3. */
  readonly limit?: number;
  /** Best records of each member that count, a whole number ≥ 1. Default 10. */
  readonly depth?: number;
}

/** One member that a record serves. */
export interface ServedMember {
  readonly demandId: string;
  /** Score of the record for this member. */
  readonly score: number;
  /** Its place among the member's best, from 1. */
  readonly rank: number;
  readonly reason: Reason;
}

/** A supply record for a whole cluster. */
export interface ClusterSupply<R = unknown> {
  /** The row as the host gave it. */
  readonly record: R;
  /** Mean over all members of the cluster of the score for each, in [0, 1]; 0 for members that it does not serve. */
  readonly score: number;
  /** Members that have it among their `depth` best, best served first. */
  readonly serves: readonly ServedMember[];
  /** Firms among them. */
  readonly firms: number;
}

const OPTIONS = optionsOf<ClusterSupplyOptions<never>>({
  limit: z.optional(FROM_1),
  depth: z.optional(FROM_1),
  minScore: MATCHING.minScore,
  kinds: MATCHING.kinds,
  filter: MATCHING.filter,
  ...RUN,
});

/**
 * The best supply for a cluster of demands, with the members that each record serves.
 *
 * serves: 「结合需求侧对接供给侧,匹配各类资源,确定解决方案」
 *
 * A record's score is the mean of the matcher's scores over all members; beyond a member's `depth` best it counts as 0.
 * Score descending, then the order of records. Members that the day or the clearance of the filter leaves out are asked for
 * nothing, and count in the mean with 0. The list carries no day: it is the filter's. Time: one `match` with explanations a
 * member.
 * @param cluster of `commonDemands`.
 * @param supply matcher of the supply.
 * @throws InputError `INVALID_OPTIONS`; the signal's reason when stopped.
 */
export async function supplyForCluster<R>(
  { members }: Pick<DemandCluster, 'members'>,
  supply: Matcher<R>,
  options: ClusterSupplyOptions<R> = {},
): Promise<ClusterSupply<R>[]> {
  checkOptions(options, OPTIONS);
  const { limit = 3, depth = 10 } = options;
  const enough = enoughFor(supply, 'near', options.minScore);
  const ranking = forMatch<R>({ ...options, minScore: enough.floor() });
  const matching = { ...ranking, ...forRun(options), limit: depth };
  const gates = gatesOf(options.filter);
  const demands = members.flatMap(({ demand }) => (closedBy(demand, gates) === undefined ? [demand] : []));
  const served = new Map<number, { match: Match<R>; serves: ServedMember[]; firms: Set<string> }>();
  let at = 0;
  for await (const { matches } of supply.matchAll(demands, matching)) {
    const demand = demands[at++]!;
    for (const match of matches.filter(enough.passes)) {
      const { index, score, rank, reason } = match;
      const entry = served.get(index) ?? { match, serves: [], firms: new Set() };
      served.set(index, entry);
      entry.serves.push({ demandId: demand.id, score, rank, reason });
      const firm = organizationOf(demand);
      if (firm !== undefined) entry.firms.add(firm.key);
    }
  }
  const mean = (serves: readonly ServedMember[]) =>
    serves.reduce((sum, { score }) => sum + score, 0) / members.length;
  return [...served]
    .map(([index, { match, serves, firms }]) => ({ index, match, serves, firms, score: mean(serves) }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, limit)
    .map(({ match, serves, firms, score }) => ({
      record: match.record,
      score,
      serves: serves.sort((a, b) => b.score - a.score),
      firms: firms.size,
    }));
}
