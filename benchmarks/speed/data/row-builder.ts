import { GrowableUint32 } from '../../../src/core/vectors/growable.ts';
import type { CountedRows } from './vectors.ts';

/** Collects rows of terms as they are drawn or read, and counts them. */
export class RowBuilder {
  private readonly offsets = new GrowableUint32();
  private readonly ids = new GrowableUint32();
  private readonly counts = new GrowableUint32();

  constructor() {
    this.offsets.push(0);
  }

  /** @param drawn terms of one row in any order, with repetitions; sorted in place. */
  add(drawn: Uint32Array): void {
    drawn.sort();
    for (let i = 0, next = 0; i < drawn.length; i = next) {
      while (next < drawn.length && drawn[next] === drawn[i]) next++;
      this.ids.push(drawn[i]!);
      this.counts.push(next - i);
    }
    this.offsets.push(this.ids.length);
  }

  finish(): CountedRows {
    const counts = new Uint16Array(this.counts.finish());
    return { offsets: this.offsets.finish(), ids: this.ids.finish(), counts };
  }
}
