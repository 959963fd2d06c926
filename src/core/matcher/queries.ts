import { describeValue, InputError, type InputIssue } from '../../base/errors.ts';
import { parseRecords, type Side } from '../records/parse.ts';
import type { MatchRecord, RecordInput } from '../records/types.ts';
import type { Reading } from './setup.ts';

/**
 * Validates queries one by one: of their own `kind` where they have one, else of the side that is not indexed.
 * Queries are no collection: kinds may mix and ids may repeat.
 * @throws InputError naming every bad query.
 */
export function parseQueries(
  queries: readonly RecordInput[],
  indexed: Side,
  reading: Reading,
  offset: number,
): MatchRecord[] {
  const other: Side = indexed === 'achievement' ? 'demand' : 'achievement';
  const issues: InputIssue[] = [];
  // Not `map`, which would skip the holes of a sparse array.
  const parsed = Array.from(queries, (query, i) => {
    const kind = (query as { kind?: unknown } | null | undefined)?.kind;
    const side = kind === undefined ? other : kind === 'demand' ? 'demand' : 'achievement';
    try {
      return parseRecords([query], side, { stages: reading.stages, offset: offset + i })[0]!;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const issue of error.issues) issues.push(issue);
      return undefined;
    }
  });
  if (issues.length > 0) throw new InputError('INVALID_RECORDS', 'Bad queries', issues);
  return parsed as MatchRecord[];
}

/** @throws InputError for what cannot be iterated. */
export function requireQueries(queries: unknown): void {
  const given = queries as Partial<Iterable<unknown> & AsyncIterable<unknown>> | null | undefined;
  const iterate = given?.[Symbol.asyncIterator] ?? given?.[Symbol.iterator];
  if (typeof iterate === 'function' && typeof queries !== 'string') return;
  const received = describeValue(queries);
  const issue = { index: -1, path: '', expected: 'an array or (async) iterable of records', received };
  throw new InputError('INVALID_RECORDS', 'Bad queries', [issue]);
}

/**
 * Items in pieces, each of the size that is asked for as it begins, from any iterable; closes it when the reader stops.
 * @throws the reason of the signal once it is aborted, even while an async iterable keeps silent.
 */
export async function* chunks<T>(
  items: Iterable<T> | AsyncIterable<T>,
  nextSize: () => number,
  signal?: AbortSignal,
): AsyncGenerator<T[]> {
  const isAsync = Symbol.asyncIterator in items;
  let size = nextSize();
  let chunk: T[] = [];
  for await (const item of isAsync && signal !== undefined ? untilAborted(items, signal) : items) {
    chunk.push(item);
    if (chunk.length === size) {
      yield chunk;
      chunk = [];
      size = nextSize();
    }
  }
  if (chunk.length > 0) yield chunk;
}

/** The items of an async iterable until a signal is aborted, then an error with the signal's reason. */
async function* untilAborted<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  let ended = false;
  try {
    for (;;) {
      const step = await orAborted(iterator.next(), signal);
      if (step.done === true) break;
      yield step.value;
    }
    ended = true;
  } finally {
    const closing = ended ? undefined : iterator.return?.();
    // A source that keeps silent may never close either.
    if (!signal.aborted) await closing;
    else closing?.catch(() => {});
  }
}

/** A promise's value, or an error as soon as the signal is aborted. Leaves no listener behind. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
