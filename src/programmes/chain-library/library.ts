import * as z from 'zod/mini';
import { Issues } from '../../base/issues.ts';
import { ANSWERING } from '../../core/levels/level.ts';
import type { Side } from '../../core/records/parse.ts';
import type { Taxonomy } from '../../core/records/taxonomy.ts';
import type { AchievementInput, DemandInput, MatchRecord } from '../../core/records/types.ts';
import { CASE_STATES } from '../cases/events.ts';
import { type Case, isOpen } from '../cases/ledger.ts';
import {
  checkOptions,
  ELSEWHERE,
  expectList,
  ID,
  idTextOf,
  itemOf,
  optionsOf,
  partOf,
  readList,
  SHARE,
} from '../common/check.ts';
import type { OfDay } from '../common/matching.ts';
import { type LeftOut, OPEN, type OpenOptions, openOf } from '../common/open-records.ts';
import { organizationOf } from '../common/organization.ts';
import { recordDay } from '../common/record-day.ts';
import { TAXONOMY } from '../common/taxonomy.ts';
import { ALIASES, type OrganizationAliases, readUnits } from '../common/unit-keys.ts';
import { CHAIN_PERIODS, type ChainPeriod, type ChainPeriods, periodsOf } from './periods.ts';
import { type ChainTable, type Entry, tableOf } from './rows.ts';

/** What a library is put together from, and who may see it: `asOf` is the day on which records must be valid. */
export interface ChainLibraryInput extends Partial<OpenOptions> {
  /** What counts as supply; chains are read from `chains`, see `tagRecords`. */
  readonly achievements: readonly AchievementInput[];
  readonly demands: readonly DemandInput[];
  /**
   * Results of `matcher.matchAll(demands)`, cut at some score or not. Demands without a result have no match.
   */
  readonly matches: readonly DemandMatches[];
  /**
   * Score from which a match counts, in [0, 1]. Default: what the levels of the matches say answers (较强 and 强), the same
   * as made to order; a match without a level or a score counts, as the caller has cut the list.
   */
  readonly minScore?: number;
  readonly taxonomy: Taxonomy;
  /** Cases of a ledger of `cuohe/programmes/cases`: which demands are talked about, and which led to a contract. */
  readonly cases?: readonly Case[];
  /** Further names of organisations, so that one stands as one. Default: none but short forms by rule. */
  readonly aliases?: readonly OrganizationAliases[];
  /** Adds a table for each period. */
  readonly period?: ChainPeriods;
}

/** What is read of a `MatchResult`. */
export interface DemandMatches {
  readonly queryId: string;
  readonly matches: readonly {
    readonly id: string;
    readonly score?: number;
    readonly level?: { readonly level: number };
  }[];
}

/** The project library of all chains. */
export interface ChainLibrary extends ChainTable, OfDay {
  /** In the order of time, then what came after the last cut-off, then records without a date; empty without `period`. */
  readonly periods: readonly ChainPeriod[];
  /** What stands in no row: what has ended before `asOf`, and what is above the clearance. */
  readonly leftOut: Readonly<Record<'achievements' | 'demands', LeftOut>>;
}

/**
 * Puts achievements and demands into the rows of all industry chains and shows where demands have no match and
 * achievements no demand.
 *
 * serves: 「建立科技成果项目库,确定27个产业链方向」,「聚焦符合先进制造业发展方向的11条产业链,按照“常态化申报、
 * 阶段性汇集…”的方式,组织科技创新项目」.
 *
 * A record of several chains stands in the row of each and counts once in the subtotal and the total. A record whose
 * chains the taxonomy does not know stands in `withoutChain`. Records above the clearance, and with `asOf` those that have
 * ended, stand nowhere, and match nothing. Whether a demand is matched is told from all matches,
 * also in the table of a period.
 *
 * Complexity: O(chains × periods × records + matches).
 * @throws InputError `INVALID_RECORDS` naming every bad record, repeated id and match of an unknown record;
 *   `INVALID_OPTIONS` for a bad taxonomy or period.
 */
