import type { Scorer } from '../scores/scorer.ts';
import { TopK } from '../scores/top-k.ts';
import type { PartEligibility } from './filters.ts';
import { type RankedQuery, type Ranking, rank } from './rank.ts';

/** What a second stage does to the scores of the first, for one query. */
export interface Refinement {
  /** The score of a row by its product, in [0, `bound(product)`]; 0 only for a product of 0. */
  score(row: number, product: number): number;
  /** The most that a row of a product may score: rises with the product. */
  bound(product: number): number;
  /** The least product whose bound reaches a score. */
  least(score: number): number;
}

/** Candidates beyond those that are wanted, at first, and how many times more each time they do not suffice. */
const MORE = 16;
const DEEPER = 4;

/**
 * The exact top `limit` of the eligible rows by refined scores. The first stage gives candidates by their products; they
 * suffice once no row outside of them can reach the last one that is wanted: the bound of the least product among them
 * is below its score. Until then more are asked for, and at last all.
 */
export function rankRefined(
  scorer: Scorer,
  query: RankedQuery,
  eligibility: PartEligibility,
  limit: number,
  minScore: number,
  refinement: Refinement,
): Ranking {
  const least = minScore > 0 ? refinement.least(minScore) : 0;
  const known = new Map<number, number>();
  for (let wanted = limit + MORE; ; wanted *= DEEPER) {
    const most = Math.min(wanted, eligibility.passed);
    const [first] = rank(scorer, [query], eligibility, most, least);
    const refined = refine(first!, refinement, minScore, limit, known);
    const isAll = first!.rows.length < most || most === eligibility.passed;
    const last = first!.scores[first!.scores.length - 1] ?? 0;
    const worst = refined.scores[limit - 1];
    if (limit === 0 || isAll || (worst !== undefined && refinement.bound(last) < worst))
      return head(refined, limit);
  }
}

/**
 * Candidates with their scores, best first; ties in the order of rows. They come by falling products: from the first one
 * that cannot reach the last of the `limit` best any more, none is looked at.
 * @param known scores that were found before; it takes the others.
 */
function refine(
  { rows, scores }: Ranking,
  refinement: Refinement,
  minScore: number,
  limit: number,
  known: Map<number, number>,
): Ranking {
  const finals = new Float64Array(rows.length);
  const best = new TopK(Math.min(limit, rows.length));
  for (const [i, row] of rows.entries()) {
    if (refinement.bound(scores[i]!) < best.threshold) break;
    finals[i] = known.get(row) ?? refinement.score(row, scores[i]!);
    known.set(row, finals[i]!);
    best.offer(row, finals[i]!);
  }
  const order = Uint32Array.from(rows.keys())
    .filter((i) => finals[i]! > 0 && finals[i]! >= minScore)
    .sort((a, b) => finals[b]! - finals[a]! || rows[a]! - rows[b]!);
  return { rows: order.map((i) => rows[i]!), scores: Float64Array.from(order, (i) => finals[i]!) };
}

function head({ rows, scores }: Ranking, limit: number): Ranking {
  return { rows: rows.slice(0, limit), scores: scores.slice(0, limit) };
}
