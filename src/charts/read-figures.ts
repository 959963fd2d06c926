import * as z from 'zod/mini';
import { InputError } from '../base/errors.ts';
import { Issues } from '../base/issues.ts';
import { itemOf, optionsOf, partOf } from '../base/shapes.ts';
import { toInputIssues } from '../base/zod-issues.ts';
import type { Side } from '../core/records/parse.ts';
import type { MatchRecord } from '../core/records/types.ts';
import type { ChainSource, SupplyAndDemandInput } from './figures.ts';

/** What figures are counted from, checked at the border. */

const isFunction = (value: unknown) => typeof (value as ChainSource | null)?.tagChains === 'function';
const RECORDS = z.array(partOf<MatchRecord>(z.looseObject({ id: z.string() })));
const INPUT = optionsOf<SupplyAndDemandInput>({
  results: partOf(
    z.array(z.looseObject({ queryId: z.string(), matches: z.array(z.looseObject({ id: z.string() })) })),
  ),
  records: itemOf<SupplyAndDemandInput['records']>({ achievements: RECORDS, demands: RECORDS }),
  chains: z.custom<ChainSource>(isFunction, { error: 'a matcher, or { taxonomy, tagChains }' }),
  queries: z.optional(z.enum(['achievement', 'demand'])),
});

/** @throws InputError `INVALID_OPTIONS` naming everything that is wrong. */
export function checkInput(input: SupplyAndDemandInput): void {
  const issues = new Issues();
  const parsed = INPUT.safeParse(input);
  if (!parsed.success) issues.take(toInputIssues(parsed.error.issues, input, -1));
  issues.throwAsOptions();
}

/**
 * The side that results are the answers for.
 * @throws InputError `INVALID_OPTIONS` where they name records that are not there, or ids do not tell.
 */
export function sideOf({ results, records, queries }: SupplyAndDemandInput): Side {
  const idsOf = (list: readonly MatchRecord[]) => new Set(list.map(({ id }) => id));
  const ids = { demand: idsOf(records.demands), achievement: idsOf(records.achievements) };
  /** What does not fit if a side was asked for: the first of it. */
  const misfit = (side: Side): InputError | undefined => {
    const other = side === 'demand' ? 'achievement' : 'demand';
    const issues = new Issues();
    for (const [i, { queryId, matches }] of results.entries()) {
      issues.expect(
        ids[side].has(queryId),
        `results[${i}].queryId`,
        `the id of one of the ${side}s`,
        queryId,
      );
      for (const [j, { id }] of matches.entries()) {
        issues.expect(
          ids[other].has(id),
          `results[${i}].matches[${j}].id`,
          `the id of one of the ${other}s`,
          id,
        );
      }
      if (issues.all.length > 0) return new InputError('INVALID_OPTIONS', 'Bad options', issues.all);
    }
    return undefined;
  };
  if (queries !== undefined) {
    const wrong = misfit(queries);
    if (wrong !== undefined) throw wrong;
    return queries;
  }
  const [ofDemands, ofAchievements] = [misfit('demand'), misfit('achievement')];
  if (ofDemands !== undefined && ofAchievements !== undefined) throw ofDemands;
  if (ofDemands === undefined && ofAchievements === undefined && results.length > 0) {
    const issues = new Issues();
    issues.add('queries', "'demand' or 'achievement', as both sides have these ids", undefined);
    issues.throwAsOptions();
  }
  return ofDemands === undefined ? 'demand' : 'achievement';
}
