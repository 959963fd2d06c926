/**
 * `cuohe/programmes/pooled`, demands in common (集采研发): clusters of demands, and one supply for each.
 * Begin: `common-demands.ts` clusters a graph of similar demands; `cluster-supply.ts`, `budget.ts` serve a cluster.
 * Order: stands on `common`, `planning` and `quantities`, and on no other programme.
 */

export { pooledBudget } from './budget.ts';
export type { DemandCluster } from './cluster.ts';
export { type ClusterSupply, type ClusterSupplyOptions, supplyForCluster } from './cluster-supply.ts';
export { type CommonDemandOptions, type CommonDemands, commonDemands } from './common-demands.ts';
export { POOLED_LABELS } from './labels.ts';
export { sharedIndicators } from './shared-indicators.ts';
