import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import { Pacer } from '../../core/matcher/run.ts';
import type { MatchFilter } from '../../core/matches/filters.ts';
import type { RunOptions } from '../../core/matches/match-options.ts';
import type { Demand } from '../../core/records/types.ts';
import { checkOptions, FROM_1, itemOf, optionsOf, SHARE } from '../common/check.ts';
import { forRun, given, MATCHING, type OfDay, ofDay, onDay, RUN } from '../common/matching.ts';
import { organizationOf } from '../common/organization.ts';
import { ALIASES, type OrganizationAliases, readUnits } from '../common/unit-keys.ts';
import { byId } from '../planning/planning.ts';
import { clusterOf, type DemandCluster } from './cluster.ts';
import { communities } from './communities.ts';
import { type Edge, similarityGraph } from './graph.ts';

/** How common demands are found. */
export interface CommonDemandOptions<R = unknown> extends RunOptions {
  /** Least number of firms of a cluster, a whole number ≥ 2. Default 3. */
  readonly minFirms?: number;
  /** Nearest demands that each one is joined to, a whole number ≥ 1. Default 10. */
  readonly neighbours?: number;
  /**
   * Least score of two demands that are joined, in (0, 1]. Default 0.33, measured on invented problems: it is no verdict
   * about a match but how alike two demands of one cluster are. `suggestThreshold` tells what is by chance in your collection.
   */
  readonly minScore?: number;
  /** Above 0; more gives more and smaller clusters. Default 0.8: of 50 invented problems it made 52, 1 made 58. */
  readonly resolution?: number;
  /** Further names of organisations, so that one stands as one. Default: none but short forms by rule. */
  readonly aliases?: readonly OrganizationAliases[];
  /** Demands to look at. Default: public ones; say `asOf` so that those that have ended are left out. */
  readonly filter?: MatchFilter<R>;
}

/** Why a demand is in no cluster: nothing is like it; or too few firms share it. */
export type OutlierReason = 'alone' | 'few-firms';

/** What people read of each reason. */
export const OUTLIER_LABELS: Readonly<Record<OutlierReason, Bilingual>> = {
  alone: { zh: '没有相近的需求', en: 'nothing is like it' },
  'few-firms': { zh: '有相近的需求，但提出的企业太少', en: 'too few firms share it' },
};

/** A demand that is left alone. */
export interface DemandOutlier {
  readonly demand: Demand;
  readonly reason: OutlierReason;
}

/** Every demand that passes the filter is in exactly one cluster, or an outlier. */
export interface CommonDemands extends OfDay {
  /** Most firms first, then most members, then by the id of the representative. */
  readonly clusters: readonly DemandCluster[];
  /** By id. */
  readonly outliers: readonly DemandOutlier[];
  /** Demands that the filter removed. */
  readonly filtered: number;
}

const OPTIONS = optionsOf<CommonDemandOptions<never>>({
  minFirms: z.optional(z.int().check(z.minimum(2))),
  neighbours: z.optional(FROM_1),
  minScore: z.optional(SHARE.check(z.gt(0))),
  resolution: z.optional(z.number().check(z.gt(0))),
  aliases: ALIASES,
  filter: MATCHING.filter,
  ...RUN,
});
/** Of the matcher. */
const SIDE = itemOf<{ demands: 'demand' }>({ demands: z.literal('demand') });

/**
 * Common demands across firms, for pooled-procurement R&D (集采研发): clusters of demands that at least `minFirms` firms
 * have, each with a label, a representative, shared indicators and the pooled budget.
 *
 * serves: 「基于海量企业个性需求,汇总、凝练行业共性需求」
 *
 * Demands that the matcher finds alike make a graph, and the Louvain method its communities; no text is generated. The
 * result does not depend on the order of the demands, so long as no more than `neighbours` of them tie at the last
 * place of a demand's nearest. Demands posted twice count twice: take duplicates out before. Time: one `match` a
 * demand, one with explanations and a pass over all demands a cluster.
 * @param demands matcher of the demand side.
 * @throws InputError `INVALID_OPTIONS`; CuoheError `MISSING_PACKAGE` without `graphology` and
 *   `graphology-communities-louvain`; the signal's reason when stopped.
 */
export async function commonDemands<R>(
  demands: Matcher<R>,
  options: CommonDemandOptions<R> = {},
): Promise<CommonDemands> {
  checkOptions(options, OPTIONS);
  checkOptions({ demands: demands.side }, SIDE);
  const { minFirms = 3, neighbours = 10, minScore = 0.33, resolution = 0.8, signal } = options;
  const filter = onDay(options.filter);
  const { indices } = demands.passing(filter);
  const nodes = indices.map((index) => demands.parsed(index) as Demand).sort(byId);
  const edges = await similarityGraph(nodes, demands, {
    neighbours,
    minScore,
    filter,
    ...forRun(options),
  });
  const units = readUnits(
    options.aliases,
    nodes.map(({ organization }) => organization),
  );
  const near = neighboursOf(nodes.length, edges);
  const strength = (node: number, group: readonly number[]) =>
    group.reduce((sum, other) => sum + (near[node]!.get(other) ?? 0), 0);
  const clusters: DemandCluster[] = [];
  const outliers: DemandOutlier[] = [];
  const groups = await communities(nodes.length, edges, resolution);
  const pacer = new Pacer(undefined, given({ signal }));
  for (const [g, group] of groups.entries()) {
    await pacer.step(g);
    const members = group.map((node) => nodes[node]!);
    if (new Set(members.flatMap((demand) => organizationOf(demand, units)?.key ?? [])).size >= minFirms) {
      const centre = group.reduce((best, node) =>
        strength(node, group) > strength(best, group) ? node : best,
      );
      clusters.push(clusterOf(nodes[centre]!, members, demands, units));
    } else {
      for (const node of group) {
        outliers.push({ demand: nodes[node]!, reason: near[node]!.size === 0 ? 'alone' : 'few-firms' });
      }
    }
  }
  return {
    clusters: clusters.sort(byFirms),
    outliers: outliers.sort((a, b) => byId(a.demand, b.demand)),
    filtered: demands.size - nodes.length,
    ...ofDay(options.filter),
  };
}

/** What each node is joined to, with the score. */
function neighboursOf(nodes: number, edges: readonly Edge[]): Map<number, number>[] {
  const near = Array.from({ length: nodes }, () => new Map<number, number>());
  for (const { from, to, weight } of edges) {
    near[from]!.set(to, weight);
    near[to]!.set(from, weight);
  }
  return near;
}

function byFirms(a: DemandCluster, b: DemandCluster): number {
  return (
    b.firms.length - a.firms.length ||
    b.members.length - a.members.length ||
    byId(a.representative, b.representative)
  );
}
