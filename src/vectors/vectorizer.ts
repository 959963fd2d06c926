import {
  FACET_MARKS,
  FACETS,
  type FacetName,
  type FacetWeights,
  type Features,
  isTextFacet,
} from './facets.ts';
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
  /** Root of each facet's scaled weight, in the order of {@link FACETS}. */
  private readonly roots: readonly number[];
  /** First id of each facet in the order of {@link FACETS}, and the end. */
  readonly facetStarts: readonly number[];

  constructor(parts: VectorizerParts) {
    this.parts = parts;
    const sum = FACETS.reduce((total, facet) => total + parts.facetWeights[facet], 0);
    const root = (facet: FacetName) => (sum > 0 ? Math.sqrt(parts.facetWeights[facet] / sum) : 0);
    this.roots = FACETS.map(root);
    this.facetStarts = [
      ...FACETS.map((facet) => parts.vocabulary.lowerBound(FACET_MARKS[facet])),
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

  /** One row from the features of a record. */
  row(features: Features): SparseRow {
    const ids: number[] = [];
    const values: number[] = [];
    const ends: number[] = [];
    for (const facet of FACETS) {
      for (const [term, value] of features[facet]) {
        ids.push(this.parts.vocabulary.id(term, FACET_MARKS[facet]));
        // As stored features, so that a record weighs the same as a query and in an index.
        values.push(Math.fround(value));
      }
      ends.push(ids.length);
    }
    return this.weigh(ids, values, ends);
  }

  /**
   * One row from features as ids, facet by facet in the order of {@link FACETS}. Each facet is scaled to unit
   * length, then by the root of its weight, so that the inner product of two rows is Σ weight · cosine.
   * @param ids distinct; -1 for terms outside of the vocabulary, which count for the length of the row only.
   * @param ends where each facet ends in `ids`.
   */
  weigh(ids: ArrayLike<number>, values: ArrayLike<number>, ends: readonly number[]): SparseRow {
    const weights = new Float64Array(ids.length);
    const keys = new Float64Array(ids.length);
    let kept = 0;
    let start = 0;
    for (const [f, facet] of FACETS.entries()) {
      const end = ends[f]!;
      const isText = isTextFacet(facet);
      let squares = 0;
      for (let i = start; i < end; i++) {
        const weight = isText ? this.textWeight(ids[i]!, values[i]!) : values[i]!;
        weights[i] = weight;
        squares += weight * weight;
      }
      // Squares of tiny weights underflow to 0: then the facet is empty rather than NaN.
      const scale = squares > 0 ? this.roots[f]! / Math.sqrt(squares) : 0;
      for (let i = start; i < end; i++) {
        weights[i]! *= scale;
        if (ids[i]! >= 0 && weights[i]! > 0) keys[kept++] = ids[i]! * MAX_FEATURES + i;
      }
      start = end;
    }
    // Id and position in one number: a typed array sorts numbers without calling back.
    const sorted = keys.subarray(0, kept).sort();
    const rowIds = new Uint32Array(kept);
    const rowWeights = new Float32Array(kept);
    for (let i = 0; i < kept; i++) {
      const id = Math.floor(sorted[i]! / MAX_FEATURES);
      rowIds[i] = id;
      rowWeights[i] = floorToFloat32(weights[sorted[i]! - id * MAX_FEATURES]!);
    }
    return { ids: rowIds, weights: rowWeights };
  }
}

/** More features than one record can have; with ids below 2²⁸, more than fit in memory, keys stay below 2⁵³. */
const MAX_FEATURES = 2 ** 25;
