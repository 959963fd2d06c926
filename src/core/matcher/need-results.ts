import type { Ranking } from '../matches/rank.ts';
import { isAnswer } from '../needs/best-need.ts';
import type { BareMatch, BareNeed, NeedMatch, NeedResult } from './match.ts';
import type { Segments } from './segments.ts';
import type { QuerySide } from './sides.ts';

/** What each need found, without what mostly shares what all needs do. @param rankings by positions. */
export function answersOf(
  { needs, sides }: QuerySide,
  rankings: readonly Ranking[],
  segments: Segments,
): BareNeed[] {
  return needs!()!.spans.map((span, need) => {
    const { rows: found, scores } = rankings[need]!;
    const matches = Array.from(found, (index, i) => ({ index, score: scores[i]! }));
    const answers = matches.filter(({ index }) => {
      const { segment, row } = segments.at(index);
      const { rows } = segments.all[segment]!.part.collection;
      return isAnswer(sides[segment]!.needs!()!, need, rows.row(row));
    });
    return { ...span, matches: answers };
  });
}

/** Completes what {@link answersOf} gave, beside the matches of the same result. */
export function completeNeeds(
  needs: readonly BareNeed[],
  found: readonly BareMatch[],
  segments: Segments,
): NeedResult[] {
  const ranks = new Map(found.map(({ index, rank }) => [index, rank]));
  return needs.map(({ matches, ...span }) => ({
    ...span,
    matches: matches.map(({ index, score }): NeedMatch => {
      const rank = ranks.get(index);
      return { id: segments.record(index).id, index, score, ...(rank !== undefined && { rank }) };
    }),
  }));
}
