import type { SupplyAndDemand } from '../charts/figures.ts';
import { supplyAndDemand } from '../charts/supply-and-demand.ts';
import { ANSWERING } from '../core/levels/level.ts';
import type { LeanMatch, MatchResult } from '../core/matcher/match.ts';
import type { Side } from '../core/records/parse.ts';
import type { MatchRecord } from '../core/records/types.ts';
import { tagChains } from '../defaults/defaults.ts';
import { DEFAULT_TAXONOMY } from '../defaults/taxonomy.ts';
import type { ImportReport } from '../io/report.ts';
import type { NamedTable, ReportContents, ResolvedOptions } from './options.ts';
import { readContents, type Shown } from './read.ts';

/** What a report says, before it is put into a page or a workbook. */
export interface ReportModel extends Omit<Shown, 'byId'> {
  readonly options: ResolvedOptions;
  readonly figures: SupplyAndDemand;
  /** Matches by level, from 0; absent where there are no levels. */
  readonly byLevel?: readonly number[];
  /** Queries by the level of their best match, from 0; absent where there are no levels. */
  readonly byBest?: readonly number[];
  /** Open demands that were asked for, or could be found, and have no answer: those of `figures.total.gap`. */
  readonly unanswered: readonly MatchRecord[];
  /** Best match of a demand, by its id; a demand that nothing was found for has none. */
  readonly bestOf: ReadonlyMap<string, BestMatch>;
  readonly recordOf: (side: Side, id: string) => MatchRecord;
  /** Codes of the chains of a record, the surest first. */
  readonly chainsOf: (record: MatchRecord) => readonly string[];
  readonly chainNames: ReadonlyMap<string, string>;
  readonly imports: readonly (readonly [name: string, report: ImportReport])[];
  readonly programmes: readonly NamedTable[];
}

/** What is nearest to a demand. */
export interface BestMatch {
  /** The achievement. */
  readonly record: MatchRecord;
  readonly match: LeanMatch;
}

/** Reads, counts and puts in order. The contents and options have been checked. */
export function reportModel(contents: ReportContents, options: ResolvedOptions): ReportModel {
  const { byId, ...shown } = readContents(contents, options);
  const { results, queries, achievements, demands } = shown;
  const source = contents.chains ?? {
    taxonomy: DEFAULT_TAXONOMY,
    tagChains: (record: MatchRecord) => tagChains(record),
  };
  const tags = new Map<MatchRecord, readonly { readonly code: string }[]>();
  const tagsOf = (record: MatchRecord) => {
    const known = tags.get(record) ?? source.tagChains(record);
    tags.set(record, known);
    return known;
  };
  const figures = supplyAndDemand({
    results,
    records: { achievements, demands },
    chains: { taxonomy: source.taxonomy, tagChains: tagsOf },
    queries,
  });
  const recordOf = (side: Side, id: string) => byId[side].get(id)!;
  const bestOf = bestMatches(results, queries, recordOf);
  const hasLevels = figures.basis === 'levels';
  const name = options.language === 'zh' ? 'nameZh' : 'nameEn';
  return {
    ...shown,
    options,
    figures,
    ...(hasLevels
      ? {
          byLevel: countLevels(results.flatMap(({ matches }) => matches)),
          byBest: countLevels(results.flatMap(({ matches }) => matches.slice(0, 1))),
        }
      : {}),
    unanswered: unansweredOf(shown, hasLevels),
    bestOf,
    recordOf,
    chainsOf: (record) => tagsOf(record).map(({ code }) => code),
    chainNames: new Map(source.taxonomy.chains.map((chain) => [chain.code, chain[name]])),
    imports: Object.entries(contents.imports ?? {}),
    programmes: contents.programmes ?? [],
  };
}

function countLevels(matches: readonly LeanMatch[]): number[] {
  const counts = [0, 0, 0, 0];
  for (const { level } of matches) if (level !== undefined) counts[level.level]!++;
  return counts;
}

/** Demands without an answer: by the same rule as `supplyAndDemand`, which counts them. */
function unansweredOf({ results, queries, demands }: Omit<Shown, 'byId'>, hasLevels: boolean): MatchRecord[] {
  const answered = new Set<string>();
  const answers = ({ level }: LeanMatch) => !hasLevels || (level?.level ?? 0) >= ANSWERING;
  for (const { queryId, matches, answer } of results) {
    if (queries === 'achievement') for (const match of matches) if (answers(match)) answered.add(match.id);
    if (queries === 'demand' && ((hasLevels && answer?.answered === true) || matches.some(answers)))
      answered.add(queryId);
  }
  const asked = new Set(results.map(({ queryId }) => queryId));
  return demands.filter(({ id }) => !answered.has(id) && (queries === 'achievement' || asked.has(id)));
}

function bestMatches(
  results: readonly MatchResult<unknown, LeanMatch>[],
  queries: Side,
  recordOf: ReportModel['recordOf'],
): Map<string, BestMatch> {
  const best = new Map<string, BestMatch>();
  for (const { queryId, matches } of results)
    for (const match of matches) {
      const [demand, supply] = queries === 'demand' ? [queryId, match.id] : [match.id, queryId];
      if ((best.get(demand)?.match.score ?? -1) >= match.score) continue;
      best.set(demand, { match, record: recordOf('achievement', supply) });
    }
  return best;
}
