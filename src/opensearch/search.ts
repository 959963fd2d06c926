import { Issues } from '../base/issues.ts';
import { expectCalibration, type LevelCalibration, levelsFor } from '../core/levels/calibration.ts';
import type { LeanMatch, Match, MatchResult } from '../core/matcher/match.ts';
import { displayed } from '../core/matcher/notebook.ts';
import {
  MATCH_KEYS,
  type MatchOptions,
  type ResolvedMatchOptions,
  readMatchOptions,
} from '../core/matches/match-options.ts';
import type { Side } from '../core/records/parse.ts';
import type { QueryInput } from '../core/records/types.ts';
import type { Weigher } from '../core/weigher/weigher.ts';
import type { WeigherInside } from '../core/weigher/weigher-inside.ts';
import { SHIPPED_LEVELS } from '../defaults/levels.ts';
import { Candidates } from './candidates.ts';
import { clauseLimit, isClauseLimit } from './clauses.ts';
import { type Contest, type Ranked, type RankedList, rankCandidates, scoreBelow } from './contenders.ts';
import {
  type FilterCounts,
  filterCounts,
  filterCountsBody,
  matchCounts,
  matchCountsBody,
  namesBody,
  namesIn,
} from './counts.ts';
import { expectSide } from './document.ts';
import { type ClusterFilter, NO_OWN_NAMES, namesToAsk, type PlainFilter, plainFilter } from './filters.ts';
import { DEFAULT_CLAUSES, isLong, linesOf } from './lines.ts';
import { type Dialect, expectDialect } from './mapping.ts';
import { expectClusterFilter, FIRST_SIZE, rowQuery } from './query.ts';
import { type Question, questionOf } from './question.ts';
import { EngineSession, expectEngine } from './session.ts';
import type { Transport } from './transport.ts';
import { requireWeigher } from './weigher.ts';

