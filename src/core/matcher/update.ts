import { Issues } from '../../base/issues.ts';
import { expectKeys } from '../../base/options.ts';
import { last, type Steps, told } from '../../base/steps.ts';
import { DenseRows } from '../dense/dense-rows.ts';
import { denseRowsSteps } from '../dense/read.ts';
import type { GivenVector } from '../dense/vector.ts';
import { LiveRows } from '../matches/live-rows.ts';
import { parseSteps } from '../records/parse.ts';
import type { MatchRecord, RecordId } from '../records/types.ts';
import { buildSteps } from './build.ts';
import type { EngineParts } from './engine-parts.ts';
import { foldedPartSteps } from './folded.ts';
import { Part } from './part.ts';
import { keptRows, recordsSteps } from './rows.ts';
import { type Piece, Segments } from './segments.ts';

/** What becomes of an index: whole, or not at all. `R` is the host's row. */
export interface IndexChanges<R = unknown> {
  /**
   * Rows to take in. One with the id of an indexed record takes its place; either way it stands behind all others, in the
   * order given, which decides between equal scores. Default none.
   */
  readonly put?: readonly R[];
  /** Ids of records to leave out. Default none. */
  readonly remove?: readonly RecordId[];
  /** What becomes of an id in `remove` that no record has: `refuse` makes it an error. Default `refuse`. */
  readonly missing?: 'refuse' | 'ignore';
  /** A vector for each row of `put`, where the index has vectors; undefined or null for a row without one. */
  readonly vectors?: ArrayLike<GivenVector | null | undefined>;
}

const CHANGE_KEYS = ['put', 'remove', 'missing', 'vectors'];
/** A part is folded into the one before it once that has at most so many times its records. */
const FOLD_AT = 2;
/** Most parts of an index. Each is asked by every query. */
const MOST_SEGMENTS = 8;

/**
 * The parts of an index after changes: new records in a part of their own, removed ones without a position. The statistics
 * stay. Parts of like size are folded together, so that there are few; what is not folded is shared.
 * @throws InputError naming every bad record, id and option; CuoheError `UNKNOWN_RECORD`.
 */
export function changedParts<R>(parts: EngineParts, changes: IndexChanges<R>): EngineParts {
  return last(changedSteps(parts, changes));
}

/** The same in steps: yields the number of records read so far. */
export function* changedSteps<R>(parts: EngineParts, changes: IndexChanges<R>): Steps<EngineParts> {
  const rows = keptRows(changes?.put ?? []);
  const kept = changes?.put === undefined ? changes : { ...changes, put: rows };
  const { put, removed } = yield* told(0, readChangesSteps(parts, kept));
  const pieces: Piece[] = without(parts.segments, [...put.map(({ id }) => id), ...removed]);
  if (put.length > 0) {
    const part = yield* partSteps(parts, put, changes.vectors, (row) => rows[row]);
    pieces.push({ part, live: LiveRows.all(put.length) });
  }
  const { saved: _, ...rest } = parts;
  return { ...rest, segments: new Segments(yield* told(put.length, foldedTailSteps(pieces, parts))) };
}

/** Checked changes. */
export interface ReadChanges {
  readonly put: MatchRecord[];
  /** Ids of records that are there. */
  readonly removed: ReadonlySet<string>;
}

/**
 * What changes say, in steps: validated records to take in, and ids of records that are there to be removed.
 * @throws InputError naming every bad record, id and option.
 */
export function* readChangesSteps<R>(parts: EngineParts, changes: IndexChanges<R>): Steps<ReadChanges> {
  const issues = new Issues();
  const known = expectKeys(issues, changes, CHANGE_KEYS, '') ? changes : {};
  const { put = [], remove = [], missing = 'refuse', vectors } = known;
  issues.expect(Array.isArray(put), 'put', 'an array of rows', put);
  issues.expect(missing === 'refuse' || missing === 'ignore', 'missing', 'refuse or ignore', missing);
  issues.expectList(remove, 'remove', 'ids', (id) => typeof id === 'string' || typeof id === 'number');
  const dense = parts.segments.base.collection.dense;
  const isList = vectors === undefined || Number.isInteger((vectors as { length?: unknown } | null)?.length);
  if (issues.expect(isList, 'vectors', 'a list with a vector for each row', vectors) && vectors !== undefined)
    issues.expect(dense !== undefined, 'vectors', 'none: the index has no vectors', vectors);
  issues.throwAsOptions();
  const { read, unreadable } = parts.rowReading ?? {};
  const rows = yield* recordsSteps(put, read as ((row: R) => never) | undefined);
  const parsing = { ...parts.reading.parsing, ...(unreadable && { unreadable }) };
  const records = yield* parseSteps(rows, parts.side, parsing);
  for (const { part } of parts.segments.all) yield* part.collection.records.prepareIds();
  const putIds = new Set(records.map(({ id }) => id));
  const removed = new Set<string>();
  remove.forEach((given, i) => {
    const id = String(given);
    if (putIds.has(id)) issues.addText(`remove[${i}]`, 'an id that is not put as well', id);
    else if (parts.segments.find(id) !== undefined) removed.add(id);
    else if (missing === 'refuse') issues.addText(`remove[${i}]`, 'an id of a record in the index', id);
  });
  issues.throwAsOptions();
  return { put: records, removed };
}

/** The pieces of an index without the records of some ids. Shared where none lies in them. */
function without(segments: Segments, ids: readonly string[]): Piece[] {
  const gone: number[][] = segments.all.map(() => []);
  for (const id of ids) {
    const place = segments.find(id);
    if (place !== undefined) gone[place.segment]!.push(place.row);
  }
  return segments.all
    .map(({ part, live }, i) => ({ part, live: live.without(gone[i]!) }))
    .filter(({ live }, i) => i === 0 || live.count > 0);
}

/** A part of new records, weighed as the index weighs. */
function* partSteps(
  { segments, reading, kernel }: EngineParts,
  records: readonly MatchRecord[],
  vectors: IndexChanges['vectors'],
  row: (row: number) => unknown,
): Steps<Part> {
  const { vectorizer, conditionWeights, maxDocumentShare, dense: known } = segments.base.collection;
  const { signalWeights } = vectorizer.parts;
  const dense =
    known &&
    (vectors === undefined
      ? DenseRows.from(
          known.space,
          records.map(() => undefined),
        )
      : yield* denseRowsSteps({ records: vectors, ...known.space.parts }, records.length));
  const weighting = { signalWeights, conditionWeights, maxDocumentShare, statistics: vectorizer };
  const collection = yield* buildSteps(records, reading, weighting, dense);
  return new Part({ collection, reading, row, kernel, joins: segments.base.scorer().kernel });
}

/** Folds parts at the end until each has more than its share of the records of the next, and there are few. */
function* foldedTailSteps(pieces: Piece[], { reading, kernel }: EngineParts): Steps<Piece[]> {
  let from = pieces.length - 1;
  let count = pieces[from]!.live.count;
  while (from > 0 && pieces[from - 1]!.live.count <= FOLD_AT * count) count += pieces[--from]!.live.count;
  if (from === pieces.length - 1 && pieces.length > MOST_SEGMENTS) from--;
  const tail = pieces.slice(from);
  if (tail.length < 2) return pieces;
  const joins = from > 0 ? pieces[0]!.part.scorer().kernel : undefined;
  const part = yield* foldedPartSteps(tail, { reading, kernel, joins });
  return [...pieces.slice(0, from), { part, live: LiveRows.all(part.collection.records.size) }];
}
