import type { Bilingual } from '../../base/bilingual.ts';
import { Issues } from '../../base/issues.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchFilter } from '../../core/matches/filters.ts';
import type { RunOptions } from '../../core/matches/match-options.ts';
import type { Chain, Taxonomy } from '../../core/records/taxonomy.ts';
import type { DemandInput, QueryInput } from '../../core/records/types.ts';
import { ELSEWHERE, expectOptions, optionsOf, readRecords } from '../common/check.ts';
import { enoughFor } from '../common/enough.ts';
import { forRun, MATCHING, type OfDay, ofDay, onDay, onlyAt, queryOf, RUN } from '../common/matching.ts';
import type { ChainRow, ChainTable } from './rows.ts';

/** What one chain is looked at in. */
export interface ChainViewInput<R = unknown> {
  /** A library, or the table of one of its periods. */
  readonly library: ChainTable;
  /** Code of the chain. */
  readonly code: string;
  /** The demands of the library. */
  readonly demands: readonly DemandInput[];
  /** Matcher over the achievements of the library. */
  readonly matcher: Matcher<R>;
}

/** How neighbours are asked. */
export interface ChainViewOptions<R = unknown> extends RunOptions {
  /**
   * Least score of an offer, in [0, 1]. The library's gaps are demands that nothing answers: an offer is found below that
   * only. Default: what the matcher's levels call worth a look (弱), else a score drawn from the collection.
   */
  readonly minScore?: number;
  /** Most offers for one demand. Default 3. */
  readonly limit?: number;
  /** Filter of the matcher. */
  readonly filter?: MatchFilter<R>;
}

/** An achievement that may fill a gap. */
export interface ChainOffer {
  readonly demandId: string;
  readonly achievementId: string;
  /** The matcher's score, in [0, 1]. */
  readonly score: number;
  readonly reason: Bilingual;
}

/** A chain beside the one that is looked at. */
export interface NeighbourChain {
  readonly code: string;
  readonly name: Bilingual;
  /** Achievements of the supplying side of the two. */
  readonly achievements: readonly string[];
  /** Demands of the receiving side of the two that have no match. */
  readonly unmatchedDemands: readonly string[];
  /** By demand in the order of the demands handed in, best first. */
  readonly offers: readonly ChainOffer[];
}

/** One chain between those that supply it and those that it supplies. */
export interface ChainView extends OfDay {
  readonly code: string;
  readonly name: Bilingual;
  /** What each chain upstream offers for this chain's unmatched demands; in taxonomy order. */
  readonly upstream: readonly NeighbourChain[];
  /** What this chain offers for the unmatched demands of each chain downstream; in taxonomy order. */
  readonly downstream: readonly NeighbourChain[];
}

const INPUT = optionsOf<ChainViewInput>({
  library: ELSEWHERE,
  code: ELSEWHERE,
  demands: ELSEWHERE,
  matcher: ELSEWHERE,
});
const OPTIONS = optionsOf<ChainViewOptions<never>>({
  minScore: MATCHING.minScore,
  limit: MATCHING.limit,
  filter: MATCHING.filter,
  ...RUN,
});

/**
 * Looks from one chain up and down: what the chains upstream offer for its unmatched demands, and what it offers for
 * those of the chains downstream. A relation holds if either of the two chains names it.
 *
 * serves: 「围绕产业链布局创新链」.
 *
 * Complexity: one ranking for each unmatched demand of the chain and of those downstream. `onProgress` is told of each
 * direction separately.
 * @throws InputError `INVALID_OPTIONS` naming bad options and an unknown chain; `INVALID_RECORDS` naming bad demands and
 *   unmatched ones that are missing; the signal's reason when stopped.
 */
