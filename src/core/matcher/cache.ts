export { once } from '../../base/once.ts';

/**
 * Keeps the most recently used values of a pure function of a row number.
 * @param capacity most that the values kept may cost together.
 * @param costOf what a value costs, above 0; 1 by default.
 */
export function remember<V>(
  capacity: number,
  make: (row: number) => V,
  costOf: (value: V) => number = () => 1,
): (row: number) => V {
  const kept = new Map<number, V>();
  let cost = 0;
  return (row) => {
    let value = kept.get(row);
    if (value !== undefined) {
      kept.delete(row);
      kept.set(row, value);
      return value;
    }
    value = make(row);
    kept.set(row, value);
    cost += costOf(value);
    // A Map keeps insertion order: the first key is the least recently used.
    for (const [oldest, other] of kept) {
      if (cost <= capacity) break;
      kept.delete(oldest);
      cost -= costOf(other);
    }
    return value;
  };
}
