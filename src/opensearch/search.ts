import { InputError } from '../base/errors.ts';
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
import {
  type FilterCounts,
  filterCounts,
  filterCountsBody,
  matchCounts,
  matchCountsBody,
  namesBody,
  namesIn,
} from './counts.ts';
import { expectSide, versionOf } from './document.ts';
import { areasIn, type ClusterFilter, NO_OWN_NAMES, type PlainFilter, plainFilter } from './filters.ts';
import { type Asked, findAll, withinClauses } from './find.ts';
import { linesOf } from './lines.ts';
import { type Dialect, expectDialect } from './mapping.ts';
import { expectClusterFilter, FIRST_SIZE, rowQuery } from './query.ts';
import { type Question, questionOf } from './question.ts';
import { EngineSession, expectEngine } from './session.ts';
import type { Contest } from './standings.ts';
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
  /**
   * How levels follow from scores, used where it was made for the weights of the weigher. Default: that of `createMatcher` of
   * the same door, the shipped one for a weigher of `cuohe`, none for one of `cuohe/core`. `false`: none.
   */
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
  // One day for all that is asked, whenever it is answered.
  const day = { ...resolved.filter, asOf: resolved.filter.asOf ?? new Date() };
  const filter = await filterIn(session, day, options, inside);
  const { clearance, asOf, includeExpired } = day;
  const contest: Contest = {
    inside,
    question,
    side,
    levels: levelsOf(levels, inside),
    options: resolved,
    gate: { asOf, ...(clearance && { clearance }), ...(includeExpired !== undefined && { includeExpired }) },
    known: { shifts: new Map(), records: new Map() },
  };
  const version = versionOf(weigher, side);
  const asked: Asked = { session, options, resolved, filter, version, contest };
  // Before and after all others: whenever other documents come, or the alias moves, one of the two tells.
  await countFilters(asked);
  const [told, found] = await Promise.all([countMatches(asked), findAll(asked)]);
  const counts = await countFilters(asked);
  const { ranked, proven, examined } = found;
  const bare = ranked.engine.found(ranked.query, ranked.ranking, ranked.answering);
  const result = ranked.engine.complete<R>(question.record.id, { ...bare, ...told }, counts, resolved);
  return Object.assign(displayed(withoutPositions(result)), { proven, examined });
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
  levels: LevelCalibration | false | undefined,
  { weighting, levels: own }: WeigherInside,
): LevelCalibration | undefined {
  return levelsFor(levels === false ? undefined : (levels ?? own), weighting.signalWeights, 0);
}

/** Filters in the values of documents; the engine is asked for names that nobody knows but perhaps these. */
async function filterIn(
  session: EngineSession,
  filter: ClusterFilter,
  { kinds }: SearchOptions,
  { reading }: WeigherInside,
): Promise<PlainFilter> {
  const { taxonomy } = reading;
  const areas = areasIn(filter);
  try {
    plainFilter(filter, kinds, taxonomy, NO_OWN_NAMES);
    // A name that everybody knows may be that of an area of documents as well.
    return plainFilter(filter, kinds, taxonomy, { regions: areas, chains: [] });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  const body = await session.search(namesBody(areas));
  const own = { regions: namesIn(body, 'regions'), chains: namesIn(body, 'chains') };
  return plainFilter(filter, kinds, taxonomy, own);
}

async function countFilters({ session, filter, version, options }: Asked): Promise<FilterCounts> {
  const body = await session.search(filterCountsBody(version, filter));
  return filterCounts(body, options.index, version, filter);
}

async function countMatches(asked: Asked): Promise<Partial<ReturnType<typeof matchCounts>>> {
  const { session, filter, version, options, resolved, contest } = asked;
  const { total, counts } = resolved;
  if (!total && counts.length === 0) return {};
  const { question } = contest;
  // The rows of needs hold no other features than that of the whole.
  const whole: Question = { ...question, rows: question.rows.slice(0, 1) };
  const count = async (clauses: number) => {
    const lines = linesOf(whole, clauses);
    if (lines.length > 1) refuseCounts(total, question);
    const ranked = rowQuery(lines[0]!.features, question.hasNeeds, options.dialect ?? 'rank-features');
    return matchCounts(await session.search(matchCountsBody(version, filter, ranked, counts)), counts);
  };
  return withinClauses(asked, whole, count);
}

function refuseCounts(total: boolean, { rows }: Question): never {
  const issues = new Issues();
  const expected = 'none for a query of more terms than the engine takes clauses';
  issues.addText(total ? 'total' : 'counts', expected, `${rows[0]!.features.length} terms`);
  issues.throwAsOptions();
  throw new Error('unreachable');
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
