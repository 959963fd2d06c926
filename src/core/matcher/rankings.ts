import type { Collection } from '../collection/collection.ts';
import type { ExplainedSide } from '../explanation/explain.ts';
import { type Ranking, rank } from '../matches/rank.ts';
import { rankBlended } from '../matches/rank-blended.ts';
import { rankRefined } from '../matches/second-stage.ts';
import type { Scorer } from '../scores/scorer.ts';
import type { Answering } from './match.ts';
import { type RefinedCollection, refinementOf } from './refining.ts';

/** What is ranked, and how conditions see it. */
interface Ranked {
  readonly scorer: Scorer;
  readonly collection: Collection;
  readonly refined: RefinedCollection;
}

/**
 * What each query finds. Queries without conditions and vectors share the walk over the postings; each of the others has
 * a second stage of its own.
 */
export function rankSides(
  sides: readonly ExplainedSide[],
  { limit, offset, minScore, total, counts, eligibility }: Omit<Answering, 'explain'>,
  { scorer, collection, refined }: Ranked,
): Ranking[] {
  // The best is wanted also of a page that shows none: whether anything answers.
  const most = total || counts.length > 0 ? Number.POSITIVE_INFINITY : Math.max(1, limit + offset);
  const refinements = sides.map((one) => refinementOf(one, refined));
  const isPlain = (i: number) => refinements[i] === undefined && sides[i]!.dense === undefined;
  const plain = sides.filter((_, i) => isPlain(i));
  const ranked = rank(
    scorer,
    plain.map(({ row }) => row),
    eligibility,
    most,
    minScore,
  );
  return sides.map(({ row, dense }, i) => {
    if (isPlain(i)) return ranked.shift()!;
    const asked = [scorer, row, eligibility, most, minScore] as const;
    if (dense === undefined) return rankRefined(...asked, refinements[i]!);
    const vectors = collection.dense!;
    const cosines = vectors.cosines(dense, eligibility.bits);
    const stage = { weight: vectors.space.parts.weight, cosines, rows: collection.rows };
    return rankBlended(...asked, stage, refinements[i]);
  });
}
