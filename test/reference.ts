/** The score by its definition and nothing else: maps, cosines, sort, slice. */
type Vector = ReadonlyMap<string, number>;
export type Facets = Readonly<Record<string, Vector>>;

/** The score of each record: Σ over facets of the facet's share of the weights × cosine. */
export function naiveScores(
  records: readonly Facets[],
  query: Facets,
  weights: Record<string, number>,
): number[] {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const holding = (term: string) => records.filter((record) => record.text!.has(term)).length;
  const tfIdf = ([term, frequency]: [string, number]): [string, number] => [
    term,
    Math.log(1 + frequency) * (1 + Math.log((1 + records.length) / (1 + holding(term)))),
  ];
  const vector = (record: Facets, facet: string): Vector =>
    facet === 'text' ? new Map([...record.text!].map(tfIdf)) : record[facet]!;
  return records.map((record) =>
    Object.entries(weights)
      .map(([facet, weight]) => (weight / total) * cosine(vector(query, facet), vector(record, facet)))
      .reduce((sum, part) => sum + part, 0),
  );
}

function cosine(a: Vector, b: Vector): number {
  const dot = [...a].reduce((sum, [term, value]) => sum + value * (b.get(term) ?? 0), 0);
  return dot === 0 ? 0 : dot / (Math.hypot(...a.values()) * Math.hypot(...b.values()));
}

/** Positions of the best scores above 0: by score, then by position. */
export function sortThenSlice(scores: ArrayLike<number>, limit: number, minScore = 0): number[] {
  return Array.from(scores, (score, position) => ({ score, position }))
    .filter(({ score }) => score > 0 && score >= minScore)
    .sort((a, b) => b.score - a.score || a.position - b.position)
    .slice(0, limit)
    .map(({ position }) => position);
}
