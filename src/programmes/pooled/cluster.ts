import type { Matcher } from '../../core/matcher/matcher.ts';
import type { Demand } from '../../core/records/types.ts';
import { groupBy } from '../common/group-by.ts';
import { organizationOf, type UnitKeys } from '../common/organization.ts';
import { byId } from '../planning/planning.ts';
import { type PooledBudget, pooledBudget } from './budget.ts';
import { type LabelPhrase, labelPhrases } from './label.ts';
import { indicatorsShared, type SharedIndicator } from './shared-indicators.ts';

/** A demand of a cluster. */
export interface ClusterMember {
  readonly demand: Demand;
  /** Name of its firm as written; absent where it names none. */
  readonly firm?: string;
  /** Score with the representative; 1 for itself. */
  readonly similarity: number;
}

/** A demand that several firms have. */
export interface DemandCluster {
  /** The phrases that most members share, `、` between them; without any, the title of the representative. */
  readonly label: string;
  readonly phrases: readonly LabelPhrase[];
  /**
   * The member that is nearest to the others: the greatest sum of scores with those that it is joined to, of several
   * the first by id.
   */
  readonly representative: Demand;
  /** The representative first, then by similarity to it, then by id. */
  readonly members: readonly ClusterMember[];
  /** Firms by the members' order; spellings of one firm count once. Members without a firm are in none. */
  readonly firms: readonly { readonly name: string; readonly demandIds: readonly string[] }[];
  readonly indicators: readonly SharedIndicator[];
  readonly budget: PooledBudget;
}

/** The cluster of demands around one of them; matches of the representative give label and similarities. */
export function clusterOf(
  representative: Demand,
  demands: readonly Demand[],
  matcher: Matcher<unknown>,
  units: UnitKeys,
): DemandCluster {
  const others = demands.map(({ id }) => id).filter((id) => id !== representative.id);
  // Those that share nothing with it are no matches.
  const matches = matcher.reasons(representative, others).filter(({ score }) => score > 0);
  const scores = new Map(matches.map(({ id, score }) => [id, score])).set(representative.id, 1);
  // A copy of the representative may score as high.
  const rank = ({ demand, similarity }: ClusterMember) => (demand === representative ? 2 : similarity);
  const members = demands
    .map((demand): ClusterMember => {
      const firm = organizationOf(demand)?.name;
      return { demand, ...(firm === undefined ? {} : { firm }), similarity: scores.get(demand.id) ?? 0 };
    })
    .sort((a, b) => rank(b) - rank(a) || byId(a.demand, b.demand));
  const ordered = members.map(({ demand }) => demand);
  const phrases = labelPhrases([...matches].sort(byId), others.length);
  return {
    label: phrases.length > 0 ? phrases.map(({ phrase }) => phrase).join('、') : representative.title,
    phrases,
    representative,
    members,
    firms: firmsOf(ordered, units),
    indicators: indicatorsShared(ordered),
    budget: pooledBudget(ordered),
  };
}

function firmsOf(demands: readonly Demand[], units: UnitKeys): DemandCluster['firms'] {
  const named = demands.filter((demand) => organizationOf(demand) !== undefined);
  return [...groupBy(named, (demand) => organizationOf(demand, units)!.key).values()].map((own) => ({
    name: organizationOf(own[0]!)!.name,
    demandIds: own.map(({ id }) => id),
  }));
}