/** What is asked of a cluster, and how. */
export interface SearchOptions extends Omit<MatchOptions, 'filter'> {
  /** Name of the index or alias. */
  readonly index: string;
  /** The weigher that made its documents. */
  readonly weigher: Weigher;
  /** A record of the other side (or of the same: its `kind` tells), or a text. */
  readonly query: QueryInput;
  /** Which side the index holds. Default `achievement`. */
  readonly side?: Side;
  /** What must hold before ranking: all filters but `where`. */
  readonly filter?: ClusterFilter;
  /** As for `createMatcher`. Default: the shipped calibration, where it was made for the weights of the weigher. */
  readonly levels?: LevelCalibration | false;
  /** How the engine keeps rows. Default `rank-features`. */
  readonly dialect?: Dialect;
  /**
   * Candidates of one search at which looking deeper ends, from 50: the answer is then perhaps not proven. Default Infinity:
   * until it is.
   */
  readonly deepest?: number;
  /** Stops the search: it throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * The matches of one record in a cluster: what one matcher of all its records, in the order of their ids and under the same
 * statistics, would give, but for positions: `index` is −1.
 */
export type ClusterResult<R = unknown, M extends LeanMatch = Match<R>> = MatchResult<R, M> & {
  /** Whether no record that was not looked at can be among the matches; false only where `deepest` ended it before. */
  readonly proven: boolean;
  /** Documents that the engine gave, and that were scored exactly. */
  readonly examined: number;
};

const SEARCH_KEYS = [
  ...MATCH_KEYS,
  'index',
  'weigher',
  'query',
  'side',
  'levels',
  'dialect',
  'deepest',
  'signal',
] as const satisfies readonly (keyof SearchOptions)[];

/**
 * The exact best records of a cluster for a record of the other side, explained, and the proof that none is missing: the
 * engine gives candidates by scores that are a little rounded down, they are scored exactly here, and more are asked for
 * (50, 200, 1,000, then a point in time page by page) until whatever was not given lies below. Equal scores come in the
 * order of ids. An answer is of the moment of its searches; of several, of the moments between the first and the last.
 * @throws InputError for a bad query or bad options; CuoheError `ENGINE_FAILED` where the engine does not answer, or gives
 * a partial answer; `ENGINE_MIXED` where documents of another weigher are in the index; the signal's reason when stopped.
 */
export function search<R = unknown>(
  transport: Transport,
  options: SearchOptions & { readonly lean: true },
): Promise<ClusterResult<R, LeanMatch>>;
export function search<R = unknown>(transport: Transport, options: SearchOptions): Promise<ClusterResult<R>>;
export async function search<R = unknown>(
  transport: Transport,
  options: SearchOptions,
): Promise<ClusterResult<R, LeanMatch>> {
  const resolved = readOptions(transport, options);
  const { weigher, index, query, side = 'achievement', levels, signal } = options;
  const inside = requireWeigher(weigher);
  const question = questionOf(inside, query, side);
  const session = new EngineSession(transport, index, signal);
  const filter = await filterIn(session, options, inside);
  const contest: Contest = {
    inside,
    question,
    side,
    levels: levelsOf(levels, inside),
    options: resolved,
    gate: resolved.filter,
  };
  const asked: Asked = { session, options, resolved, filter, contest };
  let [counts, told, found] = await Promise.all([countFilters(asked), countMatches(asked), findAll(asked)]);
  if (found.isAnyEmpty || told.total === 0) {
    // Perhaps there is nothing; or the alias moved, and some of it was asked of an index of another weigher, which has none
    // of these documents. So again, between two counts: whenever it moves, one of them tells.
    await countFilters(asked);
    [told, found] = await Promise.all([countMatches(asked), findAll(asked)]);
    counts = await countFilters(asked);
  }
  const { ranked, proven, examined } = found;
  const bare = ranked.engine.found(ranked.query, ranked.ranking, ranked.answering);
  const result = ranked.engine.complete<R>(question.record.id, { ...bare, ...told }, counts, resolved);
  return Object.assign(displayed(withoutPositions(result)), { proven, examined });
}

/** What stays the same for all requests of one search. */
interface Asked {
  readonly session: EngineSession;
  readonly options: SearchOptions;
  readonly resolved: ResolvedMatchOptions;
  readonly filter: PlainFilter;
  readonly contest: Contest;
}

/** @throws InputError naming every bad option. */
function readOptions(transport: Transport, options: SearchOptions): ResolvedMatchOptions {
  const issues = new Issues();
  const resolved = readMatchOptions(issues, options, SEARCH_KEYS);
  const { index, side, levels, dialect, deepest = Number.POSITIVE_INFINITY } = options ?? {};
  expectEngine(issues, transport, index);
  expectSide(issues, side);
  expectDialect(issues, dialect);
  expectClusterFilter(issues, resolved.filter);
  if (levels !== undefined && levels !== false) expectCalibration(issues, levels);
  const isDepth =
    deepest === Number.POSITIVE_INFINITY || (Number.isInteger(deepest) && deepest >= FIRST_SIZE);
  issues.expect(isDepth, 'deepest', `a whole number ≥ ${FIRST_SIZE} or Infinity`, deepest);
  const isCounted = resolved.total || resolved.counts.length > 0;
  if (isCounted && resolved.minScore > 0) {
    const expected = '0 together with `total` or `counts`: the engine counts by its own scores';
    issues.add('minScore', expected, resolved.minScore);
  }
  issues.throwAsOptions();
  return resolved;
}

/** A calibration where it was made for the weights of the weigher. */
function levelsOf(
  levels: LevelCalibration | false = SHIPPED_LEVELS,
  { weighting }: WeigherInside,
): LevelCalibration | undefined {
  return levelsFor(levels === false ? undefined : levels, weighting.signalWeights, 0);
}

/** Filters in the values of documents; the engine is asked for names that only these may have. */
async function filterIn(
  session: EngineSession,
  { filter = {}, kinds }: SearchOptions,
  { reading }: WeigherInside,
): Promise<PlainFilter> {
  const { taxonomy } = reading;
  const names = namesToAsk(filter);
  if (names.regions.length + names.chains.length === 0)
    return plainFilter(filter, kinds, taxonomy, NO_OWN_NAMES);
  const body = await session.search(namesBody({ ...names }));
  const own = { regions: namesIn(body, 'regions'), chains: namesIn(body, 'chains') };
  return plainFilter(filter, kinds, taxonomy, own);
}

async function countFilters({ session, filter, options }: Asked): Promise<FilterCounts> {
  const { version } = options.weigher;
  return filterCounts(await session.search(filterCountsBody(version, filter)), options.index, version);
}

async function countMatches({
  session,
  filter,
  options,
  resolved,
  contest,
}: Asked): Promise<Partial<ReturnType<typeof matchCounts>>> {
  const { total, counts } = resolved;
  if (!total && counts.length === 0) return {};
  const { question } = contest;
  // The rows of needs hold no other features than that of the whole.
  const whole: Question = { ...question, rows: question.rows.slice(0, 1) };
  const lines = linesOf(whole, await clauseLimit(session));
  if (lines.length > 1) {
    const issues = new Issues();
    const expected = 'none for a query of more terms than the engine takes clauses';
    issues.addText(total ? 'total' : 'counts', expected, `${question.rows[0]!.features.length} terms`);
    issues.throwAsOptions();
  }
  const ranked = rowQuery(lines[0]!.features, question.hasNeeds, options.dialect ?? 'rank-features');
  const { version } = options.weigher;
  return matchCounts(await session.search(matchCountsBody(version, filter, ranked, counts)), counts);
}

/** As {@link find}, within the limit of clauses. */
async function findAll(asked: Asked): Promise<Found> {
  if (isLong(asked.contest.question)) return find(asked, await clauseLimit(asked.session));
  try {
    return await find(asked, DEFAULT_CLAUSES);
  } catch (error) {
    // A limit may be lower than the default, and another one tomorrow.
    if (!isClauseLimit(error)) throw error;
    return find(asked, await clauseLimit(asked.session));
  }
}

interface Found {
  readonly ranked: Ranked;
  readonly proven: boolean;
  readonly examined: number;
  /** Whether a search gave nothing at all. */
  readonly isAnyEmpty: boolean;
}

/** Looks for candidates until the best of them are the best of all. */
async function find({ session, options, filter, contest }: Asked, clauses: number): Promise<Found> {
  const { weigher, dialect = 'rank-features', deepest = Number.POSITIVE_INFINITY } = options;
  const { question } = contest;
  const lookout = { session, question, version: weigher.version, filter, dialect, clauses };
  const candidates = new Candidates(lookout, contest.options.limit + contest.options.offset);
  try {
    await candidates.deepen(question.rows.keys());
    for (;;) {
      const ranked = rankCandidates(candidates.all, contest);
      const open = openLists(ranked, candidates, contest);
      const proven = open.length === 0;
      if (proven || candidates.deepest >= deepest)
        return { ranked, proven, examined: candidates.all.length, isAnyEmpty: candidates.isAnyEmpty };
      await candidates.deepen(open.flatMap(({ rows }) => rows));
    }
  } finally {
    await candidates.close();
  }
}

/** The lists that a record may belong to which was not found. */
function openLists({ lists }: Ranked, candidates: Candidates, { question, options }: Contest): RankedList[] {
  return lists.filter(({ rows, wanted, scores }) => {
    const behind = candidates.behind(rows);
    if (behind === 0) return false;
    // Whatever was not found scores less than this.
    const bound = scoreBelow(behind, question);
    const last = scores[wanted - 1];
    return bound > options.minScore && (last === undefined || bound > last);
  });
}

/** A cluster has no positions. */
function withoutPositions<R>(result: MatchResult<R, LeanMatch>): MatchResult<R, LeanMatch> {
  const { matches, needs } = result;
  return {
    ...result,
    matches: matches.map((match) => ({ ...match, index: -1 })),
    ...(needs && {
      needs: needs.map((need) => ({
        ...need,
        matches: need.matches.map((match) => ({ ...match, index: -1 })),
      })),
    }),
  };
}
