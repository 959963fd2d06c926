/** Keeps the most recently used values of a pure function of a row number. */
export function remember<V>(capacity: number, make: (row: number) => V): (row: number) => V {
  const kept = new Map<number, V>();
  return (row) => {
    let value = kept.get(row);
    if (value === undefined) value = make(row);
    else kept.delete(row);
    kept.set(row, value);
    if (kept.size > capacity) {
      // A Map keeps insertion order: the first key is the least recently used.
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        break;
      }
    }
    return value;
  };
}

/** A value that is made when it is first asked for. */
export function once<V>(make: () => V): () => V {
  let made: { readonly value: V } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
