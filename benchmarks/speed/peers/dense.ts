import { rowAt, rowsOf, type Vectors, type WeightedRows } from '../data/vectors.ts';
import { bestOf } from './best.ts';
import type { Engine } from './peer.ts';

/**
 * Cosines of vectors written out with their zeros, over the terms that the records hold. The packages divide by the
 * length of a query over these terms, and by those of rounded vectors; that is taken back.
 */
export function denseEngine(vectors: Vectors, cosine: (a: number[], b: number[]) => number): Engine {
  const ids = new Set(vectors.records.ids);
  const columns = new Map([...ids].sort((a, b) => a - b).map((id, column) => [id, column]));
  const records = spread(vectors.records, columns);
  const queries = spread(vectors.queries, columns);
  const recordLengths = records.map(lengthOf);
  const queryLengths = queries.map(lengthOf);
  return (query) => {
    const length = queryLengths[query]!;
    // Both packages fail on vectors without a length.
    if (length === 0) return bestOf([]);
    const best = bestOf(
      records.map((record, row) => (recordLengths[row] === 0 ? 0 : cosine(queries[query]!, record))),
    );
    return {
      rows: best.rows,
      scores: best.scores.map((score, i) => score * length * recordLengths[best.rows[i]!]!),
    };
  };
}

function spread(rows: WeightedRows, columns: ReadonlyMap<number, number>): number[][] {
  return Array.from({ length: rowsOf(rows) }, (_, row) => {
    const dense = new Array<number>(columns.size).fill(0);
    const { ids, weights } = rowAt(rows, row);
    for (const [i, id] of ids.entries()) {
      const column = columns.get(id);
      if (column !== undefined) dense[column] = weights[i]!;
    }
    return dense;
  });
}

function lengthOf(vector: readonly number[]): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}
