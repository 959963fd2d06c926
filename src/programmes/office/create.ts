import { Issues } from '../../base/issues.ts';
import type { MatchResult } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchOptions, RunOptions } from '../../core/matches/match-options.ts';
import type { SupplyKind } from '../../core/records/kinds.ts';
import type { AchievementInput, DemandInput, RecordInput } from '../../core/records/types.ts';
import { createMatcherAsync } from '../../defaults/defaults.ts';
import { DEFAULT_TAXONOMY } from '../../defaults/taxonomy.ts';
import { BROKER } from '../brokers/broker.ts';
import { EMPTY_LEDGER } from '../cases/index.ts';
import { checkLists, expectOptions } from '../common/check.ts';
import { forRun } from '../common/matching.ts';
import { closedBy } from '../common/open-records.ts';
import { READY_KINDS } from '../common/ready-kinds.ts';
import { PLAIN_REGIONS } from '../places/regions.ts';
import { INPUT, type Matches, type OfficeInput, type Rooms } from './input.ts';
import { Office } from './office.ts';
import { OFFICE_PARTY, PartyDirectory } from './parties.ts';
import { Shared } from './shared.ts';
import { type Gates, gatesOf, isReady, parsedOf, recordsOf } from './views.ts';

/**
 * Opens an office: records are read, named, tagged and indexed once; matches are asked for when a programme first needs them,
 * and kept for all: those of everything for invitations and sessions, those of achievements and patents for the library. What
 * happens afterwards is kept as cases, and every report reads them.
 *
 * serves: 「搭建技术经纪人撮合交易服务平台」 as a whole. O(records) to open.
 * @throws InputError `INVALID_RECORDS` naming every bad record and party, `INVALID_OPTIONS`; the signal's reason when
 *   stopped.
 */
export async function createOffice(input: OfficeInput): Promise<Office> {
  const issues = new Issues();
  expectOptions(issues, input, INPUT);
  issues.throwAsOptions();
  const { parties = [], taxonomy = DEFAULT_TAXONOMY, regions = PLAIN_REGIONS, brokers = [] } = input;
  checkLists([
    { what: 'parties', items: parties, schema: OFFICE_PARTY, unique: false },
    { what: 'brokers', items: brokers, schema: BROKER },
  ]);
  const lists = [input.supply, input.demands].map((list) => (Array.isArray(list) ? list : []));
  const directory = new PartyDirectory(parties, lists.flat());
  const named = <R extends RecordInput>(records: readonly R[]): readonly R[] =>
    Array.isArray(records) ? records.map((record: R) => directory.named(record)) : records;
  const options = { taxonomy, ...forRun(input) };
  const { asOf, clearance, home, minScore, ledger = EMPTY_LEDGER } = input;
  const supply = await createMatcherAsync(named(input.supply), options);
  const demands = await createMatcherAsync(named(input.demands), { ...options, side: 'demand' });
  const gates = gatesOf({ asOf, ...(clearance === undefined ? {} : { clearance }) });
  const matches = (kinds?: readonly SupplyKind[]) =>
    new Shared((run) =>
      matchesOf(supply, demands, {
        filter: gates,
        ...(minScore === undefined ? {} : { minScore }),
        ...(kinds === undefined ? {} : { kinds }),
        ...run,
      }),
    );
  const all = matches();
  const isAllReady = parsedOf(supply).every(isReady);
  const rooms: Rooms = {
    supply,
    demands,
    taxonomy,
    regions,
    brokers,
    directory,
    asOf,
    ...(clearance === undefined ? {} : { clearance }),
    ...(home === undefined ? {} : { home }),
    ...(minScore === undefined ? {} : { minScore }),
    matches: all,
    ready: isAllReady ? all : matches(READY_KINDS),
  };
  return new Office(rooms, EMPTY_LEDGER).append(ledger.events);
}

/** Matches of a demand that are kept: as many as any programme looks at. */
const KEPT = 12;

/** The best matches of every open demand. */
async function matchesOf(
  supply: Matcher<AchievementInput>,
  demands: Matcher<DemandInput>,
  options: MatchOptions<AchievementInput> & RunOptions & { readonly filter: Gates },
): Promise<Matches> {
  const { filter } = options;
  const open = recordsOf(demands).filter((_, i) => closedBy(demands.parsed(i), filter) === undefined);
  const results: MatchResult<AchievementInput>[] = [];
  for await (const result of supply.matchAll(open, { limit: KEPT, total: true, ...options })) {
    results.push(result);
  }
  return Object.freeze(results);
}
