import { Issues } from '../../base/issues.ts';
import { expectKeys } from '../../base/options.ts';
import { last } from '../../base/steps.ts';
import { DenseRows } from '../dense/dense-rows.ts';
import { denseRows } from '../dense/read.ts';
import type { GivenVector } from '../dense/vector.ts';
import { LiveRows } from '../matches/live-rows.ts';
import { parseRecords } from '../records/parse.ts';
import type { MatchRecord, RecordId } from '../records/types.ts';
import { buildSteps } from './build.ts';
import type { EngineParts } from './engine-parts.ts';
import { foldSteps } from './fold.ts';
import { Part } from './part.ts';
import { recordsOf } from './rows.ts';
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
  const { put, removed } = readChanges(parts, changes);
  const pieces: Piece[] = without(parts.segments, [...put.map(({ id }) => id), ...removed]);
  if (put.length > 0) {
    const rows = Array.from(changes.put!);
    const part = partOf(parts, put, changes.vectors, (row) => rows[row]);
    pieces.push({ part, live: LiveRows.all(put.length) });
  }
  const { saved: _, ...rest } = parts;
  return { ...rest, segments: new Segments(folded(pieces, parts)) };
}

/**
 * What changes say: validated records to take in, and ids of records that are there to be removed.
 * @throws InputError naming every bad record, id and option.
 */
export function readChanges<R>(
  parts: EngineParts,
  changes: IndexChanges<R>,
): { readonly put: MatchRecord[]; readonly removed: ReadonlySet<string> } {
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
  const records = parseRecords(recordsOf(put, read as ((row: R) => never) | undefined), parts.side, {
    stages: parts.reading.stages,
    ...(unreadable && { unreadable }),
  });
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
function partOf(
  { segments, reading, kernel }: EngineParts,
  records: readonly MatchRecord[],
  vectors: IndexChanges['vectors'],
  row: (row: number) => unknown,
): Part {
  const { vectorizer, conditionWeights, maxDocumentShare, dense: known } = segments.base.collection;
  const { signalWeights } = vectorizer.parts;
  const dense =
    known &&
    (vectors === undefined
      ? DenseRows.from(
          known.space,
          records.map(() => undefined),
        )
      : denseRows({ records: vectors, ...known.space.parts }, records.length));
  const weighting = { signalWeights, conditionWeights, maxDocumentShare, statistics: vectorizer };
  const collection = last(buildSteps(records, reading, weighting, dense));
  return new Part({ collection, reading, row, kernel, joins: segments.base.scorer().kernel });
}

/** Folds parts at the end until each has more than its share of the records of the next, and there are few. */
function folded(pieces: Piece[], { reading, kernel }: EngineParts): Piece[] {
  let from = pieces.length - 1;
  let count = pieces[from]!.live.count;
  while (from > 0 && pieces[from - 1]!.live.count <= FOLD_AT * count) count += pieces[--from]!.live.count;
  if (from === pieces.length - 1 && pieces.length > MOST_SEGMENTS) from--;
  const tail = pieces.slice(from);
  if (tail.length < 2) return pieces;
  const places = tail.flatMap(({ part, live }) => Array.from(live, (row) => ({ part, row })));
  const part = new Part({
    collection: last(foldSteps(tail)),
    reading,
    row: (row) => places[row]!.part.row(places[row]!.row),
    kernel,
    ...(from > 0 && { joins: pieces[0]!.part.scorer().kernel }),
  });
  return [...pieces.slice(0, from), { part, live: LiveRows.all(places.length) }];
}
