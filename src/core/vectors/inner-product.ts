import type { SparseRow } from './vectorizer.ts';

/** The inner product of two rows, added in ascending order of ids, as the kernels do: a score, to the bit. */
export function innerProduct(a: SparseRow, b: SparseRow): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const left = a.ids[i]!;
    const right = b.ids[j]!;
    if (left < right) i++;
    else if (left > right) j++;
    else sum += a.weights[i++]! * b.weights[j++]!;
  }
  return sum;
}
