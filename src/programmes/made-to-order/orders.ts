import * as z from 'zod/mini';
import type { MatchLevel } from '../../core/levels/level.ts';
import { engineOf } from '../../core/matcher/engine-of.ts';
import type { LeanMatch, MatchResult } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchFilter } from '../../core/matches/filters.ts';
import type { RunOptions } from '../../core/matches/match-options.ts';
import { SUPPLY_KINDS, type SupplyKind } from '../../core/records/kinds.ts';
import type { Achievement, Demand, DemandInput, QueryInput } from '../../core/records/types.ts';
import { COUNT, checkOptions, optionsOf, readRecords, SHARE } from '../common/check.ts';
import { enoughFor, type Scored } from '../common/enough.ts';
import { GIVEN_MATCHES, givenMatches } from '../common/given-matches.ts';
import { forRun, MATCHING, type OfDay, ofDay, onDay, queryOf, RUN, withParsed } from '../common/matching.ts';
import { gatesOf, type LeftOut, openOf } from '../common/open-records.ts';
import { READY_KINDS, type ReadyKind } from '../common/ready-kinds.ts';
import { ALIASES, type OrganizationAliases, readUnits } from '../common/unit-keys.ts';
import { objectEvidence, type Reach } from './evidence.ts';
import type { MadeToOrder, NearestResult, OrderStanding } from './order-types.ts';
import { orderReason } from './reasons.ts';
import { developersOf, ownerOf, type ShownMatch } from './units.ts';

/** When a demand is ordered, and who is asked. */
export interface MadeToOrderOptions<R = unknown> extends RunOptions {
  /**
   * Score from which an achievement or a patent serves a demand, in [0, 1]. Default: what the matcher's levels say answers (较强 and 强),
   * else a score drawn from the collection.
   */
  readonly minScore?: number;
  /**
   * Score from which one may serve it and a person must look, in [0, `minScore`]. Default: the level 弱, or where
   * there are no levels a score drawn from the collection.
   */
  readonly nearScore?: number;
  /** Kinds of records that show that their unit could develop it. Default {@link DEVELOPER_KINDS}. */
  readonly kinds?: readonly SupplyKind[];
  /** Most records looked at for one demand. Default 15. */
  readonly records?: number;
  /** Most units named for one demand; the row of records without a unit comes on top. Default 5. */
  readonly units?: number;
  /** Further names of organisations, so that one stands as one. Default: none but short forms by rule. */
  readonly aliases?: readonly OrganizationAliases[];
  /** Filter of the matcher. Its day and clearance hold for the demands too; without a day none has ended. */
  readonly filter?: MatchFilter<R>;
  /**
   * Results that the matcher gave for these demands before, of achievements and patents under the same filter: of
   * `matchAll(demands, { kinds, filter })`; others are refused. What answers a demand is asked for only where they hold nothing
   * of it. Default: none.
   */
  readonly matches?: readonly MatchResult<R>[];
}

/** Owners of achievements, patents and research directions, teams, experts and institutions. */
export const DEVELOPER_KINDS: readonly SupplyKind[] = [
  'achievement',
  'patent',
  'direction',
  'team',
  'expert',
  'institution',
];

/** Demands, each in one of two lists, or left out. */
export interface MadeToOrderPlan extends OfDay {
  /** Score from which an achievement or a patent serves a demand; `null` where the levels of matches decide. */
  readonly minScore: number | null;
  /** In the order of the demands. */
  readonly orders: readonly MadeToOrder[];
  /** Ids of demands that an achievement or a patent serves. */
  readonly served: readonly string[];
  /** Demands that the day or the clearance of the filter leaves out: they are in no list. */
  readonly leftOut: LeftOut;
}

/**
 * Finds the demands that no ready result, achievement or patent, serves, and for each the units that could develop it to order: owners of
 * near achievements, patents and directions, teams and experts, grouped by unit, with records and phrases as evidence.
 * That nothing serves a demand is said only where the nearest result is not near; else it is named, to be looked at.
 * A unit is named only where a record of it rests on the object of the demand (钢丝绳), not on a word that any matter has:
 * no unit is better than a wrong one. With the defaults, and a library of ready results alone, it serves what the chain library counts as matched.
 *
 * serves: 「重点面向我市战略性新兴产业开展需求科研、订单研发、定向研制」,「面向大企业需求开展“订单式”研发」.
 *
 * Complexity: one ranking for each demand (none where `matches` tell), one more for each that is not served: it looks at
 * other kinds, and at more of them.
 * @param matcher over supply of all kinds.
 * @throws InputError `INVALID_RECORDS` naming every bad demand, `INVALID_OPTIONS`, also where there is no threshold to be
 *   drawn; the signal's reason when stopped. `onProgress` is told of each of the two rounds separately, of the demands that
 *   are asked for.
 */
