import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communities } from '../../src/programmes/pooled/communities.ts';
import type { Edge } from '../../src/programmes/pooled/graph.ts';

const clique = (...nodes: number[]): Edge[] =>
  nodes.flatMap((from) => nodes.filter((to) => to > from).map((to) => ({ from, to, weight: 1 })));
const graph = fc.integer({ min: 1, max: 20 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    edges: fc
      .uniqueArray(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), {
        selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
        maxLength: 60,
      })
      .map((pairs) =>
        pairs
          .filter(([a, b]) => a !== b)
          .map(
            ([a, b]): Edge => ({
              from: Math.min(a, b),
              to: Math.max(a, b),
              weight: 0.1 + ((a * 7 + b) % 9) / 10,
            }),
          ),
      ),
  }),
);

/** Nodes that a path joins to the first one. */
function reached(first: number, edges: readonly Edge[]): Set<number> {
  const seen = new Set([first]);
  for (let size = 0; size < seen.size; ) {
    size = seen.size;
    for (const { from, to } of edges) if (seen.has(from) !== seen.has(to)) seen.add(from).add(to);
  }
  return seen;
}

describe('communities', () => {
  it('part two cliques that one edge joins', async () => {
    const edges = [...clique(0, 1, 2, 3), ...clique(4, 5, 6, 7), { from: 3, to: 4, weight: 1 }];
    expect(await communities(9, edges, 1)).toEqual([[0, 1, 2, 3], [4, 5, 6, 7], [8]]);
  });

  it('of small cliques stay apart in a large graph: what is not joined has no say', async () => {
    const chain = [...clique(0, 1, 2), ...clique(3, 4, 5), { from: 2, to: 3, weight: 1 }];
    const far = Array.from({ length: 60 }, (_, i) =>
      clique(...Array.from({ length: 8 }, (_, n) => 6 + i * 8 + n)),
    );
    const found = await communities(6 + 480, [...chain, ...far.flat()], 1);
    expect(found.slice(0, 2)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    expect(found.length).toBe(62);
  });

  it('part the nodes, each within what paths join, the same way every time', async () => {
    await fc.assert(
      fc.asyncProperty(graph, fc.constantFrom(0.5, 1, 2), async ({ nodes, edges }, resolution) => {
        const found = await communities(nodes, edges, resolution);
        expect(found.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: nodes }, (_, i) => i));
        for (const members of found) {
          expect(members).toEqual([...members].sort((a, b) => a - b));
          const near = reached(members[0]!, edges);
          expect(members.every((node) => near.has(node))).toBe(true);
        }
        expect(found.map(([first]) => first)).toEqual(found.map(([first]) => first!).sort((a, b) => a - b));
        expect(await communities(nodes, edges, resolution)).toEqual(found);
      }),
      { numRuns: 200 },
    );
  });

  it('are smaller where the resolution is greater', async () => {
    const edges = [
      ...clique(0, 1, 2, 3),
      ...clique(4, 5, 6, 7),
      { from: 3, to: 4, weight: 1 },
      { from: 0, to: 7, weight: 1 },
    ];
    const sizes = async (resolution: number) => (await communities(8, edges, resolution)).length;
    expect(await sizes(0.1)).toBe(1);
    expect(await sizes(1)).toBe(2);
    expect(await sizes(9)).toBe(8);
  });
});
