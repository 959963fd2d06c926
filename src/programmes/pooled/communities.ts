import { missingPackage } from '../../base/missing-package.ts';
import { groupBy } from '../common/group-by.ts';
import { DisjointSets } from '../planning/disjoint-sets.ts';
import type { Edge } from './graph.ts';

/**
 * Communities of a weighted graph by the Louvain method (Blondel et al. 2008; `graphology-communities-louvain`), each
 * connected component by itself, so that what is far away has no say in how a component falls apart. Nothing is drawn
 * by lot: nodes are walked in their order, and the same graph gives the same communities.
 * @param nodes number of nodes.
 * @param resolution above 0; more gives more and smaller communities.
 * @returns nodes of each community, ascending; communities by their first node. Every node is in exactly one.
 * @throws CuoheError `MISSING_PACKAGE` where a package is absent or does not load.
 */
export async function communities(
  nodes: number,
  edges: readonly Edge[],
  resolution: number,
): Promise<number[][]> {
  const { Graph, louvain } = await load();
  const found: number[][] = [];
  for (const { members, inside } of components(nodes, edges)) {
    if (members.length < 3) {
      found.push(members);
      continue;
    }
    const graph = new Graph();
    for (const node of members) graph.addNode(node);
    for (const { from, to, weight } of inside) graph.addEdge(from, to, { weight });
    // Without the walk no random numbers are asked for.
    const labels = louvain(graph, { getEdgeWeight: 'weight', resolution, randomWalk: false });
    found.push(...groupBy(members, (node) => labels[node]!).values());
  }
  return found.sort((a, b) => a[0]! - b[0]!);
}

async function load() {
  try {
    const [{ UndirectedGraph: Graph }, { default: louvain }] = await Promise.all([
      import('graphology'),
      import('graphology-communities-louvain'),
    ]);
    return { Graph, louvain };
  } catch (cause) {
    const install = 'npm install graphology@0.26 graphology-communities-louvain@2';
    throw missingPackage('graphology with graphology-communities-louvain', install, cause);
  }
}

interface Component {
  readonly members: number[];
  readonly inside: readonly Edge[];
}

/** Connected components, by their first node; members ascending. */
function components(nodes: number, edges: readonly Edge[]): Component[] {
  const sets = new DisjointSets(nodes);
  for (const { from, to } of edges) sets.join(from, to);
  const inside = groupBy(edges, ({ from }) => sets.root(from));
  const members = groupBy(Array(nodes).keys(), (node) => sets.root(node));
  return [...members].map(([root, list]) => ({ members: list, inside: inside.get(root) ?? [] }));
}
