import { FACET_MARKS, FACETS, type FacetWeights, type Features, FIRST_TEXT_MARK } from './facets.ts';
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
  /** For each facet, its terms in the order in which they came, with their provisional ids. */
  private readonly provisional = FACETS.map(() => new Map<string, number>());
  private termCount = 0;
  /** For each row, where each of its facets ends in `terms`. */
  private readonly facetEnds = new GrowableUint32();
  private readonly terms = new GrowableUint32();
  private readonly values = new GrowableFloat32();

  add(features: Features): void {
    for (const [f, facet] of FACETS.entries()) {
      const known = this.provisional[f]!;
      for (const [term, value] of features[facet]) {
        let id = known.get(term);
        if (id === undefined) {
          id = this.termCount++;
          known.set(term, id);
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
    const vocabulary = Vocabulary.fromSorted(this.sortedTerms(statistics));
    const textStart = vocabulary.lowerBound(FIRST_TEXT_MARK);
    const toFinal = new Uint32Array(this.termCount);
    for (const [f, known] of this.provisional.entries()) {
      for (const [term, id] of known) toFinal[id] = vocabulary.id(term, FACET_MARKS[FACETS[f]!]);
    }
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

  /** All terms with the mark of their facet, those of statistics too, in the order of UTF-16 units. */
  private sortedTerms(statistics: Statistics | undefined): string[] {
    const terms = this.provisional.flatMap((known, f) => {
      const mark = FACET_MARKS[FACETS[f]!];
      return Array.from(known.keys(), (term) => mark + term);
    });
    // The order of `sort` without a comparator is that of UTF-16 units.
    if (statistics === undefined) return terms.sort();
    return [...new Set([...terms, ...statistics.documentFrequencies.keys()])].sort();
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
