import { MAX_DOCUMENT_SHARE, maxDocumentFrequency } from '../../../src/core/weigher/weighting.ts';
import {
  type CountedData,
  type CountedRows,
  documentFrequencies,
  rowsOf,
  type Vectors,
  type WeightedRows,
} from './vectors.ts';

/**
 * TF-IDF as the library weighs a signal: (ln(1 + tf)) · (ln((N + 1) / (df + 1)) + 1), unit length, terms of more than a
 * fifth of the records left out on both sides. Every engine is given these rows, the dropped terms too are gone for all.
 */
export function weigh({ terms, records, queries }: CountedData): Vectors {
  const count = rowsOf(records);
  const frequencies = documentFrequencies(records, terms);
  const most = maxDocumentFrequency(count, MAX_DOCUMENT_SHARE);
  const rarity = Float64Array.from(frequencies, (df) =>
    df > most ? 0 : Math.log((count + 1) / (df + 1)) + 1,
  );
  return { terms, records: weighRows(records, rarity), queries: weighRows(queries, rarity) };
}

function weighRows(rows: CountedRows, rarity: Float64Array): WeightedRows {
  let kept = 0;
  for (let i = 0; i < rows.ids.length; i++) if (rarity[rows.ids[i]!]! > 0) kept++;
  const offsets = new Uint32Array(rows.offsets.length);
  const ids = new Uint32Array(kept);
  const counts = new Uint16Array(kept);
  const weights = new Float32Array(kept);
  let at = 0;
  for (let row = 0; row < rowsOf(rows); row++) {
    const first = at;
    let squares = 0;
    for (let i = rows.offsets[row]!; i < rows.offsets[row + 1]!; i++) {
      const id = rows.ids[i]!;
      if (rarity[id] === 0) continue;
      const weight = Math.log(1 + rows.counts[i]!) * rarity[id]!;
      squares += weight * weight;
      ids[at] = id;
      counts[at] = rows.counts[i]!;
      weights[at++] = weight;
    }
    const length = Math.sqrt(squares);
    for (let i = first; i < at; i++) weights[i] = weights[i]! / length;
    offsets[row + 1] = at;
  }
  return { offsets, ids, counts, weights };
}
