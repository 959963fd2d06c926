/** Titles that share this much of the shorter one, in one order, are made alike. */
export const ALIKE = 0.45;

/** The places of a longest common subsequence in both, ascending. O(a × b), each at most 254 long. */
export function commonPlaces(a: ArrayLike<string>, b: ArrayLike<string>): (readonly [number, number])[] {
  if (a.length === 0 || b.length === 0) return [];
  const width = b.length + 1;
  const best = new Uint8Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      best[i * width + j] =
        a[i] === b[j]
          ? 1 + best[(i + 1) * width + j + 1]!
          : Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
    }
  }
  const places: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) places.push([i++, j++]);
    else if (best[(i + 1) * width + j]! >= best[i * width + j + 1]!) i++;
    else j++;
  }
  return places;
}
