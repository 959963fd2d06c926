import type { Collection } from '../collection/collection.ts';
import type { ExplainedSide } from '../explanation/explain.ts';
import type { PartEligibility } from '../matches/filters.ts';
import { merged, type RankedQuery, type Ranking, rank, rankRows } from '../matches/rank.ts';
import { rankBlended } from '../matches/rank-blended.ts';
import { type Refinement, rankRefined } from '../matches/second-stage.ts';
import type { NeedRows } from '../needs/need-rows.ts';
import type { Scorer } from '../scores/scorer.ts';
import type { Answering } from './match.ts';
import { type RefinedCollection, refinementOf } from './refining.ts';

/** What is ranked, and how conditions see it. */
interface Ranked {
  readonly scorer: Scorer;
  readonly collection: Collection;
  readonly refined: RefinedCollection;
}

/** How many records a query must find: all where they are counted, and the best also for a page that shows none. */
export function mostWanted({ total, counts, limit, offset }: Omit<Answering, 'eligibility'>): number {
  return total || counts.length > 0 ? Number.POSITIVE_INFINITY : Math.max(1, limit + offset);
}

/** What a query finds; of a demand with several needs also what each of them finds, as if it had been asked alone. */
export interface SideRanking extends Ranking {
  readonly needs?: readonly Ranking[];
}

/** Matches that are told of each need. */
export const MATCHES_OF_NEED = 3;

/**
 * What each query finds. Queries without conditions and vectors share the walk over the postings; each of the others has
 * a second stage of its own. A demand with several needs is ranked by the best of its rows.
 */
export function rankSides(
  sides: readonly ExplainedSide[],
  { eligibility, ...answering }: Omit<Answering, 'eligibility'> & { readonly eligibility: PartEligibility },
  { scorer, collection, refined }: Ranked,
): SideRanking[] {
  const most = mostWanted(answering);
  const { minScore } = answering;
  const queries = sides.map((side) => ({
    side,
    refinement: refinementOf(side, refined),
    needs: side.isDemand && !refined.isOfDemands ? side.needs?.() : undefined,
  }));
  const isPlain = ({ side, refinement, needs }: (typeof queries)[number]) =>
    refinement === undefined && side.dense === undefined && needs === undefined;
  const plain = queries.filter(isPlain);
  const ranked = rank(
    scorer,
    plain.map(({ side }) => side.row),
    eligibility,
    most,
    minScore,
  );
  return queries.map((query): SideRanking => {
    if (isPlain(query)) return ranked.shift()!;
    const { side, refinement, needs } = query;
    const one = (row: RankedQuery, wanted: number) => rankOne(row, wanted, side, refinement);
    if (needs === undefined) return one(side.row, most);
    if (refinement === undefined && side.dense === undefined) return together(side, needs);
    const whole = one({ ...side.row, others: needs.rows }, most);
    return { ...whole, needs: needs.rows.map((row) => one(row, MATCHES_OF_NEED)) };
  });

  /** By products alone: one walk finds what the whole and each need find. */
  function together({ row }: ExplainedSide, { rows }: NeedRows): SideRanking {
    const wanted = Math.max(most, MATCHES_OF_NEED);
    const found = rankRows(scorer, [row, ...rows], eligibility, wanted, minScore);
    return { ...merged(found, most), needs: found.slice(1).map((need) => first(need, MATCHES_OF_NEED)) };
  }

  function rankOne(
    row: RankedQuery,
    wanted: number,
    { dense }: ExplainedSide,
    refinement: Refinement | undefined,
  ): Ranking {
    const asked = [scorer, row, eligibility, wanted, minScore] as const;
    if (dense === undefined) return rankRefined(...asked, refinement!);
    const vectors = collection.dense!;
    const cosines = vectors.cosines(dense, eligibility.bits);
    const stage = { weight: vectors.space.parts.weight, cosines, rows: collection.rows };
    return rankBlended(...asked, stage, refinement);
  }
}

function first({ rows, scores }: Ranking, limit: number): Ranking {
  return { rows: rows.slice(0, limit), scores: scores.slice(0, limit) };
}
