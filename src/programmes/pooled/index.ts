/**
 * `cuohe/programmes/pooled`, demands in common (集采研发): clusters of demands, one demand and one supply for each, pledges.
 * Begin: `common-demands.ts` clusters a graph of similar demands; `cluster-demand.ts` makes one demand of a cluster;
 *   `cluster-supply.ts`, `budget.ts`, `pledges.ts` serve it.
 * Order: stands on `common`, `people`, `planning` and `quantities`, and on no other programme.
 */

export { pooledBudget } from './budget.ts';
export type { DemandCluster } from './cluster.ts';
export { type ClusterDemand, clusterDemand } from './cluster-demand.ts';
export { type ClusterSupply, type ClusterSupplyOptions, supplyForCluster } from './cluster-supply.ts';
export { type CommonDemandOptions, type CommonDemands, commonDemands } from './common-demands.ts';
export { POOLED_LABELS } from './labels.ts';
export type { Pledge, PledgeGoal } from './pledge.ts';
export { countPledges, type PledgedGoal } from './pledges.ts';
export { sharedIndicators } from './shared-indicators.ts';
