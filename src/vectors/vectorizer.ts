import { FACET_MARKS, FACETS, type FacetName, type FacetWeights, type Features } from './facets.ts';
import type { Vocabulary } from './vocabulary.ts';
import { floorToFloat32, idfWeight, tfWeight } from './weighting.ts';

/** A sparse row: ids ascending, weights beside them. Its squared length is at most 1. */
export interface SparseRow {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}

/** What turns features into rows. */
export interface VectorizerParts {
  readonly vocabulary: Vocabulary;
  /** Records holding each term, by id; 0 for terms of other facets than text. */
  readonly documentFrequencies: Uint32Array;
  /** Number of records behind the document frequencies. */
  readonly count: number;
  readonly facetWeights: FacetWeights;
  /** Text terms in more records than this are dropped, on both sides. */
  readonly maxDocumentFrequency: number;
}

/** Features → rows, the same way for the index and for queries. */
export class Vectorizer {
  readonly parts: VectorizerParts;
  private readonly roots: Readonly<Record<FacetName, number>>;
  /** First id of each facet in the order of {@link FACETS}, and the end. */
  readonly facetStarts: readonly number[];

  constructor(parts: VectorizerParts) {
    this.parts = parts;
    const sum = FACETS.reduce((total, facet) => total + parts.facetWeights[facet], 0);
    const root = (facet: FacetName) => (sum > 0 ? Math.sqrt(parts.facetWeights[facet] / sum) : 0);
    this.roots = {
      chains: root('chains'),
      modes: root('modes'),
      region: root('region'),
      stage: root('stage'),
      text: root('text'),
    };
    this.facetStarts = [
      ...FACETS.map((facet) => parts.vocabulary.lowerBound(facet === 'text' ? '\u0009' : FACET_MARKS[facet])),
      parts.vocabulary.size,
    ];
  }

  /** Weight of a text term before scaling to unit length; 0 for terms that are too frequent. `id` may be -1. */
  textWeight(id: number, frequency: number): number {
    const { documentFrequencies, count, maxDocumentFrequency } = this.parts;
    const documentFrequency = id < 0 ? 0 : documentFrequencies[id]!;
    if (documentFrequency > maxDocumentFrequency) return 0;
    return tfWeight(frequency) * idfWeight(count, documentFrequency);
  }

  /**
   * One row. Each facet is scaled to unit length, then by the root of its weight, so that the inner product of
   * two rows is Σ weight · cosine. Terms outside of the vocabulary count for the length of the row only.
   */
  row(features: Features): SparseRow {
    const entries: { id: number; weight: number }[] = [];
    for (const facet of FACETS) {
      const root = this.roots[facet];
      if (root === 0) continue;
      const first = entries.length;
      let squares = 0;
      for (const [term, value] of features[facet]) {
        const id = this.parts.vocabulary.id(term);
        const weight = facet === 'text' ? this.textWeight(id, value) : value;
        squares += weight * weight;
        if (id >= 0 && weight > 0) entries.push({ id, weight });
      }
      // Squares of tiny weights underflow to 0: then the facet is empty rather than NaN.
      const scale = squares > 0 ? root / Math.sqrt(squares) : 0;
      for (let i = first; i < entries.length; i++) entries[i]!.weight *= scale;
    }
    entries.sort((a, b) => a.id - b.id);
    const ids = new Uint32Array(entries.length);
    const weights = new Float32Array(entries.length);
    entries.forEach((entry, i) => {
      ids[i] = entry.id;
      weights[i] = floorToFloat32(entry.weight);
    });
    return { ids, weights };
  }
}