export function buildChainLibrary(input: ChainLibraryInput): ChainLibrary {
  checkOptions(input, INPUT);
  const { matches, taxonomy, period, minScore } = input;
  const read = readInput(input);
  const { open: achievements, leftOut: supplyLeft } = openOf(read.achievements, input);
  const { open: demands, leftOut: demandsLeft } = openOf(read.demands, input);
  const shown = { supply: idsOf(achievements), demands: idsOf(demands) };
  const pairs = matches.flatMap(({ queryId, matches: found }) =>
    shown.demands.has(queryId)
      ? found.flatMap((match) =>
          shown.supply.has(match.id) && isMatch(match, minScore) ? [[queryId, match.id] as const] : [],
        )
      : [],
  );
  const demandIds = new Set(pairs.map(([demand]) => demand));
  const achievementIds = new Set(pairs.map(([, achievement]) => achievement));
  const outcomes = outcomesOf(input.cases ?? []);
  const hasCases = input.cases !== undefined;
  const known = new Set(taxonomy.chains.map(({ code }) => code));
  const units = readUnits(
    input.aliases,
    [...achievements, ...demands].map(({ organization }) => organization),
  );
  const entriesOf = (records: readonly MatchRecord[], ids: ReadonlySet<string>, side: Side) =>
    records.map(
      (record): Entry => ({
        id: record.id,
        codes: new Set(codesOf(record).filter((code) => known.has(code))),
        unit: organizationOf(record, units),
        matched: ids.has(record.id) || outcomes[side].get(record.id) === 'signed',
        outcome: outcomes[side].get(record.id),
        day: period === undefined ? undefined : recordDay(record, period.field),
      }),
    );
  const supply = entriesOf(achievements, achievementIds, 'achievement');
  const wanted = entriesOf(demands, demandIds, 'demand');
  return {
    ...tableOf(supply, wanted, taxonomy, hasCases),
    asOf: input.asOf ?? null,
    periods: period === undefined ? [] : periodsOf(supply, wanted, taxonomy, period.cutOffs, hasCases),
    leftOut: { achievements: supplyLeft, demands: demandsLeft },
  };
}

const CASE = partOf<Case>(
  z.looseObject({
    state: z.enum(CASE_STATES),
    pair: z.optional(z.looseObject({ demandId: ID, supplyId: ID })),
  }),
);
const INPUT = optionsOf<ChainLibraryInput>({
  achievements: ELSEWHERE,
  demands: ELSEWHERE,
  matches: ELSEWHERE,
  taxonomy: TAXONOMY,
  cases: z.optional(z.array(CASE)),
  aliases: ALIASES,
  period: z.optional(CHAIN_PERIODS),
  minScore: z.optional(SHARE),
  asOf: z.optional(OPEN.asOf),
  clearance: OPEN.clearance,
});

type DemandMatch = DemandMatches['matches'][number];

function isMatch({ score, level }: DemandMatch, minScore: number | undefined): boolean {
  if (minScore !== undefined) return score === undefined || score >= minScore;
  return level === undefined || level.level >= ANSWERING;
}

type Outcomes = ReadonlyMap<string, 'open' | 'signed'>;

/** What the cases of records came to, by the ids of each side: both may number their records alike. */
function outcomesOf(cases: readonly Case[]): Readonly<Record<Side, Outcomes>> {
  const outcomes = { achievement: new Map<string, 'open' | 'signed'>(), demand: new Map() };
  for (const one of cases) {
    if (one.pair === undefined || one.state === 'failed') continue;
    const outcome = isOpen(one) ? 'open' : 'signed';
    const ends = { achievement: one.pair.supplyId, demand: one.pair.demandId };
    for (const side of ['achievement', 'demand'] as const) {
      if (outcome === 'signed' || !outcomes[side].has(ends[side])) outcomes[side].set(ends[side], outcome);
    }
  }
  return outcomes;
}

function idsOf(records: readonly MatchRecord[]): ReadonlySet<string> {
  return new Set(records.map(({ id }) => id));
}

function codesOf({ chains = [] }: MatchRecord): string[] {
  return chains.map(({ code }) => code);
}

/** The records, read once; whatever is wrong with the lists is told at once. */
function readInput({ achievements, demands, matches }: ChainLibraryInput) {
  const issues = new Issues();
  const read = {
    achievements: readList(issues, { what: 'achievements', items: achievements, side: 'achievement' }),
    demands: readList(issues, { what: 'demands', items: demands, side: 'demand' }),
  };
  const schema = itemOf<DemandMatches>({
    queryId: knownId(demands, 'the id of a demand'),
    matches: z.array(
      itemOf<DemandMatch>({
        id: knownId(achievements, 'the id of an achievement'),
        score: z.optional(z.number()),
        level: z.optional(z.looseObject({ level: z.number() })),
      }),
    ),
  });
  expectList(issues, { what: 'matches', items: matches, schema, unique: false });
  issues.throwAs('INVALID_RECORDS', 'Bad achievements or demands or matches');
  return read;
}

function knownId(records: unknown, expected: string) {
  const ids = new Set(Array.isArray(records) ? records.map(idTextOf) : []);
  return ID.check(z.refine((id) => ids.has(id), { error: expected }));
}
