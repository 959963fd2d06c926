import { ranges, type Steps } from '../../base/steps.ts';
import { GrowableFloat32, GrowableUint32 } from './growable.ts';
import { TermIds } from './term-ids.ts';
import type { ValueCounts } from './value-codes.ts';
import type { VocabularyBuilder } from './vocabulary.ts';

/** What the terms of one signal count in the rows of a collection, by numbers in the order in which the terms came. */
export class SignalCounts {
  private readonly known = new TermIds();
  /** Two entries a term, by number: 1 + the place in `terms` where it stands last; rows that hold it. */
  private readonly seen = new GrowableUint32();
  /** The different terms of each row. */
  private readonly terms = new GrowableUint32();
  private readonly values = new GrowableFloat32();
  /** Where each row ends in `terms`. */
  private readonly ends = new GrowableUint32();
  private rowStart = 0;

  /** Adds to what a term counts in the row that is being read. */
  add(term: string, value: number): void {
    this.addNumber(this.number(term), value);
  }

  /** The same of a term that has a code. */
  addCode(code: number, value: number): void {
    this.addNumber(this.placed(this.known.numberOfCode(code)), value);
  }

  private addNumber(number: number, value: number): void {
    const place = this.seen.at(2 * number);
    if (place > this.rowStart) {
      this.values.add(place - 1, value);
      return;
    }
    this.terms.push(number);
    this.values.push(value);
    this.seen.set(2 * number, this.terms.length);
    this.seen.add(2 * number + 1, 1);
  }

  endRow(): void {
    this.rowStart = this.terms.length;
    this.ends.push(this.rowStart);
  }

  /** The number of a term, which may stand in no row. */
  number(term: string): number {
    return this.placed(this.known.number(term));
  }

  private placed(number: number): number {
    if (2 * number === this.seen.length) {
      this.seen.push(0);
      this.seen.push(0);
    }
    return number;
  }

  get rowCount(): number {
    return this.ends.length;
  }

  /** See {@link TermIds.writeSortedSteps}. */
  writeSortedSteps(vocabulary: VocabularyBuilder, mark: number): Steps<Uint32Array> {
    return this.known.writeSortedSteps(vocabulary, mark);
  }

  documentFrequency(number: number): number {
    return this.seen.at(2 * number + 1);
  }

  /** Counts what terms count in a row. */
  countValues(row: number, counts: ValueCounts): void {
    const end = this.ends.at(row);
    for (let i = row === 0 ? 0 : this.ends.at(row - 1); i < end; i++) counts.add(this.values.at(i));
  }

  /** The rows, in steps; this holds none of them afterwards. @param placed id of each number. */
  *finishSteps(placed: Uint32Array): Steps<{
    readonly ends: Uint32Array;
    readonly ids: Uint32Array;
    readonly values: Float32Array;
  }> {
    const ids = yield* this.terms.finishSteps();
    for (const [start, end] of ranges(ids.length, ENTRIES_A_TURN)) {
      for (let i = start; i < end; i++) ids[i] = placed[ids[i]!]!;
      yield 0;
    }
    return { ends: yield* this.ends.finishSteps(), ids, values: yield* this.values.finishSteps() };
  }
}

/** Entries worked on between two turns. */
const ENTRIES_A_TURN = 1 << 16;
