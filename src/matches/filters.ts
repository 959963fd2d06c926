import { type Attributes, NO_DAY } from '../index/attributes.ts';
import type { RecordStore } from '../index/record-store.ts';
import { dayNumber } from '../records/dates.ts';
import { InputError, type InputIssue } from '../records/errors.ts';
import { RECORD_KINDS, type RecordKind } from '../records/kinds.ts';
import { regionKey } from '../records/regions.ts';
import { SECRECY_LEVELS, type SecrecyLevel } from '../records/secrecy.ts';
import type { MatchRecord } from '../records/types.ts';

/** What must hold before a record is ranked at all. */
export interface MatchFilter {
  /** Records valid only before this day are left out; `YYYY-MM-DD` or a Date. Default: today (UTC). */
  readonly asOf?: string | Date;
  /** Ranks expired records too. Default false. */
  readonly expired?: boolean;
  /** Highest secrecy level that may be shown. Default `public`. */
  readonly clearance?: SecrecyLevel;
  /** Regions to keep: GB/T 2260 codes hold all regions below them. Default: all. */
  readonly regions?: readonly string[];
  /** Chain codes of which a record must have at least one. Default: all. */
  readonly chains?: readonly string[];
  /** Keeps records for which this returns true. Called once for each record that passed the other filters. */
  readonly where?: (record: MatchRecord) => boolean;
}

/** The filters in the order in which they apply; a record counts for the first one that removes it. */
export const FILTER_NAMES = ['secrecy', 'expired', 'kind', 'region', 'chain', 'predicate'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** How many records each filter removed. */
export type FilteredCounts = Readonly<Record<FilterName, number>>;

/** Which records may be ranked. */
export interface Eligibility {
  /** One bit a record; undefined when none was removed. */
  readonly bits: Uint32Array | undefined;
  /** Number of records that may be ranked. */
  readonly passed: number;
  readonly filtered: FilteredCounts;
}

/** Applies filters to the columns of a collection, each record once. */
export function applyFilters(
  attributes: Attributes,
  records: RecordStore,
  kinds: readonly RecordKind[] | undefined,
  filter: MatchFilter,
): Eligibility {
  const tests = [
    secrecyTest(attributes, filter),
    expiryTest(attributes, filter),
    kindTest(attributes, kinds),
    regionTest(attributes, filter.regions),
    chainTest(attributes, filter.chains),
    predicateTest(records, filter.where),
  ];
  const size = records.size;
  const bits = new Uint32Array(Math.ceil(size / 32));
  const removed = tests.map(() => 0);
  let passed = 0;
  for (let row = 0; row < size; row++) {
    const failed = tests.findIndex((test) => test !== undefined && !test(row));
    if (failed >= 0) {
      removed[failed]!++;
      continue;
    }
    bits[row >>> 5]! |= 1 << (row & 31);
    passed++;
  }
  const filtered = Object.fromEntries(FILTER_NAMES.map((name, i) => [name, removed[i]!])) as Record<
    FilterName,
    number
  >;
  return { bits: passed === size ? undefined : bits, passed, filtered };
}

type RowTest = ((row: number) => boolean) | undefined;

function secrecyTest({ secrecy }: Attributes, { clearance = 'public' }: MatchFilter): RowTest {
  const highest = SECRECY_LEVELS.indexOf(clearance);
  return (row) => secrecy[row]! <= highest;
}

function expiryTest({ lastDays }: Attributes, { asOf = new Date(), expired = false }: MatchFilter): RowTest {
  if (expired) return undefined;
  const today = dayNumber(isoDay(asOf));
  return (row) => lastDays[row] === NO_DAY || lastDays[row]! >= today;
}

function kindTest({ kinds }: Attributes, wanted: readonly RecordKind[] | undefined): RowTest {
  if (wanted === undefined) return undefined;
  const codes = new Set(wanted.map((kind) => RECORD_KINDS.indexOf(kind)));
  return (row) => codes.has(kinds[row]!);
}

function regionTest({ regions, regionKeys }: Attributes, wanted: readonly string[] | undefined): RowTest {
  if (wanted === undefined) return undefined;
  const keys = wanted.map(regionKey);
  const inside = regionKeys.map((key) =>
    keys.some((wide) => key === wide || (isCode(wide) && isCode(key) && key.startsWith(wide))),
  );
  return (row) => inside[regions[row]!]!;
}

function isCode(key: string): boolean {
  return /^\d+$/.test(key);
}

function chainTest(
  { tagOffsets, tagChains, chainCodes }: Attributes,
  wanted: readonly string[] | undefined,
): RowTest {
  if (wanted === undefined) return undefined;
  const codes = new Set(wanted.map((code) => chainCodes.indexOf(code)));
  return (row) => {
    for (let i = tagOffsets[row]!; i < tagOffsets[row + 1]!; i++) if (codes.has(tagChains[i]!)) return true;
    return false;
  };
}

function predicateTest(records: RecordStore, where: MatchFilter['where']): RowTest {
  return where === undefined ? undefined : (row) => where(records.at(row));
}

/** The day of a date, `YYYY-MM-DD` in UTC. */
export function isoDay(day: string | Date): string {
  return typeof day === 'string' ? day : day.toISOString().slice(0, 10);
}

/** Checks filter options; returns what is wrong with them. */
export function filterIssues(kinds: unknown, filter: MatchFilter): InputIssue[] {
  const issues: InputIssue[] = [];
  const add = (path: string, expected: string, received: string) =>
    issues.push({ index: -1, path, expected, received });
  const { asOf, clearance, regions, chains, where } = filter;
  const isDay = asOf instanceof Date ? !Number.isNaN(asOf.getTime()) : isIsoDay(asOf);
  if (asOf !== undefined && !isDay) add('filter.asOf', 'a valid Date or YYYY-MM-DD', String(asOf));
  if (clearance !== undefined && !SECRECY_LEVELS.includes(clearance)) {
    add('filter.clearance', `one of ${SECRECY_LEVELS.join(', ')}`, String(clearance));
  }
  for (const [path, list] of [
    ['filter.regions', regions],
    ['filter.chains', chains],
  ] as const) {
    if (list !== undefined && !(Array.isArray(list) && list.every((item) => typeof item === 'string'))) {
      add(path, 'an array of texts', typeof list);
    }
  }
  if (where !== undefined && typeof where !== 'function') add('filter.where', 'a function', typeof where);
  const known: readonly unknown[] = RECORD_KINDS;
  if (kinds !== undefined && !(Array.isArray(kinds) && kinds.every((kind) => known.includes(kind)))) {
    add('kinds', `an array of ${RECORD_KINDS.join(', ')}`, JSON.stringify(kinds) ?? typeof kinds);
  }
  return issues;
}

function isIsoDay(day: unknown): boolean {
  return (
    typeof day === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(day) &&
    !Number.isNaN(Date.parse(`${day}T00:00:00Z`))
  );
}

/** The error of options that cannot be used. */
export function badOptions(issues: readonly InputIssue[]): InputError {
  return new InputError('INVALID_OPTIONS', 'Bad options', issues);
}
