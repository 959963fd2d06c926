import { fingerprintUnits } from '../../base/hash.ts';
import { once } from '../../base/once.ts';
import { TEXT_SIGNALS, type TermFrequencies, type TextSignal } from '../terms/term-frequencies.ts';
import { GrowableUint32 } from './growable.ts';
import { SIGNAL_MARKS } from './signals.ts';
import { TermIds } from './term-ids.ts';
import { type Vocabulary, VocabularyBuilder } from './vocabulary.ts';

/**
 * In how many records of one or several collections each text term stands: the background that weights are made with.
 * Immutable. From `collectStatistics`, `mergeStatistics`, `pruneStatistics`, `openStatistics` or `matcher.statistics`.
 */
export interface Statistics {
  /** Number of records counted. */
  readonly count: number;
  /** Number of different terms; a term counts once for each text signal that it stands in. */
  readonly size: number;
  /** Terms that fewer records hold are not counted: 1 unless `pruneStatistics` left some out. */
  readonly least: number;
  /** Fingerprint of the counts, of `least` and of what read the records, 16 hex digits: the same version weighs alike. */
  readonly version: string;
  /** Number of records that hold a term in a text signal; 0 for terms that none holds. */
  documentFrequency(signal: TextSignal, term: string): number;
}

/** Flat arrays of statistics: terms with the mark of their signal, ascending, and the records that hold each. */
export interface StatisticsParts {
  readonly count: number;
  readonly vocabulary: Vocabulary;
  readonly frequencies: Uint32Array;
  /** Fingerprint of what cut the records into terms: counts of other terms would weigh wrongly without a sign. */
  readonly reading: string;
  /** Terms that fewer records hold were left out. Default 1: all are there. */
  readonly least?: number;
}

/** What weights ask of document frequencies, whoever keeps them. */
export interface Background {
  /** Number of records counted. */
  readonly count: number;
  /** Number of records that hold a term, by the mark of its signal. */
  frequencyOf(term: string, mark: string): number;
}

/** {@link Statistics} and the arrays behind them. */
export class TermStatistics implements Statistics, Background {
  readonly parts: StatisticsParts;
  private readonly versionOf: () => string;

  constructor(parts: StatisticsParts) {
    this.parts = Object.freeze({ ...parts });
    this.versionOf = once(() => {
      const { vocabulary, frequencies, count, reading } = parts;
      const { pool, offsets } = vocabulary.arrays;
      const numbers = this.least === 1 ? [count] : [count, this.least];
      return fingerprintUnits(reading, pool, offsets, frequencies, numbers);
    });
    Object.freeze(this);
  }

  get count(): number {
    return this.parts.count;
  }

  get size(): number {
    return this.parts.frequencies.length;
  }

  get least(): number {
    return this.parts.least ?? 1;
  }

  /** Made when first asked for: it reads all counts. */
  get version(): string {
    return this.versionOf();
  }

  documentFrequency(signal: TextSignal, term: string): number {
    return this.frequencyOf(term, SIGNAL_MARKS[signal]);
  }

  /** The same by the mark of a signal. */
  frequencyOf(term: string, mark: string): number {
    const id = this.parts.vocabulary.id(term, mark);
    return id < 0 ? 0 : this.parts.frequencies[id]!;
  }

  /** What a host sees of it in JSON. */
  toJSON(): Pick<Statistics, 'count' | 'size' | 'version'> {
    return { count: this.count, size: this.size, version: this.version };
  }
}

/** Counts document frequencies record by record. */
export class StatisticsBuilder {
  private readonly signals = TEXT_SIGNALS.map(() => ({ ids: new TermIds(), counts: new GrowableUint32() }));
  private count = 0;

  /** Counts a record by its different terms. */
  add(frequencies: TermFrequencies): void {
    this.count++;
    for (const [s, signal] of TEXT_SIGNALS.entries()) {
      const { ids, counts } = this.signals[s]!;
      for (const term of frequencies[signal].keys()) {
        const number = ids.number(term);
        if (number === counts.length) counts.push(0);
        counts.add(number, 1);
      }
    }
  }

  finish(reading: string): TermStatistics {
    const builder = new VocabularyBuilder();
    const written = this.signals.map(({ ids }, s) =>
      ids.writeSorted(builder, SIGNAL_MARKS[TEXT_SIGNALS[s]!].charCodeAt(0)),
    );
    const vocabulary = builder.finish();
    const frequencies = new Uint32Array(vocabulary.size);
    written.forEach((placed, s) => {
      placed.forEach((id, number) => {
        frequencies[id] = this.signals[s]!.counts.at(number);
      });
    });
    return new TermStatistics({ count: this.count, vocabulary, frequencies, reading });
  }
}

/** The counts of several collections together, as if all their records had been counted at once. All of one reading. */
export function mergedStatistics(all: readonly TermStatistics[], reading: string): TermStatistics {
  const builder = new VocabularyBuilder();
  const frequencies = new GrowableUint32();
  const heads = all.map(({ parts }) => ({
    parts,
    id: 0,
    term: parts.vocabulary.size > 0 ? parts.vocabulary.term(0) : undefined,
  }));
  for (;;) {
    let least: string | undefined;
    for (const { term } of heads)
      if (term !== undefined && (least === undefined || term < least)) least = term;
    if (least === undefined) break;
    let frequency = 0;
    for (const head of heads) {
      if (head.term !== least) continue;
      const { vocabulary } = head.parts;
      frequency += head.parts.frequencies[head.id++]!;
      head.term = head.id < vocabulary.size ? vocabulary.term(head.id) : undefined;
    }
    for (let i = 0; i < least.length; i++) builder.push(least.charCodeAt(i));
    builder.end();
    frequencies.push(frequency);
  }
  const count = all.reduce((sum, { parts }) => sum + parts.count, 0);
  return new TermStatistics({
    count,
    vocabulary: builder.finish(),
    frequencies: frequencies.finish(),
    reading,
  });
}

/** The same without the terms that fewer than so many records hold. */
export function prunedStatistics({ parts }: TermStatistics, least: number): TermStatistics {
  const { vocabulary, frequencies, count, reading } = parts;
  const { pool, offsets } = vocabulary.arrays;
  const builder = new VocabularyBuilder();
  const kept = new GrowableUint32();
  for (let id = 0; id < vocabulary.size; id++) {
    if (frequencies[id]! < least) continue;
    for (let i = offsets[id]!; i < offsets[id + 1]!; i++) builder.push(pool[i]!);
    builder.end();
    kept.push(frequencies[id]!);
  }
  return new TermStatistics({
    count,
    vocabulary: builder.finish(),
    frequencies: kept.finish(),
    reading,
    least,
  });
}
