import { TermStatistics } from '../vectors/statistics.ts';
import { Vocabulary } from '../vectors/vocabulary.ts';
import { type Allocate, readSections, type SavedBytes, unreadable, writeSections } from './sections.ts';

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

/** @throws CuoheError `SAVED_INDEX_UNREADABLE` */
export function openedStatistics(saved: SavedBytes): TermStatistics {
  const { head, section } = readSections(saved, STATISTICS_VERSION, WHAT);
  const { what, count, reading } = head as { what?: unknown; count: number; reading: string };
  if (what !== WHAT) throw unreadable('statistics', 'another kind of data');
  const vocabulary = new Vocabulary({
    pool: section<Uint16Array>('pool', 'Uint16Array'),
    offsets: section<Uint32Array>('offsets', 'Uint32Array'),
    slots: section<Uint32Array>('slots', 'Uint32Array'),
  });
  const frequencies = section<Uint32Array>('frequencies', 'Uint32Array');
  return new TermStatistics({ count, vocabulary, frequencies, reading });
}
