import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import type { Match } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchOptions } from '../../core/matches/match-options.ts';
import { regionOf } from '../../core/records/region.ts';
import type { MatchRecord, RecordInput } from '../../core/records/types.ts';
import { checkOptions, FROM_1, optionsOf } from '../common/check.ts';
import { enoughFor } from '../common/enough.ts';
import { groupBy } from '../common/group-by.ts';
import { forMatch, MATCHING, type OfDay, ofDay, onDay } from '../common/matching.ts';
import { nearnessFrom, type RegionNearness, reachOf } from '../places/nearness.ts';
import type { Regions } from '../places/regions.ts';

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
export interface WidenOptions<R = unknown> extends Pick<MatchOptions<R>, 'kinds' | 'filter' | 'explain'> {
  /** The search stops once it holds this many matches, a whole number ≥ 1. Default 10. */
  readonly enough?: number;
  /**
   * Least score of a match that counts, in [0, 1]. Default: what the matcher's levels call worth a look (弱), else a score drawn from the collection.
   */
  readonly minScore?: number;
  /** The last ring to search. Default `elsewhere`: all records. */
  readonly until?: SearchRing;
}

/** One ring of a search: what lies in no narrower one. */
export interface RingMatches<R = unknown> {
  readonly ring: SearchRing;
  readonly label: Bilingual;
  /** In the matcher's order; `rank` is the place among all records, whatever their ring. */
  readonly matches: readonly Match<R>[];
  /** Records of the ring that passed the filters. */
  readonly ranked: number;
}

/** A search that went outwards from a region. */
export interface WidenedSearch<R = unknown> extends OfDay {
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

const OPTIONS = optionsOf<WidenOptions<never>>({
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
export function widenSearch<R>(
  query: RecordInput,
  matcher: Matcher<R>,
  regions: Regions,
  options: WidenOptions<R> = {},
): WidenedSearch<R> {
  checkOptions(options, OPTIONS);
  const { enough = 10, until = 'elsewhere', explain = true } = options;
  const read = matcher.read(query);
  const home = regionOf(read);
  const centre = centreOf(home, regions);
  const matches = matchByRing(read, matcher, centre, options);
  const ranked = countByRing(matcher, centre, options);
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
    queryId: read.id,
    ...(home === undefined ? {} : { home }),
    rings: explain ? explained(rings, read, matcher) : rings,
    found,
    isEnough: found >= enough,
    ...ofDay(options.filter),
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

/** All matches for a query that count, without explanations, by ring. */
export function matchByRing<R>(
  query: MatchRecord,
  matcher: Matcher<R>,
  centre: Centre,
  { minScore, kinds, filter }: Pick<WidenOptions<R>, 'minScore' | 'kinds' | 'filter'>,
): ReadonlyMap<SearchRing, Match<R>[]> {
  const enough = enoughFor(matcher, 'near', minScore);
  const { matches } = matcher.match(query, {
    ...forMatch({ kinds, minScore: enough.floor(query), filter }),
    limit: Number.POSITIVE_INFINITY,
    explain: false,
  });
  return byRing(matches.filter(enough.passes), matcher, centre);
}

/** Matches by ring, each in their order. */
export function byRing<R>(
  matches: readonly Match<R>[],
  matcher: Matcher<R>,
  { ringOf }: Centre,
): ReadonlyMap<SearchRing, Match<R>[]> {
  return groupBy(matches, ({ index }) => ringOf(matcher.parsed(index)));
}

/** The number of records that pass the filters, by ring. */
function countByRing<R>(
  matcher: Matcher<R>,
  { ringOf }: Centre,
  { kinds, filter }: Pick<WidenOptions<R>, 'kinds' | 'filter'>,
): ReadonlyMap<SearchRing, number> {
  const counts = new Map<SearchRing, number>();
  for (const index of matcher.passing(onDay(filter), kinds).indices) {
    const ring = ringOf(matcher.parsed(index));
    counts.set(ring, (counts.get(ring) ?? 0) + 1);
  }
  return counts;
}

/** The same matches with their explanations. */
function explained<R>(
  rings: readonly RingMatches<R>[],
  query: MatchRecord,
  matcher: Matcher<R>,
): RingMatches<R>[] {
  return rings.map((ring) => {
    const ids = ring.matches.map(({ id }) => id);
    const reasons = matcher.reasons(query, ids);
    return { ...ring, matches: ring.matches.map(({ rank }, i) => ({ ...reasons[i]!, rank })) };
  });
}
