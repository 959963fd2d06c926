import { FACETS, type FacetName } from '../vectors/facets.ts';
import type { SparseRow, Vectorizer } from '../vectors/vectorizer.ts';

/** What one shared term adds to a score. */
export interface Contribution {
  readonly facet: FacetName;
  readonly id: number;
  readonly queryWeight: number;
  readonly recordWeight: number;
  /** queryWeight × recordWeight. */
  readonly value: number;
}

/** A score as the sum that it is: the shared terms in ascending order of ids, as the kernel adds them. */
export interface Contributions {
  readonly score: number;
  readonly facets: Readonly<Record<FacetName, number>>;
  readonly terms: readonly Contribution[];
}

/** Lists the products whose sum is the inner product of two rows. */
export function contributionsOf(query: SparseRow, record: SparseRow, vectorizer: Vectorizer): Contributions {
  const terms: Contribution[] = [];
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, 0])) as Record<FacetName, number>;
  const { facetStarts } = vectorizer;
  let score = 0;
  for (let q = 0, r = 0, f = 0; q < query.ids.length && r < record.ids.length; ) {
    const id = query.ids[q]!;
    const other = record.ids[r]!;
    if (id < other) q++;
    else if (id > other) r++;
    else {
      while (id >= facetStarts[f + 1]!) f++;
      const facet = FACETS[f]!;
      const queryWeight = query.weights[q++]!;
      const recordWeight = record.weights[r++]!;
      const value = queryWeight * recordWeight;
      score += value;
      facets[facet] += value;
      terms.push({ facet, id, queryWeight, recordWeight, value });
    }
  }
  return { score, facets, terms };
}
