import { Issues } from '../../base/issues.ts';
import type { RecordInput } from '../../core/records/types.ts';
import { createMatcherAsync } from '../../defaults/defaults.ts';
import { DEFAULT_TAXONOMY } from '../../defaults/taxonomy.ts';
import { appendEvents, EMPTY_LEDGER } from '../cases/index.ts';
import { checkLists, expectOptions } from '../common/check.ts';
import { forRun } from '../common/matching.ts';
import { PLAIN_REGIONS } from '../places/regions.ts';
import { INPUT, type OfficeInput, type Rooms } from './input.ts';
import { Office } from './office.ts';
import { OFFICE_PARTY, PartyDirectory } from './parties.ts';

/**
 * Opens an office: records are read, named, tagged and indexed once, and matched once when a programme first asks; what
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
  checkLists([{ what: 'parties', items: parties, schema: OFFICE_PARTY, unique: false }]);
  const lists = [input.supply, input.demands].map((list) => (Array.isArray(list) ? list : []));
  const directory = new PartyDirectory(parties, lists.flat());
  const named = <R extends RecordInput>(records: readonly R[]): readonly R[] =>
    Array.isArray(records) ? records.map((record: R) => directory.named(record)) : records;
  const options = { taxonomy, ...forRun(input) };
  const { asOf, clearance, home, minScore, ledger = EMPTY_LEDGER } = input;
  const rooms: Rooms = {
    supply: await createMatcherAsync(named(input.supply), options),
    demands: await createMatcherAsync(named(input.demands), { ...options, side: 'demand' }),
    taxonomy,
    regions,
    brokers,
    asOf,
    ...(clearance === undefined ? {} : { clearance }),
    ...(home === undefined ? {} : { home }),
    ...(minScore === undefined ? {} : { minScore }),
    once: new Map(),
  };
  return new Office(rooms, appendEvents(EMPTY_LEDGER, ledger.events));
}
