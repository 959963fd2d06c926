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
  const { count, vocabulary, frequencies, reading, least = 1 } = parts;
  const { pool, offsets, slots } = vocabulary.arrays;
  // Told only where terms were left out: a release that knows nothing of it refuses such files, and opens all others.
  const head = { what: WHAT, count, reading, ...(least > 1 && { least }) };
  return writeSections(STATISTICS_VERSION, head, { pool, offsets, slots, frequencies }, allocate);
}

const schema = z.strictObject({
  what: z.literal(WHAT),
  count: z.int().check(z.gte(0)),
  reading: z.string(),
  least: z.optional(z.int().check(z.gte(2))),
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
  const { count, reading, least } = data;
  last(expectUpToSteps('frequencies', frequencies, count));
  return new TermStatistics({ count, vocabulary, frequencies, reading, ...(least && { least }) });
}
