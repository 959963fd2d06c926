import type { Ranked } from '../../harness/protocol.ts';
import { LIMIT } from './answers.ts';
import { documentFrequencies, rowAt, rowsOf, type Vectors } from './vectors.ts';

/**
 * What engines compute. `cosine` and `sum of weights` take the vectors as they are, the latter with 1 for every weight
 * of the query; the others make their own weights from the counts, and MiniSearch multiplies by the matched terms.
 */
export type Formula = 'cosine' | 'sum of weights' | 'BM25+ × terms' | 'tf · idf';

/** Weight of entry `i` of row `row`. */
type Weight = (i: number, row: number) => number;

/** BM25+ of MiniSearch 7, which counts different terms as the length of a record. */
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };

/**
 * The answers to the first queries by the shortest way: every record is summed in full, and all sums are sorted. It
 * shares no code with the library.
 */
export function referenceAnswers(vectors: Vectors, formula: Formula, queries: number): Ranked[] {
  const { records, terms } = vectors;
  const weight = weightOf(vectors, formula);
  const wanted = new Float64Array(terms);
  return Array.from({ length: Math.min(queries, rowsOf(vectors.queries)) }, (_, q) => {
    const query = rowAt(vectors.queries, q);
    wanted.fill(0);
    for (const [t, id] of query.ids.entries()) wanted[id] = formula === 'cosine' ? query.weights[t]! : 1;
    const found: { readonly row: number; readonly score: number }[] = [];
    for (let row = 0; row < rowsOf(records); row++) {
      let sum = 0;
      let matched = 0;
      for (let i = records.offsets[row]!; i < records.offsets[row + 1]!; i++) {
        const queryWeight = wanted[records.ids[i]!]!;
        if (queryWeight === 0) continue;
        sum += queryWeight * weight(i, row);
        matched++;
      }
      const score = formula === 'BM25+ × terms' ? sum * matched : sum;
      if (score > 0) found.push({ row, score });
    }
    found.sort((a, b) => b.score - a.score || a.row - b.row);
    const best = found.slice(0, LIMIT);
    return { rows: best.map(({ row }) => row), scores: best.map(({ score }) => score) };
  });
}

function weightOf({ records, terms }: Vectors, formula: Formula): Weight {
  const { ids, counts, weights, offsets } = records;
  if (formula === 'cosine' || formula === 'sum of weights') return (i) => weights[i]!;
  const count = rowsOf(records);
  const frequencies = documentFrequencies(records, terms);
  if (formula === 'tf · idf') return (i) => counts[i]! * (1 + Math.log(count / (1 + frequencies[ids[i]!]!)));
  const { k, b, d } = BM25;
  const mean = ids.length / count;
  return (i, row) => {
    const df = frequencies[ids[i]!]!;
    const length = offsets[row + 1]! - offsets[row]!;
    const rarity = Math.log(1 + (count - df + 0.5) / (df + 0.5));
    return rarity * (d + (counts[i]! * (k + 1)) / (counts[i]! + k * (1 - b + (b * length) / mean)));
  };
}
