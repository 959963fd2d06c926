import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import type { Match, MatchResult } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import { Pacer } from '../../core/matcher/run.ts';
import type { MatchOptions, RunOptions } from '../../core/matches/match-options.ts';
import { regionOf } from '../../core/records/region.ts';
import type { DemandInput, MatchRecord } from '../../core/records/types.ts';
import { checkOptions, optionsOf, readRecords } from '../common/check.ts';
import { enoughFor } from '../common/enough.ts';
import { GIVEN_MATCHES, givenMatches } from '../common/given-matches.ts';
import { MATCHING, type OfDay, ofDay, onDay, RUN } from '../common/matching.ts';
import { gatesOf, type LeftOut, openOf } from '../common/open-records.ts';
import type { Regions } from '../places/regions.ts';
import { OFFICE_LEVELS, type Office, officeAbove, officeOf } from './offices.ts';
import {
  byRing,
  type Centre,
  centreOf,
  matchByRing,
  SEARCH_RING_LABELS,
  SEARCH_RINGS,
  type SearchRing,
} from './widen.ts';

/** How demands are handed up. */
export interface EscalateOptions<R = unknown> extends Pick<MatchOptions<R>, 'kinds' | 'filter'>, RunOptions {
  /** Level of the offices that hand up. A demand of a city without a county belongs to the city. Default `county`. */
  readonly level?: 'county' | 'city' | 'province';
  /**
   * Least score of a good match, in [0, 1]. Default: what the matcher's levels call worth a look (弱), else a score drawn from the collection.
   */
  readonly minScore?: number;
  /**
   * Results that the matcher gave for these demands before, under the same conditions: of
   * `matchAll(demands, { minScore, kinds, filter, total: true })`; others are refused. A demand is asked for only where they
   * hold no good match in its own region, and not all there is. Default: none.
   */
  readonly matches?: readonly MatchResult<R>[];
}

/** The best supply for a demand. */
export interface FoundSupply {
  readonly id: string;
  readonly score: number;
}

/** A demand that its own office can serve. */
export interface KeptDemand {
  readonly demandId: string;
  readonly office: Office;
  readonly best: FoundSupply;
}

/** A demand without a good match in its own region. */
export interface EscalatedDemand {
  readonly demandId: string;
  readonly title: string;
  /** The office that hands it up; absent for demands of unknown region. */
  readonly from?: Office;
  /** The nearest ring with a good match, and the best one there; absent where there is none anywhere. */
  readonly found?: FoundSupply & { readonly ring: SearchRing };
  readonly reason: Bilingual;
}

/** What one office is handed. */
export interface OfficeList {
  readonly office: Office;
  /** In the order given. */
  readonly demands: readonly EscalatedDemand[];
}

/** Every demand stands in exactly one of `kept`, `offices` and `unplaced`, or is left out. */
export interface Escalation extends OfDay {
  /** Least score of a good match; `null` where the levels of matches decide. */
  readonly minScore: number | null;
  readonly kept: readonly KeptDemand[];
  /** By level from below, then by key of the region. */
  readonly offices: readonly OfficeList[];
  /** Demands without a region, or with one whose place is not told. */
  readonly unplaced: readonly EscalatedDemand[];
  /** Demands that the day or the clearance of the filter leaves out: what is secret goes to no other office. */
  readonly leftOut: LeftOut;
}

const OPTIONS = optionsOf<EscalateOptions<never>>({
  level: z.optional(z.enum(['county', 'city', 'province'])),
  minScore: MATCHING.minScore,
  kinds: MATCHING.kinds,
  filter: MATCHING.filter,
  matches: GIVEN_MATCHES,
  ...RUN,
});

/**
 * Lists the demands that have no good match in the region of their office, for the office one level up, with where
 * the nearest good match is.
 *
 * serves: 「构建省、市、县三级技术转移工作网络体系」
 *
 * Scores are the matcher's. Time: one `match` of all records a demand, none where `matches` tell.
 * @param demands of one collection; with ids of their own.
 * @param matcher of the supply.
 * @param regions of `defineRegions`.
 * @throws InputError naming every bad demand or option; the signal's reason when stopped.
 */
