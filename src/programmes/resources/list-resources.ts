import * as z from 'zod/mini';
import { Issues } from '../../base/issues.ts';
import type { Match } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import { type RecordKind, SUPPLY_KINDS, type SupplyKind } from '../../core/records/kinds.ts';
import type { RecordInput } from '../../core/records/types.ts';
import { COUNT, expectOptions, ofEachKind, optionsOf } from '../common/check.ts';
import { forMatch, MATCHING, type OfDay, ofDay, type Ranking } from '../common/matching.ts';

/** How many records of a kind a list holds. */
export interface KindQuota {
  /** At least so many, as far as they match at all; a whole number ≥ 0. Default 0. */
  readonly least?: number;
  /** At most so many; a whole number ≥ `least`. Default: as many as the list holds. */
  readonly most?: number;
}

/** Options of a mixed list: those of `match`, and quotas. */
export interface ResourceListOptions<R = unknown> extends Ranking<R> {
  /** Quotas by kind. Kinds without one are neither promised a place nor limited. The least ones sum to `limit` at most. */
  readonly quotas?: Readonly<Partial<Record<SupplyKind, KindQuota>>>;
}

/** What became of one kind. */
export interface KindCount {
  readonly kind: SupplyKind;
  /** Records of the kind in the list. */
  readonly listed: number;
  /** Places that `least` promised and no matching record filled. */
  readonly missing: number;
}

/** Records of several kinds in one list. */
export interface ResourceList<R = unknown> extends OfDay {
  readonly queryId: string;
  /** By falling score, then in the order of the collection; ranks count from 1 within this list. */
  readonly matches: readonly Match<R>[];
  /** Every kind that is listed or has a quota, in the order of `SUPPLY_KINDS`. */
  readonly counts: readonly KindCount[];
}

const LIMIT = 10;
const QUOTA = optionsOf<KindQuota>({ least: z.optional(COUNT), most: z.optional(COUNT) }).check(
  z.refine(({ least = 0, most = least }) => least <= most, { error: 'least no greater than most' }),
);
const OPTIONS = optionsOf<ResourceListOptions<never>>({
  ...MATCHING,
  quotas: z.optional(optionsOf<Partial<Record<SupplyKind, KindQuota>>>(ofEachKind(z.optional(QUOTA)))),
});

/**
 * Ranks all kinds of supply (instruments, services, institutions, achievements, experts …) for one demand in one list
 * with quotas by kind: of all lists that keep the quotas and the limit, the one with the greatest sum of scores, in
 * the order of scores. Scores are the matcher's; a quota changes which records are listed, never a score.
 *
 * Quotas and the rest: first the best `least` of each kind are given their places, then the best of the others fill
 * the list up to `limit`, no kind beyond its `most`. A record that shares nothing, scores less than `minScore` or is
 * filtered out fills no place, so that a list may be shorter than `limit`, and a kind below its `least` (`missing`
 * says by how many).
 *
 * Serves: 「专业服务机构304家,共享科研仪器设备2298台(套),登记科技成果1994项」.
 *
 * One ranking for each kind with a quota, and one for the others together: O(quotas × cost of a match).
 * @param matcher over supply of several kinds.
 * @throws InputError `INVALID_RECORDS` for a bad demand, `INVALID_OPTIONS` naming every bad option.
 */
export function listResources<R>(
  demand: RecordInput,
  matcher: Matcher<R>,
  options: ResourceListOptions<R> = {},
): ResourceList<R> {
  check(options);
  const { quotas = {}, limit = LIMIT, kinds = SUPPLY_KINDS } = options;
  const { explain = true } = options;
  const query = matcher.read(demand);
  const shelfOf = (group: readonly SupplyKind[], { least = 0, most = limit }: KindQuota = {}): Shelf<R> => {
    const wanted = Math.min(most, limit);
    const ranking = forMatch<R>({ ...options, kinds: group, limit: wanted, explain: false });
    const { matches } = matcher.match(query, ranking);
    return { matches, taken: Math.min(least, matches.length) };
  };
  const wanted = SUPPLY_KINDS.filter((kind) => kinds.includes(kind));
  const shelves = wanted.flatMap((kind) =>
    quotas[kind] === undefined ? [] : [shelfOf([kind], quotas[kind])],
  );
  // Kinds without a quota compete as one.
  shelves.push(shelfOf(wanted.filter((kind) => quotas[kind] === undefined)));
  fill(shelves, limit);
  const listed = shelves
    .flatMap(({ matches, taken }) => matches.slice(0, taken))
    .sort(byScore)
    .map((match, i) => ({ ...match, rank: i + 1 }));
  const kindsOf = listed.map(({ index }) => matcher.parsed(index).kind);
  const ids = listed.map(({ id }) => id);
  // Only the few that are listed: to explain a match takes longer than to find it.
  const matches = explain ? matcher.reasons(query, ids) : listed;
  return { queryId: query.id, matches, counts: countKinds(kindsOf, quotas), ...ofDay(options.filter) };
}

/** The matches of one kind, or of all kinds without a quota, best first, and how many of them the list takes. */
interface Shelf<R> {
  readonly matches: readonly Match<R>[];
  taken: number;
}

/** Takes the best of what is left, one by one, until the list is full or nothing is left. */
function fill<R>(shelves: readonly Shelf<R>[], limit: number): void {
  let free = limit - shelves.reduce((sum, { taken }) => sum + taken, 0);
  for (; free > 0; free--) {
    let best: Shelf<R> | undefined;
    for (const shelf of shelves) {
      const next = shelf.matches[shelf.taken];
      if (next === undefined) continue;
      if (best === undefined || byScore(next, best.matches[best.taken]!) < 0) best = shelf;
    }
    if (best === undefined) return;
    best.taken++;
  }
}

function countKinds(
  kinds: readonly RecordKind[],
  quotas: NonNullable<ResourceListOptions['quotas']>,
): KindCount[] {
  return SUPPLY_KINDS.flatMap((kind) => {
    const listed = kinds.filter((one) => one === kind).length;
    const quota = quotas[kind];
    if (listed === 0 && quota === undefined) return [];
    return [{ kind, listed, missing: Math.max(0, (quota?.least ?? 0) - listed) }];
  });
}

function byScore(a: Match<unknown>, b: Match<unknown>): number {
  return b.score - a.score || a.index - b.index;
}

/** @throws InputError `INVALID_OPTIONS` naming every bad option, of this list and of `match`. */
function check<R>(options: ResourceListOptions<R>): void {
  const issues = new Issues();
  expectOptions(issues, options, OPTIONS);
  issues.throwAsOptions();
  const { quotas = {}, kinds, limit = LIMIT } = options;
  const promised = Object.entries(quotas).filter(([, quota]) => (quota?.least ?? 0) > 0);
  const sum = promised.reduce((total, [, quota]) => total + quota!.least!, 0);
  issues.expect(sum <= limit, 'quotas', `least quotas that sum to ${limit} at most, the limit`, sum);
  const outside = promised.find(([kind]) => kinds !== undefined && !kinds.includes(kind as SupplyKind));
  issues.expect(outside === undefined, 'quotas', 'least quotas of kinds that are ranked', outside?.[0]);
  issues.throwAsOptions();
}
