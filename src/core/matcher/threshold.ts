import { Issues } from '../../base/issues.ts';
import { expectKeys } from '../../base/options.ts';
import type { QueryInput, RecordId } from '../records/types.ts';
import type { Engine } from './engine.ts';
import { engineOf } from './engine-of.ts';
import type { Matcher } from './matcher.ts';

/** A pair that somebody judged. */
export interface JudgedMatch {
  readonly query: QueryInput;
  /** Of the indexed record. */
  readonly id: RecordId;
  /** Whether the record answers the query. */
  readonly relevant: boolean;
}

/** What a threshold is drawn from. */
export interface ThresholdOptions {
  /** Share of unrelated pairs that may score as much as the threshold or more, in (0, 1). Default 0.005. */
  readonly noise?: number;
  /** Queries like those that will be asked. Default: records of the collection stand in for them. */
  readonly queries?: readonly QueryInput[];
  /** Judged pairs, of which some are not relevant: then these are the unrelated ones. Default: none. */
  readonly judgments?: readonly JudgedMatch[];
}

/** A `minScore`, and what it lets through. */
export interface SuggestedThreshold {
  /** For the option `minScore`, in [0, 1], with three decimals. */
  readonly minScore: number;
  /** Share of the unrelated pairs that score as much or more: at most what was asked for. */
  readonly noise: number;
  /** Number of unrelated pairs that were looked at. */
  readonly pairs: number;
  /** What they are: records of the collection, queries with records of it, or judged pairs. */
  readonly basis: 'collection' | 'queries' | 'judgments';
  /** Share of the relevant judged pairs that score as much or more; without judgments undefined. */
  readonly recall: number | undefined;
}

const KEYS = ['noise', 'queries', 'judgments'] as const satisfies readonly (keyof ThresholdOptions)[];
const NOISE = 0.005;
/** Queries, and records for each, that are looked at: spread evenly, so that the same collection gives the same answer. */
const MOST_QUERIES = 200;
const MOST_RECORDS = 500;
/** Thresholds are told in thousandths. */
const STEPS = 1000;

/**
 * Which score is enough: the least threshold that lets at most a share of unrelated pairs through. Unrelated are judged
 * pairs that are not relevant, else pairs without an industry chain in common: most of them have nothing to do with each
 * other, and a few do, so that the threshold errs to the strict side. Scores depend on the collection, its style and its
 * statistics; so does the threshold. O(1) in the size of the collection, beyond finding its tags.
 * @throws InputError `INVALID_OPTIONS` for bad options, and where there are too few unrelated pairs for such a share (1 /
 * noise); `INVALID_RECORDS` for bad queries; CuoheError `UNKNOWN_RECORD` for judgments of records that are not indexed.
 */
export function suggestThreshold(matcher: Matcher, options: ThresholdOptions = {}): SuggestedThreshold {
  const issues = new Issues();
  const engine = engineOf(matcher);
  issues.expect(engine !== undefined, 'matcher', 'a matcher of createMatcher or openMatcher', matcher);
  const given = expectKeys(issues, options, KEYS) ? options : {};
  const { noise = NOISE, queries, judgments } = given;
  issues.expect(typeof noise === 'number' && noise > 0 && noise < 1, 'noise', 'a number in (0, 1)', noise);
  for (const [path, list] of Object.entries({ queries, judgments })) {
    issues.expect(list === undefined || Array.isArray(list), path, 'an array', list);
  }
  issues.throwAsOptions();
  const { unrelated, relevant, basis } =
    judgments !== undefined
      ? judgedScores(matcher, judgments)
      : { unrelated: unrelatedScores(engine!, queries), relevant: undefined, basis: basisOf(queries) };
  const least = Math.ceil(1 / noise);
  if (unrelated.length < least) {
    issues.addText(
      'noise',
      `a share of at least ${least} unrelated pairs, or a larger share`,
      `${unrelated.length} pairs`,
    );
    issues.throwAsOptions();
  }
  const minScore = leastAbove(unrelated, noise);
  const share = (scores: readonly number[]) =>
    scores.filter((score) => score >= minScore).length / scores.length;
  return {
    minScore,
    noise: share(unrelated),
    pairs: unrelated.length,
    basis,
    recall: relevant === undefined || relevant.length === 0 ? undefined : share(relevant),
  };
}

/**
 * What {@link suggestThreshold} would say for a matcher, to a caller that must go on where pairs are few: with fewer than
 * 1 / noise of them none may pass, and with fewer than {@link FEWEST} there is no threshold.
 * @param queries like those that will be asked. Default: records of the collection stand in for them.
 */
export function drawnThreshold(
  matcher: Matcher,
  noise: number,
  queries?: readonly QueryInput[],
): { readonly minScore: number | undefined; readonly pairs: number } {
  const unrelated = unrelatedScores(engineOf(matcher)!, queries);
  const pairs = unrelated.length;
  return {
    minScore: pairs < FEWEST ? undefined : leastAbove(unrelated, Math.max(noise, 0.5 / pairs)),
    pairs,
  };
}

/** Unrelated pairs of fewer tell nothing. */
const FEWEST = 20;

/** The least threshold that at most a share of scores reaches; sorts them. */
function leastAbove(scores: number[], share: number): number {
  scores.sort((a, b) => b - a);
  // The first score that must stay below.
  const below = scores[Math.floor(share * scores.length)] ?? 0;
  return Math.min(1, (Math.floor(below * STEPS) + 1) / STEPS);
}

function basisOf(queries: unknown): 'collection' | 'queries' {
  return queries === undefined ? 'collection' : 'queries';
}

/** Scores of pairs that share no chain. */
function unrelatedScores(engine: Engine, queries: readonly QueryInput[] | undefined): number[] {
  const { size } = engine;
  const asked =
    queries === undefined
      ? spread(size, MOST_QUERIES).map((index) => ({ index, side: engine.indexedQuery(index) }))
      : spread(queries.length, MOST_QUERIES).map((i) => ({
          index: -1,
          side: engine.querySide(engine.read([queries[i]], i)[0]!),
        }));
  const found = spread(size, MOST_RECORDS).map((index) => ({ index, side: engine.indexedSide(index) }));
  return asked.flatMap((query) => {
    const chains = new Set(query.side.tags.map(({ code }) => code));
    return found
      .filter(({ index, side }) => index !== query.index && !side.tags.some(({ code }) => chains.has(code)))
      .map(({ index }) => engine.sumOf(query.side, index));
  });
}

/** Scores of judged pairs. */
function judgedScores(matcher: Matcher, judgments: readonly JudgedMatch[]) {
  const scores = judgments.map(({ query, id, relevant }) => ({
    score: matcher.reasons(query, [id], { explain: false })[0]!.score,
    relevant,
  }));
  const of = (wanted: boolean) =>
    scores.filter(({ relevant }) => relevant === wanted).map(({ score }) => score);
  return { unrelated: of(false), relevant: of(true), basis: 'judgments' as const };
}

/** At most so many positions of a list, spread evenly. */
function spread(size: number, most: number): number[] {
  const count = Math.min(size, most);
  return Array.from({ length: count }, (_, i) => Math.floor((i * size) / count));
}
