import type { Collection } from '../../../src/index/collection.ts';

/** Bytes of the index and of the forward rows together, for one posting. */
export function bytesPerPosting({ postings, rows }: Pick<Collection, 'postings' | 'rows'>): number {
  const arrays = [...Object.values(postings), ...Object.values(rows.arrays)].filter(ArrayBuffer.isView);
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0) / postings.weights.length;
}
