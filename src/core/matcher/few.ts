import type { Steps } from '../../base/steps.ts';
import type { MatchRecord } from '../records/types.ts';
import { buildSteps } from './build.ts';
import { Engine } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { Part } from './part.ts';
import { Segments } from './segments.ts';

/** How a few records are indexed. */
export interface FewOptions extends Pick<EngineParts, 'side' | 'reading' | 'levels'> {
  readonly weighting: Parameters<typeof buildSteps>[2];
  /** The host's row of each record. */
  readonly row: (row: number) => unknown;
}

/** An index of a few validated records under statistics of many, each of which is scored: no kernel is made. In steps. */
export function* engineOfFewSteps(
  records: readonly MatchRecord[],
  { side, reading, levels, weighting, row }: FewOptions,
): Steps<Engine> {
  const collection = yield* buildSteps(records, reading, weighting);
  const part = new Part({ collection, reading, row, kernel: 'js', joins: 'js' });
  return new Engine({ side, reading, segments: Segments.of(part), levels });
}
