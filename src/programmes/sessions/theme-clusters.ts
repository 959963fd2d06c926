import type { Taxonomy } from '../../core/records/taxonomy.ts';
import { groupBy } from '../common/group-by.ts';
import { agglomerate, type MayJoin } from './agglomerate.ts';
import type { ThemeEvidence } from './theme-evidence.ts';

/**
 * Positions of the demands of each theme, by first position: chains, cut by topic where they are too large, then small
 * ones joined. No theme has more than `maxDemands`.
 */
export function themeClusters(
  evidence: readonly ThemeEvidence[],
  taxonomy: Taxonomy,
  minDemands: number,
  maxDemands: number,
): number[][] {
  const score = (a: number, b: number) => evidence[a]!.scores.get(evidence[b]!.demand.id) ?? 0;
  // Lists of similar demands end somewhere: one may name the other and not be named.
  const similarity = (a: number, b: number) => Math.max(score(a, b), score(b, a));
  const fits: MayJoin = (a, b) => a.length + b.length <= maxDemands;
  const isSmall = (cluster: readonly number[]) => cluster.length < minDemands;
  const chainsOf = (cluster: readonly number[]) => new Set(cluster.map((i) => evidence[i]!.chains[0] ?? ''));
  const neighbours = new Map(
    taxonomy.chains.map(({ code, upstream = [], downstream = [] }) => [
      code,
      new Set([code, ...upstream, ...downstream]),
    ]),
  );
  const areRelated: MayJoin = (a, b) => {
    const others = [...chainsOf(b)];
    return [...chainsOf(a)].some((code) =>
      others.some((other) => neighbours.get(code)?.has(other) || neighbours.get(other)?.has(code)),
    );
  };
  const byChain = groupBy(evidence.keys(), (i) => evidence[i]!.chains[0] ?? '');
  const ofChains = [...byChain.values()].flatMap((group) =>
    agglomerate(
      group.map((i) => [i]),
      similarity,
      fits,
    ),
  );
  const bothSmall: MayJoin = (a, b) => isSmall(a) && isSmall(b) && fits(a, b);
  const oneSmall: MayJoin = (a, b) => (isSmall(a) || isSmall(b)) && fits(a, b);
  const related =
    (mayJoin: MayJoin): MayJoin =>
    (a, b) =>
      mayJoin(a, b) && areRelated(a, b);
  // Small ones with each other first, so that they do not all flock to one.
  return [related(bothSmall), related(oneSmall), bothSmall, oneSmall].reduce(
    (clusters, mayJoin) => (clusters.some(isSmall) ? agglomerate(clusters, similarity, mayJoin) : clusters),
    ofChains,
  );
}
