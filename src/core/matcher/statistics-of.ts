import { TEXT_SIGNALS } from '../terms/term-frequencies.ts';
import { GrowableUint32 } from '../vectors/growable.ts';
import { SIGNALS } from '../vectors/signals.ts';
import { TermStatistics } from '../vectors/statistics.ts';
import type { Vectorizer } from '../vectors/vectorizer.ts';
import { VocabularyBuilder } from '../vectors/vocabulary.ts';
import { type Reading, termsPrint } from '../weigher/reading.ts';

/** The statistics that an index weighs with: those it was given, else its own, as `collectStatistics` counts them. */
export function statisticsOf(vectorizer: Vectorizer, reading: Reading): TermStatistics {
  if (vectorizer.statistics !== undefined) return vectorizer.statistics;
  const { vocabulary, documentFrequencies, count } = vectorizer.parts;
  // Text signals are the last: their terms lie side by side.
  const start = vectorizer.signalStarts[SIGNALS.indexOf(TEXT_SIGNALS[0])]!;
  const { pool, offsets } = vocabulary.arrays;
  const builder = new VocabularyBuilder();
  const frequencies = new GrowableUint32();
  for (let id = start; id < vocabulary.size; id++) {
    // Terms of records that came later were not counted.
    if (documentFrequencies[id] === 0) continue;
    for (let i = offsets[id]!; i < offsets[id + 1]!; i++) builder.push(pool[i]!);
    builder.end();
    frequencies.push(documentFrequencies[id]!);
  }
  return new TermStatistics({
    count,
    vocabulary: builder.finish(),
    frequencies: frequencies.finish(),
    reading: termsPrint(reading),
  });
}
