import * as z from 'zod/mini';
import { last } from '../../base/steps.ts';
import { TermStatistics } from '../vectors/statistics.ts';
import { Vocabulary } from '../vectors/vocabulary.ts';
import { expectLength, expectUpToSteps } from './expectations.ts';
import { type Allocate, readSections, type SavedBytes, unreadable, writeSections } from './sections.ts';
import { verifyTermsSteps } from './verify-vocabulary.ts';

/** Version of the saved form of statistics. */
const STATISTICS_VERSION = 2;
/** Says that a container holds statistics, not an index. */
const WHAT = 'statistics';

/** Statistics in a container of sections: the arrays as they are used. */
export function savedStatistics({ parts }: TermStatistics, allocate?: Allocate): Uint8Array {
  const { count, vocabulary, frequencies, reading } = parts;
  const { pool, offsets, slots } = vocabulary.arrays;
  const head = { what: WHAT, count, reading };
  return writeSections(STATISTICS_VERSION, head, { pool, offsets, slots, frequencies }, allocate);
}

const schema = z.strictObject({
  what: z.literal(WHAT),
  count: z.int().check(z.gte(0)),
  reading: z.string(),
});

/** @throws CuoheError `SAVED_INDEX_UNREADABLE` for anything but what {@link savedStatistics} writes. */
export function openedStatistics(saved: SavedBytes): TermStatistics {
  const { head, section } = readSections(saved, STATISTICS_VERSION, WHAT);
  const { success, data } = schema.safeParse(head);
  if (!success) throw unreadable('statistics', 'another kind of data');
  const arrays = {
    pool: section<Uint16Array>('pool', 'Uint16Array'),
    offsets: section<Uint32Array>('offsets', 'Uint32Array'),
    slots: section<Uint32Array>('slots', 'Uint32Array'),
  };
  last(verifyTermsSteps(arrays));
  const vocabulary = new Vocabulary(arrays);
  const frequencies = section<Uint32Array>('frequencies', 'Uint32Array');
  expectLength('frequencies', frequencies, vocabulary.size);
  last(expectUpToSteps('frequencies', frequencies, data.count));
  return new TermStatistics({ count: data.count, vocabulary, frequencies, reading: data.reading });
}
