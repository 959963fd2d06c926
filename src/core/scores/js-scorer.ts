import type { CompactRows } from '../postings/compact-rows.ts';
import type { Postings } from '../postings/postings.ts';
import { exactTail, tailEnd, tailStart } from '../postings/tail-lists.ts';
import { type ExactLists, exactLists } from '../postings/tiled-lists.ts';
import { hasBit } from './bits.ts';
import { type IdTable, tableOf } from './id-table.ts';
import type { QueryRow, Scorer, Search } from './scorer.ts';
import type { TopK } from './top-k.ts';

/** A query on its way through the tiles. */
interface Walk {
  readonly query: QueryRow;
  readonly exact: Exact;
  /** Number of each term among the lists; −1 for those of the tail. */
  readonly listed: Int32Array;
  /** Next posting of each term of the tail. */
  readonly next: Uint32Array;
}

/**
 * The JavaScript kernel: term at a time over tiles. Its accumulator is a Float64Array, because adding 32-bit
 * floats costs a conversion for every load and store in today's engines; so its sums are the scores.
 * @param tile rows per tile, as the postings were built.
 * @param rows of the same collection. The postings have rounded weights for all but the rarest terms; lists with exact
 * weights are made from the rows, when first needed.
 */
export function createJsScorer(postings: Postings, tile: number, rows: CompactRows): Scorer {
  const { rowCount, tail } = postings;
  const sums = new Float64Array(Math.min(tile, rowCount));
  let made: Exact | undefined;

  /** Where each term of a query is, and how far it was walked. */
  const begin = (query: QueryRow): Walk => {
    made ??= exactOf(postings, tile, rows);
    const { table } = made;
    const next = new Uint32Array(query.ids.length);
    const listed = new Int32Array(query.ids.length);
    for (let t = 0; t < next.length; t++) {
      const id = query.ids[t]!;
      listed[t] = table.position(id);
      if (listed[t]! < 0) next[t] = tailStart(tail, id);
    }
    return { query, exact: made, listed, next };
  };

  /** Adds what one query has in a tile; whether there was anything. */
  const add = ({ query, exact, listed, next }: Walk, k: number, first: number): boolean => {
    const { ids, weights } = query;
    const { lists, tailWeights } = exact;
    let any = false;
    for (let t = 0; t < ids.length; t++) {
      if (listed[t]! >= 0) {
        const entry = k * lists.terms.length + listed[t]!;
        const [start, end] = [lists.directory[entry]!, lists.directory[entry + 1]!];
        if (start === end) continue;
        any = true;
        accumulate(sums, lists.rows, lists.weights, start, end, weights[t]!);
      } else {
        const end = tailEnd(tail, ids[t]!);
        let at = next[t]!;
        for (let row = 0; at < end; at++) {
          row = tail.postings[at]! >>> tail.bits;
          if (row >= first + tile) break;
          any = true;
          sums[row - first]! += weights[t]! * tailWeights[at]!;
        }
        next[t] = at;
      }
    }
    return any;
  };

  return {
    kernel: 'js',
    search(queries, search, tops) {
      const walks = queries.map(begin);
      for (let first = 0, k = 0; first < rowCount; first += tile, k++) {
        const count = Math.min(tile, rowCount - first);
        for (const [q, walk] of walks.entries()) {
          if (add(walk, k, first)) collect(sums, first, count, search, tops[q]!);
        }
      }
    },
  };
}

/** What the postings keep with rounded weights, with exact ones. */
interface Exact {
  /** Of the terms with columns and with lists. */
  readonly lists: ExactLists;
  readonly table: IdTable;
  /** Of the postings of the tail. */
  readonly tailWeights: Float32Array;
}

function exactOf({ termCount, columns, lists, tail }: Postings, tile: number, rows: CompactRows): Exact {
  const terms = Uint32Array.from([...columns.terms, ...lists.terms]).sort();
  return {
    lists: exactLists(terms, termCount, rows, tile),
    table: tableOf(terms),
    tailWeights: exactTail(tail, rows),
  };
}

/** The hot loop: sums[row] += query weight × posting weight, over one list in one tile. */
function accumulate(
  sums: Float64Array,
  rows: Uint16Array,
  weights: Float32Array,
  start: number,
  end: number,
  queryWeight: number,
): void {
  for (let i = start; i < end; i++) {
    const row = rows[i]!;
    sums[row] = sums[row]! + queryWeight * weights[i]!;
  }
}

/** Offers the sums that count, and leaves the accumulator at zero for the next tile. */
function collect(
  sums: Float64Array,
  first: number,
  count: number,
  { minScore, eligible }: Search,
  top: TopK,
): void {
  let threshold = top.threshold;
  for (let i = 0; i < count; i++) {
    const sum = sums[i]!;
    if (sum === 0) continue;
    sums[i] = 0;
    if (sum <= threshold || sum < minScore) continue;
    const row = first + i;
    if (eligible !== undefined && !hasBit(eligible, row)) continue;
    top.offer(row, sum);
    threshold = top.threshold;
  }
}
