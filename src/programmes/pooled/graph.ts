import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchFilter } from '../../core/matches/filters.ts';
import type { RunOptions } from '../../core/matches/match-options.ts';
import type { Demand } from '../../core/records/types.ts';

/** Two demands that are alike: positions in the list of nodes, the lower first, and their score. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** How the graph is drawn. */
export interface GraphOptions<R> extends RunOptions {
  readonly neighbours: number;
  readonly minScore: number;
  readonly filter: MatchFilter<R>;
}

/**
 * The similarity graph of demands: each is joined to its `neighbours` best others that reach `minScore`, and to what
 * ties with the last of them. Scores are the matcher's. So long as no more than `neighbours` tie there, the graph does
 * not depend on the order of the demands. Time: one `match` a demand.
 * @param nodes demands of the matcher that pass the filter.
 * @returns edges in ascending order of both ends.
 */
export async function similarityGraph<R>(
  nodes: readonly Demand[],
  matcher: Matcher<R>,
  { neighbours, minScore, filter, ...run }: GraphOptions<R>,
): Promise<Edge[]> {
  const places = new Map(nodes.map(({ id }, i) => [id, i]));
  const ends = nodes.map(() => new Map<number, number>());
  // One more for the demand itself, and as many again for ties.
  const options = { limit: 2 * neighbours + 1, minScore, explain: false, filter, ...run };
  for await (const { queryId, matches } of matcher.matchAll(nodes, options)) {
    const others = matches.filter(({ id }) => id !== queryId);
    const least = others[neighbours - 1]?.score ?? 0;
    const place = places.get(queryId)!;
    for (const { id, score } of others) {
      if (score < least) break;
      const other = places.get(id)!;
      ends[Math.min(place, other)]!.set(Math.max(place, other), score);
    }
  }
  return ends.flatMap((list, from) =>
    [...list].sort(([a], [b]) => a - b).map(([to, weight]) => ({ from, to, weight })),
  );
}
