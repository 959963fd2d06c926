import type { Meaning } from '../levels/meaning.ts';
import type { BareResult, Completing, LeanMatch, Match, MatchResult } from './match.ts';
import { completeNeeds } from './need-results.ts';
import type { Segments } from './segments.ts';

/** A result with what stands in the records themselves, and what its scores mean. */
export function completed<R>(
  { matches, best, needs, total, counts }: BareResult,
  { candidates, filtered }: Pick<MatchResult, 'candidates' | 'filtered'>,
  { lean }: Completing<R>,
  segments: Segments,
  { grade, answer }: Meaning,
): Omit<MatchResult<R, LeanMatch>, 'queryId'> {
  const told = answer(best);
  const whole = matches.map((bare): LeanMatch => {
    const { rank, index, score: found, reason, signals, vectors, conditions, phrases, chains } = bare;
    // Outside of [0, 1] only where a row of a forged file is longer than 1, which `verify.ts` does not add up.
    const score = Math.max(0, Math.min(1, found));
    const { id } = segments.record(index);
    const graded = grade(score);
    const need = bare.need !== undefined && { need: bare.need };
    if (lean) return { rank, id, index, score, ...graded, ...need, reason };
    const record = segments.row(index) as R;
    return {
      rank,
      id,
      index,
      score,
      ...graded,
      ...need,
      signals,
      ...(vectors && { vectors }),
      conditions,
      phrases,
      chains,
      reason,
      record,
    } as Match<R>;
  });
  return {
    matches: whole,
    ...(told && { answer: told }),
    ...(needs === undefined ? {} : { needs: completeNeeds(needs, matches, segments) }),
    candidates,
    ...(total === undefined ? {} : { total }),
    ...(counts === undefined ? {} : { counts }),
    filtered,
  };
}
