import { hasBit } from './bits.ts';
import { IdTable } from './id-table.ts';
import type { QueryRow } from './scorer.ts';

/** Bits that tell which terms a query surely does not have. */
const FILTER_BITS = 8192;

/**
 * Weights of a query by term. Most terms that are asked for are not in the query: one bit, found without a search, tells
 * so for nearly all of them.
 */
export class QueryTable {
  private readonly table = new IdTable();
  private readonly filter = new Uint32Array(FILTER_BITS / 32);
  private weights: Float32Array = new Float32Array(0);

  /** Holds this query in place of the one before. */
  fill({ ids, weights }: QueryRow): void {
    this.table.fill(ids);
    this.filter.fill(0);
    for (let t = 0; t < ids.length; t++) {
      const bit = ids[t]! & (FILTER_BITS - 1);
      this.filter[bit >>> 5]! |= 1 << (bit & 31);
    }
    this.weights = weights;
  }

  /** Weight of a term; 0 when the query does not have it. */
  weight(id: number): number {
    if (!hasBit(this.filter, id & (FILTER_BITS - 1))) return 0;
    const position = this.table.position(id);
    return position < 0 ? 0 : this.weights[position]!;
  }
}
