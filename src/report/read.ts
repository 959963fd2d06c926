import { describeValue, InputError } from '../base/errors.ts';
import { Issues } from '../base/issues.ts';
import type { LeanMatch, Match, MatchResult } from '../core/matcher/match.ts';
import { dayNumber } from '../core/records/dates.ts';
import { parseRecords, type Side } from '../core/records/parse.ts';
import { SECRECY_LEVELS, secrecyRank } from '../core/records/secrecy.ts';
import type { MatchRecord } from '../core/records/types.ts';
import type { ReportContents, ResolvedOptions } from './options.ts';

/** Reads the records, finds out which side was asked for, and leaves out what may not be shown. */

/** Records and results that may be shown. */
export interface Shown {
  /** The side of the queries. */
  readonly queries: Side;
  readonly achievements: readonly MatchRecord[];
  readonly demands: readonly MatchRecord[];
  readonly results: readonly MatchResult<unknown, LeanMatch>[];
  /** Record of either side by its id. */
  readonly byId: Readonly<Record<Side, ReadonlyMap<string, MatchRecord>>>;
  /** Records that are above the clearance. */
  readonly withheld: number;
  /** Records whose validity has ended. */
  readonly ended: number;
}

/** @throws InputError `INVALID_RECORDS` for bad records, and for results of records that are not among them. */
export function readContents(contents: ReportContents, options: ResolvedOptions): Shown {
  const { records, results } = contents;
  const issues = new Issues();
  const read = (side: Side, list: readonly unknown[]): MatchRecord[] => {
    try {
      return parseRecords(list, side, { place: () => `records.${side}s` });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.take(error.issues, error.total);
      return [];
    }
  };
  const all = {
    achievement: read('achievement', records.achievements),
    demand: read('demand', records.demands),
  };
  issues.throwAs('INVALID_RECORDS', 'Bad records of a report');
  const byId = { achievement: mapOf(all.achievement), demand: mapOf(all.demand) };
  const queries = sideOf(contents, byId, options.queries);

  const counts = { secret: 0, ended: 0 };
  const open = (list: readonly MatchRecord[]) =>
    list.filter((record) => {
      const closed = closedBy(record, options);
      if (closed !== undefined) counts[closed]++;
      return closed === undefined;
    });
  const achievements = open(all.achievement);
  const demands = open(all.demand);
  const shown = { achievement: mapOf(achievements), demand: mapOf(demands) };
  const other = otherSide(queries);
  return {
    queries,
    achievements,
    demands,
    results: results
      .filter(({ queryId }) => shown[queries].has(queryId))
      .map((result) => {
        const matches = result.matches.filter(({ id }) => shown[other].has(id));
        if (matches.length === result.matches.length) return result;
        // What was said of all of them need not hold for those that are left.
        const { answer: _, needs: __, ...rest } = result;
        return { ...rest, matches: matches.map(({ need: ___, ...match }) => match) };
      }),
    byId: shown,
    withheld: counts.secret,
    ended: counts.ended,
  };
}

/** The side that answers queries of a side. */
export function otherSide(side: Side): Side {
  return side === 'demand' ? 'achievement' : 'demand';
}

function mapOf(records: readonly MatchRecord[]): Map<string, MatchRecord> {
  return new Map(records.map((record) => [record.id, record]));
}

/** Why a record may not be shown; nothing for one that may. The gates of a matcher; without a day nothing has ended. */
function closedBy(
  { secrecyLevel, validTo }: MatchRecord,
  { clearance, asOf }: Pick<ResolvedOptions, 'clearance' | 'asOf'>,
): 'secret' | 'ended' | undefined {
  if (secrecyRank(secrecyLevel) > SECRECY_LEVELS.indexOf(clearance)) return 'secret';
  const last = validTo?.to;
  return asOf !== undefined && last !== undefined && dayNumber(last) < dayNumber(asOf) ? 'ended' : undefined;
}

/** The side of the queries: by their ids, and where both sides have them by the rows of the matches. */
function sideOf({ results, records }: ReportContents, byId: Shown['byId'], given: Side | undefined): Side {
  if (given !== undefined) {
    misfitsOf(results, byId, given).throwAs('INVALID_RECORDS', 'Bad results of a report');
    return given;
  }
  const misfits = {
    demand: misfitsOf(results, byId, 'demand'),
    achievement: misfitsOf(results, byId, 'achievement'),
  };
  const fits = (side: Side) => misfits[side].all.length === 0;
  if (fits('demand') !== fits('achievement')) return fits('demand') ? 'demand' : 'achievement';
  if (!fits('demand')) misfits.demand.throwAs('INVALID_RECORDS', 'Bad results of a report');
  const rows = {
    achievement: new Set<unknown>(records.achievements),
    demand: new Set<unknown>(records.demands),
  };
  for (const { matches } of results)
    for (const { record } of matches as readonly Partial<Match>[]) {
      if (rows.achievement.has(record) && !rows.demand.has(record)) return 'demand';
      if (rows.demand.has(record) && !rows.achievement.has(record)) return 'achievement';
    }
  if (results.some(({ matches }) => matches.length > 0)) {
    const issues = new Issues();
    issues.add('queries', 'demand or achievement: both sides have these ids', given);
    issues.throwAsOptions();
  }
  return 'demand';
}

/** What does not fit if the queries are of a side. */
function misfitsOf(results: ReportContents['results'], byId: Shown['byId'], side: Side): Issues {
  const issues = new Issues();
  const other = otherSide(side);
  const isOf = (of: Side, id: string, path: string) => {
    if (!byId[of].has(id)) issues.addText(path, `the id of a record in records.${of}s`, describeValue(id));
  };
  for (const [i, { queryId, matches }] of results.entries()) {
    isOf(side, queryId, `results[${i}].queryId`);
    for (const [j, { id }] of matches.entries()) isOf(other, id, `results[${i}].matches[${j}].id`);
  }
  return issues;
}
