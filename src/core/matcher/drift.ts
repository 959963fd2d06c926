import { TEXT_SIGNALS } from '../terms/term-frequencies.ts';
import { SIGNALS } from '../vectors/signals.ts';
import { type Drift, DriftSum } from '../vectors/statistics-drift.ts';
import type { Segments } from './segments.ts';

/** How far the records of an index have moved away from its statistics. O(postings + terms). */
export function driftOf({ all, size, base }: Segments): Drift {
  const { count, statistics } = base.collection.vectorizer;
  /** By term: how many records hold it now. */
  const now = new Map<string, { frequency: number; readonly counted: number }>();
  for (const { part, live } of all) {
    const { rows, vectorizer } = part.collection;
    const start = vectorizer.signalStarts[SIGNALS.indexOf(TEXT_SIGNALS[0])]!;
    const { vocabulary, documentFrequencies } = vectorizer.parts;
    const held = new Uint32Array(vocabulary.size);
    for (const row of live) for (const id of rows.row(row).ids) held[id]!++;
    for (let id = start; id < held.length; id++) {
      if (held[id] === 0) continue;
      const term = vocabulary.term(id);
      const known = now.get(term);
      if (known === undefined) now.set(term, { frequency: held[id]!, counted: documentFrequencies[id]! });
      else known.frequency += held[id]!;
    }
  }
  const sum = new DriftSum({ count, least: statistics?.least ?? 1 }, size);
  for (const { frequency, counted } of now.values()) sum.add(frequency, counted);
  return sum.finish();
}
