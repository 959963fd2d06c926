import type { Steps } from '../base/steps.ts';
import { inTurns } from '../core/matcher/run.ts';
import type { ResolvedMatchOptions } from '../core/matches/match-options.ts';
import type { Candidate } from './candidate.ts';
import { Candidates } from './candidates.ts';
import { clauseLimit, isClauseLimit } from './clauses.ts';
import { type Ranked, rankSteps } from './contenders.ts';
import type { PlainFilter } from './filters.ts';
import { DEFAULT_CLAUSES, isLong } from './lines.ts';
import type { Dialect } from './mapping.ts';
import type { Question } from './question.ts';
import type { EngineSession } from './session.ts';
import {
  type Contest,
  listsOf,
  productOf,
  type Standing,
  scoreBelow,
  standingSteps,
  type WantedList,
} from './standings.ts';

/** What stays the same for all requests of one search. */
export interface Asked {
  readonly session: EngineSession;
  /** How it is asked. */
  readonly options: {
    readonly dialect?: Dialect;
    readonly deepest?: number;
    readonly signal?: AbortSignal;
    readonly index: string;
  };
  readonly resolved: ResolvedMatchOptions;
  readonly filter: PlainFilter;
  readonly version: string;
  readonly contest: Contest;
}

/** Does something within the limit of clauses, which is asked for where the default does not do. */
export async function withinClauses<T>(
  { session }: Asked,
  question: Question,
  act: (clauses: number) => Promise<T>,
): Promise<T> {
  if (isLong(question)) return act(await clauseLimit(session));
  try {
    return await act(DEFAULT_CLAUSES);
  } catch (error) {
    // A limit may be lower than the default, and another one tomorrow.
    if (!isClauseLimit(error)) throw error;
    return act(await clauseLimit(session));
  }
}

/** What was found, and whether it is the best. */
export interface Found {
  readonly ranked: Ranked;
  readonly proven: boolean;
  readonly examined: number;
}

/** Looks for candidates until the best of them are the best of all. */
export function findAll(asked: Asked): Promise<Found> {
  const { session, options, filter, version, contest } = asked;
  const { dialect = 'rank-features', deepest = Number.POSITIVE_INFINITY, signal } = options;
  const { question } = contest;
  const lists = listsOf(contest);
  const turns = <T>(steps: Steps<T>) => inTurns(steps, undefined, signal ? { signal } : {});
  return withinClauses(asked, question, async (clauses) => {
    const lookout = { session, question, version, filter, dialect, clauses };
    const candidates = new Candidates(lookout, contest.options.limit + contest.options.offset);
    try {
      await candidates.deepen(question.rows.keys());
      for (;;) {
        const found = candidates.all;
        const isEnd = candidates.deepest >= deepest;
        // As long as fewer were found than are wanted, nothing need be read.
        let open: readonly WantedList[] = lists.filter((list) => isShort(list, found, candidates, contest));
        if (open.length === 0 || isEnd) {
          const standings: Standing[] = [];
          for (const list of lists) standings.push(await turns(standingSteps(found, list, contest)));
          open = standings.filter(({ rows, last }) => mayBeBehind(rows, last, candidates, contest));
          if (open.length === 0 || isEnd) {
            const best = new Set(standings.flatMap((standing) => standing.best));
            const ranked = await turns(rankSteps(best, contest));
            return { ranked, proven: open.length === 0, examined: found.length };
          }
        }
        await candidates.deepen(open.flatMap(({ rows }) => rows));
      }
    } finally {
      await candidates.close();
    }
  });
}

/** Whether fewer were found for a list than are wanted, and there may be more. */
function isShort(
  { rows, wanted }: WantedList,
  found: readonly Candidate[],
  candidates: Candidates,
  contest: Contest,
) {
  if (!mayBeBehind(rows, undefined, candidates, contest)) return false;
  let count = 0;
  for (const candidate of found) if (productOf(candidate, rows) > 0) count++;
  return count < wanted;
}

/** Whether a record that was not found may belong to a list whose last score is this. */
function mayBeBehind(
  rows: readonly number[],
  last: number | undefined,
  candidates: Candidates,
  { question, options }: Contest,
): boolean {
  const behind = candidates.behind(rows);
  if (behind === 0) return false;
  // Whatever was not found scores less than this.
  const bound = scoreBelow(behind, question);
  return bound > options.minScore && (last === undefined || bound > last);
}
