import { isRounded } from './cell-checks.ts';
import { plainHeader } from './header-text.ts';
import type { TableSource } from './table-source.ts';

/** What headers mean beside what stands below them. */

/** Behind all ranks of headers. */
const LAST = 1000;

/**
 * The meanings of a table: Kind is no kind of record in a list of patents (it is A1, B2, U), and of several columns that
 * may number the records the first is taken that numbers them all.
 */
export function settledMeanings(table: TableSource, isPatents: boolean): TableSource['meanings'] {
  const { names, meanings, rows } = table;
  const numbering = meanings
    .flatMap((meaning, at) =>
      meaning?.field === 'id' && meaning.rule === 'fallback' ? [{ at, rank: meaning.rank }] : [],
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ at }) => at);
  const isWhole = (at: number) => {
    const seen = new Set(rows.map(({ cells }) => (cells[at] ?? '').trim()));
    return seen.size === rows.length && !seen.has('') && ![...seen].some(isRounded);
  };
  const best = numbering.find(isWhole) ?? numbering[0];
  const behind = new Set(numbering.filter((at) => at !== best));
  return meanings.map((meaning, at) => {
    if (isPatents && plainHeader(names[at] ?? '') === 'kind') return undefined;
    // Behind the best, so that they keep their own headers.
    return meaning !== undefined && behind.has(at) ? { ...meaning, rank: meaning.rank + LAST } : meaning;
  });
}
