import { ranges, type Steps } from '../../base/steps.ts';
import { MOST_DIMENSIONS } from '../dense/space.ts';
import { RECORD_KINDS } from '../records/kinds.ts';
import { SECRECY_LEVELS } from '../records/secrecy.ts';
import {
  bad,
  expectLength,
  expectOffsetsSteps,
  expectUpToSteps,
  expectWithinSteps,
  rowCountOf,
  TURN,
} from './expectations.ts';
import type { Sections } from './layout.ts';
import type { FullHead } from './saved-head.ts';
import { verifyColumnsSteps, verifyListsSteps, verifyTailSteps } from './verify-postings.ts';
import { verifyRowsSteps } from './verify-rows.ts';
import { verifyVocabularySteps } from './verify-vocabulary.ts';

/**
 * Looks at everything in the arrays of an index, in steps. They may hold anything, whatever their checks say. All that the
 * library relies on is looked at here, once, before anything reads it: in one pass over each array, which allocates nothing.
 * What only makes an answer another one (postings that rows do not have, say) is for `check-index.ts`.
 * @throws CuoheError `SAVED_INDEX_UNREADABLE` naming the section and the place of the first thing that cannot be.
 */
export function* verifySteps(head: FullHead, arrays: Sections): Steps<void> {
  for (const part of verifiedParts(head, arrays)) yield* part();
}

/** The same by parts: the first is the vocabulary, the second the rows, which relies on it; the others rely on nothing. */
export function verifiedParts(head: FullHead, arrays: Sections): (() => Steps<void>)[] {
  return [
    () => verifyVocabularySteps(head, arrays),
    () => verifyRowsSteps(arrays),
    () => verifyColumnsSteps(arrays),
    () => verifyListsSteps(arrays),
    () => verifyTailSteps(head, arrays),
    () => verifyAttributesSteps(head, arrays),
    () => verifyVectorsSteps(head, arrays),
    () => verifyRecordsSteps(arrays),
  ];
}

function* verifyAttributesSteps(head: FullHead, arrays: Sections): Steps<void> {
  const rows = rowCountOf(arrays);
  const column = function* (name: 'kinds' | 'secrecy', least: number, most: number): Steps<void> {
    const section = `attributes.${name}` as const;
    expectLength(section, arrays[section], rows);
    yield* expectWithinSteps(section, arrays[section], least, most);
  };
  const demand = RECORD_KINDS.indexOf('demand');
  yield* head.side === 'demand' ? column('kinds', demand, demand) : column('kinds', 0, demand - 1);
  yield* column('secrecy', 0, SECRECY_LEVELS.length - 1);
  for (const [name, keys] of [
    ['attributes.regions', head.regionKeys],
    ['attributes.stages', head.stageCodes],
  ] as const) {
    expectLength(name, arrays[name], rows);
    yield* expectUpToSteps(name, arrays[name], keys.length - 1);
  }
  expectLength('attributes.states', arrays['attributes.states'], rows);
  expectLength('attributes.lastDays', arrays['attributes.lastDays'], rows);
  const chains = arrays['attributes.tagChains'];
  const confidences = arrays['attributes.tagConfidences'];
  expectLength('attributes.tagOffsets', arrays['attributes.tagOffsets'], rows + 1);
  yield* expectOffsetsSteps('attributes.tagOffsets', arrays['attributes.tagOffsets'], chains.length);
  yield* expectUpToSteps('attributes.tagChains', chains, head.chainCodes.length - 1);
  expectLength('attributes.tagConfidences', confidences, chains.length);
  yield* expectWithinSteps('attributes.tagConfidences', confidences, 0, 1);
}

/** Least and greatest length of a vector as it is kept; of one of floats, about 1. */
const LEAST_NORM = 0.5;
const MOST_NORM = 128 * 256;

function* verifyVectorsSteps({ vectors }: FullHead, arrays: Sections): Steps<void> {
  const [mean, norms] = [arrays['dense.mean'], arrays['dense.norms']];
  const dimensions = mean.length;
  if (vectors === undefined ? dimensions > 0 : dimensions < 1 || dimensions > MOST_DIMENSIONS) {
    const expected = vectors === undefined ? 'no numbers' : `1 to ${MOST_DIMENSIONS} numbers`;
    throw bad('dense.mean', 'its end', expected, dimensions);
  }
  const rows = vectors === undefined ? 0 : rowCountOf(arrays);
  expectLength('dense.norms', norms, rows);
  expectLength('dense.whole', arrays['dense.whole'], vectors?.store === 'int8' ? rows * dimensions : 0);
  expectLength('dense.floats', arrays['dense.floats'], vectors?.store === 'float32' ? rows * dimensions : 0);
  yield* expectWithinSteps('dense.mean', mean, -1, 1);
  for (const [start, end] of ranges(norms.length, TURN)) {
    for (let row = start; row < end; row++) {
      const norm = norms[row]!;
      if (norm !== 0 && !(norm >= LEAST_NORM && norm <= MOST_NORM))
        throw bad('dense.norms', `row ${row}`, `0, or ${LEAST_NORM} to ${MOST_NORM}`, norm);
    }
    yield 0;
  }
  // Of unit length, but for rounding.
  yield* expectWithinSteps('dense.floats', arrays['dense.floats'], -MOST_FLOAT, MOST_FLOAT);
}

const MOST_FLOAT = 1.001;

function* verifyRecordsSteps(arrays: Sections): Steps<void> {
  const offsets = arrays['records.offsets'];
  expectLength('records.offsets', offsets, rowCountOf(arrays) + 1);
  yield* expectOffsetsSteps('records.offsets', offsets, arrays['records.bytes'].length);
}
