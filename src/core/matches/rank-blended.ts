import { blend } from '../dense/blend.ts';
import type { CompactRows } from '../postings/compact-rows.ts';
import { QueryTable } from '../scores/query-table.ts';
import type { Scorer } from '../scores/scorer.ts';
import { TopK } from '../scores/top-k.ts';
import type { PartEligibility } from './filters.ts';
import { type RankedQuery, type Ranking, rank } from './rank.ts';
import type { Refinement } from './second-stage.ts';

/** What the vectors say of a query and each row. */
export interface DenseStage {
  /** The share of the vectors, in [0, 1]. */
  readonly weight: number;
  /** For each row, NaN where it has no vector. */
  readonly cosines: Float64Array;
  readonly rows: CompactRows;
}

/** Candidates of either kind beyond those that are wanted, and how many times more each time too many rows are open. */
const MORE = 16;
const DEEPER = 4;
/** So many rows for each that is wanted may be scored one by one; from there on a deeper walk over the postings pays. */
const OPEN_FOR_ONE = 16;

/** The score is the sum of words and vectors, without conditions. */
const PLAIN: Refinement = { score: (_, sum) => sum, bound: (sum) => sum, least: (score) => score };

/**
 * The exact top `limit` of the eligible rows by the sum of products and cosines, shifted by conditions.
 *
 * The words give their best rows, the vectors theirs; all of these are scored. A row that the words did not give has at
 * most the least product among those that they gave, and its cosine is known: what it may score at most is known too.
 * The rows that may reach the last one that is wanted are scored, one by one; there are no others. So the answer is
 * exact however few rows the words gave; that they give more only makes the open rows fewer.
 */
export function rankBlended(
  scorer: Scorer,
  query: RankedQuery,
  eligibility: PartEligibility,
  limit: number,
  minScore: number,
  { weight, cosines, rows }: DenseStage,
  { score: refined, bound }: Refinement = PLAIN,
): Ranking {
  const { bits, passed } = eligibility;
  const wanted = Math.min(limit, passed);
  if (wanted === 0) return { rows: new Uint32Array(0), scores: new Float64Array(0) };
  const tables = [query, ...(query.others ?? [])].map((one) => {
    const table = new QueryTable();
    table.fill(one);
    return table;
  });
  /** By row: its product, once it is known. */
  const products = new Map<number, number>();
  const exact = (row: number): number => {
    let product = products.get(row);
    if (product === undefined) {
      product = Math.max(...tables.map((table) => rows.product(row, table)));
      products.set(row, product);
    }
    return refined(row, blend(product, cosines[row]!, weight));
  };
  const isEligible = (row: number) => bits === undefined || (bits[row >>> 5]! & (1 << (row & 31))) !== 0;
  const finals = new Map<number, number>();
  for (const row of nearest(cosines, Math.min(wanted + MORE, passed))) finals.set(row, exact(row));
  for (let deep = wanted + MORE; ; deep *= DEEPER) {
    const most = Math.min(deep, passed);
    const [first] = rank(scorer, [query], eligibility, most, 0);
    first!.rows.forEach((row, i) => {
      products.set(row, first!.scores[i]!);
      if (!finals.has(row)) finals.set(row, exact(row));
    });
    // Fewer than were asked for are all that have a product.
    const last = first!.rows.length < most ? 0 : first!.scores[most - 1]!;
    const worst = Math.max(minScore, lastWanted(finals, wanted));
    const open: number[] = [];
    for (let row = 0; row < cosines.length; row++) {
      if (!isEligible(row) || finals.has(row)) continue;
      const highest = bound(blend(last, cosines[row]!, weight));
      if (highest > 0 && highest >= worst) open.push(row);
    }
    if (most < passed && last > 0 && open.length > OPEN_FOR_ONE * (wanted + MORE)) continue;
    for (const row of open) {
      if (last === 0) products.set(row, 0);
      finals.set(row, exact(row));
    }
    return best(finals, limit, minScore);
  }
}

/** The rows of the highest cosines above 0. */
function nearest(cosines: Float64Array, most: number): Uint32Array {
  const top = new TopK(most);
  cosines.forEach((value, row) => {
    if (value > 0) top.offer(row, value);
  });
  return top.drain().rows;
}

/** The score of the last row that is wanted, 0 while there are fewer. */
function lastWanted(finals: ReadonlyMap<number, number>, wanted: number): number {
  if (finals.size < wanted) return 0;
  return Float64Array.from(finals.values()).sort()[finals.size - wanted]!;
}

/** The best of all that were scored; ties in the order of rows. */
function best(finals: ReadonlyMap<number, number>, limit: number, minScore: number): Ranking {
  const kept = [...finals]
    .filter(([, score]) => score > 0 && score >= minScore)
    .sort(([a, left], [b, right]) => right - left || a - b)
    .slice(0, limit);
  return {
    rows: Uint32Array.from(kept, ([row]) => row),
    scores: Float64Array.from(kept, ([, score]) => score),
  };
}
