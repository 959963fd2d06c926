import type { Matcher } from '../core/matcher/matcher.ts';
import { Pacer } from '../core/matcher/run.ts';
import type { MatchRecord } from '../core/records/types.ts';
import type { Change, MaybeVector } from './change.ts';

/** Records that are read between two turns of the event loop: some tens of milliseconds. Fewer cost more folding of parts. */
const PIECE = 16;

/**
 * A matcher after a change, in turns. Answers do not depend on the pieces: those of an index after any changes are those of
 * one of the same records under the same statistics.
 * @throws the reason of the signal once it is aborted.
 */
export async function applied(
  matcher: Matcher<MatchRecord>,
  { put, vectors, removed }: Change,
  signal?: AbortSignal,
): Promise<Matcher<MatchRecord>> {
  const pacer = new Pacer(put.length, signal === undefined ? {} : { signal });
  let next = matcher;
  for (let from = 0; from < put.length || from === 0; from += PIECE) {
    const piece = put.slice(from, from + PIECE);
    next = next.update({
      put: piece,
      ...(from === 0 && { remove: removed, missing: 'ignore' }),
      ...(vectors && { vectors: vectors.slice(from, from + PIECE) }),
    });
    await pacer.step(from + piece.length);
  }
  return next;
}

/**
 * Changes as one: of a record that was put several times the last counts, and its place. So a record that changes every
 * minute is read once when a store opens.
 */
export function merged(changes: readonly Change[]): Change {
  const put = new Map<string, { readonly record: MatchRecord; readonly vector: MaybeVector }>();
  const removed = new Set<string>();
  for (const change of changes) {
    for (const id of change.removed) {
      put.delete(id);
      removed.add(id);
    }
    change.put.forEach((record, i) => {
      // Deleted first: a map keeps the place of a key that it has.
      put.delete(record.id);
      removed.delete(record.id);
      put.set(record.id, { record, vector: change.vectors?.[i] });
    });
  }
  const last = [...put.values()];
  return {
    put: last.map(({ record }) => record),
    vectors: changes.some(({ vectors }) => vectors) ? last.map(({ vector }) => vector) : undefined,
    removed: [...removed],
  };
}
