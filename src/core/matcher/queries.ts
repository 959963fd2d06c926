import { InputError } from '../../base/errors.ts';
import { Issues } from '../../base/issues.ts';
import { last, type Steps } from '../../base/steps.ts';
import { expectQueryVector } from '../dense/read.ts';
import type { DenseSpace } from '../dense/space.ts';
import type { Side } from '../records/parse.ts';
import { parseQuery } from '../records/query.ts';
import type { MatchRecord, QueryInput } from '../records/types.ts';
import { type Reading, sideOf } from '../weigher/reading.ts';

/** What matches are asked for, many at once. */
export type Queries = Iterable<QueryInput> | AsyncIterable<QueryInput>;

/**
 * Validates queries one by one: of their own `kind` where they have one, else of the side that is not indexed.
 * Where the index has vectors, those of the queries are checked too. Queries are no collection: kinds may mix, ids may repeat or be absent, and a text alone will do.
 * @throws InputError naming every bad query.
 */
export function parseQueries(
  queries: readonly unknown[],
  indexed: Side,
  reading: Pick<Reading, 'parsing'>,
  offset: number,
  space?: DenseSpace,
): MatchRecord[] {
  return last(parseQueriesSteps(queries, indexed, reading, offset, space));
}

/** The same in steps. */
export function* parseQueriesSteps(
  queries: readonly unknown[],
  indexed: Side,
  { parsing }: Pick<Reading, 'parsing'>,
  offset: number,
  space?: DenseSpace,
): Steps<MatchRecord[]> {
  const other: Side = indexed === 'achievement' ? 'demand' : 'achievement';
  const issues = new Issues();
  const parsed: MatchRecord[] = [];
  // Not `forEach`, which would skip the holes of a sparse array.
  for (let i = 0; i < queries.length; i++) {
    const query = queries[i];
    try {
      const record = parseQuery(query, sideOf(query, other), { ...parsing, offset: offset + i });
      if (space !== undefined) {
        const where = { index: offset + i, ...(record.id !== '' && { id: record.id }) };
        expectQueryVector(issues, record, space, where);
      }
      parsed.push(record);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.take(error.issues);
    }
    yield 0;
  }
  issues.throwAs('INVALID_RECORDS', 'Bad queries');
  return parsed;
}

/** @throws InputError for what cannot be iterated. */
export function requireQueries(queries: unknown): void {
  const given = queries as Partial<Iterable<unknown> & AsyncIterable<unknown>> | null | undefined;
  const iterate = given?.[Symbol.asyncIterator] ?? given?.[Symbol.iterator];
  if (typeof iterate === 'function' && typeof queries !== 'string') return;
  const issues = new Issues();
  issues.add('', 'an array or (async) iterable of records', queries);
  issues.throwAs('INVALID_RECORDS', 'Bad queries');
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
