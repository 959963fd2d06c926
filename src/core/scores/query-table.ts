import { IdTable } from './id-table.ts';
import type { QueryRow } from './scorer.ts';

/** Most terms that are asked for are not in the query: where nearly all slots are free, one look tells so. */
const SLOTS_PER_TERM = 32;

/** Weights of a query by term. */
export class QueryTable {
  private readonly table = new IdTable(SLOTS_PER_TERM);
  private weights: Float32Array = new Float32Array(0);

  /** Holds this query in place of the one before. */
  fill({ ids, weights }: QueryRow): void {
    this.table.fill(ids);
    this.weights = weights;
  }

  /** Weight of a term; 0 when the query does not have it. */
  weight(id: number): number {
    const position = this.table.position(id);
    return position < 0 ? 0 : this.weights[position]!;
  }
}
