import { FACETS, type FacetWeights, type Features, FIRST_TEXT_MARK } from './facets.ts';
import { GrowableFloat32, GrowableUint32 } from './growable.ts';
import type { Statistics } from './statistics.ts';
import { Vectorizer, type VectorizerParts } from './vectorizer.ts';
import { Vocabulary } from './vocabulary.ts';

/** Rows of a collection in compressed sparse row form; ids ascend within a row. */
export interface RowMatrix {
  /** Where each row begins; one more entry than rows. */
  readonly offsets: Uint32Array;
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}

/** How rows are weighted. */
export interface FitOptions {
  readonly facetWeights: FacetWeights;
  /** Share of records above which a text term is dropped, in (0, 1]. */
  readonly maxDocumentShare: number;
  /** Collections with fewer records drop no term. */
  readonly minRecordsForDropping: number;
  /** Document frequencies to use in place of the collection's own. */
  readonly statistics?: Statistics | undefined;
}

/** Features of each record, kept as integers between the two passes over a collection. */
export class FeatureCollector {
  private readonly provisional = new Map<string, number>();
  /** For each row, where each of its facets ends in `terms`. */
  private readonly facetEnds = new GrowableUint32();
  private readonly terms = new GrowableUint32();
  private readonly values = new GrowableFloat32();

  add(features: Features): void {
    for (const facet of FACETS) {
      for (const [term, value] of features[facet]) {
        let id = this.provisional.get(term);
        if (id === undefined) {
          id = this.provisional.size;
          this.provisional.set(term, id);
        }
        this.terms.push(id);
        this.values.push(value);
      }
      this.facetEnds.push(this.terms.length);
    }
  }

  private get rowCount(): number {
    return this.facetEnds.length / FACETS.length;
  }

  /**
   * Second pass: fixes the vocabulary and the document frequencies, and weighs every row. Yields after each row, so
   * that a caller may take turns or stop.
   */
  *fit(options: FitOptions): Generator<void, { readonly vectorizer: Vectorizer; readonly rows: RowMatrix }> {
    const { statistics } = options;
    const names = [...this.provisional.keys()];
    const known = new Set(names);
    const others =
      statistics === undefined ? [] : [...statistics.documentFrequencies.keys()].filter((t) => !known.has(t));
    const sorted = [...names, ...others].sort(byUnits);
    const vocabulary = Vocabulary.fromSorted(sorted);
    const textStart = vocabulary.lowerBound(FIRST_TEXT_MARK);
    const toFinal = Uint32Array.from(names, (term) => vocabulary.id(term));
    const documentFrequencies = new Uint32Array(vocabulary.size);
    if (statistics === undefined) {
      for (let i = 0; i < this.terms.length; i++) {
        const id = toFinal[this.terms.at(i)]!;
        if (id >= textStart) documentFrequencies[id]!++;
      }
    } else {
      for (const [term, frequency] of statistics.documentFrequencies)
        documentFrequencies[vocabulary.id(term)] = frequency;
    }
    const count = statistics?.count ?? this.rowCount;
    const parts: VectorizerParts = {
      vocabulary,
      documentFrequencies,
      count,
      facetWeights: options.facetWeights,
      maxDocumentFrequency:
        count < options.minRecordsForDropping ? count : Math.floor(count * options.maxDocumentShare),
    };
    const vectorizer = new Vectorizer(parts);
    return { vectorizer, rows: yield* this.rows(vectorizer, toFinal) };
  }

  private *rows(vectorizer: Vectorizer, toFinal: Uint32Array): Generator<void, RowMatrix> {
    const offsets = new Uint32Array(this.rowCount + 1);
    const ids = new GrowableUint32();
    const weights = new GrowableFloat32();
    let start = 0;
    for (let row = 0; row < this.rowCount; row++) {
      const ends = FACETS.map((_, f) => this.facetEnds.at(row * FACETS.length + f));
      const end = ends.at(-1)!;
      const rowIds = new Uint32Array(end - start);
      const values = new Float32Array(end - start);
      for (let i = start; i < end; i++) {
        rowIds[i - start] = toFinal[this.terms.at(i)]!;
        values[i - start] = this.values.at(i);
      }
      const from = start;
      const sparse = vectorizer.weigh(
        rowIds,
        values,
        ends.map((facetEnd) => facetEnd - from),
      );
      for (let i = 0; i < sparse.ids.length; i++) {
        ids.push(sparse.ids[i]!);
        weights.push(sparse.weights[i]!);
      }
      offsets[row + 1] = ids.length;
      start = end;
      yield;
    }
    return { offsets, ids: ids.finish(), weights: weights.finish() };
  }
}

/** Order of UTF-16 units, whatever the locale. */
function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
