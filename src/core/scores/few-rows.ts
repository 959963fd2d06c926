import type { CompactRows } from '../postings/compact-rows.ts';
import { hasBit } from './bits.ts';
import { QueryTable } from './query-table.ts';
import type { KernelName, Scorer, Search } from './scorer.ts';

/**
 * Where filters leave one row of so many or fewer, scoring each of them takes less time than a walk over the postings
 * of all rows.
 */
const ROWS_FOR_ONE = 256;

/**
 * A scorer that scores all rows of a collection, without postings: for few of them. The same bits as those of the kernels.
 * @param kernel the name that it goes by.
 */
export function rowScorer(rows: CompactRows, kernel: KernelName): Scorer {
  const table = new QueryTable();
  return {
    kernel,
    search(queries, { eligible, minScore }, tops) {
      for (const [q, query] of queries.entries()) {
        if (tops[q]!.capacity === 0) continue;
        table.fill(query);
        for (let row = 0; row < rows.size; row++) {
          if (eligible !== undefined && !hasBit(eligible, row)) continue;
          const score = rows.product(row, table);
          if (score > 0 && score >= minScore) tops[q]!.offer(row, score);
        }
      }
    },
  };
}

/** A scorer that scores the rows themselves where filters leave few of them; else another one. */
export function withFewRows(scorer: Scorer, rows: CompactRows): Scorer {
  const table = new QueryTable();
  return {
    kernel: scorer.kernel,
    search(queries, search, tops) {
      const { eligible, passed = rows.size, minScore } = search;
      if (eligible === undefined || passed * ROWS_FOR_ONE > rows.size) {
        scorer.search(queries, search, tops);
        return;
      }
      const few = setBits(eligible);
      for (const [q, query] of queries.entries()) {
        if (tops[q]!.capacity === 0) continue;
        table.fill(query);
        for (const row of few) {
          const score = rows.product(row, table);
          if (score > 0 && score >= minScore) tops[q]!.offer(row, score);
        }
      }
    },
  };
}

/** The rows whose bits are set, ascending. */
function setBits(bits: NonNullable<Search['eligible']>): number[] {
  const rows: number[] = [];
  for (let word = 0; word < bits.length; word++) {
    for (let left = bits[word]!; left !== 0; left &= left - 1)
      rows.push(word * 32 + 31 - Math.clz32(left & -left));
  }
  return rows;
}
