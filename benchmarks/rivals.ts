import type { Collection } from '../src/index/collection.ts';
import type { SparseRow } from '../src/vectors/vectorizer.ts';

/** The same rankings by other means. */

/** Inverted lists in plain JavaScript: a Map of arrays, and a Map of sums for each query. */
export class MapIndex {
  private readonly lists = new Map<number, { readonly rows: number[]; readonly weights: number[] }>();

  constructor({ rows }: Collection) {
    for (let row = 0; row < rows.size; row++) {
      const { ids, weights } = rows.row(row);
      for (const [i, id] of ids.entries()) {
        const list = this.lists.get(id) ?? { rows: [], weights: [] };
        this.lists.set(id, list);
        list.rows.push(row);
        list.weights.push(weights[i]!);
      }
    }
  }

  /** The best `limit` rows, score descending, then row ascending. */
  search({ ids, weights }: SparseRow, limit: number): { readonly row: number; readonly score: number }[] {
    const sums = new Map<number, number>();
    for (let t = 0; t < ids.length; t++) {
      const list = this.lists.get(ids[t]!);
      if (list === undefined) continue;
      for (let i = 0; i < list.rows.length; i++) {
        const row = list.rows[i]!;
        sums.set(row, (sums.get(row) ?? 0) + weights[t]! * list.weights[i]!);
      }
    }
    return [...sums]
      .map(([row, score]) => ({ row, score }))
      .sort((a, b) => b.score - a.score || a.row - b.row)
      .slice(0, limit);
  }
}

/** Dense vectors of the first rows and of queries, over the terms that those rows hold. */
export interface DenseVectors {
  readonly rows: readonly number[][];
  readonly queries: readonly number[][];
  readonly dimensions: number;
}

/** Writes sparse rows out with their zeros; only for small subsets. */
export function denseVectors(
  { rows }: Collection,
  queries: readonly SparseRow[],
  subset: number,
): DenseVectors {
  const sparse = Array.from({ length: subset }, (_, row) => rows.row(row));
  const ids = new Set(sparse.flatMap((row) => [...row.ids]));
  const columns = new Map([...ids].sort((a, b) => a - b).map((id, column) => [id, column]));
  const spread = (row: SparseRow) => {
    const dense = new Array<number>(columns.size).fill(0);
    row.ids.forEach((id, i) => {
      const column = columns.get(id);
      if (column !== undefined) dense[column] = row.weights[i]!;
    });
    return dense;
  };
  return {
    rows: sparse.map(spread),
    queries: queries.map(spread),
    dimensions: columns.size,
  };
}

/** Cosine of two vectors where both have a length; the packages throw or give NaN for zero vectors. */
export function guarded(cosine: (a: number[], b: number[]) => number): typeof cosine {
  const empty = new WeakMap<number[], boolean>();
  const isEmpty = (vector: number[]) => {
    let known = empty.get(vector);
    if (known === undefined) {
      known = vector.every((value) => value === 0);
      empty.set(vector, known);
    }
    return known;
  };
  return (a, b) => (isEmpty(a) || isEmpty(b) ? 0 : cosine(a, b));
}
