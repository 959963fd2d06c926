import type { Steps } from '../base/steps.ts';
import { denseRowsSteps } from '../core/dense/read.ts';
import type { EngineParts } from '../core/matcher/engine-parts.ts';
import { type IndexChanges, readChangesSteps } from '../core/matcher/update.ts';
import { parseRecords } from '../core/records/parse.ts';
import type { RecordInput } from '../core/records/types.ts';
import { type Change, type MaybeVector, plainRecords } from './change.ts';

/** What becomes of a store, as of an index. */
export type StoreChanges = IndexChanges<RecordInput>;

/**
 * What a host asks for, apart from what it may change afterwards: changes wait for those before them. Records are
 * validated here; what is no change at all is left to {@link checkedChangeSteps}.
 * @throws InputError naming every bad record.
 */
export function takenChanges(changes: StoreChanges, { side, reading }: EngineParts): StoreChanges {
  if (typeof changes !== 'object' || changes === null) return changes;
  const { put, remove, vectors } = changes;
  return {
    ...changes,
    ...(Array.isArray(put) && {
      put: plainRecords(parseRecords(put, side, reading.parsing)) as never[],
    }),
    ...(Array.isArray(remove) && { remove: [...remove] }),
    ...(isList(vectors) && { vectors: Array.from(vectors as ArrayLike<unknown>, copied) as MaybeVector[] }),
  };
}

function isList(given: unknown): boolean {
  return typeof given === 'object' && Number.isInteger((given as ArrayLike<unknown> | null)?.length);
}

function copied(vector: unknown): unknown {
  if (vector === null) return undefined;
  return isList(vector) ? Array.from(vector as ArrayLike<unknown>) : vector;
}

/**
 * The change of an index, in steps: all of it can be done.
 * @throws InputError naming every bad record, vector, id and option.
 */
export function* checkedChangeSteps(parts: EngineParts, changes: StoreChanges): Steps<Change> {
  const { put, removed } = yield* readChangesSteps(parts, changes);
  const vectors = changes.vectors as readonly MaybeVector[] | undefined;
  const { dense } = parts.segments.base.collection;
  // All at once: the index takes them in pieces, each of which would name its own.
  if (dense && vectors) yield* denseRowsSteps({ records: vectors, ...dense.space.parts }, put.length);
  return { put: (changes.put ?? []) as Change['put'], vectors, removed: [...removed] };
}