export async function escalationList<R>(
  demands: readonly DemandInput[],
  matcher: Matcher<R>,
  regions: Regions,
  options: EscalateOptions<R> = {},
): Promise<Escalation> {
  checkOptions(options, OPTIONS);
  const parsed = readRecords({ what: 'demands', items: demands, side: 'demand' });
  const { open, leftOut } = openOf(parsed, gatesOf(options.filter));
  const { level = 'county' } = options;
  const enough = enoughFor(matcher, 'near', options.minScore);
  const { minScore } = enough;
  const given = givenMatches(matcher, options.matches, {
    ...(options.kinds && { kinds: options.kinds }),
    filter: onDay(options.filter),
  });
  const centres = new Map<string | undefined, Centre>();
  const centreAt = (place: string | undefined) => {
    const centre = centres.get(place) ?? centreOf(place, regions);
    centres.set(place, centre);
    return centre;
  };
  const kept: KeptDemand[] = [];
  const lists = new Map<string, { office: Office; demands: EscalatedDemand[] }>();
  const unplaced: EscalatedDemand[] = [];
  options.signal?.throwIfAborted();
  const pacer = new Pacer(open.length, options);
  for (const [i, demand] of open.entries()) {
    const home = regionOf(demand);
    const office = officeOf(home, level, regions);
    const centre = centreAt(home);
    const bestIn = (all: ByRing) => office && bestOf(office, all, centreAt(office.key), matcher);
    const { matches: some = [], total } = given.get(demand.id) ?? {};
    // Of one query, best first, a first part is good.
    const first = byRing(some.filter(enough.passes), matcher, centre);
    const isWhole = total !== undefined && (total <= some.length || !some.every(enough.passes));
    const matches =
      isWhole || bestIn(first) !== undefined ? first : matchByRing(demand, matcher, centre, options);
    const own = bestIn(matches);
    if (office !== undefined && own !== undefined) kept.push({ demandId: demand.id, office, best: own });
    else {
      const escalated = describe(demand, office, nearest(matches), minScore);
      if (office === undefined) unplaced.push(escalated);
      else {
        const above = officeAbove(office, regions);
        const list = lists.get(above.key) ?? { office: above, demands: [] };
        lists.set(above.key, list);
        list.demands.push(escalated);
      }
    }
    await pacer.step(i + 1);
  }
  pacer.finish(open.length);
  return {
    ...ofDay(options.filter),
    minScore,
    kept,
    offices: [...lists.values()].sort(byLevel),
    unplaced,
    leftOut,
  };
}

type ByRing = ReadonlyMap<SearchRing, readonly Match<unknown>[]>;

/** The best match in the region of an office. */
function bestOf(
  { level }: Office,
  matches: ByRing,
  { ringOf }: Centre,
  matcher: Matcher<unknown>,
): FoundSupply | undefined {
  const own = SEARCH_RINGS.indexOf(level as SearchRing);
  const [best] = [...matches.values()]
    .flat()
    .filter(({ index }) => SEARCH_RINGS.indexOf(ringOf(matcher.parsed(index))) <= own)
    .sort((a, b) => a.rank - b.rank);
  return best === undefined ? undefined : { id: best.id, score: best.score };
}

/** The best match of the nearest ring that has one. */
function nearest(matches: ByRing): EscalatedDemand['found'] {
  const ring = SEARCH_RINGS.find((candidate) => matches.has(candidate));
  if (ring === undefined) return undefined;
  const { id, score } = matches.get(ring)![0]!;
  return { ring, id, score };
}

function describe(
  { id, title }: MatchRecord,
  from: Office | undefined,
  found: EscalatedDemand['found'],
  minScore: number | null,
): EscalatedDemand {
  // As it was given: 0.135 is no 0.14.
  const wanted =
    minScore === null
      ? { zh: '值得核实的供给', en: 'supply worth a look' }
      : { zh: `评分达${minScore}的供给`, en: `supply with a score of ${minScore}` };
  const score = found?.score.toFixed(2);
  const zh = [
    from === undefined ? '地区不明' : `${from.name.zh}没有${wanted.zh}`,
    found === undefined ? '各地都没有' : `${SEARCH_RING_LABELS[found.ring].zh}有${found.id}（${score}）`,
  ];
  const en = [
    from === undefined ? 'region unknown' : `no ${wanted.en} in ${from.name.en}`,
    found === undefined ? 'nor anywhere' : `${SEARCH_RING_LABELS[found.ring].en} has ${found.id} (${score})`,
  ];
  return {
    demandId: id,
    title,
    ...(from === undefined ? {} : { from }),
    ...(found === undefined ? {} : { found }),
    reason: { zh: zh.join('，'), en: en.join(', ') },
  };
}

function byLevel({ office: a }: OfficeList, { office: b }: OfficeList): number {
  return OFFICE_LEVELS.indexOf(a.level) - OFFICE_LEVELS.indexOf(b.level) || (a.key < b.key ? -1 : 1);
}
