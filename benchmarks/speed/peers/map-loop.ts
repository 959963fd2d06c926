import { LIMIT } from '../data/answers.ts';
import { rowAt, rowsOf, type Vectors } from '../data/vectors.ts';
import type { Engine } from './peer.ts';

/** Inverted lists in plain JavaScript: a Map of arrays, and a Map of sums for each query. */
export function open({ records, queries }: Vectors): Engine {
  const lists = new Map<number, { readonly rows: number[]; readonly weights: number[] }>();
  for (let row = 0; row < rowsOf(records); row++) {
    const { ids, weights } = rowAt(records, row);
    for (const [i, id] of ids.entries()) {
      const list = lists.get(id) ?? { rows: [], weights: [] };
      lists.set(id, list);
      list.rows.push(row);
      list.weights.push(weights[i]!);
    }
  }
  return (query) => {
    const { ids, weights } = rowAt(queries, query);
    const sums = new Map<number, number>();
    for (let t = 0; t < ids.length; t++) {
      const list = lists.get(ids[t]!);
      if (list === undefined) continue;
      for (let i = 0; i < list.rows.length; i++) {
        const row = list.rows[i]!;
        sums.set(row, (sums.get(row) ?? 0) + weights[t]! * list.weights[i]!);
      }
    }
    const best = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, LIMIT);
    return { rows: best.map(([row]) => row), scores: best.map(([, score]) => score) };
  };
}
