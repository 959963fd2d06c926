/**
 * Room `core/matches`: options, filters, and the ranking of queries.
 * Begin: `match-options.ts`, then `rank.ts`.
 * Order: knows a collection and the kernels.
 */

import { describeValue, InputError } from '../../base/errors.ts';
import { Issues } from '../../base/issues.ts';
import { expectKeys, type OtherNames } from '../../base/options.ts';
import { describeThrown } from '../../base/zod-issues.ts';
import type { Attributes } from '../collection/attributes.ts';
import { dayNumber, parseDate } from '../records/dates.ts';
import { RECORD_KINDS, type RecordKind } from '../records/kinds.ts';
import { chainCodesOf, regionKeysOf } from '../records/named.ts';
import { liesIn } from '../records/regions.ts';
import {
  clearanceOf,
  SECRECY_LEVELS,
  SECRECY_NAMES_ZH,
  type SecrecyLevel,
  type SecrecyNameZh,
} from '../records/secrecy.ts';
import type { Taxonomy } from '../records/taxonomy.ts';
import { allBits, type LiveRows } from './live-rows.ts';
import { extremesOf } from './value-extremes.ts';

/** What must hold before a record is ranked at all. `R` is the host's row. */
export interface MatchFilter<R = unknown> {
  /** Records valid only before this day are left out; `YYYY-MM-DD` or a Date. Default: today (UTC). */
  readonly asOf?: string | Date;
  /** Ranks expired records too. Default false. */
  readonly includeExpired?: boolean;
  /** Highest secrecy level that may be shown, in English or as 公开, 内部, 秘密, 机密, 绝密. Default `public`. */
  readonly clearance?: SecrecyLevel | SecrecyNameZh;
  /**
   * Regions to keep, by GB/T 2260 code, by name in either language, or by the name of an area that a record has as its
   * own: each holds all regions below it. Default: all.
   */
  readonly regions?: readonly (string | number)[];
  /** Chains of which a record must have at least one, by code or by name in either language. Default: all. */
  readonly chains?: readonly string[];
  /**
   * Keeps the records for which this returns true; anything but true or false is refused, a Promise too. Called once
   * for each record that passed the other filters, with the host's row and its position.
   */
  readonly where?: (record: R, index: number) => boolean;
}

const FILTER_KEYS = [
  'asOf',
  'includeExpired',
  'clearance',
  'regions',
  'chains',
  'where',
] as const satisfies readonly (keyof MatchFilter)[];

/** How other libraries call a filter. */
const OTHER_NAMES: OtherNames = {
  expired: 'includeExpired',
  secrecy: 'clearance',
  secrecyLevel: 'clearance',
  date: 'asOf',
  today: 'asOf',
  kind: 'kinds, beside filter',
  kinds: 'kinds, beside filter',
  predicate: 'where',
  minScore: 'minScore, beside filter',
};

