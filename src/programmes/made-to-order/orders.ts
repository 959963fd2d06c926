import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import type { Match } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchFilter } from '../../core/matches/filters.ts';
import type { RunOptions } from '../../core/matches/match-options.ts';
import { SUPPLY_KINDS, type SupplyKind } from '../../core/records/kinds.ts';
import type { Achievement, DemandInput, QueryInput } from '../../core/records/types.ts';
import { COUNT, checkOptions, optionsOf, readRecords, SHARE } from '../common/check.ts';
import { forRun, MATCHING, type OfDay, ofDay, onDay, queryOf, RUN, withParsed } from '../common/matching.ts';
import { gatesOf, type LeftOut, openOf } from '../common/open-records.ts';
import { ALIASES, type OrganizationAliases, readUnits } from '../common/unit-keys.ts';
import { type DeveloperUnit, ownerOf, unitsOf } from './units.ts';

/** When a demand is ordered, and who is asked. */
export interface MadeToOrderOptions<R = unknown> extends RunOptions {
  /** Score from which an achievement serves a demand, in [0, 1]. */
  readonly minScore: number;
  /** Score from which a record shows that its unit could develop it, in [0, `minScore`]. Default `minScore` / 2. */
  readonly nearScore?: number;
  /** Kinds of records that show it. Default {@link DEVELOPER_KINDS}. */
  readonly kinds?: readonly SupplyKind[];
  /** Most records looked at for one demand. Default 15. */
  readonly records?: number;
  /** Most units named for one demand; the row of records without a unit comes on top. Default 5. */
  readonly units?: number;
  /** Further names of organisations, so that one stands as one. Default: none but short forms by rule. */
  readonly aliases?: readonly OrganizationAliases[];
  /** Filter of the matcher. Its day and clearance hold for the demands too; without a day none has ended. */
  readonly filter?: MatchFilter<R>;
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

/** A demand that no achievement serves. */
export interface MadeToOrder {
  readonly demandId: string;
  /** The best achievement, below the threshold; absent where none shares anything. */
  readonly best?: { readonly id: string; readonly score: number };
  /** Who could develop it, the owner of the best record first; empty where nobody is near. */
  readonly units: readonly DeveloperUnit[];
  readonly reason: Bilingual;
}

/** Demands, each in one of two lists, or left out. */
export interface MadeToOrderPlan extends OfDay {
  /** Score from which an achievement serves a demand: what the reasons are said of. */
  readonly minScore: number;
  /** In the order of the demands. */
  readonly orders: readonly MadeToOrder[];
  /** Ids of demands that an achievement serves. */
  readonly served: readonly string[];
  /** Demands that the day or the clearance of the filter leaves out: they are in no list. */
  readonly leftOut: LeftOut;
}

/**
 * Finds the demands that no achievement serves, and for each the units that could develop it to order: owners of
 * near achievements, patents and directions, teams and experts, grouped by unit, with records and phrases as evidence.
 * Give it the `minScore` of the chain library, so that no demand is unserved here and matched there.
 *
 * serves: 「重点面向我市战略性新兴产业开展需求科研、订单研发、定向研制」,「面向大企业需求开展“订单式”研发」.
 *
 * Complexity: one ranking for each demand, one more for each that is not served.
 * @param matcher over supply of all kinds.
 * @throws InputError `INVALID_RECORDS` naming every bad demand, `INVALID_OPTIONS`; the signal's reason when stopped.
 *   `onProgress` is told of each of the two rounds separately.
 */
export async function planMadeToOrder<R>(
  matcher: Matcher<R>,
  demands: readonly DemandInput[],
  options: MadeToOrderOptions<R>,
): Promise<MadeToOrderPlan> {
  checkOptions(options, OPTIONS);
  const read = readRecords({ what: 'demands', items: demands, side: 'demand' });
  const { minScore, nearScore = minScore / 2, kinds = DEVELOPER_KINDS, records = 15, units = 5 } = options;
  const run = { filter: onDay(options.filter), ...forRun(options) };
  const { open, leftOut } = openOf(read, gatesOf(options.filter));
  const given = new Map(read.map((demand, i) => [demand, demands[i]]));
  const queries = open.map((demand) => queryOf(demand, given.get(demand)));
  const served: string[] = [];
  const unserved: QueryInput[] = [];
  const bests: MadeToOrder['best'][] = [];
  let index = 0;
  for await (const { matches } of matcher.matchAll(queries, {
    ...run,
    kinds: ['achievement'],
    limit: 1,
    explain: false,
  })) {
    const at = index++;
    const [best] = matches;
    if (best !== undefined && best.score >= minScore) served.push(open[at]!.id);
    else {
      unserved.push(queries[at]!);
      bests.push(best && { id: best.id, score: best.score });
    }
  }
  const found: { readonly demandId: string; readonly near: Match<Achievement>[] }[] = [];
  const near = matcher.matchAll(unserved, { ...run, kinds, limit: records, minScore: nearScore });
  for await (const { queryId, matches } of near) {
    found.push({ demandId: queryId, near: withParsed<Achievement>(matcher, matches) });
  }
  const owners = found.flatMap((one) => one.near.map(({ record }) => ownerOf(record)?.name));
  const keys = readUnits(options.aliases, owners);
  const orders = found.map((one, i): MadeToOrder => {
    const best = bests[i];
    const named = unitsOf(one.near, keys).filter(({ key }, at) => at < units || key === null);
    return {
      demandId: one.demandId,
      ...(best && { best }),
      units: named,
      reason: reasonOf(named, minScore),
    };
  });
  return { ...ofDay(options.filter), minScore, orders, served, leftOut };
}

const OPTIONS = optionsOf<MadeToOrderOptions<never>>({
  minScore: SHARE,
  nearScore: z.optional(SHARE),
  kinds: z.optional(z.array(z.enum(SUPPLY_KINDS))),
  records: z.optional(COUNT),
  units: z.optional(COUNT),
  aliases: ALIASES,
  filter: MATCHING.filter,
  ...RUN,
}).check(
  z.refine(({ minScore, nearScore }) => nearScore === undefined || nearScore <= minScore, {
    path: ['nearScore'],
    error: 'at most minScore',
  }),
);

/** What is said is said of a score: whether an achievement below it would do, nobody has looked. */
function reasonOf(units: readonly DeveloperUnit[], minScore: number): Bilingual {
  const none = {
    zh: `库内没有评分达${minScore}的现成成果`,
    en: `No achievement scores ${minScore} or more`,
  };
  const names = units.flatMap(({ name }) => (name === null ? [] : [name]));
  if (units.length === 0) {
    return {
      zh: `${none.zh}，也没有相近的研发力量，建议公开张榜征集。`,
      en: `${none.en}, and no unit is near: publish it as an open challenge.`,
    };
  }
  if (names.length === 0) {
    return {
      zh: `${none.zh}；有相近的研发力量，但未注明单位，请先核实。`,
      en: `${none.en}; near records name no unit: find out whose they are.`,
    };
  }
  return {
    zh: `${none.zh}，可委托${names.join('、')}定向研发。`,
    en: `${none.en}; it could be developed to order by ${names.join(', ')}.`,
  };
}
