import { TEXT_SIGNALS } from '../terms/term-frequencies.ts';
import { SIGNALS } from '../vectors/signals.ts';
import { TermStatistics } from '../vectors/statistics.ts';
import { VocabularyBuilder } from '../vectors/vocabulary.ts';
import { termsPrint } from '../weigher/reading.ts';
import type { EngineParts } from './engine.ts';

/** The statistics that an index weighs with: those it was given, else its own, as `collectStatistics` counts them. */
export function statisticsOf({
  collection,
  reading,
}: Pick<EngineParts, 'collection' | 'reading'>): TermStatistics {
  const { vocabulary, documentFrequencies, count, background } = collection.vectorizer.parts;
  if (background !== undefined) return background;
  // Text signals are the last: their terms lie side by side.
  const start = collection.vectorizer.signalStarts[SIGNALS.indexOf(TEXT_SIGNALS[0])]!;
  const { pool, offsets } = vocabulary.arrays;
  const builder = new VocabularyBuilder();
  for (let id = start; id < vocabulary.size; id++) {
    for (let i = offsets[id]!; i < offsets[id + 1]!; i++) builder.push(pool[i]!);
    builder.end();
  }
  return new TermStatistics({
    count,
    vocabulary: builder.finish(),
    frequencies: documentFrequencies.slice(start),
    reading: termsPrint(reading),
  });
}
