import { describeValue, type InputIssue } from '../../base/errors.ts';
import type { Attributes } from '../collection/attributes.ts';
import type { RecordStore } from '../collection/record-store.ts';
import { dayNumber, parseDate } from '../records/dates.ts';
import { RECORD_KINDS, type RecordKind } from '../records/kinds.ts';
import { regionKey } from '../records/regions.ts';
import { SECRECY_LEVELS, type SecrecyLevel } from '../records/secrecy.ts';
import type { MatchRecord } from '../records/types.ts';

/** What must hold before a record is ranked at all. */
export interface MatchFilter {
  /** Records valid only before this day are left out; `YYYY-MM-DD` or a Date. Default: today (UTC). */
  readonly asOf?: string | Date;
  /** Ranks expired records too. Default false. */
  readonly includeExpired?: boolean;
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
export const FILTER_NAMES = ['secrecy', 'expired', 'kind', 'region', 'chain', 'where'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** How many records each filter removed. */
export type FilteredCounts = Readonly<Record<FilterName, number>>;

const KNOWN_KINDS: readonly unknown[] = RECORD_KINDS;
const MS_PER_DAY = 86_400_000;

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
  const removed = tests.map(() => 0);
  // A test that every record passes is left out, and without any test no record is looked at.
  const active = tests.flatMap((test, index) => (test === undefined ? [] : [{ test, index }]));
  const bits = active.length === 0 ? undefined : new Uint32Array(Math.ceil(size / 32));
  let passed = bits === undefined ? size : 0;
  for (let row = 0; bits !== undefined && row < size; row++) {
    const failed = active.find(({ test }) => !test(row));
    if (failed === undefined) {
      bits[row >>> 5]! |= 1 << (row & 31);
      passed++;
    } else removed[failed.index]!++;
  }
  const filtered = Object.fromEntries(FILTER_NAMES.map((name, i) => [name, removed[i]!])) as Record<
    FilterName,
    number
  >;
  return { bits: passed === size ? undefined : bits, passed, filtered };
}

type RowTest = (row: number) => boolean;

function secrecyTest({ secrecy }: Attributes, { clearance = 'public' }: MatchFilter): RowTest | undefined {
  const highest = SECRECY_LEVELS.indexOf(clearance);
  return secrecy.some((rank) => rank > highest) ? (row) => secrecy[row]! <= highest : undefined;
}

function expiryTest(
  { lastDays }: Attributes,
  { asOf = new Date(), includeExpired = false }: MatchFilter,
): RowTest | undefined {
  if (includeExpired) return undefined;
  const today = typeof asOf === 'string' ? dayNumber(asOf) : Math.floor(asOf.getTime() / MS_PER_DAY);
  // A validity without end lies behind every day.
  return lastDays.some((day) => day < today) ? (row) => lastDays[row]! >= today : undefined;
}

function kindTest({ kinds }: Attributes, wanted: readonly RecordKind[] | undefined): RowTest | undefined {
  if (wanted === undefined) return undefined;
  const codes = new Set(wanted.map((kind) => RECORD_KINDS.indexOf(kind)));
  return (row) => codes.has(kinds[row]!);
}

function regionTest(
  { regions, regionKeys }: Attributes,
  wanted: readonly string[] | undefined,
): RowTest | undefined {
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
): RowTest | undefined {
  if (wanted === undefined) return undefined;
  const codes = new Set(wanted.map((code) => chainCodes.indexOf(code)));
  return (row) => {
    for (let i = tagOffsets[row]!; i < tagOffsets[row + 1]!; i++) if (codes.has(tagChains[i]!)) return true;
    return false;
  };
}

function predicateTest(records: RecordStore, where: MatchFilter['where']): RowTest | undefined {
  return where === undefined ? undefined : (row) => where(records.at(row));
}

/** Checks filter options; returns what is wrong with them. */
export function filterIssues(kinds: unknown, filter: MatchFilter): InputIssue[] {
  const issues: InputIssue[] = [];
  const add = (path: string, expected: string, received: unknown) =>
    issues.push({ index: -1, path, expected, received: describeValue(received) });
  const checkList = (path: string, list: unknown, expected: string, isGood: (item: unknown) => boolean) => {
    if (list === undefined) return;
    if (!Array.isArray(list)) add(path, `an array of ${expected}`, list);
    else {
      list.forEach((item: unknown, i) => {
        if (!isGood(item)) add(`${path}[${i}]`, expected, item);
      });
    }
  };
  checkList('kinds', kinds, `one of ${RECORD_KINDS.join(', ')}`, (kind) => KNOWN_KINDS.includes(kind));
  if (typeof filter !== 'object' || filter === null) {
    add('filter', 'an object', filter);
    return issues;
  }
  const { asOf, includeExpired, clearance, regions, chains, where } = filter;
  const isDay = asOf instanceof Date ? !Number.isNaN(asOf.getTime()) : isIsoDay(asOf);
  if (asOf !== undefined && !isDay) add('filter.asOf', 'a valid Date or YYYY-MM-DD', asOf);
  // Both open a gate: the text 'false' must not.
  if (includeExpired !== undefined && typeof includeExpired !== 'boolean')
    add('filter.includeExpired', 'true or false', includeExpired);
  if (clearance !== undefined && !SECRECY_LEVELS.includes(clearance)) {
    add('filter.clearance', `one of ${SECRECY_LEVELS.join(', ')}`, clearance);
  }
  checkList('filter.regions', regions, 'text', isText);
  checkList('filter.chains', chains, 'text', isText);
  if (where !== undefined && typeof where !== 'function') add('filter.where', 'a function', where);
  return issues;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

/** `Date.parse` takes 30 February for 2 March; `parseDate` knows the calendar. */
function isIsoDay(day: unknown): boolean {
  return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) && parseDate(day).from === day;
}
