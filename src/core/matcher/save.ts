import type { Steps } from '../../base/steps.ts';
import { saveCollectionSteps } from '../collection/saved.ts';
import type { Allocate } from '../collection/sections.ts';
import type { EngineParts } from './engine-parts.ts';

/**
 * The whole index of one part, records included, in new bytes or in those that are allocated for it; in steps, which yield
 * the number of records written so far.
 */
export function saveSteps({ side, reading, segments }: EngineParts, allocate?: Allocate): Steps<Uint8Array> {
  const { collection } = segments.base;
  const { signalWeights } = collection.vectorizer.parts;
  const { conditionWeights } = collection;
  const { fieldWeights, prints } = reading;
  const head = { side, fieldWeights, signalWeights, conditionWeights, ...prints };
  return saveCollectionSteps(head, collection, allocate);
}
