import { last } from '../../base/steps.ts';
import type { EngineParts } from './engine-parts.ts';
import { foldSteps } from './fold.ts';
import { Part } from './part.ts';
import { Segments } from './segments.ts';

/** The parts of an index with all records in one, in which positions are rows. */
export function foldedParts({ segments, ...parts }: EngineParts): EngineParts {
  const { reading, kernel } = parts;
  const collection = last(foldSteps(segments.all));
  const part = new Part({ collection, reading, row: (row) => segments.row(row), kernel });
  return { ...parts, segments: Segments.of(part) };
}
