import type { QueryTerms } from '../postings/compact-rows.ts';
import { IdTable } from './id-table.ts';
import type { QueryRow } from './scorer.ts';

/** Most terms that are asked for are not in the query: where nearly all slots are free, one look tells so. */
const SLOTS_PER_TERM = 32;

/** Weights of a query by term, to score rows of one collection. */
export class QueryTable implements QueryTerms {
  private readonly table = new IdTable(SLOTS_PER_TERM);
  weights: Float32Array = new Float32Array(0);
  rarities = new Float64Array(0);

  /** Holds this query in place of the one before. */
  fill({ ids, weights }: QueryRow): void {
    this.table.fill(ids);
    this.weights = weights;
    if (this.rarities.length < ids.length) this.rarities = new Float64Array(2 * ids.length);
    this.rarities.fill(0, 0, ids.length);
  }

  position(id: number): number {
    return this.table.position(id);
  }

  /** Weight of a term; 0 when the query does not have it. */
  weight(id: number): number {
    const position = this.table.position(id);
    return position < 0 ? 0 : this.weights[position]!;
  }
}
