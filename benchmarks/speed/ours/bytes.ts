import type { Collection } from '../../../src/core/collection/collection.ts';

/** Bytes of the index and of the forward rows together, for one posting. */
export function bytesPerPosting({ postings, rows }: Pick<Collection, 'postings' | 'rows'>): number {
  const { columns, lists, tail } = postings;
  const arrays = [columns, lists, tail, rows.arrays].flatMap((part) => Object.values(part));
  const bytes = arrays.filter(ArrayBuffer.isView).reduce((sum, { byteLength }) => sum + byteLength, 0);
  return bytes / rows.entries;
}
