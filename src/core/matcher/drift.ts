import { TEXT_SIGNALS } from '../terms/term-frequencies.ts';
import { SIGNALS } from '../vectors/signals.ts';
import { idfWeight } from '../vectors/weighting.ts';
import type { Segments } from './segments.ts';

/** How far the records of an index have moved away from those that its statistics were counted over. */
export interface Drift {
  /** Records in the index. */
  readonly records: number;
  /** Records that the statistics were counted over. */
  readonly counted: number;
  /** Share of what the records say, in [0, 1], in terms that the statistics do not know: they weigh as the rarest do. */
  readonly unknown: number;
  /**
   * By how much the weight of a term would change if the records were counted now: the mean over all postings of the
   * difference of inverse document frequencies, as a share of the one in use, ≥ 0. `compact({ statistics: 'renew' })` makes
   * it 0; at .05 the weights are off by a twentieth.
   */
  readonly shift: number;
}

const NO_TEXTS: Omit<Drift, 'records' | 'counted'> = { unknown: 0, shift: 0 };

/** O(postings + terms). */
export function driftOf({ all, size: records, base }: Segments): Drift {
  const counted = base.collection.vectorizer.count;
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
  let postings = 0;
  let unknown = 0;
  let moved = 0;
  for (const { frequency, counted: before } of now.values()) {
    postings += frequency;
    if (before === 0) unknown += frequency;
    const used = idfWeight(counted, before);
    moved += (frequency * Math.abs(idfWeight(records, frequency) - used)) / used;
  }
  if (postings === 0) return { records, counted, ...NO_TEXTS };
  return { records, counted, unknown: unknown / postings, shift: moved / postings };
}
