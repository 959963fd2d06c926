import type { Match, MatchResult } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { RunOptions } from '../../core/matches/match-options.ts';
import type { RecordKind } from '../../core/records/kinds.ts';
import type { RecordInput } from '../../core/records/types.ts';
import { checkOptions, optionsOf, readRecords } from '../common/check.ts';
import { enoughFor } from '../common/enough.ts';
import { GIVEN_MATCHES, givenMatches } from '../common/given-matches.ts';
import { forMatch, forRun, MATCHING, type OfDay, ofDay, type Ranking, RUN } from '../common/matching.ts';
import { closedBy, gatesOf } from '../common/open-records.ts';
import { gapOf, MATURITY, type MaturityGap, type MaturityOptions, resolveMaturity } from './gap.ts';

/** A match with its maturity beside it. */
export type EarlyMatch<R = unknown> = Match<R> & { readonly maturity: MaturityGap };

/** The matches of one record, in the order of the matcher, each with its maturity. */
export type EarlyResult<R = unknown> = Omit<MatchResult<R>, 'matches'> &
  OfDay & {
    readonly matches: readonly EarlyMatch<R>[];
  };

/**
 * How to rank, and how to compare maturity. Default of `minScore`: what the matcher's levels call worth a look (弱), else a
 * score drawn from the collection. The day and the clearance of the filter hold for the queries too.
 */
export interface EarlyOptions<R = unknown> extends Ranking<R>, MaturityOptions, RunOptions {
  /**
   * Results that the matcher gave for these queries before, under the same options: of `matchAll(queries, …)`; others are
   * refused. Only queries that they have not are asked for. Default: none.
   */
  readonly matches?: readonly MatchResult<R>[];
}

const OPTIONS = optionsOf<EarlyOptions<never>>({
  ...MATCHING,
  ...MATURITY,
  ...RUN,
  matches: GIVEN_MATCHES,
});

/** What is ready, being made or only being looked into; experts and instruments have no stage. */
const EARLY_KINDS: readonly RecordKind[] = ['achievement', 'direction', 'patent'];

/**
 * Matches demands with achievements, patents and research directions, ready or not, and marks every match with the
 * maturity gap and the next step. Order and scores are those of `matcher.matchAll`: a gap lowers nothing and removes
 * nothing. A query that has ended, or is above the clearance, has no matches.
 *
 * serves: 「建立高校院所等科研单位研发方向与企业技术需求早期对接机制」.
 * @param matcher over supply, or over demands; then `queries` are supply.
 * @param queries records of the other side.
 * @param options those of `match` (with `kinds` by default achievement, direction and patent, where supply is indexed),
 *   of `maturityGap` and of a run. Say `filter.asOf` where the day matters.
 *
 * Complexity: one ranking for each query, none for one of which `matches` tell.
 * @throws InputError `INVALID_RECORDS` naming every bad query, `INVALID_OPTIONS`; the signal's reason when stopped.
 */
export async function* matchEarly<R>(
  matcher: Matcher<R>,
  queries: readonly RecordInput[],
  options: EarlyOptions<R> = {},
): AsyncGenerator<EarlyResult<R>, void, undefined> {
  checkOptions(options, OPTIONS);
  const maturity = resolveMaturity(options);
  const isSupply = matcher.side === 'achievement';
  const side = isSupply ? 'demand' : 'achievement';
  const parsed = readRecords({ what: 'queries', items: queries, side, stages: maturity.stages });
  const kinds = options.kinds ?? (isSupply ? EARLY_KINDS : undefined);
  const gates = gatesOf(options.filter);
  const enough = enoughFor(matcher, 'near', options.minScore);
  const ranking = forMatch<R>({ ...options, kinds, minScore: enough.floor() });
  const known = givenMatches(matcher, options.matches, { ...ranking, minScore: 0 });
  const asked = matcher.matchAll(
    parsed.filter(({ id }) => !known.has(id)),
    { ...ranking, ...forRun(options) },
  );
  try {
    for (const query of parsed) {
      const result = known.get(query.id) ?? ((await asked.next()).value as MatchResult<R>);
      const isOpen = closedBy(query, gates) === undefined;
      const shown = isOpen ? result.matches.filter(enough.passes) : [];
      const matches = shown.map((match): EarlyMatch<R> => {
        const found = matcher.parsed(match.index);
        const [supply, demand] = isSupply ? [found, query] : [query, found];
        return { ...match, maturity: gapOf(supply, demand, maturity) };
      });
      // What is said of the whole result is said of its best match.
      const { answer, needs, ...rest } = result;
      const told = isOpen ? { ...(answer && { answer }), ...(needs && { needs }) } : {};
      yield { ...rest, ...told, matches, ...ofDay(options.filter) };
    }
  } finally {
    await asked.return(undefined);
  }
}
