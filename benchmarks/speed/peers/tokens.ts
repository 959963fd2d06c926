import { rowsOf, type Vectors } from '../data/vectors.ts';

/** A term as a text that no engine cuts, stems or takes for the beginning of another. */
export function token(id: number): string {
  return `t${id.toString(36).padStart(5, '0')}`;
}

/** The terms of each record, as often as they stand in it. */
export function recordTokens({ records: { offsets, ids, counts } }: Vectors, row: number): string[] {
  const tokens: string[] = [];
  for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
    for (let count = counts[i]!; count > 0; count--) tokens.push(token(ids[i]!));
  }
  return tokens;
}

/** The different terms of every query. */
export function queryTokens({ queries }: Vectors): string[][] {
  const { offsets, ids } = queries;
  return Array.from({ length: rowsOf(queries) }, (_, q) =>
    Array.from(ids.subarray(offsets[q]!, offsets[q + 1]!), token),
  );
}
