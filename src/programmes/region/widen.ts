import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import type { Match, Matcher } from '../../core/matcher/matcher.ts';
import type { MatchOptions } from '../../core/matches/match-options.ts';
import { regionOf } from '../../core/records/region.ts';
import type { MatchRecord, RecordInput } from '../../core/records/types.ts';
import { checkOptions, FROM_1, optionsOf } from '../common/check.ts';
import { groupBy } from '../common/group-by.ts';
import { forMatch, MATCHING } from '../common/matching.ts';
import { parseQuery } from '../common/query.ts';
import { nearnessFrom, type RegionNearness, reachOf } from './nearness.ts';
import type { Regions } from './regions.ts';

/** The rings of a search, narrowest first; the last one also holds records of unknown region. */
export const SEARCH_RINGS = ['county', 'zone', 'city', 'circle', 'province', 'partner', 'elsewhere'] as const;
export type SearchRing = (typeof SEARCH_RINGS)[number];

/** What people call each ring. */
export const SEARCH_RING_LABELS: Readonly<Record<SearchRing, Bilingual>> = {
  county: { zh: '本区县', en: 'own county' },
  zone: { zh: '本功能区', en: 'own zone' },
  city: { zh: '本市', en: 'own city' },
  circle: { zh: '本都市圈', en: 'own metropolitan circle' },
  province: { zh: '本省', en: 'own province' },
  partner: { zh: '对口合作地区', en: 'partner regions' },
  elsewhere: { zh: '其他地区', en: 'everywhere else' },
};

/** How to widen a search. */
export interface WidenOptions extends Pick<MatchOptions, 'kinds' | 'filter' | 'explain'> {
  /** The search stops once it holds this many matches, a whole number ≥ 1. Default 10. */
  readonly enough?: number;
  /** Least score of a match that counts, in [0, 1]. Default 0.2; choose it by looking at your scores. */
  readonly minScore?: number;
  /** The last ring to search. Default `elsewhere`: all records. */
  readonly until?: SearchRing;
}

/** One ring of a search: what lies in no narrower one. */
export interface RingMatches<R extends MatchRecord = MatchRecord> {
  readonly ring: SearchRing;
  readonly label: Bilingual;
  /** In the matcher's order; `rank` is the place among all records, whatever their ring. */
  readonly matches: readonly Match<R>[];
  /** Records of the ring that passed the filters. */
  readonly ranked: number;
}

/** A search that went outwards from a region. */
export interface WidenedSearch<R extends MatchRecord = MatchRecord> {
  readonly queryId: string;
  /** Region that the search began at; absent where the query has none: then all records are one ring. */
  readonly home?: string;
  /** Rings in the order searched, empty ones included; those that the home has not (no zone, no partner) are left out. */
  readonly rings: readonly RingMatches<R>[];
  /** Matches in all rings. */
  readonly found: number;
  /** Whether `enough` matches were found. */
  readonly isEnough: boolean;
}

/** Of matches that count. */
export const LEAST_SCORE = 0.2;

const OPTIONS = optionsOf<WidenOptions>({
  enough: z.optional(FROM_1),
  minScore: MATCHING.minScore,
  until: z.optional(z.enum(SEARCH_RINGS)),
  kinds: MATCHING.kinds,
  filter: MATCHING.filter,
  explain: MATCHING.explain,
});

/**
 * Searches from the region of a query outwards, ring by ring, until there are enough matches above a least score.
 *
 * serves: 「构建省、市、县三级技术转移工作网络体系」
 *
 * Scores and their order are the matcher's; rings only part them. The narrower ring goes first, whatever the scores:
 * whoever wants the best anywhere asks `matcher.match`. Time: one `match`, one more for the explanations, and a pass
 * over the records; below a `minScore` of about 0.1 most records match, and each is weighed.
 * @param query record whose region (or that of its organisation) is the centre.
 * @param regions of `defineRegions`.
 * @throws InputError for a bad query, `INVALID_OPTIONS` for bad options.
 */
export function widenSearch<R extends MatchRecord>(
  query: RecordInput,
  matcher: Matcher<R>,
  regions: Regions,
  options: WidenOptions = {},
): WidenedSearch<R> {
  checkOptions(options, OPTIONS);
  const { enough = 10, until = 'elsewhere', explain = true } = options;
  const home = regionOf(parseQuery(query, matcher.side));
  const centre = centreOf(home, regions);
  const { matches, ranked } = matchByRing(query, matcher, centre, options);
  const rings: RingMatches<R>[] = [];
  let found = 0;
  for (const ring of SEARCH_RINGS.slice(0, SEARCH_RINGS.indexOf(until) + 1)) {
    if (!centre.reach.has(ring)) continue;
    const chosen = (matches.get(ring) ?? []).slice(0, enough - found);
    rings.push({ ring, label: SEARCH_RING_LABELS[ring], matches: chosen, ranked: ranked.get(ring) ?? 0 });
    found += chosen.length;
    if (found >= enough) break;
  }
  return {
    queryId: query.id,
    ...(home === undefined ? {} : { home }),
    rings: explain ? explained(rings, query, matcher) : rings,
    found,
    isEnough: found >= enough,
  };
}

/** The region that searches begin at, and how others stand to it: made once for many searches. */
export interface Centre {
  readonly ringOf: (record: MatchRecord) => SearchRing;
  readonly reach: ReadonlySet<RegionNearness>;
}

/** Makes a {@link Centre}. */
export function centreOf(home: string | undefined, regions: Regions): Centre {
  const nearness = nearnessFrom(home, regions);
  return {
    ringOf: (record) => {
      const degree = nearness(regionOf(record));
      return degree === 'unknown' ? 'elsewhere' : degree;
    },
    reach: new Set(reachOf(home, regions)),
  };
}

/** All matches for a query that count, without explanations, and the number of records, by ring. */
export function matchByRing<R extends MatchRecord>(
  query: RecordInput,
  matcher: Matcher<R>,
  { ringOf }: Centre,
  { minScore = LEAST_SCORE, kinds, filter = {} }: WidenOptions,
): {
  readonly matches: ReadonlyMap<SearchRing, Match<R>[]>;
  readonly ranked: ReadonlyMap<SearchRing, number>;
} {
  const ranked = new Map<SearchRing, number>();
  const where = (record: MatchRecord) => {
    const isWanted = filter.where?.(record) ?? true;
    if (isWanted) ranked.set(ringOf(record), (ranked.get(ringOf(record)) ?? 0) + 1);
    return isWanted;
  };
  const { matches } = matcher.match(query, {
    ...forMatch({ kinds, minScore }),
    limit: Number.POSITIVE_INFINITY,
    explain: false,
    filter: { ...filter, where },
  });
  return { matches: groupBy(matches, ({ record }) => ringOf(record)), ranked };
}

/** The same matches with their explanations. */
function explained<R extends MatchRecord>(
  rings: readonly RingMatches<R>[],
  query: RecordInput,
  matcher: Matcher<R>,
): RingMatches<R>[] {
  const ids = new Set(rings.flatMap(({ matches }) => matches.map(({ id }) => id)));
  const again = matcher.match(query, {
    limit: ids.size,
    // Whether they may be seen has been decided before.
    filter: { includeExpired: true, clearance: 'top-secret', where: ({ id }) => ids.has(id) },
  });
  const byId = new Map(again.matches.map((match) => [match.id, match]));
  return rings.map((ring) => ({
    ...ring,
    matches: ring.matches.map((match) => ({ ...byId.get(match.id)!, rank: match.rank })),
  }));
}
