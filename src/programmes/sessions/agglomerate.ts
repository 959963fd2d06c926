/** Similarity of two items by position, ≥ 0; symmetric. */
export type Similarity = (a: number, b: number) => number;

/** Whether the items of two clusters may become one cluster; symmetric. */
export type MayJoin = (a: readonly number[], b: readonly number[]) => boolean;

/**
 * Joins clusters, each time the two whose items are most similar on average, as long as any two may be joined.
 * Equal ones: the earlier. The clusters and their items come in the order of their first items.
 * O(n² + c³) in items and clusters in the worst case, about c² in practice.
 */
export function agglomerate(
  clusters: readonly (readonly number[])[],
  similarity: Similarity,
  mayJoin: MayJoin,
): number[][] {
  const count = clusters.length;
  const members = clusters.map((cluster) => [...cluster]);
  const sums = clusters.map((a) =>
    Float64Array.from(clusters, (b) =>
      a.reduce((sum, i) => b.reduce((inner, j) => inner + similarity(i, j), sum), 0),
    ),
  );
  const alive = new Set(members.keys());
  const average = (a: number, b: number) => sums[a]![b]! / (members[a]!.length * members[b]!.length);
  /** The most similar later cluster that each may be joined with; -1 for none. */
  const partner = new Int32Array(count).fill(-1);
  const isBetter = (a: number, b: number) => {
    const known = partner[a]!;
    if (b <= a || !mayJoin(members[a]!, members[b]!)) return false;
    return (
      known === -1 || average(a, b) > average(a, known) || (average(a, b) === average(a, known) && b < known)
    );
  };
  const findPartner = (a: number) => {
    partner[a] = -1;
    for (const b of alive) if (isBetter(a, b)) partner[a] = b;
  };
  for (const a of alive) findPartner(a);
  for (;;) {
    let first = -1;
    for (const a of alive) {
      if (partner[a] === -1) continue;
      if (first === -1 || average(a, partner[a]!) > average(first, partner[first]!)) first = a;
    }
    if (first === -1) break;
    const second = partner[first]!;
    alive.delete(second);
    members[first]!.push(...members[second]!);
    for (const other of alive) {
      sums[first]![other]! += sums[second]![other]!;
      sums[other]![first] = sums[first]![other]!;
    }
    for (const a of alive) {
      if (a === first || partner[a] === first || partner[a] === second) findPartner(a);
      else if (isBetter(a, first)) partner[a] = first;
    }
  }
  return [...alive].map((a) => members[a]!.sort((x, y) => x - y));
}
