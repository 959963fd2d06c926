import { badOptions, describeValue, type InputIssue } from '../../base/errors.ts';
import type { RecordKind } from '../records/kinds.ts';
import { filterIssues, type MatchFilter } from './filters.ts';

/** How to rank for one record. */
export interface MatchOptions {
  /** Most matches to return, a whole number ≥ 0 or Infinity. Default 10. */
  readonly limit?: number;
  /** Matches score at least this, in [0, 1]. Default 0; a record that shares nothing never matches. */
  readonly minScore?: number;
  /** Kinds of records to rank. Default: all. */
  readonly kinds?: readonly RecordKind[];
  /** What must hold before ranking. */
  readonly filter?: MatchFilter;
  /** Whether matches carry terms, chains and reason; scores and signals always are. Default true. */
  readonly explain?: boolean;
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

/** Options with defaults filled in. */
export type ResolvedMatchOptions = Required<Omit<MatchOptions, 'kinds'>> & {
  readonly kinds: MatchOptions['kinds'];
};

/**
 * Checks match options and fills in the defaults.
 * @throws InputError `INVALID_OPTIONS` naming every bad option.
 */
export function resolveMatchOptions(options: MatchOptions & RunOptions = {}): ResolvedMatchOptions {
  if (typeof options !== 'object' || options === null) {
    throw badOptions([{ index: -1, path: '', expected: 'an object', received: describeValue(options) }]);
  }
  const { limit = 10, minScore = 0, kinds, filter = {}, explain = true } = options;
  const issues: InputIssue[] = [];
  const add = (path: string, expected: string, received: unknown) =>
    issues.push({ index: -1, path, expected, received: describeValue(received) });
  if (!(limit === Number.POSITIVE_INFINITY || (Number.isInteger(limit) && limit >= 0))) {
    add('limit', 'a whole number ≥ 0 or Infinity', limit);
  }
  if (!(typeof minScore === 'number' && minScore >= 0 && minScore <= 1))
    add('minScore', 'a number in [0, 1]', minScore);
  if (typeof explain !== 'boolean') add('explain', 'true or false', explain);
  issues.push(...filterIssues(kinds, filter), ...runIssues(options));
  if (issues.length > 0) throw badOptions(issues);
  return { limit, minScore, kinds, filter, explain };
}

/** Checks the options of a run; returns what is wrong with them. */
export function runIssues({ onProgress, signal }: RunOptions): InputIssue[] {
  const issues: InputIssue[] = [];
  const add = (path: string, expected: string, received: unknown) =>
    issues.push({ index: -1, path, expected, received: describeValue(received) });
  if (onProgress !== undefined && typeof onProgress !== 'function')
    add('onProgress', 'a function', onProgress);
  if (signal !== undefined && typeof signal?.throwIfAborted !== 'function') {
    add('signal', 'an AbortSignal', signal);
  }
  return issues;
}
