import { Issues } from '../../base/issues.ts';
import { expectKeys, type OtherNames } from '../../base/options.ts';
import type { RecordKind } from '../records/kinds.ts';
import { expectFilter, type MatchFilter } from './filters.ts';

/** What can be counted over the records that match. */
export const COUNTED = ['chains', 'regions', 'kinds', 'stages'] as const;
/** One of the things that can be counted over the records that match. */
export type Counted = (typeof COUNTED)[number];

/** How to rank for one record. `R` is the host's row, which `filter.where` is shown. */
export interface MatchOptions<R = unknown> {
  /** Most matches to return, a whole number ≥ 0 or Infinity. Default 10. */
  readonly limit?: number;
  /** Matches to pass over, a whole number ≥ 0: `offset: 10` begins at rank 11. Default 0. */
  readonly offset?: number;
  /** Matches score at least this, in [0, 1]. Default 0; a record that shares nothing never matches. */
  readonly minScore?: number;
  /** Kinds of records to rank. Default: all. */
  readonly kinds?: readonly RecordKind[];
  /** What must hold before ranking. */
  readonly filter?: MatchFilter<R>;
  /** Whether matches carry phrases, chains and reason; scores and signals always are. Default true. */
  readonly explain?: boolean;
  /**
   * Whether the result tells in `total` how many records match, whatever `limit` says: they pass the filters and reach
   * `minScore`. It scores all records exactly, which takes longer than finding the best. Default false.
   */
  readonly total?: boolean;
  /** What to count over all records that match, as with `total`, which comes along. Default: nothing. */
  readonly counts?: readonly Counted[];
  /** Whether matches carry only rank, id, index, score, level, probability and reason: what a list shows. Default false. */
  readonly lean?: boolean;
}

/** State of a long run. */
export interface Progress {
  readonly done: number;
  /** Records in all, where that is known. */
  readonly total: number | undefined;
  /** Records a second since the start. */
  readonly rate: number;
}

/** How a long run reports and stops. */
export interface RunOptions {
  /** Called at most about ten times a second, and once at the end. */
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the run: it throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The keys of {@link MatchOptions}. */
export const MATCH_KEYS = [
  'limit',
  'offset',
  'minScore',
  'kinds',
  'filter',
  'explain',
  'total',
  'counts',
  'lean',
] as const satisfies readonly (keyof MatchOptions)[];

/** The keys of {@link RunOptions}. */
export const RUN_KEYS = ['onProgress', 'signal'] as const satisfies readonly (keyof RunOptions)[];

/** How other libraries, or other places, call an option. */
export const OTHER_NAMES: OtherNames = {
  k: 'limit',
  top: 'limit',
  topK: 'limit',
  topN: 'limit',
  size: 'limit',
  max: 'limit',
  skip: 'offset',
  from: 'offset',
  start: 'offset',
  page: 'offset',
  threshold: 'minScore',
  facets: 'counts',
  facetCounts: 'counts',
  explanation: 'explain',
  regions: 'filter.regions',
  region: 'filter.regions',
  chains: 'filter.chains',
  chain: 'filter.chains',
  clearance: 'filter.clearance',
  asOf: 'filter.asOf',
  includeExpired: 'filter.includeExpired',
  expired: 'filter.includeExpired',
  where: 'filter.where',
  kind: 'kinds',
  grader: 'levels of createMatcher',
};

/** Options with defaults filled in. */
export interface ResolvedMatchOptions<R = unknown> {
  readonly limit: number;
  readonly offset: number;
  readonly minScore: number;
  readonly kinds: readonly RecordKind[] | undefined;
  readonly filter: MatchFilter<R>;
  readonly explain: boolean;
  readonly total: boolean;
  readonly counts: readonly Counted[];
  readonly lean: boolean;
}

/** Fills in the defaults of match options, and notes what is wrong with them. */
export function readMatchOptions<R>(
  issues: Issues,
  options: MatchOptions<R> & RunOptions,
  keys: readonly string[],
): ResolvedMatchOptions<R> {
  const isObject = expectKeys(issues, options, keys, '', OTHER_NAMES);
  const given: MatchOptions<R> & RunOptions = isObject ? options : {};
  const {
    limit = 10,
    offset = 0,
    minScore = 0,
    kinds,
    filter = {},
    explain = true,
    total = false,
    counts = [],
    lean = false,
  } = given;
  const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;
  const isLimit = limit === Number.POSITIVE_INFINITY || isCount(limit);
  issues.expect(isLimit, 'limit', 'a whole number ≥ 0 or Infinity', limit);
  issues.expect(isCount(offset), 'offset', 'a whole number ≥ 0', offset);
  const isScore = typeof minScore === 'number' && minScore >= 0 && minScore <= 1;
  issues.expect(isScore, 'minScore', 'a number in [0, 1]', minScore);
  for (const [path, value] of Object.entries({ explain, total, lean })) {
    issues.expect(typeof value === 'boolean', path, 'true or false', value);
  }
  const known: readonly unknown[] = COUNTED;
  issues.expectList(counts, 'counts', `one of ${COUNTED.join(', ')}`, (name) => known.includes(name));
  expectFilter(issues, kinds, filter);
  expectRun(issues, given);
  return { limit, offset, minScore, kinds, filter, explain, total, counts, lean };
}

/**
 * Checks match options and fills in the defaults.
 * @throws InputError `INVALID_OPTIONS` naming every bad option.
 */
export function resolveMatchOptions<R>(
  options: MatchOptions<R> & RunOptions = {},
  keys: readonly string[] = MATCH_KEYS,
): ResolvedMatchOptions<R> {
  const issues = new Issues();
  const resolved = readMatchOptions(issues, options, keys);
  issues.throwAsOptions();
  return resolved;
}

/** Notes what is wrong with the options of a run. */
export function expectRun(issues: Issues, { onProgress, signal }: RunOptions): void {
  const isReport = onProgress === undefined || typeof onProgress === 'function';
  issues.expect(isReport, 'onProgress', 'a function', onProgress);
  const isSignal = signal === undefined || typeof signal?.throwIfAborted === 'function';
  issues.expect(isSignal, 'signal', 'an AbortSignal', signal);
}
