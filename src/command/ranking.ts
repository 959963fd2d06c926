import {
  type Achievement,
  createMatcherAsync,
  type Demand,
  InputError,
  type Matcher,
  type MatchOptions,
  type MatchRecord,
  type MatchResult,
  secrecyRank,
  suggestThreshold,
} from 'cuohe';
import type { LearnedOptions } from 'cuohe/learn';
import type { Context } from './host.ts';
import type { Say } from './language.ts';
import type { MatchValues } from './match-values.ts';
import { showProgress } from './progress.ts';

/** Both sides, as they were read. */
export interface BothSides {
  readonly achievements: readonly Achievement[];
  readonly demands: readonly Demand[];
}

/** Records that are not asked for. */
export interface Closed {
  /** Those above the clearance. */
  readonly secret: number;
  /** Those that had ended on the day. */
  readonly expired: number;
}

/**
 * Which records may be asked for. A matcher keeps secret records and ended ones out of its rankings; those that it is asked
 * about are ours to keep.
 */
export function openOf(
  records: readonly MatchRecord[],
  { clearance, asOf }: MatchValues,
): { readonly asked: readonly MatchRecord[]; readonly closed: Closed } {
  const shown = records.filter(({ secrecyLevel }) => secrecyRank(secrecyLevel) <= secrecyRank(clearance));
  // Days as YYYY-MM-DD are in the order of their texts.
  const asked = shown.filter(({ validTo }) => validTo?.to === undefined || validTo.to >= asOf);
  return {
    asked,
    closed: { secret: records.length - shown.length, expired: shown.length - asked.length },
  };
}

/** What is said of the records that were not asked for; empty where there are none. */
export function closedText({ secret, expired }: Closed, say: Say): string {
  const parts = [
    secret === 0 ? '' : say(`${secret} 条密级过高`, `${secret} above the clearance`),
    expired === 0 ? '' : say(`${expired} 条已过有效期`, `${expired} no longer valid`),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join(say('，', ', '))}${say('，未参与', ', left out')}`;
}

/** A ranking that is about to run. */
export interface Ranking {
  readonly matcher: Matcher<Achievement | Demand>;
  /** Records that are asked for: open on the day, and not above the clearance. */
  readonly asked: readonly MatchRecord[];
  /** How many are not asked for, and why. */
  readonly closed: Closed;
  readonly minScore: number;
  readonly limit: number;
  /** The matches of each that is asked for, in their order. */
  readonly results: () => AsyncGenerator<MatchResult<Achievement | Demand>, void, undefined>;
}

/** How a ranking is made. */
export interface RankingOptions {
  /** Demands are ranked for each achievement. */
  readonly reverse: boolean;
  /** Most matches where the command line says nothing. */
  readonly limit: number;
  /** Weights and levels of an office's own; default: those of the library. */
  readonly learned?: LearnedOptions | undefined;
}

/** Builds the index of one side and gets ready to ask for the other. */
export async function rankingOf(
  { achievements, demands }: BothSides,
  values: MatchValues,
  { reverse, limit: most, learned }: RankingOptions,
  { say, signal }: Context,
): Promise<Ranking> {
  const indexing = showProgress(say('建立索引', 'Indexing'), say);
  const own = learned && { signals: learned.signals, conditions: learned.conditions, levels: learned.levels };
  const building = { signal, onProgress: indexing.report, ...own };
  const matcher: Matcher<Achievement | Demand> = reverse
    ? await createMatcherAsync(demands, { ...building, side: 'demand' })
    : await createMatcherAsync(achievements, building);
  indexing.clear();
  const all = reverse ? ofKinds(achievements, values) : demands;
  const { asked, closed } = openOf(all, values);
  const minScore = values.minScore ?? suggestedScore(matcher);
  const limit = values.limit ?? most;
  const options: MatchOptions<Achievement | Demand> = {
    limit,
    minScore,
    ...(values.kinds === undefined || reverse ? {} : { kinds: values.kinds }),
    filter: values.filter as NonNullable<MatchOptions<Achievement | Demand>['filter']>,
  };
  const results = () => matcher.matchAll(asked, { ...options, signal });
  return { matcher, asked, closed, minScore, limit, results };
}

/** What pairs that have nothing to do with each other hardly reach; 0 where there are too few to tell. */
export function suggestedScore(matcher: Matcher<never> | Matcher<unknown>): number {
  try {
    return suggestThreshold(matcher as Matcher).minScore;
  } catch (error) {
    if (error instanceof InputError) return 0;
    throw error;
  }
}

function ofKinds(achievements: readonly Achievement[], { kinds }: MatchValues): readonly Achievement[] {
  return kinds === undefined ? achievements : achievements.filter(({ kind }) => kinds.includes(kind));
}
