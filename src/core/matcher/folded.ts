import { last, type Steps } from '../../base/steps.ts';
import type { EngineParts } from './engine-parts.ts';
import { foldSteps } from './fold.ts';
import { Part, type PartOptions, type RowPlace } from './part.ts';
import { type Piece, Segments } from './segments.ts';

/** One part of several, in steps: as {@link foldSteps}, with the host's rows. */
export function* foldedPartSteps(
  pieces: readonly Piece[],
  options: Pick<PartOptions, 'reading' | 'kernel' | 'joins'>,
): Steps<Part> {
  const collection = yield* foldSteps(pieces);
  const places: RowPlace[] = [];
  for (const { part, live } of pieces) for (const row of live) places.push(part.rowPlace(row));
  return new Part({ ...options, collection, places, row: (row) => places[row]!.read(places[row]!.row) });
}

/** The parts of an index with all records in one, in which positions are rows; in steps. */
export function* foldedSteps({ segments, ...parts }: EngineParts): Steps<EngineParts> {
  const { reading, kernel } = parts;
  return { ...parts, segments: Segments.of(yield* foldedPartSteps(segments.all, { reading, kernel })) };
}

/** The same at once. */
export function foldedParts(parts: EngineParts): EngineParts {
  return last(foldedSteps(parts));
}