/** The filters in the order in which they apply; a record counts for the first one that removes it. */
export const FILTER_NAMES = ['secrecy', 'expired', 'kind', 'region', 'chain', 'where'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** How many records each filter removed. */
export type FilteredCounts = Readonly<Record<FilterName, number>>;

const KNOWN_KINDS: readonly unknown[] = RECORD_KINDS;
export const MS_PER_DAY = 86_400_000;

/** Which rows of one part of an index may be ranked. */
export interface PartEligibility {
  /** One bit a row; undefined when all may be. */
  readonly bits: Uint32Array | undefined;
  /** Number of rows that may be ranked. */
  readonly passed: number;
}

/** Which records of an index may be ranked. */
export interface Eligibility {
  readonly parts: readonly PartEligibility[];
  /** Number of records that may be ranked. */
  readonly passed: number;
  readonly filtered: FilteredCounts;
}

/** What a result tells where nothing was filtered. */
export const NOTHING_FILTERED: FilteredCounts = {
  secrecy: 0,
  expired: 0,
  kind: 0,
  region: 0,
  chain: 0,
  where: 0,
};

/** A part of an index, as filters see it. */
export interface FilteredPart {
  readonly attributes: Attributes;
  readonly live: LiveRows;
  /** Position of its first record in the whole index. */
  readonly first: number;
}

/** An index and what else filters look at. */
export interface Filtered<R> {
  readonly parts: readonly FilteredPart[];
  readonly taxonomy: Taxonomy;
  /** The host's row at a position. */
  readonly row: (index: number) => R;
}

/**
 * Applies filters to an index, each record once.
 * @throws InputError `INVALID_OPTIONS` for chains and regions that nobody knows, and where `filter.where` throws or
 * returns anything but true or false.
 */
export function applyFilters<R>(
  { parts, taxonomy, row: rowAt }: Filtered<R>,
  kinds: readonly RecordKind[] | undefined,
  filter: MatchFilter<R>,
): Eligibility {
  const issues = new Issues();
  const known = (keys: (attributes: Attributes) => readonly string[]) =>
    parts.length === 1 ? keys(parts[0]!.attributes) : parts.flatMap(({ attributes }) => keys(attributes));
  const chains =
    filter.chains &&
    chainCodesOf(
      filter.chains,
      taxonomy,
      known(({ chainCodes }) => chainCodes),
      issues,
      'filter.chains',
    );
  const regions =
    filter.regions &&
    regionKeysOf(
      filter.regions,
      known(({ regionKeys }) => regionKeys),
      issues,
      'filter.regions',
    );
  issues.throwAsOptions();
  const removed = FILTER_NAMES.map(() => 0);
  const passing = parts.map(({ attributes, live, first }) => {
    const tests = [
      secrecyTest(attributes, filter),
      expiryTest(attributes, filter),
      kindTest(attributes, kinds),
      regionTest(attributes, regions),
      chainTest(attributes, chains),
      whereTest(rowAt, filter.where, (row) => first + live.position(row)),
    ];
    return passingRows(live, tests, removed);
  });
  const filtered = Object.fromEntries(FILTER_NAMES.map((name, i) => [name, removed[i]!])) as Record<
    FilterName,
    number
  >;
  return { parts: passing, passed: passing.reduce((sum, { passed }) => sum + passed, 0), filtered };
}

/** The live rows that all tests keep; counts those that each removed. */
function passingRows(
  live: LiveRows,
  tests: readonly (RowTest | undefined)[],
  removed: number[],
): PartEligibility {
  // A test that every record passes is left out, and without any test no record is looked at.
  const active = tests.flatMap((test, index) => (test === undefined ? [] : [{ test, index }]));
  if (active.length === 0) return { bits: live.bits, passed: live.count };
  const bits = new Uint32Array(Math.ceil(live.size / 32));
  let passed = 0;
  for (let row = 0; row < live.size; row++) {
    if (!live.has(row)) continue;
    const failed = active.find(({ test }) => !test(row));
    if (failed === undefined) {
      bits[row >>> 5]! |= 1 << (row & 31);
      passed++;
    } else removed[failed.index]!++;
  }
  return passed === live.size ? { bits: undefined, passed } : { bits, passed };
}

/** A filter whose `where` is not called. */
type AnyFilter = MatchFilter<never>;

type RowTest = (row: number) => boolean;

function secrecyTest({ secrecy }: Attributes, { clearance = 'public' }: AnyFilter): RowTest | undefined {
  const highest = SECRECY_LEVELS.indexOf(clearanceOf(clearance) ?? 'public');
  return extremesOf(secrecy).most > highest ? (row) => secrecy[row]! <= highest : undefined;
}

function expiryTest(
  { lastDays }: Attributes,
  { asOf: day, includeExpired = false }: AnyFilter,
): RowTest | undefined {
  // The clock is looked at only where it decides.
  if (includeExpired) return undefined;
  const asOf = day ?? new Date();
  const today = typeof asOf === 'string' ? dayNumber(asOf) : Math.floor(asOf.getTime() / MS_PER_DAY);
  // A validity without end lies behind every day.
  return extremesOf(lastDays).least < today ? (row) => lastDays[row]! >= today : undefined;
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
  const inside = regionKeys.map((key) => wanted.some((wide) => liesIn(key, wide)));
  return (row) => inside[regions[row]!]!;
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

function whereTest<R>(
  rowAt: (index: number) => R,
  where: MatchFilter<R>['where'],
  positionOf: (row: number) => number,
): RowTest | undefined {
  if (where === undefined) return undefined;
  const refused = (index: number, received: string, cause?: unknown) => {
    const expected = 'a function that returns true or false';
    return new InputError(
      'INVALID_OPTIONS',
      'Bad options',
      [{ index, path: 'filter.where', expected, received }],
      cause,
    );
  };
  return (row) => {
    const index = positionOf(row);
    let keeps: unknown;
    try {
      keeps = where(rowAt(index), index);
    } catch (cause) {
      throw refused(index, describeThrown(cause), cause);
    }
    // This is where hosts keep what a person may not see: a Promise, or a text, must not open it.
    if (typeof keeps !== 'boolean')
      throw refused(
        index,
        `${isPromise(keeps) ? 'a Promise' : describeValue(keeps)} for the record at this position`,
      );
    return keeps;
  };
}

function isPromise(value: unknown): boolean {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function';
}

/** Notes what is wrong with filter options. */
export function expectFilter(issues: Issues, kinds: unknown, filter: MatchFilter<never>): void {
  issues.expectList(kinds, 'kinds', `one of ${RECORD_KINDS.join(', ')}`, (kind) =>
    KNOWN_KINDS.includes(kind),
  );
  if (!expectKeys(issues, filter, FILTER_KEYS, 'filter', OTHER_NAMES)) return;
  const { asOf, includeExpired, clearance, regions, chains, where } = filter;
  const isDay = asOf instanceof Date ? !Number.isNaN(asOf.getTime()) : isIsoDay(asOf);
  issues.expect(asOf === undefined || isDay, 'filter.asOf', 'a valid Date or YYYY-MM-DD', asOf);
  // Both open a gate: the text 'false' must not.
  const isSwitch = includeExpired === undefined || typeof includeExpired === 'boolean';
  issues.expect(isSwitch, 'filter.includeExpired', 'true or false', includeExpired);
  const isLevel = clearance === undefined || clearanceOf(clearance) !== undefined;
  issues.expect(
    isLevel,
    'filter.clearance',
    `one of ${SECRECY_LEVELS.join(', ')}, ${SECRECY_NAMES_ZH.join(', ')}`,
    clearance,
  );
  issues.expectList(
    regions,
    'filter.regions',
    'texts or numbers',
    (region) => isText(region) || Number.isInteger(region),
  );
  issues.expectList(chains, 'filter.chains', 'texts', isText);
  issues.expect(where === undefined || typeof where === 'function', 'filter.where', 'a function', where);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

/** `Date.parse` takes 30 February for 2 March; `parseDate` knows the calendar. */
function isIsoDay(day: unknown): boolean {
  return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) && parseDate(day).from === day;
}

/** The same filters without one row of a part. */
export function without(eligibility: Eligibility, part: number, row: number, size: number): Eligibility {
  const open = eligibility.parts[part]!;
  const bits = open.bits?.slice() ?? allBits(size);
  const bit = 1 << (row & 31);
  const gone = (bits[row >>> 5]! & bit) === 0 ? 0 : 1;
  bits[row >>> 5]! &= ~bit;
  const left = { bits, passed: open.passed - gone };
  const parts = eligibility.parts.map((one, i) => (i === part ? left : one));
  return { parts, passed: eligibility.passed - gone, filtered: eligibility.filtered };
}
