import type { QueryRow, Scorer } from '../scores/scorer.ts';
import { TopK } from '../scores/top-k.ts';
import type { PartEligibility } from './filters.ts';

/** Rows and their scores, best first; ties in the order of rows. */
export interface Ranking {
  readonly rows: Uint32Array;
  readonly scores: Float64Array;
}

/** A query of one row, or of several: then the greatest of their products is the score of a row of the collection. */
export interface RankedQuery extends QueryRow {
  readonly others?: readonly QueryRow[] | undefined;
}

/**
 * For each query, the exact top `limit` of the eligible rows that score more than 0 and at least `minScore`.
 * Queries that are ranked together share the walk over the postings; the results are those of each alone.
 */
export function rank(
  scorer: Scorer,
  queries: readonly RankedQuery[],
  eligibility: PartEligibility,
  limit: number,
  minScore: number,
): Ranking[] {
  const rankings = rankRows(
    scorer,
    queries.flatMap((query) => [query, ...(query.others ?? [])]),
    eligibility,
    limit,
    minScore,
  );
  let at = 0;
  return queries.map(({ others = [] }) => {
    const own = rankings.slice(at, at + 1 + others.length);
    at += own.length;
    return merged(own, limit);
  });
}

/** The same, each row by itself. */
export function rankRows(
  scorer: Scorer,
  queries: readonly QueryRow[],
  eligibility: PartEligibility,
  limit: number,
  minScore: number,
): Ranking[] {
  const tops = queries.map(() => new TopK(Math.min(limit, eligibility.passed)));
  const { bits: eligible, passed } = eligibility;
  scorer.search(queries, { minScore, eligible, passed }, tops);
  return tops.map((top) => top.drain());
}

/**
 * The best by the greatest score that any ranking gives a row. Exact where each ranking holds its own best `limit`: what
 * is among these by its greatest score is so in the ranking that gave it.
 */
export function merged(rankings: readonly Ranking[], limit: number): Ranking {
  if (rankings.length === 1) return rankings[0]!;
  const greatest = new Map<number, number>();
  for (const { rows, scores } of rankings) {
    rows.forEach((row, i) => {
      if (scores[i]! > (greatest.get(row) ?? 0)) greatest.set(row, scores[i]!);
    });
  }
  const best = [...greatest].sort(([a, left], [b, right]) => right - left || a - b).slice(0, limit);
  return {
    rows: Uint32Array.from(best, ([row]) => row),
    scores: Float64Array.from(best, ([, score]) => score),
  };
}
