import type { Matcher } from '../core/matcher/matcher.ts';
import type { MatchRecord } from '../core/records/types.ts';
import type { Change, MaybeVector } from './change.ts';

/** A matcher after a change, in turns. */
export function applied(
  matcher: Matcher<MatchRecord>,
  { put, vectors, removed }: Change,
): Promise<Matcher<MatchRecord>> {
  return matcher.updateAsync({ put, remove: removed, missing: 'ignore', ...(vectors && { vectors }) });
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
