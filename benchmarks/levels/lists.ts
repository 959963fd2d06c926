import { evidenceOf } from '../../src/core/levels/grade.ts';
import { engineOf } from '../../src/core/matcher/engine-of.ts';
import { createMatcher, type Matcher } from '../../src/index.ts';
import type { NamedSet } from './sets.ts';

/** What a person is shown for a demand: the ten best of the whole collection. */
const SHOWN = 10;
/** Judged records are ranked whatever would keep them from being shown today. */
const ALL = { includeExpired: true, clearance: 'top-secret' } as const;

/** One line of a list. */
export interface Shown {
  readonly demandId: string;
  readonly rank: number;
  /** What speaks for its level, as `gradeOf` takes it. */
  readonly evidence: number;
  /** Undefined where nobody judged it. */
  readonly grade: number | undefined;
}

/** The lists of all demands of a set, each of the whole collection. */
export function listsOf({ judged }: NamedSet): Shown[] {
  const matcher = createMatcher(judged.achievements);
  return judged.demands.flatMap((demand) => listOf(matcher, judged, demand));
}

/**
 * The lists of all demands of a set, each of the collection without anything that is relevant to it: nothing there answers
 * it. What is taken out is taken out of the index too, so that its words are as unknown as they would be.
 */
export function unansweredLists({ judged }: NamedSet): Shown[] {
  const whole = createMatcher(judged.achievements);
  return judged.demands.flatMap((demand) => {
    const relevant = new Set(
      judged.judgments.flatMap(({ demandId, achievementId, grade }) =>
        demandId === demand.id && grade >= 2 ? [achievementId] : [],
      ),
    );
    const matcher =
      relevant.size === 0 ? whole : createMatcher(judged.achievements.filter(({ id }) => !relevant.has(id)));
    return listOf(matcher, judged, demand);
  });
}

function listOf(
  matcher: Matcher,
  { judgments }: NamedSet['judged'],
  demand: NamedSet['judged']['demands'][number],
): Shown[] {
  const grades = new Map(
    judgments.flatMap((one) => (one.demandId === demand.id ? [[one.achievementId, one.grade]] : [])),
  );
  const engine = engineOf(matcher)!;
  const side = engine.querySide(engine.read([demand])[0]!);
  const own = engine.ownOf(side);
  const { matches } = matcher.match(demand, { limit: SHOWN, explain: false, filter: ALL });
  return matches.map(({ id, rank, score }) => ({
    demandId: demand.id,
    rank,
    evidence: evidenceOf(score, own),
    grade: grades.get(id),
  }));
}
