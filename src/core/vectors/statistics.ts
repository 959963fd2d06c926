/** In how many records of a collection each text term stands. */
export interface Statistics {
  /** Number of records counted. */
  readonly count: number;
  /** Term → number of records that hold it. */
  readonly documentFrequencies: ReadonlyMap<string, number>;
}

/** Counts document frequencies over records given as their terms. */
export function countTerms(records: Iterable<Iterable<string>>): Statistics {
  const documentFrequencies = new Map<string, number>();
  let count = 0;
  for (const terms of records) {
    count++;
    for (const term of terms) documentFrequencies.set(term, (documentFrequencies.get(term) ?? 0) + 1);
  }
  return { count, documentFrequencies };
}
