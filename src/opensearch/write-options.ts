import { Issues } from '../base/issues.ts';
import { expectKeys } from '../base/options.ts';
import { expectRun, RUN_KEYS, type RunOptions } from '../core/matches/match-options.ts';
import type { Side } from '../core/records/parse.ts';
import type { RecordInput } from '../core/records/types.ts';
import type { Weigher } from '../core/weigher/weigher.ts';
import { expectSide } from './document.ts';
import type { Rejected } from './rejections.ts';
import { expectTransport } from './transports.ts';
import { requireWeigher } from './weigher.ts';

/** What comes one after the other: an array, rows of a cursor, lines of a file. It is read as fast as it is written. */
export type Sequence<T> = Iterable<T> | AsyncIterable<T>;

/** How documents are written. */
export interface WritingOptions extends RunOptions {
  /** Bodies that are under way at one time, from 1. Default 2. */
  readonly concurrency?: number;
  /**
   * Bytes of a body, from 1; a document that is larger goes alone. Of what is read, at most `concurrency` bodies and one
   * document are held. Default 4 MB.
   */
  readonly flushBytes?: number;
  /**
   * How often in a row a body is repeated of which nothing is done, from 0: the engine is busy, has lost a node, or does not
   * answer. Waits grow from a quarter of a second to half a minute. Default 8, a minute in all.
   */
  readonly retries?: number;
  /**
   * Is told of each record or id that cannot be written; the others go on. Default: the others go on as well, and an error
   * tells of them in the end.
   */
  readonly onRejected?: (rejected: Rejected) => void;
  /** What a record is that does not say it by its `kind`. Default `achievement`. */
  readonly side?: Side;
}

/** What is written, where, and as of when. */
export interface WriteOptions<R extends RecordInput = RecordInput> extends WritingOptions {
  /** The index, or an alias of one. It must be there. */
  readonly index: string;
  /** The weigher of all documents of the index. */
  readonly weigher: Weigher;
  /** Records that are new or changed. */
  readonly put?: Sequence<R>;
  /** Ids of records that are no more; they follow those that are put. */
  readonly remove?: Sequence<string>;
  /**
   * Which state of the record, or which removal of the id, this is: a whole number that rises with every change of it, such
   * as a row version of the database or a time in milliseconds. One for all, or what gives it. Of two states of a record the
   * engine keeps the higher one, and of two of one revision the first.
   */
  readonly revision: number | ((of: R | string) => number);
}

/** Options with defaults filled in, and what stays as it is. */
export interface ResolvedWriting extends RunOptions {
  readonly concurrency: number;
  readonly flushBytes: number;
  readonly retries: number;
  readonly onRejected: ((rejected: Rejected) => void) | undefined;
  readonly side: Side;
}

/** The keys of {@link WritingOptions}. */
export const WRITING_KEYS = [
  ...RUN_KEYS,
  'concurrency',
  'flushBytes',
  'retries',
  'onRejected',
  'side',
] as const satisfies readonly (keyof WritingOptions)[];

const WRITE_KEYS = [
  ...WRITING_KEYS,
  'index',
  'weigher',
  'put',
  'remove',
  'revision',
] as const satisfies readonly (keyof WriteOptions)[];

const CONCURRENCY = 2;
const FLUSH_BYTES = 4 * 2 ** 20;
const RETRIES = 8;

/** Notes what is wrong with options of writing, and fills in the defaults. */
export function readWriting(issues: Issues, options: WritingOptions): ResolvedWriting {
  const {
    concurrency = CONCURRENCY,
    flushBytes = FLUSH_BYTES,
    retries = RETRIES,
    onRejected,
    side = 'achievement',
    onProgress,
    signal,
  } = options;
  expectCount(issues, 'concurrency', concurrency, 1);
  expectCount(issues, 'flushBytes', flushBytes, 1);
  expectCount(issues, 'retries', retries, 0);
  expectFunction(issues, 'onRejected', onRejected);
  expectSide(issues, side);
  expectRun(issues, options);
  return {
    concurrency,
    flushBytes,
    retries,
    onRejected,
    side,
    ...(onProgress && { onProgress }),
    ...(signal && { signal }),
  };
}

/**
 * Checks what is to be written.
 * @throws InputError `INVALID_OPTIONS` naming every bad option.
 */
export function resolveWrite<R extends RecordInput>(
  transport: unknown,
  options: WriteOptions<R>,
): ResolvedWriting {
  const issues = new Issues();
  expectTransport(issues, transport);
  const given = expectKeys(issues, options, WRITE_KEYS) ? options : ({} as WriteOptions<R>);
  const { index, put, remove, revision } = given;
  expectName(issues, 'index', index);
  if (put === undefined && remove === undefined) issues.add('put', 'records, or ids to remove', put);
  expectSequence(issues, 'put', put);
  expectSequence(issues, 'remove', remove);
  if (typeof revision !== 'function') expectCount(issues, 'revision', revision, 0);
  const resolved = readWriting(issues, given);
  issues.throwAsOptions();
  requireWeigher(given.weigher);
  return resolved;
}

/** Notes what is no name of an index or alias. */
export function expectName(issues: Issues, path: string, name: unknown): void {
  // Several, or a pattern, would be asked together, and cannot be written.
  const isName = typeof name === 'string' && name !== '' && !/[,*?]/.test(name) && !name.startsWith('_');
  issues.expect(isName, path, 'the name of one index or alias', name);
}

/** Notes what cannot be gone through; nothing is fine. */
export function expectSequence(issues: Issues, path: string, given: unknown): void {
  if (given === undefined) return;
  const { [Symbol.iterator]: each, [Symbol.asyncIterator]: eachAsync } = Object(given);
  const isSequence = typeof given === 'object' && typeof (each ?? eachAsync) === 'function';
  issues.expect(isSequence, path, 'an array or another iterable, of records or ids', given);
}

/** Notes what is no function; nothing is fine. */
export function expectFunction(issues: Issues, path: string, given: unknown): void {
  issues.expect(given === undefined || typeof given === 'function', path, 'a function', given);
}

function expectCount(issues: Issues, path: string, given: unknown, least: number): void {
  const isCount = Number.isSafeInteger(given) && (given as number) >= least;
  issues.expect(isCount, path, `a whole number ≥ ${least}`, given);
}