export async function planMadeToOrder<R>(
  matcher: Matcher<R>,
  demands: readonly DemandInput[],
  options: MadeToOrderOptions<R> = {},
): Promise<MadeToOrderPlan> {
  checkOptions(options, OPTIONS);
  const read = readRecords({ what: 'demands', items: demands, side: 'demand' });
  const { kinds = DEVELOPER_KINDS, records = 15, units = 5 } = options;
  const serving = enoughFor(matcher, 'answers', options.minScore);
  const near = enoughFor(matcher, 'near', options.nearScore);
  const run = { filter: onDay(options.filter), ...forRun(options) };
  const { open, leftOut } = openOf(read, gatesOf(options.filter));
  const given = new Map(read.map((demand, i) => [demand, demands[i]]));
  const queries = open.map((demand) => queryOf(demand, given.get(demand)));
  const bests = await readyOf(matcher, open, queries, run, options.matches);
  const served: string[] = [];
  const unserved: {
    readonly query: QueryInput;
    readonly best?: NearestResult;
    standing: OrderStanding;
  }[] = [];
  for (const [at, best] of bests.entries()) {
    if (best !== undefined && serving.passes(best)) served.push(open[at]!.id);
    else {
      const standing = best !== undefined && near.passes(best) ? 'uncertain' : 'none';
      const query = queries[at]!;
      unserved.push({ query, standing, ...(best && { best: nearestOf(best, matcher) }) });
    }
  }
  const reachOf = (match: Scored): Reach => {
    if (match.level !== undefined) return REACHES[match.level.level];
    if (!near.passes(match)) return 'far';
    return serving.passes(match) ? 'answers' : 'near';
  };
  const { lexicon } = engineOf(matcher)!.parts.reading.analyzer;
  const found: { readonly demandId: string; readonly shown: readonly ShownMatch[] }[] = [];
  const asked = unserved.map(({ query }) => query);
  for await (const { queryId, matches } of matcher.matchAll(asked, { ...run, kinds, limit: records })) {
    const shown = withParsed<Achievement>(matcher, matches).map((match) => ({
      match,
      evidence: objectEvidence(match, reachOf(match), lexicon),
    }));
    found.push({ demandId: queryId, shown });
  }
  const owners = found.flatMap(({ shown }) => shown.map(({ match }) => ownerOf(match.record)?.name));
  const keys = readUnits(options.aliases, owners);
  const orders = found.map(({ demandId, shown }, i): MadeToOrder => {
    const { standing, best } = unserved[i]!;
    const named = developersOf(shown, keys).filter(({ key }, at) => at < units || key === null);
    const order = { demandId, standing, ...(best && { best }), units: named };
    return { ...order, reason: orderReason(order) };
  });
  return { ...ofDay(options.filter), minScore: serving.minScore, orders, served, leftOut };
}

/** The best achievement or patent of each demand: of what was handed in, else asked for. */
async function readyOf<R>(
  matcher: Matcher<R>,
  demands: readonly Demand[],
  queries: readonly QueryInput[],
  run: RunOptions & { readonly filter: MatchFilter<R> },
  matches: readonly MatchResult<R>[] | undefined,
): Promise<(LeanMatch | undefined)[]> {
  const given = givenMatches(matcher, matches, { kinds: READY_KINDS, filter: run.filter });
  const bests: (LeanMatch | undefined)[] = demands.map(({ id }) => given.get(id)?.matches[0]);
  // A result without a match may have been cut at a score: what is nearest is still told.
  const asked = [...queries.keys()].filter((at) => bests[at] === undefined);
  const ready = { ...run, kinds: READY_KINDS, limit: 1, explain: false } as const;
  let next = 0;
  for await (const result of matcher.matchAll(
    asked.map((at) => queries[at]!),
    ready,
  )) {
    bests[asked[next++]!] = result.matches[0];
  }
  return bests;
}

/** What a level says, whatever score the host asks for. */
const REACHES = { 0: 'far', 1: 'near', 2: 'answers', 3: 'answers' } as const satisfies Readonly<
  Record<MatchLevel['level'], Reach>
>;

function nearestOf({ id, index, score, level }: LeanMatch, matcher: Matcher<unknown>): NearestResult {
  const { kind, title } = matcher.parsed(index);
  // The ranking was asked for these kinds alone.
  return { id, kind: kind as ReadyKind, title, score, ...(level && { level }) };
}

const OPTIONS = optionsOf<MadeToOrderOptions<never>>({
  minScore: z.optional(SHARE),
  nearScore: z.optional(SHARE),
  kinds: z.optional(z.array(z.enum(SUPPLY_KINDS))),
  records: z.optional(COUNT),
  units: z.optional(COUNT),
  aliases: ALIASES,
  filter: MATCHING.filter,
  matches: GIVEN_MATCHES,
  ...RUN,
}).check(
  z.refine(
    ({ minScore, nearScore }) => nearScore === undefined || minScore === undefined || nearScore <= minScore,
    { path: ['nearScore'], error: 'at most minScore' },
  ),
);