export async function viewChain<R>(
  input: ChainViewInput<R>,
  options: ChainViewOptions<R> = {},
): Promise<ChainView> {
  const { library, code, demands, matcher } = input;
  const byCode = new Map(library.rows.map((row) => [row.code, row]));
  const issues = new Issues();
  issues.expect(byCode.has(code), 'code', 'the code of a chain of the library', code);
  expectOptions(issues, input, INPUT);
  expectOptions(issues, options, OPTIONS);
  issues.throwAsOptions();
  const rowsOf = (codes: ReadonlySet<string>) => library.rows.filter((row) => codes.has(row.code!));
  const self = byCode.get(code)!;
  const related = relations(matcher.taxonomy, code);
  const upstream = rowsOf(related.upstream);
  const downstream = rowsOf(related.downstream);
  const offers = offersOf(matcher, readDemands(demands, [self, ...downstream]), options);
  const fromUpstream = await offers(
    self.unmatchedDemands,
    upstream.flatMap(({ achievements }) => achievements),
  );
  const toDownstream = await offers(
    downstream.flatMap(({ unmatchedDemands }) => unmatchedDemands),
    self.achievements,
  );
  return {
    code,
    name: self.name,
    ...ofDay(options.filter),
    upstream: upstream.map((row) => neighbour(row, row, self, fromUpstream)),
    downstream: downstream.map((row) => neighbour(row, self, row, toDownstream)),
  };
}

function neighbour(
  { code, name }: ChainRow,
  { achievements }: ChainRow,
  { unmatchedDemands }: ChainRow,
  offers: readonly ChainOffer[],
): NeighbourChain {
  const supply = new Set(achievements);
  const wanted = new Set(unmatchedDemands);
  return {
    code: code!,
    name,
    achievements,
    unmatchedDemands,
    offers: offers.filter((offer) => wanted.has(offer.demandId) && supply.has(offer.achievementId)),
  };
}

/** Ranks demands for some of the achievements, each demand once, in the order of the demands. */
function offersOf<R>(
  matcher: Matcher<R>,
  demands: readonly Asked[],
  { minScore, limit = 3, filter, ...options }: ChainViewOptions<R>,
) {
  const enough = enoughFor(matcher, 'near', minScore);
  return async (demandIds: readonly string[], achievementIds: readonly string[]): Promise<ChainOffer[]> => {
    const wanted = new Set(demandIds);
    const allowed = new Set(achievementIds.map((id) => matcher.indexOf(id)));
    const kept = onlyAt(onDay(filter), (index) => allowed.has(index));
    const queries = demands.filter(({ id }) => wanted.has(id)).map(({ query }) => query);
    const offers: ChainOffer[] = [];
    const runs = matcher.matchAll(queries, {
      ...forRun(options),
      minScore: enough.floor(),
      limit,
      filter: kept,
    });
    for await (const { queryId, matches } of runs) {
      for (const { id, score, reason } of matches.filter(enough.passes)) {
        offers.push({ demandId: queryId, achievementId: id, score, reason });
      }
    }
    return offers;
  };
}

function relations({ chains }: Taxonomy, code: string) {
  const self = chains.find((chain) => chain.code === code);
  const codes = (own: readonly string[] = [], names: (chain: Chain) => readonly string[] | undefined) =>
    new Set(
      chains
        .filter((chain) => chain.code !== code && (own.includes(chain.code) || names(chain)?.includes(code)))
        .map((chain) => chain.code),
    );
  return {
    upstream: codes(self?.upstream, (chain) => chain.downstream),
    downstream: codes(self?.downstream, (chain) => chain.upstream),
  };
}

/** A demand that may be asked for. */
interface Asked {
  readonly id: string;
  readonly query: QueryInput;
}

/** @throws InputError naming bad demands, or else unmatched ones that are missing. */
function readDemands(given: readonly DemandInput[], rows: readonly ChainRow[]): Asked[] {
  const demands = readRecords({ what: 'demands', items: given, side: 'demand' });
  const issues = new Issues();
  const known = new Set(demands.map(({ id }) => id));
  const missing = new Set(
    rows.flatMap(({ unmatchedDemands }) => unmatchedDemands.filter((id) => !known.has(id))),
  );
  for (const id of missing) {
    issues.addText('demands', 'all unmatched demands of the library', 'none with this id', { id });
  }
  issues.throwAs('INVALID_RECORDS', 'Bad demands');
  return demands.map((demand, i) => ({ id: demand.id, query: queryOf(demand, given[i]) }));
}
